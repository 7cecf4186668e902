//! Totals of what may be added, and nothing else.
//!
//! Money is added only where no two amounts are related; where they are, the
//! larger one counts and the other is named as left out. An amount below zero,
//! money that was given back, takes away; of related ones it is the one that
//! is larger without its sign that counts. People and personnel
//! are never added up: the source does not say that two counts are of
//! different people, so the largest single count stands. What is promised or
//! possible only counts nowhere; it is named apart.

use model::{
    Dataset, Indicator, Located, PlaceIx, Qualifier, RecordIx, Taken, Target, Unit, Value,
    vocabulary,
};
use std::collections::{BTreeMap, BTreeSet};

vocabulary! {
    /// What the map's areas are shaded by.
    Measure {
        /// Number of records.
        Records = "records",
        /// Aid funds.
        Money = "money",
        /// People reached.
        People = "people",
        /// People sent to work.
        Personnel = "personnel",
    }
}

/// One value of one record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counted {
    /// The record.
    pub record: RecordIx,
    /// The value's position in it.
    pub value: usize,
    /// Its amount.
    pub amount: f64,
    /// Whether it is promised or possible only, not achieved.
    pub expected: bool,
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
    /// What is promised or possible only: never counted.
    pub expected: Vec<Counted>,
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
                    expected: value.qualifier == Qualifier::Expected,
                })
        })
        .collect()
}

/// Adds amounts that are not related to each other, the largest (without its
/// sign) first.
#[must_use]
pub fn disjoint_total(dataset: &Dataset, mut candidates: Vec<Counted>) -> Total {
    let size = |counted: &Counted| counted.amount.abs();
    candidates.sort_by(|a, b| {
        size(b)
            .total_cmp(&size(a))
            .then(b.amount.total_cmp(&a.amount))
            .then(a.record.cmp(&b.record))
    });
    let (stated, expected) = apart(candidates);
    let mut taken = Taken::new(dataset.links());
    let mut total = Total {
        expected,
        ..Total::default()
    };
    for candidate in stated {
        let this = Target::Record(candidate.record);
        if taken.conflicts(this) {
            total.left_out.push(candidate);
        } else {
            taken.take(this);
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
    let (mut stated, expected) = apart(candidates);
    let left_out = stated.split_off(stated.len().min(1));
    Total {
        amount: stated.first().map_or(0.0, |c| c.amount),
        counted: stated,
        left_out,
        expected,
    }
}

/// What is stated as a fact, and what is promised or possible only.
fn apart(candidates: Vec<Counted>) -> (Vec<Counted>, Vec<Counted>) {
    candidates
        .into_iter()
        .partition(|candidate| !candidate.expected)
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
/// Where they state only what is expected, nothing is counted.
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

/// The records that touch each division. For a number of records that is every
/// record which names it; an amount counts where it is tied to it alone.
#[must_use]
pub fn by_division(
    dataset: &Dataset,
    records: &[RecordIx],
    measure: Measure,
) -> BTreeMap<PlaceIx, Vec<RecordIx>> {
    let mut groups: BTreeMap<PlaceIx, Vec<RecordIx>> = BTreeMap::new();
    for ix in records {
        let record = dataset.record(*ix);
        let divisions: BTreeSet<PlaceIx> = match (measure, dataset.located(record)) {
            (Measure::Records, _) => record
                .places
                .iter()
                .flat_map(|place| dataset.lineage(*place))
                .collect(),
            (_, Located::Division(division)) => [division].into(),
            _ => continue,
        };
        for division in divisions {
            groups.entry(division).or_default().push(*ix);
        }
    }
    groups
}
