//! The dataset that a file's activities make.

use super::Stated;
use super::activity::Activity;
use super::kinds::Flow;
use super::lanes::Lanes;
use super::levels::{Levels, levels};
use super::organisations::Organisations;
use super::party::Party;
use super::places::Places;
use super::records::{ACTIVITY, indicator, indicator_name, languages};
use crate::draft::{Currency, Document, Draft, Ids, Indicator, Kind, Level, Section, Unit, Words};
use crate::report::Findings;
use crate::{File, FindingKind, Where, day};
use model::{Date, Lang};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The file as a document.
pub const SOURCE: &str = "file";
/// Its one section: an activity is a paragraph.
pub const SECTION: &str = "activities";

/// What is being put together.
pub struct Assembly<'a> {
    /// What becomes the file.
    pub draft: Draft,
    /// Ids of records.
    pub ids: Ids,
    /// Those of activities.
    pub activity_ids: Vec<String>,
    /// Where activities stand.
    pub levels: Levels,
    /// What is stated on several levels.
    pub several_levels: BTreeSet<Flow>,
    /// The lanes.
    pub lanes: Lanes,
    /// The places.
    pub places: Places,
    /// The organisations.
    pub organisations: Organisations,
    /// How often a quantity is stated.
    pub quantities: BTreeMap<(Flow, String, String), usize>,
    /// Where findings go.
    pub findings: &'a mut Findings,
}

/// The dataset as JSON; `None` where it cannot be written.
pub fn write(stated: Stated, file: &File<'_>, findings: &mut Findings) -> Option<String> {
    let Stated {
        activities, as_of, ..
    } = stated;
    let positions: HashMap<&str, usize> = activities
        .iter()
        .enumerate()
        .filter(|(_, activity)| !activity.id.is_empty())
        .map(|(at, activity)| (activity.id.as_str(), at))
        .collect();
    let levels = levels(&activities, &positions, findings);
    let several_levels = several(&activities, &levels, findings);
    let own = activities.iter().flat_map(|activity| {
        let money = activity.money.iter().map(|money| money.sectors.as_slice());
        std::iter::once(activity.sectors.as_slice()).chain(money.filter(|of| !of.is_empty()))
    });
    let lanes = Lanes::new(own, findings);
    let mut ids = Ids::default();
    let activity_ids = activities
        .iter()
        .map(|of| ids.make(&of.id, "activity"))
        .collect();
    let parents = levels.parents.clone();
    let mut assembly = Assembly {
        draft: Draft::new(),
        ids,
        activity_ids,
        levels,
        several_levels,
        lanes,
        places: Places::of_file(file.name),
        organisations: Organisations::default(),
        quantities: BTreeMap::new(),
        findings,
    };
    for (at, (activity, parents)) in activities.iter().zip(&parents).enumerate() {
        assembly.records_of(at, activity, parents);
    }
    assembly.finish(&activities, file, as_of)
}

/// What money is stated on more than one level.
fn several(activities: &[Activity], levels: &Levels, findings: &mut Findings) -> BTreeSet<Flow> {
    let mut on: BTreeMap<Flow, BTreeSet<u8>> = BTreeMap::new();
    for (activity, level) in activities.iter().zip(&levels.of) {
        for money in &activity.money {
            on.entry(money.flow).or_default().insert(*level);
        }
    }
    // Of what stands on the last level only nothing may be added either.
    on.retain(|_, levels| levels.len() > 1 || levels.contains(&super::levels::DEEPEST));
    for flow in on.keys() {
        let place = Where::default().found(flow.names()[0]);
        findings.add(FindingKind::SeveralLevels, place);
    }
    on.into_keys().collect()
}

