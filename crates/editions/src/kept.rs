//! Editions that are kept, to be opened again.

use crate::Changes;
use crate::name::SHORT;
use borsh::{BorshDeserialize, BorshSerialize};
use model::Date;
use serde::{Deserialize, Serialize};

/// An edition in the list beside the kept files.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its whole name.
    pub edition: String,
    /// The day on which the next one took its place: `YYYY-MM-DD`.
    pub until: String,
}

/// A kept edition, and what the one after it changed.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its whole name.
    pub name: String,
    /// The day on which the next one took its place.
    pub until: Date,
    /// What the next one changed.
    pub changes: Changes,
}

impl Edition {
    /// As much of the name as is shown and as files are called by.
    #[must_use]
    pub fn short(&self) -> &str {
        short_of(&self.name)
    }
}

/// As much of a name as is shown and as files are called by.
#[must_use]
pub fn short_of(name: &str) -> &str {
    name.get(..SHORT).unwrap_or(name)
}
