//! The table that this app exports, read back: the same records, values, times
//! and places.
//!
//! The table names units and organisations by their ids, and kinds, sectors and
//! indicators too where it is of before those had columns for their names; it holds no
//! points, and does not say which indicators add or what relations rest on. None of it
//! is made up: names are the ids, no figure is added to another, relations count as
//! read from the context.

mod rows;

use super::table::{Row, Table};
use crate::day;
use crate::report::{FindingKind, Findings, Where};
use model::{Date, Lang, is_link};
use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};
use std::collections::{HashMap, HashSet};

/// How the first line of such a table begins.
pub const BEGINS: &str = "record,kind,title_";

/// Columns that are there in every such table.
const ALWAYS: [&str; 20] = [
    "record",
    "kind",
    "sector",
    "sector_codes",
    "places",
    "organisations",
    "time_type",
    "time_from",
    "time_to",
    "value",
    "indicator",
    "amount",
    "unit",
    "currency",
    "value_date",
    "qualifier",
    "document",
    "section",
    "paragraph",
    "licence",
];

/// Where the table's columns stand.
struct Heads<'a> {
    at: HashMap<&'a str, usize>,
    languages: Vec<(Lang, &'a str)>,
}

/// Whether a table is one that this app exported.
#[must_use]
pub fn is_own(table: &Table) -> bool {
    let is_there = |name: &str| table.heads.iter().any(|head| head == name);
    ALWAYS.iter().all(|name| is_there(name))
        && table.heads.iter().any(|head| head.starts_with("title_"))
}

/// The dataset of such a table, in the form aid-atlas/2; `title` is its name, as the
/// table has none.
///
/// # Errors
///
/// What the writer of JSON says; it is not expected to fail.
pub fn read(
    table: &Table,
    (id, title): (&str, &str),
    read_on: Date,
    report: &mut Findings,
) -> Result<String, serde_json::Error> {
    let titles = table
        .heads
        .iter()
        .filter_map(|head| head.strip_prefix("title_"));
    let languages: Vec<(Lang, &str)> = titles
        .filter_map(|tag| Lang::parse(tag).map(|lang| (lang, tag)))
        .collect();
    let at = table
        .heads
        .iter()
        .enumerate()
        .map(|(at, head)| (head.as_str(), at));
    let heads = Heads {
        at: at.collect(),
        languages,
    };
    report.add(FindingKind::OwnTable, Where::line(table.head_line));
    let mut own = Own::new(&heads);
    for row in &table.rows {
        own.row(row, report);
    }
    serde_json::to_string(&own.file((id, title), read_on, report))
}

impl Heads<'_> {
    fn cell<'r>(&self, row: &'r Row, name: &str) -> &'r str {
        self.at.get(name).map_or("", |at| row.unguarded(*at))
    }

    /// A text in the languages that have words.
    fn text(&self, row: &Row, name: &str) -> Value {
        let words = self.languages.iter().filter_map(|(lang, tag)| {
            let words = self.cell(row, &format!("{name}_{tag}"));
            (!words.trim().is_empty()).then(|| (lang.tag().to_owned(), Value::from(words)))
        });
        Value::Object(words.collect())
    }
}

/// A list of the file, each item once, in the order of the table.
#[derive(Default)]
struct Listed {
    seen: HashSet<String>,
    items: Vec<Value>,
}

impl Listed {
    fn add(&mut self, id: &str, item: impl FnOnce() -> Value) {
        if !id.is_empty() && self.seen.insert(id.to_owned()) {
            self.items.push(item());
        }
    }
}

/// A document, as far as the table names it.
#[derive(Default)]
struct Document {
    title: String,
    sections: Vec<(String, u32)>,
    positions: HashMap<String, usize>,
}

/// A record in the file's form. Its values stand apart, to keep their digits.
#[derive(Serialize)]
struct Record {
    #[serde(flatten)]
    fields: Map<String, Value>,
    values: Vec<Amount>,
}

/// A value in the file's form.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Amount {
    id: String,
    indicator: String,
    #[serde(rename = "amount")]
    digits: Box<RawValue>,
    unit: String,
    qualifier: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value_date: Option<String>,
}

/// The file's form.
#[derive(Serialize)]
struct File {
    #[serde(flatten)]
    fields: Value,
    records: Vec<Record>,
}

/// The dataset while it grows.
struct Own<'a> {
    heads: &'a Heads<'a>,
    language: &'a str,
    kinds: Listed,
    sectors: Listed,
    places: Listed,
    organisations: Listed,
    currencies: Listed,
    units: Listed,
    indicators: Listed,
    periods: Listed,
    documents: Vec<Document>,
    by_title: HashMap<String, usize>,
    records: Vec<Record>,
    known: HashMap<String, usize>,
    licence: String,
    link: String,
    latest: Option<Date>,
}

