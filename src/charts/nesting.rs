//! Amounts that lie within each other, as bars at depths.

use super::{Action, Bar, Segment, Setting};
use crate::aggregate::{Counted, values_of};
use crate::dataset::{Derived, DerivedIx, Formula, Indicator, RecordIx, Target, Unit};
use crate::text;
use std::collections::{BTreeMap, BTreeSet};

/// The records' values of one indicator and unit, each below what it lies
/// within. A derived sum is a row when all its parts are selected, and its
/// parts are its segments.
pub fn bars(
    setting: Setting<'_>,
    records: &[RecordIx],
    indicator: Indicator,
    unit: Unit,
) -> Vec<Bar> {
    let values: BTreeMap<Target, Counted> = values_of(setting.dataset, records, indicator, unit)
        .into_iter()
        .map(|counted| (Target::Record(counted.record), counted))
        .collect();
    let sums: BTreeMap<Target, DerivedIx> = setting
        .dataset
        .derived
        .iter()
        .enumerate()
        .filter(|(_, d)| d.indicator == Some(indicator) && d.unit == unit && d.stated.is_none())
        .filter(|(_, d)| summands(d).iter().all(|part| values.contains_key(part)))
        .map(|(position, _)| {
            (
                Target::Derived(DerivedIx::of(position)),
                DerivedIx::of(position),
            )
        })
        .collect();
    let segments: BTreeSet<Target> = sums
        .values()
        .flat_map(|ix| summands(&setting.dataset.derived[ix.at()]))
        .collect();

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
    let mut bars = Vec::new();
    tree.push(roots, 0, &mut bars);
    bars
}

fn summands(derived: &Derived) -> Vec<Target> {
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

    fn push(&self, mut targets: Vec<Target>, depth: usize, bars: &mut Vec<Bar>) {
        targets.sort_by(|a, b| self.amount(*b).total_cmp(&self.amount(*a)).then(a.cmp(b)));
        for target in targets {
            bars.push(self.bar(target, depth));
            let parts = self.setting.dataset.links().parts(target);
            self.push(
                parts
                    .into_iter()
                    .filter(|part| self.is_row(*part))
                    .collect(),
                depth + 1,
                bars,
            );
        }
    }

    fn bar(&self, target: Target, depth: usize) -> Bar {
        let Setting { dataset, lang, .. } = self.setting;
        if let Some(ix) = self.sums.get(&target) {
            let derived = &dataset.derived[ix.at()];
            let parts = summands(derived);
            let segments = parts
                .iter()
                .filter_map(|part| self.values.get(part))
                .map(|c| self.segment(c));
            let amount = text::formula::result(lang, derived, dataset);
            return Bar {
                label: derived.title.get(lang).to_owned(),
                depth,
                text: format!("{amount} ({})", text::derived(lang)),
                segments: segments.collect(),
                derived: true,
                second: false,
                remark: derived.note.as_ref().map(|note| note.get(lang).to_owned()),
            };
        }
        let counted = &self.values[&target];
        let record = dataset.record(counted.record);
        Bar {
            label: record.title.get(lang).to_owned(),
            depth,
            text: text::qualified(lang, &record.values[counted.value]),
            segments: vec![self.segment(counted)],
            derived: false,
            second: false,
            remark: None,
        }
    }

    fn segment(&self, counted: &Counted) -> Segment {
        segment(self.setting, counted)
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
            record.title.get(lang),
            text::qualified(lang, &record.values[counted.value]),
            text::time(lang, record.time.time, dataset),
            text::names::source(lang, record, dataset),
        ),
        expected: counted.expected,
        records: vec![counted.record],
        action: Some(Action::Open(counted.record)),
    }
}
