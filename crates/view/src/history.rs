//! What a change of the view does to the browser's history.
//!
//! Opening a record (or choosing what stays lit, or the page on source and
//! method) is a step, so Back closes it. Closing it by its button is the same step taken back: the entries that
//! were opened on the way go, lest Back opens again what was closed. Each entry
//! therefore remembers the queries of those that lie below it, down to the one
//! that the first record was opened from.

use super::ViewState;

/// What an entry of the history remembers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The queries of the entries below, the lowest first, since the first
    /// record that is now open was opened. Empty where nothing is open.
    pub below: Vec<String>,
}

/// What to do with the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// Add an entry.
    Add(Entry),
    /// Write over the present entry.
    Replace(Entry),
    /// Go back by so many entries, and write the view over the one there.
    Return(usize, Entry),
}

/// The move for a change from one view to the next. `entry` is what the present
/// entry remembers and `queries` are the links of both views; `is_step` says
/// whether Back is to undo the change. In another page's frame every entry would
/// be one of that page's own Back, so none is added there.
#[must_use]
pub fn step(
    entry: &Entry,
    (now, next): (&ViewState, &ViewState),
    queries: (&str, &str),
    is_step: bool,
    is_framed: bool,
) -> Move {
    if is_framed {
        return Move::Replace(Entry::default());
    }
    if !is_step {
        return Move::Replace(entry.clone());
    }
    // Into a story and out of it: what was open before is of another page.
    if now.telling.is_some() != next.telling.is_some() {
        return Move::Add(Entry::default());
    }
    let open = open_layers(next);
    // What turns a focus into a filter closes nothing: Back undoes it.
    if open < open_layers(now) && next.filter == now.filter {
        let same = entry.below.iter().rposition(|query| query == queries.1);
        return match same {
            Some(at) => {
                let below = entry.below.iter().take(at).cloned().collect();
                Move::Return(entry.below.len() - at, Entry { below })
            }
            // The lowest entry is a link that had a record open already.
            None if open == 0 && !entry.below.is_empty() => {
                Move::Return(entry.below.len(), Entry::default())
            }
            None => Move::Replace(entry.clone()),
        };
    }
    if open == 0 {
        return Move::Add(Entry::default());
    }
    let mut below = entry.below.clone();
    below.push(queries.0.to_owned());
    Move::Add(Entry { below })
}

/// How much is open or chosen.
fn open_layers(view: &ViewState) -> usize {
    usize::from(view.focus.is_some()) + usize::from(view.record.is_some()) + usize::from(view.about)
}
