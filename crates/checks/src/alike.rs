//! Records that cannot be told apart.

use crate::{Check, Kind};
use model::{Dataset, Record, RecordIx, Time};
use sorting::Arrange as _;
use std::collections::HashMap;
use std::fmt::Write as _;

pub fn find(dataset: &Dataset) -> Vec<Check> {
    let mut groups: HashMap<String, Vec<RecordIx>> = HashMap::new();
    for (ix, record) in dataset.record_indices().zip(&dataset.records) {
        // A title alone is no sign of anything: programmes name many things alike.
        if record.values.is_empty() || record.time.time == Time::Unknown {
            continue;
        }
        groups.entry(said(record)).or_default().push(ix);
    }
    let groups = groups.into_values().filter(|group| group.len() > 1);
    let mut groups: Vec<Vec<RecordIx>> = groups.collect();
    groups.arrange();
    let check = |records| Check {
        kind: Kind::Alike,
        records,
    };
    groups.into_iter().map(check).collect()
}

/// All that tells a record from another one, but for its place in the source.
fn said(record: &Record) -> String {
    let mut said = format!(
        "{:?} {:?} {:?} {:?} {:?}",
        record.title, record.time.time, record.places, record.kind, record.sector
    );
    for value in &record.values {
        // Writing to a text cannot fail.
        let _ = write!(said, " {:?} {:?} {:?}", value.of, value.stated, value.label);
    }
    for part in &record.organisations {
        let _ = write!(said, " {:?}", part.organisation);
    }
    said
}
