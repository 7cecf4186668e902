//! Activities and their statements of money as records.

use super::activity::Activity;
use super::dataset::{Assembly, SECTION, SOURCE};
use super::lanes::codes;
use super::money::Money;
use super::party::Party;
use super::share::Share;
use super::span::Span;
use super::{kinds::Flow, levels::DEEPEST, twice};
use crate::draft::{Link, Locator, Participation, Record, Relation, Time, Value, Words};
use model::Lang;

/// What the kind of record is called that stands for an activity.
pub const ACTIVITY: &str = "activity";

impl Assembly<'_> {
    /// The record of an activity, and one for each statement of money in it.
    pub fn records_of(&mut self, at: usize, activity: &Activity, parents: &[usize]) {
        let title = activity.title.clone().or(|| match activity.id.as_str() {
            "" => Words::own("Without a title", "没有标题"),
            id => Words::same(id),
        });
        let short = title.short();
        let mut note = activity
            .note
            .clone()
            .or(|| Words::own("The file has no description of it.", "文件没有对它的说明。"));
        if activity
            .countries
            .iter()
            .any(|share| share.percent.is_some())
        {
            note = note.with(&parts(&activity.countries));
        }
        let id = self.activity_ids[at].clone();
        let source = Locator {
            document: SOURCE.to_owned(),
            section: SECTION.to_owned(),
            paragraph: at as u32 + 1,
        };
        let sector = self.lanes.of(&activity.sectors).to_owned();
        let places = self.places.of(&activity.locations, &activity.countries);
        let organisations = self.parties(activity.reporter.iter().chain(&activity.parties));
        let part_of = |target: &String| Relation {
            r#type: "part_of",
            target: target.clone(),
            basis: "stated",
        };
        let link = activity.link.iter().map(|url| Link {
            url: url.clone(),
            title: Words::own("Its page", "其网页"),
        });
        self.draft.records.push(Record {
            id: id.clone(),
            kind: ACTIVITY.to_owned(),
            sector: sector.clone(),
            codes: codes(&activity.sectors),
            title: title.clone(),
            short_title: short.clone(),
            note,
            places: places.clone(),
            organisations,
            time: time(activity.span),
            values: Vec::new(),
            relations: parents
                .iter()
                .map(|at| part_of(&self.activity_ids[*at]))
                .collect(),
            links: link.collect(),
            source: source.clone(),
        });
        let (pairs, left_out) = twice::same_money(activity, self.findings);
        let mut ids: Vec<Option<String>> = vec![None; activity.money.len()];
        let mut overlaps: Vec<Vec<usize>> = vec![Vec::new(); activity.money.len()];
        for (later, earlier) in pairs {
            // Of two that stand in the file, the later one names the other.
            overlaps[later.max(earlier)].push(later.min(earlier));
        }
        for (position, money) in activity.money.iter().enumerate() {
            if left_out.contains(&position) {
                continue;
            }
            let own = self
                .ids
                .make(&format!("{id}-{}", money.flow.names()[0]), "money");
            let mut relations = vec![part_of(&id)];
            let others = overlaps[position]
                .iter()
                .filter_map(|other| ids[*other].clone());
            relations.extend(others.map(|target| Relation {
                r#type: "overlaps",
                target,
                basis: "inferred",
            }));
            ids[position] = Some(own.clone());
            let has_sectors = !money.sectors.is_empty();
            let shares = if has_sectors {
                &money.sectors
            } else {
                &activity.sectors
            };
            let organisations = self.parties(money.parties.iter());
            let values = self.values(at, money);
            let note = note_of(money, activity);
            // Each is told from the others of its activity, where a row is short too.
            let [_, en, zh, ..] = money.flow.names();
            let said = title.after(en, zh);
            self.draft.records.push(Record {
                id: own,
                kind: money.flow.names()[0].to_owned(),
                sector: self.lanes.of(shares).to_owned(),
                codes: if has_sectors {
                    codes(shares)
                } else {
                    Vec::new()
                },
                short_title: said.short(),
                title: said,
                note,
                places: if money.countries.is_empty() {
                    places.clone()
                } else {
                    self.places.of(&[], &money.countries)
                },
                organisations,
                time: time(money.span),
                values,
                relations,
                links: Vec::new(),
                source: source.clone(),
            });
        }
    }

    fn values(&mut self, at: usize, money: &Money) -> Vec<Value> {
        let Some((amount, currency)) = &money.amount else {
            return Vec::new();
        };
        let level = self.levels.of[at];
        let apart = self.several_levels.contains(&money.flow);
        let indicator = indicator(money.flow, apart.then_some(level));
        let count = self
            .quantities
            .entry((money.flow, indicator.clone(), currency.clone()));
        *count.or_insert(0) += 1;
        vec![Value {
            id: None,
            indicator,
            amount: amount.clone(),
            unit: currency.to_ascii_lowercase(),
            qualifier: None,
            value_date: money.value_date.map(|date| date.to_string()),
        }]
    }

    fn parties<'p>(&mut self, parties: impl Iterator<Item = &'p Party>) -> Vec<Participation> {
        let mut all: Vec<Participation> = Vec::new();
        for party in parties {
            if let Some(organisation) = self.organisations.of(party) {
                let one = Participation {
                    organisation,
                    role: party.role,
                };
                // Who reports takes part in any case; another role says more.
                all.retain(|of| of.organisation != one.organisation || of.role != "participating");
                let mut known = all.iter().filter(|of| of.organisation == one.organisation);
                if !known.any(|of| of.role == one.role || one.role == "participating") {
                    all.push(one);
                }
            }
        }
        all
    }
}

