//! The maps beside the main one.

use crate::json::json;
use crate::theme::font;
use crate::{Action, Mark, Setting};
use model::{Map, PlaceIx, RecordIx};
use outlines::Sheet;
use query::{Filter, PlaceChoice};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A map beside the main one: areas that records name are marked and clickable.
#[must_use]
pub fn inset(
    map: &Map,
    setting: Setting<'_>,
    records: &[RecordIx],
    filter: &Filter,
    sheet: Option<&Sheet>,
) -> (Value, Vec<Mark>) {
    let Setting {
        dataset,
        lang,
        theme,
        ..
    } = setting;
    let areas: Vec<PlaceIx> = dataset
        .place_indices()
        .filter(|ix| dataset.is_area(*ix) && dataset.is_within(*ix, map))
        .collect();
    let mut named: BTreeMap<PlaceIx, BTreeSet<RecordIx>> = BTreeMap::new();
    for ix in records {
        for place in &dataset.record(*ix).places {
            named.entry(*place).or_default().insert(*ix);
        }
    }
    let mut marks = Vec::new();
    let data: Vec<Value> = areas
        .iter()
        .enumerate()
        .map(|(position, area)| {
            let place = dataset.place(*area);
            let group: Vec<RecordIx> = named.remove(area).into_iter().flatten().collect();
            let tip = format!(
                "{}\n{}",
                place.name.get(lang),
                text::records(lang, group.len())
            );
            let chosen = filter.places.contains(&PlaceChoice::Place(*area));
            marks.push(Mark {
                series: Some(0),
                datum: position,
                records: group,
                action: Some(Action::Place(PlaceChoice::Place(*area))),
            });
            json!({
                "name": place.id,
                "tip": tip,
                "itemStyle": {
                    "areaColor": theme.line,
                    "borderColor": if chosen { theme.text } else { theme.panel },
                    "borderWidth": if chosen { 2.0 } else { 0.6 },
                },
            })
        })
        .collect();
    let aspect = sheet.map_or(1.0, Sheet::aspect);
    let option = json!({
        "animation": false,
        "textStyle": { "fontFamily": font(lang) },
        "tooltip": { "trigger": "item", "confine": true },
        "series": [{
            "type": "map", "map": map.id, "nameProperty": "id", "roam": false, "data": data, "selectedMode": false,
            "aspectScale": aspect, "preserveAspect": "contain", "top": 1, "bottom": 1, "left": 1, "right": 1,
            "itemStyle": { "areaColor": theme.panel, "borderColor": theme.line, "borderWidth": 0.5 },
            "label": { "show": false },
            "emphasis": {
                "label": { "show": false },
                "itemStyle": { "areaColor": theme.lit, "borderColor": theme.lit_edge, "borderWidth": 1.5 },
            },
            "blur": { "itemStyle": { "opacity": 0.55 }, "label": { "show": false } },
        }],
    });
    (option, marks)
}
