//! Files to datasets, and datasets to files.
//!
//! Owns what is asked of the second program and what it answers: reading a file
//! that is not built in, and writing one to take away, take code that the first
//! screen does not need and time that a page should not stand still for. May use
//! every room but the charts. No DOM.
//!
//! Both sides are of one build, so what passes between them is packed
//! (`model::pack`) and kept nowhere.

mod cite;
mod open;
mod said;
mod take;

pub use cite::{Quote, quote};
pub use import::Encodings;
pub use open::{Given, Opened, Sent, Unread, open};
pub use said::{Head, Read, Table, Told};
pub use take::{Asked, Taken, take};

use borsh::{BorshDeserialize, BorshSerialize};

/// What is asked of a dataset's text.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug)]
pub enum Question {
    /// A file to take away; the answer is a [`Taken`].
    Take(Asked),
    /// A citation; the answer is a [`formats::Citation`].
    Quote(Quote),
}
