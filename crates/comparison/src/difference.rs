//! What lies between two figures.

use crate::line::{self, Line, Unlike};
use model::{Dataset, Qualifier, Time};

/// What sums of decimal fractions leave, in proportion to what was added.
const NOTHING: f64 = 1e-9;

/// What lies between a side and the first one.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// It can be told.
    Told(Told),
    /// It cannot.
    Refused(Why),
}

/// A difference that can be told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Told {
    /// How much more, or below zero how much less, than the first.
    pub amount: f64,
    /// How many times the first; none where not both are above zero.
    pub times: Option<f64>,
    /// What the qualifiers of both leave of both.
    pub qualifier: Qualifier,
    /// Whether the two are of different times, or of one that is not stated.
    pub other_time: bool,
}

/// Why a difference is not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// One of the two is not stated.
    NotStated,
    /// One of the two cannot be shown as it is asked for.
    Unlike(Unlike),
    /// One of the two has several figures, which do not add up.
    Several,
    /// The two count different things.
    OtherLabels,
    /// The two may count some of the same.
    Shared,
    /// They are limits between which there may lie anything.
    Limits,
}

/// What lies between the first side and another.
pub fn difference(dataset: &Dataset, first: &[Line], other: &[Line]) -> Difference {
    match told(dataset, first, other) {
        Ok(told) => Difference::Told(told),
        Err(why) => Difference::Refused(why),
    }
}

fn told(dataset: &Dataset, first: &[Line], other: &[Line]) -> Result<Told, Why> {
    let (a, b) = (only(first)?, only(other)?);
    let (from, to) = (
        a.figure.map_err(Why::Unlike)?,
        b.figure.map_err(Why::Unlike)?,
    );
    // Parts of one whole are of one nature, whatever they are called.
    let is_alike = labels(dataset, a) == labels(dataset, b) || have_whole(dataset, a, b);
    if !is_alike {
        return Err(Why::OtherLabels);
    }
    if line::share(dataset, &a.total, &b.total) {
        return Err(Why::Shared);
    }
    let both = [to.qualifier, from.qualifier.reversed()];
    let qualifier = line::together(both.into_iter()).ok_or(Why::Limits)?;
    let amount = to.amount - from.amount;
    let is_none = amount.abs() <= NOTHING * to.amount.abs().max(from.amount.abs());
    // "As much" is not said of "over 100" and 100.
    if is_none && qualifier.reversed() != qualifier {
        return Err(Why::Limits);
    }
    let is_above = from.amount > 0.0 && to.amount > 0.0;
    Ok(Told {
        amount: if is_none { 0.0 } else { amount },
        times: is_above.then(|| to.amount / from.amount),
        qualifier,
        other_time: is_of_other_time(dataset, a, b),
    })
}

/// The one figure of a side's own.
fn only(lines: &[Line]) -> Result<&Line, Why> {
    let is_own = |line: &&Line| line.figure != Err(Unlike::Together);
    let mut own = lines.iter().filter(is_own);
    match (own.next(), own.next()) {
        (Some(one), None) => Ok(one),
        (Some(_), Some(_)) => Err(Why::Several),
        (None, _) if lines.is_empty() => Err(Why::NotStated),
        (None, _) => Err(Why::Unlike(Unlike::Together)),
    }
}

/// Whether something counts both within itself.
fn have_whole(dataset: &Dataset, a: &Line, b: &Line) -> bool {
    let of_a = line::wholes(dataset, &a.total);
    let mut of_b = line::wholes(dataset, &b.total).into_iter();
    of_b.any(|whole| of_a.contains(&whole))
}

/// What the figures of a line count, where the indicator does not say: one that may be
/// added is the same whatever it is called.
fn labels<'a>(dataset: &'a Dataset, line: &Line) -> Option<Vec<&'a model::Text>> {
    let values = line.total.counted.iter();
    let mut values = values.filter_map(|counted| line::value(dataset, counted));
    let first = values.next()?;
    let adds = dataset.indicator(first.of.indicator).adds;
    (!adds).then(|| first.label.iter().collect())
}

/// Whether all figures of both are not of one stated time.
fn is_of_other_time(dataset: &Dataset, a: &Line, b: &Line) -> bool {
    let all = || a.total.counted.iter().chain(&b.total.counted);
    let mut times = all().map(|counted| dataset.record(counted.record).time.time);
    let Some(first) = times.next() else {
        return false;
    };
    first == Time::Unknown || times.any(|time| time != first)
}
