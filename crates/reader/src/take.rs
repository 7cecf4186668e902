//! From a selection of records to a file to take away.

use borsh::{BorshDeserialize, BorshSerialize};
use comparison::{By, Compared, compare};
use coverage::Sides;
use formats::{Export, NotHeld, TextFile, cells, csv, iati, json, sides};
use model::{Lang, RecordIx, parse};
use query::Period;

/// What is to be written.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug)]
pub struct Asked {
    /// In what format.
    pub file: TextFile,
    /// The selected records.
    pub records: Vec<RecordIx>,
    /// The chosen period.
    pub period: Period,
    /// The whole link of the view.
    pub link: String,
    /// By what records are parted to see what is not stated.
    pub sides: Sides,
    /// What stands side by side.
    pub compared: Vec<Compared>,
    /// As what its figures are shown.
    pub compared_by: By,
    /// The language on screen.
    pub lang: Lang,
}

/// A file.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Its content.
    pub text: String,
    /// What the format has no room for.
    pub not_held: Vec<NotHeld>,
}

/// Writes records of the dataset whose text is `text`.
///
/// # Errors
/// When it is not the text of a dataset that has those records; in English, since
/// only a fault of the app's own or a file that changed on its server leads there.
pub fn take(text: &str, asked: &Asked) -> Result<Taken, String> {
    let dataset = parse(text)
        .map_err(|problem| format!("the dataset's text cannot be read: {problem:?}"))?
        .dataset;
    let compared = asked.compared.iter().flat_map(|side| &side.records);
    if asked
        .records
        .iter()
        .chain(compared)
        .any(|ix| ix.at() >= dataset.records.len())
    {
        return Err("the dataset's text is another one now".to_owned());
    }
    let export = Export {
        dataset: &dataset,
        text,
        records: &asked.records,
        period: asked.period,
        link: &asked.link,
    };
    Ok(match asked.file {
        TextFile::Csv => Taken {
            text: csv(export),
            not_held: Vec::new(),
        },
        TextFile::Coverage => Taken {
            text: cells(asked.lang, &dataset, &asked.records, asked.sides),
            not_held: Vec::new(),
        },
        TextFile::Comparison => Taken {
            text: sides(
                asked.lang,
                &dataset,
                &compare(&dataset, asked.compared.clone(), asked.compared_by),
            ),
            not_held: Vec::new(),
        },
        TextFile::Json => Taken {
            text: json(export).map_err(|error| error.to_string())?,
            not_held: Vec::new(),
        },
        TextFile::Iati => {
            let iati = iati(export);
            Taken {
                text: iati.xml,
                not_held: iati.not_held,
            }
        }
    })
}
