//! What part of the Earth some points take up.

use super::Point;
use sorting::Arrange as _;

/// A part of the Earth between two meridians and two parallels, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// The western meridian, from −180 up to 180.
    pub west: f64,
    /// How far it reaches east from there, up to 360.
    pub width: f64,
    /// The southern parallel.
    pub south: f64,
    /// The northern one.
    pub north: f64,
}

impl Extent {
    /// The smallest that holds all points: across the meridian of 180° where
    /// that is shorter. `None` without points.
    #[must_use]
    pub fn of(points: impl Iterator<Item = Point>) -> Option<Self> {
        let mut longitudes = Vec::new();
        let (mut south, mut north) = (f64::INFINITY, f64::NEG_INFINITY);
        for (longitude, latitude) in points {
            longitudes.push(turned(longitude));
            south = south.min(latitude);
            north = north.max(latitude);
        }
        longitudes.arrange_by(f64::total_cmp);
        longitudes.dedup();
        let (first, last) = (*longitudes.first()?, *longitudes.last()?);
        // The widest gap between neighbours is what the extent leaves out.
        let (mut west, mut gap) = (first, first + 360.0 - last);
        for pair in longitudes.windows(2) {
            if let [before, after] = pair
                && after - before > gap
            {
                (west, gap) = (*after, after - before);
            }
        }
        Some(Self {
            west,
            width: 360.0 - gap,
            south: south.max(-90.0),
            north: north.min(90.0),
        })
    }

    /// The meridian in its middle.
    #[must_use]
    pub fn middle(&self) -> f64 {
        turned(self.west + self.width / 2.0)
    }

    /// The parallel in its middle.
    #[must_use]
    pub const fn parallel(&self) -> f64 {
        f64::midpoint(self.south, self.north)
    }

    /// How far it reaches from south to north.
    #[must_use]
    pub const fn height(&self) -> f64 {
        self.north - self.south
    }

    /// Wider by so many degrees on each side, as far as the Earth goes.
    #[must_use]
    pub fn widened(&self, by: f64) -> Self {
        let width = (self.width + 2.0 * by).min(360.0);
        Self {
            west: self.west + (self.width - width) / 2.0,
            width,
            south: (self.south - by).max(-90.0),
            north: (self.north + by).min(90.0),
        }
    }
}

/// A longitude from −180 up to 180.
pub(crate) fn turned(longitude: f64) -> f64 {
    if (-180.0..180.0).contains(&longitude) {
        return longitude;
    }
    (longitude + 180.0).rem_euclid(360.0) - 180.0
}
