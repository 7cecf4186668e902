//! Every word on screen.
//!
//! Owns how numbers, times, names, formulas and problems are said. Uses the
//! page's own words, and the model, the query and the view for what is to be
//! said. No DOM.
//!
//! Sentences are put together by each language's own file of words, so that
//! nothing here is in a language. What is joined of the page's words and the
//! dataset's is a [`Phrase`], for the page, or a string of it: `time_parts` and
//! `time`.

pub mod chart;
pub mod checks;
pub mod comparison;
pub mod coverage;
mod degrees;
pub mod filters;
mod finding;
pub mod formula;
pub mod glossary;
pub mod imported;
pub mod key_figures;
pub mod labels;
mod languages;
mod measured;
pub mod names;
mod numbers;
pub mod period;
mod phrase;
pub mod preview;
pub mod problems;
mod said;
mod times;
mod words;

pub use crate::words::*;
pub use ::words::*;
pub use degrees::degrees;
pub use finding::finding;
pub use languages::{endonym, language_after, language_named, languages, tag};
pub use measured::measured;
pub use numbers::{amount, axis_unit, brief, computed, exact, number, qualified, qualified_parts};
pub use phrase::{Part, Phrase, drawn, drawn_words, of};
pub use said::said;
pub use times::{date, day_of_month, on_axis, precision, time, time_parts};
