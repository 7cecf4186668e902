//! The main map: its areas, and the places in them.

use super::map_scale::{LegendItem, Scale};
use super::theme::{font, symbol};
use super::{Action, Mark, Setting};
use model::{Located, PlaceIx, RecordIx, SectorIx};
use query::{Counted, Filter, Measure, PlaceChoice, Total, by_area, by_location, measured};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// How far symbols at one point stand apart, in pixels.
const APART: f64 = 17.0;
/// How many records a tooltip names.
const NAMED: usize = 12;
/// Position of the sites' series in the option.
const SITES: usize = 1;

/// The map, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct MapView {
    /// What ECharts draws.
    pub option: Value,
    /// Which mark stands for which records.
    pub marks: Vec<Mark>,
    /// The shading's legend.
    pub legend: Vec<LegendItem>,
    /// Records that are not tied to one division.
    pub untied: Vec<Untied>,
    /// The sectors of the sites that are drawn.
    pub sites: SitesLegend,
    /// The divisions' figures, for a reader who cannot see the drawing.
    pub figures: Vec<(PlaceIx, String)>,
}

/// Sectors of drawn sites, with colour and symbol.
pub type SitesLegend = Vec<(SectorIx, &'static str, &'static str)>;

/// Records that are tied to the whole area, to no place, or to several areas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untied {
    /// The choice that filters by them, where there is one.
    pub choice: Option<PlaceChoice>,
    /// What they are tied to.
    pub name: String,
    /// The measure's figure.
    pub figure: String,
}

/// The measure's figure in words.
fn figure(setting: Setting<'_>, measure: Measure, total: Option<&Total>) -> String {
    let Some(total) = total else {
        return text::no_figure(setting.lang).to_owned();
    };
    match (measure.takes(setting.dataset), total.counted.as_slice()) {
        (None, _) => text::records(setting.lang, total.amount as usize),
        (Some(_), []) => text::only_expected(setting.lang).to_owned(),
        (Some(_), [one]) => text::qualified(
            setting.lang,
            &setting.dataset.record(one.record).values[one.value],
            setting.dataset,
        ),
        (Some(of), _) => {
            format!(
                "{} ({})",
                text::amount(setting.lang, total.amount, of.unit, setting.dataset),
                text::derived(setting.lang)
            )
        }
    }
}

/// Builds the map from the selected records. `geometry` tells where each
/// area's label goes, by place id, in degrees.
#[must_use]
pub fn map(
    setting: Setting<'_>,
    records: &[RecordIx],
    filter: &Filter,
    measure: Measure,
    geometry: &BTreeMap<String, (f64, f64)>,
) -> MapView {
    let dataset = setting.dataset;
    let totals = totals(setting, records, measure);
    let amounts = amounts(&totals);
    let scale = Scale::new(amounts.clone(), setting.theme);

    let mut marks = Vec::new();
    let mut areas = Vec::new();
    let mut labels = Vec::new();
    for (position, (division, group, total)) in totals.iter().enumerate() {
        marks.push(Mark {
            series: None,
            datum: position,
            records: group.clone(),
            action: Some(Action::Place(PlaceChoice::Place(*division))),
        });
        areas.push(area(
            setting,
            *division,
            group.len(),
            total.as_ref(),
            measure,
            &scale,
            filter,
        ));
        let place = dataset.place(*division);
        if let Some((longitude, latitude)) = geometry.get(&place.id) {
            labels.push(
                json!({ "name": place.name.get(setting.lang), "value": [longitude, latitude] }),
            );
        }
    }
    let (sites, site_marks, legend_sites) = sites(setting, records, geometry);
    marks.extend(site_marks);

    let aspect = aspect(geometry.values().copied());
    let option = option(setting, areas, labels, sites, aspect);
    let figures = totals
        .iter()
        .map(|(d, _, total)| (*d, figure(setting, measure, total.as_ref())))
        .collect();
    MapView {
        option,
        marks,
        legend: scale.legend(setting, measure, &amounts),
        untied: untied(setting, records, measure),
        sites: legend_sites,
        figures,
    }
}

/// A division, the records that count for it, and their total.
type DivisionTotal = (PlaceIx, Vec<RecordIx>, Option<Total>);

