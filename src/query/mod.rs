//! Which records a filter selects, and how many each further choice would leave.

mod figures;
mod filter;
mod fold;
mod index;
mod order;
mod terms;
mod unicode;

pub use filter::{Filter, Period, PlaceChoice, in_both, place_choices, toggle};
pub use fold::fold;
pub use index::{Facets, Index};
pub use order::{Ranks, sort};
