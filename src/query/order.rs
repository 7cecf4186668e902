//! The table's order.

use crate::dataset::{Dataset, RecordIx};
use crate::lang::Lang;
use crate::view::{Column, Sort};
use std::cmp::Ordering;

/// Puts records in order; equal ones stay in that of the source. What is not
/// stated comes last, whichever way.
pub fn sort(dataset: &Dataset, lang: Lang, order: Sort, records: &mut [RecordIx]) {
    let directed = |ordering: Ordering| {
        if order.descending {
            ordering.reverse()
        } else {
            ordering
        }
    };
    let source = |ix: &RecordIx| (dataset.record(*ix).sources.first(), *ix);
    match order.column {
        Column::Source => records.sort_by(|a, b| directed(source(a).cmp(&source(b)))),
        Column::Title => {
            let title = |ix: &RecordIx| dataset.record(*ix).title.get(lang);
            records.sort_by(|a, b| directed(title(a).cmp(title(b))));
        }
        Column::Value => {
            let first = |ix: &RecordIx| dataset.record(*ix).values.first();
            records.sort_by(|a, b| {
                stated_first(first(a), first(b), |a, b| {
                    a.unit
                        .cmp(&b.unit)
                        .then(directed(a.amount.total_cmp(&b.amount)))
                })
            });
        }
        Column::Time => {
            let days = |ix: &RecordIx| dataset.days(dataset.record(*ix).time.time);
            records.sort_by(|a, b| stated_first(days(a), days(b), |a, b| directed(a.cmp(b))));
        }
        Column::Place => {
            let places = |ix: &RecordIx| dataset.record(*ix).places.first().copied();
            records.sort_by(|a, b| stated_first(places(a), places(b), |a, b| directed(a.cmp(b))));
        }
        Column::Sector => {
            let name = |ix: &RecordIx| dataset.sector(dataset.record(*ix).sector).name.get(lang);
            records.sort_by(|a, b| directed(name(a).cmp(name(b))));
        }
    }
}

fn stated_first<T>(a: Option<T>, b: Option<T>, compare: impl Fn(&T, &T) -> Ordering) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => compare(&a, &b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}
