//! A dataset as tables under stable names, for those who script and quote.
//!
//! Owns which files there are, their columns and what each column means. The figures
//! are those of the page: charts and totals are made by the functions that draw them.
//! No browser; the program beside it reads a file and prints.
//!
//! - Every column of every table is in the dictionary, and no other.
//! - A row holds one figure, as stated or marked as derived, with the records it is of:
//!   what overlaps is parted, never added up.

mod charts;
mod codes;
mod dictionary;
mod map;
mod timeline;

pub use dictionary::{COLUMNS, Column};

use ::charts::{Setting, Theme};
use ::model::{Dataset, Lang};
use formats::{Export, csv};
use query::Period;
use serde_json::{Value, json};

/// A file to publish.
#[derive(Clone, Debug)]
pub struct Published {
    /// Its path below the app.
    pub path: String,
    /// What it is, in English.
    pub title: String,
    /// What stands in it.
    pub text: String,
    /// Of a table: which one of the dictionary it is.
    pub table: Option<&'static str>,
}

impl Published {
    fn table(name: &'static str, path: &str, title: &str, text: String) -> Self {
        Self {
            path: path.to_owned(),
            title: title.to_owned(),
            text,
            table: Some(name),
        }
    }
}

/// All files of a dataset. `text` is its own, `site` where the app stands.
#[must_use]
pub fn files(dataset: &Dataset, text: &str, site: &str) -> Vec<Published> {
    let records: Vec<_> = dataset.record_indices().collect();
    let export = Export {
        dataset,
        text,
        records: &records,
        period: Period::default(),
        link: site,
    };
    let mut files = vec![
        Published::table(
            "records",
            "data/records.csv",
            "Every record, a row a figure",
            csv(export),
        ),
        Published::table(
            "codes",
            "data/codes.csv",
            "Every code of the other tables, with its names",
            codes::table(dataset),
        ),
        Published::table(
            "map",
            "data/map.csv",
            "What the map shows of each area, a row a measure and an area",
            map::table(dataset, &records),
        ),
        Published::table(
            "timeline",
            "data/timeline.csv",
            "The records that state a time, as the timeline has them",
            timeline::table(dataset, &records),
        ),
    ];
    let edition = editions::name(text);
    for id in dataset.chart_indices() {
        files.extend(charts::files(dataset, id, &records, (site, &edition)));
    }
    files.push(Published::table(
        "dictionary",
        "data/dictionary.csv",
        "What each column of the other tables means",
        dictionary::table(dataset),
    ));
    files
}

/// The same for the build: paths and texts, the columns of each table as a Table Schema
/// of a data package has them, and the edition's name.
#[must_use]
pub fn told(dataset: &Dataset, text: &str, site: &str) -> Value {
    let files = files(dataset, text, site).into_iter().map(|file| {
        let fields = file.table.map(|table| dictionary::fields(dataset, table));
        json!({ "path": file.path, "title": file.title, "text": file.text, "fields": fields })
    });
    json!({ "edition": editions::name(text), "files": files.collect::<Vec<_>>() })
}

/// What charts are made in: colours are of no matter here.
fn setting(dataset: &Dataset, lang: Lang) -> Setting<'_> {
    Setting {
        dataset,
        lang,
        theme: &Theme::LIGHT,
        compact: false,
        period: Period::default(),
    }
}

/// A column's name, once a language of the dataset.
fn by_language(name: &str, dataset: &Dataset) -> Vec<String> {
    let languages = dataset.languages.iter();
    languages.map(|lang| format!("{name}_{lang}")).collect()
}

/// Columns' names, once each.
fn once(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}
