//! What went wrong on the way to the dataset that is shown.

use model::{Problem, Refusal};

/// What went wrong on the way to the dataset that is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trouble {
    /// The file that the link asks for, and why it is not shown.
    pub refused: Option<(String, Refusal)>,
    /// What of the dataset was left out.
    pub left_out: Vec<Problem>,
}
