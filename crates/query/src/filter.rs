//! What a reader asks for.

use model::{Aspect, Dataset, Date, KindIx, Located, OrganisationIx, PlaceIx, SectorIx};
use std::collections::{BTreeMap, BTreeSet};

/// A choice of place.
#[derive(
    borsh::BorshDeserialize,
    borsh::BorshSerialize,
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
)]
pub enum PlaceChoice {
    /// A place and all that lies in it.
    Place(PlaceIx),
    /// The main map's place as a whole, no area of it.
    Whole,
    /// No place of the map.
    Nowhere,
}

impl PlaceChoice {
    /// The choice that a part of the map stands for, where it is one.
    #[must_use]
    pub const fn of(located: Located) -> Option<Self> {
        match located {
            Located::Area(place) => Some(Self::Place(place)),
            Located::Whole => Some(Self::Whole),
            Located::Nowhere => Some(Self::Nowhere),
            Located::Several => None,
        }
    }
}

/// A range of time; an open side is no limit.
#[derive(
    borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Copy, Debug, Default, PartialEq, Eq,
)]
pub struct Period {
    from: Option<Date>,
    to: Option<Date>,
}

impl Period {
    /// From one date to another, if the first is not after the second.
    #[must_use]
    pub fn new(from: Option<Date>, to: Option<Date>) -> Option<Self> {
        match (from, to) {
            (Some(from), Some(to)) if from.first_day() > to.last_day() => None,
            _ => Some(Self { from, to }),
        }
    }

    /// The same with another first date; one after the last starts a new range.
    #[must_use]
    pub fn with_from(self, from: Option<Date>) -> Self {
        Self::new(from, self.to).unwrap_or(Self { from, to: None })
    }

    /// The same with another last date; one before the first starts a new range.
    #[must_use]
    pub fn with_to(self, to: Option<Date>) -> Self {
        Self::new(self.from, to).unwrap_or(Self { from: None, to })
    }

    /// The first date.
    #[must_use]
    pub const fn from(self) -> Option<Date> {
        self.from
    }

    /// The last date.
    #[must_use]
    pub const fn to(self) -> Option<Date> {
        self.to
    }

    /// Whether there is no limit.
    #[must_use]
    pub const fn is_all(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }
}

/// A filter: within one list any choice will do, between lists all must hold.
/// An empty list is no limit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Places.
    pub places: BTreeSet<PlaceChoice>,
    /// Sectors.
    pub sectors: BTreeSet<SectorIx>,
    /// Kinds.
    pub kinds: BTreeSet<KindIx>,
    /// Participating organisations.
    pub organisations: BTreeSet<OrganisationIx>,
    /// What is not stated.
    pub lacks: BTreeSet<Aspect>,
    /// Time.
    pub period: Period,
    /// Words that must all occur in titles, notes or place names.
    pub text: String,
}

impl Filter {
    /// Takes over the lists that another filter limits; its own others stay.
    pub fn narrow(&mut self, by: Self) {
        fn over<T>(own: &mut BTreeSet<T>, by: BTreeSet<T>) {
            if !by.is_empty() {
                *own = by;
            }
        }
        over(&mut self.places, by.places);
        over(&mut self.sectors, by.sectors);
        over(&mut self.kinds, by.kinds);
        over(&mut self.organisations, by.organisations);
        over(&mut self.lacks, by.lacks);
    }
}

/// Adds the member, or removes it if it was there.
pub fn toggle<T: Ord + Copy>(set: &mut BTreeSet<T>, member: T) {
    if !set.remove(&member) {
        set.insert(member);
    }
}

/// The members of one list that are in another, which is in ascending order.
#[must_use]
pub fn in_both<T: Ord + Copy>(some: &[T], ascending: &[T]) -> Vec<T> {
    let both = some.iter().filter(|x| ascending.binary_search(x).is_ok());
    both.copied().collect()
}

/// All choices of place that the dataset offers, each below what it lies in.
#[must_use]
pub fn place_choices(dataset: &Dataset) -> Vec<PlaceChoice> {
    let mut children: BTreeMap<Option<PlaceIx>, Vec<PlaceIx>> = BTreeMap::new();
    for place in dataset.place_indices() {
        children
            .entry(dataset.place(place).parent)
            .or_default()
            .push(place);
    }
    let mut choices = vec![PlaceChoice::Whole, PlaceChoice::Nowhere];
    let mut last_first = |parent| {
        let children = children.remove(&parent).unwrap_or_default();
        children.into_iter().rev()
    };
    let mut open: Vec<PlaceIx> = last_first(None).collect();
    while let Some(place) = open.pop() {
        choices.push(PlaceChoice::Place(place));
        open.extend(last_first(Some(place)));
    }
    choices
}
