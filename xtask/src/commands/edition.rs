//! `cargo xtask edition`: keeps the edition of the built-in dataset that the last commit
//! has, before a changed one takes its place; and notes the new one's name, by which a
//! test tells where this was forgotten.

use crate::workspace;
use anyhow::{Context, Result, bail};
use editions::{Entry, name, short_of};
use model::Date;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};
use xshell::{Shell, cmd};

/// Where the name of the present edition is noted.
const PRESENT: &str = "tests/golden/edition.txt";

/// A day in seconds.
const DAY: u64 = 86_400;

/// Writes the kept file and its line in the list.
///
/// # Errors
/// When the dataset is the same as in the last commit, or a file cannot be written.
pub fn run() -> Result<()> {
    let root = workspace::root();
    let file = file(&root)?;
    let shell = Shell::new()?;
    shell.change_dir(&root);
    let of_commit = format!("HEAD:{}", file.display());
    // As it is, with the line break at its end.
    let before = cmd!(shell, "git show {of_commit}").quiet().output()?.stdout;
    let before = String::from_utf8(before).context("the committed dataset is no UTF-8")?;
    let now = fs::read_to_string(root.join(&file))?;
    if before == now {
        bail!(
            "{} is as in the last commit: there is nothing to keep yet",
            file.display()
        );
    }
    fs::write(root.join(PRESENT), name(&now) + "\n")?;
    let folder = root.join(file.with_extension(""));
    let list = folder.join("editions.json");
    let mut entries = entries(&list)?;
    let edition = name(&before);
    if entries.iter().any(|entry| entry.edition == edition) {
        println!("{} is kept already", short_of(&edition));
        return Ok(());
    }
    fs::create_dir_all(&folder)?;
    fs::write(
        folder.join(short_of(&edition)).with_extension("json"),
        &before,
    )?;
    let until = today()?.to_string();
    entries.insert(0, Entry { edition, until });
    fs::write(&list, serde_json::to_string_pretty(&entries)? + "\n")?;
    println!("kept {}", short_of(&entries[0].edition));
    Ok(())
}

/// The built-in dataset's file, from the root.
fn file(root: &Path) -> Result<PathBuf> {
    let manifest: toml::Table = fs::read_to_string(root.join("Cargo.toml"))?.parse()?;
    let file = manifest["package"]["metadata"]["programme"]["dataset"].as_str();
    Ok(Path::new("public").join(file.context("Cargo.toml names no dataset")?))
}

fn entries(list: &Path) -> Result<Vec<Entry>> {
    if !list.exists() {
        return Ok(Vec::new());
    }
    let text = fs::read_to_string(list)?;
    serde_json::from_str(&text).with_context(|| list.display().to_string())
}

fn today() -> Result<Date> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    Ok(Date::day_of(i32::try_from(seconds / DAY)?))
}
