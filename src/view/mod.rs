//! What a reader sees, as one value, and its form in a link.

mod encode;
mod foreign;
mod history;
mod link;
mod merge;
mod parameters;
mod shorten;
mod state;
mod strokes;

pub use encode::encode;
pub use history::{Entry, Move, step};
pub use link::{Decoded, Notice, decode, refused_dataset, requested_dataset, requested_form};
pub use merge::replaced;
pub use parameters::split_fragment;
pub use shorten::{LeftOut, shorten};
pub use state::{Column, Control, Embed, Measure, Panel, Scheme, Sort, ViewState};
pub use strokes::{ALONE, Stroke, Strokes, command_key};