fn note_of(money: &Money, activity: &Activity) -> Words {
    if !money.note.is_empty() {
        return money.note.clone();
    }
    let id = if activity.id.is_empty() {
        "—"
    } else {
        &activity.id
    };
    Words::own(
        format!("Stated in the activity {id}, without a description."),
        format!("写在活动 {id} 中，没有说明。"),
    )
}

/// The id of an indicator, of a level where several levels state it.
pub fn indicator(flow: Flow, level: Option<u8>) -> String {
    let [id, ..] = flow.names();
    level.map_or(id.to_owned(), |level| format!("{id}-level-{level}"))
}

/// What an indicator is called, and whether its amounts may be added.
pub fn indicator_name(flow: Flow, level: Option<u8>) -> (Words, bool) {
    let [.., en, zh] = flow.names();
    match level {
        None => (Words::own(en, zh), flow.adds()),
        Some(level) => (
            Words::own(
                format!("{en} (level {level})"),
                format!("{zh}（第 {level} 级）"),
            ),
            flow.adds() && level < DEEPEST,
        ),
    }
}

/// Codes with their percentages, as stated.
fn parts(shares: &[Share]) -> String {
    let part = |share: &Share| {
        let name = if share.code.is_empty() {
            share.name.first()
        } else {
            &share.code
        };
        share.percent.map(|percent| format!("{name} {percent}%"))
    };
    let all: Vec<String> = shares.iter().filter_map(part).collect();
    all.join(" · ")
}

fn time(span: Span) -> Time {
    let planned = |of: Option<(model::Date, bool)>| of.is_some_and(|(_, planned)| planned);
    let note = match (planned(span.from), planned(span.to)) {
        (false, false) => None,
        (true, true) => Some(Words::own("As planned", "按计划")),
        (true, false) => Some(Words::own("The start as planned", "开始按计划")),
        (false, true) => Some(Words::own("The end as planned", "结束按计划")),
    };
    let text = |(date, _): (model::Date, bool)| date.to_string();
    match (span.from, span.to) {
        (Some(from), Some(to)) if from.0 == to.0 => Time::Point {
            at: text(from),
            note,
        },
        (Some(from), Some(to)) => Time::Interval {
            from: text(from),
            to: text(to),
            note,
        },
        (Some(from), None) => Time::Since {
            from: text(from),
            note,
        },
        (None, Some(to)) => Time::Until { to: text(to), note },
        (None, None) => Time::Unknown { note: None },
    }
}

/// Languages of texts, those that most texts are in first.
pub fn languages(activities: &[Activity]) -> Vec<Lang> {
    use sorting::Arrange as _;
    let mut counts: std::collections::BTreeMap<Lang, usize> = std::collections::BTreeMap::new();
    for activity in activities {
        for (lang, _) in activity.title.iter() {
            *counts.entry(lang).or_default() += 1;
        }
    }
    let mut counted: Vec<(Lang, usize)> = counts.into_iter().collect();
    counted.arrange_by_key(|(_, count)| std::cmp::Reverse(*count));
    counted.into_iter().map(|(lang, _)| lang).collect()
}
