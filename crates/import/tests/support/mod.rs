//! What tests of importers share.
#![allow(clippy::expect_used, reason = "a test stops where it fails")]
#![allow(dead_code, reason = "no test uses all of it")]

use import::{File, FindingKind, Imported, Mapping, Refused, Report, import};
use model::{Dataset, Date, Lang, Record};

/// The day on which tests read their files.
pub fn today() -> Date {
    Date::parse("2026-11-27").expect("a date")
}

/// Reads bytes of a name.
pub fn read(name: &str, bytes: &[u8]) -> Result<Imported, Refused> {
    let file = File {
        name,
        encodings: import::Encodings::TABLES,
        read_on: today(),
        bytes,
    };
    import(&file, &Mapping::default(), &mut |_| {})
}

/// The dataset of a file, in which nothing is wrong, and its report.
pub fn dataset(name: &str, bytes: &[u8]) -> (Dataset, Report) {
    let imported = read(name, bytes).expect("it is read");
    let loaded = model::parse(&imported.json).expect("a dataset");
    assert_eq!(loaded.problems, [], "{}", imported.json);
    (loaded.dataset, imported.report)
}

/// How many findings there are of a kind.
pub fn found(report: &Report, kind: &FindingKind) -> usize {
    let of = report.findings.iter().find(|finding| finding.kind == *kind);
    of.map_or(0, |finding| finding.count)
}

/// The records with a value of an indicator.
pub fn stating<'a>(dataset: &'a Dataset, indicator: &str) -> Vec<&'a Record> {
    let of = |record: &&Record| {
        let mut values = record.values.iter();
        values.any(|value| dataset.indicator(value.of.indicator).id == indicator)
    };
    dataset.records.iter().filter(of).collect()
}

/// The only record of that id.
pub fn record<'a>(dataset: &'a Dataset, id: &str) -> &'a Record {
    let record = dataset.records.iter().find(|record| record.id == id);
    record.expect("a record of that id")
}

/// A record's title in English.
pub fn title(record: &Record) -> &str {
    record.title.get(Lang::EN)
}
