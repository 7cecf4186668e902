//! Totals of groups: a row each.

use super::rows::{self, Of, Row};
use super::{Action, Setting};
use model::{Chart, Grouping, KindIx, Located, RecordIx, SectorIx, UnitIx};
use query::{PlaceChoice, Total, disjoint_total, values_of};
use sorting::Arrange as _;
use std::collections::BTreeMap;

/// What the records of a row have in common.
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

/// The rows of a chart of totals.
pub fn totals(setting: Setting<'_>, records: &[RecordIx], chart: &Chart) -> Vec<Row> {
    let Setting { dataset, lang, .. } = setting;
    let mut groups: BTreeMap<Group, Vec<RecordIx>> = BTreeMap::new();
    for ix in records {
        let group = Group::of(setting, chart.by, *ix);
        groups.entry(group).or_default().push(*ix);
    }
    let mut rows = Vec::new();
    for (group, records) in groups {
        let name = group.name(setting);
        for value in &chart.values {
            let label = match &value.apart {
                Some(apart) => text::labelled(lang, &name, apart.get(lang)),
                None => name.clone(),
            };
            let total = disjoint_total(dataset, values_of(dataset, &records, value.of));
            let made = rows_of(total, label, group.action(), value.of.unit);
            rows.extend(made.into_iter().map(|of| Row {
                second: value.apart.is_some(),
                ..Row::new(of)
            }));
        }
    }
    // What is of another nature stands apart, below.
    rows.arrange_by(|a, b| {
        let nature = a.second.cmp(&b.second);
        nature.then(b.size().total_cmp(&a.size()))
    });
    rows
}

/// The row of a total, and one for each amount that is expected where nothing
/// else is stated.
fn rows_of(total: Total, name: String, action: Option<Action>, unit: UnitIx) -> Vec<Of> {
    if total.counted.is_empty() {
        let expected = total.expected.into_iter();
        return expected.map(|one| Of::Named(one, name.clone())).collect();
    }
    vec![Of::Total(Box::new(rows::Group {
        name,
        total,
        action,
        unit,
    }))]
}
