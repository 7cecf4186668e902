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
    /// The edition that the link asks for, where the file at its address is another one
    /// or none that has a name; and that one's name.
    pub other_edition: Option<(String, Option<&'static str>)>,
    /// The file's name and as what it was read, where it is of another kind.
    pub read: Option<(&'static str, &'static Read)>,
}
