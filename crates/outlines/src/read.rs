//! From a file's text to shapes.

use super::{Point, Polygon, geojson, topojson};
use model::Fault;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// An area with its outlines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    /// The place's id: the feature's own, or its property of that name.
    pub id: Option<String>,
    /// Its parts, in degrees.
    pub polygons: Vec<Polygon>,
    /// Where its label goes, in degrees, if the file says so (property `cp`) and
    /// it is a place on Earth.
    pub label: Option<Point>,
}

/// What tells the two formats, and the kinds of GeoJSON, apart.
#[derive(Deserialize)]
struct Head {
    #[serde(default, rename = "type")]
    kind: String,
}

/// Reads outlines as GeoJSON or TopoJSON. Features that are no areas, such as
/// points and lines, are passed over.
///
/// # Errors
/// [`Fault::Unreadable`] where the text is neither, [`Fault::NoOutlines`] where
/// no area is in it, [`Fault::NotDegrees`] where its coordinates are none on
/// Earth.
pub fn read(text: &str) -> Result<Vec<Shape>, Fault> {
    let head: Head = serde_json::from_str(text).map_err(|error| Fault::unreadable(&error))?;
    let shapes = match head.kind.as_str() {
        "Topology" => topojson::shapes(text)?,
        "FeatureCollection" | "Feature" | "Polygon" | "MultiPolygon" | "GeometryCollection" => {
            geojson::shapes(text)?
        }
        _ => return Err(Fault::NoOutlines(head.kind)),
    };
    let shapes: Vec<Shape> = shapes
        .into_iter()
        .filter(|shape| !shape.polygons.is_empty())
        .collect();
    if shapes.is_empty() {
        return Err(Fault::NoOutlines(head.kind));
    }
    let points = || {
        shapes
            .iter()
            .flat_map(|s| s.polygons.iter().flatten())
            .flatten()
    };
    match points().find(|point| !is_on_earth(**point)) {
        Some((x, y)) => Err(Fault::NotDegrees(format!("{x}, {y}"))),
        None => Ok(shapes),
    }
}

/// 180° may be written as a little more by arithmetic, and as 190° by those who
/// draw across it.
fn is_on_earth((x, y): Point) -> bool {
    x.abs() <= 540.0 && y.abs() <= 90.1
}

/// A part of either format, as its text.
pub(crate) fn part<'a, T: Deserialize<'a>>(raw: &'a RawValue) -> Result<T, Fault> {
    serde_json::from_str(raw.get()).map_err(|error| Fault::unreadable(&error))
}

/// Two numbers; a height that follows them is not looked at.
#[derive(Clone, Copy)]
pub(crate) struct Position(pub f64, pub f64);

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let numbers = Vec::<f64>::deserialize(deserializer)?;
        match numbers.as_slice() {
            [x, y, ..] => Ok(Self(*x, *y)),
            _ => Err(serde::de::Error::custom("a position has two numbers")),
        }
    }
}

/// What both formats say of an area beside its outlines.
#[derive(Default, Deserialize)]
pub(crate) struct Properties {
    #[serde(default)]
    id: Option<Id>,
    #[serde(default)]
    cp: Option<Position>,
}

/// An id as text or as a number.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Id {
    Text(String),
    Number(serde_json::Number),
}

impl Shape {
    pub(crate) fn new(
        id: Option<Id>,
        properties: Option<&RawValue>,
        polygons: Vec<Polygon>,
    ) -> Result<Self, Fault> {
        let properties: Option<Properties> = properties.map(part).transpose()?.flatten();
        let properties = properties.unwrap_or_default();
        // The property first: an id of the feature may be a number of the
        // program that wrote the file.
        let id = properties.id.or(id).map(|id| match id {
            Id::Text(text) => text,
            Id::Number(number) => number.to_string(),
        });
        Ok(Self {
            id,
            polygons,
            label: properties
                .cp
                .map(|Position(x, y)| (x, y))
                .filter(|label| is_on_earth(*label)),
        })
    }
}
