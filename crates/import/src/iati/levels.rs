//! On which level an activity stands, so that the money of a whole is never added
//! to that of its parts, nor what one organisation passes on to what another one
//! spends of it.

use super::activity::Activity;
use crate::report::Findings;
use crate::{FindingKind, Where};
use std::collections::{BTreeSet, HashMap};

/// Levels from here on are one, of which nothing is added.
pub const DEEPEST: u8 = 9;

/// Where activities stand.
pub struct Levels {
    /// The level of each, from 1.
    pub of: Vec<u8>,
    /// The positions of those that each is stated to be part of, without circles.
    pub parents: Vec<Vec<usize>>,
}

/// Finds the level of each activity. `ids` are their positions.
pub fn levels(
    activities: &[Activity],
    ids: &HashMap<&str, usize>,
    findings: &mut Findings,
) -> Levels {
    let mut within: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut flows: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (at, activity) in activities.iter().enumerate() {
        let related = activity.parents.iter().map(|id| (id, true));
        for (id, is_parent) in related.chain(activity.children.iter().map(|id| (id, false))) {
            match ids.get(id.as_str()) {
                Some(other) if *other == at => {}
                Some(other) if is_parent => drop(within.insert((at, *other))),
                Some(other) => drop(within.insert((*other, at))),
                None => {
                    let place = Where::line(activity.line).of(&activity.id);
                    findings.add(
                        FindingKind::NotInFile,
                        place.at("related-activity").found(id),
                    );
                }
            }
        }
        for money in &activity.money {
            let other = |id: &Option<String>| {
                let other = ids.get(id.as_deref()?).copied();
                other.filter(|other| *other != at)
            };
            flows.extend(other(&money.from).map(|from| (at, from)));
            flows.extend(other(&money.to).map(|to| (to, at)));
        }
    }
    let edges: BTreeSet<(usize, usize)> = within.union(&flows).copied().collect();
    let stated = |at: usize| activities[at].hierarchy.unwrap_or(1).clamp(1, DEEPEST);
    let mut of: Vec<u8> = (0..activities.len()).map(stated).collect();
    let done = walk(activities.len(), &edges, |part, whole| {
        of[part] = of[part].max(of[whole].saturating_add(1).min(DEEPEST));
    });
    for (at, done) in done.iter().enumerate() {
        if !done {
            // What gives money to itself by way of others stands on no level.
            of[at] = DEEPEST;
        }
    }
    let mut parents = vec![Vec::new(); activities.len()];
    let done = walk(activities.len(), &within, |part, whole| {
        parents[part].push(whole);
    });
    for (at, done) in done.iter().enumerate() {
        if !done {
            parents[at].clear();
            let place = Where::line(activities[at].line).of(&activities[at].id);
            findings.add(FindingKind::Circle, place.at("related-activity"));
        }
    }
    Levels { of, parents }
}

/// Goes over all pairs of part and whole, each whole after its own wholes, and
/// says which members were reached: none on a circle or below one.
fn walk(
    count: usize,
    edges: &BTreeSet<(usize, usize)>,
    mut pair: impl FnMut(usize, usize),
) -> Vec<bool> {
    let mut parts = vec![Vec::new(); count];
    let mut waits = vec![0_usize; count];
    for (part, whole) in edges {
        parts[*whole].push(*part);
        waits[*part] += 1;
    }
    let mut open: Vec<usize> = (0..count).filter(|at| waits[*at] == 0).collect();
    let mut done = vec![false; count];
    while let Some(whole) = open.pop() {
        done[whole] = true;
        for part in &parts[whole] {
            pair(*part, whole);
            waits[*part] -= 1;
            if waits[*part] == 0 {
                open.push(*part);
            }
        }
    }
    done
}
