//! From files of other kinds to a dataset.
//!
//! Every importer turns bytes into a text of `aid-atlas/2` and a report of what
//! it left out or guessed; `model::parse` then does all checking, as for any
//! other file. So what was read can be saved, mended by hand and published.
//! Uses `model` and `sorting`, and knows no words of the page and no DOM.
//!
//! Invariants: no bytes make it panic or run for ever; what a file states is
//! never added, converted or rescaled; a guess is in the report.

mod countries;
mod csv;
mod day;
mod detect;
mod draft;
mod encodings;
mod geojson;
mod iati;
mod mapping;
mod report;
mod shapes;
mod text;

pub use csv::shown::{Columns, Shown};
pub use detect::detect;
pub use encodings::Encodings;
pub use mapping::{Column, Delimiter, Field, Mapping};
pub use report::{Finding, FindingKind, Refused, Report, Where};

use model::Date;

/// What kind of file it is.
#[derive(
    borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Copy, Debug, PartialEq, Eq, Hash,
)]
pub enum Format {
    /// JSON of the schema `aid-atlas`, any version.
    AidAtlas,
    /// XML of IATI's activity standard, 1.01 to 2.03.
    Iati,
    /// A table of separated values.
    Csv,
    /// `GeoJSON`.
    GeoJson,
}

/// A file as it came.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// Its name, without folders.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// What reads the encodings that it may be in.
    pub encodings: Encodings,
    /// The day on which it is read: what it states for a later one is planned.
    pub read_on: Date,
}

/// What became of a file.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq)]
pub struct Imported {
    /// What kind of file it was.
    pub format: Format,
    /// The dataset, as `aid-atlas/2`.
    pub json: String,
    /// What was left out or guessed.
    pub report: Report,
    /// What the columns of a table, or the properties of `GeoJSON`, were taken for,
    /// so that a reader can see and change it.
    pub columns: Option<Columns>,
}

/// Reads a file of any kind that is known.
///
/// `progress` is told how much of the file is read, from 0 to 1.
///
/// # Errors
/// When nothing of it could be shown.
pub fn import(
    file: &File<'_>,
    how: &Mapping,
    progress: &mut dyn FnMut(f64),
) -> Result<Imported, Refused> {
    match detect(file)? {
        Format::Iati => iati::import(file, progress),
        // A dataset of our own is checked by the model and needs no importer.
        format @ Format::AidAtlas => match std::str::from_utf8(file.bytes) {
            Ok(json) => Ok(Imported {
                format,
                json: json.trim_start_matches('\u{feff}').to_owned(),
                report: Report::default(),
                columns: None,
            }),
            Err(error) => Err(Refused::Unreadable {
                line: 0,
                column: 0,
                why: error.to_string(),
            }),
        },
        Format::Csv => csv::import(file, None, how, progress),
        Format::GeoJson => geojson::import(file, how, progress),
    }
}

/// Reads a table, and where its places are from a second one: a row of that is of
/// the record with its id, else of the places with its name.
///
/// `progress` is told how much of the first file is read, from 0 to 1.
///
/// # Errors
/// When nothing of the first file could be shown.
pub fn import_with_places(
    file: &File<'_>,
    places: &File<'_>,
    how: &Mapping,
    progress: &mut dyn FnMut(f64),
) -> Result<Imported, Refused> {
    csv::import(file, Some(places), how, progress)
}
