//! A dataset on its way between two programs of one build.
//!
//! Reading and checking a file takes much code, which a reader of the page would
//! wait for: the built-in dataset is read when the app is built, others in a
//! program of their own, and both hand over what came of it. The form is that of
//! one build and nowhere kept; what is to be kept is JSON.

use super::{Links, Loaded, RecordIx};

/// Packs something for the other program.
///
/// # Errors
/// When an amount is not a number, which the parser lets none be.
pub fn pack<T: borsh::BorshSerialize + ?Sized>(what: &T) -> std::io::Result<Vec<u8>> {
    borsh::to_vec(what)
}

/// What [`pack`] of the same build packed.
///
/// # Errors
/// When the bytes are of something else.
pub fn unpack<T: borsh::BorshDeserialize>(bytes: &[u8]) -> std::io::Result<T> {
    borsh::from_slice(bytes)
}

impl Loaded {
    /// Makes again what is not packed, since it follows from the rest.
    #[must_use]
    pub fn complete(mut self) -> Self {
        let dataset = &mut self.dataset;
        let ids = dataset.records.iter().enumerate();
        dataset.record_ids = ids
            .map(|(position, record)| (record.id.clone(), RecordIx::of(position)))
            .collect();
        dataset.links = Links::new(&dataset.records, &dataset.derived);
        self
    }
}
