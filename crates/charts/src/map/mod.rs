//! The main map: its areas, circles for figures at points, and the sites within
//! areas.

mod area;
mod clusters;
mod coins;
mod figure;
mod inset;
mod labels;
mod points;
mod row;
mod scale;
mod sheet;
mod signs;
mod sites;
mod untied;

pub use coins::{Coin, Look};
pub use inset::inset;
pub use points::SizeItem;
pub use scale::LegendItem;
pub use sheet::{not_outlined, outlines_problem, sheet};
pub use signs::sure;
pub use sites::SitesLegend;
pub use untied::{Untied, untied_title};

use super::theme::font;
use super::{Action, Mark, Setting};
use crate::json::json;
use clusters::{MOST_ZOOM, Sight};
use coins::is_comparable;
use figure::{drawn_amount, figure};
use model::{Certainty, PlaceIx, RecordIx, Taken, Target};
use outlines::{LAND, Sheet};
use points::{Drawn, Points};
use query::{Filter, Measure, PlaceChoice, Total, by_area, measured};
use row::Row;
use scale::Scale;
use serde_json::Value;
use sites::sites;
use std::collections::BTreeMap;
use untied::untied;

/// Positions of series in the option, after that of the labels.
const SITES: usize = 1;
const POINTS: usize = 2;
/// What a map without points can be enlarged to.
const MOST_ZOOM_AREAS: f64 = 20.0;

/// How tall the map is, in pixels: on a phone, beside the timeline, or alone.
#[must_use]
pub const fn map_height(compact: bool, beside: bool) -> usize {
    match (compact, beside) {
        (true, _) => 280,
        (false, true) => 282,
        (false, false) => 540,
    }
}

/// The map, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct MapView {
    /// What ECharts draws.
    pub option: Value,
    /// Which mark stands for which records.
    pub marks: Vec<Mark>,
    /// What areas' colours and edges mean; empty where no area has an outline.
    pub legend: Vec<LegendItem>,
    /// What circles mean; empty where there are none.
    pub sizes: Vec<SizeItem>,
    /// The largest amount that is drawn as a circle, in words.
    pub largest: Option<String>,
    /// Records that are not tied to one division.
    pub untied: Vec<Untied>,
    /// Whether amounts that are drawn may count the same.
    pub overlap: bool,
    /// The sectors of the sites that are drawn.
    pub sites: SitesLegend,
    /// How surely the positions of those sites are known.
    pub certainties: Vec<Certainty>,
    /// Whether some of them are lighter: they only reach into the chosen period.
    pub reach: bool,
    /// Whether nothing is drawn in the top right corner, so that a small map has
    /// room there.
    pub has_free_corner: bool,
    /// The figures of areas and places, for a reader who cannot see the drawing.
    pub figures: Vec<(PlaceIx, String)>,
}

/// How a map is seen: its sheet, what reaches into the chosen period, and how often it is enlarged.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// Where its places are, once that is known.
    pub sheet: Option<&'a Sheet>,
    /// Records that only reach into the chosen period: no figure counts them, but
    /// sites show them.
    pub reaching: &'a [RecordIx],
    /// From 1, the whole map.
    pub zoom: f64,
    /// Whether it has the width of a page, not of a column or a phone.
    pub wide: bool,
}

