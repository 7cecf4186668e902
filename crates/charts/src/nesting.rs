//! Amounts that lie within each other, as rows at depths.

use super::Setting;
use super::rows::{Of, Row};
use model::{Derived, DerivedIx, Formula, Quantity, RecordIx, Target};
use query::{Counted, values_of};
use sorting::Arrange as _;
use std::collections::{BTreeMap, BTreeSet};

/// The records' values of one quantity, each below what it lies
/// within. A derived sum is a row when all its parts are selected, and its
/// parts are its segments.
pub fn rows(setting: Setting<'_>, records: &[RecordIx], of: Quantity) -> Vec<Row> {
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
    fn rows(&self, roots: Vec<Target>) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut drawn = BTreeSet::new();
        let mut open = self.smallest_first(roots, 0);
        while let Some((target, depth)) = open.pop() {
            if !drawn.insert(target) {
                continue;
            }
            rows.push(self.row(target, depth));
            let parts = self.setting.dataset.links().parts(target);
            let below = parts.filter(|part| self.is_row(*part)).collect();
            open.extend(self.smallest_first(below, depth + 1));
        }
        rows
    }

    fn smallest_first(&self, mut targets: Vec<Target>, depth: usize) -> Vec<(Target, usize)> {
        targets.arrange_by(|a, b| self.amount(*a).total_cmp(&self.amount(*b)).then(b.cmp(a)));
        targets.into_iter().map(|target| (target, depth)).collect()
    }

    fn row(&self, target: Target, depth: usize) -> Row {
        let of = match self.sums.get(&target) {
            Some(ix) => {
                let parts = summands(&self.setting.dataset.derived[ix.at()]).into_iter();
                let counted = parts.filter_map(|part| self.values.get(&part).copied());
                Of::Sum(*ix, counted.collect())
            }
            None => Of::Value(self.values[&target]),
        };
        Row {
            depth,
            ..Row::new(of)
        }
    }
}
