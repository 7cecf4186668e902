//! What can stand side by side.

use coverage::years;
use model::{Dataset, Date, KindIx, OrganisationIx, Record, RecordIx, SectorIx, vocabulary};
use query::{Facets, Filter, Index, Period, PlaceChoice};
use sorting::Arrange as _;
use std::collections::BTreeSet;

vocabulary! {
    /// Of what kind the compared are, in the order of lists.
    On {
        /// Places.
        Place = "place",
        /// Sectors.
        Sector = "sector",
        /// Kinds of record.
        Kind = "kind",
        /// Organisations.
        Organisation = "org",
        /// Periods.
        Time = "time",
    }
}

/// One side of a comparison.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A place and all that lies in it.
    Place(PlaceChoice),
    /// A sector.
    Sector(SectorIx),
    /// A kind.
    Kind(KindIx),
    /// An organisation that takes part.
    Organisation(OrganisationIx),
    /// A period with a first and a last date.
    Time(Period),
}

impl Subject {
    /// Of what kind it is.
    #[must_use]
    pub const fn on(self) -> On {
        match self {
            Self::Place(_) => On::Place,
            Self::Sector(_) => On::Sector,
            Self::Kind(_) => On::Kind,
            Self::Organisation(_) => On::Organisation,
            Self::Time(_) => On::Time,
        }
    }

    /// Whether what a record of this side states is of this side alone: not of several
    /// places or organisations together.
    #[must_use]
    pub fn has_alone(self, dataset: &Dataset, record: &Record) -> bool {
        match self {
            Self::Place(PlaceChoice::Place(place)) => {
                let mut places = record.places.iter();
                places.all(|other| dataset.lineage(*other).any(|above| above == place))
            }
            Self::Organisation(ix) => {
                let mut parts = record.organisations.iter();
                parts.all(|part| part.organisation == ix)
            }
            Self::Place(_) | Self::Sector(_) | Self::Kind(_) | Self::Time(_) => true,
        }
    }

    /// A filter that leaves this side alone of its kind, and is otherwise the same.
    #[must_use]
    pub fn alone(self, filter: &Filter) -> Filter {
        let mut filter = filter.clone();
        match self {
            Self::Place(of) => filter.places = BTreeSet::from([of]),
            Self::Sector(of) => filter.sectors = BTreeSet::from([of]),
            Self::Kind(of) => filter.kinds = BTreeSet::from([of]),
            Self::Organisation(of) => filter.organisations = BTreeSet::from([of]),
            Self::Time(of) => filter.period = of,
        }
        filter
    }
}

/// So many a list can be read through.
const MOST: usize = 80;
/// Beyond it, years are no list to choose from.
const YEARS: usize = 60;

/// All that a filter leaves to compare of a kind, in the order of lists: what has
/// records, and of too many those that have most. `facets` are those of the filter.
#[must_use]
pub fn subjects(
    dataset: &Dataset,
    index: &Index,
    (filter, facets): (&Filter, &Facets),
    on: On,
) -> Vec<Subject> {
    match on {
        On::Time => periods(dataset, index, filter),
        _ => most(counted(dataset, facets, on), MOST),
    }
}

/// So many of some that have most records, in the order of lists.
pub fn most(counted: Vec<(Subject, usize)>, count: usize) -> Vec<Subject> {
    let mut order: Vec<usize> = (0..counted.len()).filter(|at| counted[*at].1 > 0).collect();
    if order.len() > count {
        order.arrange_by_key(|at| std::cmp::Reverse(counted[*at].1));
        order.truncate(count);
        order.arrange();
    }
    order.into_iter().map(|at| counted[at].0).collect()
}

/// All of a kind but periods, each with how many records it has.
pub fn counted(dataset: &Dataset, facets: &Facets, on: On) -> Vec<(Subject, usize)> {
    match on {
        On::Place => {
            let of = |place| facets.places.get(&place).map(|count| (place, count.within));
            let all = query::place_choices(dataset).into_iter().filter_map(of);
            all.map(|(place, count)| (Subject::Place(place), count))
                .collect()
        }
        On::Sector => {
            let all = facets.sectors.iter();
            all.map(|(ix, count)| (Subject::Sector(*ix), count.within))
                .collect()
        }
        On::Kind => {
            let all = facets.kinds.iter();
            all.map(|(ix, count)| (Subject::Kind(*ix), count.within))
                .collect()
        }
        On::Organisation => {
            let all = facets.organisations.iter();
            all.map(|(ix, count)| (Subject::Organisation(*ix), count.within))
                .collect()
        }
        On::Time => Vec::new(),
    }
}

/// The dataset's named periods, then the years in which records lie.
fn periods(dataset: &Dataset, index: &Index, filter: &Filter) -> Vec<Subject> {
    let at_any_time = Filter {
        period: Period::default(),
        ..filter.clone()
    };
    let records: Vec<RecordIx> = index.select(&at_any_time);
    let named = dataset.plans.iter();
    let named = named.filter_map(|plan| Period::new(Some(plan.from), Some(plan.to)));
    let mut lie: Vec<u16> = records
        .iter()
        .filter_map(|ix| years(dataset, dataset.record(*ix).time.time))
        .filter(|(first, last)| first == last)
        .map(|(year, _)| year)
        .collect();
    lie.arrange();
    lie.dedup();
    // Of too many the latest.
    let years = lie.split_off(lie.len().saturating_sub(YEARS));
    let years = years.into_iter().filter_map(|year| {
        let year = Date::parse(&format!("{year:04}"));
        Period::new(year, year)
    });
    let mut all: Vec<Period> = Vec::new();
    for period in named.chain(years) {
        if !all.contains(&period) {
            all.push(period);
        }
    }
    all.into_iter().map(Subject::Time).collect()
}
