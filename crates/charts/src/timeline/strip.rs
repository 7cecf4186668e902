//! The whole span in true scale above the rows: how many records there are at a
//! time, the plans as a ruler, and lines to the same years of the axis below.

use super::density::density;
use super::folds::Fold;
use super::period::{axis, brush, milliseconds};
use crate::Setting;
use crate::json::json;
use model::{Date, Days, RecordIx};
use query::Period;
use serde_json::Value;

/// Heights in pixels: of the plans' names, of the counts, of the lines to the
/// axis below, and of its years.
const NAMES: usize = 12;
pub(super) const COUNTS: usize = 13;
const FAN: usize = 11;
const YEARS: usize = 12;

/// Where the counts lie in a drawing, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strip {
    /// From the left edge.
    pub left: usize,
    /// From the right edge.
    pub right: usize,
    /// From the top.
    pub top: usize,
    /// Its height.
    pub height: usize,
}

/// How high the names of plans are, which some datasets have none of.
pub(super) fn names(setting: Setting<'_>) -> usize {
    if setting.dataset.plans.is_empty() {
        3
    } else {
        NAMES
    }
}

/// How much of a drawing lies above its rows.
pub(super) fn height(setting: Setting<'_>, is_alone: bool) -> usize {
    names(setting) + COUNTS + YEARS + if is_alone { 2 } else { FAN }
}

/// What is selected, and how it is to be shown.
pub(super) struct Look<'a> {
    pub records: &'a [RecordIx],
    pub period: Period,
    pub folds: &'a [Fold],
    /// Without rows below: its years are its own.
    pub is_alone: bool,
    /// How much room there is for words at its left and right, in pixels.
    pub sides: (usize, usize),
}

/// The series that draws it.
pub(super) fn series(setting: Setting<'_>, look: &Look<'_>) -> Value {
    let Setting {
        dataset,
        lang,
        theme,
        ..
    } = setting;
    let (first, last) = axis(dataset);
    let counts = density(dataset, look.records);
    let most = counts.iter().map(|count| count.all).max().unwrap_or(0);
    let counts: Vec<Value> = counts
        .iter()
        .filter(|count| count.all > 0)
        .map(|count| {
            let (from, to) = (milliseconds(count.from), milliseconds(count.to));
            json!([from, to, count.all, count.selected])
        })
        .collect();
    let plans: Vec<Value> = dataset
        .plans
        .iter()
        .filter(|plan| plan.to.last_day() >= first && plan.from.first_day() < last)
        .map(|plan| {
            let start = plan.from.first_day().max(first);
            let end = plan.to.last_day().min(last - 1);
            json!([
                milliseconds(start),
                milliseconds(end + 1),
                text::drawn(lang, &plan.short)
            ])
        })
        .collect();
    let year = |day: Days| Date::month_of(day).year().to_string();
    let folds: Vec<Value> = look
        .folds
        .iter()
        .map(|(start, end)| json!([milliseconds(*start), milliseconds(*end)]))
        .collect();
    // Beside the years, as far as there is room.
    let said = |words: String| {
        if look.sides.0 > 100 {
            words
        } else {
            String::new()
        }
    };
    let folded = match look.folds {
        [(start, end)] => text::years_folded(lang, &year(*start), &year(end - 1)),
        _ => String::new(),
    };
    let ruler = dataset.plans_name.as_ref();
    let (first, last) = (milliseconds(first), milliseconds(last));
    json!({
        "type": "custom", "renderItem": "strip", "silent": true, "clip": false, "zlevel": 0, "z": 1,
        "encode": { "x": [0, 1], "y": 2 }, "data": [{ "value": [first, last, 0] }], "tooltip": { "show": false },
        "strip": {
            "min": first, "max": last, "top": names(setting), "height": COUNTS,
            "fan": if look.is_alone { 0 } else { FAN },
            "counts": counts, "most": most, "plans": plans, "folds": folds,
            "window": brush(dataset, look.period).map(|(from, to)| [from, to]),
            "ruler": said(ruler.map_or_else(String::new, |name| text::drawn(lang, name))),
            "scale": said(text::strip_scale(lang).to_owned()),
            "folded": said(folded),
            "stated": if look.sides.1 > 100 { text::as_stated(lang) } else { "" }, "figures": look.sides.1.saturating_sub(4),
            "ground": theme.band, "line": theme.line, "faint": theme.no_figure,
            "dark": theme.muted, "text": theme.text, "muted": theme.muted, "panel": theme.panel,
            "shade": theme.hairline, "font": crate::font(lang),
        },
    })
}
