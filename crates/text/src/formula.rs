//! Formulas of derived figures, and their comparison with the source.

use super::numbers::{computed_parts, cut, with_qualifier};
use super::{Phrase, qualified_parts};
use model::{Dataset, Derived, Formula, Lang, Operand, Qualifier};

/// The formula with its numbers: "CNY 1.304 billion + CNY 534 million".
#[must_use]
pub fn formula(lang: Lang, derived: &Derived, dataset: &Dataset) -> Phrase {
    let word = |of: &Operand| operand(lang, *of, dataset);
    let join = |of: &[Operand], sign: &str| Phrase::joined(of.iter().map(word), sign);
    let in_hundredths = dataset.in_hundredths(derived);
    let whole = if in_hundredths { " × 100%" } else { "" };
    match &derived.formula {
        Formula::Sum(of) => join(of, " + "),
        Formula::Product(of) => join(of, " × "),
        Formula::Difference(a, b) => join(&[*a, *b], " − "),
        Formula::Ratio(a, b) => join(&[*a, *b], " ÷ "),
        Formula::Share(a, b) => {
            Phrase::put([word(a), word(b)], |[a, b]| format!("{a} ÷ {b}{whole}"))
        }
        Formula::Growth(a, b) => Phrase::put([word(a), word(b)], |[a, b]| {
            format!("({b} − {a}) ÷ {a}{whole}")
        }),
    }
}

/// The result, or a dash where there is none.
#[must_use]
pub fn result(lang: Lang, derived: &Derived, dataset: &Dataset) -> Phrase {
    let Some(value) = derived.amount else {
        return "—".into();
    };
    let qualifier = dataset.qualifier(derived);
    let text = match qualifier {
        // "about ≈" would say the same twice.
        Qualifier::About | Qualifier::Estimated => cut(lang, value, derived.unit, dataset).0,
        _ => computed_parts(lang, value, derived.unit, dataset),
    };
    with_qualifier(lang, text, qualifier)
}

/// What the source states of the same figure.
#[must_use]
pub fn stated(lang: Lang, derived: &Derived, dataset: &Dataset) -> Option<Phrase> {
    derived.stated.map(|stated| operand(lang, stated, dataset))
}

pub(super) fn operand(lang: Lang, operand: Operand, dataset: &Dataset) -> Phrase {
    match operand {
        Operand::Value(record, position) => dataset
            .record(record)
            .values
            .get(position)
            .map_or_else(Phrase::default, |value| {
                qualified_parts(lang, value, dataset)
            }),
        Operand::Derived(ix) => dataset
            .derived
            .get(ix.at())
            .map_or_else(Phrase::default, |of| result(lang, of, dataset)),
    }
}
