//! What a programme is.
//!
//! Owns the dataset and the one parser that makes it, dates, decimals, the
//! relations between figures, and what can be wrong with a file. Uses no other
//! room, and knows no words of the page and no DOM.
//!
//! Invariants: every index in a [`Dataset`] is of an item that is there; nothing
//! is counted within itself; a number keeps the digits that were written.

mod circles;
mod date;
mod decimal;
mod derived;
mod lang;
mod locator;
mod model;
mod parse;
mod path;
mod problem;
pub mod raw;
mod relations;
mod vocabulary;

pub use date::{Date, Days, FIRST_DAY, LAST_DAY, Precision};
pub use decimal::Decimal;
pub use derived::{Derived, Formula, Operand};
pub use lang::{Lang, Text};
pub use locator::{Locator, Sources};
pub use model::Origins;
pub use model::{
    Basis, Coordinates, Dataset, Document, Located, Map, Organisation, Participation, Place, Plan,
    Purpose, Record, Relation, Section, Sector, Target, Time, TimeSpan, Value,
};
pub use model::{DerivedIx, DocumentIx, OrganisationIx, PlaceIx, PlanIx, RecordIx, SectorIx};
pub use parse::SCHEMA;
pub use parse::{Loaded, parse};
pub use path::below_app;
pub use problem::{Fault, List, Problem, Refusal, Spot, by_kind};
pub use relations::{Links, Taken};
pub use vocabulary::{CopyState, Indicator, Kind, Level, Qualifier, RelationKind, Role, Unit};
