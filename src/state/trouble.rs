//! What went wrong on the way to the dataset that is shown.

use model::{Problem, Refusal};
use reader::Read;

/// What went wrong on the way to the dataset that is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trouble {
    /// The file that the link asks for, and why it is not shown.
    pub refused: Option<(String, Refusal)>,
    /// What of the dataset was left out.
    pub left_out: Vec<Problem>,
    /// The file's name and as what it was read, where it is of another kind.
    pub read: Option<(&'static str, &'static Read)>,
}
