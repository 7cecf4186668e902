//! One sector for each record, of the vocabulary that parts the records best.
//!
//! A record that is of several sectors is in a lane of its own kind: its money is
//! divided among them, or stated as a whole, and no share of it is made up here.

use super::kinds::GROUPS;
use super::share::Share;
use crate::draft::{Code, Ids, Sector, Words};
use crate::report::Findings;
use crate::{FindingKind, Where};
use sorting::Arrange as _;
use std::collections::{BTreeSet, HashMap};

/// How many sectors have a lane of their own.
const MOST: usize = 11;

/// The lanes, and which of them is whose.
pub struct Lanes {
    /// The sectors of the dataset.
    pub sectors: Vec<Sector>,
    vocabulary: String,
    by_key: HashMap<String, String>,
    not_stated: String,
    several: String,
    other: String,
}

/// A lane's key: the code, of OECD DAC's purposes and categories the first two
/// digits.
fn key(share: &Share) -> String {
    let is_dac = matches!(share.vocabulary.as_str(), "1" | "2");
    let named = share.name.first();
    match share.code.get(..2) {
        Some(group) if is_dac => group.to_owned(),
        _ if share.code.is_empty() => named.to_lowercase(),
        _ => share.code.clone(),
    }
}

/// Purposes and categories of OECD DAC are grouped alike.
fn vocabulary(share: &Share) -> &str {
    match share.vocabulary.as_str() {
        "2" => "1",
        other => other,
    }
}

fn keys(shares: &[Share], of: &str) -> BTreeSet<String> {
    let of = shares.iter().filter(|share| vocabulary(share) == of);
    of.map(key).collect()
}

impl Lanes {
    /// Makes lanes for records of these sectors.
    pub fn new<'a>(
        all: impl Iterator<Item = &'a [Share]> + Clone,
        findings: &mut Findings,
    ) -> Self {
        let vocabularies: BTreeSet<&str> = all.clone().flatten().map(vocabulary).collect();
        let best = vocabularies
            .iter()
            .map(|of| (*of, counted(all.clone(), of)));
        // How many records are in one lane, and not all in the same.
        let size = |lanes: &HashMap<String, usize>| {
            let all: usize = lanes.values().sum();
            let largest = lanes.values().max().copied().unwrap_or(0);
            (all - largest, all)
        };
        let best = best.reduce(|a, b| if size(&b.1) > size(&a.1) { b } else { a });
        let (vocabulary, counts) = best.unwrap_or_default();
        let mut ranked: Vec<(String, usize)> = counts.into_iter().collect();
        ranked.arrange_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        for (key, _) in ranked.iter().skip(MOST) {
            findings.add(
                FindingKind::OtherSectors,
                Where::default().at("sector").found(key),
            );
        }
        let mut lanes = Self {
            sectors: Vec::new(),
            vocabulary: vocabulary.to_owned(),
            by_key: HashMap::new(),
            not_stated: String::new(),
            several: String::new(),
            other: String::new(),
        };
        let names = names(all, vocabulary);
        let mut ids = Ids::default();
        for (key, _) in ranked.into_iter().take(MOST) {
            let group = GROUPS
                .iter()
                .find(|(code, ..)| vocabulary == "1" && *code == key);
            let name = match (group, names.get(&key)) {
                (Some((_, en, zh)), _) => Words::own(*en, *zh),
                (None, Some(name)) => name.clone(),
                (None, None) => Words::own(key.clone(), key.clone()),
            };
            let id = ids.make(&format!("s-{key}"), "s");
            lanes.sectors.push(Sector {
                id: id.clone(),
                name,
                codes: Vec::new(),
            });
            lanes.by_key.insert(key, id);
        }
        let mut extra = |id: &str, en: &str, zh: &str| {
            let id = ids.make(id, "s");
            lanes.sectors.push(Sector {
                id: id.clone(),
                name: Words::own(en, zh),
                codes: Vec::new(),
            });
            id
        };
        lanes.several = extra("several", "Several sectors", "多个行业");
        lanes.other = extra("other", "Other", "其他");
        lanes.not_stated = extra("not-stated", "Not stated", "未注明");
        lanes
    }

    /// The lane of a record of these sectors.
    pub fn of(&self, shares: &[Share]) -> &str {
        let keys = keys(shares, &self.vocabulary);
        let mut lanes: BTreeSet<&str> = BTreeSet::new();
        for key in &keys {
            lanes.insert(self.by_key.get(key).unwrap_or(&self.other));
        }
        match (lanes.len(), lanes.first()) {
            (0, _) => &self.not_stated,
            (1, Some(lane)) => lane,
            _ => &self.several,
        }
    }

    /// Leaves out lanes without records.
    pub fn keep(&mut self, used: &BTreeSet<&str>) {
        self.sectors
            .retain(|sector| used.contains(sector.id.as_str()));
    }
}

/// How many records have just that lane.
fn counted<'a>(all: impl Iterator<Item = &'a [Share]>, of: &str) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for shares in all {
        let keys = keys(shares, of);
        for key in &keys {
            // A lane that only parts of records are in is a lane as well.
            *counts.entry(key.clone()).or_default() += usize::from(keys.len() == 1);
        }
    }
    counts
}

/// The names that the file has for lanes.
fn names<'a>(all: impl Iterator<Item = &'a [Share]>, of: &str) -> HashMap<String, Words> {
    let mut names = HashMap::new();
    for share in all.flatten().filter(|share| vocabulary(share) == of) {
        if !share.name.is_empty() {
            names
                .entry(key(share))
                .or_insert_with(|| share.name.clone());
        }
    }
    names
}

/// The codes of a record, with the part that each has of it as the file states it.
pub fn codes(shares: &[Share]) -> Vec<Code> {
    let codes = shares.iter().filter(|share| !share.code.is_empty());
    let code = |share: &Share| {
        let mut name = Words::default();
        let percent = share.percent.map(|percent| format!("{percent}%"));
        if share.name.is_empty() {
            let code = percent.map_or(share.code.clone(), |of| format!("{} ({of})", share.code));
            return Words::own(code.clone(), code);
        }
        for (lang, words) in share.name.iter() {
            match &percent {
                Some(percent) => name.append(lang, &format!("{words} ({percent})")),
                None => name.append(lang, words),
            }
        }
        name
    };
    codes
        .map(|share| Code {
            vocabulary: Some(share.vocabulary.clone()),
            code: share.code.clone(),
            name: code(share),
        })
        .collect()
}
