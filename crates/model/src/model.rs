//! The checked dataset: every reference is an index that exists.

use super::{
    CopyState, Date, Days, Decimal, Derived, Indicator, Kind, Level, Links, Qualifier,
    RelationKind, Role, Sources, Unit,
};
use crate::{Lang, Text};
use std::collections::HashMap;

/// Declares index types: a position in one of the dataset's lists.
macro_rules! index {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(u32);

        impl $name {
            /// The position in its list.
            #[must_use]
            pub const fn at(self) -> usize {
                self.0 as usize
            }

            /// The index of a position in its list.
            #[must_use]
            pub fn of(position: usize) -> Self {
                Self(u32::try_from(position).unwrap_or(u32::MAX))
            }
        }
    )+};
}

index! {
    /// A record.
    RecordIx
    /// A derived figure.
    DerivedIx
    /// A place.
    PlaceIx
    /// A sector.
    SectorIx
    /// An organisation.
    OrganisationIx
    /// A document.
    DocumentIx
    /// A plan period.
    PlanIx
}

/// One programme, checked.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// The dataset's id, for file names and links.
    pub id: String,
    /// The languages of its texts, the first to fall back on first.
    pub languages: Vec<Lang>,
    /// The programme's name.
    pub title: Text,
    /// What the records are taken from.
    pub summary: Text,
    /// What was left out of the records, and why.
    pub left_out: Option<Text>,
    /// By what rule places are named.
    pub naming: Option<Text>,
    /// The licence of the records, as an SPDX identifier.
    pub licence: String,
    /// The currency of amounts, as an ISO 4217 code.
    pub currency: String,
    /// The recipient country, as an ISO 3166-1 code.
    pub country: Option<String>,
    /// The day up to which an open period is drawn: that of the source.
    pub as_of: Date,
    /// The sources.
    pub documents: Vec<Document>,
    /// Plan periods, in order.
    pub plans: Vec<Plan>,
    /// Outline files.
    pub maps: Vec<Map>,
    /// Places; a parent comes before its children.
    pub places: Vec<Place>,
    /// Sectors, in the order of the timeline's lanes.
    pub sectors: Vec<Sector>,
    /// Organisations.
    pub organisations: Vec<Organisation>,
    /// Records.
    pub records: Vec<Record>,
    /// Figures computed from records.
    pub derived: Vec<Derived>,
    /// The recipient's area, looked at for every place of every record.
    pub(crate) recipient: Option<PlaceIx>,
    pub(crate) links: Links,
    /// Where the items that were kept stand in the file.
    pub origins: Origins,
    pub(crate) record_ids: HashMap<String, RecordIx>,
}

/// Where in the file's lists the items stand that were kept.
#[derive(Clone, Debug, Default)]
pub struct Origins {
    /// Records.
    pub records: Vec<usize>,
    /// Derived figures.
    pub derived: Vec<usize>,
    /// Maps.
    pub maps: Vec<usize>,
}

/// A source document.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: Text,
    /// Who published it.
    pub publisher: Text,
    /// When, as far as that is known.
    pub published: Text,
    /// Its language, as a BCP 47 tag.
    pub language: Option<String>,
    /// Its own heading, in its language, by which it can be found.
    pub heading: Option<String>,
    /// The state of the copy that was used.
    pub copy: CopyState,
    /// Remarks on the copy.
    pub note: Option<Text>,
    /// Its sections, in the order that was meant.
    pub sections: Vec<Section>,
}

/// A section of a document.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its id.
    pub id: String,
    /// A neutral name.
    pub title: Text,
    /// Its own heading, in the document's language.
    pub heading: Option<String>,
    /// How many paragraphs it has.
    pub paragraphs: u32,
}

/// A plan period.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// A name for narrow bands.
    pub short: Text,
    /// Its first year.
    pub from: Date,
    /// Its last year.
    pub to: Date,
}

/// A file of outlines, whose features carry place ids.
#[derive(Clone, Debug)]
pub struct Map {
    /// `recipient` or `provider`.
    pub id: String,
    /// The place that the outlines make up.
    pub place: PlaceIx,
    /// The file, below the app; none where the dataset names no such file.
    pub file: Option<String>,
    /// Where the outlines are from, and their licence.
    pub origin: Text,
}

