//! Totals of groups: a bar each, with what was left out of it.

use super::bars::{self, Bar};
use super::figures::single;
use super::nesting::segment;
use super::{Action, Segment, Setting};
use model::{Chart, Grouping, KindIx, Located, RecordIx, SectorIx, UnitIx};
use query::{Counted, PlaceChoice, Total, disjoint_total, values_of};
use sorting::Arrange as _;
use std::collections::BTreeMap;

/// How many amounts that were not added are named.
const NAMED: usize = 12;

/// What the records of a bar have in common.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Place(Located),
    Sector(SectorIx),
    Kind(KindIx),
}

impl Group {
    fn of(setting: Setting<'_>, by: Grouping, record: RecordIx) -> Self {
        let record = setting.dataset.record(record);
        match by {
            Grouping::Place => Self::Place(setting.dataset.located(record)),
            Grouping::Sector => Self::Sector(record.sector),
            Grouping::Kind => Self::Kind(record.kind),
        }
    }

    fn action(self) -> Option<Action> {
        match self {
            Self::Place(located) => PlaceChoice::of(located).map(Action::Place),
            Self::Sector(sector) => Some(Action::Sector(sector)),
            Self::Kind(kind) => Some(Action::Kind(kind)),
        }
    }

    fn name(self, setting: Setting<'_>) -> String {
        let Setting { dataset, lang, .. } = setting;
        let name = match self {
            Self::Place(located) => text::names::located(lang, located, dataset),
            Self::Sector(sector) => dataset.sector(sector).name.get(lang),
            Self::Kind(kind) => dataset.kind(kind).name.get(lang),
        };
        text::isolated(lang, name).into_owned()
    }
}

/// The bars of a chart of totals.
pub fn totals(setting: Setting<'_>, records: &[RecordIx], chart: &Chart) -> Vec<Bar> {
    let Setting { dataset, lang, .. } = setting;
    let mut groups: BTreeMap<Group, Vec<RecordIx>> = BTreeMap::new();
    for ix in records {
        let group = Group::of(setting, chart.by, *ix);
        groups.entry(group).or_default().push(*ix);
    }
    let mut bars = Vec::new();
    for (group, records) in groups {
        let name = group.name(setting);
        for value in &chart.values {
            let candidates = values_of(dataset, &records, value.of);
            let label = match &value.apart {
                Some(apart) => text::labelled(lang, &name, apart.get(lang)),
                None => name.clone(),
            };
            let made = total_bars(setting, &label, candidates, group.action(), value.of.unit);
            let second = value.apart.is_some();
            bars.extend(made.into_iter().map(|bar| Bar { second, ..bar }));
        }
    }
    // What is of another nature stands apart, below.
    bars.arrange_by(|a, b| {
        let nature = a.second.cmp(&b.second);
        nature.then(b.size().total_cmp(&a.size()))
    });
    bars
}

/// The bar of a total, and one for each amount that is expected where nothing
/// else is stated.
fn total_bars(
    setting: Setting<'_>,
    label: &str,
    candidates: Vec<Counted>,
    action: Option<Action>,
    unit: UnitIx,
) -> Vec<Bar> {
    let total = disjoint_total(setting.dataset, candidates);
    if !total.counted.is_empty() {
        return vec![total_bar(setting, label.to_owned(), &total, action, unit)];
    }
    let expected = total.expected.iter().map(|counted| Bar {
        label: label.to_owned(),
        name: label.to_owned(),
        ..single(setting, counted)
    });
    expected.collect()
}

/// A bar of a total: its parts are its segments, and what was left out is said.
fn total_bar(
    setting: Setting<'_>,
    label: String,
    total: &Total,
    action: Option<Action>,
    unit: UnitIx,
) -> Bar {
    let Setting { dataset, lang, .. } = setting;
    let value = |counted: &Counted| &dataset.record(counted.record).values[counted.value];
    let amount = match total.counted.as_slice() {
        [one] => text::brief(lang, value(one), dataset),
        _ => text::in_brackets(
            lang,
            text::derived(lang),
            &text::amount(lang, total.amount, unit, dataset),
        ),
    };
    let named = |label: &str, these: &[Counted]| {
        let mut names: Vec<String> = these
            .iter()
            .take(NAMED)
            .map(|c| {
                let title = dataset.record(c.record).title.get(lang);
                text::labelled(lang, title, &text::qualified(lang, value(c), dataset))
            })
            .collect();
        if these.len() > NAMED {
            names.push(text::and_more(lang, these.len() - NAMED));
        }
        (!names.is_empty()).then(|| text::labelled(lang, label, &text::clauses(lang, &names)))
    };
    let remarks: Vec<String> = [
        named(text::not_added(lang), &total.left_out),
        named(text::expected_not_counted(lang), &total.expected),
    ]
    .into_iter()
    .flatten()
    .collect();
    let remark = (!remarks.is_empty()).then(|| remarks.join("\n"));
    let counted: Vec<&Counted> = total.counted.iter().collect();
    let segments = bars::parts(setting, &counted, action.as_ref(), |counted| {
        let plain = segment(setting, counted);
        let tip = remark.as_ref().map_or(plain.tip.clone(), |remark| {
            format!("{}\n{remark}", plain.tip)
        });
        Segment {
            tip,
            action: action.clone().or(plain.action),
            ..plain
        }
    });
    Bar {
        name: label.clone(),
        label,
        depth: 0,
        text: amount,
        segments,
        derived: total.is_derived(),
        second: false,
        remark,
        share: None,
    }
}
