//! Years in which nothing begins or ends: they are drawn folded.

use super::span::span;
use model::{Dataset, Date, Days};

/// So many years in a row are worth folding,
const FEWEST: i32 = 4;
/// and only so large a part of the axis.
const PART: f64 = 0.2;

/// The first day of what is folded, and the first day after it.
pub type Fold = (Days, Days);

/// Of the whole dataset, so that filters do not move the axis.
#[must_use]
pub fn folds(dataset: &Dataset, (first, last): (Days, Days)) -> Vec<Fold> {
    let year = |day: Days| i32::from(Date::month_of(day).year());
    let (from, to) = (year(first), year(last));
    // Where a day lies is looked up, which is faster than the calendar.
    let starts: Vec<Days> = (from..=to).map_while(first_day).collect();
    let position = |day: Days| {
        starts
            .partition_point(|start| *start <= day)
            .saturating_sub(1)
    };
    let mut is_busy = vec![false; starts.len()];
    let mut mark = |day: Days| {
        if let Some(is_busy) = is_busy.get_mut(position(day)) {
            *is_busy = true;
        }
    };
    for span in dataset.record_indices().filter_map(|ix| span(dataset, ix)) {
        if !span.open_start {
            mark(span.first);
        }
        if !span.open_end {
            mark(span.last);
        }
    }
    let busy = (from..=to).zip(is_busy).filter(|(_, is_busy)| *is_busy);
    let ends = [from - 1, to + 1, year(dataset.as_of.last_day())];
    let busy = sorting::set(busy.map(|(year, _)| year).chain(ends));
    let all = f64::from(to - from + 1);
    let years: Vec<i32> = busy.into_iter().collect();
    years
        .windows(2)
        .filter_map(|pair| match pair {
            [before, after] => {
                let (start, end) = (before + 1, *after);
                let long = end - start;
                let worth = long >= FEWEST && f64::from(long) > PART * all;
                let inside = *before >= from && *after <= to;
                (worth && inside).then(|| Some((first_day(start)?, first_day(end)?)))?
            }
            _ => None,
        })
        .collect()
}

fn first_day(year: i32) -> Option<Days> {
    Date::parse(&format!("{year:04}")).map(Date::first_day)
}
