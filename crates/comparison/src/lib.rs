//! Two to four of a kind side by side, and what of them may be compared.
//!
//! Owns what can be compared, what each side states, on which scale, and what the
//! difference is made of. Uses the model, the query and the parts of time. No words,
//! no DOM.
//!
//! Invariants: what is compared is of one kind; figures stand on a common scale only
//! within one quantity; what does not add up is never added; a difference is told of
//! two figures that count nothing twice, or refused with a reason.

mod asked;
mod difference;
mod line;
mod made;
mod subject;

pub use asked::{By, Subjects};
pub use difference::{Difference, Told, Why};
pub use line::{Figure, Line, Unlike, as_stated};
pub use made::{Compared, Comparison, Row, compare};
pub use subject::{On, Subject, subjects};
