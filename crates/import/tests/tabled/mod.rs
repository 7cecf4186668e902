//! Files read as datasets, for these tests.
#![allow(dead_code, reason = "each test file uses a part")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper of tests fails as tests do"
)]

use import::{File, FindingKind, Imported, Mapping, Refused, import};
use model::{Dataset, Date, Lang, Record, parse};

/// The day on which tests read their files.
pub fn today() -> Date {
    Date::parse("2026-11-27").expect("a date")
}

/// Reads a file, with all guessed.
pub fn read(name: &str, bytes: &[u8]) -> Result<Imported, Refused> {
    mapped(name, bytes, "")
}

/// Reads a file with a mapping in the form of links.
pub fn mapped(name: &str, bytes: &[u8], mapping: &str) -> Result<Imported, Refused> {
    let file = File {
        name,
        encodings: import::Encodings::TABLES,
        read_on: today(),
        bytes,
    };
    let mapping = Mapping::parse(mapping).expect("a mapping");
    import(&file, &mapping, &mut |_| {})
}

/// The dataset of what was read, which must have no problem.
pub fn dataset(imported: &Imported) -> Dataset {
    let loaded =
        parse(&imported.json).unwrap_or_else(|problem| panic!("{problem:?} in {}", imported.json));
    assert!(
        loaded.problems.is_empty(),
        "{:?} in {}",
        loaded.problems,
        imported.json
    );
    loaded.dataset
}

/// Reads a text of CSV that can be shown.
pub fn table(text: &str) -> (Dataset, Imported) {
    let imported = read("table.csv", text.as_bytes()).expect("a table");
    (dataset(&imported), imported)
}

/// How many there are of a finding.
pub fn count(imported: &Imported, kind: &FindingKind) -> usize {
    let found = imported
        .report
        .findings
        .iter()
        .find(|finding| finding.kind == *kind);
    found.map_or(0, |finding| finding.count)
}

/// A record by its id.
pub fn record<'a>(dataset: &'a Dataset, id: &str) -> &'a Record {
    let found = dataset.records.iter().find(|record| record.id == id);
    found.unwrap_or_else(|| panic!("no record {id}"))
}

/// A record's values: indicator, digits, unit.
pub fn values(dataset: &Dataset, record: &Record) -> Vec<(String, String, String)> {
    let values = record.values.iter().map(|value| {
        (
            dataset
                .indicator(value.of.indicator)
                .name
                .get(Lang::EN)
                .to_owned(),
            value.stated.to_string(),
            dataset.unit(value.of.unit).id.clone(),
        )
    });
    values.collect()
}

/// The points of a record's places, latitude first.
pub fn points(dataset: &Dataset, record: &Record) -> Vec<(f64, f64)> {
    let places = record.places.iter().map(|ix| dataset.place(*ix));
    let points = places.filter_map(|place| place.coordinates.as_ref());
    points.map(|at| (at.latitude, at.longitude)).collect()
}
