//! What an importer left out or read with a guess, grouped.

use crate::Format;
use crate::mapping::{Delimiter, Field};
use std::collections::HashMap;

/// How many places a finding names.
const MOST_PLACES: usize = 20;

/// How much of what a file holds is repeated, in letters.
const LONGEST: usize = 80;

/// Everything that was left out or read with a guess.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// One a kind, in the order in which they were first met.
    pub findings: Vec<Finding>,
}

/// All that was found of one kind.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq)]
pub struct Finding {
    /// What.
    pub kind: FindingKind,
    /// How many.
    pub count: usize,
    /// Where the first of them are, at most 20.
    pub places: Vec<Where>,
}

/// A place in a file.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, Default, PartialEq)]
pub struct Where {
    /// The line, from 1; 0 where that is not known.
    pub line: u64,
    /// The id of the activity, row or feature, or nothing.
    pub item: String,
    /// The element or column, or nothing.
    pub field: String,
    /// What stands there, at most 80 letters, or nothing.
    pub found: String,
}

impl Where {
    /// A place of which the line is known.
    #[must_use]
    pub fn line(line: u64) -> Self {
        Self {
            line,
            ..Self::default()
        }
    }

    /// The same, in an activity, row or feature.
    #[must_use]
    pub fn of(mut self, item: &str) -> Self {
        self.item = cut(item);
        self
    }

    /// The same, at an element or column.
    #[must_use]
    pub fn at(mut self, field: &str) -> Self {
        self.field = cut(field);
        self
    }

    /// The same, with what stands there.
    #[must_use]
    pub fn found(mut self, found: &str) -> Self {
        self.found = cut(found.trim());
        self
    }
}

