//! The page's own words, in each of its languages.
//!
//! Owns which languages the page speaks. Uses the model for language tags only.
//! No DOM.

mod locale;

pub use locale::Locale;
