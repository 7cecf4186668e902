//! `cargo xtask names`: the names of links, messages and vocabularies for the
//! scripts, which would else copy them.

use anyhow::Result;
use model::{Lang, Qualifier};
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::PathBuf;
use text::names;
use view::{Embed, Message, Name, PROTOCOL};
use words::Locale;

const FILE: &str = "scripts/generated/names.ts";

/// Writes the file.
///
/// # Errors
/// When it cannot be written.
pub fn run() -> Result<()> {
    Ok(std::fs::write(path(), typescript())?)
}

/// A word by the language.
type Word = fn(Lang) -> &'static str;

fn path() -> PathBuf {
    crate::workspace::root().join(FILE)
}

fn typescript() -> String {
    let mut file = String::from(
        "// Made of the Rust code by `cargo xtask names`; a test tells when it is not new.\n",
    );
    union(
        &mut file,
        "The parameters of a link.",
        "Parameter",
        Name::ALL.iter().map(|name| name.word()),
    );
    union(
        &mut file,
        "What a message between an embedded view and the page around it is about.",
        "Message",
        Message::ALL.iter().map(|message| message.word()),
    );
    constant(
        &mut file,
        "Which protocol, in each message.",
        "PROTOCOL",
        "number",
        &json!(PROTOCOL),
    );
    file.push_str("\n// A text by its languages.\nexport type Words = Record<string, string>;\n");
    let views: [(&str, Word); 8] = [
        (Embed::ALL, text::panel_all),
        (Embed::VIEW, text::map_and_timeline),
        (Embed::MAP, text::map),
        (Embed::TIMELINE, text::timeline),
        (Embed::COVERAGE, text::coverage_title),
        (Embed::COMPARISON, text::comparison_title),
        (Embed::CHECKS, text::checks_title),
        (Embed::TABLE, text::table),
    ];
    let _ = write!(
        file,
        "\n// What an embedded view shows.\nexport type Embed = {} | `{}${{string}}` | `{}${{string}}`;\n",
        views
            .map(|(word, _)| Value::from(word).to_string())
            .join(" | "),
        Embed::CHART,
        Embed::RECORD
    );
    constant(
        &mut file,
        "Their names, but for those of charts and records.",
        "EMBEDS",
        "Record<string, Words>",
        &table(views.map(|(word, name)| (word.to_owned(), words(|lang| name(lang).to_owned())))),
    );
    let qualifiers = Qualifier::ALL.iter().filter(|q| **q != Qualifier::Exact);
    constant(
        &mut file,
        "What stands before a figure.",
        "QUALIFIERS",
        "Record<string, Words>",
        &table(qualifiers.map(|qualifier| {
            let word = words(|lang| names::qualifier(lang, *qualifier).to_owned());
            (qualifier.word().to_owned(), word)
        })),
    );
    file
}

/// A text in every language.
fn words(text: impl Fn(Lang) -> String) -> Value {
    table(
        Locale::ALL
            .map(Locale::lang)
            .map(|lang| (lang.to_string(), Value::String(text(lang)))),
    )
}

fn table(rows: impl IntoIterator<Item = (String, Value)>) -> Value {
    Value::Object(rows.into_iter().collect())
}

/// A type whose values are words.
fn union<'a>(file: &mut String, about: &str, name: &str, words: impl Iterator<Item = &'a str>) {
    let _ = write!(file, "\n// {about}\nexport type {name} =");
    for word in words {
        let _ = write!(file, "\n  | {}", Value::from(word));
    }
    file.push_str(";\n");
}

/// `var`, for ECMAScript 5 has no other.
fn constant(file: &mut String, about: &str, name: &str, kind: &str, value: &Value) {
    let _ = writeln!(file, "\n// {about}\nexport var {name}: {kind} = {value:#};");
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_scripts_have_the_names_of_today() {
        let written = std::fs::read_to_string(super::path()).unwrap_or_default();
        assert_eq!(written, super::typescript(), "run `cargo xtask names`");
    }
}
