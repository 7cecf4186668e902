//! What a record stands in relation to, in layers round it: above it what counts it within
//! itself, below it what it counts, at its sides what may count some of the same.

use model::{Basis, Dataset, RecordIx, Relation, RelationKind, Target};
use std::collections::BTreeSet;

/// The size of the drawing.
pub const NET_SIZE: (f64, f64) = (360.0, 250.0);
/// The layers above and below, from within: their half axes, and degrees from the middle
/// to their ends. The outer ones are narrower, so that they leave the sides free.
const LAYERS: [(f64, f64, f64); 3] = [
    (78.0, 54.0, 58.0),
    (124.0, 84.0, 45.0),
    (164.0, 112.0, 35.0),
];
/// So many stand in one layer above or below; the list has all.
const MOST: usize = 6;
/// How far from the middle what overlaps stands, in two columns where it is much.
const BESIDE: [f64; 2] = [124.0, 164.0];
/// So many stand on one side.
const MOST_BESIDE: usize = 7;
/// So many stand in one column, and how far from each other those of one and of two do.
const ONE_COLUMN: usize = 3;
const APART: [f64; 2] = [34.0, 18.0];

/// Something that is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node {
    /// What.
    pub target: Target,
    /// How it stands to the one that it is joined to; none of the record in the middle.
    pub joined: Option<Joint>,
    /// How many steps from the middle.
    pub layer: usize,
    /// Where, from the left.
    pub x: f64,
    /// Where, from the top.
    pub y: f64,
}

/// A line to a node that is nearer to the middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Joint {
    /// The position of that node.
    pub to: usize,
    /// How what is nearer to the middle stands to this one: a part of it, its whole, or
    /// beside it.
    pub kind: RelationKind,
    /// Whether the source says so.
    pub basis: Basis,
}

/// What a record stands in relation to, as a drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Net {
    /// The record in the middle, then what is nearest.
    pub nodes: Vec<Node>,
    /// How many of those that were come to have no room; what lies behind these is not
    /// counted.
    pub more: usize,
}

/// The relations of a record: those that it states, that others state of it, and of sums
/// that it is counted in.
#[must_use]
pub fn related(dataset: &Dataset, ix: RecordIx) -> Vec<Relation> {
    let this = Target::Record(ix);
    let mut all = dataset.record(ix).relations.clone();
    let mut known: BTreeSet<Target> = all.iter().map(|relation| relation.target).collect();
    for other in dataset.record_indices() {
        let stated = dataset.record(other).relations.iter();
        for relation in stated.filter(|r| r.target == this) {
            let target = Target::Record(other);
            if known.insert(target) {
                all.push(Relation {
                    kind: turned(relation.kind),
                    target,
                    basis: relation.basis,
                });
            }
        }
    }
    for whole in dataset.links().direct_wholes(this) {
        if known.insert(whole) {
            all.push(Relation {
                kind: RelationKind::PartOf,
                target: whole,
                // A sum that this app computes; the source states none.
                basis: Basis::Inferred,
            });
        }
    }
    all
}

const fn turned(kind: RelationKind) -> RelationKind {
    match kind {
        RelationKind::PartOf => RelationKind::Includes,
        RelationKind::Includes => RelationKind::PartOf,
        mutual => mutual,
    }
}

/// Draws the relations of a record. Each thing stands once, as near as it comes, so a
/// circle ends; what overlaps is followed one step, what counts or is counted to the end.
#[must_use]
pub fn net(dataset: &Dataset, ix: RecordIx) -> Net {
    let middle = Node {
        target: Target::Record(ix),
        joined: None,
        layer: 0,
        x: NET_SIZE.0 / 2.0,
        y: NET_SIZE.1 / 2.0,
    };
    let mut net = Net {
        nodes: vec![middle],
        more: 0,
    };
    let mut seen = BTreeSet::from([middle.target]);
    let first = related(dataset, ix);
    let of = |kinds: &[RelationKind]| -> Vec<(Target, Joint)> {
        let all = first
            .iter()
            .filter(|relation| kinds.contains(&relation.kind));
        all.map(|relation| {
            let joint = Joint {
                to: 0,
                kind: relation.kind,
                basis: relation.basis,
            };
            (relation.target, joint)
        })
        .collect()
    };
    net.chain(dataset, &mut seen, of(&[RelationKind::PartOf]), -90.0);
    net.chain(dataset, &mut seen, of(&[RelationKind::Includes]), 90.0);
    let beside = of(&[RelationKind::Overlaps, RelationKind::SameAs]);
    let beside: Vec<_> = beside
        .into_iter()
        .filter(|(target, _)| seen.insert(*target))
        .collect();
    let (right, left) = beside.split_at(beside.len().div_ceil(2));
    net.put_beside(right, 1.0);
    net.put_beside(left, -1.0);
    net
}