/// Builds the map from the selected records.
#[must_use]
pub fn map(
    setting: Setting<'_>,
    records: &[RecordIx],
    filter: &Filter,
    measure: Measure,
    seen: Seen<'_>,
) -> MapView {
    let dataset = setting.dataset;
    let totals = totals(setting, records, measure);
    let mut view = MapView {
        option: Value::Null,
        marks: Vec::new(),
        legend: Vec::new(),
        sizes: Vec::new(),
        largest: None,
        untied: untied(setting, records, measure, &totals),
        overlap: false,
        sites: Vec::new(),
        certainties: Vec::new(),
        reach: false,
        has_free_corner: false,
        // What only stands beside others has no figure of its own.
        figures: totals
            .iter()
            .filter(|of| !of.records.is_empty() || dataset.is_area(of.place))
            .map(|of| (of.place, figure(setting, measure, of.total.as_ref())))
            .collect(),
    };
    let sight = seen.sheet.map(|sheet| Sight {
        sheet,
        // Alone on a page it is about twice as large.
        zoom: if seen.wide {
            2.0 * seen.zoom
        } else {
            seen.zoom
        },
    });
    let (mut outlined, mut pointed) = (Vec::new(), Vec::new());
    for of in totals {
        match sight.and_then(|sight| sight.sheet.area(&dataset.place(of.place).id)) {
            Some(at) => outlined.push(Row::new(setting, of, at, measure)),
            None => pointed.push(of),
        }
    }
    let circles = sight.map_or_else(Vec::new, |sight| {
        points::circles(setting, pointed, measure, sight)
    });

    let coins = outlined.iter().flat_map(|row| &row.coins);
    let most_coin = most(coins.map(|coin| coin.amount));
    let on_map = most_coin.max(points::most(&circles));
    let beside = view.untied.iter().flat_map(|group| &group.coins);
    let scale = coins::Scale::new(
        (setting.compact, seen.wide),
        on_map,
        most(beside.map(|coin| coin.amount)),
    );
    for coin in view.untied.iter_mut().flat_map(|group| &mut group.coins) {
        coin.diameter = scale.diameter(coin.amount);
    }
    view.largest = (on_map > 0.0).then(|| match measure.takes(dataset) {
        Some(of) => text::amount(setting.lang, on_map, of.unit, dataset),
        None => text::records(setting.lang, on_map as usize),
    });
    view.overlap = do_overlap(setting, &view.untied);
    let Some(sight) = sight else {
        return view;
    };

    // Where no level is one of areas, each place counts by itself.
    let found = if dataset.has_areas() {
        let all: Vec<RecordIx> = records.iter().chain(seen.reaching).copied().collect();
        sites::found(setting, &all, sight)
    } else {
        sites::Found::default()
    };
    let mut starts = BTreeMap::new();
    for row in &mut outlined {
        let start = row.lay_out(scale, found.beside(row.of.place, sight.zoom));
        starts.insert(row.of.place, start);
    }
    let sites = sites(setting, found, sight, SITES, &starts);
    view.certainties = sites.certainties.iter().copied().collect();
    view.reach = sites.reach;
    view.sites = sites.legend(setting);

    let shades = is_comparable(setting, measure).then(|| {
        let totals = outlined.iter().map(|row| row.of.total.as_ref());
        Scale::new(totals.filter_map(drawn_amount).collect(), setting.theme)
    });
    let drawn = Drawn {
        filter,
        measure,
        scale,
        sight,
        series: POINTS,
    };
    let mut points = Points::default();
    let mut areas = Vec::new();
    for row in &outlined {
        view.marks.push(Mark {
            series: None,
            datum: areas.len(),
            records: row.of.naming.clone(),
            action: Some(Action::Place(PlaceChoice::Place(row.of.place))),
        });
        areas.push(area::area(
            setting,
            &row.of,
            measure,
            shades.as_ref(),
            filter,
        ));
        row.draw(setting, &mut points, &drawn);
    }
    view.legend = scale::legend(setting, measure, shades.as_ref(), &outlined);
    let coins: Vec<&Coin> = outlined
        .iter()
        .flat_map(|row| &row.coins)
        .chain(view.untied.iter().flat_map(|group| &group.coins))
        .collect();
    view.sizes = points::legend(setting, measure, scale, &circles, &coins);
    let most_zoom = if circles.is_empty() {
        MOST_ZOOM_AREAS
    } else {
        MOST_ZOOM
    };
    points.add(setting, circles, &drawn);
    view.has_free_corner = corner_is_free(sight.sheet, &points.labels, &sites.labels);
    view.marks.extend(sites.marks);
    view.marks.extend(points.marks);
    let labels = points.labels.into_iter().chain(sites.labels).collect();
    let series = [labels::data(labels), sites.data, points.data];
    view.option = option(setting, sight.sheet, areas, series, most_zoom);
    view
}

/// The largest amount without its sign.
fn most(amounts: impl Iterator<Item = f64>) -> f64 {
    amounts.map(f64::abs).fold(0.0, f64::max)
}

/// Whether some of the amounts beside the map may count the same.
fn do_overlap(setting: Setting<'_>, untied: &[Untied]) -> bool {
    let coins = untied.iter().flat_map(|group| &group.coins);
    let mut taken = Taken::new(setting.dataset.links());
    for record in coins.flat_map(|coin| &coin.records) {
        if taken.conflicts(Target::Record(*record)) {
            return true;
        }
        taken.take(Target::Record(*record));
    }
    false
}

