//! Places within areas, by sector.

use super::clusters::{Cluster, Sight, Spot};
use super::figure::NAMED;
use super::sheet::point_of;
use crate::{Action, Mark, Setting};
use model::{PlaceIx, RecordIx, SectorIx};
use outlines::Point;
use query::PlaceChoice;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// How far symbols at one point stand apart, in pixels.
const APART: f64 = 17.0;
const SIZE: f64 = 12.0;
/// The diameter of a mark of several.
const SEVERAL: f64 = 20.0;

/// Sectors of drawn sites, with colour and symbol.
pub type SitesLegend = Vec<(SectorIx, &'static str, &'static str)>;

/// The symbols, their marks, and their sectors.
#[derive(Default)]
pub(super) struct Sites {
    pub(super) data: Vec<Value>,
    pub(super) marks: Vec<Mark>,
    pub(super) legend: SitesLegend,
}

/// Symbols for places within areas that records are tied to, as the series at
/// `position`.
pub(super) fn sites(
    setting: Setting<'_>,
    records: &[RecordIx],
    sight: Sight<'_>,
    position: usize,
) -> Sites {
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
    // Places that lie at their own point may crowd; those that are drawn at what
    // they lie in stand side by side there.
    let mut own = Vec::new();
    let mut elsewhere = Vec::new();
    for (place, records) in at_place {
        match point_of(dataset, place) {
            Some(point) => own.push(Spot {
                place,
                at: sight.sheet.place(point),
                records,
            }),
            None => elsewhere.push((place, records)),
        }
    }
    let holding = holding_areas(setting);
    let mut taken: BTreeMap<PlaceIx, usize> = BTreeMap::new();
    let mut sectors = BTreeSet::new();
    let mut sites = Sites::default();
    for cluster in sight.clusters(own) {
        let (datum, records, action) = match cluster.only() {
            Some(spot) => {
                let drawing = Drawing {
                    at: spot.at,
                    offset: (0.0, 0.0),
                    exact: true,
                };
                *taken.entry(spot.place).or_default() += 1;
                let datum = single(setting, spot.place, &spot.records, &drawing, &mut sectors);
                let action = Action::Place(PlaceChoice::Place(spot.place));
                (datum, spot.records.clone(), action)
            }
            None => (
                several(setting, &cluster),
                cluster.records(),
                cluster.action(sight),
            ),
        };
        sites.push(position, datum, records, action);
    }
    for (place, records) in elsewhere {
        let Some((drawn_at, at)) = position_of(setting, place, sight) else {
            continue;
        };
        let nth = taken.entry(drawn_at).or_default();
        let place_of = match () {
            () if dataset.is_area(drawn_at) => At::Area,
            () if holding.contains(&drawn_at) => At::Whole,
            () => At::Point,
        };
        let drawing = Drawing {
            at,
            offset: offset(place_of, *nth),
            exact: false,
        };
        *nth += 1;
        let datum = single(setting, place, &records, &drawing, &mut sectors);
        let action = Action::Place(PlaceChoice::Place(place));
        sites.push(position, datum, records, action);
    }
    let theme = setting.theme;
    sites.legend = sectors
        .into_iter()
        .map(|s| (s, theme.sector(s), theme.symbol(s)))
        .collect();
    sites
}

impl Sites {
    fn push(&mut self, position: usize, datum: Value, records: Vec<RecordIx>, action: Action) {
        self.marks.push(Mark {
            series: Some(position),
            datum: self.data.len(),
            records,
            action: Some(action),
        });
        self.data.push(datum);
    }
}

/// Where and how a symbol is drawn.
struct Drawing {
    at: Point,
    offset: (f64, f64),
    exact: bool,
}

fn single(
    setting: Setting<'_>,
    place: PlaceIx,
    records: &[RecordIx],
    drawing: &Drawing,
    sectors: &mut BTreeSet<SectorIx>,
) -> Value {
    let Setting {
        dataset,
        lang,
        theme,
        ..
    } = setting;
    let name = dataset.place(place).name.get(lang);
    let mut tip = titled(setting, name, records);
    if !drawing.exact {
        tip.push('\n');
        tip.push_str(text::at_parent(lang));
    }
    // Each place has a record: that is how it came here.
    let sector = records.first().map(|first| dataset.record(*first).sector);
    sectors.extend(sector);
    let color = sector.map_or(theme.text, |sector| theme.sector(sector));
    json!({
        "name": name,
        "value": [drawing.at.0, drawing.at.1],
        "tip": tip,
        "symbol": sector.map_or("circle", |sector| theme.symbol(sector)),
        "symbolSize": SIZE,
        "symbolOffset": [drawing.offset.0, drawing.offset.1],
        "itemStyle": {
            "color": if drawing.exact { color } else { theme.panel },
            "borderColor": color,
            "borderWidth": 2.5,
        },
    })
}

/// Sites that lie together: how many.
fn several(setting: Setting<'_>, cluster: &Cluster) -> Value {
    let (lang, theme) = (setting.lang, setting.theme);
    let places = cluster.spots.len();
    let middle = cluster.middle();
    let name = text::places_together(lang, places);
    json!({
        "tip": titled(setting, &name, &cluster.records()),
        "name": name,
        "value": [middle.0, middle.1],
        "symbol": "circle",
        "symbolSize": SEVERAL,
        "label": {
            "show": true, "position": "inside", "formatter": places.to_string(), "fontWeight": "bold",
            "textBorderWidth": 0,
        },
        "itemStyle": { "color": theme.panel, "borderColor": theme.text, "borderWidth": 1.5 },
    })
}

/// A name, and the titles of the records below it.
fn titled(setting: Setting<'_>, name: &str, records: &[RecordIx]) -> String {
    let lang = setting.lang;
    let mut tip = name.to_owned();
    for ix in records.iter().take(NAMED) {
        tip.push('\n');
        tip.push_str(setting.dataset.record(*ix).title.get(lang));
    }
    if records.len() > NAMED {
        tip.push('\n');
        tip.push_str(&text::and_more(lang, records.len() - NAMED));
    }
    tip
}

/// Places that areas lie in.
fn holding_areas(setting: Setting<'_>) -> BTreeSet<PlaceIx> {
    let dataset = setting.dataset;
    dataset
        .place_indices()
        .filter(|place| dataset.is_area(*place))
        .flat_map(|area| dataset.lineage(area).skip(1))
        .collect()
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

/// What a symbol is drawn at.
#[derive(Clone, Copy)]
enum At {
    /// A point of its own.
    Point,
    /// An area, which has a label.
    Area,
    /// What areas lie in.
    Whole,
}

/// Where the nth symbol of a point goes, in pixels: at a settlement on the
/// point, at an area below its label, at what holds areas above it, side by side.
fn offset(at: At, nth: usize) -> (f64, f64) {
    const A_ROW: usize = 3;
    let (row, column) = (nth / A_ROW, nth % A_ROW);
    let x = match column {
        0 => 0.0,
        1 => APART,
        _ => -APART,
    };
    let down = APART * row as f64;
    match at {
        At::Whole => (x, -APART * 1.3 - down),
        At::Area => (x, APART * 1.2 + down),
        At::Point => (x, down),
    }
}
