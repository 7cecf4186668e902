//! A picture of a chart, with the words around it.

use crate::browser::chart::shown;
use crate::state::{Store, Subject};
use charts::Pictured;
use leptos::prelude::*;
use view::Embed;
use wasm_bindgen::{JsCast, JsValue};

/// Whether there is a drawing now: a form may fall back to a table.
pub fn is_drawn(store: Store, subject: Subject) -> bool {
    let is_laid_out = |chart| {
        let setting = store.setting();
        let drawn = store
            .within()
            .with(|records| charts::chart(chart, setting, records, &[]));
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
    Ok((element, untrack(|| frame(store, subject, &shown))))
}

/// The words around a picture of what is `shown`, as the bridge tells it.
fn frame(store: Store, subject: Subject, shown: &[f64]) -> String {
    let view = store.view().get();
    let embed = match subject {
        Subject::View(embed) => embed,
        Subject::Page => Embed::All,
    };
    let zoom = shown.first().copied().unwrap_or(1.0);
    let map = (embed == Embed::Map).then(|| store.map(view.measure, zoom));
    let link = store.link(&subject.view_of(&view));
    store.apart().with(|selected| {
        let pictured = Pictured {
            embed,
            view: &view,
            selected,
            shown,
            map: map.as_ref(),
            link: &link,
        };
        charts::frame(store.setting(), &pictured).to_string()
    })
}
