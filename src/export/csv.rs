//! Comma-separated values after RFC 4180, with a byte order mark, one row a
//! value; a record without values has one row.

use super::Export;
use crate::dataset::{Dataset, Locator, Record, RelationKind, Target, Time, Value};

const COLUMNS: [&str; 29] = [
    "record",
    "kind",
    "title_zh",
    "title_en",
    "note_zh",
    "note_en",
    "sector",
    "dac_code",
    "places",
    "places_zh",
    "places_en",
    "organisations",
    "time_type",
    "time_from",
    "time_to",
    "value",
    "indicator",
    "amount",
    "unit",
    "qualifier",
    "part_of",
    "includes",
    "overlaps",
    "same_as",
    "document",
    "section",
    "paragraph",
    "licence",
    "link",
];

/// The selection as CSV. Lines end in CR LF; lists in a cell are parted by `; `.
#[must_use]
pub fn csv(export: Export<'_>) -> String {
    let mut out = String::from("\u{feff}");
    row(&mut out, COLUMNS.iter().map(|name| (*name).to_owned()));
    for ix in export.records {
        let record = export.dataset.record(*ix);
        if record.values.is_empty() {
            row(&mut out, cells(export, record, None).into_iter());
        }
        for value in &record.values {
            row(&mut out, cells(export, record, Some(value)).into_iter());
        }
    }
    out
}

fn cells(export: Export<'_>, record: &Record, value: Option<&Value>) -> Vec<String> {
    let dataset = export.dataset;
    let places = record.places.iter().map(|ix| dataset.place(*ix));
    let mut documents: Vec<_> = record.sources.iter().map(|at| at.document).collect();
    documents.dedup();
    let documents = documents.into_iter().map(|at| {
        let document = &dataset.documents[at.at()];
        format!("{}, {}", document.title.en, document.publisher.en)
    });
    let section = |at: Locator| {
        dataset.documents[at.document.at()].sections[at.section]
            .id
            .clone()
    };
    let organisations = record.organisations.iter().map(|part| {
        format!(
            "{}: {}",
            part.role.word(),
            dataset.organisations[part.organisation.at()].id
        )
    });
    let (time_type, from, to) = time(record, dataset);
    let related = |kind: RelationKind| {
        let targets = record
            .relations
            .iter()
            .filter(|r| r.kind == kind)
            .map(|r| target(r.target, dataset));
        join(targets)
    };
    let of_value = |read: &dyn Fn(&Value) -> String| value.map(read).unwrap_or_default();
    vec![
        record.id.clone(),
        record.kind.word().to_owned(),
        record.title.zh.clone(),
        record.title.en.clone(),
        record.note.zh.clone(),
        record.note.en.clone(),
        dataset.sector(record.sector).id.clone(),
        dataset.dac(record).code.clone(),
        join(places.clone().map(|p| p.id.clone())),
        join(places.clone().map(|p| p.name.zh.clone())),
        join(places.map(|p| p.name.en.clone())),
        join(organisations),
        time_type.to_owned(),
        from,
        to,
        of_value(&|v| v.key.clone()),
        of_value(&|v| v.indicator.word().to_owned()),
        of_value(&|v| v.amount.to_string()),
        of_value(&|v| v.unit.word().to_owned()),
        of_value(&|v| v.qualifier.word().to_owned()),
        related(RelationKind::PartOf),
        related(RelationKind::Includes),
        related(RelationKind::Overlaps),
        related(RelationKind::SameAs),
        join(documents),
        join(record.sources.iter().map(section)),
        join(record.sources.iter().map(|at| at.paragraph.to_string())),
        dataset.licence.clone(),
        export.link.to_owned(),
    ]
}

fn time(record: &Record, dataset: &Dataset) -> (&'static str, String, String) {
    let none = String::new;
    match record.time.time {
        Time::Point(at) => ("point", at.to_string(), at.to_string()),
        Time::Interval(from, to) => ("interval", from.to_string(), to.to_string()),
        Time::Plan(plan) => {
            let plan = &dataset.plans[plan.at()];
            ("plan", plan.from.to_string(), plan.to.to_string())
        }
        Time::Since(from) => ("since", from.to_string(), none()),
        Time::Until(to) => ("until", none(), to.to_string()),
        Time::Unknown => ("unknown", none(), none()),
    }
}

fn target(target: Target, dataset: &Dataset) -> String {
    match target {
        Target::Record(ix) => dataset.record(ix).id.clone(),
        Target::Derived(ix) => dataset.derived[ix.at()].id.clone(),
    }
}

fn join(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("; ")
}

fn row(out: &mut String, cells: impl Iterator<Item = String>) {
    for (position, cell) in cells.enumerate() {
        if position > 0 {
            out.push(',');
        }
        let cell = harmless(cell);
        if cell.contains([',', '"', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

/// A spreadsheet takes a cell that begins so for a formula.
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell
    }
}
