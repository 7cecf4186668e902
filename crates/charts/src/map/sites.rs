//! Places within areas, by sector. A symbol's shape is its sector's; how it is
//! filled and edged is how surely its position is known.

use super::clusters::{Sight, Spot};
use super::figure::NAMED;
use super::labels::{Label, Weight, reach};
use super::sheet::point_of;
use crate::{Action, Mark, Setting};
use model::{Certainty, PlaceIx, RecordIx, SectorIx};
use outlines::Point;
use query::PlaceChoice;
use serde_json::{Value, json};
use sorting::Arrange as _;
use std::collections::{BTreeMap, BTreeSet};

/// How far symbols at one point stand apart, in pixels.
pub(super) const APART: f64 = 15.0;
const SIZE: f64 = 10.0;
/// The diameter of a mark of several.
const SEVERAL: f64 = 16.0;
/// How many sites of one area that lie somewhere in it stand side by side, once
/// the map is enlarged so often; others are one mark.
const SIDE_BY_SIDE: usize = 4;
const ENLARGED: f64 = 2.0;

/// Sectors of drawn sites, with colour and symbol.
pub type SitesLegend = Vec<(SectorIx, &'static str, &'static str)>;

/// The symbols, their marks, and what they mean.
#[derive(Default)]
pub(super) struct Sites {
    pub(super) data: Vec<Value>,
    pub(super) marks: Vec<Mark>,
    pub(super) labels: Vec<Label>,
    sectors: BTreeSet<SectorIx>,
    pub(super) certainties: BTreeSet<Certainty>,
}

/// A place with its records.
type Site = (PlaceIx, Vec<RecordIx>);

/// The sites, by what is known of where they are.
#[derive(Default)]
pub(super) struct Found {
    /// At points of their own, which may crowd.
    own: Vec<Spot>,
    /// At the point of a place that they lie in.
    near: BTreeMap<PlaceIx, (Point, Vec<Site>)>,
    /// Somewhere in an area.
    within: BTreeMap<PlaceIx, (Point, Vec<Site>)>,
}

/// The places within areas that records are tied to. One of which no more is
/// known than that it lies in what holds the areas is nowhere on the map: its
/// records are among those of the whole.
pub(super) fn found(setting: Setting<'_>, records: &[RecordIx], sight: Sight<'_>) -> Found {
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
            found.own.push(Spot { place, at, records });
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
    pub(super) fn beside(&self, area: PlaceIx, zoom: f64) -> usize {
        let sites = self.within.get(&area).map_or(0, |(_, sites)| sites.len());
        if is_one_mark(sites, zoom) { 1 } else { sites }
    }
}

/// Whether so many sites within an area are one mark.
fn is_one_mark(sites: usize, zoom: f64) -> bool {
    sites > 1 && (zoom < ENLARGED || sites > SIDE_BY_SIDE)
}

