//! What is stated and what is not, as a table: a row a cell.

use crate::csv::{Cell, row};
use coverage::{Sides, matrix};
use model::{Dataset, Lang, RecordIx};
use text::coverage::{heads, side};

/// A row for each cell of the matrix, the empty ones too: the heads of its row and its
/// column, how many records stand there and how many of them state a figure, and the
/// records. One of several places stands in the row of each, so counts are not added.
#[must_use]
pub fn cells(lang: Lang, dataset: &Dataset, records: &[RecordIx], sides: Sides) -> String {
    let made = matrix(dataset, records, sides);
    // A mark by which spreadsheets know the encoding.
    let mut out = String::from('\u{feff}');
    let word = |words: &str| Cell::Text(words.to_owned());
    let names = [
        side(lang, sides.rows()),
        side(lang, sides.columns()),
        "records",
        "with_figure",
        "record_ids",
    ];
    row(&mut out, names.into_iter().map(word));
    let columns = heads(lang, &made.columns, dataset);
    for (at, head) in heads(lang, &made.rows, dataset).iter().enumerate() {
        for (column, cell) in columns.iter().zip(made.row(at)) {
            let ids: Vec<&str> = cell
                .records
                .iter()
                .map(|ix| dataset.record(*ix).id.as_str())
                .collect();
            let filled = [
                Cell::Text(head.text(lang)),
                Cell::Text(column.text(lang)),
                Cell::Number(cell.records.len().to_string()),
                Cell::Number(cell.figures.to_string()),
                Cell::Text(ids.join("; ")),
            ];
            row(&mut out, filled.into_iter());
        }
    }
    out
}
