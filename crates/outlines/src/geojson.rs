//! GeoJSON (RFC 7946).

use super::read::{Id, Position, Shape, part};
use super::{Polygon, Ring};
use model::Fault;
use serde::Deserialize;
use serde_json::value::RawValue;

/// Any object of the format: only what an area needs of it.
#[derive(Deserialize)]
struct Object<'a> {
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default)]
    id: Option<Id>,
    #[serde(default, borrow)]
    properties: Option<&'a RawValue>,
    #[serde(default, borrow)]
    geometry: Option<Box<Self>>,
    #[serde(default, borrow)]
    coordinates: Option<&'a RawValue>,
    #[serde(default, borrow)]
    geometries: Vec<Self>,
    #[serde(default, borrow)]
    features: Vec<Self>,
}

pub(crate) fn shapes(text: &str) -> Result<Vec<Shape>, Fault> {
    let object: Object<'_> =
        serde_json::from_str(text).map_err(|error| Fault::unreadable(&error))?;
    let features = if object.kind == "FeatureCollection" {
        object.features
    } else {
        vec![object]
    };
    features
        .into_iter()
        .map(|feature| {
            let mut polygons = Vec::new();
            gather(
                feature.geometry.as_deref().unwrap_or(&feature),
                &mut polygons,
            )?;
            Shape::new(feature.id, feature.properties, polygons)
        })
        .collect()
}

/// Collections lie in each other at most as deep as serde reads.
fn gather(geometry: &Object<'_>, into: &mut Vec<Polygon>) -> Result<(), Fault> {
    type Rings = Vec<Vec<Position>>;
    match (geometry.kind.as_str(), geometry.coordinates) {
        ("Polygon", Some(raw)) => into.push(polygon(part::<Rings>(raw)?)),
        ("MultiPolygon", Some(raw)) => {
            into.extend(part::<Vec<Rings>>(raw)?.into_iter().map(polygon));
        }
        ("GeometryCollection", _) => {
            for geometry in &geometry.geometries {
                gather(geometry, into)?;
            }
        }
        _ => {}
    }
    Ok(())
}

fn polygon(rings: Vec<Vec<Position>>) -> Polygon {
    let ring = |ring: Vec<Position>| -> Ring { ring.into_iter().map(|p| (p.0, p.1)).collect() };
    rings.into_iter().map(ring).collect()
}
