//! What one side states of a quantity, as it is shown.

use crate::{By, Compared};
use model::{Dataset, Operand, Qualifier, Quantity, Taken, Target, UnitIx, Value};
use query::{Counted, Total, disjoint_total};
use sorting::Arrange as _;
use std::collections::BTreeMap;

/// One figure of a side: a total where its quantity may be added, else a single one.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is made of.
    pub total: Total,
    /// As it is asked for, or why that cannot be told.
    pub figure: Result<Figure, Unlike>,
}

/// A figure as it is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// How much: in the quantity's unit, in hundredths of the whole, or for each one.
    pub amount: f64,
    /// What the qualifiers of all that went into it leave of it.
    pub qualifier: Qualifier,
    /// What it was divided by, where it was, and how that is qualified.
    pub by: Option<(f64, Qualifier)>,
}

/// Why a figure cannot be shown as it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlike {
    /// It is promised or possible only.
    Expected,
    /// It is stated of this side and others together.
    Together,
    /// It is made of limits that point opposite ways: it may be anything.
    Limits,
    /// It is a rate already, which is not divided again.
    Rate,
    /// Nothing of its quantity is stated to count it within itself.
    NoWhole,
    /// It is counted within another whole than those beside it.
    OtherWhole,
    /// The record that states it states no such number.
    NoCount,
    /// The record states several of them.
    SeveralCounts,
    /// The number to divide by is none to divide by: zero, or a promise.
    Uncountable,
}

/// What a side states of a quantity: figures of its own, the largest first, and those
/// of it and others together.
pub struct Stated {
    /// Of this side alone.
    pub own: Vec<Total>,
    /// Of others as well.
    pub together: Vec<Total>,
}

/// All that a side states, by quantity.
pub fn stated(dataset: &Dataset, side: &Compared) -> BTreeMap<Quantity, Vec<Counted>> {
    let mut all: BTreeMap<Quantity, Vec<Counted>> = BTreeMap::new();
    for ix in &side.records {
        for (position, value) in dataset.record(*ix).values.iter().enumerate() {
            let counted = Counted::new(*ix, position, value);
            all.entry(value.of).or_default().push(counted);
        }
    }
    all
}

impl Stated {
    /// What a side states of one quantity, told apart.
    pub fn new(dataset: &Dataset, side: &Compared, of: Quantity, mut all: Vec<Counted>) -> Self {
        all.arrange_by(|a, b| b.amount.abs().total_cmp(&a.amount.abs()));
        let is_own = |one: &Counted| side.subject.has_alone(dataset, dataset.record(one.record));
        let (own, together): (Vec<Counted>, Vec<Counted>) = all.into_iter().partition(is_own);
        let adds = dataset.indicator(of.indicator).adds && !own.is_empty();
        Self {
            own: if adds {
                vec![disjoint_total(dataset, own)]
            } else {
                own.into_iter().map(alone).collect()
            },
            together: together.into_iter().map(alone).collect(),
        }
    }
}

/// A figure that is added to nothing.
fn alone(counted: Counted) -> Total {
    if counted.expected {
        return Total {
            expected: vec![counted],
            ..Total::default()
        };
    }
    Total {
        amount: counted.amount,
        counted: vec![counted],
        ..Total::default()
    }
}

/// A value that was counted.
pub fn value<'a>(dataset: &'a Dataset, counted: &Counted) -> Option<&'a Value> {
    dataset.record(counted.record).values.get(counted.value)
}

/// The qualifiers of figures put together; none where limits point opposite ways.
pub fn together(qualifiers: impl Iterator<Item = Qualifier> + Clone) -> Option<Qualifier> {
    let mut lower = qualifiers.clone();
    let mut upper = qualifiers.clone();
    let is_lower = |of: Qualifier| matches!(of, Qualifier::Over | Qualifier::AtLeast);
    let is_upper = |of: Qualifier| matches!(of, Qualifier::Nearly | Qualifier::UpTo);
    let points_both_ways = lower.any(is_lower) && upper.any(is_upper);
    let all = qualifiers.reduce(Qualifier::and);
    (!points_both_ways).then(|| all.unwrap_or(Qualifier::Exact))
}

/// The sum of a line as it is stated; none of limits that point opposite ways.
#[must_use]
pub fn as_stated(dataset: &Dataset, total: &Total) -> Option<Figure> {
    let values = total.counted.iter().filter_map(|one| value(dataset, one));
    Some(Figure {
        amount: total.amount,
        qualifier: together(values.map(|value| value.qualifier))?,
        by: None,
    })
}

