//! Records without a stated time, by family: those that state a figure first of
//! all, and of the others as many as there is room for.

use super::rows::{largest, weightiest};
use model::{Dataset, FamilyIx, RecordIx, SectorIx};
use std::collections::{BTreeMap, BTreeSet};

/// So many rows stand beside the timeline on one screen.
pub const UNDATED: usize = 36;

/// What of a group is folded away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// Nothing.
    None,
    /// So many records that state no figure.
    WithoutFigure(usize),
    /// So many records, some of which state one.
    Some(usize),
}

/// The records of a family, or of a sector that belongs to none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The family, if the sectors have some.
    pub family: Option<FamilyIx>,
    /// A sector of it; where there is no family, the one.
    pub sector: SectorIx,
    /// All of them, in the dataset's order.
    pub all: Vec<RecordIx>,
    /// Those that are shown before the group is opened.
    pub shown: Vec<RecordIx>,
    /// What is not among them.
    pub hidden: Hidden,
}

/// The groups, with so many rows shown in all as there is room for. Each keeps
/// one, so that many groups may show more.
#[must_use]
pub fn undated(dataset: &Dataset, records: &[RecordIx], room: usize) -> Vec<Group> {
    type Key = (Option<FamilyIx>, Option<SectorIx>);
    let mut of: BTreeMap<Key, Vec<RecordIx>> = BTreeMap::new();
    for ix in records {
        let sector = dataset.record(*ix).sector;
        let family = dataset.sector(sector).family;
        let key = (family, family.is_none().then_some(sector));
        of.entry(key).or_default().push(*ix);
    }
    let states = |ix: &&RecordIx| !dataset.record(**ix).values.is_empty();
    let figured = |all: &[RecordIx]| all.iter().filter(states).count();
    let stated: Vec<usize> = of.values().map(|all| figured(all)).collect();
    let most_stated = largest(&stated, room.saturating_sub(of.len())).max(1);
    // A group that hides some has a row that says so.
    let left = room
        .saturating_sub(stated.iter().sum::<usize>())
        .saturating_sub(of.len());
    let most_others = if stated.iter().all(|n| *n <= most_stated) {
        let others = of.values().zip(&stated).map(|(all, n)| all.len() - n);
        largest(&others.collect::<Vec<_>>(), left)
    } else {
        0
    };
    of.into_iter()
        .filter_map(|((family, _), all)| {
            let first = all.first()?;
            let count = figured(&all);
            let others = all.len() - count;
            let shown: BTreeSet<RecordIx> = if count > most_stated {
                weightiest(dataset, &all, most_stated)
            } else {
                let more = if others <= most_others + 1 {
                    others
                } else {
                    most_others
                };
                let without = all.iter().filter(|ix| !states(ix)).take(more);
                sorting::set(all.iter().filter(states).chain(without).copied())
            };
            let hidden = match all.len() - shown.len() {
                0 => Hidden::None,
                some if count <= most_stated => Hidden::WithoutFigure(some),
                some => Hidden::Some(some),
            };
            Some(Group {
                family,
                sector: dataset.record(*first).sector,
                shown: all
                    .iter()
                    .copied()
                    .filter(|ix| shown.contains(ix))
                    .collect(),
                hidden,
                all,
            })
        })
        .collect()
}
