//! Totals of what may be added, and nothing else.
//!
//! What an indicator allows to be added is added only where no two amounts are
//! related, and in one unit and currency; where they are, the larger one counts and the other is named as left out. An amount below zero,
//! money that was given back, takes away; of related ones it is the one that
//! is larger without its sign that counts. Of other
//! indicators, such as people, the largest single figure stands: the source
//! does not say that two counts are of different ones. What is promised or
//! possible only counts nowhere; it is named apart.

use model::{
    Dataset, Located, MeasureIx, PlaceIx, Qualifier, Quantity, RecordIx, Taken, Target, Value,
};
use sorting::Arrange as _;
use std::collections::{BTreeMap, BTreeSet};

/// What the map's areas are shaded by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// The number of records.
    Records,
    /// A measure of the dataset.
    Of(MeasureIx),
}

impl Measure {
    /// What the map of a dataset is shaded by until a reader chooses.
    #[must_use]
    pub fn default_of(dataset: &Dataset) -> Self {
        dataset.default_measure.map_or(Self::Records, Self::Of)
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

impl Counted {
    /// A record's value at a position in it.
    #[must_use]
    pub fn new(record: RecordIx, position: usize, value: &Value) -> Self {
        Self {
            record,
            value: position,
            amount: value.amount,
            expected: value.qualifier == Qualifier::Expected,
        }
    }
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

/// All values of the records that are of a quantity.
#[must_use]
pub fn values_of(dataset: &Dataset, records: &[RecordIx], of: Quantity) -> Vec<Counted> {
    records
        .iter()
        .flat_map(|ix| {
            let values = dataset.record(*ix).values.iter().enumerate();
            values
                .filter(|(_, value)| value.of == of)
                .map(|(position, value)| Counted::new(*ix, position, value))
        })
        .collect()
}

/// Adds amounts that are not related to each other, the largest (without its
/// sign) first.
#[must_use]
pub fn disjoint_total(dataset: &Dataset, mut candidates: Vec<Counted>) -> Total {
    let size = |counted: &Counted| counted.amount.abs();
    candidates.arrange_by(|a, b| {
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
    candidates.arrange_by(|a, b| b.amount.total_cmp(&a.amount).then(a.record.cmp(&b.record)));
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
    /// All that a dataset's map can be shaded by.
    #[must_use]
    pub fn all(dataset: &Dataset) -> Vec<Self> {
        let own = dataset.measure_indices().map(Self::Of);
        std::iter::once(Self::Records).chain(own).collect()
    }

    /// The name in links.
    #[must_use]
    pub fn word(self, dataset: &Dataset) -> &str {
        match self {
            Self::Records => RECORDS,
            Self::Of(ix) => &dataset.measure(ix).id,
        }
    }

    /// The measure of that name.
    #[must_use]
    pub fn from_word(word: &str, dataset: &Dataset) -> Option<Self> {
        if word == RECORDS {
            return Some(Self::Records);
        }
        dataset.measure_by_id(word).map(Self::Of)
    }

    /// The quantity that the measure takes; none for the number of records.
    #[must_use]
    pub fn takes(self, dataset: &Dataset) -> Option<Quantity> {
        match self {
            Self::Records => None,
            Self::Of(ix) => Some(dataset.measure(ix).of),
        }
    }
}

/// What links call the number of records.
const RECORDS: &str = "records";

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
    let Some(of) = measure.takes(dataset) else {
        return (!records.is_empty()).then(|| Total {
            amount: records.len() as f64,
            ..Total::default()
        });
    };
    total_of(dataset, records, of)
}

/// What some records state of a quantity, added up where it may be, else the largest;
/// `None` where none of them states it.
#[must_use]
pub fn total_of(dataset: &Dataset, records: &[RecordIx], of: Quantity) -> Option<Total> {
    let candidates = values_of(dataset, records, of);
    if candidates.is_empty() {
        return None;
    }
    Some(if dataset.indicator(of.indicator).adds {
        disjoint_total(dataset, candidates)
    } else {
        largest(candidates)
    })
}

/// The records that touch each area. For a number of records that is every
/// record which names it; an amount counts where it is tied to it alone.
#[must_use]
pub fn by_area(
    dataset: &Dataset,
    records: &[RecordIx],
    measure: Measure,
) -> BTreeMap<PlaceIx, Vec<RecordIx>> {
    // Places are counted from 0: of many records a list a place is found faster than in
    // a tree.
    let mut groups: Vec<Vec<RecordIx>> = vec![Vec::new(); dataset.places.len()];
    let mut put = |area: PlaceIx, ix: RecordIx| {
        if let Some(group) = groups.get_mut(area.at())
            && group.last() != Some(&ix)
        {
            group.push(ix);
        }
    };
    for ix in records {
        let record = dataset.record(*ix);
        match (measure, dataset.located(record)) {
            (Measure::Records, _) => {
                let places = record.places.iter();
                places
                    .flat_map(|place| dataset.lineage(*place))
                    .for_each(|area| put(area, *ix));
            }
            (_, Located::Area(area)) => put(area, *ix),
            _ => {}
        }
    }
    let named = dataset.place_indices().zip(groups);
    sorting::map(named.filter(|(_, group)| !group.is_empty()))
}

/// The places that records name, and those that these lie in.
#[must_use]
pub fn named_places(dataset: &Dataset, records: &[RecordIx]) -> BTreeSet<PlaceIx> {
    let mut is_named = vec![false; dataset.places.len()];
    for place in records.iter().flat_map(|ix| &dataset.record(*ix).places) {
        if let Some(is_named) = is_named.get_mut(place.at()) {
            *is_named = true;
        }
    }
    let named = dataset.place_indices().zip(is_named);
    let named = named.filter(|(_, is_named)| *is_named);
    sorting::set(named.flat_map(|(place, _)| dataset.lineage(place)))
}
