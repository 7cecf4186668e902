//! What a dataset states, and what it does not, as plainly.
//!
//! Owns the matrix of records by two of their sides, and the gaps. Uses the model and
//! its filters; the words are `text`'s.
//!
//! Invariants: a record stands in one sector, one kind and one part of time, and in
//! each place that it names; one of a longer time stands in no year; what has no row of
//! its own is counted all the same.

mod baselines;
mod gaps;
mod matrix;
mod pairings;
mod side;
mod times;

pub use gaps::{Gap, gaps};
pub use matrix::{Cell, Matrix, matrix};
pub use side::{Part, Side, Sides, years};
pub use times::{Times, times};
