//! How a figure that this app computes compares with what the source states of it.

use model::{Dataset, Derived, Qualifier};

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
    /// There is no result: what is divided by is nothing.
    NoResult,
    /// One is in another unit.
    Units,
    /// One is about or estimated, and how far it may be off is not stated.
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
    let is_money = dataset.unit(unit).currency().is_some();
    compare(
        (number, qualifier),
        (computed, dataset.qualifier(derived)),
        is_money,
    )
}

/// Compares a stated number with a computed one, each with its qualifier; they may be
/// of money.
#[must_use]
pub fn compare(
    (stated, of_stated): (f64, Qualifier),
    (computed, of_computed): (f64, Qualifier),
    is_money: bool,
) -> Verdict {
    let close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs());
    if close(stated, computed) {
        return Verdict::Same;
    }
    let step = step(stated, is_money);
    if close((computed / step).round() * step, stated) {
        return Verdict::Rounded(step);
    }
    // From where to where each may lie: where the two meet, they may be the same.
    match (reach(stated, of_stated), reach(computed, of_computed)) {
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
