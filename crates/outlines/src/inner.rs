//! A point within an area, for its label.

use super::{Point, Polygon};
use sorting::Arrange as _;

/// How many parallels are looked along.
const LINES: usize = 24;

/// The middle of the widest stretch within the largest part, along one of some
/// parallels; those near its middle count for more, so that a label does not sit
/// at an edge. `None` where nothing has any width.
pub(crate) fn inner_point(polygons: &[Polygon]) -> Option<Point> {
    let outer = |polygon: &&Polygon| polygon.first().map_or(0.0, |ring| area(ring));
    let largest = polygons
        .iter()
        .max_by(|a, b| outer(a).total_cmp(&outer(b)))?;
    let latitudes = largest.first()?.iter().map(|(_, y)| *y);
    let (south, north) = latitudes.fold((f64::MAX, f64::MIN), |(least, most), y| {
        (least.min(y), most.max(y))
    });
    (0..LINES)
        .flat_map(|line| {
            let share = (line as f64 + 0.5) / LINES as f64;
            let y = south + share * (north - south);
            let weight = 1.0 - (2.0 * share - 1.0).powi(2);
            stretches(largest, y)
                .into_iter()
                .map(move |(from, to)| ((to - from) * weight, (f64::midpoint(from, to), y)))
        })
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .filter(|(width, _)| *width > 0.0)
        .map(|(_, point)| point)
}

/// Where a parallel runs within a polygon, from west to east.
fn stretches(polygon: &Polygon, y: f64) -> Vec<(f64, f64)> {
    let mut crossings: Vec<f64> = polygon
        .iter()
        .flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)))
        .filter(|((_, a), (_, b))| (*a > y) != (*b > y))
        .map(|((ax, ay), (bx, by))| ax + (y - ay) / (by - ay) * (bx - ax))
        .collect();
    crossings.arrange_by(f64::total_cmp);
    crossings
        .chunks_exact(2)
        .filter_map(|pair| match pair {
            [from, to] => Some((*from, *to)),
            _ => None,
        })
        .collect()
}

fn area(ring: &[Point]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    let twice: f64 = ring
        .iter()
        .zip(next)
        .map(|(a, b)| a.0 * b.1 - b.0 * a.1)
        .sum();
    twice.abs() / 2.0
}
