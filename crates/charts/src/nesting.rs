//! Amounts that lie within each other, as bars at depths.

use super::bars::parts;
use super::figures::single;
use super::{Action, Bar, Segment, Setting};
use model::{Derived, DerivedIx, Formula, Quantity, RecordIx, Target};
use query::{Counted, values_of};
use sorting::Arrange as _;
use std::collections::{BTreeMap, BTreeSet};

/// The records' values of one quantity, each below what it lies
/// within. A derived sum is a row when all its parts are selected, and its
/// parts are its segments.
pub fn bars(setting: Setting<'_>, records: &[RecordIx], of: Quantity) -> Vec<Bar> {
    let values = values_of(setting.dataset, records, of).into_iter();
    let values = sorting::map(values.map(|counted| (Target::Record(counted.record), counted)));
    let sums = sums(setting, of, &values);
    let parts = sums
        .values()
        .flat_map(|ix| summands(&setting.dataset.derived[ix.at()]));
    let segments = sorting::set(parts);

    let tree = Tree {
        setting,
        values,
        sums,
        segments,
    };
    let all = tree.values.keys().chain(tree.sums.keys()).copied();
    let roots = all
        .filter(|target| !tree.segments.contains(target) && !tree.has_row_above(*target))
        .collect();
    tree.rows(roots)
}

/// The derived sums all of whose parts are there.
pub fn sums(
    setting: Setting<'_>,
    of: Quantity,
    values: &BTreeMap<Target, Counted>,
) -> BTreeMap<Target, DerivedIx> {
    let all = setting.dataset.derived.iter().enumerate();
    let sums = all
        .filter(|(_, d)| {
            d.indicator == Some(of.indicator) && d.unit == of.unit && d.stated.is_none()
        })
        .filter(|(_, d)| !summands(d).is_empty())
        .filter(|(_, d)| summands(d).iter().all(|part| values.contains_key(part)))
        .map(|(position, _)| {
            let ix = DerivedIx::of(position);
            (Target::Derived(ix), ix)
        });
    sorting::map(sums)
}

pub fn summands(derived: &Derived) -> Vec<Target> {
    match &derived.formula {
        Formula::Sum(of) => of.iter().map(|operand| operand.target()).collect(),
        _ => Vec::new(),
    }
}

struct Tree<'a> {
    setting: Setting<'a>,
    values: BTreeMap<Target, Counted>,
    sums: BTreeMap<Target, DerivedIx>,
    segments: BTreeSet<Target>,
}

impl Tree<'_> {
    fn is_row(&self, target: Target) -> bool {
        !self.segments.contains(&target)
            && (self.values.contains_key(&target) || self.sums.contains_key(&target))
    }

    fn has_row_above(&self, target: Target) -> bool {
        self.setting
            .dataset
            .links()
            .direct_wholes(target)
            .any(|whole| self.is_row(whole))
    }

    fn amount(&self, target: Target) -> f64 {
        let derived = self
            .sums
            .get(&target)
            .and_then(|ix| self.setting.dataset.derived[ix.at()].amount);
        derived
            .or_else(|| self.values.get(&target).map(|counted| counted.amount))
            .unwrap_or(0.0)
    }

    /// A row for each target and below it its parts. What lies within two
    /// others has its row below the first: rows are as many as amounts.
    fn rows(&self, roots: Vec<Target>) -> Vec<Bar> {
        let mut bars = Vec::new();
        let mut drawn = BTreeSet::new();
        let mut open = self.smallest_first(roots, 0);
        while let Some((target, depth)) = open.pop() {
            if !drawn.insert(target) {
                continue;
            }
            bars.push(self.bar(target, depth));
            let parts = self.setting.dataset.links().parts(target);
            let rows = parts.filter(|part| self.is_row(*part)).collect();
            open.extend(self.smallest_first(rows, depth + 1));
        }
        bars
    }

    fn smallest_first(&self, mut targets: Vec<Target>, depth: usize) -> Vec<(Target, usize)> {
        targets.arrange_by(|a, b| self.amount(*a).total_cmp(&self.amount(*b)).then(b.cmp(a)));
        targets.into_iter().map(|target| (target, depth)).collect()
    }

    fn bar(&self, target: Target, depth: usize) -> Bar {
        let Setting { dataset, lang, .. } = self.setting;
        if let Some(ix) = self.sums.get(&target) {
            let derived = &dataset.derived[ix.at()];
            let counted: Vec<&Counted> = summands(derived)
                .into_iter()
                .filter_map(|part| self.values.get(&part))
                .collect();
            let amount = text::formula::result(lang, derived, dataset).text(lang);
            return Bar {
                label: text::of(lang, &derived.title),
                name: text::of(lang, &derived.title),
                depth,
                text: text::in_brackets(lang, text::derived(lang), &amount),
                segments: parts(self.setting, &counted, None, |part| {
                    segment(self.setting, part)
                }),
                derived: true,
                second: false,
                remark: derived.note.as_ref().map(|note| text::of(lang, note)),
                share: None,
            };
        }
        let counted = &self.values[&target];
        Bar {
            depth,
            ..single(self.setting, counted)
        }
    }
}

/// One record's value as a part of a bar; a click opens the record.
pub fn segment(setting: Setting<'_>, counted: &Counted) -> Segment {
    let Setting { dataset, lang, .. } = setting;
    let record = dataset.record(counted.record);
    Segment {
        amount: counted.amount,
        tip: format!(
            "{}\n{}\n{}\n{}",
            text::of(lang, &record.title),
            text::qualified(lang, &record.values[counted.value], dataset),
            text::time(lang, record.time.time, dataset),
            text::names::source(lang, record, dataset),
        ),
        expected: counted.expected,
        qualifier: record.values[counted.value].qualifier,
        color: setting.theme.sector(record.sector),
        records: vec![counted.record],
        action: Some(Action::Open(counted.record)),
    }
}
