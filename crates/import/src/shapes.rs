//! A point for a geometry that is none: one within its largest area, or midway along
//! its longest line. It is computed, and whoever uses it has to say so.

use crate::csv::table::Degrees;
use serde_json::Value;
use sorting::Arrange as _;

type Line = Vec<(f64, f64)>;

/// A point of an area or a line; `None` where it has no positions, or is of no such
/// kind.
#[must_use]
pub fn point(kind: &str, coordinates: &Value) -> Option<Degrees> {
    let (x, y) = match kind {
        "Polygon" => within(&outer(coordinates)?),
        "MultiPolygon" => within(&largest(coordinates.as_array()?.iter().filter_map(outer))),
        "LineString" => midway(&line(coordinates)),
        "MultiLineString" => {
            let lines = coordinates.as_array()?.iter().map(line);
            let longest = lines.reduce(|a, b| if length(&b) > length(&a) { b } else { a })?;
            midway(&longest)
        }
        _ => None,
    }?;
    Some(Degrees {
        longitude: x,
        latitude: y,
    })
}

/// The outer ring of a polygon: the others are holes.
fn outer(polygon: &Value) -> Option<Line> {
    Some(line(polygon.as_array()?.first()?))
}

fn line(positions: &Value) -> Line {
    let positions = positions.as_array().map_or(&[][..], Vec::as_slice);
    let pair = |position: &Value| Some((position.get(0)?.as_f64()?, position.get(1)?.as_f64()?));
    positions.iter().filter_map(pair).collect()
}

fn largest(rings: impl IntoIterator<Item = Line>) -> Line {
    let larger = |a: Line, b: Line| {
        if area(&b).abs() > area(&a).abs() {
            b
        } else {
            a
        }
    };
    rings.into_iter().reduce(larger).unwrap_or_default()
}

/// From each position to the next one, and from the last to the first.
fn sides(ring: &[(f64, f64)]) -> impl Iterator<Item = ((f64, f64), (f64, f64))> + '_ {
    let next = ring.iter().skip(1).chain(ring.first());
    ring.iter().copied().zip(next.copied())
}

/// Twice the area, below zero where the ring runs clockwise.
fn area(ring: &[(f64, f64)]) -> f64 {
    sides(ring).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum()
}

/// The middle of an area; where that lies outside of it, the middle of the widest part
/// of it at the same latitude.
fn within(ring: &[(f64, f64)]) -> Option<(f64, f64)> {
    let first = *ring.first()?;
    let twice = area(ring);
    if twice.abs() < f64::EPSILON {
        return Some(first);
    }
    // Reckoned from the first corner, for areas are small and degrees large.
    let from = |at: (f64, f64)| (at.0 - first.0, at.1 - first.1);
    let mut sum = (0.0, 0.0);
    let mut doubled = 0.0;
    for (a, b) in sides(ring) {
        let (a, b) = (from(a), from(b));
        let cross = a.0 * b.1 - b.0 * a.1;
        doubled += cross;
        sum.0 += (a.0 + b.0) * cross;
        sum.1 += (a.1 + b.1) * cross;
    }
    let middle = (
        first.0 + sum.0 / (3.0 * doubled),
        first.1 + sum.1 / (3.0 * doubled),
    );
    let mut crossings: Vec<f64> = sides(ring)
        .filter(|(a, b)| (a.1 > middle.1) != (b.1 > middle.1))
        .map(|(a, b)| a.0 + (middle.1 - a.1) / (b.1 - a.1) * (b.0 - a.0))
        .collect();
    crossings.arrange_by(f64::total_cmp);
    let parts = crossings.chunks_exact(2).filter_map(|part| match part {
        [from, to] => Some((*from, *to)),
        _ => None,
    });
    let wider = |a: (f64, f64), b: (f64, f64)| if b.1 - b.0 > a.1 - a.0 { b } else { a };
    let is_inside = parts
        .clone()
        .any(|(from, to)| (from..=to).contains(&middle.0));
    Some(match parts.reduce(wider) {
        _ if is_inside => middle,
        Some((from, to)) => (f64::midpoint(from, to), middle.1),
        None => first,
    })
}

fn length(line: &[(f64, f64)]) -> f64 {
    let steps = line.iter().zip(line.iter().skip(1));
    steps.map(|(a, b)| (b.0 - a.0).hypot(b.1 - a.1)).sum()
}

/// Half the way along a line.
fn midway(line: &[(f64, f64)]) -> Option<(f64, f64)> {
    let mut left = length(line) / 2.0;
    for (a, b) in line.iter().zip(line.iter().skip(1)) {
        let step = (b.0 - a.0).hypot(b.1 - a.1);
        if step >= left && step > 0.0 {
            let part = left / step;
            return Some((a.0 + part * (b.0 - a.0), a.1 + part * (b.1 - a.1)));
        }
        left -= step;
    }
    line.first().copied()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used, reason = "tests may stop")]

    use super::*;
    use serde_json::json;

    fn at(kind: &str, coordinates: Value) -> (f64, f64) {
        let point = point(kind, &coordinates).expect("a point");
        let round = |of: f64| (of * 1e6).round() / 1e6;
        (round(point.longitude), round(point.latitude))
    }

    #[test]
    fn a_point_lies_within_the_largest_area_or_midway_along_the_longest_line() {
        let square = |x: f64, side: f64| {
            json!([[
                [x, 0.0],
                [x + side, 0.0],
                [x + side, side],
                [x, side],
                [x, 0.0]
            ]])
        };
        assert_eq!(at("Polygon", square(10.0, 2.0)), (11.0, 1.0));
        let both = json!([square(10.0, 2.0), square(20.0, 4.0)]);
        assert_eq!(at("MultiPolygon", both), (22.0, 2.0));
        // A horseshoe, the middle of which lies in its gap.
        let shoe = json!([[
            [0, 0],
            [9, 0],
            [9, 9],
            [6, 9],
            [6, 2],
            [2, 2],
            [2, 9],
            [0, 9],
            [0, 0]
        ]]);
        let (x, y) = at("Polygon", shoe);
        assert!(
            (6.0..9.0).contains(&x) && (2.0..9.0).contains(&y),
            "{x} {y}"
        );
        assert_eq!(
            at("LineString", json!([[0, 0], [4, 0], [4, 2]])),
            (3.0, 0.0)
        );
        assert_eq!(
            at(
                "MultiLineString",
                json!([[[0, 0], [1, 0]], [[5, 5], [5, 9]]])
            ),
            (5.0, 7.0)
        );
    }

    #[test]
    fn what_has_no_extent_is_where_it_begins_and_what_has_nothing_is_nowhere() {
        assert_eq!(at("Polygon", json!([[[3, 4], [3, 4], [3, 4]]])), (3.0, 4.0));
        assert_eq!(at("LineString", json!([[3, 4]])), (3.0, 4.0));
        for (kind, none) in [
            ("Polygon", json!([])),
            ("Polygon", json!([[]])),
            ("MultiPolygon", json!([[["x"]]])),
            ("LineString", Value::Null),
            ("Circle", json!([[1, 2]])),
        ] {
            assert_eq!(point(kind, &none), None, "{kind}");
        }
    }
}
