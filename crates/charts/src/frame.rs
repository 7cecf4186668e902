//! The words around a picture of a view: its title, what it counts, the legend
//! and where it is from.

use crate::json::json;
use crate::{
    Look, MapView, Setting, chart, font, labels_of_chart, labels_of_timeline, untied_title,
    visible_months,
};
use query::{Beyond, Measure, Selection};
use serde_json::Value;
use text::{filters, names, preview};
use view::{Embed, Panel, ViewState};

/// What there is a picture of.
pub struct Pictured<'a> {
    /// The map, the timeline, or a chart.
    pub embed: Embed,
    /// The view that it is of.
    pub view: &'a ViewState,
    /// What that selects.
    pub selected: &'a Selection,
    /// What of the drawing is seen: how often the map is enlarged, or from when to
    /// when, in milliseconds since 1970; empty for all of it.
    pub shown: &'a [f64],
    /// The map, where it is one.
    pub map: Option<&'a MapView>,
    /// The link to the view.
    pub link: &'a str,
}

/// The words, as the scripts take them.
#[must_use]
pub fn frame(setting: Setting<'_>, of: &Pictured<'_>) -> Value {
    let Setting { dataset, lang, .. } = setting;
    let Pictured { view, selected, .. } = of;
    let mut titled = ViewState {
        panel: Panel::All,
        embed: Some(of.embed),
        record: None,
        ..(*view).clone()
    };
    let mut notes = Vec::new();
    let mut legend = Vec::new();
    let mut beyond = Vec::new();
    let mut beside = Value::Null;
    let mut said = Vec::new();
    match of.embed {
        Embed::Chart(id) => {
            let drawn = chart(id, setting, selected.within(), &view.labels);
            said = labels_of_chart(&view.labels, (id, dataset.chart(id)), &drawn.records());
            notes.push(text::chart::note(lang, id, drawn.drawn, dataset).text(lang));
            beyond = Beyond::of_chart(dataset, selected.reaching(), dataset.chart(id));
        }
        Embed::Map => {
            titled.embed = None;
            titled.panel = Panel::Map;
            notes.push(text::labelled(
                lang,
                text::measure(lang),
                names::measure(lang, view.measure, dataset),
            ));
            if let Some(drawn) = of.map {
                beside = self::beside(setting, drawn);
                legend = drawn
                    .legend
                    .iter()
                    .map(|item| json!({ "color": item.color, "text": item.text }))
                    .collect();
                let largest = drawn.largest.as_ref();
                notes.extend(largest.map(|amount| text::largest_circle(lang, amount)));
            }
            notes.push(match of.shown {
                [zoom] if *zoom > 1.0 => text::shown_map(lang, *zoom),
                _ => text::shown_whole_map(lang).to_owned(),
            });
            if view.measure != Measure::Records {
                notes.push(names::only_tied(lang, dataset).to_owned());
            }
            beyond = Beyond::of_measure(dataset, selected.reaching(), view.measure);
        }
        _ => {
            titled.embed = None;
            titled.panel = Panel::Timeline;
            let part = match of.shown {
                [from, to] => visible_months(dataset, *from, *to),
                _ => None,
            };
            notes.push(part.map_or_else(
                || text::shown_all_time(lang).to_owned(),
                |(from, to)| text::shown_time(lang, &text::date(lang, from), &text::date(lang, to)),
            ));
            notes.push(text::timeline_note_short(lang).to_owned());
            said = labels_of_timeline(&view.labels, selected.all());
        }
    }
    notes.extend(text::period::not_counted_line(
        lang,
        &beyond,
        setting.period,
        dataset,
    ));
    let parts: Vec<String> = filters::parts(lang, dataset, &view.filter)
        .iter()
        .map(|part| part.words(lang).text(lang))
        .collect();
    notes.push(if parts.is_empty() {
        text::count_of(lang, selected.all().len(), dataset.records.len())
    } else {
        text::list(lang, &parts)
    });
    notes.extend(text::period::apart(lang, selected));
    if !said.is_empty() {
        let lines = said.iter();
        let lines = lines.map(|label| text::labels::line(lang, label, dataset).text(lang));
        notes.push(text::labels_note(lang).to_owned());
        notes.extend(lines);
    }
    json!({
        "title": preview::title(lang, &titled, dataset),
        "notes": notes,
        "legend": legend,
        "beside": beside,
        "footer": [
            text::source_line(lang, dataset),
            text::labelled(lang, text::licence(lang), &dataset.licence),
            of.link,
        ],
        "font": font(lang),
        "colors": { "panel": setting.theme.panel, "text": setting.theme.text, "muted": setting.theme.muted },
    })
}

/// The circles that stand below the map; nothing where there are none.
fn beside(setting: Setting<'_>, drawn: &MapView) -> Value {
    if drawn.untied.iter().all(|group| group.coins.is_empty()) {
        return Value::Null;
    }
    let groups: Vec<Value> = drawn
        .untied
        .iter()
        .map(|group| {
            let coins = group.coins.iter().map(|coin| {
                json!({
                    "diameter": coin.diameter,
                    "fill": match coin.look {
                        Look::Filled => coin.color.to_owned(),
                        Look::Outlined | Look::Dashed => format!("{}26", coin.color),
                        Look::Hollow | Look::Broken => setting.theme.panel.to_owned(),
                    },
                    "edge": coin.color,
                    "dashed": coin.look == Look::Dashed,
                    "text": coin.text,
                })
            });
            json!({ "name": group.name, "coins": coins.collect::<Vec<_>>() })
        })
        .collect();
    json!({ "title": untied_title(setting.lang, setting.dataset, drawn), "groups": groups })
}
