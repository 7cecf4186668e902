//! Where statements come from.

use crate::{CopyState, Text};

/// A source document.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Document {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: Text,
    /// Who published it.
    pub publisher: Text,
    /// When, as far as that is known.
    pub published: Text,
    /// Its language, as a BCP 47 tag.
    pub language: Option<String>,
    /// Its own heading, in its language, by which it can be found.
    pub heading: Option<String>,
    /// Where it can be read; it begins with https.
    pub url: Option<String>,
    /// The state of the copy that was used.
    pub copy: CopyState,
    /// Remarks on the copy.
    pub note: Option<Text>,
    /// Its sections, in the order that was meant.
    pub sections: Vec<Section>,
}

/// A section of a document.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Section {
    /// Its id.
    pub id: String,
    /// A neutral name.
    pub title: Text,
    /// The same in a word or two, where it has such a name.
    pub short: Option<Text>,
    /// Its own heading, in the document's language.
    pub heading: Option<String>,
    /// How many paragraphs it has.
    pub paragraphs: u32,
}

/// What the page says of this source.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, Default)]
pub struct Notes {
    /// Whose account the figures are, in a few words.
    pub account: Option<Text>,
    /// What is to be known of the source.
    pub source: Option<Text>,
    /// How records were made from it.
    pub records: Option<Text>,
}