impl Net {
    /// Puts a layer on one side, and behind it what counts, or is counted by, what is there.
    fn chain(
        &mut self,
        dataset: &Dataset,
        seen: &mut BTreeSet<Target>,
        mut layer: Vec<(Target, Joint)>,
        middle: f64,
    ) {
        for step in 0..LAYERS.len() {
            layer.retain(|(target, _)| seen.insert(*target));
            let from = self.nodes.len();
            self.put(&layer, step, middle);
            let shown = self.nodes.iter().enumerate().skip(from);
            layer = shown
                .flat_map(|(at, node)| behind(dataset, at, node))
                .collect();
        }
        layer.retain(|(target, _)| seen.insert(*target));
        self.more += layer.len();
    }

    /// Puts nodes side by side on a layer above or below.
    fn put(&mut self, all: &[(Target, Joint)], step: usize, middle: f64) {
        let (wide, high, spread) = LAYERS[step];
        let shown = self.shown(all, MOST);
        for (at, (target, joint)) in shown.iter().enumerate() {
            // As far from each other as few need, not as far as there is room.
            let most = 2.0 * spread / (shown.len().max(2) - 1) as f64;
            let angle =
                (middle + from_middle(at, shown.len()) * most.min(spread * 0.7)).to_radians();
            let from = (wide * angle.cos(), high * angle.sin());
            self.add(*target, *joint, step + 1, from);
        }
    }

    /// Puts nodes below each other on a side.
    fn put_beside(&mut self, all: &[(Target, Joint)], side: f64) {
        let shown = self.shown(all, MOST_BESIDE);
        let is_much = shown.len() > ONE_COLUMN;
        for (at, (target, joint)) in shown.iter().enumerate() {
            let column = BESIDE[if is_much { at % 2 } else { 0 }];
            let down = from_middle(at, shown.len()) * APART[usize::from(is_much)];
            self.add(*target, *joint, 1, (side * column, down));
        }
    }

    /// Those that have room; the others are counted.
    fn shown<'a>(&mut self, all: &'a [(Target, Joint)], most: usize) -> &'a [(Target, Joint)] {
        let shown = &all[..all.len().min(most)];
        self.more += all.len() - shown.len();
        shown
    }

    fn add(&mut self, target: Target, joint: Joint, layer: usize, (across, down): (f64, f64)) {
        self.nodes.push(Node {
            target,
            joined: Some(joint),
            layer,
            x: NET_SIZE.0 / 2.0 + across,
            y: NET_SIZE.1 / 2.0 + down,
        });
    }
}

/// How many steps from the middle of so many something stands.
fn from_middle(at: usize, count: usize) -> f64 {
    at as f64 - (count.max(1) - 1) as f64 / 2.0
}

/// What counts a node within itself, or what it counts, as it itself stands to the middle.
fn behind(dataset: &Dataset, at: usize, node: &Node) -> Vec<(Target, Joint)> {
    let Some(Joint { kind, .. }) = node.joined else {
        return Vec::new();
    };
    let links = dataset.links();
    let others: Vec<Target> = match kind {
        RelationKind::PartOf => links.direct_wholes(node.target).collect(),
        RelationKind::Includes => links.parts(node.target).collect(),
        RelationKind::Overlaps | RelationKind::SameAs => Vec::new(),
    };
    let joint = |other: Target| Joint {
        to: at,
        kind,
        basis: basis(dataset, node.target, other),
    };
    others
        .into_iter()
        .map(|other| (other, joint(other)))
        .collect()
}

/// Whose reading it is that one counts the other: of a sum, this app's.
fn basis(dataset: &Dataset, one: Target, other: Target) -> Basis {
    let stated = |of: Target, target: Target| match of {
        Target::Record(ix) => {
            let mut all = dataset.record(ix).relations.iter();
            all.find(|relation| relation.target == target)
                .map(|relation| relation.basis)
        }
        Target::Derived(_) => None,
    };
    stated(one, other)
        .or_else(|| stated(other, one))
        .unwrap_or(Basis::Inferred)
}
