//! What a click on a mark means, and which mark stands for which records.

use model::{Dataset, RecordIx, SectorIx};
use query::PlaceChoice;

/// What a click does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Opens a record.
    Open(RecordIx),
    /// Filters by a place, or stops to.
    Place(PlaceChoice),
    /// Filters by a sector, or stops to.
    Sector(SectorIx),
}

impl Action {
    /// The `key` of a datum.
    #[must_use]
    pub fn key(self, dataset: &Dataset) -> String {
        match self {
            Self::Open(record) => format!("record:{}", dataset.record(record).id),
            Self::Place(PlaceChoice::Place(place)) => format!("place:{}", dataset.place(place).id),
            Self::Place(PlaceChoice::CityWide) => "city-wide".to_owned(),
            Self::Place(PlaceChoice::ProgrammeWide) => "programme-wide".to_owned(),
            Self::Sector(sector) => format!("sector:{}", dataset.sector(sector).id),
        }
    }

    /// The action of a datum's `key`.
    #[must_use]
    pub fn from_key(key: &str, dataset: &Dataset) -> Option<Self> {
        match key.split_once(':') {
            Some(("record", id)) => dataset.record_by_id(id).map(Self::Open),
            Some(("place", id)) => dataset
                .place_by_id(id)
                .map(|ix| Self::Place(PlaceChoice::Place(ix))),
            Some(("sector", id)) => dataset.sector_by_id(id).map(Self::Sector),
            None if key == "city-wide" => Some(Self::Place(PlaceChoice::CityWide)),
            None if key == "programme-wide" => Some(Self::Place(PlaceChoice::ProgrammeWide)),
            _ => None,
        }
    }
}

/// A datum or an area of a map, and the records that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The series' position in the option; none for an area of `geo`.
    pub series: Option<usize>,
    /// The datum's position in the series, or the area's in `geo.regions`.
    pub datum: usize,
    /// The records.
    pub records: Vec<RecordIx>,
}
