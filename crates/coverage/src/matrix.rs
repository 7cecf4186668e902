//! Records by two of their sides.

use crate::side::{Part, Side, of_place, parts, year};
use model::{Dataset, Record, RecordIx, Time};
use std::collections::BTreeMap;

/// Where a row and a column meet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The records of both, in the dataset's order.
    pub records: Vec<RecordIx>,
    /// How many of them state a figure.
    pub figures: usize,
}

/// Rows and columns, and what stands where they meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// The rows.
    pub rows: Vec<Part>,
    /// The columns.
    pub columns: Vec<Part>,
    cells: BTreeMap<(usize, usize), Cell>,
    nothing: Cell,
}

impl Matrix {
    /// What stands in a row and a column, by their positions.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        self.cells.get(&(row, column)).unwrap_or(&self.nothing)
    }

    /// The most records of a cell.
    #[must_use]
    pub fn most(&self) -> usize {
        let counts = self.cells.values().map(|cell| cell.records.len());
        counts.max().unwrap_or_default()
    }
}

/// The matrix of some records. One of several places stands in the row of each.
#[must_use]
pub fn matrix(dataset: &Dataset, records: &[RecordIx], rows: Side, columns: Side) -> Matrix {
    let all = (
        parts(dataset, records, rows),
        parts(dataset, records, columns),
    );
    let mut cells: BTreeMap<(usize, usize), Cell> = BTreeMap::new();
    for ix in records {
        let record = dataset.record(*ix);
        let columns = positions(dataset, record, columns, &all.1);
        for row in positions(dataset, record, rows, &all.0) {
            for column in &columns {
                let cell = cells.entry((row, *column)).or_default();
                // Of several places without rows it is one record of the rest.
                if cell.records.last() != Some(ix) {
                    cell.records.push(*ix);
                    cell.figures += usize::from(!record.values.is_empty());
                }
            }
        }
    }
    Matrix {
        rows: all.0,
        columns: all.1,
        cells,
        nothing: Cell::default(),
    }
}

/// Where a record stands among the parts of a side.
fn positions(dataset: &Dataset, record: &Record, side: Side, parts: &[Part]) -> Vec<usize> {
    let of = match side {
        Side::Place => of_place(dataset, record),
        Side::Sector => vec![Part::Sector(record.sector)],
        Side::Kind => vec![Part::Kind(record.kind)],
        Side::Time => return vec![of_time(dataset, record.time.time, parts)],
    };
    let rest = parts.iter().position(|part| *part == Part::Rest);
    let at = |part: &Part| parts.iter().position(|other| other == part).or(rest);
    of.iter().filter_map(at).collect()
}

fn of_time(dataset: &Dataset, time: Time, parts: &[Part]) -> usize {
    let year = year(dataset, time);
    let is_it = |part: &Part| match (*part, year) {
        (Part::Years(from, to), Some(year)) => (from..=to).contains(&year),
        (Part::NoTime, _) => time == Time::Unknown,
        (Part::Longer, None) => time != Time::Unknown,
        _ => false,
    };
    // The parts were made of the same records: there is one.
    parts.iter().position(is_it).unwrap_or_default()
}
