//! Activity files of IATI, versions 1.01 to 2.03.
//!
//! What each activity states is read first (`activity.rs`), whichever version its
//! elements are of; what can be said only of all together (levels, lanes) comes
//! after, and then the dataset (`dataset.rs`).

mod activity;
mod charts;
mod dataset;
mod encoding;
mod fields;
pub(crate) mod kinds;
mod lanes;
mod levels;
mod location;
mod money;
mod organisations;
mod party;
mod places;
mod records;
mod share;
mod span;
mod twice;
mod xml;

use crate::report::Findings;
use crate::{File, FindingKind, Format, Imported, Refused, Where};
use activity::{Activity, activity};
use fields::Around;
use model::{Date, Lang};
use std::collections::HashSet;
use xml::{Met, Node};

/// How many records a file may make: activities and statements of money.
const MOST: usize = 200_000;

/// The versions that are read.
const VERSIONS: [&str; 8] = [
    "1.01", "1.02", "1.03", "1.04", "1.05", "2.01", "2.02", "2.03",
];

/// All that a file states.
#[derive(Default)]
struct Stated {
    activities: Vec<Activity>,
    ids: HashSet<String>,
    version: Option<String>,
    /// When it was made, or its activities last changed.
    as_of: Option<Date>,
    lang: Option<Lang>,
    records: usize,
}

/// Reads such a file.
pub(crate) fn import(file: &File<'_>, progress: &mut dyn FnMut(f64)) -> Result<Imported, Refused> {
    let mut findings = Findings::default();
    let (text, finding) = encoding::decode(file.bytes, file.encodings);
    if let Some(kind) = finding {
        findings.add(kind, Where::default());
    }
    let mut stated = Stated::default();
    let end = text.len().max(1) as f64;
    let read = xml::read(&text, &mut findings, |met, at| match met {
        Met::Root(node, findings) => stated.root(&node, findings),
        Met::Activity(node, findings) => {
            stated.activity(&node, findings);
            progress(at as f64 / end);
        }
    });
    if let Err(stop) = read {
        if stated.activities.is_empty() {
            let xml::Stop { line, column, why } = stop;
            return Err(Refused::Unreadable { line, column, why });
        }
        findings.add(FindingKind::BrokenOff(stop.why), Where::line(stop.line));
    }
    if stated.activities.is_empty() {
        return Err(Refused::NothingToShow(Format::Iati));
    }
    if stated.records > MOST {
        return Err(Refused::TooMany { most: MOST });
    }
    let json = dataset::write(stated, file, &mut findings);
    progress(1.0);
    let json = json.ok_or(Refused::NothingToShow(Format::Iati))?;
    Ok(Imported {
        format: Format::Iati,
        json,
        report: findings.done(),
        columns: None,
    })
}

impl Stated {
    /// What holds for the activities that follow.
    fn root(&mut self, node: &Node, findings: &mut Findings) {
        let version = node.attribute("version").unwrap_or_default();
        if !VERSIONS.contains(&version) {
            let place = Where::line(node.line).at("version").found(version);
            findings.add(FindingKind::UnknownVersion, place);
        }
        self.version(version, node, findings);
        self.lang = node.attribute("xml:lang").and_then(Lang::parse);
        let made = node.attribute("generated-datetime").and_then(day);
        self.as_of = self.as_of.max(made);
    }

    fn version(&mut self, version: &str, node: &Node, findings: &mut Findings) {
        let of_file = self.version.get_or_insert_with(|| version.to_owned());
        if of_file != version {
            let place = Where::line(node.line).at("version").found(version);
            findings.add(FindingKind::MixedVersions, place);
        }
    }

    fn activity(&mut self, node: &Node, findings: &mut Findings) {
        // So that what cannot be shown takes no memory either.
        if self.records > MOST {
            return;
        }
        if let Some(version) = node.attribute("version") {
            self.version(version, node, findings);
        }
        let id = node.one("iati-identifier").and_then(Node::words);
        let place = Where::line(node.line).at("iati-identifier");
        match id {
            None => findings.add(FindingKind::NoId, place),
            Some(id) if !self.ids.insert(id.to_owned()) => {
                return findings.add(FindingKind::IdTwice, place.of(id));
            }
            Some(_) => {}
        }
        let mut around = Around {
            item: id.unwrap_or_default().to_owned(),
            lang: self.lang,
            findings,
        };
        let activity = activity(node, &mut around);
        self.records += 1 + activity.money.len();
        self.activities.push(activity);
        let changed = node.attribute("last-updated-datetime").and_then(day);
        // A file's own date stands above those of its activities, which are not
        // later in a file that is right.
        self.as_of = self.as_of.max(changed);
    }
}

/// The day of a date with a time.
fn day(text: &str) -> Option<Date> {
    Date::parse(text.get(..10).unwrap_or(text))
}
