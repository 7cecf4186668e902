//! One map, flat.

use super::clip::{reach, unrolled, within};
use super::inner::inner_point;
use super::{Extent, Point, Polygon, Projection, Ring, Shape};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The id of the land in what is drawn: no place can have it.
pub const LAND: &str = "~land";

/// How much of a map's size is left free round points that no outline holds.
const MARGIN: f64 = 0.12;
/// The least half of a map's size, in degrees: a single point is not all there is.
const LEAST: f64 = 0.5;
/// How far the land reaches beyond the map, in its size: a panel may be that
/// much wider or higher.
const BEYOND: f64 = 2.0;
/// The longest edge, in degrees, that is drawn straight where parallels are bent.
const EDGE: f64 = 4.0;

/// How a map's part of the Earth is flat, and where its areas are in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    projection: Projection,
    /// The least and the most of both coordinates that must be seen.
    bounds: (Point, Point),
    areas: BTreeMap<String, Point>,
    has_land: bool,
}

impl Sheet {
    /// A sheet for points and for outlines, of which those that are `known`
    /// decide what it shows; the land lies behind where there is some. With it
    /// the areas as GeoJSON in the sheet's coordinates: each has its place's id
    /// as property `id`. `None` where there is nothing to show.
    #[must_use]
    pub fn new(
        points: &[Point],
        shapes: &[Shape],
        known: impl Fn(&str) -> bool,
        land: &[Shape],
    ) -> Option<(Self, String)> {
        let is_known = |shape: &&Shape| shape.id.as_deref().is_some_and(&known);
        let deciding: Vec<&Shape> = match shapes.iter().filter(is_known).collect::<Vec<_>>() {
            none if none.is_empty() => shapes.iter().collect(),
            some => some,
        };
        let corners = || {
            deciding
                .iter()
                .flat_map(|s| s.polygons.iter().flatten())
                .flatten()
        };
        let extent = Extent::of(corners().chain(points).copied())?;
        let projection = Projection::of(&extent);

        let mut areas = BTreeMap::new();
        let mut features = Vec::new();
        for polygons in behind(&extent, projection, land) {
            features.push(feature(LAND, &polygons));
        }
        let has_land = !features.is_empty();
        for shape in shapes {
            let polygons: Vec<Polygon> = shape
                .polygons
                .iter()
                .map(|polygon| flat(polygon, projection))
                .collect();
            let id = shape.id.as_deref().unwrap_or_default();
            let label = shape.label.map(|label| projection.place(label));
            if let Some(label) = label.or_else(|| inner_point(&polygons)) {
                areas.insert(id.to_owned(), label);
            }
            features.push(feature(id, &polygons));
        }
        let sheet = Self {
            projection,
            bounds: bounds(&deciding, points, projection),
            areas,
            has_land,
        };
        let drawn = json!({ "type": "FeatureCollection", "features": features });
        Some((sheet, drawn.to_string()))
    }

    /// Where a point of the Earth lies on it.
    #[must_use]
    pub fn place(&self, point: Point) -> Point {
        self.projection.place(point)
    }

    /// A point within an area, if its outlines are there.
    #[must_use]
    pub fn area(&self, id: &str) -> Option<Point> {
        self.areas.get(id).copied()
    }

    /// The least and the most of both coordinates that must be seen.
    #[must_use]
    pub const fn bounds(&self) -> (Point, Point) {
        self.bounds
    }

    /// Whether land lies behind its places.
    #[must_use]
    pub const fn has_land(&self) -> bool {
        self.has_land
    }

    /// How much narrower one horizontal unit is drawn than a vertical one.
    #[must_use]
    pub const fn aspect(&self) -> f64 {
        self.projection.aspect()
    }
}

