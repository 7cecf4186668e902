//! Which records a filter selects, in what order, and what may be added.
//!
//! Owns filters, the search, facets, the table's order and totals. Uses the
//! model only; the words that a search looks through are handed in.
//!
//! Invariants: an unknown time lies in no period; no total holds two figures
//! that may count the same.

mod aggregate;
mod figures;
mod filter;
mod fold;
mod index;
mod order;
mod terms;
mod unicode;

pub use aggregate::{
    Counted, Measure, Total, by_area, by_location, disjoint_total, largest, measured, values_of,
};
pub use filter::{Filter, Period, PlaceChoice, in_both, place_choices, toggle};
pub use fold::fold;
pub use index::{Facets, Index, Said};
pub use order::{Column, Ranks, Sort, sort};
