//! The rows of a chart before anything is said of them: of very many only a few are drawn
//! or read.

use crate::bars::{Bar, Segment, parts};
use crate::{Action, Setting};
use model::{DerivedIx, RecordIx, UnitIx, Value};
use query::{Counted, Total};

/// How many amounts that were not added are named.
const NAMED: usize = 12;

/// A row: what it is of.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub of: Of,
    /// How deep it is nested.
    pub depth: usize,
    /// Whether it is of another nature than the others.
    pub second: bool,
    /// Of a table: its share of the largest figure of its unit, where there are
    /// others.
    pub share: Option<f64>,
}

/// What a row shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Of {
    /// A record's value.
    Value(Counted),
    /// A value that stands for a group, which has this name.
    Named(Counted, String),
    /// A derived sum with its parts.
    Sum(DerivedIx, Vec<Counted>),
    /// The total of a group.
    Total(Box<Group>),
}

/// A group of records and its total.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub name: String,
    pub total: Total,
    /// What a click on it does.
    pub action: Option<Action>,
    pub unit: UnitIx,
}

impl Row {
    /// A row like others, of nothing above it.
    pub const fn new(of: Of) -> Self {
        Self {
            of,
            depth: 0,
            second: false,
            share: None,
        }
    }

    /// What it is made of.
    fn counted(&self) -> &[Counted] {
        match &self.of {
            Of::Value(counted) | Of::Named(counted, _) => std::slice::from_ref(counted),
            Of::Sum(_, parts) => parts,
            Of::Total(group) => &group.total.counted,
        }
    }

    /// The records that it is made of.
    pub fn records(&self) -> impl Iterator<Item = RecordIx> + '_ {
        self.counted().iter().map(|counted| counted.record)
    }

    /// How long its bar is, on whichever side of zero.
    pub fn size(&self) -> f64 {
        let amounts = self.counted().iter().map(|counted| counted.amount);
        amounts.sum::<f64>().abs()
    }

    /// What it says.
    pub fn bar(&self, setting: Setting<'_>) -> Bar {
        let bar = match &self.of {
            Of::Value(counted) => single(setting, counted),
            Of::Named(counted, name) => Bar {
                label: name.clone(),
                name: name.clone(),
                ..single(setting, counted)
            },
            Of::Sum(ix, parts) => sum(setting, *ix, parts),
            Of::Total(group) => total(setting, group),
        };
        Bar {
            depth: self.depth,
            second: self.second,
            share: self.share,
            ..bar
        }
    }
}

/// The bar of one value.
fn single(setting: Setting<'_>, counted: &Counted) -> Bar {
    let record = setting.dataset.record(counted.record);
    Bar {
        label: text::of(setting.lang, &record.title),
        name: record.row_title(setting.lang).to_owned(),
        text: text::brief(setting.lang, &record.values[counted.value], setting.dataset),
        segments: vec![segment(setting, counted)],
        ..Bar::default()
    }
}

/// The bar of a derived sum, which its parts are.
fn sum(setting: Setting<'_>, ix: DerivedIx, summands: &[Counted]) -> Bar {
    let Setting { dataset, lang, .. } = setting;
    let derived = &dataset.derived[ix.at()];
    let amount = text::formula::result(lang, derived, dataset).text(lang);
    Bar {
        label: text::of(lang, &derived.title),
        name: text::of(lang, &derived.title),
        text: text::in_brackets(lang, text::derived(lang), &amount),
        segments: parts(setting, summands, None, |part| segment(setting, part)),
        derived: true,
        remark: derived.note.as_ref().map(|note| text::of(lang, note)),
        ..Bar::default()
    }
}

/// The bar of a total: what was left out of it is said.
fn total(setting: Setting<'_>, group: &Group) -> Bar {
    let Setting { dataset, lang, .. } = setting;
    let Group {
        name,
        total,
        action,
        unit,
    } = group;
    let amount = match total.counted.as_slice() {
        [one] => text::brief(lang, value(setting, one), dataset),
        _ => text::in_brackets(
            lang,
            text::derived(lang),
            &text::amount(lang, total.amount, *unit, dataset),
        ),
    };
    let remarks: Vec<String> = [
        named(setting, text::not_added(lang), &total.left_out),
        named(setting, text::expected_not_counted(lang), &total.expected),
    ]
    .into_iter()
    .flatten()
    .collect();
    let remark = (!remarks.is_empty()).then(|| remarks.join("\n"));
    let segments = parts(setting, &total.counted, action.as_ref(), |counted| {
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
        label: name.clone(),
        name: name.clone(),
        text: amount,
        segments,
        derived: total.is_derived(),
        remark,
        ..Bar::default()
    }
}

/// Amounts and whose they are, after what is said of them all; of none nothing.
fn named(setting: Setting<'_>, label: &str, these: &[Counted]) -> Option<String> {
    let Setting { dataset, lang, .. } = setting;
    let mut names: Vec<String> = these
        .iter()
        .take(NAMED)
        .map(|counted| {
            let title = dataset.record(counted.record).title.get(lang);
            let figure = text::qualified(lang, value(setting, counted), dataset);
            text::labelled(lang, title, &figure)
        })
        .collect();
    if these.len() > NAMED {
        names.push(text::and_more(lang, these.len() - NAMED));
    }
    (!names.is_empty()).then(|| text::labelled(lang, label, &text::clauses(lang, &names)))
}

fn value<'a>(setting: Setting<'a>, counted: &Counted) -> &'a Value {
    &setting.dataset.record(counted.record).values[counted.value]
}

/// One record's value as a part of a bar; a click opens the record.
pub fn segment(setting: Setting<'_>, counted: &Counted) -> Segment {
    let Setting { dataset, lang, .. } = setting;
    let record = dataset.record(counted.record);
    let value = value(setting, counted);
    Segment {
        amount: counted.amount,
        tip: format!(
            "{}\n{}\n{}\n{}",
            text::of(lang, &record.title),
            text::qualified(lang, value, dataset),
            text::time(lang, record.time.time, dataset),
            text::names::source(lang, record, dataset),
        ),
        expected: counted.expected,
        qualifier: value.qualifier,
        color: setting.theme.sector(record.sector),
        records: vec![counted.record],
        action: Some(Action::Open(counted.record)),
    }
}
