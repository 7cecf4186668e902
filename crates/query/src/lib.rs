//! Which records a filter selects, in what order, and what may be added.
//!
//! Owns filters, the search, facets, the table's order and totals. Uses the
//! model only; the words that a search looks through are handed in.
//!
//! Invariants: an unknown time lies in no period; what only reaches into a period
//! is told apart from what lies within; no total holds two figures that may count
//! the same.

mod aggregate;
mod beyond;
mod figures;
mod filter;
mod fold;
mod index;
mod order;
mod reach;
mod terms;
mod unicode;

pub use aggregate::{
    Counted, Measure, Total, by_area, by_location, disjoint_total, largest, measured, named_places,
    total_of, values_of,
};
pub use beyond::Beyond;
pub use filter::{Filter, Period, PlaceChoice, in_both, place_choices, toggle};
pub use fold::fold;
pub use index::{Count, Facets, Index, Said};
pub use order::{Column, Ranks, Sort, sort, sort_by_time};
pub use reach::{Reach, Selection};
