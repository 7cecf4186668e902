//! What ECharts gets.

use super::period::{axis, milliseconds};
use super::sizes::{Sizes, columns};
use super::{BOTTOM, GAP, strip};
use crate::Setting;
use crate::json::json;
use crate::theme::font;
use serde_json::Value;

/// The width of folded years, as a part of the axis.
const FOLD: &str = "3%";

/// The option of rows, and where in them each lane begins and the last ends.
pub(super) fn option(
    setting: Setting<'_>,
    sizes: &Sizes,
    look: &strip::Look<'_>,
    (starts, rows): (&[f64], f64),
    data: Vec<Value>,
) -> Value {
    let Setting {
        dataset,
        lang,
        theme,
        ..
    } = setting;
    let (first, last) = axis(dataset);
    let (left, right) = columns(sizes);
    let now = milliseconds(dataset.as_of.last_day() + 1);
    // A thin line above each lane's first row, and one at the day of the source.
    let rules: Vec<Value> = starts
        .iter()
        .skip(1)
        .map(|row| json!({ "yAxis": row - 0.5 - GAP / 2.0 }))
        .chain((rows > 0.0).then(|| json!({ "xAxis": now, "lineStyle": { "type": "dotted", "opacity": 0.9, "color": theme.text } })))
        .collect();
    let breaks: Vec<Value> = look
        .folds
        .iter()
        .map(|(start, end)| json!({ "start": milliseconds(*start), "end": milliseconds(*end), "gap": FOLD }))
        .collect();
    json!({
        "animation": false,
        // Days are days of the source, not of the reader's time zone.
        "useUTC": true,
        "textStyle": { "fontFamily": font(lang) },
        "tooltip": { "trigger": "item", "confine": true },
        "grid": { "left": left, "right": right, "top": strip::height(setting, look.is_alone), "bottom": if look.is_alone { 0 } else { BOTTOM }, "outerBoundsMode": "none" },
        // The strip writes the years: ECharts drops most beside folded ones.
        "xAxis": {
            "type": "time", "min": milliseconds(first), "max": milliseconds(last),
            "axisLabel": { "show": false }, "axisTick": { "show": false }, "axisLine": { "show": false },
            "splitLine": { "show": false },
            "breaks": breaks,
            "breakArea": {
                // Straight edges from end to end: of shorter spans ECharts draws each
                // anew by chance, and no two drawings of one view would be the same.
                "show": true, "zigzagAmplitude": 0, "zigzagMinSpan": 10_000, "expandOnClick": false, "z": 0,
                "itemStyle": { "color": theme.band, "borderColor": theme.line, "borderType": "dashed", "opacity": 0.9 },
            },
        },
        "yAxis": {
            "type": "value", "inverse": true, "min": -0.5, "max": rows.max(1.0) - 0.5, "interval": 1,
            "splitLine": { "show": false }, "axisTick": { "show": false }, "axisLine": { "show": false },
            "axisLabel": { "show": false },
        },
        "dataZoom": [{
            "type": "inside", "xAxisIndex": 0, "filterMode": "none",
            // The bridge zooms: ECharts would take the page's wheel and fingers.
            "disabled": true, "minValueSpan": 86_400_000_i64 * 90,
        }],
        "brush": {
            "xAxisIndex": 0, "brushType": "lineX", "brushMode": "single", "transformable": false,
            // Behind the rows, whose colours it leaves.
            "z": 2, "brushStyle": { "color": "rgba(80,130,220,0.13)", "borderColor": theme.accent, "borderWidth": 1 },
            "outOfBrush": { "colorAlpha": 1 },
        },
        "series": [
            {
                "type": "scatter", "data": [], "silent": true,
                "markLine": {
                    // They have no ids: one would turn into another.
                    "animation": false,
                    "silent": true, "symbol": "none", "data": rules, "label": { "show": false },
                    "lineStyle": { "color": theme.line, "type": "solid", "width": 1, "opacity": 0.35 },
                },
            },
            {
                "type": "custom", "renderItem": "row", "encode": { "x": [0, 1], "y": 2 }, "data": data,
                "row": {
                    // What a record that is pointed at has behind it, and round its mark.
                    "behind": theme.lit, "lit": theme.text, "text": theme.text, "muted": theme.muted,
                    "faint": theme.faint, "panel": theme.panel, "font": font(lang), "letters": sizes.letters,
                    "lanes": sizes.lane, "titles": sizes.title, "figures": sizes.figure,
                },
                // Titles and figures stand beside the axes. ECharts gives the shapes
                // of a custom series no level otherwise.
                "clip": false, "zlevel": 0, "z": 110,
            },
            strip::series(setting, look),
        ],
        "calendar": { "months": text::months(lang), "day": text::day_of_month(lang) },
    })
}
