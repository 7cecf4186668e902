//! What is not counted, since it is of more than the period.

use super::{Measure, values_of};
use model::{Chart, Dataset, Quantity, RecordIx};

/// What a record that only reaches into the period would have counted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beyond {
    /// The record.
    pub record: RecordIx,
    /// The position of the figure in it; none where records are counted.
    pub figure: Option<usize>,
}

impl Beyond {
    /// What a measure leaves out of records that only reach into the period.
    #[must_use]
    pub fn of_measure(dataset: &Dataset, reaching: &[RecordIx], measure: Measure) -> Vec<Self> {
        match measure.takes(dataset) {
            Some(of) => figures(dataset, reaching, &[of]),
            None => reaching
                .iter()
                .map(|record| Self {
                    record: *record,
                    figure: None,
                })
                .collect(),
        }
    }

    /// What a chart leaves out of them.
    #[must_use]
    pub fn of_chart(dataset: &Dataset, reaching: &[RecordIx], chart: &Chart) -> Vec<Self> {
        let asked = |ix: &RecordIx| {
            chart.kinds.is_empty() || chart.kinds.contains(&dataset.record(*ix).kind)
        };
        let records: Vec<RecordIx> = reaching.iter().copied().filter(asked).collect();
        let quantities: Vec<Quantity> = chart.values.iter().map(|value| value.of).collect();
        figures(dataset, &records, &quantities)
    }
}

fn figures(dataset: &Dataset, records: &[RecordIx], quantities: &[Quantity]) -> Vec<Beyond> {
    let of = |quantity: &Quantity| values_of(dataset, records, *quantity);
    let counted = quantities.iter().flat_map(of);
    counted
        .map(|counted| Beyond {
            record: counted.record,
            figure: Some(counted.value),
        })
        .collect()
}
