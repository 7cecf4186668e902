//! What stands in the page and over it: the parts that read the store.
//!
//! Owns how each part of the page follows from the store: what it draws, which
//! components it is made of, and which change of the store each of their
//! callbacks is. Uses `state`, `share`, `ui` and `browser`, and the core for
//! what is drawn and said.
//!
//! - A panel keeps no state that another part or the link would have to know.
//! - What differs between panels is here, what is the same in all is in `ui`.

mod about;
mod below;
mod beyond;
mod charts;
mod checks;
mod chosen;
mod comparison;
mod coverage;
mod derived;
mod drawing;
mod editions;
mod embed;
mod filters;
mod header;
mod in_turn;
mod key_figures;
mod keys;
mod labels;
mod later;
mod map;
mod near;
mod notices;
mod open;
mod opened_from;
mod overlays;
mod page;
mod paper;
mod record_item;
mod story;
mod table;
mod timeline;

use opened_from::opened_from;

pub use embed::{Embedded, Unopened};
pub use later::{heed_first_act, is_complete};
pub use notices::other_edition;
pub use page::Page;
