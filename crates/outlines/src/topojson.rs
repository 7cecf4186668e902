//! TopoJSON (1.0): areas whose borders are written once each, as arcs.

use super::read::{Id, Position, Shape, part};
use super::{Point, Polygon, Ring};
use model::Fault;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// How often, on average, the points of all arcs may be used: borders are shared
/// by two areas, and by the layers of a file. A file could else be made of a
/// thousandfold of its length.
const USES: usize = 16;
/// A file of few points may use them oftener.
const FEW: usize = 10_000;

#[derive(Deserialize)]
struct Topology<'a> {
    #[serde(default)]
    transform: Option<Transform>,
    #[serde(borrow)]
    objects: BTreeMap<String, Object<'a>>,
    arcs: Vec<Vec<Position>>,
}

/// What whole numbers stand for.
#[derive(Clone, Copy, Deserialize)]
struct Transform {
    scale: Position,
    translate: Position,
}

#[derive(Deserialize)]
struct Object<'a> {
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default)]
    id: Option<Id>,
    #[serde(default, borrow)]
    properties: Option<&'a RawValue>,
    #[serde(default, borrow)]
    arcs: Option<&'a RawValue>,
    #[serde(default, borrow)]
    geometries: Vec<Self>,
}

pub(crate) fn shapes(text: &str) -> Result<Vec<Shape>, Fault> {
    let topology: Topology<'_> =
        serde_json::from_str(text).map_err(|error| Fault::unreadable(&error))?;
    let arcs: Vec<Vec<Point>> = topology
        .arcs
        .into_iter()
        .map(|arc| decoded(arc, topology.transform))
        .collect();
    let all: usize = arcs.iter().map(Vec::len).sum();
    let mut arcs = Arcs {
        all: &arcs,
        left: (all * USES).max(FEW),
    };
    let mut shapes = Vec::new();
    for object in topology.objects.into_values() {
        gather(object, &mut arcs, &mut shapes)?;
    }
    Ok(shapes)
}

/// With a transform, each point is written as whole numbers, from the one before.
fn decoded(arc: Vec<Position>, transform: Option<Transform>) -> Vec<Point> {
    let Some(Transform { scale, translate }) = transform else {
        return arc.into_iter().map(|p| (p.0, p.1)).collect();
    };
    arc.into_iter()
        .scan((0.0, 0.0), |at, step| {
            *at = (at.0 + step.0, at.1 + step.1);
            Some((at.0 * scale.0 + translate.0, at.1 * scale.1 + translate.1))
        })
        .collect()
}

/// The arcs, and how many points may yet be taken of them.
struct Arcs<'a> {
    all: &'a [Vec<Point>],
    left: usize,
}

fn gather(object: Object<'_>, arcs: &mut Arcs<'_>, into: &mut Vec<Shape>) -> Result<(), Fault> {
    type Rings = Vec<Vec<i64>>;
    let polygons = match (object.kind.as_str(), object.arcs) {
        ("Polygon", Some(raw)) => vec![polygon(&part::<Rings>(raw)?, arcs)?],
        ("MultiPolygon", Some(raw)) => part::<Vec<Rings>>(raw)?
            .iter()
            .map(|rings| polygon(rings, arcs))
            .collect::<Result<_, _>>()?,
        ("GeometryCollection", _) => {
            for geometry in object.geometries {
                gather(geometry, arcs, into)?;
            }
            return Ok(());
        }
        _ => return Ok(()),
    };
    into.push(Shape::new(object.id, object.properties, polygons)?);
    Ok(())
}

fn polygon(rings: &[Vec<i64>], arcs: &mut Arcs<'_>) -> Result<Polygon, Fault> {
    rings.iter().map(|ring| joined(ring, arcs)).collect()
}

/// A ring of arcs end to end; a negative number is an arc backwards.
fn joined(ring: &[i64], arcs: &mut Arcs<'_>) -> Result<Ring, Fault> {
    let mut points = Ring::new();
    for &number in ring {
        let backwards = number < 0;
        let position = if backwards { !number } else { number };
        let arc = usize::try_from(position)
            .ok()
            .and_then(|position| arcs.all.get(position))
            .ok_or_else(|| Fault::NoArc(number.to_string()))?;
        // An arc without points is a step too.
        arcs.left = arcs
            .left
            .checked_sub(arc.len().max(1))
            .ok_or_else(|| Fault::Unreadable("its arcs are repeated without end".to_owned()))?;
        // Each arc begins where the one before ends.
        let skipped = usize::from(!points.is_empty());
        if backwards {
            points.extend(arc.iter().rev().skip(skipped));
        } else {
            points.extend(arc.iter().skip(skipped));
        }
    }
    Ok(points)
}