impl<'a> Own<'a> {
    fn new(heads: &'a Heads<'a>) -> Self {
        Self {
            heads,
            language: heads.languages.first().map_or("en", |(lang, _)| lang.tag()),
            kinds: Listed::default(),
            sectors: Listed::default(),
            places: Listed::default(),
            organisations: Listed::default(),
            currencies: Listed::default(),
            units: Listed::default(),
            indicators: Listed::default(),
            periods: Listed::default(),
            documents: Vec::new(),
            by_title: HashMap::new(),
            records: Vec::new(),
            known: HashMap::new(),
            licence: String::new(),
            link: String::new(),
            latest: None,
        }
    }

    /// Words in the dataset's first language.
    fn words(&self, words: &str) -> Value {
        json!({ self.language: words })
    }

    fn named(&self, id: &str) -> Value {
        json!({ "id": id, "name": self.words(id) })
    }

    /// The same with the names that stand in columns of that name, if there are any.
    fn named_in(&self, row: &Row, id: &str, column: &str) -> Value {
        let names = self.heads.text(row, column);
        if names.as_object().is_some_and(Map::is_empty) {
            return self.named(id);
        }
        json!({ "id": id, "name": names })
    }

    fn row(&mut self, row: &Row, report: &mut Findings) {
        let id = self.heads.cell(row, "record");
        if id.is_empty() {
            report.add(FindingKind::NoId, Where::line(row.line));
            return;
        }
        let next = self.records.len();
        let at = *self.known.entry(id.to_owned()).or_insert(next);
        if at == next {
            let fields = self.record(row, id);
            let values = Vec::new();
            self.records.push(Record { fields, values });
        }
        let value = self.value(row, report);
        if let Some(record) = self.records.get_mut(at) {
            record.values.extend(value);
        }
    }

    /// Leaves out relations to what is not in the table: figures that the page
    /// computed, or records that were not selected.
    fn without_lost_relations(&mut self, report: &mut Findings) {
        let known = &self.known;
        for record in &mut self.records {
            let Some(Value::Array(relations)) = record.fields.get_mut("relations") else {
                continue;
            };
            relations.retain(|relation| {
                let target = relation
                    .get("target")
                    .and_then(Value::as_str)
                    .unwrap_or_default();
                let is_there = known.contains_key(target);
                if !is_there {
                    report.add(FindingKind::RelationLost, Where::default().of(target));
                }
                is_there
            });
        }
    }

    fn file(mut self, (id, title): (&str, &str), read_on: Date, report: &mut Findings) -> File {
        self.without_lost_relations(report);
        let title = self.words(title);
        let documents: Vec<Value> = (1..)
            .zip(&self.documents)
            .map(|(number, document)| {
                let sections = document.sections.iter().map(|(section, last)| {
                    json!({ "id": section, "title": self.words(section), "paragraphs": last })
                });
                // The publisher stands behind the last comma.
                let (name, publisher) = document
                    .title
                    .rsplit_once(", ")
                    .unwrap_or((&document.title, "\u{2013}"));
                let name = if name.trim().is_empty() {
                    "\u{2013}"
                } else {
                    name
                };
                json!({
                    "id": format!("document-{number}"),
                    "title": self.words(name),
                    "publisher": self.words(publisher),
                    "published": self.words("\u{2013}"),
                    "sections": sections.collect::<Vec<_>>(),
                })
            })
            .collect();
        let languages: Vec<&str> = self
            .heads
            .languages
            .iter()
            .map(|(lang, _)| lang.tag())
            .collect();
        let licence = if self.licence.is_empty() {
            "LicenseRef-not-stated"
        } else {
            &self.licence
        };
        let as_of = day::as_of(self.latest, read_on, report);
        let mut fields = json!({
            "schema": model::SCHEMA,
            "id": id,
            "languages": languages,
            "title": title,
            "summary": title,
            "licence": licence,
            "asOf": as_of,
            "currencies": self.currencies.items,
            "units": self.units.items,
            "indicators": self.indicators.items,
            "kinds": self.kinds.items,
            "periods": self.periods.items,
            "documents": documents,
            "places": self.places.items,
            "sectors": self.sectors.items,
            "organisations": self.organisations.items,
        });
        if let Some(fields) = fields.as_object_mut().filter(|_| is_link(&self.link)) {
            fields.insert("view".to_owned(), self.link.as_str().into());
        }
        File {
            fields,
            records: self.records,
        }
    }
}

/// The items of a list in a cell.
fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split("; ")
        .map(str::trim)
        .filter(|item| !item.is_empty())
}
