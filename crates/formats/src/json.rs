//! The selection in the dataset's own schema.
//!
//! Everything that is kept is copied from the dataset's text, letter by letter:
//! numbers have the digits that were written, and what the text leaves out is
//! left out here too.

use super::Export;
use model::{Dataset, Key, Record, RecordIx, Relation, Target, below_app, raw};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::collections::BTreeSet;
use std::fmt;

/// The field of a record that says how it lies to the chosen period.
const PERIOD: &str = "period";

/// The selection as a dataset of its own: it can be opened again by the app,
/// without problems. Derived figures and relations stay where all that they
/// name is selected. The link is in `view`.
///
/// # Errors
/// When the dataset's text is no JSON; it was, or there would be no dataset.
pub fn json(export: Export<'_>) -> Result<String, serde_json::Error> {
    let Export {
        dataset,
        records,
        link,
        ..
    } = export;
    let kept = Kept::new(dataset, records);
    let origins = &dataset.origins;
    let mut fields = Vec::new();
    for (name, value) in entries(export.text)? {
        let value = match name.as_str() {
            "view" => continue,
            "records" => {
                let items: Vec<&RawValue> = items(value)?;
                let texts = kept
                    .records
                    .iter()
                    .filter_map(|ix| {
                        Some((dataset.record(*ix), items.get(origins.records[ix.at()])?))
                    })
                    .map(|(record, item)| record_text(item.get(), record, &kept, export));
                list(texts.collect::<Result<_, _>>()?)
            }
            "derived" => {
                let items = items(value)?;
                let positions = kept
                    .derived
                    .iter()
                    .map(|position| origins.derived[*position]);
                list(picked(&items, positions).map(str::to_owned).collect())
            }
            "places" => {
                let items = items(value)?;
                let places = items.iter().zip(&dataset.places);
                let texts = places.map(|(item, place)| match place.parent {
                    Some(_) => Ok(item.get().to_owned()),
                    // Where the dataset names one, it was left out.
                    None => without(item.get(), "parent"),
                });
                list(texts.collect::<Result<_, _>>()?)
            }
            "sectors" => {
                let items = items(value)?;
                let sectors = items.iter().zip(&dataset.sectors);
                let texts = sectors.map(|(item, sector)| match sector.family {
                    Some(_) => Ok(item.get().to_owned()),
                    None => without(item.get(), "family"),
                });
                list(texts.collect::<Result<_, _>>()?)
            }
            "maps" => {
                let items = items(value)?;
                let maps = picked(&items, origins.maps.iter().copied());
                list(maps.map(map_text).collect::<Result<_, _>>()?)
            }
            "defaultMeasure" if dataset.default_measure.is_none() => continue,
            "keyFigures" if value != "null" => {
                let items = items(value)?;
                let figures = dataset.key_figures.iter().zip(&origins.key_figures);
                let positions = figures
                    .filter(|(figure, _)| match figure.of {
                        Key::Figure(of) => kept.has(of.target()),
                        // The file does not name it.
                        Key::Total(_) | Key::Records | Key::Span(_) => false,
                    })
                    .map(|(_, position)| *position);
                list(picked(&items, positions).map(str::to_owned).collect())
            }
            "measures" => {
                let items = items(value)?;
                let texts = picked(&items, origins.measures.iter().copied());
                list(texts.map(str::to_owned).collect())
            }
            "charts" if value != "null" => {
                let items = items(value)?;
                let texts = picked(&items, origins.charts.iter().copied());
                let texts = texts.map(|text| chart_text(text, dataset, &kept));
                list(texts.collect::<Result<_, _>>()?)
            }
            // A step shows records: where some are missing it would tell of another view.
            "stories" if kept.records.len() < dataset.records.len() => continue,
            "stories" => {
                let items = items(value)?;
                let texts = picked(&items, origins.stories.iter().copied());
                list(texts.map(str::to_owned).collect())
            }
            "glossary" => {
                let items = items(value)?;
                let texts = picked(&items, origins.glossary.iter().copied());
                list(texts.map(str::to_owned).collect())
            }
            // A wrong one is left out.
            "contact" if dataset.contact.is_none() => continue,
            "documents" => {
                let items = items(value)?;
                let documents = items.iter().zip(&dataset.documents);
                let texts = documents.map(|(item, document)| match document.url {
                    Some(_) => Ok(item.get().to_owned()),
                    None => without(item.get(), "url"),
                });
                list(texts.collect::<Result<_, _>>()?)
            }
            _ => value.to_owned(),
        };
        fields.push((name, value));
    }
    fields.push(("view".to_owned(), serde_json::to_string(link)?));
    Ok(object(&fields, "\n  ", "\n"))
}

