//! What was left out of a file, or read with a guess, as a table.

use crate::csv::{Cell, row};
use import::Finding;
use model::Lang;
use text::imported;

/// A row for each place that a finding names, with its words.
#[must_use]
pub fn report(lang: Lang, findings: &[Finding]) -> String {
    // A mark by which spreadsheets know the encoding.
    let mut out = String::from('\u{feff}');
    let heads = ["finding", "line", "item", "field", "found"];
    row(
        &mut out,
        heads.into_iter().map(|head| Cell::Text(head.to_owned())),
    );
    for finding in findings {
        let words = imported::finding(lang, finding);
        for place in &finding.places {
            let line = match place.line {
                0 => String::new(),
                line => line.to_string(),
            };
            let cells = [
                Cell::Text(words.clone()),
                Cell::Number(line),
                Cell::Text(place.item.clone()),
                Cell::Text(place.field.clone()),
                Cell::Text(place.found.clone()),
            ];
            row(&mut out, cells.into_iter());
        }
        if finding.places.is_empty() {
            row(&mut out, std::iter::once(Cell::Text(words)));
        }
    }
    out
}
