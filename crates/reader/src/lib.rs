//! Files to datasets, and datasets to files.
//!
//! Owns what is asked of the second program and what it answers: reading a file
//! that is not built in, and writing one to take away, take code that the first
//! screen does not need and time that a page should not stand still for. May use
//! every room but the charts. No DOM.
//!
//! Both sides are of one build, so what passes between them is packed
//! (`model::Loaded::pack`) and kept nowhere.

mod open;
mod said;
mod take;

pub use open::{Opened, Unread, open};
pub use said::{Head, Read, Table, Told};
pub use take::{Asked, Taken, take};

/// What was packed by the other side.
///
/// # Errors
/// When the bytes are of something else: the two programs are not of one build.
pub fn unpack<T: borsh::BorshDeserialize>(bytes: &[u8]) -> std::io::Result<T> {
    borsh::from_slice(bytes)
}

/// Packs something for the other side.
///
/// # Errors
/// When an amount is not a number, which no parser lets be.
pub fn pack<T: borsh::BorshSerialize>(what: &T) -> std::io::Result<Vec<u8>> {
    borsh::to_vec(what)
}
