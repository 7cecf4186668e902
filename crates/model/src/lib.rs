//! What a programme is.
//!
//! Owns the dataset and the one parser that makes it, dates, decimals, the
//! relations between figures, and what can be wrong with a file. Uses no other
//! room, and knows no words of the page and no DOM.
//!
//! Invariants: every index in a [`Dataset`] is of an item that is there; nothing
//! is counted within itself; a number keeps the digits that were written.

mod aspect;
mod circles;
mod dataset;
mod date;
mod decimal;
mod derived;
mod forms;
mod glossary;
mod index;
mod lang;
mod locator;
mod packed;
mod parse;
mod path;
mod place;
mod problem;
mod programme;
#[allow(
    missing_docs,
    clippy::pub_underscore_fields,
    reason = "the fields are named as in the file; README.md says what they hold"
)]
pub mod raw;
mod record;
mod relations;
mod source;
mod story;
mod vocabulary;
mod width;

pub use aspect::Aspect;
pub use dataset::{Dataset, Origins};
pub use date::{Date, Days, FIRST_DAY, LAST_DAY, Precision};
pub use decimal::Decimal;
pub use derived::{Derived, Formula, Operand};
pub use forms::{Counted, Forms, NUMBER};
pub use glossary::{Contact, Term};
pub use index::{
    ChartIx, CurrencyIx, DerivedIx, DocumentIx, FamilyIx, IndicatorIx, KindIx, LevelIx, MeasureIx,
    OrganisationIx, PlaceIx, PlanIx, RecordIx, SectorIx, StoryIx, UnitIx,
};
pub use lang::{Lang, Text};
pub use locator::{Locator, Sources};
pub use packed::{pack, unpack};
pub use parse::{Loaded, SCHEMA, parse};
pub use path::{below_app, is_https, is_link, is_of_host};
pub use place::{Certainty, Coordinates, Located, Map, Place, PlaceName};
pub use problem::{Fault, List, Problem, Refusal, Spot, by_kind};
pub use programme::{
    Annotation, Chart, ChartValue, Currency, Indicator, Key, KeyFigure, Kind, Level, MapMeasure,
    Quantity, Unit, UnitMeasure,
};
pub use record::{
    Family, Link, Medium, Organisation, Participation, Plan, Purpose, Record, Relation, Sector,
    Target, Time, TimeSpan, Value,
};
pub use relations::{Links, Taken};
pub use source::{Document, Notes, Section};
pub use story::{Step, Story};
pub use vocabulary::{
    Background, Basis, CopyState, Element, Form, Grouping, MapRole, Order, Plural, Qualifier,
    RelationKind, Role, ScaleKind,
};
pub use width::{LABEL, ROW, width};
