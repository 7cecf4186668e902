//! Stories: views of a programme, told one after the other.

use crate::Text;

/// A tour through views of the programme.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Story {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its steps, one at least.
    pub steps: Vec<Step>,
}

/// A step of a story: a view and what is said of it.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Step {
    /// What it says, in a line.
    pub title: Text,
    /// The same in some sentences; an empty line parts paragraphs.
    pub text: Option<Text>,
    /// What is shown, as a link's query. What that means `view::decode` knows.
    pub view: String,
}
