//! The columns of a table as a reader sees them, to say what they are.

use super::{columns, table::Table};
use crate::mapping::{Column, Delimiter, Field, Mapping};
use crate::report::Findings;

/// How many cells of a column are shown.
const SAMPLES: usize = 3;

/// The columns of a table, and what they are taken for.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq)]
pub struct Columns {
    /// What parts the cells.
    pub delimiter: Delimiter,
    /// Which line that is not empty has the heads, where the mapping says so.
    pub head: Option<u32>,
    /// The line of the heads in the file, from 1.
    pub head_line: u64,
    /// How many rows there are below the heads.
    pub rows: usize,
    /// All columns, in their order.
    pub columns: Vec<Shown>,
}

/// A column as it is shown.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq)]
pub struct Shown {
    /// Its head.
    pub head: String,
    /// Its position, what it is taken for and, where its head or the mapping says
    /// so, the currency of its amounts: what a mapping holds of it.
    pub column: Column,
    /// The first cells that hold something.
    pub samples: Vec<String>,
}

impl Columns {
    /// A mapping that says all that is taken so, to be changed and kept.
    #[must_use]
    pub fn mapping(&self) -> Mapping {
        Mapping {
            delimiter: Some(self.delimiter),
            head: self.head,
            columns: self
                .columns
                .iter()
                .map(|shown| shown.column.clone())
                .collect(),
        }
    }
}

/// The columns of a table.
pub(crate) fn of_table(table: &Table, how: &Mapping) -> Columns {
    let found = columns::find(table, how, &mut Findings::default());
    let columns = (1..)
        .zip(table.heads.iter().enumerate())
        .map(|(position, (at, head))| {
            let known = found.iter().find(|column| column.at == at);
            let cells = table.rows.iter().map(|row| row.cell(at));
            let samples = cells.filter(|cell| !cell.is_empty()).take(SAMPLES);
            Shown {
                head: head.clone(),
                column: Column {
                    position,
                    field: known.map_or(Field::Ignored, |column| column.field),
                    currency: known.and_then(|column| column.currency.clone()),
                },
                samples: samples
                    .map(|cell| cell.chars().take(60).collect())
                    .collect(),
            }
        });
    Columns {
        delimiter: table.delimiter,
        head: how.head,
        head_line: table.head_line,
        rows: table.rows.len(),
        columns: columns.collect(),
    }
}
