//! A picture of a chart, with the words around it.

use crate::browser::chart::shown;
use crate::state::{Store, Subject};
use charts::{Look, MapView, Setting, font, untied_title, visible_months};
use leptos::prelude::*;
use query::{Beyond, Measure};
use serde_json::{Value, json as object};
use text::{filters, names, preview};
use view::Embed;
use wasm_bindgen::{JsCast, JsValue};

/// Whether there is a drawing now: a form may fall back to a table.
pub fn is_drawn(store: Store, subject: Subject) -> bool {
    let is_laid_out = |chart| {
        let setting = store.setting();
        let drawn = store
            .within()
            .with(|records| charts::chart(chart, setting, records));
        !drawn.option.is_null()
    };
    match subject {
        Subject::View(Embed::Chart(chart)) => untrack(|| is_laid_out(chart)),
        _ => subject.chart(store.dataset()).is_some(),
    }
}

/// The chart's element and the words around its picture.
pub fn of(store: Store, subject: Subject) -> Result<(web_sys::HtmlElement, String), JsValue> {
    let id = subject.chart(store.dataset()).ok_or(JsValue::NULL)?;
    let document = web_sys::window()
        .and_then(|w| w.document())
        .ok_or(JsValue::NULL)?;
    let element: web_sys::HtmlElement = document
        .get_element_by_id(&id)
        .ok_or(JsValue::NULL)?
        .dyn_into()?;
    // A chart that did not load shows nothing, and has no picture either.
    let shown = shown(&element).unwrap_or_default();
    Ok((
        element,
        untrack(|| frame(store, subject, &shown)).to_string(),
    ))
}

/// The words around a picture of what is `shown`, as the bridge tells it.
fn frame(store: Store, subject: Subject, shown: &[f64]) -> Value {
    let setting = store.setting();
    let lang = setting.lang;
    let view = store.view().get();
    let mut titled = subject.view_of(&view);
    let mut notes = Vec::new();
    let mut legend = Vec::new();
    let mut beyond = Vec::new();
    let mut beside = Value::Null;
    match subject {
        Subject::View(Embed::Chart(chart)) => {
            titled.embed = Some(Embed::Chart(chart));
            let drawn = store
                .within()
                .with(|records| charts::chart(chart, setting, records));
            let note = text::chart::note(lang, chart, drawn.drawn, store.dataset());
            notes.push(note.text(lang));
            let of = store.dataset().chart(chart);
            beyond = Beyond::of_chart(store.dataset(), &store.reaching().get(), of);
        }
        Subject::View(Embed::Map) => {
            notes.push(text::labelled(
                lang,
                text::measure(lang),
                names::measure(lang, view.measure, store.dataset()),
            ));
            let drawn = store.map(view.measure, shown.first().copied().unwrap_or(1.0));
            beside = self::beside(setting, &drawn);
            legend = drawn
                .legend
                .into_iter()
                .map(|item| object!({ "color": item.color, "text": item.text }))
                .collect();
            notes.extend(
                drawn
                    .largest
                    .map(|amount| text::largest_circle(lang, &amount)),
            );
            notes.push(match shown {
                [zoom] if *zoom > 1.0 => text::shown_map(lang, *zoom),
                _ => text::shown_whole_map(lang).to_owned(),
            });
            if view.measure != Measure::Records {
                notes.push(names::only_tied(lang, store.dataset()).to_owned());
            }
            let reaching = store.reaching().get();
            beyond = Beyond::of_measure(store.dataset(), &reaching, view.measure);
        }
        _ => {
            let part = match shown {
                [from, to] => visible_months(store.dataset(), *from, *to),
                _ => None,
            };
            notes.push(part.map_or_else(
                || text::shown_all_time(lang).to_owned(),
                |(from, to)| text::shown_time(lang, &text::date(lang, from), &text::date(lang, to)),
            ));
            notes.push(text::timeline_note_short(lang).to_owned());
        }
    }
    notes.extend(text::period::not_counted_line(
        lang,
        &beyond,
        setting.period,
        store.dataset(),
    ));
    titled.record = None;
    let parts: Vec<String> = filters::parts(lang, store.dataset(), &view.filter)
        .iter()
        .map(|part| part.words(lang).text(lang))
        .collect();
    notes.push(if parts.is_empty() {
        text::count_of(
            lang,
            store.selection().with(Vec::len),
            store.dataset().records.len(),
        )
    } else {
        text::list(lang, &parts)
    });
    notes.extend(store.apart().with(|s| text::period::apart(lang, s)));
    object!({
        "title": preview::title(lang, &titled, store.dataset()),
        "notes": notes,
        "legend": legend,
        "beside": beside,
        "footer": [
            text::source_line(lang, store.dataset()),
            text::labelled(lang, text::licence(lang), &store.dataset().licence),
            store.link(&subject.view_of(&view)),
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
                object!({
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
            object!({ "name": group.name, "coins": coins.collect::<Vec<_>>() })
        })
        .collect();
    object!({ "title": untied_title(setting.lang, setting.dataset, drawn), "groups": groups })
}
