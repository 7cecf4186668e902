//! Every word on screen, in both languages. A word that lacks one does not
//! compile; numbers and times are worded in each language's own way.

pub mod filters;
pub mod formula;
pub mod names;
mod numbers;
pub mod preview;
mod times;
mod words;

pub use numbers::{amount, computed, number, plain, qualified};
pub use times::{date, day_of_month, months, precision, time};
pub use words::*;
