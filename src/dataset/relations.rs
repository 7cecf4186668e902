//! What is counted within what, and what may count the same.

use super::{Derived, Formula, Record, RecordIx, RelationKind, Target};
use std::collections::{BTreeMap, BTreeSet};

/// The relations of all records, in both directions.
#[derive(Clone, Debug, Default)]
pub struct Links {
    wholes: BTreeMap<Target, BTreeSet<Target>>,
    overlaps: BTreeMap<Target, BTreeSet<Target>>,
}

impl Links {
    /// Gathers the relations of records, and those that sums imply.
    pub(crate) fn new(records: &[Record], derived: &[Derived]) -> Self {
        let mut links = Self::default();
        for (position, record) in records.iter().enumerate() {
            let this = Target::Record(RecordIx::of(position));
            for relation in &record.relations {
                match relation.kind {
                    RelationKind::PartOf => links.put_within(this, relation.target),
                    RelationKind::Includes => links.put_within(relation.target, this),
                    RelationKind::Overlaps | RelationKind::SameAs => {
                        links
                            .overlaps
                            .entry(this)
                            .or_default()
                            .insert(relation.target);
                        links
                            .overlaps
                            .entry(relation.target)
                            .or_default()
                            .insert(this);
                    }
                }
            }
        }
        for (position, figure) in derived.iter().enumerate() {
            let whole = Target::Derived(super::DerivedIx::of(position));
            // A sum that measures nothing that records do is a check, no whole.
            if let (Formula::Sum(of), Some(_)) = (&figure.formula, figure.indicator) {
                for operand in of {
                    links.put_within(operand.target(), whole);
                }
            }
        }
        links
    }

    fn put_within(&mut self, part: Target, whole: Target) {
        self.wholes.entry(part).or_default().insert(whole);
    }

    /// All that counts `part` within itself, near or far.
    #[must_use]
    pub fn wholes(&self, part: Target) -> BTreeSet<Target> {
        let mut found = BTreeSet::new();
        let mut open = vec![part];
        while let Some(next) = open.pop() {
            for whole in self.wholes.get(&next).into_iter().flatten() {
                if found.insert(*whole) {
                    open.push(*whole);
                }
            }
        }
        found
    }

    /// What is directly counted within `whole`.
    #[must_use]
    pub fn parts(&self, whole: Target) -> Vec<Target> {
        self.wholes
            .iter()
            .filter(|(_, wholes)| wholes.contains(&whole))
            .map(|(part, _)| *part)
            .collect()
    }

    /// What directly counts `part` within itself.
    pub fn direct_wholes(&self, part: Target) -> impl Iterator<Item = Target> + '_ {
        self.wholes.get(&part).into_iter().flatten().copied()
    }

    /// What is stated to overlap, or to be the same.
    pub fn overlaps(&self, target: Target) -> impl Iterator<Item = Target> + '_ {
        self.overlaps.get(&target).into_iter().flatten().copied()
    }

    /// Whether adding the two would count something twice, or might.
    #[must_use]
    pub fn conflict(&self, a: Target, b: Target) -> bool {
        a == b
            || self.overlaps(a).any(|other| other == b)
            || self.wholes(a).contains(&b)
            || self.wholes(b).contains(&a)
    }

    /// Something that counts itself within itself, if there is such.
    #[must_use]
    pub fn cycle(&self) -> Option<Target> {
        self.wholes
            .keys()
            .copied()
            .find(|target| self.wholes(*target).contains(target))
    }
}
