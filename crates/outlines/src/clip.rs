//! What of an area lies within a part of the Earth.

use super::{Extent, Point, Polygon, Ring};

/// The parts of a polygon that lie within, once for each turn of the Earth with
/// which it does. Cut edges run along the window's border, which shows only if
/// they are drawn.
pub(crate) fn within(polygon: &Polygon, window: &Extent) -> Vec<Polygon> {
    let rings = unrolled(polygon);
    let Some(outer) = rings.first().filter(|ring| ring.len() > 2) else {
        return Vec::new();
    };
    let (least, most) = reach(outer);
    let east = window.west + window.width;
    // The turns with which some of the area is in the window.
    let first = ((window.west - most) / 360.0).ceil() as i32;
    let after = ((east - least) / 360.0).ceil() as i32;
    let sides = [
        Side {
            of: |p| p.0,
            at: window.west,
            keeps_more: true,
        },
        Side {
            of: |p| p.0,
            at: east,
            keeps_more: false,
        },
        Side {
            of: |p| p.1,
            at: window.south,
            keeps_more: true,
        },
        Side {
            of: |p| p.1,
            at: window.north,
            keeps_more: false,
        },
    ];
    (first..after)
        .map(|turn| f64::from(turn) * 360.0)
        .filter_map(|shift| {
            let mut cut = rings.iter().map(|ring| {
                let moved = ring.iter().map(|(x, y)| (x + shift, *y)).collect();
                sides.iter().fold(moved, |ring: Ring, side| side.cut(&ring))
            });
            let outer = cut.next().filter(|ring| ring.len() > 2)?;
            let holes = cut.filter(|ring| ring.len() > 2);
            Some(std::iter::once(outer).chain(holes).collect())
        })
        .collect()
}

/// An area without jumps of a whole turn, which stand for a step across the
/// meridian of 180°; its holes where its outer ring is. One that lies round a
/// pole is closed by way of the pole.
pub(crate) fn unrolled(polygon: &Polygon) -> Polygon {
    let mut rings = polygon.iter().map(|ring| unrolled_ring(ring));
    let Some(outer) = rings.next() else {
        return Polygon::new();
    };
    let (least, most) = reach(&outer);
    let middle = f64::midpoint(least, most);
    let holes = rings.map(|hole| {
        let (least, most) = reach(&hole);
        let shift = nearest_turn(middle - f64::midpoint(least, most));
        hole.into_iter().map(|(x, y)| (x + shift, y)).collect()
    });
    let holes: Vec<Ring> = holes.collect();
    std::iter::once(outer).chain(holes).collect()
}

fn unrolled_ring(ring: &[Point]) -> Ring {
    let mut before = None;
    let mut unrolled: Ring = ring
        .iter()
        .map(|&(longitude, latitude)| {
            let near = before.map_or(longitude, |before: f64| {
                longitude + nearest_turn(before - longitude)
            });
            before = Some(near);
            (near, latitude)
        })
        .collect();
    if let (Some(&(first, _)), Some(&(last, latitude))) = (unrolled.first(), unrolled.last())
        && (last - first).abs() > 180.0
    {
        let pole = 90.0_f64.copysign(latitude);
        unrolled.extend([(last, pole), (first, pole)]);
    }
    unrolled
}

/// The whole turns that come nearest to so many degrees.
fn nearest_turn(degrees: f64) -> f64 {
    (degrees / 360.0).round() * 360.0
}

/// From which longitude to which a ring reaches.
pub(crate) fn reach(ring: &[Point]) -> (f64, f64) {
    ring.iter()
        .fold((f64::MAX, f64::MIN), |(least, most), (x, _)| {
            (least.min(*x), most.max(*x))
        })
}

/// One side of the window (after Sutherland and Hodgman).
struct Side {
    of: fn(&Point) -> f64,
    at: f64,
    keeps_more: bool,
}

impl Side {
    fn keeps(&self, point: &Point) -> bool {
        ((self.of)(point) >= self.at) == self.keeps_more
    }

    fn cut(&self, ring: &[Point]) -> Ring {
        let mut kept = Ring::with_capacity(ring.len());
        let Some(mut before) = ring.last() else {
            return kept;
        };
        for point in ring {
            if self.keeps(point) != self.keeps(before) {
                let (from, to) = ((self.of)(before), (self.of)(point));
                let share = (self.at - from) / (to - from);
                kept.push((
                    before.0 + share * (point.0 - before.0),
                    before.1 + share * (point.1 - before.1),
                ));
            }
            if self.keeps(point) {
                kept.push(*point);
            }
            before = point;
        }
        kept
    }
}
