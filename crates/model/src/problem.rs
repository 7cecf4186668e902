//! What can be wrong with a dataset. The words are in `text::problems`.

use crate::vocabulary;
use crate::{Lang, Text};
use std::collections::HashMap;
use std::mem::Discriminant;

vocabulary! {
    /// A list of the file.
    List {
        /// Documents.
        Documents = "documents",
        /// Currencies.
        Currencies = "currencies",
        /// Units.
        Units = "units",
        /// Indicators.
        Indicators = "indicators",
        /// Kinds of records.
        Kinds = "kinds",
        /// Levels of places.
        Levels = "levels",
        /// Measures of the map.
        Measures = "measures",
        /// Key figures.
        KeyFigures = "keyFigures",
        /// Charts.
        Charts = "charts",
        /// Stories.
        Stories = "stories",
        /// Terms.
        Glossary = "glossary",
        /// Periods.
        Periods = "periods",
        /// Outlines.
        Maps = "maps",
        /// Places.
        Places = "places",
        /// Families of sectors.
        Families = "families",
        /// Sectors.
        Sectors = "sectors",
        /// Organisations.
        Organisations = "organisations",
        /// Records.
        Records = "records",
        /// Derived figures.
        Derived = "derived",
    }
}

crate::packed!(List);

/// Something wrong with a dataset.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub at: Spot,
    /// What.
    pub fault: Fault,
}

/// Where something is wrong.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// At a place of the text, both counted from 1.
    Text {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// In a field of the file.
    Field(String),
    /// In an item of a list.
    Item {
        /// The list.
        list: List,
        /// The item's position in the file, from 0.
        position: usize,
        /// Its id, as far as one could be read.
        id: String,
    },
}

/// What is wrong.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not of the schema's shape; the reader's own words.
    Unreadable(String),
    /// It is of another schema.
    Schema(String),
    /// The id holds what ids may not.
    BadId(String),
    /// The id is that of another item.
    IdTwice,
    /// It names what is not there.
    NotThere {
        /// Where it should be.
        list: List,
        /// The id.
        id: String,
    },
    /// It is no date.
    BadDate(String),
    /// The end is before the beginning.
    EndsBeforeItBegins,
    /// A text is missing in a language; the field's name.
    NoText(String),
    /// A text is wider than it should be, and kept.
    TooWide {
        /// The field's name.
        field: String,
        /// How many letters it may have, a Chinese one counting as two.
        most: usize,
        /// In which languages.
        languages: Vec<Lang>,
    },
    /// The place it lies in stands after it.
    ParentAfter(String),
    /// The places that it lies in are too many.
    TooDeep,
    /// The coordinates are not on Earth.
    OffEarth,
    /// The file is not one below the app.
    BadFile(String),
    /// The file, which is of this type, has no outlines of areas.
    NoOutlines(String),
    /// The outlines' coordinates are no degrees; one of them.
    NotDegrees(String),
    /// The outlines name an arc that is not there.
    NoArc(String),
    /// These areas have no outline in the file.
    NotOutlined(Vec<String>),
    /// The address is neither of a file below the app nor one that begins with https.
    BadAddress(String),
    /// It is neither an address of mail nor one that begins with https.
    BadContact(String),
    /// It is no code of a currency.
    BadCurrency(String),
    /// The unit is not exactly one of counted, money and percentage.
    BadUnit,
    /// The id is one that the app uses itself.
    Reserved(String),
    /// The chart draws no values.
    NoChartValues,
    /// The story has no steps.
    NoSteps,
    /// Values that may not be added are to be added.
    NotAdditive(String),
    /// The chart draws amounts of these units on one axis.
    OneAxis(Vec<String>),
    /// A figure is to be computed across these currencies.
    Currencies(Vec<String>),
    /// It has words in these languages, which the dataset does not list.
    Undeclared(Vec<Lang>),
    /// The document has no such section.
    NoSection {
        /// The document.
        document: String,
        /// The section.
        section: String,
    },
    /// The section has no such paragraph.
    NoParagraph {
        /// The section.
        section: String,
        /// How many it has.
        last: u32,
        /// The one that was named.
        named: u32,
    },
    /// The list of places in the source is empty.
    NoSource,
    /// Two values have the same key.
    ValueTwice(String),
    /// A value's amount is no number, or one that no page can show.
    BadNumber {
        /// The value.
        key: String,
        /// What stands there.
        written: String,
    },
    /// The record is related to itself.
    RelatedToItself,
    /// The relation's target is not there.
    NoTarget(String),
    /// The record states the same relation twice.
    RelationTwice(String),
    /// Records and derived figures that are counted within each other.
    Circle {
        /// Their ids and titles, in the order of the file.
        members: Vec<(String, Text)>,
        /// How many relations between them were left out.
        relations: usize,
    },
    /// A formula takes a value of a record that is not there.
    NoRecord(String),
    /// A formula takes what is neither a value nor a derived figure before it.
    NoOperand(String),
    /// A formula takes a value that its record does not have.
    NoValue {
        /// The record.
        record: String,
        /// The value.
        key: String,
    },
}

/// Why a dataset is not shown at all.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is wrong as a whole.
    Unsound(Problem),
    /// The server answers with this status.
    Answer(u16),
    /// Nothing came for so many seconds.
    Silent(u64),
    /// It could not be fetched; the browser's own words.
    Unreachable(String),
    /// The part of the app that reads files does not come, or broke down; the
    /// browser's own words.
    NoReader(String),
    /// It is larger than so many megabytes, which no page could show.
    TooLarge(usize),
    /// What reads files of other kinds says this of it.
    Unread(Text),
    /// It is packed by gzip, and damaged or cut off.
    Damaged,
    /// That edition of the built-in dataset is not kept.
    NoEdition,
    /// It was on the device of whoever made the link, which cannot carry it.
    OnDevice,
}

impl Problem {
    /// One of an item of a list.
    #[must_use]
    pub fn of(list: List, position: usize, id: &str, fault: Fault) -> Self {
        Self {
            at: Spot::Item {
                list,
                position,
                id: id.to_owned(),
            },
            fault,
        }
    }

    /// One of the file as a whole.
    pub(crate) fn unreadable(error: &serde_json::Error) -> Self {
        Self {
            at: Spot::Text {
                line: error.line(),
                column: error.column(),
            },
            fault: Fault::unreadable(error),
        }
    }

    /// The list that it is in.
    #[must_use]
    pub const fn list(&self) -> Option<List> {
        match &self.at {
            Spot::Item { list, .. } => Some(*list),
            Spot::Text { .. } | Spot::Field(_) => None,
        }
    }
}

impl Fault {
    /// serde's words without the place: lines of an item are none of the file.
    #[must_use]
    pub fn unreadable(error: &serde_json::Error) -> Self {
        let words = error.to_string();
        let end = words.rfind(" at line ").unwrap_or(words.len());
        Self::Unreadable(words[..end].to_owned())
    }
}

/// Problems of one kind in one list together, in the order of their first.
#[must_use]
pub fn by_kind(problems: &[Problem]) -> Vec<Vec<&Problem>> {
    let mut positions: HashMap<(Option<List>, Discriminant<Fault>), usize> = HashMap::new();
    let mut groups: Vec<Vec<&Problem>> = Vec::new();
    for problem in problems {
        let kind = (problem.list(), std::mem::discriminant(&problem.fault));
        let position = *positions.entry(kind).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[position].push(problem);
    }
    groups
}
