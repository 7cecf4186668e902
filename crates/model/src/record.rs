//! Records: statements of a source.

use crate::{
    Basis, Date, Decimal, DerivedIx, FamilyIx, KindIx, Lang, OrganisationIx, PlaceIx, PlanIx,
    Qualifier, Quantity, RecordIx, RelationKind, Role, SectorIx, Sources, Text,
};

/// One statement of the source.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Record {
    /// A stable, readable id.
    pub id: String,
    /// What it is.
    pub kind: KindIx,
    /// A short name.
    pub title: Text,
    /// A name for rows, in those languages whose title is too long for one.
    pub short_title: Option<Text>,
    /// What the source says, in our words, and what it does not say.
    pub note: Text,
    /// The places it is tied to; none: the programme as a whole.
    pub places: Vec<PlaceIx>,
    /// Its sector.
    pub sector: SectorIx,
    /// Its own codes, where the sector's do not fit.
    pub codes: Vec<Purpose>,
    /// Who takes part, and how.
    pub organisations: Vec<Participation>,
    /// When.
    pub time: TimeSpan,
    /// Its numbers.
    pub values: Vec<Value>,
    /// Relations as the dataset states them.
    pub relations: Vec<Relation>,
    /// Where to read on.
    pub links: Vec<Link>,
    /// Pictures.
    pub media: Vec<Medium>,
    /// Where it stands in the source.
    pub sources: Sources,
}

impl Record {
    /// Its name for a row, for a reader of `lang`: the short one where there is
    /// one in the language that the title answers in, else the title.
    #[must_use]
    pub fn row_title(&self, lang: Lang) -> &str {
        let short = self.short_title.as_ref();
        short
            .and_then(|short| short.exact(self.title.lang(lang)))
            .unwrap_or_else(|| self.title.get(lang))
    }
}

/// A family of sectors, which share a colour and a shape.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Family {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// A sector of the dataset's own.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Sector {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Its family, where the dataset has families.
    pub family: Option<FamilyIx>,
    /// Its codes in vocabularies, the main one first; none where the dataset
    /// gives none.
    pub codes: Vec<Purpose>,
}

/// A code of a vocabulary of sectors, such as OECD DAC's purposes.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// The vocabulary, by IATI's code list SectorVocabulary.
    pub vocabulary: String,
    /// The code.
    pub code: String,
    /// Its name on the code list.
    pub name: Text,
}

/// A participating organisation.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Organisation {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Other names that a search finds it by.
    pub aliases: Vec<String>,
}

/// An organisation's part in a record.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Participation {
    /// Who.
    pub organisation: OrganisationIx,
    /// How.
    pub role: Role,
}

/// A period that records name, such as a plan.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Plan {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// A name for narrow bands.
    pub short: Text,
    /// Its first date.
    pub from: Date,
    /// Its last date.
    pub to: Date,
}

/// A time and a remark on how it was read.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct TimeSpan {
    /// The time.
    pub time: Time,
    /// How the source words it.
    pub note: Option<Text>,
}

/// When something was, as precisely as it was stated.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// At a date.
    Point(Date),
    /// From a date to another.
    Interval(Date, Date),
    /// During a period that the dataset names.
    Plan(PlanIx),
    /// From a date on; the end is open.
    Since(Date),
    /// Up to a date; the start is unknown.
    Until(Date),
    /// Not stated.
    Unknown,
}

/// A number with what it measures.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Value {
    /// Its key within the record.
    pub key: String,
    /// What it measures, and in what unit.
    pub of: Quantity,
    /// The number, in its unit, as near as a float comes. It may be negative:
    /// money that was given back.
    pub amount: f64,
    /// The number with the digits that were written.
    pub stated: Decimal,
    /// How the source qualifies it.
    pub qualifier: Qualifier,
    /// What it counts, where the indicator does not say.
    pub label: Option<Text>,
    /// The date at whose value an amount of money is stated.
    pub value_date: Option<Date>,
}

/// Where to read on.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Link {
    /// An address that begins with https.
    pub url: String,
    /// What is there.
    pub title: Text,
}

/// A picture.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Medium {
    /// A file below the app, or an address that begins with https.
    pub file: String,
    /// What is to be seen, for readers who cannot see it.
    pub alt: Text,
    /// Whose picture it is.
    pub credit: String,
    /// Its licence.
    pub licence: String,
}

/// A relation to another record or derived figure.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relation {
    /// What relation.
    pub kind: RelationKind,
    /// To what.
    pub target: Target,
    /// Whether the source states it.
    pub basis: Basis,
}

/// What a relation points to.
#[derive(
    borsh::BorshDeserialize,
    borsh::BorshSerialize,
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
)]
pub enum Target {
    /// A record.
    Record(RecordIx),
    /// A derived figure.
    Derived(DerivedIx),
}
