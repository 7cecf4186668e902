//! A programme's dataset: its model, and the one parser that makes it.

mod date;
mod derived;
mod locator;
mod model;
mod parse;
mod raw;
mod relations;
mod vocabulary;

pub use date::{Date, Days, Precision};
pub use derived::{Derived, Formula, Operand};
pub use locator::{Locator, Sources};
pub use model::{
    Basis, Coordinates, Dataset, Document, Located, Map, Organisation, Participation, Place, Plan,
    Purpose, Record, Relation, Section, Sector, Target, Time, TimeSpan, Value,
};
pub use model::{DerivedIx, DocumentIx, OrganisationIx, PlaceIx, PlanIx, RecordIx, SectorIx};
pub use parse::{Loaded, Problem, parse};
pub use relations::Links;
pub(crate) use vocabulary::vocabulary;
pub use vocabulary::{CopyState, Indicator, Kind, Level, Qualifier, RelationKind, Role, Unit};

/// The dataset that is compiled in: Beijing's paired assistance to Lhasa.
pub const EMBEDDED: &str = include_str!("../../public/dataset/beijing-lhasa.json");
