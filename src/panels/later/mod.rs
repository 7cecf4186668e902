//! What comes after the program's first file, in files of its own.
//!
//! The program is cut after it was linked: what only the functions in `parts` use is not
//! in its first file, and is fetched when one of them is called. Until it has come its
//! place says that it is busy; where it does not come, it can be asked for again.

mod focus;
mod interest;
mod parts;
mod place;

pub use focus::focus_in;
pub use interest::{come_when, heed_first_act, is_complete};
pub use parts::*;
