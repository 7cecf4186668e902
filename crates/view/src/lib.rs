//! What a reader sees, as one value, and its form in a link.
//!
//! Owns [`ViewState`], the reading and writing of links, what a change does to
//! the history, and key strokes. Uses the model for ids and the query for
//! filters. Knows no words and no DOM.
//!
//! Invariants: [`decode`] never fails, it leaves out and says so; what
//! [`encode`] writes decodes to the same view.

mod compared;
mod data;
mod encode;
mod focus;
mod foreign;
mod history;
mod labels;
mod link;
mod merge;
mod parameters;
mod protocol;
mod shorten;
mod state;
mod strokes;
mod telling;

pub use compared::{by_words, subject_word, subjects_words};
pub use data::{Data, Origin};
pub use encode::{encode, focus_words};
pub use focus::{Focus, FocusOn};
pub use history::{Entry, Move, step};
pub use labels::{Figure, Label, On, labels, labels_word};
pub use link::{Decoded, Name, Notice, decode, refused_data, requested_form, requested_origin};
pub use merge::replaced;
pub use parameters::split_fragment;
pub use protocol::{Message, PROTOCOL};
pub use shorten::{LeftOut, shorten};
pub use state::{Control, Embed, Panel, Scheme, ViewState};
pub use strokes::{ALONE, Stroke, Strokes, command_key};
pub use telling::{Telling, own_story, own_story_id, showing, step_of};
