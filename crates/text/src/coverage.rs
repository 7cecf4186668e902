//! The parts of a coverage matrix, and its gaps, in words.

use coverage::{Cell, Gap, Part, Side};
use model::{Dataset, Lang};

/// How many years or places are named.
const NAMED: usize = 12;

/// A side's name.
#[must_use]
pub fn side(lang: Lang, side: Side) -> &'static str {
    match side {
        Side::Place => crate::place(lang),
        Side::Sector => crate::sector(lang),
        Side::Kind => crate::kind(lang),
        Side::Time => crate::time_word(lang),
    }
}

/// A row's or a column's head.
#[must_use]
pub fn part(lang: Lang, part: Part, dataset: &Dataset) -> String {
    match part {
        Part::Place(choice) => crate::names::place_choice(lang, choice, dataset).text(lang),
        Part::Sector(ix) => dataset.sector(ix).name.get(lang).to_owned(),
        Part::Kind(ix) => dataset.kind(ix).name.get(lang).to_owned(),
        Part::Years(from, to) if from == to => from.to_string(),
        Part::Years(from, to) => format!("{from}–{to}"),
        Part::Longer => crate::coverage_longer(lang).to_owned(),
        Part::NoTime => crate::coverage_no_time(lang).to_owned(),
        Part::Rest => crate::coverage_rest(lang).to_owned(),
    }
}

/// What a cell holds, with the heads of its row and its column.
#[must_use]
pub fn cell(lang: Lang, row: &str, column: &str, cell: &Cell) -> String {
    match cell.records.len() {
        0 => crate::coverage_nothing(lang, column, row),
        count => {
            let figures = crate::number(lang, cell.figures as f64);
            crate::coverage_cell(lang, count, column, &figures, row)
        }
    }
}

/// A gap as a sentence.
#[must_use]
pub fn gap(lang: Lang, gap: &Gap, dataset: &Dataset) -> String {
    match gap {
        Gap::Years(years) => {
            let names: Vec<String> = years.iter().map(u16::to_string).collect();
            crate::gap_years(lang, years.len(), &crate::first_of(lang, &names, NAMED))
        }
        Gap::Places(places) => {
            let name = |ix: &model::PlaceIx| dataset.place(*ix).name.get(lang).to_owned();
            let names: Vec<String> = places.iter().map(name).collect();
            crate::gap_places(lang, places.len(), &crate::first_of(lang, &names, NAMED))
        }
        Gap::Undated(records) => crate::gap_undated(lang, records.len()),
        Gap::Unfunded(records) => crate::gap_unfunded(lang, records.len()),
        Gap::Bare(records) => crate::gap_bare(lang, records.len()),
    }
}