fn totals(setting: Setting<'_>, records: &[RecordIx], measure: Measure) -> Vec<DivisionTotal> {
    let dataset = setting.dataset;
    let mut groups = by_area(dataset, records, measure);
    dataset
        .place_indices()
        .filter(|ix| dataset.is_area(*ix) && dataset.is_on_map(*ix))
        .map(|division| {
            let group = groups.remove(&division).unwrap_or_default();
            let total = measured(dataset, &group, measure);
            (division, group, total)
        })
        .collect()
}

fn amounts(totals: &[DivisionTotal]) -> Vec<f64> {
    totals
        .iter()
        .filter_map(|(.., total)| shaded(total.as_ref()))
        .collect()
}

/// The amount that an area is shaded by: not one that is expected only.
fn shaded(total: Option<&Total>) -> Option<f64> {
    let total = total?;
    (total.expected.is_empty() || !total.counted.is_empty()).then_some(total.amount)
}

/// The legend of the map's shading alone.
#[must_use]
pub fn map_legend(setting: Setting<'_>, records: &[RecordIx], measure: Measure) -> Vec<LegendItem> {
    let amounts = amounts(&totals(setting, records, measure));
    Scale::new(amounts.clone(), setting.theme).legend(setting, measure, &amounts)
}

fn area(
    setting: Setting<'_>,
    division: PlaceIx,
    records: usize,
    total: Option<&Total>,
    measure: Measure,
    scale: &Scale,
    filter: &Filter,
) -> Value {
    let Setting {
        dataset,
        lang,
        theme,
        ..
    } = setting;
    let place = dataset.place(division);
    let name = place.name.get(lang);
    let mut tip = format!(
        "{name}\n{}",
        text::labelled(
            lang,
            text::names::measure(lang, measure, dataset),
            &figure(setting, measure, total)
        )
    );
    if measure != Measure::Records {
        tip.push('\n');
        tip.push_str(&text::records(lang, records));
    }
    let left_out = total.map_or(&[][..], |t| &t.left_out);
    if !left_out.is_empty() {
        let title = |counted: &Counted| dataset.record(counted.record).title.get(lang).to_owned();
        let titles: Vec<String> = left_out.iter().map(title).collect();
        tip.push('\n');
        tip.push_str(&text::labelled(
            lang,
            text::not_added(lang),
            &text::first_of(lang, &titles, NAMED),
        ));
    }
    for expected in total.into_iter().flat_map(|t| &t.expected) {
        let record = dataset.record(expected.record);
        let stated = text::qualified(lang, &record.values[expected.value], dataset);
        tip.push('\n');
        tip.push_str(&text::labelled(
            lang,
            text::expected_not_counted(lang),
            &text::labelled(lang, record.title.get(lang), &stated),
        ));
    }
    let chosen = filter.places.contains(&PlaceChoice::Place(division));
    let amount = shaded(total);
    let color = amount.map_or(theme.no_figure, |amount| scale.color(amount));
    json!({
        "name": place.id,
        "tip": tip,
        "emphasis": {
            "label": { "show": false },
            "itemStyle": { "areaColor": color, "borderColor": theme.text, "borderWidth": 2.5 },
        },
        "itemStyle": {
            "areaColor": color,
            "borderColor": if chosen { theme.text } else { theme.line },
            "borderWidth": if chosen { 3.0 } else { 1.0 },
            "borderType": if amount.is_none() && !chosen { "dashed" } else { "solid" },
        },
    })
}

fn untied(setting: Setting<'_>, records: &[RecordIx], measure: Measure) -> Vec<Untied> {
    let groups = by_location(setting.dataset, records);
    [Located::Several, Located::Whole, Located::Nowhere]
        .into_iter()
        .filter_map(|located| {
            let group = groups.get(&located)?;
            let total = measured(setting.dataset, group, measure);
            let name = match located {
                Located::Several => text::several_divisions(setting.lang),
                Located::Whole => text::names::whole(setting.lang, setting.dataset),
                _ => text::programme_wide(setting.lang),
            };
            Some(Untied {
                choice: PlaceChoice::of(located),
                name: name.to_owned(),
                figure: figure(setting, measure, total.as_ref()),
            })
        })
        .collect()
}

