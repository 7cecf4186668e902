//! What a reader keeps lit without filtering by it.

use model::{Dataset, DerivedIx, KindIx, OrganisationIx, PlaceIx, RecordIx, SectorIx, vocabulary};
use query::{Filter, Index, PlaceChoice};
use std::collections::BTreeSet;

/// A group of records that stands out; every total stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The records of these places, chosen together.
    Places(BTreeSet<PlaceChoice>),
    /// The records of these sectors, chosen together.
    Sectors(BTreeSet<SectorIx>),
    /// The records of a kind.
    Kind(KindIx),
    /// The records of a participating organisation.
    Organisation(OrganisationIx),
    /// The records that a figure is computed from.
    Derived(DerivedIx),
    /// These records.
    Records(BTreeSet<RecordIx>),
}

vocabulary! {
    /// What stands before the ids of a focus in links.
    FocusOn {
        /// Places.
        Place = "place",
        /// Sectors.
        Sector = "sector",
        /// A kind.
        Kind = "kind",
        /// An organisation.
        Organisation = "org",
        /// A derived figure.
        Derived = "derived",
        /// Records.
        Record = "record",
    }
}

impl Focus {
    /// One place.
    #[must_use]
    pub fn place(choice: PlaceChoice) -> Self {
        Self::Places(sorting::set([choice]))
    }

    /// Several places together.
    #[must_use]
    pub fn places(places: &[PlaceIx]) -> Self {
        Self::Places(sorting::set(places.iter().copied().map(PlaceChoice::Place)))
    }

    /// One sector.
    #[must_use]
    pub fn sector(sector: SectorIx) -> Self {
        Self::Sectors([sector].into())
    }

    /// The filter that selects the same records; none for single ones and those of
    /// a computed figure, which have nothing else in common.
    #[must_use]
    pub fn filter(&self) -> Option<Filter> {
        let all = Filter::default();
        Some(match self {
            Self::Places(places) => Filter {
                places: places.clone(),
                ..all
            },
            Self::Sectors(sectors) => Filter {
                sectors: sectors.clone(),
                ..all
            },
            Self::Kind(kind) => Filter {
                kinds: [*kind].into(),
                ..all
            },
            Self::Organisation(organisation) => Filter {
                organisations: [*organisation].into(),
                ..all
            },
            Self::Derived(_) | Self::Records(_) => return None,
        })
    }

    /// Its records, in the dataset's order, whatever the page is filtered by.
    #[must_use]
    pub fn records(&self, dataset: &Dataset, index: &Index) -> Vec<RecordIx> {
        match self {
            Self::Derived(ix) => dataset.records_of(*ix),
            Self::Records(records) => records.iter().copied().collect(),
            others => others
                .filter()
                .map(|filter| index.select(&filter))
                .unwrap_or_default(),
        }
    }

    /// Of its records those whose amounts are its own: what a place shares with
    /// others is not known to be its.
    #[must_use]
    pub fn own(&self, dataset: &Dataset, records: &[RecordIx]) -> Vec<RecordIx> {
        let is_own = |ix: &RecordIx| match self {
            Self::Places(places) => {
                let within = &dataset.record(*ix).places;
                within.len() < 2
                    || within.iter().all(|place| {
                        let mut around = dataset.lineage(*place).map(PlaceChoice::Place);
                        around.any(|choice| places.contains(&choice))
                    })
            }
            _ => true,
        };
        records.iter().copied().filter(is_own).collect()
    }
}
