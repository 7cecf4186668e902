//! Of when a dataset is whose file does not say so.

use crate::report::{FindingKind, Findings, Where};
use model::Date;

/// The last date in the file: after an earlier one, what the file states would be
/// shown as planned, which it does not say. Where that lies ahead of the day on which
/// the file is read, or nothing in it is dated, that day: later dates are plans.
/// The guess is in the report.
pub fn as_of(latest: Option<Date>, read_on: Date, findings: &mut Findings) -> String {
    let (date, kind): (_, fn(String) -> _) = match latest {
        Some(date) if date.first_day() <= read_on.last_day() => (date, FindingKind::DateOfFile),
        Some(_) => (read_on, FindingKind::DateOfReading),
        None => (read_on, FindingKind::DateUnknown),
    };
    let date = date.to_string();
    findings.add(kind(date.clone()), Where::default());
    date
}
