//! Rows that come some at a time: two hundred at once would hold the page.

use crate::browser::paint;
use leptos::prelude::*;
use model::RecordIx;
use std::collections::BTreeSet;

/// So many rows are made in a task.
const TOGETHER: usize = 24;

/// The rows that are there of those that are `wanted`, and how many others follow. What
/// was there stays where it is wanted still. On paper, and where the browser goes back to
/// a place on the page, all are there at once.
pub fn growing(
    wanted: Memo<Vec<RecordIx>>,
    printing: ReadSignal<bool>,
) -> (Signal<Vec<RecordIx>>, Memo<usize>) {
    let rows = RwSignal::new(Vec::new());
    let left = Memo::new(move |_| wanted.with(Vec::len).abs_diff(rows.with(Vec::len)));
    Effect::new(move |before: Option<()>| {
        let most = if printing.get() || (before.is_none() && paint::returns()) {
            usize::MAX
        } else {
            TOGETHER
        };
        wanted.with(|wanted| rows.update(|rows| *rows = grown(rows, wanted, most)));
        if left.get_untracked() > 0 {
            follow(wanted, rows);
        }
    });
    (rows.into(), left)
}

/// Makes the next ones, until none is left or others are wanted.
fn follow(wanted: Memo<Vec<RecordIx>>, rows: RwSignal<Vec<RecordIx>>) {
    paint::after(move || {
        let next = wanted.try_with_untracked(|wanted| {
            let next = rows.try_with_untracked(|rows| grown(rows, wanted, TOGETHER))?;
            let is_last = next.len() == wanted.len();
            Some((next, is_last))
        });
        // The table may be gone.
        let Some((next, is_last)) = next.flatten() else {
            return;
        };
        let is_new = rows.try_with_untracked(|rows| *rows != next) == Some(true);
        if is_new && rows.try_set(next).is_none() && !is_last {
            follow(wanted, rows);
        }
    });
}

/// Those of `wanted` that are there, and the first others: as many as `most`.
fn grown(there: &[RecordIx], wanted: &[RecordIx], most: usize) -> Vec<RecordIx> {
    let there: BTreeSet<&RecordIx> = there.iter().collect();
    let mut room = most;
    let takes = |ix: &&RecordIx| {
        let is_there = there.contains(ix);
        let fits = is_there || room > 0;
        room -= usize::from(fits && !is_there);
        fits
    };
    wanted.iter().filter(takes).copied().collect()
}
