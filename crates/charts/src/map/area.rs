//! An area with its shade.

use super::OfPlace;
use super::figure::{drawn_amount, tip};
use super::scale::Scale;
use crate::Setting;
use query::{Filter, Measure, PlaceChoice};
use serde_json::{Value, json};

pub(super) fn area(
    setting: Setting<'_>,
    of: &OfPlace,
    measure: Measure,
    scale: &Scale,
    filter: &Filter,
) -> Value {
    let theme = setting.theme;
    let place = setting.dataset.place(of.place);
    let total = of.total.as_ref();
    let name = place.name.get(setting.lang);
    let chosen = filter.places.contains(&PlaceChoice::Place(of.place));
    let amount = drawn_amount(total);
    let color = amount.map_or(theme.no_figure, |amount| scale.color(amount));
    json!({
        "name": place.id,
        "tip": tip(setting, name, measure, of.records.len(), total),
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