/// Places below the divisions that selected records are tied to.
fn sites(
    setting: Setting<'_>,
    records: &[RecordIx],
    geometry: &BTreeMap<String, (f64, f64)>,
) -> (Vec<Value>, Vec<Mark>, SitesLegend) {
    let Setting {
        dataset,
        lang,
        theme,
        ..
    } = setting;
    let whole = dataset.main_map().and_then(|map| map.place);
    let is_whole = |place: PlaceIx| whole == Some(place);
    let mut at_place: BTreeMap<PlaceIx, Vec<RecordIx>> = BTreeMap::new();
    for ix in records {
        for place in &dataset.record(*ix).places {
            if dataset.is_on_map(*place) && !dataset.is_area(*place) && !is_whole(*place) {
                at_place.entry(*place).or_default().push(*ix);
            }
        }
    }
    let mut taken: BTreeMap<PlaceIx, usize> = BTreeMap::new();
    let (mut data, mut marks, mut sectors) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (place, group) in at_place {
        let Some((drawn_at, longitude, latitude)) = position(setting, place, geometry) else {
            continue;
        };
        let Some(first) = group.first() else { continue };
        let sector = dataset.record(*first).sector;
        sectors.insert(sector);
        let exact = drawn_at == place;
        let nth = taken.entry(drawn_at).or_default();
        let offset = offset(at(setting, drawn_at), *nth);
        *nth += 1;
        let name = dataset.place(place).name.get(lang);
        let titles = group.iter().map(|ix| dataset.record(*ix).title.get(lang));
        let mut tip = name.to_owned();
        for title in titles.take(NAMED) {
            tip.push('\n');
            tip.push_str(title);
        }
        if group.len() > NAMED {
            tip.push('\n');
            tip.push_str(&text::and_more(lang, group.len() - NAMED));
        }
        if !exact {
            tip.push('\n');
            tip.push_str(text::at_parent(lang));
        }
        let color = theme.sector(sector);
        marks.push(Mark {
            series: Some(SITES),
            datum: data.len(),
            records: group.clone(),
            action: Some(Action::Place(PlaceChoice::Place(place))),
        });
        data.push(json!({
            "name": name,
            "value": [longitude, latitude],
            "tip": tip,
            "symbol": symbol(sector),
            "symbolOffset": [offset.0, offset.1],
            "itemStyle": {
                "color": if exact { color } else { theme.panel },
                "borderColor": color,
                "borderWidth": 2.5,
            },
        }));
    }
    let legend = sectors
        .into_iter()
        .map(|s| (s, theme.sector(s), symbol(s)))
        .collect();
    (data, marks, legend)
}

/// Where a place is drawn: at its own point, or at that of what it lies in.
fn position(
    setting: Setting<'_>,
    place: PlaceIx,
    geometry: &BTreeMap<String, (f64, f64)>,
) -> Option<(PlaceIx, f64, f64)> {
    setting.dataset.lineage(place).find_map(|ix| {
        let here = setting.dataset.place(ix);
        let inner = geometry.get(&here.id).copied();
        let point = if setting.dataset.is_area(ix) {
            inner
        } else {
            here.coordinates
                .as_ref()
                .map(|c| (c.longitude, c.latitude))
                .or(inner)
        };
        point.map(|(longitude, latitude)| (ix, longitude, latitude))
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

fn at(setting: Setting<'_>, place: PlaceIx) -> At {
    let dataset = setting.dataset;
    let holds_areas = || {
        dataset.place_indices().any(|ix| {
            ix != place && dataset.is_area(ix) && dataset.lineage(ix).any(|of| of == place)
        })
    };
    match () {
        () if dataset.is_area(place) => At::Area,
        () if holds_areas() => At::Whole,
        () => At::Point,
    }
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

/// How much narrower a degree of longitude is than one of latitude, in the
/// middle of what is drawn.
pub fn aspect(points: impl Iterator<Item = (f64, f64)>) -> f64 {
    let (least, most) = points.fold((90.0_f64, -90.0_f64), |(least, most), (_, latitude)| {
        (least.min(latitude), most.max(latitude))
    });
    if least > most {
        return 1.0;
    }
    f64::midpoint(least, most).to_radians().cos().max(0.1)
}

fn option(
    setting: Setting<'_>,
    areas: Vec<Value>,
    labels: Vec<Value>,
    sites: Vec<Value>,
    aspect: f64,
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
    json!({
        "animation": false,
        "textStyle": { "fontFamily": font(setting.lang) },
        "tooltip": { "trigger": "item", "confine": true },
        "geo": {
            "map": name, "nameProperty": "id", "roam": "move", "scaleLimit": { "min": 1, "max": 20 },
            "aspectScale": aspect, "preserveAspect": "contain", "top": 10, "bottom": 10, "left": 10, "right": 10,
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
        ],
    })
}
