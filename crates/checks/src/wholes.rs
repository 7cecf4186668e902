//! Parts that come to more than what they are parts of.

use crate::{Check, Kind};
use model::{Dataset, Qualifier, RecordIx, Target, Value};
use query::{Counted, disjoint_total};

/// How much more a rounded figure may come to: "about" is not to the digit.
const ROUNDED: f64 = 1.05;
/// Digits that a float does not hold.
const EXACT: f64 = 1.0 + 1e-9;

pub fn find(dataset: &Dataset) -> Vec<Check> {
    let wholes = dataset.record_indices().zip(&dataset.records);
    wholes
        .flat_map(|(ix, record)| {
            let parts = dataset.links().parts(Target::Record(ix));
            let parts: Vec<RecordIx> = parts.filter_map(record_of).collect();
            let values = record.values.iter();
            values
                .filter(|_| !parts.is_empty())
                .filter_map(|whole| above(dataset, ix, whole, &parts))
                .collect::<Vec<_>>()
        })
        .collect()
}

const fn record_of(target: Target) -> Option<RecordIx> {
    match target {
        Target::Record(ix) => Some(ix),
        Target::Derived(_) => None,
    }
}

/// Whether it may be less than its number.
const fn is_bound_above(value: &Value) -> bool {
    matches!(
        value.qualifier,
        Qualifier::UpTo | Qualifier::Nearly | Qualifier::Expected
    )
}

/// Whether it may be more.
const fn is_bound_below(value: &Value) -> bool {
    matches!(
        value.qualifier,
        Qualifier::Over | Qualifier::AtLeast | Qualifier::Expected
    )
}

fn above(dataset: &Dataset, ix: RecordIx, whole: &Value, parts: &[RecordIx]) -> Option<Check> {
    if is_bound_below(whole) || !dataset.indicator(whole.of.indicator).adds || whole.amount <= 0.0 {
        return None;
    }
    let mut is_rounded = whole.qualifier != Qualifier::Exact;
    let mut counted = Vec::new();
    for part in parts {
        for (position, value) in dataset.record(*part).values.iter().enumerate() {
            // Labelled ones count something of their own.
            if value.of == whole.of && value.label == whole.label && !is_bound_above(value) {
                is_rounded |= value.qualifier != Qualifier::Exact;
                counted.push(Counted {
                    record: *part,
                    value: position,
                    amount: value.amount,
                    expected: false,
                });
            }
        }
    }
    let total = disjoint_total(dataset, counted);
    let most = if is_rounded { ROUNDED } else { EXACT };
    if total.amount <= whole.amount * most {
        return None;
    }
    let parts = total.counted.iter().map(|counted| counted.record);
    Some(Check {
        kind: Kind::AboveWhole {
            of: whole.of,
            parts: total.amount,
            whole: whole.amount,
        },
        records: std::iter::once(ix).chain(parts).collect(),
    })
}