impl Assembly<'_> {
    fn finish(
        mut self,
        activities: &[Activity],
        file: &File<'_>,
        as_of: Option<Date>,
    ) -> Option<String> {
        let reporters: BTreeMap<&str, &Party> = activities
            .iter()
            .filter_map(|activity| activity.reporter.as_ref())
            .map(|party| match party.reference.as_str() {
                "" => (party.name.first(), party),
                reference => (reference, party),
            })
            .filter(|(key, _)| !key.is_empty())
            .collect();
        let stem = file.name.strip_suffix(".xml").unwrap_or(file.name);
        let stem = if stem.is_empty() { "IATI" } else { stem };
        let publisher = match reporters.values().collect::<Vec<_>>().as_slice() {
            [one] if !one.name.is_empty() => Some(one.name.clone()),
            [one] => Some(Words::same(&one.reference)),
            _ => None,
        };
        let date = self.date(activities, as_of, file.read_on);
        let count = activities.len();
        let draft = &mut self.draft;
        draft.id = Ids::default().make(stem, "iati");
        draft.title = publisher.clone().unwrap_or_else(|| Words::same(stem));
        draft.summary = Words::own(
            format!("Activities of the IATI file {stem}: {count}."),
            format!("IATI 文件 {stem} 中的活动：{count} 项。"),
        );
        draft.as_of.clone_from(&date);
        draft.country = country(activities);
        draft.documents.push(Document {
            id: SOURCE.to_owned(),
            title: Words::same(stem),
            publisher: publisher.unwrap_or_else(|| Words::own("Several organisations", "多个组织")),
            published: Words::same(&date),
            sections: vec![Section {
                id: SECTION.to_owned(),
                title: Words::own("Activities", "活动"),
                paragraphs: u32::try_from(count).unwrap_or(u32::MAX),
            }],
            ..Document::default()
        });
        draft.levels = [
            ("country", "Country", "国家"),
            ("region", "Region", "地区"),
            ("location", "Location", "地点"),
        ]
        .map(|(id, en, zh)| Level {
            id: id.to_owned(),
            name: Words::own(en, zh),
            whole: None,
        })
        .to_vec();
        self.vocabularies();
        let used: BTreeSet<&str> = self
            .draft
            .records
            .iter()
            .map(|of| of.sector.as_str())
            .collect();
        self.lanes.keep(&used);
        self.charts();
        self.draft.sectors = self.lanes.sectors;
        self.draft.places = self.places.all;
        self.draft.organisations = self.organisations.all;
        let mut tags = languages(activities);
        tags.extend(self.draft.languages_of());
        tags.extend([Lang::EN, Lang::ZH]);
        for lang in tags {
            if !self.draft.languages.contains(&lang) {
                self.draft.languages.push(lang);
            }
        }
        self.draft.json()
    }

    /// The date of the file, or else the last one that an activity or a
    /// transaction has.
    fn date(&mut self, activities: &[Activity], as_of: Option<Date>, read_on: Date) -> String {
        if let Some(date) = as_of {
            return date.to_string();
        }
        let money = activities.iter().flat_map(|activity| &activity.money);
        let paid = money.filter(|money| matches!(money.flow, Flow::Transaction(_)));
        let last = paid
            .filter_map(|money| money.span.to)
            .map(|(date, _)| date)
            .max();
        let starts = || activities.iter().filter_map(|activity| activity.span.from);
        let last = last.or_else(|| starts().map(|(date, _)| date).max());
        day::as_of(last, read_on, self.findings)
    }

    /// Kinds, indicators, currencies and units that records are of.
    fn vocabularies(&mut self) {
        let mut kinds = BTreeMap::from([(None, (ACTIVITY, Words::own("Activity", "活动")))]);
        let mut indicators = BTreeMap::new();
        let mut currencies = BTreeSet::new();
        for (flow, id, currency) in self.quantities.keys() {
            currencies.insert(currency.clone());
            indicators.insert((flow.rank(), id.clone()), *flow);
        }
        let used: BTreeSet<&str> = self
            .draft
            .records
            .iter()
            .map(|of| of.kind.as_str())
            .collect();
        for flow in Flow::all() {
            let [id, en, zh, ..] = flow.names();
            if used.contains(id) {
                kinds.insert(Some(flow), (id, Words::own(en, zh)));
            }
        }
        self.draft.kinds = kinds
            .into_iter()
            .map(|(flow, (id, name))| Kind {
                id: id.to_owned(),
                name,
                iati: flow.and_then(Flow::element),
            })
            .collect();
        self.draft.indicators = indicators
            .into_iter()
            .map(|((_, id), flow)| {
                let level = (1..=9).find(|level| indicator(flow, Some(*level)) == id);
                let (name, adds) = indicator_name(flow, level);
                Indicator {
                    id,
                    name,
                    adds,
                    flow: flow.is_own(),
                }
            })
            .collect();
        for code in currencies {
            let unit = Unit {
                id: code.to_ascii_lowercase(),
                currency: Some(code.clone()),
                ..Unit::default()
            };
            self.draft.units.push(unit);
            self.draft.currencies.push(Currency { code });
        }
    }
}

/// The one country of all activities, as its code of two letters.
fn country(activities: &[Activity]) -> Option<String> {
    let shares = activities.iter().flat_map(|activity| &activity.countries);
    let codes: BTreeSet<&str> = shares.map(|share| share.code.as_str()).collect();
    let one = codes.first().filter(|_| codes.len() == 1)?;
    let is_code = one.len() == 2 && one.bytes().all(|b| b.is_ascii_uppercase());
    is_code.then(|| (*one).to_owned())
}
