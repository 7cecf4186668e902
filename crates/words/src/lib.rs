//! The page's own words, in each of its languages.
//!
//! Owns the words and how plurals are formed. Uses the model for languages
//! and plural forms only. No DOM.
//!
//! The words stand in `locales/`, one file a language; `build.rs` makes of each
//! key a function of the language, and of each file a [`Locale`]. A word that a
//! file lacks does not compile. What is put into a sentence may hold anything:
//! it is never looked through for places to put something in. Where it runs against
//! the words around it, from right to left amid Latin letters or the other way
//! round, isolates are put around it: here, for all sentences, and nowhere else.

mod direction;
mod number;
pub mod parts;

#[allow(
    clippy::nonminimal_bool,
    clippy::unreadable_literal,
    reason = "CLDR's rules stay as they are written"
)]
mod made {
    use crate::number::Number;
    use crate::parts::{Step, Words};
    use model::{Lang, Plural};

    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub use direction::{isolated, put_in, without_isolates};
pub use made::*;
pub use number::Number;
pub use parts::Step;
