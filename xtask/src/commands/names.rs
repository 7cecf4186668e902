//! `cargo xtask names`: the names of links, messages and vocabularies for the
//! scripts, which would else copy them.

use anyhow::Result;
use model::{Lang, Qualifier, Unit};
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::PathBuf;
use text::names;
use view::{ChartId, Embed, Message, Name, PROTOCOL};
use words::Locale;

const FILE: &str = "scripts/generated/names.ts";
/// Stands for the number in a unit's words.
const NUMBER: &str = "#";

/// Writes the file.
///
/// # Errors
/// When it cannot be written.
pub fn run() -> Result<()> {
    Ok(std::fs::write(path(), typescript())?)
}

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
    let views = [Embed::All, Embed::Map, Embed::Timeline];
    let _ = write!(
        file,
        "\n// What an embedded view shows.\nexport type Embed = {} | `{}${{string}}`;\n",
        views
            .map(|view| Value::from(view.word()).to_string())
            .join(" | "),
        chart_prefix()
    );
    constant(
        &mut file,
        "Their names, but for the charts'.",
        "EMBEDS",
        "Record<string, Words>",
        &table(views.map(|view| (view.word(), words(|lang| embed(lang, view).to_owned())))),
    );
    constant(
        &mut file,
        "The charts of a dataset that names none.",
        "CHARTS",
        "{ id: string; title: Words }[]",
        &ChartId::ALL
            .iter()
            .map(|chart| {
                let title = words(|lang| names::chart(lang, *chart).to_owned());
                json!({ "id": chart.word(), "title": title })
            })
            .collect(),
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
    constant(
        &mut file,
        "A figure in a unit; # is the number.",
        "UNITS",
        "Record<string, Words>",
        &table(Unit::ALL.iter().map(|unit| {
            let form = words(|lang| text::amount(lang, 2.0, *unit).replace('2', NUMBER));
            (unit.word().to_owned(), form)
        })),
    );
    file
}

fn embed(lang: Lang, view: Embed) -> &'static str {
    match view {
        Embed::All => text::panel_all(lang),
        Embed::Map => text::map(lang),
        Embed::Timeline => text::timeline(lang),
        Embed::Chart(chart) => names::chart(lang, chart),
    }
}

/// What stands before a chart's id.
fn chart_prefix() -> String {
    let chart = ChartId::ALL[0];
    Embed::Chart(chart).word().replace(chart.word(), "")
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
