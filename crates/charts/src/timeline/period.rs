//! Between pixels' times and periods of whole months.

use super::folds::folds;
use model::{Dataset, Date, Days, FIRST_DAY, LAST_DAY};
use query::Period;

/// Milliseconds since 1970, ECharts' measure of time.
pub(super) fn milliseconds(days: Days) -> i64 {
    i64::from(days) * 86_400_000
}

/// A day of milliseconds since 1970, from the year 1 to 9999.
fn day(milliseconds: f64) -> Days {
    ((milliseconds / 86_400_000.0).floor() as Days).clamp(FIRST_DAY, LAST_DAY)
}

/// The period of a brushed range, by whole months.
///
/// `from` and `to` are milliseconds since 1970, as ECharts gives them. A hand
/// is not exact to the day: each end goes to the nearer end of its month, so
/// that a brush that begins at the tick 2018 begins in 2018. Within folded years
/// a pixel is a year or more: an end there goes to the nearer end of its year.
#[must_use]
pub fn brushed(dataset: &Dataset, from: f64, to: f64) -> Option<Period> {
    let folds = folds(dataset, axis(dataset));
    let whole = |at: Days| {
        let is_folded = folds.iter().any(|(start, end)| (start..end).contains(&&at));
        let year = Date::parse(&format!("{:04}", Date::month_of(at).year()));
        match year.filter(|_| is_folded) {
            Some(year) if at - year.first_day() > year.last_day() - at => year.last_day() + 1,
            Some(year) => year.first_day(),
            None => at,
        }
    };
    let (first, last) = (whole(day(from.min(to))), whole(day(from.max(to))));
    let is_late = |at: Days| {
        let month = Date::month_of(at);
        at - month.first_day() > month.last_day() - at
    };
    let mut from = Date::month_of(first);
    if is_late(first) {
        from = Date::month_of(from.last_day() + 1);
    }
    let mut to = Date::month_of(last);
    if !is_late(last) {
        to = Date::month_of(to.first_day() - 1);
    }
    if from <= to {
        return Period::new(Some(from), Some(to));
    }
    // Less than a month: the one in which its middle lies.
    let month = Date::month_of(first + (last - first) / 2);
    Period::new(Some(month), Some(month))
}

/// The range of a period, as [`brushed`] takes it; a side that is open reaches
/// to the end of the axis. None for all times.
#[must_use]
pub fn brush(dataset: &Dataset, period: Period) -> Option<(f64, f64)> {
    let (first, last) = axis(dataset);
    let ms = |days: Days| milliseconds(days) as f64;
    (!period.is_all()).then(|| {
        (
            ms(period.from().map_or(first, Date::first_day)),
            ms(period.to().map_or(last, |date| date.last_day() + 1)),
        )
    })
}

/// The first and last month of a visible part of the axis, given in
/// milliseconds since 1970; none where that is the whole axis.
#[must_use]
pub fn visible_months(dataset: &Dataset, from: f64, to: f64) -> Option<(Date, Date)> {
    let (first, last) = axis(dataset);
    let (from, to) = (day(from), day(to));
    (from > first || to < last).then(|| (Date::month_of(from), Date::month_of(to)))
}

/// The first and last day of the axis: a little more than the records, on each
/// side.
pub(super) fn axis(dataset: &Dataset) -> (Days, Days) {
    let (first, last) = dataset.extent();
    let more = ((last - first) / 80).max(5);
    (first - more, last + 1 + more)
}
