//! Which records a filter selects, and how many each further choice would leave.

mod filter;
mod index;
mod order;

pub use filter::{Filter, Period, PlaceChoice, place_choices, toggle};
pub use index::{Facets, Index};
pub use order::sort;
