//! What is worth a look, and how derived figures compare with the source, in words.

use crate::formula::Agreement;
use checks::{Check, Kind};
use model::{Dataset, Derived, Lang};

/// What a check found.
#[must_use]
pub fn check(lang: Lang, check: &Check, dataset: &Dataset) -> String {
    match check.kind {
        Kind::AboveWhole { of, parts, whole } => {
            let amount = |amount| crate::amount(lang, amount, of.unit, dataset);
            crate::check_above_whole(lang, &amount(parts), &amount(whole))
        }
        Kind::Alike => crate::check_alike(lang, check.records.len()),
        Kind::FarAbove { of, amount, median } => {
            let amount_of = |amount| crate::amount(lang, amount, of.unit, dataset);
            crate::check_far_above(lang, &amount_of(amount), &amount_of(median))
        }
        Kind::FarYear { year, from, to } => {
            // A year has no groups of three.
            let word = |year: u16| year.to_string();
            crate::check_far_year(lang, &word(from), &word(to), &word(year))
        }
    }
}

/// How many derived figures agree with what the source states, and how.
#[must_use]
pub fn verdicts(lang: Lang, dataset: &Dataset) -> String {
    let of = |derived: &Derived| crate::formula::stated(lang, derived, dataset).map(|(_, how)| how);
    let all: Vec<Option<Agreement>> = dataset.derived.iter().map(of).collect();
    let count = |how: Option<Agreement>| {
        let count = all.iter().filter(|one| **one == how).count();
        crate::number(lang, count as f64)
    };
    crate::verdicts(
        lang,
        &crate::number(lang, all.len() as f64),
        &count(Some(Agreement::Differs)),
        &count(Some(Agreement::Rounded)),
        &count(Some(Agreement::Same)),
        &count(None),
        &count(Some(Agreement::Within)),
    )
}
