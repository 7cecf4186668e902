//! Places that would lie on each other, as one mark.

use crate::Action;
use model::{PlaceIx, RecordIx};
use outlines::{Point, Sheet};
use query::PlaceChoice;
use sorting::Arrange as _;
use std::collections::HashMap;

/// Places nearer to each other than so many pixels become one mark.
const NEAR: f64 = 26.0;
/// About what room a map has, in pixels, beside the timeline or on a phone: this
/// decides what becomes one mark, and nothing else, so that it need not be known
/// to the pixel. One with more room counts as enlarged.
const ROOM: (f64, f64) = (360.0, 280.0);
/// What a map with points can be enlarged to.
pub(super) const MOST_ZOOM: f64 = 4000.0;
/// How much a click on places that lie together enlarges the map.
const STEP: f64 = 3.0;

/// A place with its records.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Spot {
    pub(super) place: PlaceIx,
    /// Where it lies on the sheet.
    pub(super) at: Point,
    /// The records that count for it.
    pub(super) records: Vec<RecordIx>,
    /// All that name it, also those that name others beside it.
    pub(super) naming: Vec<RecordIx>,
}

/// How a sheet is seen.
#[derive(Clone, Copy)]
pub(super) struct Sight<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) zoom: f64,
}

impl Sight<'_> {
    /// How far two spots must be from each other, at that zoom.
    fn near(&self, zoom: f64) -> f64 {
        let ((west, south), (east, north)) = self.sheet.bounds();
        let (width, height) = ROOM;
        let across = ((east - west) * self.sheet.aspect()).max(f64::MIN_POSITIVE);
        let up = (north - south).max(f64::MIN_POSITIVE);
        NEAR / ((width / across).min(height / up) * zoom.max(1.0))
    }

    fn distance(&self, a: Point, b: Point) -> f64 {
        ((a.0 - b.0) * self.sheet.aspect()).hypot(a.1 - b.1)
    }

    /// Groups of spots that lie near the first of each, which is the one with
    /// the most records. Groups and their spots are in the order of places.
    pub(super) fn clusters(&self, mut spots: Vec<Spot>) -> Vec<Cluster> {
        let near = self.near(self.zoom);
        let cell = |at: Point| {
            let cell = |of: f64| (of / near).floor().clamp(-1e15, 1e15) as i64;
            (cell(at.0 * self.sheet.aspect()), cell(at.1))
        };
        spots.arrange_by(|a, b| {
            let weight = |spot: &Spot| (spot.records.len(), spot.naming.len());
            weight(b).cmp(&weight(a)).then(a.place.cmp(&b.place))
        });
        let mut clusters: Vec<Cluster> = Vec::new();
        let mut anchors: HashMap<(i64, i64), Vec<(usize, Point)>> = HashMap::new();
        for spot in spots {
            let (column, row) = cell(spot.at);
            let around = (-1..=1).flat_map(|x| (-1..=1).map(move |y| (column + x, row + y)));
            let nearest = around
                .filter_map(|cell| anchors.get(&cell))
                .flatten()
                .map(|(cluster, anchor)| (self.distance(*anchor, spot.at), *cluster))
                .filter(|(distance, _)| *distance < near)
                .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            if let Some((_, cluster)) = nearest {
                clusters[cluster].spots.push(spot);
            } else {
                let cell = anchors.entry((column, row)).or_default();
                cell.push((clusters.len(), spot.at));
                clusters.push(Cluster { spots: vec![spot] });
            }
        }
        for cluster in &mut clusters {
            cluster.spots.arrange_by_key(|spot| spot.place);
        }
        clusters.arrange_by_key(|cluster| cluster.spots.first().map(|spot| spot.place));
        clusters
    }
}

/// One place, or several that lie together.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cluster {
    pub(super) spots: Vec<Spot>,
}

impl Cluster {
    /// The only place in it, if it is one.
    pub(super) fn only(&self) -> Option<&Spot> {
        match self.spots.as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }

    /// The middle of its places, on the sheet.
    pub(super) fn middle(&self) -> Point {
        let count = self.spots.len() as f64;
        let add = |sum: Point, spot: &Spot| (sum.0 + spot.at.0, sum.1 + spot.at.1);
        let sum = self.spots.iter().fold((0.0, 0.0), add);
        (sum.0 / count, sum.1 / count)
    }

    /// The records that count for its places, each once.
    pub(super) fn records(&self) -> Vec<RecordIx> {
        each_once(self.spots.iter().flat_map(|spot| &spot.records))
    }

    /// The records that name one of its places, each once.
    pub(super) fn naming(&self) -> Vec<RecordIx> {
        each_once(self.spots.iter().flat_map(|spot| &spot.naming))
    }

    /// A place is chosen; places that no zoom would part are chosen together;
    /// others are looked at from nearer.
    pub(super) fn action(&self, sight: Sight<'_>) -> Action {
        if let Some(one) = self.only() {
            return Action::Place(PlaceChoice::Place(one.place));
        }
        let (middle, nearest) = (self.middle(), sight.near(MOST_ZOOM));
        if self
            .spots
            .iter()
            .any(|spot| sight.distance(spot.at, middle) > nearest)
        {
            Action::Enlarge {
                middle,
                zoom: (sight.zoom * STEP).min(MOST_ZOOM),
            }
        } else {
            Action::Places(self.spots.iter().map(|spot| spot.place).collect())
        }
    }
}
fn each_once<'a>(records: impl Iterator<Item = &'a RecordIx>) -> Vec<RecordIx> {
    let mut records: Vec<RecordIx> = records.copied().collect();
    records.arrange();
    records.dedup();
    records
}
