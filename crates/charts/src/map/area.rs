//! An area: shaded where the measure may be compared across areas, pale where
//! no record names it.

use super::OfPlace;
use super::figure::{drawn_amount, tip};
use super::scale::Scale;
use crate::Setting;
use crate::json::json;
use query::{Filter, Measure, PlaceChoice};
use serde_json::Value;

pub(super) fn area(
    setting: Setting<'_>,
    of: &OfPlace,
    measure: Measure,
    scale: Option<&Scale>,
    filter: &Filter,
) -> Value {
    let theme = setting.theme;
    let place = setting.dataset.place(of.place);
    let total = of.total.as_ref();
    let name = &text::names::place_with_others(setting.lang, place);
    let chosen = filter.places.contains(&PlaceChoice::Place(of.place));
    let is_named = !of.naming.is_empty();
    let shade = scale.and_then(|scale| drawn_amount(total).map(|amount| scale.color(amount)));
    let color = shade.unwrap_or(if is_named {
        theme.no_figure
    } else {
        theme.panel
    });
    json!({
        "name": place.id,
        "tip": tip(setting, name, measure, of.naming.len(), total),
        "emphasis": {
            "label": { "show": false },
            "itemStyle": { "areaColor": theme.lit, "borderColor": theme.lit_edge, "borderWidth": 2 },
        },
        "itemStyle": {
            "areaColor": color,
            "borderColor": if chosen { theme.text } else { theme.line },
            "borderWidth": if chosen { 2.5 } else { 0.8 },
            "borderType": if is_named || chosen { "solid" } else { "dashed" },
        },
    })
}
