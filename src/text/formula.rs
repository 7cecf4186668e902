//! Formulas of derived figures, and their comparison with the source.

use super::{amount, qualified};
use crate::dataset::{Dataset, Derived, Formula, Operand};
use crate::lang::Lang;

/// The formula with its numbers: "CNY 1.304 billion + CNY 534 million".
#[must_use]
pub fn formula(lang: Lang, derived: &Derived, dataset: &Dataset) -> String {
    let word = |of: &Operand| operand(lang, *of, dataset);
    let join = |of: &[Operand], sign: &str| of.iter().map(word).collect::<Vec<_>>().join(sign);
    match &derived.formula {
        Formula::Sum(of) => join(of, " + "),
        Formula::Product(of) => join(of, " × "),
        Formula::Difference(a, b) => format!("{} − {}", word(a), word(b)),
        Formula::Ratio(a, b) => format!("{} ÷ {}", word(a), word(b)),
        Formula::Share(a, b) => format!("{} ÷ {} × 100%", word(a), word(b)),
        Formula::Growth(a, b) => format!("({} − {}) ÷ {}", word(b), word(a), word(a)),
    }
}

/// The result, or a dash where there is none.
#[must_use]
pub fn result(lang: Lang, derived: &Derived) -> String {
    derived
        .amount
        .map_or_else(|| "—".to_owned(), |value| amount(lang, value, derived.unit))
}

/// What the source states of the same figure, and whether that agrees to the
/// digits that it gives.
#[must_use]
pub fn stated(lang: Lang, derived: &Derived, dataset: &Dataset) -> Option<(String, bool)> {
    let stated = derived.stated?;
    let (number, ..) = dataset.operand(stated)?;
    let computed = derived.amount?;
    Some((operand(lang, stated, dataset), agrees(number, computed)))
}

/// Whether `computed`, rounded to as many digits as `stated` has, is the same.
#[must_use]
pub fn agrees(stated: f64, computed: f64) -> bool {
    let digits = stated
        .to_string()
        .split_once('.')
        .map_or(0, |(_, fraction)| fraction.len());
    let scale = 10_f64.powi(i32::try_from(digits).unwrap_or(0));
    ((computed * scale).round() - stated * scale).abs() < 1e-6 * scale.max(1.0)
}

fn operand(lang: Lang, operand: Operand, dataset: &Dataset) -> String {
    match operand {
        Operand::Value(record, position) => dataset
            .record(record)
            .values
            .get(position)
            .map_or_else(String::new, |value| qualified(lang, value)),
        Operand::Derived(ix) => result(lang, &dataset.derived[ix.at()]),
    }
}
