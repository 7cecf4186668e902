//! The main map: its areas, circles for figures at points, and the sites within
//! areas.

mod area;
mod clusters;
mod figure;
mod inset;
mod points;
mod scale;
mod sheet;
mod sites;
mod untied;

pub use inset::inset;
pub use points::{Look, SizeItem};
pub use scale::LegendItem;
pub use sheet::{not_outlined, outlines_problem, sheet};
pub use sites::SitesLegend;
pub use untied::Untied;

use super::theme::font;
use super::{Action, Mark, Setting};
use clusters::{MOST_ZOOM, Sight};
use figure::{drawn_amount, figure};
use model::{PlaceIx, RecordIx};
use outlines::{LAND, Sheet};
use points::points;
use query::{Filter, Measure, PlaceChoice, Total, by_area, measured};
use scale::Scale;
use serde_json::{Value, json};
use sites::{Sites, sites};
use untied::untied;

/// Positions of series in the option, after that of the areas' names.
const SITES: usize = 1;
const POINTS: usize = 2;
/// What a map without points can be enlarged to.
const MOST_ZOOM_AREAS: f64 = 20.0;

/// The map, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct MapView {
    /// What ECharts draws.
    pub option: Value,
    /// Which mark stands for which records.
    pub marks: Vec<Mark>,
    /// The shading's legend; empty where no area has an outline.
    pub legend: Vec<LegendItem>,
    /// The circles' legend; empty where there are none.
    pub sizes: Vec<SizeItem>,
    /// Records that are not tied to one division.
    pub untied: Vec<Untied>,
    /// The sectors of the sites that are drawn.
    pub sites: SitesLegend,
    /// The figures of areas and places, for a reader who cannot see the drawing.
    pub figures: Vec<(PlaceIx, String)>,
}

/// How a map is seen: its sheet, and how often it is enlarged.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// Where its places are, once that is known.
    pub sheet: Option<&'a Sheet>,
    /// From 1, the whole map.
    pub zoom: f64,
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
        untied: untied(setting, records, measure, &totals),
        sites: Vec::new(),
        figures: totals
            .iter()
            .map(|of| (of.place, figure(setting, measure, of.total.as_ref())))
            .collect(),
    };
    let Some(sheet) = seen.sheet else {
        return view;
    };
    let sight = Sight {
        sheet,
        zoom: seen.zoom,
        compact: setting.compact,
    };
    let (mut outlined, mut pointed) = (Vec::new(), Vec::new());
    for of in totals {
        match sheet.area(&dataset.place(of.place).id) {
            Some(at) => outlined.push((of, at)),
            None => pointed.push(of),
        }
    }

    let amounts: Vec<f64> = outlined
        .iter()
        .filter_map(|(of, _)| drawn_amount(of.total.as_ref()))
        .collect();
    let scale = Scale::new(amounts.clone(), setting.theme);
    let mut areas = Vec::new();
    let mut labels = Vec::new();
    for (of, at) in &outlined {
        view.marks.push(Mark {
            series: None,
            datum: areas.len(),
            records: of.records.clone(),
            action: Some(Action::Place(PlaceChoice::Place(of.place))),
        });
        areas.push(area::area(setting, of, measure, &scale, filter));
        let name = dataset.place(of.place).name.get(setting.lang);
        labels.push(json!({ "name": name, "value": [at.0, at.1] }));
    }
    if !outlined.is_empty() {
        view.legend = scale.legend(setting, measure, &amounts);
    }
    // Where no level is one of areas, each place counts by itself.
    let sites = if dataset.has_areas() {
        sites(setting, records, sight, SITES)
    } else {
        Sites::default()
    };
    view.marks.extend(sites.marks);
    view.sites = sites.legend;

    let places = pointed
        .into_iter()
        .filter(|of| !of.records.is_empty())
        .map(|of| (of.place, of.records));
    let points = points(setting, places.collect(), filter, measure, sight, POINTS);
    view.marks.extend(points.marks);
    view.sizes = points.legend;
    let most_zoom = if points.data.is_empty() {
        MOST_ZOOM_AREAS
    } else {
        MOST_ZOOM
    };
    let series = [labels, sites.data, points.data];
    view.option = option(setting, sheet, areas, series, most_zoom);
    view
}

/// An area or a place that counts by itself, the records that count for it, and
/// their total.
struct OfPlace {
    place: PlaceIx,
    records: Vec<RecordIx>,
    total: Option<Total>,
}

/// Of all areas of the main map; where places are points alone, of those that
/// have records.
fn totals(setting: Setting<'_>, records: &[RecordIx], measure: Measure) -> Vec<OfPlace> {
    let dataset = setting.dataset;
    let mut groups = by_area(dataset, records, measure);
    dataset
        .parts_of_map()
        .filter_map(|place| {
            let records = groups.remove(&place).unwrap_or_default();
            if records.is_empty() && !dataset.is_area(place) {
                return None;
            }
            let total = measured(dataset, &records, measure);
            Some(OfPlace {
                place,
                records,
                total,
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
    let halo = json!({
        "show": true, "formatter": "{b}", "color": theme.text, "fontSize": 12,
        "textBorderColor": theme.panel, "textBorderWidth": 3,
    });
    let mut site_label = halo.clone();
    site_label["show"] = json!(false);
    site_label["position"] = json!("right");
    site_label["fontSize"] = json!(11);
    let mut point_label = halo.clone();
    point_label["position"] = json!("right");
    point_label["fontSize"] = json!(11);
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
            "top": 10, "bottom": 10, "left": 10, "right": 10,
            "itemStyle": { "areaColor": theme.no_figure, "borderColor": theme.line },
            "label": { "show": false },
            "selectedMode": false, "tooltip": { "show": true }, "regions": areas,
        },
        "series": [
            {
                "type": "scatter", "coordinateSystem": "geo", "geoIndex": 0, "silent": true, "symbolSize": 0.1,
                "data": labels, "label": halo, "labelLayout": { "hideOverlap": true }, "z": 6,
            },
            {
                "type": "scatter", "coordinateSystem": "geo", "geoIndex": 0, "symbolSize": 12, "data": sites,
                "label": site_label, "labelLayout": { "hideOverlap": true }, "z": 5,
                "emphasis": { "scale": 1.4, "label": { "show": true } },
            },
            {
                "type": "scatter", "coordinateSystem": "geo", "geoIndex": 0, "symbol": "circle", "data": points,
                "label": point_label, "labelLayout": { "hideOverlap": true }, "z": 4,
                "emphasis": { "scale": 1.15, "itemStyle": { "borderColor": theme.text, "borderWidth": 2.5 } },
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
