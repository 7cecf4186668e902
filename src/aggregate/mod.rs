//! Totals of what may be added, and nothing else.
//!
//! Money is added only where no two amounts are related; where they are, the
//! larger one counts and the other is named as left out. People and personnel
//! are never added up: the source does not say that two counts are of
//! different people, so the largest single count stands.

use crate::dataset::{Dataset, Indicator, Located, PlaceIx, RecordIx, Target, Unit, Value};
use crate::view::Measure;
use std::collections::BTreeMap;

/// One value of one record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counted {
    /// The record.
    pub record: RecordIx,
    /// The value's position in it.
    pub value: usize,
    /// Its amount.
    pub amount: f64,
}

/// A total with what went into it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Total {
    /// The sum of `counted`.
    pub amount: f64,
    /// What was added.
    pub counted: Vec<Counted>,
    /// What was not, since it may count the same.
    pub left_out: Vec<Counted>,
}

impl Total {
    /// Whether more than one amount was added: then the total is derived.
    #[must_use]
    pub fn is_derived(&self) -> bool {
        self.counted.len() > 1
    }
}

/// All values of the records that measure `indicator` in `unit`.
#[must_use]
pub fn values_of(
    dataset: &Dataset,
    records: &[RecordIx],
    indicator: Indicator,
    unit: Unit,
) -> Vec<Counted> {
    let wanted = |value: &Value| value.indicator == indicator && value.unit == unit;
    records
        .iter()
        .flat_map(|ix| {
            let values = dataset.record(*ix).values.iter().enumerate();
            values
                .filter(|(_, value)| wanted(value))
                .map(|(position, value)| Counted {
                    record: *ix,
                    value: position,
                    amount: value.amount,
                })
        })
        .collect()
}

/// Adds amounts that are not related to each other, the largest first.
#[must_use]
pub fn disjoint_total(dataset: &Dataset, mut candidates: Vec<Counted>) -> Total {
    candidates.sort_by(|a, b| b.amount.total_cmp(&a.amount).then(a.record.cmp(&b.record)));
    let mut total = Total::default();
    for candidate in candidates {
        let this = Target::Record(candidate.record);
        let conflicts =
            |other: &Counted| dataset.links().conflict(this, Target::Record(other.record));
        if total.counted.iter().any(conflicts) {
            total.left_out.push(candidate);
        } else {
            total.amount += candidate.amount;
            total.counted.push(candidate);
        }
    }
    total
}

/// Takes the largest amount alone.
#[must_use]
pub fn largest(mut candidates: Vec<Counted>) -> Total {
    candidates.sort_by(|a, b| b.amount.total_cmp(&a.amount).then(a.record.cmp(&b.record)));
    let left_out = candidates.split_off(candidates.len().min(1));
    Total {
        amount: candidates.first().map_or(0.0, |c| c.amount),
        counted: candidates,
        left_out,
    }
}

impl Measure {
    /// The indicator and unit that the measure takes; none for the number of records.
    #[must_use]
    pub const fn takes(self) -> Option<(Indicator, Unit)> {
        match self {
            Self::Records => None,
            Self::Money => Some((Indicator::Funds, Unit::Yuan)),
            Self::People => Some((Indicator::People, Unit::Persons)),
            Self::Personnel => Some((Indicator::Personnel, Unit::Persons)),
        }
    }
}

/// Groups the records by the part of the map that they are tied to.
#[must_use]
pub fn by_location(dataset: &Dataset, records: &[RecordIx]) -> BTreeMap<Located, Vec<RecordIx>> {
    let mut groups: BTreeMap<Located, Vec<RecordIx>> = BTreeMap::new();
    for ix in records {
        groups
            .entry(dataset.located(dataset.record(*ix)))
            .or_default()
            .push(*ix);
    }
    groups
}

/// The measure's total over some records; `None` where none of them states it.
#[must_use]
pub fn measured(dataset: &Dataset, records: &[RecordIx], measure: Measure) -> Option<Total> {
    let Some((indicator, unit)) = measure.takes() else {
        return (!records.is_empty()).then(|| Total {
            amount: records.len() as f64,
            ..Total::default()
        });
    };
    let candidates = values_of(dataset, records, indicator, unit);
    if candidates.is_empty() {
        return None;
    }
    Some(match measure {
        Measure::Money => disjoint_total(dataset, candidates),
        _ => largest(candidates),
    })
}

/// The records that touch a division. For a number of records that is every
/// record which names it; an amount counts where it is tied to it alone.
#[must_use]
pub fn in_division(
    dataset: &Dataset,
    records: &[RecordIx],
    division: PlaceIx,
    measure: Measure,
) -> Vec<RecordIx> {
    records
        .iter()
        .copied()
        .filter(|ix| {
            let record = dataset.record(*ix);
            match measure {
                Measure::Records => record
                    .places
                    .iter()
                    .any(|p| dataset.lineage(*p).any(|at| at == division)),
                _ => dataset.located(record) == Located::Division(division),
            }
        })
        .collect()
}
