//! The table's order.

use model::{Dataset, Lang, RecordIx, vocabulary};
use sorting::Arrange as _;
use std::cmp::Ordering;

vocabulary! {
    /// A column of the table.
    Column {
        /// The order of the source.
        Source = "source",
        /// The title.
        Title = "title",
        /// The first value.
        Value = "value",
        /// The time.
        Time = "time",
        /// The place.
        Place = "place",
        /// The sector.
        Sector = "sector",
    }
}

/// The table's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub column: Column,
    /// Whether the last comes first.
    pub descending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self {
            column: Column::Source,
            descending: false,
        }
    }
}

/// The places of names in the order of a language, which only that language's
/// own rules know: pinyin for Chinese, letters without their marks for English.
/// Empty ranks know no order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranks {
    titles: Vec<usize>,
    sectors: Vec<usize>,
}

impl Ranks {
    /// Ranks the titles and the sectors' names of a dataset by `compare`. Names
    /// that it calls equal have one rank.
    #[must_use]
    pub fn new(
        dataset: &Dataset,
        lang: Lang,
        compare: impl Fn(&str, &str) -> Ordering + Copy,
    ) -> Self {
        let titles = dataset.records.iter().map(|record| record.title.get(lang));
        let sectors = dataset.sectors.iter().map(|sector| sector.name.get(lang));
        Self {
            titles: ranks(&titles.collect::<Vec<_>>(), compare),
            sectors: ranks(&sectors.collect::<Vec<_>>(), compare),
        }
    }
}

/// The rank of each name.
fn ranks(names: &[&str], compare: impl Fn(&str, &str) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.arrange_by(|a, b| compare(names[*a], names[*b]));
    let mut ranks = vec![0; names.len()];
    for pair in order.windows(2) {
        let differs = compare(names[pair[0]], names[pair[1]]) != Ordering::Equal;
        ranks[pair[1]] = ranks[pair[0]] + usize::from(differs);
    }
    ranks
}

/// Puts records in order; equal ones stay in that of the source. What is not
/// stated comes last, whichever way. Only titles and sectors need ranks.
pub fn sort(dataset: &Dataset, order: Sort, ranks: &Ranks, records: &mut [RecordIx]) {
    let directed = |ordering: Ordering| {
        if order.descending {
            ordering.reverse()
        } else {
            ordering
        }
    };
    let source = |ix: &RecordIx| (dataset.record(*ix).sources.first(), *ix);
    match order.column {
        Column::Source => records.arrange_by(|a, b| directed(source(a).cmp(&source(b)))),
        Column::Title => {
            let rank = |ix: &RecordIx| ranks.titles.get(ix.at());
            records.arrange_by(|a, b| directed(rank(a).cmp(&rank(b))));
        }
        Column::Value => {
            let first = |ix: &RecordIx| dataset.record(*ix).values.first();
            records.arrange_by(|a, b| {
                stated_first(first(a), first(b), |a, b| {
                    a.of.unit
                        .cmp(&b.of.unit)
                        .then(directed(a.amount.total_cmp(&b.amount)))
                })
            });
        }
        Column::Time => {
            let days = |ix: &RecordIx| dataset.days(dataset.record(*ix).time.time);
            records.arrange_by(|a, b| stated_first(days(a), days(b), |a, b| directed(a.cmp(b))));
        }
        Column::Place => {
            let places = |ix: &RecordIx| dataset.record(*ix).places.first().copied();
            records
                .arrange_by(|a, b| stated_first(places(a), places(b), |a, b| directed(a.cmp(b))));
        }
        Column::Sector => {
            let rank = |ix: &RecordIx| ranks.sectors.get(dataset.record(*ix).sector.at());
            records.arrange_by(|a, b| directed(rank(a).cmp(&rank(b))));
        }
    }
}

/// Puts records in the order of time, the earliest first.
pub fn sort_by_time(dataset: &Dataset, records: &mut [RecordIx]) {
    let order = Sort {
        column: Column::Time,
        descending: false,
    };
    sort(dataset, order, &Ranks::default(), records);
}

fn stated_first<T>(a: Option<T>, b: Option<T>, compare: impl Fn(&T, &T) -> Ordering) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => compare(&a, &b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}
