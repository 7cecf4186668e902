//! Where statements stand in their sources.

use super::DocumentIx;

/// A place in a document.
#[derive(
    borsh::BorshDeserialize,
    borsh::BorshSerialize,
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
)]
pub struct Locator {
    /// The document.
    pub document: DocumentIx,
    /// The position of the section in the document.
    pub section: usize,
    /// The paragraph in the section, from 1.
    pub paragraph: u32,
}

/// One place or more: a sentence may begin in one paragraph and end in another,
/// and a fact may be stated twice.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Sources {
    first: Locator,
    others: Vec<Locator>,
}

impl Sources {
    /// The places, in order; `None` of an empty list.
    #[must_use]
    pub fn new(places: Vec<Locator>) -> Option<Self> {
        let mut places = places.into_iter();
        Some(Self {
            first: places.next()?,
            others: places.collect(),
        })
    }

    /// The first place.
    #[must_use]
    pub const fn first(&self) -> Locator {
        self.first
    }

    /// Every place, in order.
    pub fn iter(&self) -> impl Iterator<Item = Locator> + '_ {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }
}
