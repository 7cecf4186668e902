//! Labels of times above the rows, a line each, so that none hides another.

use super::period::milliseconds;
use super::sizes::Sizes;
use crate::json::json;
use crate::{Setting, labels};
use serde_json::Value;
use view::{Label, On};

/// A line of them, in pixels.
const LINE: f64 = 17.0;

/// How far they push the rows down, in rows.
pub(super) fn rows(labels: &[Label], sizes: &Sizes) -> f64 {
    spans(labels).count() as f64 * LINE / sizes.row as f64
}

/// The series that draws them, over rows that end there; none without any.
pub(super) fn series(
    setting: Setting<'_>,
    labels: &[Label],
    sizes: &Sizes,
    end: f64,
) -> Option<Value> {
    let theme = setting.theme;
    let line = LINE / sizes.row as f64;
    let data: Vec<Value> = spans(labels)
        .enumerate()
        .map(|(nth, (label, from, to))| {
            json!({
                "value": [from, to, (nth as f64 + 0.5) * line - 0.5, end - 0.5],
                "title": labels::said(setting, label),
            })
        })
        .collect();
    (!data.is_empty()).then(|| {
        json!({
            "type": "custom", "renderItem": "labels", "silent": true, "clip": false, "zlevel": 0,
            // Behind the rows, above the strip's tint.
            "z": 2, "encode": { "x": [0, 1], "y": 2 }, "data": data, "tooltip": { "show": false },
            "labels": {
                "text": theme.text, "edge": theme.muted, "panel": theme.panel, "height": LINE,
                "font": crate::font(setting.lang),
            },
        })
    })
}

/// The times that have a label, from the first millisecond to the last.
fn spans(labels: &[Label]) -> impl Iterator<Item = (&Label, i64, i64)> {
    labels.iter().filter_map(|label| match label.on {
        On::Time(from, to) => Some((
            label,
            milliseconds(from.first_day()),
            milliseconds(to.last_day() + 1),
        )),
        _ => None,
    })
}
