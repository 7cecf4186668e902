//! Which rows there are: one a record, in lanes by sector.

use super::Room;
use super::span::{Span, span};
use model::{Dataset, Quantity, RecordIx, SectorIx};
use sorting::Arrange as _;
use std::collections::{BTreeMap, BTreeSet};

/// More rows than these are folded away, lane by lane.
const ROWS: usize = 90;
const ROWS_COMPACT: usize = 36;
const ROWS_TIGHT: usize = 32;
/// A lane keeps so many at least.
const FEWEST: usize = 3;

/// How many rows there may be.
#[derive(Clone, Copy, Debug)]
pub struct Most {
    /// In all.
    rows: usize,
    /// Of a lane, however many lanes there are.
    fewest: usize,
    /// Whether the rows that fold others away are among them.
    with_folds: bool,
}

impl Most {
    /// As many as there is room for.
    pub const fn of(compact: bool, room: Room) -> Self {
        let (rows, fewest, with_folds) = match (compact, room) {
            (true, _) => (ROWS_COMPACT, FEWEST, false),
            (false, Room::Tight) => (ROWS_TIGHT, 1, true),
            (false, _) => (ROWS, FEWEST, false),
        };
        Self {
            rows,
            fewest,
            with_folds,
        }
    }
}

/// A row of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A record.
    Record(RecordIx, Span),
    /// So many more of the sector's records, folded away.
    More(SectorIx, usize),
    /// What the sector's rows can be folded away by again.
    Fewer(SectorIx),
}

/// The rows of a sector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The sector.
    pub sector: SectorIx,
    /// In the order of time.
    pub rows: Vec<Row>,
}

/// The lanes of the records that have a time, and the records that have none.
/// Where all rows would be too many, each lane shows those with the weightiest
/// figures; `open` ones show all.
#[must_use]
pub fn lanes(
    dataset: &Dataset,
    records: &[RecordIx],
    open: &BTreeSet<SectorIx>,
    most: Most,
) -> (Vec<Lane>, Vec<RecordIx>) {
    let mut of_sector: BTreeMap<SectorIx, Vec<(RecordIx, Span)>> = BTreeMap::new();
    let mut undated = Vec::new();
    for ix in records {
        let Some(span) = span(dataset, *ix) else {
            undated.push(*ix);
            continue;
        };
        let sector = dataset.record(*ix).sector;
        of_sector.entry(sector).or_default().push((*ix, span));
    }
    let lengths: Vec<usize> = of_sector.values().map(Vec::len).collect();
    let folds = if most.with_folds { lengths.len() } else { 0 };
    let most = largest(&lengths, most.rows.saturating_sub(folds)).max(most.fewest);
    let lanes = of_sector
        .into_iter()
        .map(|(sector, mut timed)| {
            let hidden = timed.len().saturating_sub(most);
            let is_open = open.contains(&sector);
            // To fold one row away would win nothing.
            let folds = hidden > 1;
            if folds && !is_open {
                let all: Vec<RecordIx> = timed.iter().map(|(ix, _)| *ix).collect();
                let weightiest = weightiest(dataset, &all, most);
                timed.retain(|(ix, _)| weightiest.contains(ix));
            }
            timed.arrange_by_key(|(ix, span)| (span.first, span.last, *ix));
            let mut rows: Vec<Row> = timed
                .into_iter()
                .map(|(ix, span)| Row::Record(ix, span))
                .collect();
            if folds {
                rows.push(if is_open {
                    Row::Fewer(sector)
                } else {
                    Row::More(sector, hidden)
                });
            }
            Lane { sector, rows }
        })
        .collect();
    (lanes, undated)
}

/// Leaves so many records in all: those with the weightiest figures.
pub fn thin(dataset: &Dataset, lanes: &mut Vec<Lane>, most: usize) {
    let record = |row: &Row| match row {
        Row::Record(ix, _) => Some(*ix),
        Row::More(..) | Row::Fewer(_) => None,
    };
    let all = lanes.iter().flat_map(|lane| &lane.rows);
    let all: Vec<RecordIx> = all.filter_map(record).collect();
    let kept = weightiest(dataset, &all, most);
    for lane in lanes.iter_mut() {
        lane.rows
            .retain(|row| record(row).is_some_and(|ix| kept.contains(&ix)));
    }
    lanes.retain(|lane| !lane.rows.is_empty());
}

/// The largest number that each may have, so that all have room.
pub(super) fn largest(lengths: &[usize], room: usize) -> usize {
    let sum = |most: usize| lengths.iter().map(|n| n.min(&most)).sum::<usize>();
    let longest = lengths.iter().copied().max().unwrap_or(0);
    (0..=longest)
        .rev()
        .find(|most| sum(*most) <= room)
        .unwrap_or(0)
}

/// The records with the largest figures, each by those of its own quantity:
/// figures of different quantities are not compared.
pub(super) fn weightiest(
    dataset: &Dataset,
    records: &[RecordIx],
    count: usize,
) -> BTreeSet<RecordIx> {
    let mut of: BTreeMap<Quantity, Vec<(f64, RecordIx)>> = BTreeMap::new();
    for ix in records {
        if let Some(value) = dataset.record(*ix).values.first() {
            of.entry(value.of)
                .or_default()
                .push((value.amount.abs(), *ix));
        }
    }
    let mut ranked: Vec<(usize, RecordIx)> = Vec::new();
    for amounts in of.values_mut() {
        amounts.arrange_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        // Of one quantity no more can be among them.
        ranked.extend(
            amounts
                .iter()
                .take(count)
                .enumerate()
                .map(|(rank, (_, ix))| (rank, *ix)),
        );
    }
    ranked.arrange();
    let without = records.iter().copied();
    let ranked = ranked.into_iter().map(|(_, ix)| ix);
    let mut chosen = BTreeSet::new();
    for ix in ranked.chain(without) {
        if chosen.len() >= count {
            break;
        }
        chosen.insert(ix);
    }
    chosen
}