fn bounds(deciding: &[&Shape], points: &[Point], projection: Projection) -> (Point, Point) {
    let outlines = deciding.iter().flat_map(|shape| &shape.polygons);
    let corners: Vec<Point> = outlines
        .flat_map(|polygon| flat(polygon, projection))
        .flatten()
        .collect();
    let places: Vec<Point> = points
        .iter()
        .map(|point| projection.place(*point))
        .collect();
    let (least, most) = box_of(corners.iter().chain(&places));
    if !corners.is_empty() && inside(box_of(places.iter()), box_of(corners.iter())) {
        return (least, most);
    }
    let aspect = projection.aspect();
    let size = ((most.0 - least.0) * aspect).max(most.1 - least.1);
    let margin = (size * MARGIN).max(if size > LEAST { 0.0 } else { LEAST });
    (
        (least.0 - margin / aspect, least.1 - margin),
        (most.0 + margin / aspect, most.1 + margin),
    )
}

fn box_of<'a>(points: impl Iterator<Item = &'a Point>) -> (Point, Point) {
    let nothing = ((f64::MAX, f64::MAX), (f64::MIN, f64::MIN));
    points.fold(nothing, |(least, most), (x, y)| {
        (
            (least.0.min(*x), least.1.min(*y)),
            (most.0.max(*x), most.1.max(*y)),
        )
    })
}

fn inside(inner: (Point, Point), outer: (Point, Point)) -> bool {
    inner.0.0 >= outer.0.0
        && inner.0.1 >= outer.0.1
        && inner.1.0 <= outer.1.0
        && inner.1.1 <= outer.1.1
}

/// The land round an extent, flat: one list of polygons a shape.
fn behind<'a>(
    extent: &Extent,
    projection: Projection,
    land: &'a [Shape],
) -> impl Iterator<Item = Vec<Polygon>> + 'a {
    let size = extent.width.max(extent.height()).max(LEAST);
    let window = Extent {
        // On a map of the whole Earth its sides are half a turn from the middle.
        west: projection.middle() - (extent.width / 2.0 + BEYOND * size).min(180.0),
        width: (extent.width + 2.0 * BEYOND * size).min(360.0),
        ..extent.widened(BEYOND * size)
    };
    land.iter()
        .map(move |shape| {
            let parts = shape
                .polygons
                .iter()
                .flat_map(|polygon| within(polygon, &window));
            parts.map(|polygon| drawn(&polygon, projection)).collect()
        })
        .filter(|polygons: &Vec<Polygon>| !polygons.is_empty())
}

/// An area on the sheet, in one piece, on the side of 180° that is nearer to
/// the middle.
fn flat(polygon: &Polygon, projection: Projection) -> Polygon {
    let unrolled = unrolled(polygon);
    let (least, most) = unrolled.first().map_or((0.0, 0.0), |ring| reach(ring));
    let off = projection.middle() - f64::midpoint(least, most);
    let shift = (off / 360.0).round() * 360.0;
    let moved: Polygon = unrolled
        .iter()
        .map(|ring| ring.iter().map(|(x, y)| (x + shift, *y)).collect())
        .collect();
    drawn(&moved, projection)
}

fn drawn(polygon: &Polygon, projection: Projection) -> Polygon {
    let flat = |ring: &Ring| match projection {
        Projection::Plain { .. } => ring.iter().map(|p| projection.flat(*p)).collect(),
        Projection::EqualEarth { .. } => dense(ring).map(|point| projection.flat(point)).collect(),
    };
    polygon.iter().map(flat).collect()
}

/// A ring with points along its long edges.
fn dense(ring: &Ring) -> impl Iterator<Item = Point> {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).flat_map(|(&from, &to)| {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let steps = (dx.abs().max(dy.abs()) / EDGE).ceil().max(1.0);
        (0..steps as u32).map(move |step| {
            let share = f64::from(step) / steps;
            (from.0 + dx * share, from.1 + dy * share)
        })
    })
}

fn feature(id: &str, polygons: &[Polygon]) -> Value {
    json!({
        "type": "Feature",
        "properties": { "id": id },
        "geometry": { "type": "MultiPolygon", "coordinates": polygons },
    })
}
