//! How many records there are at a time.

use super::unit::Unit;
use model::{Dataset, Days, RecordIx};

/// More counts than these would be narrower than a pixel.
const MOST: i32 = 240;

/// From a day to the one before another, and how many records are in it: of
/// all, and of those that are selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The first day.
    pub from: Days,
    /// The first day after it.
    pub to: Days,
    /// Of all records.
    pub all: i32,
    /// Of the selected ones.
    pub selected: i32,
}

/// The counts of an axis by years, months or days, whichever there are not too
/// many of. A record without a stated end counts until the day of the source,
/// one without a stated start at its end alone, as they do in periods.
#[must_use]
pub fn density(dataset: &Dataset, selected: &[RecordIx]) -> Vec<Count> {
    let (first, last) = dataset.extent();
    let length = |unit: Unit| unit.index(last) - unit.index(first) + 1;
    let unit = [Unit::Day, Unit::Month]
        .into_iter()
        .find(|unit| length(*unit) <= MOST / 2)
        .unwrap_or(Unit::Year);
    let step = (length(unit) + MOST - 1) / MOST;
    let low = unit.index(first);
    let bins = ((length(unit) + step - 1) / step) as usize;
    let starts: Vec<Days> = (0..bins)
        .map(|bin| unit.first_day(low + bin as i32 * step))
        .collect();
    // Where a day lies is looked up, which is faster than the calendar.
    let bin = |day: Days| {
        starts
            .partition_point(|start| *start <= day)
            .saturating_sub(1)
    };
    // What begins and what is over, whose sums are the counts.
    let counts = |records: &mut dyn Iterator<Item = RecordIx>| {
        let mut turns = vec![0; bins + 1];
        for ix in records {
            if let Some((from, to)) = dataset.days(dataset.record(ix).time.time) {
                turns[bin(from)] += 1;
                turns[bin(to) + 1] -= 1;
            }
        }
        turns
            .into_iter()
            .scan(0, |sum, turn| {
                *sum += turn;
                Some(*sum)
            })
            .collect::<Vec<i32>>()
    };
    let all = counts(&mut dataset.record_indices());
    let some = if selected.len() == dataset.records.len() {
        all.clone()
    } else {
        counts(&mut selected.iter().copied())
    };
    (0..bins)
        .map(|bin| Count {
            from: starts[bin],
            to: unit.first_day(low + (bin as i32 + 1) * step),
            all: all[bin],
            selected: some[bin],
        })
        .collect()
}
