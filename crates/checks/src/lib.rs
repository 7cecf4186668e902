//! What in a dataset is worth a look, found without knowing what it is about.
//!
//! Owns the rules by which figures and times are held against each other, and a derived
//! figure against what the source states of it. Uses the
//! model and its totals; the words are `text`'s.
//!
//! Invariants: nothing here says that something is wrong, for a source may mean what
//! it states; bounds ("over", "up to") and what is expected are never held against a
//! number; a list of any length takes no longer than to put it in order.

mod alike;
mod far;
mod verdict;
mod wholes;

pub use verdict::{Reason, Told, Verdict, compare, step, verdict};

use model::{Dataset, Quantity, RecordIx};

/// Something worth a look.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// What it is.
    pub kind: Kind,
    /// The records that it rests on.
    pub records: Vec<RecordIx>,
}

/// What there is to look at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Parts, in the unit of the quantity, come to more than their whole, which is the
    /// first of the records.
    AboveWhole {
        /// What they state.
        of: Quantity,
        /// What they add up to, as far as they may be added.
        parts: f64,
        /// What the whole is stated as.
        whole: f64,
    },
    /// Records have the same title, time, places and figures.
    Alike,
    /// A figure is more than a thousand times the middle one of its quantity.
    FarAbove {
        /// What it states.
        of: Quantity,
        /// The figure.
        amount: f64,
        /// The middle one.
        median: f64,
    },
    /// A record begins decades from the years of nearly all others.
    FarYear {
        /// Its year.
        year: u16,
        /// The first year of nearly all.
        from: u16,
        /// The last one.
        to: u16,
    },
}

/// What is worth a look of one record.
#[must_use]
pub fn of_record(dataset: &Dataset, record: RecordIx) -> Vec<Check> {
    let mut found = find(dataset);
    found.retain(|check| check.records.contains(&record));
    found
}

/// All that is worth a look, kind by kind, in the order of records.
#[must_use]
pub fn find(dataset: &Dataset) -> Vec<Check> {
    let mut found = wholes::find(dataset);
    found.extend(alike::find(dataset));
    found.extend(far::above(dataset));
    found.extend(far::years(dataset));
    found
}