/// The symbols, as the series at `position`. `starts` tells where the first one
/// of each area stands, in pixels right of its middle.
pub(super) fn sites(
    setting: Setting<'_>,
    found: Found,
    sight: Sight<'_>,
    position: usize,
    starts: &BTreeMap<PlaceIx, f64>,
) -> Sites {
    let mut sites = Sites::default();
    let mut taken: BTreeMap<PlaceIx, usize> = BTreeMap::new();
    for cluster in sight.clusters(found.own) {
        if let Some(spot) = cluster.only() {
            let point = setting.dataset.place(spot.place).coordinates.as_ref();
            let drawing = Drawing {
                at: spot.at,
                offset: (0.0, 0.0),
                certainty: point.map_or(Certainty::Unstated, model::Coordinates::certainty),
            };
            *taken.entry(spot.place).or_default() += 1;
            sites.single(
                setting,
                (spot.place, spot.records.clone()),
                &drawing,
                position,
            );
        } else {
            let (at, count) = (cluster.middle(), cluster.spots.len());
            let records = cluster.records();
            let datum = several(setting, (at, 0.0), count, &records, None);
            sites
                .labels
                .push(Label::silent(at, reach(SEVERAL, (0.0, 0.0))));
            sites.push(position, datum, records, cluster.action(sight));
        }
    }
    for (drawn_at, (at, group)) in found.near {
        for site in group {
            let nth = taken.entry(drawn_at).or_default();
            let drawing = Drawing {
                at,
                offset: (APART * *nth as f64, 0.0),
                certainty: Certainty::Near,
            };
            *nth += 1;
            sites.single(setting, site, &drawing, position);
        }
    }
    for (area, (at, group)) in found.within {
        let start = starts.get(&area).copied().unwrap_or(2.0 * APART);
        if is_one_mark(group.len(), sight.zoom) {
            sites.somewhere(setting, (area, at, start), &group, position);
            continue;
        }
        for (nth, site) in group.into_iter().enumerate() {
            let drawing = Drawing {
                at,
                offset: (start + APART * nth as f64, 0.0),
                certainty: Certainty::AreaOnly,
            };
            sites.single(setting, site, &drawing, position);
        }
    }
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

    /// One site, with its name.
    fn single(&mut self, setting: Setting<'_>, site: Site, drawing: &Drawing, position: usize) {
        let Setting {
            dataset,
            lang,
            theme,
            ..
        } = setting;
        let (place, records) = site;
        let name = dataset.place(place).name.get(lang);
        let mut tip = titled(setting, name, &records);
        if let Some(words) = certainty(setting, drawing.certainty) {
            tip.push('\n');
            tip.push_str(&words);
        }
        // Each place has a record: that is how it came here.
        let sector = records.first().map(|first| dataset.record(*first).sector);
        self.sectors.extend(sector);
        self.certainties.insert(drawing.certainty);
        let color = sector.map_or(theme.text, |sector| theme.sector(sector));
        let datum = json!({
            "name": name,
            "value": [drawing.at.0, drawing.at.1],
            "tip": tip,
            "symbol": sector.map_or("circle", |sector| theme.symbol(sector)),
            "symbolSize": SIZE,
            "symbolOffset": [drawing.offset.0, drawing.offset.1],
            "itemStyle": {
                "color": match drawing.certainty {
                    Certainty::Exact => color.to_owned(),
                    Certainty::Unstated => format!("{color}55"),
                    Certainty::Near | Certainty::AreaOnly => theme.panel.to_owned(),
                },
                "opacity": 1,
                "borderColor": color,
                "borderWidth": 1.8,
                "borderType": if drawing.certainty == Certainty::AreaOnly { "dashed" } else { "solid" },
            },
        });
        self.labels.push(Label {
            name: name.to_owned(),
            weight: Weight::Small,
            size: records.len() as f64,
            ..Label::silent(drawing.at, reach(SIZE + 2.0, drawing.offset))
        });
        self.push(
            position,
            datum,
            records,
            Action::Place(PlaceChoice::Place(place)),
        );
    }

    /// Sites of which no more is known than the area, as one mark that chooses it.
    fn somewhere(
        &mut self,
        setting: Setting<'_>,
        (area, at, start): (PlaceIx, Point, f64),
        group: &[Site],
        position: usize,
    ) {
        let mut records: Vec<RecordIx> = group.iter().flat_map(|(_, r)| r).copied().collect();
        records.arrange();
        records.dedup();
        let words = certainty(setting, Certainty::AreaOnly);
        let datum = several(
            setting,
            (at, start),
            group.len(),
            &records,
            words.as_deref(),
        );
        self.certainties.insert(Certainty::AreaOnly);
        let action = Action::Place(PlaceChoice::Place(area));
        self.push(position, datum, records, action);
    }

    /// The sectors of the sites, with colour and symbol.
    pub(super) fn legend(&self, setting: Setting<'_>) -> SitesLegend {
        let theme = setting.theme;
        self.sectors
            .iter()
            .map(|s| (*s, theme.sector(*s), theme.symbol(*s)))
            .collect()
    }
}

/// How surely a position is known, where that is not exactly.
fn certainty(setting: Setting<'_>, certainty: Certainty) -> Option<String> {
    let lang = setting.lang;
    let said = |words| Some(text::labelled(lang, text::position(lang), words));
    match certainty {
        Certainty::Exact => None,
        Certainty::Near => said(text::position_near(lang)),
        Certainty::Unstated => said(text::position_unstated(lang)),
        Certainty::AreaOnly => Some(text::at_parent(lang).to_owned()),
    }
}

/// Where and how a symbol is drawn.
struct Drawing {
    at: Point,
    offset: (f64, f64),
    certainty: Certainty,
}

/// Sites that lie together, or somewhere in one area: how many.
fn several(
    setting: Setting<'_>,
    (at, off): (Point, f64),
    places: usize,
    records: &[RecordIx],
    words: Option<&str>,
) -> Value {
    let (lang, theme) = (setting.lang, setting.theme);
    let name = match words {
        Some(words) => format!("{}\n{words}", text::sites_within(lang, places)),
        None => text::places_together(lang, places),
    };
    json!({
        "tip": titled(setting, &name, records),
        "name": name,
        "value": [at.0, at.1],
        "symbol": "circle",
        "symbolSize": SEVERAL,
        "symbolOffset": [off, 0.0],
        "label": {
            "show": true, "position": "inside", "formatter": places.to_string(), "fontWeight": "bold",
            "textBorderWidth": 0,
        },
        "itemStyle": {
            "opacity": 1, "color": theme.panel, "borderColor": theme.muted, "borderWidth": 1.2,
            "borderType": if words.is_some() { "dashed" } else { "solid" },
        },
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
