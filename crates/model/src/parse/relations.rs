//! Relations between records, now that all ids are known.

use super::{Reader, Unlinked};
use crate::circles::components;
use crate::{Derived, Fault, List, Problem, Record, Relation, RelationKind, Target};
use sorting::Arrange as _;
use std::collections::{BTreeMap, HashSet};

impl Reader<'_> {
    /// Resolves the relations. One that points nowhere, to its own record or
    /// to the same target again, or closes a circle, is reported and left out.
    pub(super) fn relations(
        &mut self,
        unlinked: Vec<Unlinked>,
        derived: &[Derived],
    ) -> Vec<Record> {
        let mut records = Vec::with_capacity(unlinked.len());
        for (position, (mut record, raws)) in unlinked.into_iter().enumerate() {
            let mut seen = HashSet::with_capacity(raws.len());
            for raw in raws {
                let record_of = self.record_ids.get(&raw.target);
                let target = record_of.copied().map(Target::Record).or_else(|| {
                    let derived_of = self.derived_ids.get(&raw.target);
                    derived_of.copied().map(Target::Derived)
                });
                let fault = match target {
                    None => Fault::NoTarget(raw.target),
                    Some(Target::Record(ix)) if ix.at() == position => Fault::RelatedToItself,
                    Some(target) if !seen.insert((raw.kind, target)) => {
                        Fault::RelationTwice(raw.target)
                    }
                    Some(target) => {
                        record.relations.push(Relation {
                            kind: raw.kind,
                            target,
                            basis: raw.basis,
                        });
                        continue;
                    }
                };
                let position = self.origins.records[position];
                self.report(List::Records, position, &record.id, fault);
            }
            records.push(record);
        }
        // A sum counts its parts whatever records say: where a circle is left
        // without relations of parts and wholes, those of sameness go too.
        for kinds in [
            [RelationKind::PartOf, RelationKind::Includes].as_slice(),
            [RelationKind::SameAs].as_slice(),
        ] {
            self.leave_circles_out(&mut records, derived, kinds);
        }
        records
    }

    /// Leaves out the relations of `kinds` that lie on a circle: that are
    /// between what is counted within itself, by way of anything.
    fn leave_circles_out(
        &mut self,
        records: &mut [Record],
        derived: &[Derived],
        kinds: &[RelationKind],
    ) {
        let component = components(&edges(records, derived));
        let count = records.len();
        let mut circles: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (part, whole) in within(records, derived) {
            if component[part] == component[whole] {
                circles.insert(component[part], Vec::new());
            }
        }
        for (member, component) in component.iter().enumerate() {
            if let Some(members) = circles.get_mut(component) {
                members.push(member);
            }
        }
        let mut circles: Vec<Vec<usize>> = circles.into_values().collect();
        circles.arrange();
        for members in circles {
            let in_circle = |relation: &Relation, of: usize| {
                kinds.contains(&relation.kind)
                    && component[node(relation.target, count)] == component[of]
            };
            let mut relations = 0;
            for member in members.iter().copied().filter(|at| *at < count) {
                let stated = &mut records[member].relations;
                let before = stated.len();
                stated.retain(|relation| !in_circle(relation, member));
                relations += before - stated.len();
            }
            if relations > 0 {
                let problem = self.circle(&members, records, derived, relations);
                self.problems.push(problem);
            }
        }
    }

    fn circle(
        &self,
        members: &[usize],
        records: &[Record],
        derived: &[Derived],
        relations: usize,
    ) -> Problem {
        let named = members.iter().map(|at| match records.get(*at) {
            Some(record) => (record.id.clone(), record.title.clone()),
            None => {
                let figure = &derived[at - records.len()];
                (figure.id.clone(), figure.title.clone())
            }
        });
        let members_named: Vec<_> = named.collect();
        // Of the relations that were left out at least one is a record's, and
        // records come before derived figures.
        let first = members.first().copied().unwrap_or_default();
        let position = self.origins.records.get(first).copied().unwrap_or_default();
        let id = members_named.first().map_or("", |(id, _)| id).to_owned();
        Problem::of(
            List::Records,
            position,
            &id,
            Fault::Circle {
                members: members_named,
                relations,
            },
        )
    }
}

/// A record's or derived figure's position among both.
const fn node(target: Target, records: usize) -> usize {
    match target {
        Target::Record(ix) => ix.at(),
        Target::Derived(ix) => records + ix.at(),
    }
}

/// What is directly counted within what, as (part, whole).
fn within(records: &[Record], derived: &[Derived]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (this, record) in records.iter().enumerate() {
        for relation in &record.relations {
            let other = node(relation.target, records.len());
            match relation.kind {
                RelationKind::PartOf => pairs.push((this, other)),
                RelationKind::Includes => pairs.push((other, this)),
                RelationKind::Overlaps | RelationKind::SameAs => {}
            }
        }
    }
    for (position, figure) in derived.iter().enumerate() {
        if let Some(of) = figure.parts() {
            let parts = of
                .iter()
                .map(|operand| node(operand.target(), records.len()));
            pairs.extend(parts.map(|part| (part, records.len() + position)));
        }
    }
    pairs
}

/// From each part to its wholes, and both ways between what is the same.
fn edges(records: &[Record], derived: &[Derived]) -> Vec<Vec<usize>> {
    let mut edges = vec![Vec::new(); records.len() + derived.len()];
    for (part, whole) in within(records, derived) {
        edges[part].push(whole);
    }
    for (this, record) in records.iter().enumerate() {
        for relation in &record.relations {
            if relation.kind == RelationKind::SameAs {
                let other = node(relation.target, records.len());
                edges[this].push(other);
                edges[other].push(this);
            }
        }
    }
    edges
}
