//! CSL-JSON, which programs that keep literature read.

use super::{Cited, Entry};
use model::Date;
use serde_json::{Value, json};

/// A list of the one item.
pub fn write(entry: &Entry<'_>) -> String {
    let citing = entry.citing;
    let mut item = json!({
        "id": entry.key,
        "type": "dataset",
        "title": entry.title,
        "version": entry.version,
        "original-date": date(citing.dataset.as_of),
        "accessed": date(citing.accessed),
        "URL": citing.link,
        "language": text::tag(citing.lang),
        "note": format!(
            "{}{}{}",
            entry.edition,
            text::sentence_separator(citing.lang),
            entry.stated
        ),
    });
    if let Some(fields) = item.as_object_mut() {
        if let Some(whole) = entry.whole {
            fields.insert("container-title".to_owned(), whole.into());
        }
        if let Cited::Record(ix) = citing.cited {
            let id = citing.dataset.record(*ix).id.as_str();
            fields.insert("number".to_owned(), id.into());
        }
    }
    format!("{:#}\n", Value::Array(vec![item]))
}

/// As precise as it is stated.
fn date(date: Date) -> Value {
    let parts = [
        Some(date.year()),
        date.month().map(u16::from),
        date.day().map(u16::from),
    ];
    let parts: Vec<u16> = parts.into_iter().flatten().collect();
    json!({ "date-parts": [parts] })
}
