//! Several lists of records on one line of time.

use crate::side::{Part, Side, of_time, parts};
use model::{Dataset, RecordIx};

/// The parts of time that some lists have together, and how many records of each list
/// lie in each of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// The parts, in order.
    pub parts: Vec<Part>,
    /// A row a list: as many counts as there are parts.
    pub counts: Vec<Vec<usize>>,
}

/// Counts the records of each list by the parts of time that all of them have together.
#[must_use]
pub fn times(dataset: &Dataset, lists: &[&[RecordIx]]) -> Times {
    let all = sorting::set(lists.iter().flat_map(|list| list.iter().copied()));
    let all: Vec<RecordIx> = all.into_iter().collect();
    let parts = parts(dataset, &all, Side::Time);
    let count = |list: &&[RecordIx]| {
        let mut counts = vec![0; parts.len()];
        for ix in *list {
            let part = of_time(dataset, dataset.record(*ix).time.time, &parts);
            let at = parts.iter().position(|other| *other == part);
            if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
                *count += 1;
            }
        }
        counts
    };
    let counts = lists.iter().map(count).collect();
    Times { parts, counts }
}
