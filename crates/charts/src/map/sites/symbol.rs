//! The symbol of a site. Its shape is its sector's; how it is filled and edged is
//! how surely its position is known.

use crate::Setting;
use crate::json::json;
use crate::map::figure::NAMED;
use model::{Certainty, RecordIx, SectorIx};
use outlines::Point;
use serde_json::Value;

pub(super) const SIZE: f64 = 10.0;
/// The diameter of a mark of several.
pub(super) const SEVERAL: f64 = 16.0;
/// How much is left of what only reaches into the chosen period.
const LIGHTER: f64 = 0.4;

/// Where and how a symbol is drawn.
pub(super) struct Drawing {
    pub(super) at: Point,
    pub(super) offset: (f64, f64),
    pub(super) certainty: Certainty,
}

/// How surely a position is known, where that is not exactly.
pub(super) fn certainty(setting: Setting<'_>, certainty: Certainty) -> Option<String> {
    let lang = setting.lang;
    let said = |words| Some(text::labelled(lang, text::position(lang), words));
    match certainty {
        Certainty::Exact => None,
        Certainty::Near => said(text::position_near(lang)),
        Certainty::Unstated => said(text::position_unstated(lang)),
        Certainty::AreaOnly => Some(text::at_parent(lang).to_owned()),
    }
}

/// One site.
pub(super) fn single(
    setting: Setting<'_>,
    (name, tip): (&str, &str),
    sector: Option<SectorIx>,
    drawing: &Drawing,
    records: &[RecordIx],
) -> Value {
    let theme = setting.theme;
    let color = sector.map_or(theme.text, |sector| theme.sector(sector));
    json!({
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
            "opacity": opacity(setting, records),
            "borderColor": color,
            "borderWidth": 1.8,
            "borderType": if drawing.certainty == Certainty::AreaOnly { "dashed" } else { "solid" },
        },
    })
}

/// Whether none of the records lies within the chosen period.
pub(super) fn only_reaches(setting: Setting<'_>, records: &[RecordIx]) -> bool {
    records.iter().all(|ix| setting.reaches(*ix))
}

/// Lighter where all that is told of only reaches into the chosen period, as the
/// timeline's marks are.
fn opacity(setting: Setting<'_>, records: &[RecordIx]) -> f64 {
    if only_reaches(setting, records) {
        LIGHTER
    } else {
        1.0
    }
}

/// Sites that lie together, or somewhere in one area: how many.
pub(super) fn several(
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
            "opacity": opacity(setting, records), "color": theme.panel, "borderColor": theme.muted, "borderWidth": 1.2,
            "borderType": if words.is_some() { "dashed" } else { "solid" },
        },
    })
}

/// A name, and the titles of the records below it.
pub(super) fn titled(setting: Setting<'_>, name: &str, records: &[RecordIx]) -> String {
    let lang = setting.lang;
    let mut tip = name.to_owned();
    for ix in records.iter().take(NAMED) {
        let title = setting.dataset.record(*ix).title.get(lang);
        tip.push('\n');
        if setting.reaches(*ix) {
            tip.push_str(&[title, text::reaches_short(lang)].join(" · "));
        } else {
            tip.push_str(title);
        }
    }
    if records.len() > NAMED {
        tip.push('\n');
        tip.push_str(&text::and_more(lang, records.len() - NAMED));
    }
    tip
}
