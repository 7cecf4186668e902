//! How a figure that this app computes compares with what the source states of it.

use model::{Dataset, Derived, Operand, Qualifier};

/// What can be said of the two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    /// The very number.
    Same,
    /// The number when rounded to what the last digit of the stated one counts.
    Rounded(f64),
    /// Not the number, but what the qualifiers allow.
    Within,
    /// Another: so much more, or less where it is below zero, than what is stated.
    Differs(f64),
    /// Nothing, and why.
    Cannot(Reason),
}

/// Why two figures cannot be held against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The source does not state it.
    Unstated,
    /// There is no number on one side: what is divided by is nothing.
    NoResult,
    /// One is in another unit.
    Units,
    /// One is inexact, and how far it may be off is not stated.
    Inexact,
}

/// A verdict without its figures, to count and to choose by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Told {
    /// See [`Verdict::Same`].
    Same,
    /// See [`Verdict::Rounded`].
    Rounded,
    /// See [`Verdict::Within`].
    Within,
    /// See [`Verdict::Differs`].
    Differs,
    /// See [`Verdict::Cannot`].
    Cannot,
}

impl Told {
    /// All, from what agrees best to what cannot be told.
    pub const ALL: [Self; 5] = [
        Self::Same,
        Self::Rounded,
        Self::Within,
        Self::Differs,
        Self::Cannot,
    ];
}

impl Verdict {
    /// The same without its figures.
    #[must_use]
    pub const fn told(self) -> Told {
        match self {
            Self::Same => Told::Same,
            Self::Rounded(_) => Told::Rounded,
            Self::Within => Told::Within,
            Self::Differs(_) => Told::Differs,
            Self::Cannot(_) => Told::Cannot,
        }
    }
}

/// Holds a derived figure against the source's own statement of it.
#[must_use]
pub fn verdict(derived: &Derived, dataset: &Dataset) -> Verdict {
    let Some(stated) = derived.stated else {
        return Verdict::Cannot(Reason::Unstated);
    };
    let (Some((number, unit, qualifier)), Some(computed)) =
        (dataset.operand(stated), derived.amount)
    else {
        return Verdict::Cannot(Reason::NoResult);
    };
    if unit != derived.unit {
        return Verdict::Cannot(Reason::Units);
    }
    let step = match stated {
        Operand::Value(record, position) => {
            let value = dataset.record(record).values.get(position);
            let written = value.map(|value| value.stated.to_string());
            step(
                &written.unwrap_or_default(),
                dataset.unit(unit).is_sum_of_money(),
            )
        }
        // What is computed has all its digits.
        Operand::Derived(_) => 0.0,
    };
    compare(
        (number, qualifier),
        (computed, dataset.qualifier(derived)),
        step,
    )
}

/// Compares a stated number with a computed one, each with its qualifier; the last digit
/// that is stated counts `step`, or nothing where all digits are there.
#[must_use]
pub fn compare(
    (stated, of_stated): (f64, Qualifier),
    (computed, of_computed): (f64, Qualifier),
    step: f64,
) -> Verdict {
    let close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs());
    if close(stated, computed) {
        return Verdict::Same;
    }
    let reaches = (reach(stated, of_stated), reach(computed, of_computed));
    // A limit is no number that another is rounded to.
    let is_limit = |reach| matches!(reach, Some((from, to)) if from < to);
    let is_number = !is_limit(reaches.0) && !is_limit(reaches.1);
    if is_number && step > 0.0 && close((computed / step).round() * step, stated) {
        return Verdict::Rounded(step);
    }
    // From where to where each may lie: where the two meet, they may be the same.
    match reaches {
        (Some((from, to)), Some((least, most))) if from <= most && least <= to => Verdict::Within,
        (Some(_), Some(_)) => Verdict::Differs(computed - stated),
        _ => Verdict::Cannot(Reason::Inexact),
    }
}

/// The numbers that a qualifier allows; none where it does not say how many.
const fn reach(number: f64, qualifier: Qualifier) -> Option<(f64, f64)> {
    match qualifier {
        Qualifier::Exact | Qualifier::Expected => Some((number, number)),
        Qualifier::Over | Qualifier::AtLeast => Some((number, f64::INFINITY)),
        Qualifier::Nearly | Qualifier::UpTo => Some((f64::NEG_INFINITY, number)),
        Qualifier::About | Qualifier::Estimated => None,
    }
}

/// What the last digit of a number counts, as it is stated, with the zeros at its end.
/// Sums of money are stated in large units, so that zeros before the point are none;
/// other counts are to the unit.
#[must_use]
pub fn step(stated: &str, is_sum_of_money: bool) -> f64 {
    let digits = |count: usize| i32::try_from(count).unwrap_or(0);
    match stated.split_once('.') {
        Some((_, fraction)) => 10_f64.powi(-digits(fraction.len())),
        None if is_sum_of_money && stated.contains(|digit| ('1'..='9').contains(&digit)) => {
            10_f64.powi(digits(stated.len() - stated.trim_end_matches('0').len()))
        }
        None => 1.0,
    }
}
