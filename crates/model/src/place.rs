//! Places and maps.

use crate::{Background, Lang, LevelIx, MapRole, PlaceIx, Text};

/// A map.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Map {
    /// Its id.
    pub id: String,
    /// What it is for.
    pub role: MapRole,
    /// The place that it is of; none: all places that no inset is of.
    pub place: Option<PlaceIx>,
    /// The file of outlines, below the app; none where the dataset names no such file.
    pub file: Option<String>,
    /// What lies behind its places.
    pub background: Background,
    /// What it shows, as a title.
    pub caption: Option<Text>,
    /// How to read it.
    pub note: Option<Text>,
    /// Where the outlines are from, and their licence.
    pub origin: Option<Text>,
}

/// A place.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Place {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Other names that a search finds it by, such as the one in another script.
    pub aliases: Vec<String>,
    /// Names that others have recorded, in any language.
    pub names: Vec<PlaceName>,
    /// Its level.
    pub level: Option<LevelIx>,
    /// The place it lies in.
    pub parent: Option<PlaceIx>,
    /// Where it is, if that is known surely.
    pub coordinates: Option<Coordinates>,
}

/// A name of a place, as somebody else has recorded it.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct PlaceName {
    /// Its language.
    pub lang: Lang,
    /// The name.
    pub name: String,
    /// Who recorded it.
    pub origin: String,
}

/// Where a place is.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq)]
pub struct Coordinates {
    /// Degrees east.
    pub longitude: f64,
    /// Degrees north.
    pub latitude: f64,
    /// What the point stands for, in the dataset's word.
    pub precision: String,
    /// Whose point it is, with its licence.
    pub origin: String,
}

/// How surely a position is known.
#[derive(
    borsh::BorshDeserialize,
    borsh::BorshSerialize,
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
)]
pub enum Certainty {
    /// The point is the place's own.
    Exact,
    /// The point stands for the place, or lies near it.
    Near,
    /// There is a point; how exact it is, is not stated.
    Unstated,
    /// No nearer than the area that the place lies in.
    AreaOnly,
}

impl Coordinates {
    /// How surely they say where the place is.
    #[must_use]
    pub fn certainty(&self) -> Certainty {
        match self.precision.as_str() {
            "exact" | "settlement" => Certainty::Exact,
            "seat" | "approximate" => Certainty::Near,
            _ => Certainty::Unstated,
        }
    }
}

/// To what part of the main map a record is tied.
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
pub enum Located {
    /// One area.
    Area(PlaceIx),
    /// Several areas together.
    Several,
    /// The map's place as a whole.
    Whole,
    /// No place of the map.
    Nowhere,
}
