//! Outlines of areas, and how they come onto a flat map.
//!
//! Owns the reading of GeoJSON and TopoJSON, the choice of a projection from
//! what a map has to show, the land behind it, and the [`Sheet`]: all of that
//! together, ready to be drawn. Uses the model's faults. No DOM, no ECharts.
//!
//! Invariants: every point that is handed out is finite; what lies on both sides
//! of the meridian of 180° lies side by side on the sheet; a label's point lies
//! within its area.

mod clip;
mod extent;
mod geojson;
mod inner;
mod projection;
mod read;
mod sheet;
mod topojson;

pub use extent::Extent;
pub use projection::Projection;
pub use read::{Shape, read};
pub use sheet::{LAND, Sheet};

/// Degrees east and north, or the two coordinates on a sheet.
pub type Point = (f64, f64);

/// A closed line: its last point is its first, or is taken to be.
pub type Ring = Vec<Point>;

/// An outer ring, then its holes.
pub type Polygon = Vec<Ring>;