/// A place.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Other names that a search finds it by, such as the one in pinyin.
    pub aliases: Vec<String>,
    /// Its level.
    pub level: Level,
    /// The place it lies in.
    pub parent: Option<PlaceIx>,
    /// Where it is, if that is known surely.
    pub coordinates: Option<Coordinates>,
}

/// Where a place is.
#[derive(Clone, Debug, PartialEq)]
pub struct Coordinates {
    /// Degrees east.
    pub longitude: f64,
    /// Degrees north.
    pub latitude: f64,
    /// What the point stands for: `seat` of a division or `settlement`.
    pub precision: String,
    /// Whose point it is, with its licence.
    pub origin: String,
}

/// A sector of the dataset's own, with its OECD DAC purpose code.
#[derive(Clone, Debug)]
pub struct Sector {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// The purpose of its records, where they name none of their own.
    pub dac: Purpose,
}

/// An OECD DAC/CRS purpose code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// The code.
    pub code: String,
    /// Its name on the code list.
    pub name: Text,
}

/// A participating organisation.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Other names that a search finds it by.
    pub aliases: Vec<String>,
}

/// One statement of the source.
#[derive(Clone, Debug)]
pub struct Record {
    /// A stable, readable id.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// A short name.
    pub title: Text,
    /// What the source says, in our words, and what it does not say.
    pub note: Text,
    /// The places it is tied to; none: the programme as a whole.
    pub places: Vec<PlaceIx>,
    /// Its sector.
    pub sector: SectorIx,
    /// Its purpose, where the sector's does not fit.
    pub dac: Option<Purpose>,
    /// Who takes part, and how.
    pub organisations: Vec<Participation>,
    /// When.
    pub time: TimeSpan,
    /// Its numbers.
    pub values: Vec<Value>,
    /// Relations as the dataset states them.
    pub relations: Vec<Relation>,
    /// Where it stands in the source.
    pub sources: Sources,
}

/// An organisation's part in a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Participation {
    /// Who.
    pub organisation: OrganisationIx,
    /// How.
    pub role: Role,
}

/// A time and a remark on how it was read.
#[derive(Clone, Debug)]
pub struct TimeSpan {
    /// The time.
    pub time: Time,
    /// How the source words it.
    pub note: Option<Text>,
}

/// When something was, as precisely as it was stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// At a date.
    Point(Date),
    /// From a date to another.
    Interval(Date, Date),
    /// During a plan period.
    Plan(PlanIx),
    /// From a date on; the end is open.
    Since(Date),
    /// Up to a date; the start is unknown.
    Until(Date),
    /// Not stated.
    Unknown,
}

/// A number with what it measures.
#[derive(Clone, Debug)]
pub struct Value {
    /// Its key within the record.
    pub key: String,
    /// What it measures.
    pub indicator: Indicator,
    /// The number, in `unit`, as near as a float comes. It may be negative:
    /// money that was given back.
    pub amount: f64,
    /// The number with the digits that were written.
    pub stated: Decimal,
    /// The unit.
    pub unit: Unit,
    /// How the source qualifies it.
    pub qualifier: Qualifier,
    /// What it counts, where the indicator does not say.
    pub label: Option<Text>,
}

/// A relation to another record or derived figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relation {
    /// What relation.
    pub kind: RelationKind,
    /// To what.
    pub target: Target,
    /// Whether the source states it.
    pub basis: Basis,
}

/// What a relation points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// A record.
    Record(RecordIx),
    /// A derived figure.
    Derived(DerivedIx),
}

/// Where a relation is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The source says so.
    Stated,
    /// This dataset reads it from the context.
    Inferred,
}

/// To what part of the map a record is tied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Located {
    /// One county-level division.
    Division(PlaceIx),
    /// Several divisions together.
    Several,
    /// The city as a whole.
    CityWide,
    /// No place.
    ProgrammeWide,
}

impl Dataset {
    /// The record of that id.
    #[must_use]
    pub fn record_by_id(&self, id: &str) -> Option<RecordIx> {
        self.record_ids.get(id).copied()
    }

    /// A record.
    #[must_use]
    pub fn record(&self, ix: RecordIx) -> &Record {
        &self.records[ix.at()]
    }

    /// A place.
    #[must_use]
    pub fn place(&self, ix: PlaceIx) -> &Place {
        &self.places[ix.at()]
    }

    /// A sector.
    #[must_use]
    pub fn sector(&self, ix: SectorIx) -> &Sector {
        &self.sectors[ix.at()]
    }

