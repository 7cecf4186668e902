//! A programme's dataset: its model, and the one parser that makes it.

mod circles;
mod date;
mod decimal;
mod derived;
mod locator;
mod model;
mod parse;
mod path;
mod problem;
pub(crate) mod raw;
mod relations;
mod vocabulary;

pub use date::{Date, Days, FIRST_DAY, LAST_DAY, Precision};
pub use decimal::Decimal;
pub use derived::{Derived, Formula, Operand};
pub use locator::{Locator, Sources};
pub(crate) use model::Origins;
pub use model::{
    Basis, Coordinates, Dataset, Document, Located, Map, Organisation, Participation, Place, Plan,
    Purpose, Record, Relation, Section, Sector, Target, Time, TimeSpan, Value,
};
pub use model::{DerivedIx, DocumentIx, OrganisationIx, PlaceIx, PlanIx, RecordIx, SectorIx};
pub(crate) use parse::SCHEMA;
pub use parse::{Loaded, parse};
pub use path::below_app;
pub use problem::{Fault, List, Problem, Refusal, Spot, by_kind};
pub use relations::{Links, Taken};
pub(crate) use vocabulary::vocabulary;
pub use vocabulary::{CopyState, Indicator, Kind, Level, Qualifier, RelationKind, Role, Unit};

/// The dataset that is compiled in: Beijing's paired assistance to Lhasa.
pub const EMBEDDED: &str = include_str!("../../public/dataset/beijing-lhasa.json");
