//! What is worth a look, and how derived figures compare with the source, in words.

use checks::{Check, Kind, Reason, Told, Verdict};
use model::{Dataset, Derived, Lang, UnitIx};

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

/// How a derived figure compares with what the source states of it.
#[must_use]
pub fn verdict(lang: Lang, derived: &Derived, dataset: &Dataset) -> String {
    match checks::verdict(derived, dataset) {
        Verdict::Same => crate::agrees(lang).to_owned(),
        Verdict::Rounded(step) => crate::agrees_rounded(lang, &crate::number(lang, step)),
        Verdict::Within => crate::agrees_within(lang).to_owned(),
        Verdict::Differs(by) => match difference(lang, by.abs(), derived.unit, dataset) {
            None => crate::disagrees(lang).to_owned(),
            Some(amount) if by > 0.0 => crate::disagrees_above(lang, &amount),
            Some(amount) => crate::disagrees_below(lang, &amount),
        },
        Verdict::Cannot(why) => crate::labelled(lang, crate::cannot_tell(lang), reason(lang, why)),
    }
}

/// By how much two figures differ: of hundredths in points, of what is counted in money
/// or in things with its unit. Of a difference that would be written as none, nothing.
fn difference(lang: Lang, by: f64, unit: UnitIx, dataset: &Dataset) -> Option<String> {
    const LEAST: f64 = 0.01;
    if by < LEAST {
        return None;
    }
    Some(if dataset.unit(unit).is_percent() {
        crate::percentage_points(lang, &crate::number(lang, by))
    } else {
        crate::amount(lang, by, unit, dataset)
    })
}

fn reason(lang: Lang, why: Reason) -> &'static str {
    match why {
        Reason::Unstated => crate::cannot_unstated(lang),
        Reason::NoResult => crate::cannot_no_result(lang),
        Reason::Units => crate::cannot_units(lang),
        Reason::Inexact => crate::cannot_inexact(lang),
    }
}

/// A verdict in few words, to choose by.
#[must_use]
pub fn told(lang: Lang, told: Told) -> &'static str {
    match told {
        Told::Same => crate::told_same(lang),
        Told::Rounded => crate::told_rounded(lang),
        Told::Within => crate::told_within(lang),
        Told::Differs => crate::told_differs(lang),
        Told::Cannot => crate::cannot_tell(lang),
    }
}

/// How many derived figures have which verdict; those that none has are left out.
#[must_use]
pub fn verdicts(dataset: &Dataset) -> Vec<(Told, usize)> {
    let all = dataset.derived.iter();
    let all: Vec<Told> = all.map(|of| checks::verdict(of, dataset).told()).collect();
    let count = |told: Told| all.iter().filter(|one| **one == told).count();
    let counts = Told::ALL.into_iter().map(|told| (told, count(told)));
    counts.filter(|(_, count)| *count > 0).collect()
}
