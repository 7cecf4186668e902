//! The parts of a coverage matrix, and its gaps, in words.

use crate::Phrase;
use coverage::{Cell, Gap, Part, Side};
use model::{Dataset, Lang};
use query::PlaceChoice;

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

/// The heads of a side. Of places with the same name, each says in what it lies.
#[must_use]
pub fn heads(lang: Lang, parts: &[Part], dataset: &Dataset) -> Vec<Phrase> {
    let names: Vec<Phrase> = parts.iter().map(|of| part(lang, *of, dataset)).collect();
    let texts: Vec<String> = names.iter().map(|name| name.text(lang)).collect();
    let is_twice = |text: &String| texts.iter().filter(|other| *other == text).count() > 1;
    let parent = |part: &Part| match part {
        Part::Place(PlaceChoice::Place(ix)) => dataset.place(*ix).parent,
        _ => None,
    };
    let all = names.into_iter().zip(&texts).zip(parts);
    all.map(|((name, text), part)| match parent(part) {
        Some(parent) if is_twice(text) => {
            let parent = Phrase::of(lang, &dataset.place(parent).name);
            Phrase::put([name, parent], |[name, parent]| {
                crate::in_brackets(lang, parent, name)
            })
        }
        _ => name,
    })
    .collect()
}

/// A row's or a column's head.
#[must_use]
pub fn part(lang: Lang, part: Part, dataset: &Dataset) -> Phrase {
    match part {
        Part::Place(choice) => crate::names::place_choice(lang, choice, dataset),
        Part::Sector(ix) => Phrase::of(lang, &dataset.sector(ix).name),
        Part::Kind(ix) => Phrase::of(lang, &dataset.kind(ix).name),
        Part::Years(from, to) if from == to => from.to_string().into(),
        Part::Years(from, to) => format!("{from}–{to}").into(),
        Part::Longer => crate::coverage_longer(lang).into(),
        Part::NoTime => crate::coverage_no_time(lang).into(),
        Part::Rest => crate::coverage_rest(lang).into(),
    }
}

/// The heads of a cell.
#[must_use]
pub fn both(lang: Lang, row: Phrase, column: Phrase) -> Phrase {
    Phrase::put([row, column], |[row, column]| {
        crate::coverage_chosen(lang, column, row)
    })
}

/// What a cell holds, with the heads of its row and its column.
#[must_use]
pub fn cell(lang: Lang, (row, column): (&str, &str), cell: &Cell, is_filtered: bool) -> String {
    match cell.records.len() {
        0 if is_filtered => crate::coverage_none_shown(lang, column, row),
        0 => crate::coverage_nothing(lang, column, row),
        count => {
            let figures = crate::number(lang, cell.figures as f64);
            crate::coverage_cell(lang, count, column, &figures, row)
        }
    }
}

/// A gap as a sentence.
#[must_use]
pub fn gap(lang: Lang, gap: &Gap, dataset: &Dataset) -> Phrase {
    match gap {
        Gap::Years(years) => {
            let runs = years.chunk_by(|a, b| a + 1 == *b);
            let run = |run: &[u16]| match run {
                [first, .., last] => format!("{first}–{last}").into(),
                one => one.first().map(u16::to_string).unwrap_or_default().into(),
            };
            let names = runs.map(run).collect();
            Phrase::put([first_of(lang, names)], |[names]| {
                crate::gap_years(lang, years.len(), names)
            })
        }
        Gap::Places(places) => {
            let name = |ix: &model::PlaceIx| Phrase::of(lang, &dataset.place(*ix).name);
            let names = places.iter().map(name).collect();
            Phrase::put([first_of(lang, names)], |[names]| {
                crate::gap_places(lang, places.len(), names)
            })
        }
        Gap::Undated(records) => crate::gap_undated(lang, records.len()).into(),
        Gap::Unfunded(records) => crate::gap_unfunded(lang, records.len()).into(),
        Gap::NoBaseline(records) => crate::gap_baseline(lang, records.len()).into(),
        Gap::Unpaired(records) => crate::gap_unpaired(lang, records.len()).into(),
        Gap::Bare(records) => crate::gap_bare(lang, records.len()).into(),
    }
}

/// The first of some names, and how many more there are.
fn first_of(lang: Lang, mut names: Vec<Phrase>) -> Phrase {
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    let first = Phrase::joined(names, crate::list_separator(lang));
    if more == 0 {
        return first;
    }
    Phrase::put([first], |[first]| crate::first_and_more(lang, more, first))
}
