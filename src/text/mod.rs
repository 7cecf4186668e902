//! Every word on screen, in both languages. A word that lacks one does not
//! compile; numbers and times are worded in each language's own way.

mod degrees;
pub mod filters;
pub mod formula;
pub mod names;
mod numbers;
pub mod preview;
pub mod problems;
mod times;
mod words;

pub use degrees::degrees;
pub use numbers::{amount, computed, exact, number, plain, qualified};
pub use times::{date, day_of_month, months, precision, time};
pub use words::*;
