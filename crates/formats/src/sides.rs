//! What stands side by side, as a table: a row a figure of each side.

use crate::csv::{Cell, row};
use comparison::{By, Comparison, Line, Row, Unlike};
use model::{Dataset, Lang, Qualifier, RecordIx};
use query::Counted;
use text::comparison::{by, line, subject};

/// A row for each figure of each side, with the records that state it: own figures and
/// sums of them, what is only expected, and what is stated of several sides together.
/// A side without a figure of a quantity has a row too, whose figure is empty.
#[must_use]
pub fn sides(lang: Lang, dataset: &Dataset, made: &Comparison) -> String {
    // A mark by which spreadsheets know the encoding.
    let mut out = String::from('\u{feff}');
    let names = [
        "side",
        "indicator",
        "unit",
        "shown_as",
        "figure",
        "qualifier",
        "made_of",
        "remark",
        "record_ids",
        "not_counted_ids",
    ];
    row(
        &mut out,
        names.into_iter().map(|name| Cell::Text(name.to_owned())),
    );
    for of in &made.rows {
        for (cell, side) in of.cells.iter().zip(&made.sides) {
            let side = subject(lang, side.subject, dataset).text(lang);
            if cell.is_empty() {
                let nothing = text::comparison_nothing(lang).to_owned();
                put(
                    &mut out,
                    (lang, dataset),
                    &side,
                    of,
                    Figure {
                        remark: nothing,
                        ..Figure::default()
                    },
                );
            }
            for line in cell {
                for figure in figures(lang, dataset, of, line) {
                    put(&mut out, (lang, dataset), &side, of, figure);
                }
            }
        }
    }
    out
}

/// What differs from figure to figure.
#[derive(Default)]
struct Figure {
    amount: Option<f64>,
    qualifier: Option<Qualifier>,
    made_of: String,
    remark: String,
    records: Vec<RecordIx>,
    not_counted: Vec<RecordIx>,
}

/// The figures of a line: its own, and what of it is only expected.
fn figures(lang: Lang, dataset: &Dataset, of: &Row, one: &Line) -> Vec<Figure> {
    let said = line(lang, one, of, dataset);
    let records = |counted: &[Counted]| counted.iter().map(|one| one.record).collect();
    let stated = |counted: &Counted| dataset.record(counted.record).values.get(counted.value);
    let mut all = Vec::new();
    if let Some(first) = one.total.counted.first() {
        let note = said.note.map(|note| note.text(lang)).unwrap_or_default();
        let own = one.figure.ok();
        // Of several sides together: as it is stated. What cannot be told has no figure,
        // least of all the first of those that it would be made of.
        let is_together = of.by == By::Amount && one.figure == Err(Unlike::Together);
        let as_stated = stated(first).filter(|_| is_together);
        let (made_of, remark) = match own {
            Some(_) => (note, String::new()),
            None if note.is_empty() => (String::new(), said.figure.text(lang)),
            None => (String::new(), note),
        };
        all.push(Figure {
            amount: own
                .map(|own| own.amount)
                .or(as_stated.map(|value| value.amount)),
            qualifier: own
                .map(|own| own.qualifier)
                .or(as_stated.map(|value| value.qualifier)),
            made_of,
            remark,
            records: records(&one.total.counted),
            not_counted: records(&one.total.left_out),
        });
    }
    let expected = one.total.expected.iter().map(|counted| Figure {
        amount: stated(counted).map(|value| value.amount),
        qualifier: Some(Qualifier::Expected),
        remark: text::only_expected(lang).to_owned(),
        records: vec![counted.record],
        ..Figure::default()
    });
    all.extend(expected.filter(|_| of.by == By::Amount));
    if all.is_empty() {
        all.push(Figure {
            remark: said.figure.text(lang),
            records: records(&one.total.expected),
            ..Figure::default()
        });
    }
    all
}

fn put(out: &mut String, (lang, dataset): (Lang, &Dataset), side: &str, of: &Row, figure: Figure) {
    let ids = |records: &[RecordIx]| {
        let ids = records.iter().map(|ix| dataset.record(*ix).id.as_str());
        Cell::Text(ids.collect::<Vec<_>>().join("; "))
    };
    let text = |words: &str| Cell::Text(words.to_owned());
    let cells = [
        text(side),
        text(&dataset.indicator(of.of.indicator).id),
        text(&dataset.unit(of.of.unit).id),
        text(&by(lang, of.by, dataset)),
        figure
            .amount
            .map_or_else(|| text(""), |amount| Cell::Number(amount.to_string())),
        text(figure.qualifier.map_or("", Qualifier::word)),
        text(&figure.made_of),
        text(&figure.remark),
        ids(&figure.records),
        ids(&figure.not_counted),
    ];
    row(out, cells.into_iter());
}
