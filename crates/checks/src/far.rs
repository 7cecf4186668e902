//! Figures and years that stand far from all others.

use crate::{Check, Kind};
use model::{Dataset, Qualifier, Quantity, RecordIx, Time, Value};
use sorting::Arrange as _;

/// Fewer figures have no usual size.
const FIGURES: usize = 6;
/// By how much a figure is far above the middle one.
const TIMES: f64 = 1000.0;
/// Fewer records have no usual years.
const RECORDS: usize = 20;
/// How many years are far.
const YEARS: u16 = 40;
/// One in so many records at either end is not of the usual years.
const END: usize = 50;

pub fn above(dataset: &Dataset) -> Vec<Check> {
    let mut all: Vec<(Quantity, f64, RecordIx)> = Vec::new();
    for (ix, record) in dataset.record_indices().zip(&dataset.records) {
        // A bound or a promise has no size of its own.
        let is_number = |value: &&Value| {
            use Qualifier::{About, Estimated, Exact};
            value.amount > 0.0 && matches!(value.qualifier, Exact | About | Estimated)
        };
        let numbers = record.values.iter().filter(is_number);
        all.extend(numbers.map(|value| (value.of, value.amount, ix)));
    }
    all.arrange_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mut found = Vec::new();
    for values in all.chunk_by(|a, b| a.0 == b.0) {
        let Some(&(of, median, _)) = values.get(values.len() / 2) else {
            continue;
        };
        if values.len() >= FIGURES {
            let far = values.iter().filter(|value| value.1 > TIMES * median);
            found.extend(far.map(|(_, amount, record)| Check {
                kind: Kind::FarAbove {
                    of,
                    amount: *amount,
                    median,
                },
                records: vec![*record],
            }));
        }
    }
    found
}

pub fn years(dataset: &Dataset) -> Vec<Check> {
    let years = dataset.record_indices().zip(&dataset.records);
    let years = years.filter_map(|(ix, record)| Some((year(record.time.time)?, ix)));
    let years: Vec<(u16, RecordIx)> = years.collect();
    let mut sorted: Vec<u16> = years.iter().map(|(year, _)| *year).collect();
    sorted.arrange();
    // The outermost one alone is never usual.
    let end = (sorted.len() / END).max(1);
    let ends = sorted.get(end).zip(sorted.iter().rev().nth(end));
    let Some((from, to)) = ends.filter(|_| sorted.len() >= RECORDS) else {
        return Vec::new();
    };
    let (from, to) = (*from, *to);
    let is_far = |year: u16| year < from.saturating_sub(YEARS) || year > to.saturating_add(YEARS);
    years
        .into_iter()
        .filter(|(year, _)| is_far(*year))
        .map(|(year, ix)| Check {
            kind: Kind::FarYear { year, from, to },
            records: vec![ix],
        })
        .collect()
}

/// When something begins, or ends where only that is stated.
const fn year(time: Time) -> Option<u16> {
    match time {
        Time::Point(at) | Time::Interval(at, _) | Time::Since(at) | Time::Until(at) => {
            Some(at.year())
        }
        Time::Plan(_) | Time::Unknown => None,
    }
}