/// What of a dataset is in the file.
struct Kept {
    records: BTreeSet<RecordIx>,
    /// Positions of derived figures.
    derived: BTreeSet<usize>,
}

impl Kept {
    fn new(dataset: &Dataset, records: &[RecordIx]) -> Self {
        let mut kept = Self {
            records: sorting::set(records.iter().copied()),
            derived: BTreeSet::new(),
        };
        // A formula takes only what stands before it, so one pass will do.
        for (position, figure) in dataset.derived.iter().enumerate() {
            let operands = figure.formula.operands();
            let mut all = operands.iter().chain(&figure.stated);
            if all.all(|operand| kept.has(operand.target())) {
                kept.derived.insert(position);
            }
        }
        kept
    }

    fn has(&self, target: Target) -> bool {
        match target {
            Target::Record(ix) => self.records.contains(&ix),
            Target::Derived(ix) => self.derived.contains(&ix.at()),
        }
    }
}

/// A chart without what it says beside records that are not in the file.
fn chart_text(text: &str, dataset: &Dataset, kept: &Kept) -> Result<String, serde_json::Error> {
    let mut fields = Vec::new();
    for (name, value) in entries(text)? {
        let value = if name == "annotations" {
            let mut all = entries(value)?;
            all.retain(|(id, _)| {
                let record = dataset.record_by_id(id);
                record.is_some_and(|record| kept.records.contains(&record))
            });
            let all: Vec<(String, String)> = all
                .into_iter()
                .map(|(id, words)| (id, words.to_owned()))
                .collect();
            object(&all, " ", " ")
        } else {
            value.to_owned()
        };
        fields.push((name, value));
    }
    if fields.iter().any(|(name, _)| name == "annotations") {
        return Ok(object(&fields, " ", " "));
    }
    Ok(text.to_owned())
}

/// A record without the relations that were left out or lead out of the file,
/// and without links and pictures that no page may load. With a chosen period it
/// says how it lies to it.
fn record_text(
    text: &str,
    record: &Record,
    kept: &Kept,
    export: Export<'_>,
) -> Result<String, serde_json::Error> {
    let dataset = export.dataset;
    // The model holds the relations in the order of the text, some left out.
    let mut wanted = record.relations.iter().peekable();
    let mut is_related = |item: &str| -> Result<bool, serde_json::Error> {
        let stated: raw::Relation = serde_json::from_str(item)?;
        let is_next = |relation: &&Relation| {
            relation.kind == stated.kind
                && relation.basis == stated.basis
                && id_of(relation.target, dataset) == stated.target
        };
        let next = wanted.next_if(is_next);
        Ok(next.is_some_and(|relation| kept.has(relation.target)))
    };
    let is_link = |item: &str| -> Result<bool, serde_json::Error> {
        let stated: raw::Link = serde_json::from_str(item)?;
        Ok(record.links.iter().any(|link| link.url == stated.url))
    };
    let is_medium = |item: &str| -> Result<bool, serde_json::Error> {
        let stated: raw::Medium = serde_json::from_str(item)?;
        Ok(record.media.iter().any(|of| of.file == stated.file))
    };
    let mut fields = Vec::new();
    let mut is_whole = true;
    for (name, value) in entries(text)? {
        // Of the period of the view that the dataset itself was cut from.
        if name == PERIOD {
            is_whole = false;
            continue;
        }
        let texts = match name.as_str() {
            "relations" => filtered(value, &mut is_related)?,
            "links" => filtered(value, is_link)?,
            "media" => filtered(value, is_medium)?,
            _ => None,
        };
        is_whole &= texts.is_none();
        let value = texts.map_or_else(|| value.to_owned(), |texts| list_inline(&texts));
        fields.push((name, value));
    }
    if let Some(reach) = export.reach(record) {
        is_whole = false;
        fields.push((PERIOD.to_owned(), serde_json::to_string(reach)?));
    }
    if is_whole {
        return Ok(text.to_owned());
    }
    Ok(object(&fields, " ", " "))
}

