//! What the forms of marks and axis mean.

use super::span::{Look, Span};

/// What the forms of marks and axis mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// A fading end: not stated.
    Open,
    /// A capsule: known to the year.
    Year,
    /// A diamond: known to the month or the day.
    Moment,
    /// Hollow: still to come when the source was written.
    Planned,
    /// Lighter: only reaches into the chosen period.
    Reaches,
    /// The dotted line: the day of the source.
    Source,
    /// A broken band of the axis: folded years.
    Folded,
}

/// Those of a record's mark.
pub(super) fn signs_of(span: &Span) -> impl Iterator<Item = Sign> {
    let look = match span.look {
        Look::Bar => None,
        Look::Year => Some(Sign::Year),
        Look::Moment => Some(Sign::Moment),
    };
    let open = (span.open_start || span.open_end).then_some(Sign::Open);
    let planned = span.planned_after.map(|_| Sign::Planned);
    look.into_iter().chain(open).chain(planned)
}
