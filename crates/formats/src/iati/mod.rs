//! The selection as IATI 2.03, with what the standard can hold of each record.
//! What it cannot hold is listed.
//!
//! Each sector, by the main code of its records, is an activity of its own. One activity
//! with several would have to say what percentage of its money goes to each,
//! which the source does not; so every amount stands with its record's sector.

mod activity;
mod context;
mod figures;
mod not_held;
mod xml;

pub use not_held::{NotHeld, Reason};

use super::{Export, language};
use activity::{Activity, Sector};
use figures::Figures;
use model::{Dataset, Date, Days, RecordIx};
use std::collections::BTreeMap;
use std::fmt::Write;
use xml::Xml;

/// The file, and what is not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Iati {
    /// The XML.
    pub xml: String,
    /// What it does not hold, which a comment in it names too.
    pub not_held: Vec<NotHeld>,
}

/// The selection as IATI activity XML.
#[must_use]
pub fn iati(export: Export<'_>) -> Iati {
    let dataset = export.dataset;
    let mut purposes: BTreeMap<Sector<'_>, Vec<RecordIx>> = BTreeMap::new();
    for ix in export.records {
        let sector = Sector::of(dataset, dataset.record(*ix));
        purposes.entry(sector).or_default().push(*ix);
    }
    let mut not_held = Vec::new();
    let default = language(dataset);
    let mut activities = Xml::new(default);
    for (position, (sector, records)) in purposes.iter().enumerate() {
        let mut figures = Figures::new(default);
        for ix in records {
            let record = dataset.record(*ix);
            let reasons = figures.add(record, dataset);
            not_held.extend(reasons.into_iter().map(|reason| NotHeld {
                record: record.id.clone(),
                reason,
            }));
        }
        let what = Activity {
            position,
            sector: Some(*sector),
            records,
        };
        what.write(&mut activities, dataset, &figures);
    }
    if purposes.is_empty() {
        // The schema asks for an activity.
        let nothing = Activity {
            position: 0,
            sector: None,
            records: &[],
        };
        nothing.write(&mut activities, dataset, &Figures::new(default));
    }
    if activities.dropped {
        not_held.push(NotHeld {
            record: dataset.id.clone(),
            reason: Reason::Characters,
        });
    }
    let mut xml = Xml::new(default);
    xml.text
        .push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.comment(&comment(export, &not_held));
    let today = iso(dataset.as_of.last_day());
    xml.open(
        "iati-activities",
        &[
            ("version", "2.03"),
            ("generated-datetime", &format!("{today}T00:00:00Z")),
        ],
    );
    xml.text.push_str(&activities.text);
    xml.close("iati-activities");
    Iati {
        xml: xml.text,
        not_held,
    }
}

fn comment(export: Export<'_>, not_held: &[NotHeld]) -> String {
    let Export { dataset, link, .. } = export;
    let lang = language(dataset);
    let sources = dataset.documents.iter().map(|document| {
        let parts = [&document.title, &document.publisher, &document.published];
        text::list(lang, &parts.map(|text| text.get(lang).to_owned()))
    });
    let sources = text::clauses(lang, &sources.collect::<Vec<_>>());
    let mut comment = [
        text::labelled(lang, text::source_word(lang), &sources),
        text::labelled(lang, text::licence(lang), &dataset.licence),
        text::labelled(lang, text::share_link(lang), link),
        text::labelled(lang, text::iati_not_held(lang), "")
            .trim_end()
            .to_owned(),
    ]
    .join("\n");
    for item in not_held {
        let line = text::labelled(lang, &item.record, item.reason.words(lang));
        let _ = write!(comment, "\n{line}");
    }
    plain(&comment)
}

/// A day as `YYYY-MM-DD`.
fn iso(days: Days) -> String {
    let month = Date::month_of(days);
    format!("{month}-{:02}", days - month.first_day() + 1)
}

/// The dataset's id as a part of identifiers, which hold no `/`, `&`, `|`, `?`.
fn identifier(dataset: &Dataset) -> String {
    dataset
        .id
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect()
}

/// What the page's words were joined with, without the isolates that keep words
/// of two directions apart on screen: a file holds the words alone.
fn plain(joined: &str) -> String {
    text::without_isolates(joined)
}
