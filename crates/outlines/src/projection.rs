//! How the Earth becomes flat.

use super::Point;
use super::extent::{Extent, turned};

/// Wider or higher than so many degrees, areas would be drawn far too large or
/// small by straight meridians.
const WIDE: f64 = 60.0;
const HIGH: f64 = 40.0;

/// A projection with its middle meridian.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Projection {
    /// Meridians and parallels are straight and evenly spaced (equirectangular,
    /// true at the middle parallel): degrees stay degrees, and `aspect` says how
    /// much narrower one of longitude is.
    Plain {
        /// The middle meridian.
        middle: f64,
        /// The length of a degree of longitude in those of latitude.
        aspect: f64,
    },
    /// Equal Earth (Šavrič, Patterson and Jenny 2018): areas keep their sizes.
    EqualEarth {
        /// The middle meridian.
        middle: f64,
    },
}

impl Projection {
    /// The one for a part of the Earth.
    #[must_use]
    pub fn of(extent: &Extent) -> Self {
        let middle = extent.middle();
        if extent.width > WIDE || extent.height() > HIGH {
            Self::EqualEarth { middle }
        } else {
            Self::Plain {
                middle,
                aspect: extent.parallel().to_radians().cos().max(0.1),
            }
        }
    }

    /// How much narrower one horizontal unit is drawn than a vertical one.
    #[must_use]
    pub const fn aspect(&self) -> f64 {
        match self {
            Self::Plain { aspect, .. } => *aspect,
            Self::EqualEarth { .. } => 1.0,
        }
    }

    /// The middle meridian.
    #[must_use]
    pub const fn middle(&self) -> f64 {
        match self {
            Self::Plain { middle, .. } | Self::EqualEarth { middle } => *middle,
        }
    }

    /// Where a point lies on the sheet, upwards north.
    #[must_use]
    pub fn place(&self, point: Point) -> Point {
        let offset = turned(point.0 - self.middle());
        self.flat((self.middle() + offset, point.1))
    }

    /// The same for a longitude that is already the right one of those a whole
    /// turn apart.
    pub(crate) fn flat(&self, (longitude, latitude): Point) -> Point {
        match self {
            Self::Plain { .. } => (longitude, latitude),
            Self::EqualEarth { middle } => equal_earth(longitude - middle, latitude),
        }
    }
}

/// In degrees at the middle of the map. The polynomial is the paper's.
fn equal_earth(longitude: f64, latitude: f64) -> Point {
    const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];
    let half_of_root_3 = 3.0_f64.sqrt() / 2.0;
    let theta = (half_of_root_3 * latitude.to_radians().sin()).asin();
    let square = theta * theta;
    let sixth = square * square * square;
    let [a1, a2, a3, a4] = A;
    let y = theta * (a1 + a2 * square + sixth * (a3 + a4 * square));
    let slope = a1 + 3.0 * a2 * square + sixth * (7.0 * a3 + 9.0 * a4 * square);
    let x = longitude * theta.cos() / (half_of_root_3 * slope);
    (x, y.to_degrees())
}
