//! What a reader sees, as one value, and its form in a link.

mod link;
mod state;

pub use link::{Decoded, Notice, decode, encode, requested_dataset};
pub use state::{Column, Control, Embed, Measure, Panel, Scheme, Sort, ViewState};
