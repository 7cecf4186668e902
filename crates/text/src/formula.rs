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

/// How a computed figure compares with the stated one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// The very number.
    Same,
    /// The number when rounded to the digits that are stated.
    Rounded,
    /// Not the number, but what its qualifier allows.
    Within,
    /// Another.
    Differs,
}

impl Agreement {
    /// In words.
    #[must_use]
    pub fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Same => super::agrees(lang),
            Self::Rounded => super::agrees_rounded(lang),
            Self::Within => super::agrees_within(lang),
            Self::Differs => super::disagrees(lang),
        }
    }
}

/// What the source states of the same figure, and how the two compare.
#[must_use]
pub fn stated(lang: Lang, derived: &Derived, dataset: &Dataset) -> Option<(Phrase, Agreement)> {
    let stated = derived.stated?;
    let (number, unit, qualifier) = dataset.operand(stated)?;
    let computed = derived.amount?;
    let agreement = compare(
        number,
        dataset.unit(unit).currency().is_some(),
        qualifier,
        computed,
    );
    Some((operand(lang, stated, dataset), agreement))
}

/// Compares a computed number with a stated one, which may be one of money.
#[must_use]
pub fn compare(stated: f64, is_money: bool, qualifier: Qualifier, computed: f64) -> Agreement {
    let close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs());
    if close(stated, computed) {
        return Agreement::Same;
    }
    let step = step(stated, is_money);
    if close((computed / step).round() * step, stated) {
        return Agreement::Rounded;
    }
    let within = match qualifier {
        Qualifier::Over | Qualifier::AtLeast => computed > stated,
        Qualifier::Nearly | Qualifier::UpTo => computed < stated,
        Qualifier::Exact | Qualifier::About | Qualifier::Estimated | Qualifier::Expected => false,
    };
    if within {
        Agreement::Within
    } else {
        Agreement::Differs
    }
}

/// The value of the last digit that is stated. Sums of money are stated in
/// large units, so that zeros at their end are none; other counts are to the
/// unit.
fn step(stated: f64, is_money: bool) -> f64 {
    let text = stated.to_string();
    let digits = |count: usize| i32::try_from(count).unwrap_or(0);
    match text.split_once('.') {
        Some((_, fraction)) => 10_f64.powi(-digits(fraction.len())),
        None if is_money && stated != 0.0 => {
            10_f64.powi(digits(text.len() - text.trim_end_matches('0').len()))
        }
        None => 1.0,
    }
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
