//! What a reader sees, as one value, and its form in a link.

mod encode;
mod foreign;
mod history;
mod link;
mod parameters;
mod state;

pub use encode::encode;
pub use history::{Entry, Move, step};
pub use link::{Decoded, Notice, decode, requested_dataset};
pub use parameters::split_fragment;
pub use state::{Column, Control, Embed, Measure, Panel, Scheme, Sort, ViewState};
