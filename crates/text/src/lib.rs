//! Every word on screen.
//!
//! Owns the words and how numbers, times, names, formulas and problems are
//! said. Uses the model, the query and the view for what is to be said. No DOM.
//!
//! A word that lacks one does not
//! compile; numbers and times are worded in each language's own way.

pub mod chart;
mod degrees;
pub mod filters;
pub mod formula;
mod languages;
pub mod names;
mod numbers;
pub mod preview;
pub mod problems;
mod said;
mod times;
mod words;

pub use crate::words::*;
pub use ::words::Locale;
pub use degrees::degrees;
pub use languages::{endonym, language_after, languages, tag};
pub use numbers::{amount, axis_divisor, axis_unit, computed, exact, number, plain, qualified};
pub use said::said;
pub use times::{date, day_of_month, months, precision, time};
