//! Records that name several places and several who take part.

use model::{Dataset, Record, RecordIx, Role};

/// Those that name several places of the map and several organisations of one role: which
/// of them goes with which place is not stated.
pub fn unnamed(dataset: &Dataset, records: &[RecordIx]) -> Vec<RecordIx> {
    let all = records.iter().copied();
    all.filter(|ix| {
        let record = dataset.record(*ix);
        has_several_of_a_role(record) && has_several_places(dataset, record)
    })
    .collect()
}

fn has_several_of_a_role(record: &Record) -> bool {
    let of = |role: Role| {
        let all = record.organisations.iter().filter(|part| part.role == role);
        let mut all = all.map(|part| part.organisation);
        let first = all.next();
        all.any(|other| Some(other) != first)
    };
    Role::ALL.iter().any(|role| of(*role))
}

fn has_several_places(dataset: &Dataset, record: &Record) -> bool {
    let places = record.places.iter();
    let mut parts = places.filter_map(|place| dataset.part_of_map(*place));
    let first = parts.next();
    parts.any(|other| Some(other) != first)
}
