//! From files of words to Rust. `build.rs` runs it, and the tests try it.

mod check;
mod emit;
mod read;
mod rules;
mod template;

use std::fs;
use std::path::Path;

/// The file of rules for languages that have no words here.
const PLURALS: &str = "plurals.toml";
/// The language of readers of all others.
const ENGLISH: &str = "en";

/// CLDR's plural categories, in its order.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Where forms of a word, or members of a list, part.
const BETWEEN: char = '\u{7}';
/// Stands where a count is put in; lower ones stand for the other texts.
const COUNT: char = '\u{8}';

/// The Rust of all words in a folder; or everything that is wrong there, a line
/// each, with file and key.
pub fn generate(folder: &Path) -> Result<String, String> {
    let mut wrong = Vec::new();
    let mut names: Vec<_> = fs::read_dir(folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
        .collect();
    names.sort_unstable();
    let mut files = Vec::new();
    let mut plurals = Vec::new();
    for name in names {
        let table = match table(&folder.join(&name)) {
            Ok(table) => table,
            Err(error) => {
                wrong.push(format!("{name}: {error}"));
                continue;
            }
        };
        if name == PLURALS {
            plurals = read::plurals(&table, &mut wrong);
        } else {
            files.extend(read::file(&name, &table, &mut wrong));
        }
    }
    if wrong.is_empty() {
        let entries = check::entries(&files, &mut wrong);
        let sets = check::sets(&files, &plurals, &mut wrong);
        if wrong.is_empty() {
            return Ok(emit::rust(&files, &entries, &sets));
        }
    }
    Err(wrong.join("\n"))
}

fn table(path: &Path) -> Result<toml::Table, String> {
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    text.parse()
        .map_err(|error: toml::de::Error| match error.span() {
            Some(span) => {
                let line = text[..span.start].matches('\n').count() + 1;
                format!("line {line}: {}", error.message())
            }
            None => error.message().to_owned(),
        })
}
