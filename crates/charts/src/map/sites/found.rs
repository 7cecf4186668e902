//! Which places within areas have records, and what is known of where they are.

use crate::Setting;
use crate::map::clusters::{Sight, Spot};
use crate::map::sheet::point_of;
use model::{PlaceIx, RecordIx};
use outlines::Point;
use std::collections::{BTreeMap, BTreeSet};

/// How many sites of one area that lie somewhere in it stand side by side, once
/// the map is enlarged so often; others are one mark.
const SIDE_BY_SIDE: usize = 4;
const ENLARGED: f64 = 2.0;

/// A place with its records.
pub(super) type Site = (PlaceIx, Vec<RecordIx>);

/// The sites, by what is known of where they are.
#[derive(Default)]
pub(in crate::map) struct Found {
    /// At points of their own, which may crowd.
    pub(super) own: Vec<Spot>,
    /// At the point of a place that they lie in.
    pub(super) near: BTreeMap<PlaceIx, (Point, Vec<Site>)>,
    /// Somewhere in an area.
    pub(super) within: BTreeMap<PlaceIx, (Point, Vec<Site>)>,
}

/// The places within areas that records are tied to. One of which no more is
/// known than that it lies in what holds the areas is nowhere on the map: its
/// records are among those of the whole.
pub(in crate::map) fn found(setting: Setting<'_>, records: &[RecordIx], sight: Sight<'_>) -> Found {
    let dataset = setting.dataset;
    let whole = dataset.main_map().and_then(|map| map.place);
    let mut at_place: BTreeMap<PlaceIx, Vec<RecordIx>> = BTreeMap::new();
    for ix in records {
        for place in &dataset.record(*ix).places {
            if dataset.is_on_map(*place) && !dataset.is_area(*place) && whole != Some(*place) {
                at_place.entry(*place).or_default().push(*ix);
            }
        }
    }
    let holding = holding_areas(setting);
    let mut found = Found::default();
    for (place, records) in at_place {
        if let Some(point) = point_of(dataset, place) {
            let at = sight.sheet.place(point);
            found.own.push(Spot {
                place,
                at,
                naming: records.clone(),
                records,
            });
        } else if let Some((drawn_at, at)) = position_of(setting, place, sight)
            && !holding.contains(&drawn_at)
        {
            let group = if dataset.is_area(drawn_at) {
                &mut found.within
            } else {
                &mut found.near
            };
            let (_, sites) = group.entry(drawn_at).or_insert((at, Vec::new()));
            sites.push((place, records));
        }
    }
    found
}

impl Found {
    /// How many symbols stand beside the amounts of an area.
    pub(in crate::map) fn beside(&self, area: PlaceIx, zoom: f64) -> usize {
        let sites = self.within.get(&area).map_or(0, |(_, sites)| sites.len());
        if is_one_mark(sites, zoom) { 1 } else { sites }
    }
}

/// Whether so many sites within an area are one mark.
pub(super) fn is_one_mark(sites: usize, zoom: f64) -> bool {
    sites > 1 && (zoom < ENLARGED || sites > SIDE_BY_SIDE)
}

/// Places that areas lie in.
fn holding_areas(setting: Setting<'_>) -> BTreeSet<PlaceIx> {
    let dataset = setting.dataset;
    let areas = dataset
        .place_indices()
        .filter(|place| dataset.is_area(*place));
    sorting::set(areas.flat_map(|area| dataset.lineage(area).skip(1)))
}

/// Where a place without a point of its own is drawn: at the nearest of what it
/// lies in that has one, or an outline.
fn position_of(setting: Setting<'_>, place: PlaceIx, sight: Sight<'_>) -> Option<(PlaceIx, Point)> {
    let dataset = setting.dataset;
    dataset.lineage(place).find_map(|ix| {
        let inner = sight.sheet.area(&dataset.place(ix).id);
        let point = point_of(dataset, ix).map(|point| sight.sheet.place(point));
        let at = if dataset.is_area(ix) {
            inner.or(point)
        } else {
            point.or(inner)
        };
        at.map(|at| (ix, at))
    })
}
