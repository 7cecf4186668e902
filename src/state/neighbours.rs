//! The records before and after one, in order of time.

use super::Store;
use leptos::prelude::*;
use model::RecordIx;
use query::sort_by_time;

/// Where a record stands among those that a reader goes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Neighbours {
    /// Its position, from 0.
    pub at: usize,
    /// How many there are.
    pub all: usize,
    /// The record before it.
    pub before: Option<RecordIx>,
    /// The record after it.
    pub after: Option<RecordIx>,
}

impl Store {
    /// The records around one: among those that stay lit, if it is one of them,
    /// or else among all that are selected. None if it is not even selected.
    #[must_use]
    pub fn neighbours(self, record: RecordIx) -> Option<Neighbours> {
        let focused = self.focused.get();
        let mut records = self.selection().get();
        if focused.contains(&record) {
            records.retain(|ix| focused.contains(ix));
        }
        sort_by_time(self.dataset, &mut records);
        let at = records.iter().position(|ix| *ix == record)?;
        Some(Neighbours {
            at,
            all: records.len(),
            before: at.checked_sub(1).and_then(|at| records.get(at).copied()),
            after: records.get(at + 1).copied(),
        })
    }

    /// Opens the record after or before the open one, or where none is open the
    /// first or the last.
    pub fn go_on(self, forwards: bool) {
        let open = self.view.with_untracked(|view| view.record);
        let next = untrack(|| match open.and_then(|open| self.neighbours(open)) {
            Some(around) if forwards => around.after,
            Some(around) => around.before,
            None => {
                let mut records = self.lit.get();
                if records.is_empty() {
                    records = self.selection().get();
                }
                sort_by_time(self.dataset, &mut records);
                if forwards {
                    records.first()
                } else {
                    records.last()
                }
                .copied()
            }
        });
        match (next, open) {
            (Some(next), Some(_)) => self.replace_record(next),
            (Some(next), None) => self.open(next),
            (None, _) => {}
        }
    }
}
