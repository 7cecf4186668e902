//! From a file's bytes to a dataset.

use crate::said::{Read, refused, said};
use borsh::{BorshDeserialize, BorshSerialize};
use import::{Encodings, File, Format, Mapping, Refused};
use model::{Date, Loaded, Problem, Record, Text, parse, unpack};

/// How much of the work is done when a dataset's text is there: checking it takes
/// the rest.
const WRITTEN: f64 = 0.7;

/// A file that could be read.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug)]
pub struct Opened {
    /// The dataset, and what of it was left out.
    pub loaded: Loaded,
    /// As what a file of another kind was read.
    pub read: Option<Read>,
    /// The name of the edition; none of a file of another kind, whose dataset each
    /// version of the app makes anew.
    pub edition: Option<String>,
}

/// So many records are unpacked at once: a few milliseconds of work.
const TOGETHER: usize = 2_000;

/// What was read on its way to the page, which unpacks it in several tasks: a hundred
/// thousand records at once would hold it.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug)]
pub struct Sent {
    without_records: Opened,
    /// Packed lists of them.
    records: Vec<Vec<u8>>,
}

impl Sent {
    /// Makes it ready to be packed.
    ///
    /// # Errors
    /// When an amount is not a number, which the parser lets none be.
    pub fn of(mut opened: Opened) -> std::io::Result<Self> {
        let records = std::mem::take(&mut opened.loaded.dataset.records);
        let parts = records.chunks(TOGETHER);
        Ok(Self {
            without_records: opened,
            records: parts.map(model::pack).collect::<Result<_, _>>()?,
        })
    }

    /// Takes it apart again, resting after each part.
    ///
    /// # Errors
    /// When the bytes are of something else.
    pub async fn open(self, rest: impl AsyncFn()) -> std::io::Result<Opened> {
        let mut opened = self.without_records;
        for part in self.records {
            rest().await;
            let records: Vec<Record> = unpack(&part)?;
            opened.loaded.dataset.records.extend(records);
        }
        rest().await;
        Ok(Opened {
            loaded: opened.loaded.complete(),
            ..opened
        })
    }
}

/// Why a file could not be read.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is wrong as a whole.
    Unsound(Problem),
    /// It is of no kind that can be read, or nothing in it can be shown; in words.
    Refused(Text),
    /// It is packed by gzip, and damaged or cut off.
    Gzip,
    /// It holds more than any page could show.
    Size,
}

/// A file as it is to be read.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// Its bytes and its name.
    pub file: (&'a [u8], &'a str),
    /// How a table's columns are read; empty, as they seem to be.
    pub columns: &'a str,
    /// A second table, with the points of its places, and its name.
    pub places: Option<(&'a [u8], &'a str)>,
    /// What reads the encodings that they may be in.
    pub encodings: Encodings,
    /// Today.
    pub read_on: Date,
}

/// Reads a file: the dataset, and the text of it in the app's own schema.
/// `progress` hears how much of the work is done, from 0 to 1.
///
/// # Errors
/// When nothing of it could be shown.
pub fn open(given: &Given<'_>, progress: &mut dyn FnMut(f64)) -> Result<(Opened, String), Unread> {
    let file = |(bytes, name)| File {
        name,
        encodings: given.encodings,
        bytes,
        read_on: given.read_on,
    };
    let (file, places) = (file(given.file), given.places.map(file));
    let mut written = |share| progress(share * WRITTEN);
    // What is no mapping is as if nothing were said: the page shows what was taken.
    let how = Mapping::parse(given.columns).unwrap_or_default();
    let imported = match places {
        // Only a table has a second one.
        Some(places) if import::detect(&file) == Ok(Format::Csv) => {
            import::import_with_places(&file, &places, &how, &mut written)
        }
        _ => import::import(&file, &how, &mut written),
    };
    let imported = match imported {
        Ok(imported) => imported,
        // As JSON of no known kind it is told where its text is wrong.
        Err(Refused::UnknownFormat) if is_json(file.bytes) => {
            let text = String::from_utf8_lossy(file.bytes);
            parse(&text).map_err(Unread::Unsound)?;
            return Err(Unread::Refused(refused(&Refused::UnknownFormat)));
        }
        Err(why) => return Err(Unread::Refused(refused(&why))),
    };
    let loaded = parse(&imported.json).map_err(Unread::Unsound)?;
    progress(1.0);
    let read = (imported.format != Format::AidAtlas).then(|| said(&imported));
    let edition = read.is_none().then(|| editions::name(&imported.json));
    let opened = Opened {
        loaded,
        read,
        edition,
    };
    Ok((opened, imported.json))
}

fn is_json(bytes: &[u8]) -> bool {
    bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}
