//! The selection as files to take away: CSV, JSON and IATI XML; and how it is cited.
//!
//! Owns what each format can hold and what it cannot. Uses every room but the
//! charts. No DOM.
//!
//! Each carries
//! the source, the licence and the link that reproduces it.

mod cells;
mod cite;
mod csv;
mod iati;
mod json;
mod name;
mod report;
mod sides;

pub use cells::cells;
pub use cite::{Citation, Cited, Citing, cite};
pub use csv::{Cell, alone, csv, table};
pub use iati::{Iati, NotHeld, Reason, iati};
pub use json::json;
pub use name::{FileKind, TextFile, file_name};
pub use report::report;
pub use sides::sides;

use model::{Dataset, Lang, Record, RecordIx};
use query::{Period, Reach};

/// What is exported.
#[derive(Clone, Copy)]
pub struct Export<'a> {
    /// The dataset.
    pub dataset: &'a Dataset,
    /// Its text: what the JSON export is cut from.
    pub text: &'a str,
    /// The selected records.
    pub records: &'a [RecordIx],
    /// The chosen period. Where one is, tables and JSON say of each record whether
    /// it lies within the period or only reaches into it.
    pub period: Period,
    /// The whole link of the view.
    pub link: &'a str,
}

impl Export<'_> {
    /// How a record lies to the period, by the word in files; none without one.
    fn reach(&self, record: &Record) -> Option<&'static str> {
        let reach = self.period.reach(self.dataset, record.time.time);
        reach.filter(|_| !self.period.is_all()).map(Reach::word)
    }
}

/// The language of what stands in a file once: who reads CSV and IATI works in
/// many countries, so English, where the dataset has it; else its own first.
fn language(dataset: &Dataset) -> Lang {
    let english = Lang::EN.best_of(dataset.languages.iter().copied());
    english
        .or_else(|| dataset.languages.first().copied())
        .unwrap_or(Lang::EN)
}
