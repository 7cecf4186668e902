//! Records by two of their sides.

use crate::side::{Part, Side, Sides, of_place, of_time, parts};
use model::{Dataset, Record, RecordIx};

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
    /// Row by row.
    cells: Vec<Cell>,
}

impl Matrix {
    /// The cells of a row, by its position.
    #[must_use]
    pub fn row(&self, row: usize) -> &[Cell] {
        let width = self.columns.len();
        self.cells
            .get(row * width..(row + 1) * width)
            .unwrap_or_default()
    }

    /// The cell of two parts, if they are there.
    #[must_use]
    pub fn cell(&self, row: Part, column: Part) -> Option<&Cell> {
        let row = self.rows.iter().position(|part| *part == row)?;
        let column = self.columns.iter().position(|part| *part == column)?;
        self.row(row).get(column)
    }

    /// The most records of a cell.
    #[must_use]
    pub fn most(&self) -> usize {
        let counts = self.cells.iter().map(|cell| cell.records.len());
        counts.max().unwrap_or_default()
    }
}

/// The matrix of some records. One of several places stands in the row of each.
#[must_use]
pub fn matrix(dataset: &Dataset, records: &[RecordIx], sides: Sides) -> Matrix {
    let (rows, columns) = (
        parts(dataset, records, sides.rows()),
        parts(dataset, records, sides.columns()),
    );
    let mut cells = vec![Cell::default(); rows.len() * columns.len()];
    for ix in records {
        let record = dataset.record(*ix);
        let across = positions(dataset, record, sides.columns(), &columns);
        for row in positions(dataset, record, sides.rows(), &rows) {
            for column in &across {
                let cell = cells.get_mut(row * columns.len() + column);
                // Of several places without rows it is one record of the rest.
                if let Some(cell) = cell.filter(|cell| cell.records.last() != Some(ix)) {
                    cell.records.push(*ix);
                    cell.figures += usize::from(!record.values.is_empty());
                }
            }
        }
    }
    Matrix {
        rows,
        columns,
        cells,
    }
}

/// Where a record stands among the parts of a side.
fn positions(dataset: &Dataset, record: &Record, side: Side, parts: &[Part]) -> Vec<usize> {
    let of = match side {
        Side::Place => of_place(dataset, record),
        Side::Sector => vec![Part::Sector(record.sector)],
        Side::Kind => vec![Part::Kind(record.kind)],
        Side::Time => vec![of_time(dataset, record.time.time, parts)],
    };
    let rest = parts.iter().position(|part| *part == Part::Rest);
    let at = |part: &Part| parts.iter().position(|other| other == part).or(rest);
    of.iter().filter_map(at).collect()
}
