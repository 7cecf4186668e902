//! What is counted within what, and what may count the same.

use super::{Basis, Derived, DerivedIx, Record, RecordIx, RelationKind, Target};
use std::collections::{BTreeMap, BTreeSet};

type Relatives = BTreeMap<Target, BTreeSet<Target>>;

/// The relations of all records, in both directions. Nothing is counted within
/// itself, near or far: the parser leaves out what would close a circle.
#[derive(Clone, Debug, Default)]
pub struct Links {
    wholes: Relatives,
    parts: Relatives,
    overlaps: Relatives,
    /// Of what the source itself states a relation.
    stated: BTreeSet<Target>,
}

impl Links {
    /// Gathers the relations of records, and those that sums imply.
    pub(crate) fn new(records: &[Record], derived: &[Derived]) -> Self {
        let mut links = Self::default();
        for (position, record) in records.iter().enumerate() {
            let this = Target::Record(RecordIx::of(position));
            for relation in &record.relations {
                if relation.basis == Basis::Stated {
                    links.stated.extend([this, relation.target]);
                }
                match relation.kind {
                    RelationKind::PartOf => links.put_within(this, relation.target),
                    RelationKind::Includes => links.put_within(relation.target, this),
                    RelationKind::Overlaps | RelationKind::SameAs => {
                        put(&mut links.overlaps, this, relation.target);
                        put(&mut links.overlaps, relation.target, this);
                    }
                }
            }
        }
        for (position, figure) in derived.iter().enumerate() {
            let whole = Target::Derived(DerivedIx::of(position));
            if let Some(of) = figure.parts() {
                for operand in of {
                    links.put_within(operand.target(), whole);
                }
            }
        }
        links
    }

    fn put_within(&mut self, part: Target, whole: Target) {
        put(&mut self.wholes, part, whole);
        put(&mut self.parts, whole, part);
    }

    /// All that counts `part` within itself, near or far.
    #[must_use]
    pub fn wholes(&self, part: Target) -> BTreeSet<Target> {
        let mut found = BTreeSet::new();
        reach(&self.wholes, part, &mut found);
        found
    }

    /// What is directly counted within `whole`.
    pub fn parts(&self, whole: Target) -> impl Iterator<Item = Target> + '_ {
        members(&self.parts, whole)
    }

    /// What directly counts `part` within itself.
    pub fn direct_wholes(&self, part: Target) -> impl Iterator<Item = Target> + '_ {
        members(&self.wholes, part)
    }

    /// What is stated to overlap, or to be the same.
    pub fn overlaps(&self, target: Target) -> impl Iterator<Item = Target> + '_ {
        members(&self.overlaps, target)
    }

    /// Whether the source states that something counts it, is counted in it or may count
    /// some of the same: what this dataset reads or the app adds up is not stated.
    #[must_use]
    pub fn has_stated(&self, target: Target) -> bool {
        self.stated.contains(&target)
    }

    /// Whether adding the two would count something twice, or might.
    #[must_use]
    pub fn conflict(&self, a: Target, b: Target) -> bool {
        let mut taken = Taken::new(self);
        taken.take(a);
        taken.conflicts(b)
    }
}

fn put(relatives: &mut Relatives, of: Target, relative: Target) {
    relatives.entry(of).or_default().insert(relative);
}

fn members(relatives: &Relatives, of: Target) -> impl Iterator<Item = Target> + '_ {
    relatives.get(&of).into_iter().flatten().copied()
}

/// Adds all that is reached from `start` and was not before.
fn reach(relatives: &Relatives, start: Target, found: &mut BTreeSet<Target>) {
    let mut open = vec![start];
    while let Some(next) = open.pop() {
        open.extend(members(relatives, next).filter(|relative| found.insert(*relative)));
    }
}

/// What may not be added any more, since something that was added counts it,
/// is counted in it, overlaps it or is it. However much is added, each relation
/// is followed once.
pub struct Taken<'a> {
    links: &'a Links,
    itself: BTreeSet<Target>,
    above: BTreeSet<Target>,
    below: BTreeSet<Target>,
    beside: BTreeSet<Target>,
}

impl<'a> Taken<'a> {
    /// Nothing yet.
    #[must_use]
    pub const fn new(links: &'a Links) -> Self {
        Self {
            links,
            itself: BTreeSet::new(),
            above: BTreeSet::new(),
            below: BTreeSet::new(),
            beside: BTreeSet::new(),
        }
    }

    /// Whether adding it would count something twice, or might.
    #[must_use]
    pub fn conflicts(&self, target: Target) -> bool {
        [&self.itself, &self.above, &self.below, &self.beside]
            .iter()
            .any(|set| set.contains(&target))
    }

    /// It is added.
    pub fn take(&mut self, target: Target) {
        self.itself.insert(target);
        reach(&self.links.wholes, target, &mut self.above);
        reach(&self.links.parts, target, &mut self.below);
        self.beside.extend(self.links.overlaps(target));
    }
}