/// What was left out or guessed.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq, Eq, Hash)]
pub enum FindingKind {
    /// The file breaks off or is no XML from there on; what stands whole before
    /// it was read. The reader's own words say what is wrong.
    BrokenOff(String),
    /// Bytes that are no text in the encoding that the file names, which is this.
    NotInEncoding(String),
    /// The file names an encoding that is not known; it was read as UTF-8.
    UnknownEncoding(String),
    /// An entity that the file declares itself; none is expanded.
    Entity,
    /// The file names no version of its standard, or one that is not known.
    UnknownVersion,
    /// Parts of the file are of other versions than the file says.
    MixedVersions,
    /// Elements of other namespaces, left out.
    Foreign,
    /// An item without an id; it got one.
    NoId,
    /// A second item of the same id, left out, as it may state the same money.
    IdTwice,
    /// An item without a title; its id stands for it.
    NoTitle,
    /// No language is stated; this one was taken.
    LanguageGuessed(String),
    /// A language's tag that is none.
    BadLanguage,
    /// A date that is not there, or empty.
    NoDate,
    /// A date that is none, left out.
    BadDate,
    /// A time whose end lies before its start, left out.
    EndsBeforeItBegins,
    /// A statement without an amount, left out.
    NoAmount,
    /// An amount that is no number, left out.
    BadAmount,
    /// An amount with marks between its digits, read without them.
    AmountGuessed,
    /// An amount without a currency, left out; the record stands.
    NoCurrency,
    /// A currency that is no code of three letters: the amount is left out.
    BadCurrency,
    /// A kind of transaction that the standard does not know, kept apart.
    UnknownTransaction,
    /// Budgets or planned disbursements of overlapping times, related so that
    /// only one of them counts.
    OverlappingTimes,
    /// More statements of one time than can be told apart, left out.
    TooManyAtOnce,
    /// A planned disbursement of the same amount and time as a budget.
    PlannedTwice,
    /// Money is stated on several levels of activities; each level is kept apart.
    SeveralLevels,
    /// A related activity that is not in the file.
    NotInFile,
    /// An activity that is part of itself, by way of others, or of one that is; it
    /// is taken to be part of none.
    Circle,
    /// Percentages that do not make 100; none is rescaled.
    PercentSum,
    /// A percentage that is no number from 0 to 100.
    BadPercent,
    /// A point that cannot be read, left out.
    BadPoint,
    /// A point that is not on the earth, left out.
    OffEarth,
    /// A point at 0, 0, which stands for an unknown one; left out.
    PointAtZero,
    /// Sectors beyond the largest ones, gathered in one lane.
    OtherSectors,
    /// A second text of the same language, left out.
    TextTwice,
    /// A text that was too long, cut.
    TextCut,
    /// An address that no page may link to, left out.
    BadAddress,
    /// The file does not say of when it is; this date was taken.
    DateOfFile(String),
    /// Nothing in the file is dated; as its own date stands this one, which says
    /// nothing of it.
    DateUnknown(String),
    /// The file does not say of when it is, and its last date lies ahead: this, the
    /// day on which it was read, was taken.
    DateOfReading(String),
    /// Nothing in the file says in which encoding it is; it was read as this one.
    EncodingGuessed(String),
    /// Several signs may part the columns; this one was taken.
    DelimiterGuessed(Delimiter),
    /// Lines above the columns' heads, left out.
    AboveHeads,
    /// A column without a head; it is named by its position.
    HeadEmpty,
    /// A second column of the same head; its position was put to its name.
    HeadTwice,
    /// A row with more or fewer cells than there are heads.
    Ragged,
    /// A column that is taken for this field, by its head or by what stands in it.
    ColumnGuessed(Field),
    /// A column or property that nothing was made of.
    ColumnLeftOut,
    /// Numbers such as 1,234 whose comma or point may part thousands or decimals:
    /// the decimals were taken to stand behind a comma (`true`) or a point.
    DecimalsGuessed(bool),
    /// Numbers multiplied by so many tens, as the head says: 6 for millions.
    Multiplied(u32),
    /// Dates such as 03/04/2020, of which nothing says whether day or month is
    /// first: the day was taken to be.
    DayFirstGuessed,
    /// Dates of which some have the day first and others the month: those that
    /// may be either are left out.
    DateOrderMixed,
    /// A number that was read as a spreadsheet's count of days.
    SerialDate,
    /// Another row of an id, put to the record of the first one.
    RowsMerged,
    /// Another row of an id that has other words in this field; the first stand.
    RowsDiffer(Field),
    /// A row that states the same amount as another one of its record at the same
    /// time, or at another in a table where all such amounts are the same; it
    /// counts once.
    ValueRepeated,
    /// Rows of a record that are of several times: it lasts from the first to the
    /// last of them.
    TimesJoined,
    /// A row with several names of places and another number of points: which are
    /// together is not known, so the points have no names.
    PlacesUneven,
    /// A point that would be on the earth if latitude and longitude changed
    /// places, left out.
    PointTurned,
    /// An amount of which no currency is stated; it is kept apart from all others.
    CurrencyNotStated,
    /// A name beyond the first hundred of a column of indicators or kinds of
    /// records, put with the others of that sort; what they measure is not added.
    TooManyNames(Field),
    /// A record of several sectors of which the file states no shares: it stands
    /// in a lane of such records.
    SeveralSectors,
    /// A feature that is none, left out.
    BadFeature,
    /// A feature without a geometry; its record has no point.
    NoGeometry,
    /// A feature whose geometry is no point but this; its record has no point.
    /// Empty: one that the standard does not know.
    NoPointGeometry(String),
    /// Features whose geometry is an area or a line: a point of it was computed. The
    /// kind.
    ShapePoint(String),
    /// A value of NaN or Infinity, which JSON does not have, read as nothing.
    NotANumber,
    /// The table is one that this app exported. Names of kinds, sectors,
    /// indicators, units and organisations, points, and what may be added are not
    /// in it.
    OwnTable,
    /// A relation to what is not in the table, left out.
    RelationLost,
    /// A place of the second file that no record names, left out.
    PlaceUnused,
    /// A place that stands in the second file more than once with other points;
    /// the first counts.
    PlaceTwice,
}

/// Why nothing of a file is shown.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq)]
pub enum Refused {
    /// There is nothing in it.
    Empty,
    /// It is of no kind that is known.
    UnknownFormat,
    /// It is a page of HTML, such as an error of a host.
    Html,
    /// It cannot be read, and nothing before that stands whole.
    Unreadable {
        /// The line, from 1; 0 where that is not known.
        line: u64,
        /// The column in bytes, from 1; 0 where that is not known.
        column: u64,
        /// What is wrong, in the words of what reads it.
        why: String,
    },
    /// It is of that kind, and nothing in it can be shown.
    NothingToShow(Format),
    /// It holds more records than can be shown.
    TooMany {
        /// How many records there may be.
        most: usize,
    },
}

/// Gathers findings, each in a time that does not grow with their number.
#[derive(Debug, Default)]
pub struct Findings {
    report: Report,
    positions: HashMap<FindingKind, usize>,
}

impl Findings {
    /// One more of a kind.
    pub fn add(&mut self, kind: FindingKind, place: Where) {
        let findings = &mut self.report.findings;
        let at = *self.positions.entry(kind.clone()).or_insert_with(|| {
            findings.push(Finding {
                kind,
                count: 0,
                places: Vec::new(),
            });
            findings.len() - 1
        });
        if let Some(finding) = findings.get_mut(at) {
            finding.count += 1;
            if finding.places.len() < MOST_PLACES {
                finding.places.push(place);
            }
        }
    }

    /// All of them.
    #[must_use]
    pub fn done(self) -> Report {
        self.report
    }
}

/// What a file holds, in so far as a line can repeat it.
fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
    }
}