/// Those items of a list that are to stay; `None` where all are.
fn filtered(
    text: &str,
    mut stays: impl FnMut(&str) -> Result<bool, serde_json::Error>,
) -> Result<Option<Vec<String>>, serde_json::Error> {
    let items = items(text)?;
    let mut texts = Vec::new();
    for item in &items {
        if stays(item.get())? {
            texts.push(item.get().to_owned());
        }
    }
    Ok((texts.len() < items.len()).then_some(texts))
}

/// A map without a file that is not to be fetched.
fn map_text(text: &str) -> Result<String, serde_json::Error> {
    let map: raw::Map = serde_json::from_str(text)?;
    if map.file.is_none_or(|file| below_app(&file).is_some()) {
        return Ok(text.to_owned());
    }
    without(text, "file")
}

/// An object without one of its fields.
fn without(text: &str, field: &str) -> Result<String, serde_json::Error> {
    let fields = entries(text)?;
    if fields.iter().all(|(name, _)| name != field) {
        return Ok(text.to_owned());
    }
    let fields: Vec<_> = fields
        .into_iter()
        .filter(|(name, _)| name != field)
        .map(|(name, value)| (name, value.to_owned()))
        .collect();
    Ok(object(&fields, " ", " "))
}

fn id_of(target: Target, dataset: &Dataset) -> &str {
    match target {
        Target::Record(ix) => &dataset.record(ix).id,
        Target::Derived(ix) => &dataset.derived[ix.at()].id,
    }
}

fn picked<'a>(
    items: &'a [&'a RawValue],
    positions: impl Iterator<Item = usize> + 'a,
) -> impl Iterator<Item = &'a str> + 'a {
    positions.filter_map(|position| items.get(position).map(|item| item.get()))
}

/// A list's items; none of one that is `null`.
fn items(text: &str) -> Result<Vec<&RawValue>, serde_json::Error> {
    serde_json::from_str::<Option<Vec<&RawValue>>>(text).map(Option::unwrap_or_default)
}

/// An object's fields as they are written, in their order.
fn entries(text: &str) -> Result<Vec<(String, &str)>, serde_json::Error> {
    struct Entries<'a>(Vec<(String, &'a str)>);

    impl<'de> Deserialize<'de> for Entries<'de> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Fields;

            impl<'de> Visitor<'de> for Fields {
                type Value = Entries<'de>;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("an object")
                }

                fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                    let mut entries = Vec::new();
                    while let Some((name, value)) = map.next_entry::<String, &'de RawValue>()? {
                        entries.push((name, value.get()));
                    }
                    Ok(Entries(entries))
                }
            }

            deserializer.deserialize_map(Fields)
        }
    }

    serde_json::from_str::<Entries<'_>>(text).map(|entries| entries.0)
}

fn object(fields: &[(String, String)], before: &str, after: &str) -> String {
    let fields: Vec<String> = fields
        .iter()
        .map(|(name, value)| {
            format!(
                "{before}{}: {value}",
                serde_json::Value::from(name.as_str())
            )
        })
        .collect();
    format!("{{{}{after}}}", fields.join(","))
}

fn list(items: Vec<String>) -> String {
    if items.is_empty() {
        return "[]".to_owned();
    }
    format!("[\n    {}\n  ]", items.join(",\n    "))
}

fn list_inline(items: &[String]) -> String {
    format!("[{}]", items.join(", "))
}
