//! Which part of the Earth a map of the dataset shows.

use model::{Dataset, Fault, List, Map, MapRole, PlaceIx, Problem};
use outlines::{Point, Shape, Sheet};
use std::collections::HashSet;

/// The places of a map.
fn places_of<'a>(dataset: &'a Dataset, map: &'a Map) -> impl Iterator<Item = PlaceIx> + 'a {
    dataset.place_indices().filter(move |place| match map.role {
        MapRole::Main => dataset.is_on_map(*place),
        MapRole::Inset => dataset.is_within(*place, map),
    })
}

/// A map's sheet, and what ECharts draws of it as GeoJSON; `None` where neither
/// outlines nor coordinates are known.
#[must_use]
pub fn sheet(
    dataset: &Dataset,
    map: &Map,
    shapes: &[Shape],
    land: &[Shape],
) -> Option<(Sheet, String)> {
    let points: Vec<Point> = places_of(dataset, map)
        .filter_map(|place| point_of(dataset, place))
        .collect();
    let ids: HashSet<&str> = places_of(dataset, map)
        .map(|place| dataset.place(place).id.as_str())
        .collect();
    Sheet::new(&points, shapes, |id| ids.contains(id), land)
}

/// A place's coordinates: degrees east and north.
pub(super) fn point_of(dataset: &Dataset, place: PlaceIx) -> Option<Point> {
    let at = dataset.place(place).coordinates.as_ref()?;
    Some((at.longitude, at.latitude))
}

/// What a map's file of outlines lacks: areas that it should draw.
#[must_use]
pub fn not_outlined(dataset: &Dataset, map: &Map, shapes: &[Shape]) -> Option<Problem> {
    let there: HashSet<&str> = shapes.iter().filter_map(|s| s.id.as_deref()).collect();
    let missing: Vec<String> = places_of(dataset, map)
        .filter(|place| dataset.is_area(*place))
        .map(|place| dataset.place(place).id.clone())
        .filter(|id| !there.contains(id.as_str()))
        .collect();
    (!missing.is_empty()).then(|| outlines_problem(dataset, map, Fault::NotOutlined(missing)))
}

/// Something wrong with a map's file of outlines.
#[must_use]
pub fn outlines_problem(dataset: &Dataset, map: &Map, fault: Fault) -> Problem {
    let position = dataset.maps.iter().position(|other| other.id == map.id);
    let in_file = position.and_then(|at| dataset.origins.maps.get(at).copied());
    Problem::of(List::Maps, in_file.unwrap_or_default(), &map.id, fault)
}
