//! Records that cannot be told apart.

use crate::{Check, Kind};
use model::{Dataset, Lang, Record, RecordIx, Time};
use sorting::Arrange as _;
use std::fmt::Write as _;

pub fn find(dataset: &Dataset) -> Vec<Check> {
    // A title alone is no sign of anything: programmes name many things alike.
    let says_much =
        |record: &Record| !record.values.is_empty() && record.time.time != Time::Unknown;
    let records = dataset.record_indices().zip(&dataset.records);
    let mut said: Vec<(String, RecordIx)> = records
        .filter(|(_, record)| says_much(record))
        .map(|(ix, record)| (said(dataset, record), ix))
        .collect();
    said.arrange();
    let mut groups: Vec<Vec<RecordIx>> = said
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|group| group.len() > 1)
        .map(|group| group.iter().map(|(_, ix)| *ix).collect())
        .collect();
    groups.arrange();
    let check = |records| Check {
        kind: Kind::Alike,
        records,
    };
    groups.into_iter().map(check).collect()
}

/// All that tells a record from another one, but for its place in the source.
fn said(dataset: &Dataset, record: &Record) -> String {
    let lang = dataset.languages.first().copied().unwrap_or(Lang::EN);
    let mut said = record.title.get(lang).to_owned();
    for label in record
        .values
        .iter()
        .filter_map(|value| value.label.as_ref())
    {
        said.push('\n');
        said.push_str(label.get(lang));
    }
    let mut put = |number: i64| {
        // Writing to a text cannot fail.
        let _ = write!(said, " {number}");
    };
    let (from, to) = dataset.days(record.time.time).unwrap_or_default();
    put(from.into());
    put(to.into());
    put(record.kind.at() as i64);
    put(record.sector.at() as i64);
    for place in &record.places {
        put(place.at() as i64);
    }
    for value in &record.values {
        put(value.of.indicator.at() as i64);
        put(value.of.unit.at() as i64);
        put(value.amount.to_bits().cast_signed());
        put(value.qualifier as i64);
    }
    // Where a list ends and the next begins.
    put(-1);
    for part in &record.organisations {
        put(part.organisation.at() as i64);
    }
    said
}
