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

use model::{Dataset, Lang, RecordIx};

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

/// The language of what stands in a file once: who reads CSV and IATI works in
/// many countries, so English, where the dataset has it; else its own first.
fn language(dataset: &Dataset) -> Lang {
    let english = Lang::EN.best_of(dataset.languages.iter().copied());
    english
        .or_else(|| dataset.languages.first().copied())
        .unwrap_or(Lang::EN)
}
