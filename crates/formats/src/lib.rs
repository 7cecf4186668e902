//! The selection as files to take away: CSV, JSON and IATI XML.
//!
//! Owns what each format can hold and what it cannot. Uses every room but the
//! charts. No DOM.
//!
//! Each carries
//! the source, the licence and the link that reproduces it.

mod csv;
mod iati;
mod json;
mod name;

pub use csv::csv;
pub use iati::{Iati, NotHeld, Reason, iati};
pub use json::json;
pub use name::{FileKind, file_name};

use model::{Dataset, RecordIx};

/// What is exported.
#[derive(Clone, Copy)]
pub struct Export<'a> {
    /// The dataset.
    pub dataset: &'a Dataset,
    /// Its text: what the JSON export is cut from.
    pub text: &'a str,
    /// The selected records.
    pub records: &'a [RecordIx],
    /// The whole link of the view.
    pub link: &'a str,
}
