//! Components that are told everything: props in, callbacks out.
//!
//! Owns how a thing looks and behaves that the page has more than once, each
//! beside its style sheet (`select.rs`, `select.css`). Uses `browser`, and of
//! the core the words and the types that it is told; no store.
//!
//! - A component changes nothing but itself: what the reader did is a callback.
//! - The language comes as a prop, for words that a component brings along.
//! - What changes is a prop. An attribute that a caller adds from outside
//!   (`attr:`) stands still: Leptos, which erases types here, keeps its effect
//!   when a list is made anew, and that would read what is no longer there.

mod beside;
mod button;
mod chart;
mod check;
mod chip;
mod copy;
mod dialog;
mod facets;
mod failure;
mod field;
mod figures;
mod fold;
mod more;
mod opener;
mod panel_head;
mod record_link;
mod record_row;
mod scheme_select;
mod select;
mod sort_head;
mod tab;
mod words;
mod zoom;

pub use beside::Beside;
pub use button::Button;
pub use chart::{Chart, Handle, Picture};
pub use check::Check;
pub use chip::Chip;
pub use copy::Copy;
pub use dialog::Dialog;
pub use facets::{Facet, Facets, Found};
pub use failure::Failure;
pub use field::Field;
pub use figures::Figures;
pub use fold::Fold;
pub use more::More;
pub use panel_head::PanelHead;
pub use record_link::RecordLink;
pub use record_row::RecordRow;
pub use scheme_select::SchemeSelect;
pub use select::{Choice, Select};
pub use sort_head::SortHead;
pub use tab::Tab;
pub use words::{Line, Prose, Spoken, Words, phrase};
pub use zoom::Zoom;
