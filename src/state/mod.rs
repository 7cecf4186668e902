//! The one state of the page, from which everything on screen follows.
//!
//! Owns the view and the address that says it, the selection that follows from
//! it, what the reader points at, what lies over the page, what could not be
//! used of link or dataset, and the outlines of the maps. Uses `browser` for
//! what the window knows, and the crates of the core; no component.
//!
//! - What is in the link is in the view, and nowhere else.
//! - Nobody sets a field: the store changes by its methods, each of which says
//!   what the reader did, and is read through signals that cannot be written.
//! - Each change of the view reaches the address in the same call.

mod address;
mod behind;
mod changes;
mod editions;
mod geometry;
mod hover;
mod language;
mod neighbours;
mod opening;
mod overlay;
mod own_story;
mod read;
mod store;
mod subject;
mod trouble;

pub use address::{query, relative};
pub use editions::Editions;
pub use geometry::{Geometry, Missing};
pub use language::browser_language;
pub use neighbours::Neighbours;
pub use opening::{Given, Opening, Shown, Stage};
pub use overlay::Overlay;
pub use own_story::{Draft, Written, is_in_link, unpack};
pub use store::Store;
pub use subject::Subject;
pub use trouble::Trouble;
