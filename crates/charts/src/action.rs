//! What a click on a mark means, and which mark stands for which records.

use model::{KindIx, PlaceIx, RecordIx, SectorIx};
use outlines::Point;
use query::PlaceChoice;

/// What a click does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Opens a record.
    Open(RecordIx),
    /// Keeps the records of a place lit, or stops to.
    Place(PlaceChoice),
    /// Keeps the records of these places lit, or stops to.
    Places(Vec<PlaceIx>),
    /// Keeps the records of a sector lit, or stops to.
    Sector(SectorIx),
    /// Keeps the records of a kind lit, or stops to.
    Kind(KindIx),
    /// Shows all rows of a sector on the timeline, or the weightiest again;
    /// nothing is filtered.
    Fold(SectorIx),
    /// Shows a part of the map larger; nothing is filtered.
    Enlarge {
        /// What comes to the middle, on the map's sheet.
        middle: Point,
        /// How often the whole map is then enlarged.
        zoom: f64,
    },
}

/// A datum or an area of a map: the records that it stands for, and what a click
/// on it does.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The series' position in the option; none for an area of `geo`.
    pub series: Option<usize>,
    /// The datum's position in the series, or the area's in `geo.regions`.
    pub datum: usize,
    /// The records.
    pub records: Vec<RecordIx>,
    /// What a click does.
    pub action: Option<Action>,
}