/// A line as it is asked for. `whole` is what the shares of its row are of.
pub fn shown(
    dataset: &Dataset,
    total: &Total,
    by: By,
    whole: Option<Operand>,
) -> Result<Figure, Unlike> {
    let Some(first) = total.counted.first() else {
        return Err(Unlike::Expected);
    };
    let figure = as_stated(dataset, total).ok_or(Unlike::Limits)?;
    match by {
        By::Amount => Ok(figure),
        By::Share => {
            let whole = whole.ok_or(Unlike::NoWhole)?;
            if !is_within(dataset, total, whole.target()) {
                let is_any = wholes(dataset, total).is_empty();
                return Err(if is_any {
                    Unlike::NoWhole
                } else {
                    Unlike::OtherWhole
                });
            }
            let (of, _, qualifier) = dataset.operand(whole).ok_or(Unlike::NoWhole)?;
            divided(figure, of, qualifier, 100.0)
        }
        By::Per(unit) => {
            let is_rate = value(dataset, first).is_some_and(|value| {
                let of = dataset.unit(value.of.unit);
                !of.is_counted() && !of.is_sum_of_money()
            });
            if is_rate {
                return Err(Unlike::Rate);
            }
            let counts = total.counted.iter().map(|one| count(dataset, one, unit));
            let counts: Vec<&Value> = counts.collect::<Result<_, _>>()?;
            let sum = counts.iter().map(|value| value.amount).sum();
            let qualifier = together(counts.iter().map(|value| value.qualifier));
            divided(figure, sum, qualifier.ok_or(Unlike::Limits)?, 1.0)
        }
    }
}

fn divided(figure: Figure, by: f64, qualifier: Qualifier, scale: f64) -> Result<Figure, Unlike> {
    let amount = figure.amount / by * scale;
    if qualifier == Qualifier::Expected || !amount.is_finite() || by <= 0.0 {
        return Err(Unlike::Uncountable);
    }
    // The more something below zero is divided by, the nearer to zero it comes.
    let of_divisor = if figure.amount < 0.0 {
        qualifier
    } else {
        qualifier.reversed()
    };
    Ok(Figure {
        amount,
        qualifier: together([figure.qualifier, of_divisor].into_iter()).ok_or(Unlike::Limits)?,
        by: Some((by, qualifier)),
    })
}

/// What the record of a figure counts in a unit, beside it.
fn count<'a>(dataset: &'a Dataset, counted: &Counted, unit: UnitIx) -> Result<&'a Value, Unlike> {
    let values = dataset.record(counted.record).values.iter().enumerate();
    let mut others = values.filter(|(at, value)| *at != counted.value && value.of.unit == unit);
    match (others.next(), others.next()) {
        (Some((_, one)), None) => Ok(one),
        (None, _) => Err(Unlike::NoCount),
        _ => Err(Unlike::SeveralCounts),
    }
}

/// Whether all that a line counts is stated to be counted within `whole`.
fn is_within(dataset: &Dataset, total: &Total, whole: Target) -> bool {
    let mut counted = total.counted.iter();
    counted.all(|one| {
        dataset
            .links()
            .wholes(Target::Record(one.record))
            .contains(&whole)
    })
}

/// The figures of the line's own quantity that count all of it within themselves.
pub fn wholes(dataset: &Dataset, total: &Total) -> Vec<Operand> {
    let Some(first) = total.counted.first() else {
        return Vec::new();
    };
    let Some(of) = value(dataset, first).map(|value| value.of) else {
        return Vec::new();
    };
    let all = dataset.links().wholes(Target::Record(first.record));
    let common = all
        .into_iter()
        .filter(|whole| is_within(dataset, total, *whole));
    common
        .filter_map(|whole| operand(dataset, whole, of))
        .collect()
}

/// The one figure of a quantity that a record or a derived figure states.
fn operand(dataset: &Dataset, target: Target, of: Quantity) -> Option<Operand> {
    match target {
        Target::Record(ix) => {
            let values = dataset.record(ix).values.iter().enumerate();
            let mut same = values.filter(|(_, value)| value.of == of);
            match (same.next(), same.next()) {
                (Some((at, _)), None) => Some(Operand::Value(ix, at)),
                _ => None,
            }
        }
        Target::Derived(ix) => {
            let derived = dataset.derived.get(ix.at())?;
            let is_same = derived.indicator == Some(of.indicator) && derived.unit == of.unit;
            is_same.then_some(Operand::Derived(ix))
        }
    }
}

/// Whether two lines may count some of the same.
pub fn share(dataset: &Dataset, a: &Total, b: &Total) -> bool {
    let mut taken = Taken::new(dataset.links());
    for counted in &a.counted {
        taken.take(Target::Record(counted.record));
    }
    let mut counted = b.counted.iter();
    counted.any(|one| taken.conflicts(Target::Record(one.record)))
}
