//! Records in the order of time, as a list: those of one stated time together.

use super::span::{Span, span};
use model::{Dataset, RecordIx, Time};
use sorting::Arrange as _;

/// A stated time and its records.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The time, as it is stated.
    pub time: Time,
    /// How it is drawn.
    pub span: Span,
    /// The records, in the dataset's order.
    pub records: Vec<RecordIx>,
}

/// The first `most` records that state a time, and how many do in all.
#[must_use]
pub fn moments(dataset: &Dataset, records: &[RecordIx], most: usize) -> (Vec<Moment>, usize) {
    let mut timed: Vec<(Span, RecordIx)> = records
        .iter()
        .filter_map(|ix| Some((span(dataset, *ix)?, *ix)))
        .collect();
    timed.arrange_by_key(|(span, ix)| (span.first, span.last, *ix));
    let count = timed.len();
    let mut moments: Vec<Moment> = Vec::new();
    for (span, ix) in timed.into_iter().take(most) {
        let time = dataset.record(ix).time.time;
        match moments.last_mut().filter(|moment| moment.time == time) {
            Some(moment) => moment.records.push(ix),
            None => moments.push(Moment {
                time,
                span,
                records: vec![ix],
            }),
        }
    }
    (moments, count)
}