/// Whether nothing that is named lies in the top right corner.
fn corner_is_free(sheet: &Sheet, points: &[labels::Label], sites: &[labels::Label]) -> bool {
    const SIDE: f64 = 0.4;
    let ((west, south), (east, north)) = sheet.bounds();
    let (right, top) = (east - SIDE * (east - west), north - SIDE * (north - south));
    let mut all = points.iter().chain(sites);
    all.all(|label| label.at.0 < right || label.at.1 < top)
}

/// An area or a place that counts by itself, the records that count for it, and
/// their total; and all that name it.
struct OfPlace {
    place: PlaceIx,
    records: Vec<RecordIx>,
    total: Option<Total>,
    naming: Vec<RecordIx>,
}

/// Of all areas of the main map; where places are points alone, of those that
/// records name.
fn totals(setting: Setting<'_>, records: &[RecordIx], measure: Measure) -> Vec<OfPlace> {
    let dataset = setting.dataset;
    let mut groups = by_area(dataset, records, measure);
    let mut naming = by_area(dataset, records, Measure::Records);
    dataset
        .parts_of_map()
        .filter_map(|place| {
            let records = groups.remove(&place).unwrap_or_default();
            let naming = naming.remove(&place).unwrap_or_default();
            if naming.is_empty() && !dataset.is_area(place) {
                return None;
            }
            let total = measured(dataset, &records, measure);
            Some(OfPlace {
                place,
                records,
                total,
                naming,
            })
        })
        .collect()
}

fn option(
    setting: Setting<'_>,
    sheet: &Sheet,
    mut areas: Vec<Value>,
    [labels, sites, points]: [Vec<Value>; 3],
    most_zoom: f64,
) -> Value {
    let name = setting.dataset.main_map().map_or("", |map| map.id.as_str());
    let theme = setting.theme;
    // Within symbols; names and amounts are labels of their own.
    let inside = json!({ "show": false, "color": theme.text, "fontSize": 11 });
    let (least, most) = sheet.bounds();
    if sheet.has_land() {
        // Last: a mark of an area is its position.
        areas.push(land(theme));
    }
    json!({
        "animation": false,
        "textStyle": { "fontFamily": font(setting.lang) },
        "tooltip": { "trigger": "item", "confine": true },
        "geo": {
            "map": name, "nameProperty": "id", "roam": "move",
            "scaleLimit": { "min": 1, "max": most_zoom },
            "boundingCoords": [[least.0, most.1], [most.0, least.1]],
            "aspectScale": sheet.aspect(), "preserveAspect": "contain",
            "top": 4, "bottom": 4, "left": 4, "right": 4,
            "itemStyle": { "areaColor": theme.no_figure, "borderColor": theme.line },
            "label": { "show": false },
            // Where others stay lit.
            "blur": { "itemStyle": { "opacity": 0.55 }, "label": { "show": false } },
            "selectedMode": false, "tooltip": { "show": true }, "regions": areas,
        },
        "series": [
            {
                "type": "custom", "renderItem": "label", "coordinateSystem": "geo", "geoIndex": 0,
                "silent": true, "data": labels, "z": 6,
                "look": {
                    "strong": theme.text, "plain": theme.muted, "faint": theme.faint, "halo": theme.panel,
                    "font": font(setting.lang),
                },
            },
            {
                "type": "scatter", "coordinateSystem": "geo", "geoIndex": 0, "data": sites, "label": inside, "z": 5,
                "emphasis": { "scale": 1.4 }, "blur": { "itemStyle": { "opacity": 0.3 }, "label": { "opacity": 0.5 } },
            },
            {
                "type": "scatter", "coordinateSystem": "geo", "geoIndex": 0, "symbol": "circle", "data": points,
                "label": inside, "z": 4,
                "emphasis": { "scale": 1.15, "itemStyle": { "borderColor": theme.lit_edge, "borderWidth": 2.5 } },
                "blur": { "itemStyle": { "opacity": 0.3 }, "label": { "opacity": 0.5 } },
            },
        ],
    })
}

/// The land behind the places: no mark, and nothing to point at.
fn land(theme: &super::Theme) -> Value {
    json!({
        "name": LAND,
        "silent": true,
        "itemStyle": { "areaColor": theme.land, "borderColor": theme.land, "borderWidth": 0.5 },
        "emphasis": { "disabled": true },
        "tooltip": { "show": false },
    })
}
