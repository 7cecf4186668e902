//! Results that nothing says what they were before.

use model::{Dataset, Element, Quantity, Record, RecordIx, SectorIx, Target, Time};
use sorting::Arrange as _;
use std::collections::{BTreeMap, BTreeSet};

/// What two figures have in common of which one tells how the other has changed.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Series {
    of: Quantity,
    sector: SectorIx,
    places: Vec<model::PlaceIx>,
}

/// Records of outcomes that state a figure and no baseline: none of the same indicator,
/// unit, sector and places at another time, no second one of their own, and no figure of
/// a record that they overlap, as a growth does those that it is of. Where a time is not stated, it is not another one.
pub fn without(dataset: &Dataset, records: &[RecordIx]) -> Vec<RecordIx> {
    let mut times: BTreeMap<Series, Vec<Time>> = BTreeMap::new();
    for record in &dataset.records {
        if is_outcome(dataset, record) && record.time.time != Time::Unknown {
            for of in quantities(record) {
                let times = times.entry(series(record, of)).or_default();
                times.push(record.time.time);
            }
        }
    }
    let is_compared = |ix: RecordIx| {
        let record = dataset.record(ix);
        let time = record.time.time;
        let is_other = |other: &Time| time != Time::Unknown && *other != time;
        let mut own = quantities(record);
        has_twice(own.clone())
            || own.any(|of| {
                let times = times.get(&series(record, of));
                times.is_some_and(|times| times.iter().any(is_other))
            })
            || related(dataset, ix).any(|other| {
                let other = dataset.record(other);
                !other.values.is_empty()
                    && other.time.time != Time::Unknown
                    && is_other(&other.time.time)
            })
    };
    let all = records.iter().copied().filter(|ix| {
        let record = dataset.record(*ix);
        is_outcome(dataset, record) && !record.values.is_empty() && !is_compared(*ix)
    });
    all.collect()
}

fn has_twice(mut all: impl Iterator<Item = Quantity>) -> bool {
    let mut seen = BTreeSet::new();
    !all.all(|of| seen.insert(of))
}

fn is_outcome(dataset: &Dataset, record: &Record) -> bool {
    dataset.kind(record.kind).iati == Element::Outcome
}

fn quantities(record: &Record) -> impl Iterator<Item = Quantity> + Clone + '_ {
    record.values.iter().map(|value| value.of)
}

fn series(record: &Record, of: Quantity) -> Series {
    let mut places = record.places.clone();
    places.arrange();
    Series {
        of,
        sector: record.sector,
        places,
    }
}

fn related(dataset: &Dataset, ix: RecordIx) -> impl Iterator<Item = RecordIx> + '_ {
    let related = dataset.links().overlaps(Target::Record(ix));
    related.filter_map(|target| match target {
        Target::Record(other) => Some(other),
        Target::Derived(_) => None,
    })
}
