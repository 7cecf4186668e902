//! Editions of a dataset: what they are called, and what changed between two.
//!
//! Owns the name of an edition, the list of those that are kept, and the comparison of
//! two texts, record by record. Uses the model for texts and dates. No words, no DOM.
//!
//! Invariants: a name is decided by the text alone; what differs between two texts is in
//! the list of changes, and nothing else is.

mod changes;
mod kept;
mod name;

pub use changes::{Change, Changes, What, changes};
pub use kept::{Edition, Entry, short_of};
pub use name::{is_name, name, names};