    /// A record's purpose: its own, or its sector's.
    #[must_use]
    pub fn dac<'a>(&'a self, record: &'a Record) -> &'a Purpose {
        record
            .dac
            .as_ref()
            .unwrap_or_else(|| &self.sector(record.sector).dac)
    }

    /// All record indices, in order.
    pub fn record_indices(&self) -> impl Iterator<Item = RecordIx> + use<> {
        (0..self.records.len()).map(RecordIx::of)
    }

    /// All place indices, in order.
    pub fn place_indices(&self) -> impl Iterator<Item = PlaceIx> + use<> {
        (0..self.places.len()).map(PlaceIx::of)
    }

    /// The place of that id.
    #[must_use]
    pub fn place_by_id(&self, id: &str) -> Option<PlaceIx> {
        self.places
            .iter()
            .position(|place| place.id == id)
            .map(PlaceIx::of)
    }

    /// All sector indices, in order.
    pub fn sector_indices(&self) -> impl Iterator<Item = SectorIx> + use<> {
        (0..self.sectors.len()).map(SectorIx::of)
    }

    /// All organisation indices, in order.
    pub fn organisation_indices(&self) -> impl Iterator<Item = OrganisationIx> + use<> {
        (0..self.organisations.len()).map(OrganisationIx::of)
    }

    /// The sector of that id.
    #[must_use]
    pub fn sector_by_id(&self, id: &str) -> Option<SectorIx> {
        self.sectors
            .iter()
            .position(|sector| sector.id == id)
            .map(SectorIx::of)
    }

    /// A place and what it lies in, innermost first.
    pub fn lineage(&self, place: PlaceIx) -> impl Iterator<Item = PlaceIx> + '_ {
        std::iter::successors(Some(place), |ix| self.place(*ix).parent)
    }

    /// The county-level division that a place lies in or is.
    #[must_use]
    pub fn division_of(&self, place: PlaceIx) -> Option<PlaceIx> {
        self.lineage(place)
            .find(|ix| self.place(*ix).level.is_division())
    }

    /// The map with that id.
    #[must_use]
    pub fn map(&self, id: &str) -> Option<&Map> {
        self.maps.iter().find(|map| map.id == id)
    }

    /// Whether a place lies in the recipient's area.
    #[must_use]
    pub fn is_recipient(&self, place: PlaceIx) -> bool {
        self.recipient
            .is_some_and(|area| self.lineage(place).any(|ix| ix == area))
    }

    /// To what part of the recipient's map the record is tied.
    #[must_use]
    pub fn located(&self, record: &Record) -> Located {
        let mut divisions: Vec<PlaceIx> = record
            .places
            .iter()
            .filter(|place| self.is_recipient(**place))
            .filter_map(|place| self.division_of(*place))
            .collect();
        divisions.sort_unstable();
        divisions.dedup();
        match divisions.as_slice() {
            [one] => Located::Division(*one),
            [_, ..] => Located::Several,
            [] if record.places.iter().any(|place| self.is_recipient(*place)) => Located::CityWide,
            [] => Located::ProgrammeWide,
        }
    }

    /// The first and last day of a time, as far as the source and the dataset
    /// know them: an open end reaches to the source's own date, an unknown
    /// start is the end's first day. `None` where nothing is known.
    #[must_use]
    pub fn days(&self, time: Time) -> Option<(Days, Days)> {
        match time {
            Time::Point(at) => Some((at.first_day(), at.last_day())),
            Time::Interval(from, to) => Some((from.first_day(), to.last_day())),
            Time::Plan(plan) => {
                let plan = &self.plans[plan.at()];
                Some((plan.from.first_day(), plan.to.last_day()))
            }
            Time::Since(from) => {
                Some((from.first_day(), self.as_of.last_day().max(from.last_day())))
            }
            Time::Until(to) => Some((to.first_day(), to.last_day())),
            Time::Unknown => None,
        }
    }

    /// The first and last day of all known times, or of the source's year.
    #[must_use]
    pub fn extent(&self) -> (Days, Days) {
        self.records
            .iter()
            .filter_map(|record| self.days(record.time.time))
            .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
            .unwrap_or((self.as_of.first_day(), self.as_of.last_day()))
    }

    /// What includes what, and what overlaps.
    #[must_use]
    pub const fn links(&self) -> &Links {
        &self.links
    }
}
