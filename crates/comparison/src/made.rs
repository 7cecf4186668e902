//! Sides, rows and scales.

use crate::difference::{Difference, Told, difference};
use crate::line::{self, Line, Stated, Unlike};
use crate::{By, On, Subject, Subjects};
use coverage::{Times, times};
use model::{Dataset, Operand, Quantity, RecordIx, UnitIx};
use query::{Filter, Index};
use sorting::Arrange as _;
use std::collections::BTreeMap;

/// A side with its records.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// What stands there.
    pub subject: Subject,
    /// The records that lie within its period: what counts.
    pub records: Vec<RecordIx>,
    /// How many only reach into the period.
    pub reaching: usize,
    /// How many lie in no period, as their time is not stated.
    pub untimed: usize,
}

impl Compared {
    /// Each side of what is asked for, within the filter.
    #[must_use]
    pub fn sides(index: &Index, filter: &Filter, subjects: &Subjects) -> Vec<Self> {
        let side = |subject: &Subject| {
            let selection = index.selection(&subject.alone(filter));
            Self {
                subject: *subject,
                records: selection.within().to_vec(),
                reaching: selection.reaching().len(),
                untimed: selection.untimed().len(),
            }
        };
        subjects.all().iter().map(side).collect()
    }
}

/// What the sides state of one quantity, on one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The quantity.
    pub of: Quantity,
    /// As what its figures are shown.
    pub by: By,
    /// The figures of each side, in the order of the sides.
    pub cells: Vec<Vec<Line>>,
    /// What shares are of, where they are asked for and something is.
    pub whole: Option<Operand>,
    /// The largest amount that is shown, without its sign: the end of the scale.
    pub most: f64,
    /// What lies between the first side and each other one.
    pub differences: Vec<Difference>,
}

impl Row {
    /// Whether two sides or more have something on the scale.
    #[must_use]
    pub fn is_common(&self) -> bool {
        let is_drawn = |line: &Line| match line.figure {
            Ok(_) => true,
            Err(why) => why == Unlike::Expected && self.by == By::Amount,
        };
        let drawn = self.cells.iter().filter(|cell| cell.iter().any(is_drawn));
        drawn.count() > 1
    }
}

/// Sides, and what they state.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The sides.
    pub sides: Vec<Compared>,
    /// How many records stand on more than one side.
    pub shared: usize,
    /// When: the records of each side in the parts of time that all have together.
    pub times: Times,
    /// The rows: what two sides state first, and of those what may be added.
    pub rows: Vec<Row>,
    /// The units in which some figure's record counts something beside it.
    pub per: Vec<UnitIx>,
}

/// Puts sides beside each other.
#[must_use]
pub fn compare(dataset: &Dataset, sides: Vec<Compared>, by: By) -> Comparison {
    let lists: Vec<&[RecordIx]> = sides.iter().map(|side| side.records.as_slice()).collect();
    let all = sorting::set(lists.iter().flat_map(|list| list.iter().copied()));
    let in_several = |ix: &&RecordIx| {
        let on = lists.iter().filter(|list| list.binary_search(ix).is_ok());
        on.count() > 1
    };
    let shared = all.iter().filter(in_several).count();
    let mut stated: Vec<_> = sides
        .iter()
        .map(|side| line::stated(dataset, side))
        .collect();
    let quantities = sorting::set(stated.iter().flat_map(BTreeMap::keys).copied());
    let mut rows: Vec<Row> = quantities
        .into_iter()
        .map(|of| {
            let all = sides.iter().zip(&mut stated);
            let all = all.map(|(side, stated)| {
                Stated::new(dataset, side, of, stated.remove(&of).unwrap_or_default())
            });
            row(dataset, &sides, (of, by), all.collect())
        })
        .collect();
    rows.arrange_by_key(|row| (!row.is_common(), !dataset.indicator(row.of.indicator).adds));
    let per = sorting::set(all.iter().flat_map(|ix| {
        let values = &dataset.record(*ix).values;
        let counts = values
            .iter()
            .filter(|value| dataset.unit(value.of.unit).is_counted());
        let is_beside = |unit: UnitIx| values.iter().any(|other| other.of.unit != unit);
        counts
            .map(|value| value.of.unit)
            .filter(move |unit| is_beside(*unit))
    }));
    let times = times(dataset, &lists);
    Comparison {
        sides,
        shared,
        times,
        rows,
        per: per.into_iter().collect(),
    }
}

fn row(dataset: &Dataset, sides: &[Compared], (of, by): (Quantity, By), all: Vec<Stated>) -> Row {
    let whole = match by {
        By::Share => whole_of(dataset, &all),
        By::Amount | By::Per(_) => None,
    };
    let own = |total: query::Total| Line {
        figure: line::shown(dataset, &total, by, whole),
        total,
    };
    let together = |total: query::Total| Line {
        figure: Err(Unlike::Together),
        total,
    };
    let cells: Vec<Vec<Line>> = all
        .into_iter()
        .map(|stated| {
            let own = stated.own.into_iter().map(own);
            own.chain(stated.together.into_iter().map(together))
                .collect()
        })
        .collect();
    let amounts = cells.iter().flatten().flat_map(|line| {
        // What is promised stands on the same scale.
        let promised = line.total.expected.iter().map(|one| one.amount);
        let is_own = line.figure != Err(Unlike::Together);
        let promised = promised.filter(move |_| by == By::Amount && is_own);
        line.figure
            .iter()
            .map(|figure| figure.amount)
            .chain(promised)
    });
    let most = amounts.map(f64::abs).fold(0.0, f64::max);
    let differences = match cells.split_first() {
        Some((first, others)) => {
            let all = others.iter();
            let all = all.map(|other| difference(dataset, first, other));
            // Of two periods each knows that the times differ.
            let is_time = sides.iter().any(|side| side.subject.on() == On::Time);
            all.map(|difference| match difference {
                Difference::Told(told) => Difference::Told(Told {
                    other_time: told.other_time && !is_time,
                    ..told
                }),
                refused @ Difference::Refused(_) => refused,
            })
            .collect()
        }
        None => Vec::new(),
    };
    Row {
        of,
        by,
        cells,
        whole,
        most,
        differences,
    }
}

/// What most figures of a row are counted within; of those alike the smallest, which is
/// the nearest.
fn whole_of(dataset: &Dataset, sides: &[Stated]) -> Option<Operand> {
    let mut counted: Vec<(Operand, usize)> = Vec::new();
    for whole in sides
        .iter()
        .flat_map(|side| &side.own)
        .flat_map(|total| line::wholes(dataset, total))
    {
        match counted.iter_mut().find(|(other, _)| *other == whole) {
            Some((_, count)) => *count += 1,
            None => counted.push((whole, 1)),
        }
    }
    let size = |of: Operand| {
        dataset
            .operand(of)
            .map_or(f64::INFINITY, |(amount, ..)| amount)
    };
    counted.arrange_by(|(a, in_a), (b, in_b)| in_b.cmp(in_a).then(size(*a).total_cmp(&size(*b))));
    counted.first().map(|(whole, _)| *whole)
}
