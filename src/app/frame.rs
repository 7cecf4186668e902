//! An embedded view and the page around it: messages of the protocol that
//! `docs/embed.md` describes, version 1.

use super::store::Store;
use crate::view::{ViewState, decode, encode};
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Window};

const VERSION: f64 = 1.0;
/// A longer query is no link of ours.
const LONGEST: usize = 4000;

/// Speaks with the page around, if there is one.
pub fn connect(store: Store) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let Some(parent) = window
        .parent()
        .ok()
        .flatten()
        .filter(|parent| *parent != window)
    else {
        return;
    };
    listen(store, &window, parent.clone());
    tell_height(&parent);
    post(&parent, &[("type", "ready".into())]);

    let to = StoredValue::new_local(parent);
    let first = StoredValue::new(true);
    let record = Memo::new(move |_| store.view.with(|v| v.record));
    Effect::new(move |_| {
        let record = record.get().map(|ix| store.dataset.record(ix).id.clone());
        if first.get_value() && record.is_none() {
            return;
        }
        let value = record.map_or(JsValue::NULL, JsValue::from);
        to.with_value(|parent| post(parent, &[("type", "select".into()), ("record", value)]));
    });
    let filters = Memo::new(move |_| {
        let only = store.view.with(ViewState::only_filter);
        encode(&only, store.dataset)
    });
    Effect::new(move |_| {
        let filters = filters.get();
        if first.get_value() {
            first.set_value(false);
            return;
        }
        to.with_value(|parent| {
            post(
                parent,
                &[("type", "filterchange".into()), ("filters", filters.into())],
            )
        });
    });
    Effect::new(move |_| {
        for notice in store.notices.get() {
            let message = crate::text::notice(store.lang.get_untracked(), &notice);
            to.with_value(|parent| {
                post(
                    parent,
                    &[("type", "error".into()), ("message", message.into())],
                )
            });
        }
    });
}

/// What is posted is on screen for anyone to see, so any page may hear it.
fn post(parent: &Window, fields: &[(&str, JsValue)]) {
    let message = Object::new();
    let all = fields.iter().map(|(name, value)| (*name, value.clone()));
    for (name, value) in all.chain([("aidAtlas", VERSION.into())]) {
        // A plain new object takes every field.
        let _ = Reflect::set(&message, &name.into(), &value);
    }
    // Refused when the page around is gone.
    let _ = parent.post_message(&message, "*");
}

/// Takes a view from the page around, and from no other window.
fn listen(store: Store, window: &Window, parent: Window) {
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let from_parent = event.source().is_some_and(|source| {
            let parent: &Object = parent.as_ref();
            source == *parent
        });
        if !from_parent {
            return;
        }
        let data = event.data();
        let field = |name: &str| Reflect::get(&data, &name.into()).ok();
        let is_ours = data.is_object()
            && field("aidAtlas").and_then(|v| v.as_f64()) == Some(VERSION)
            && field("type").and_then(|t| t.as_string()).as_deref() == Some("view");
        let query = field("query")
            .and_then(|q| q.as_string())
            .filter(|query| query.len() <= LONGEST);
        if let (true, Some(query)) = (is_ours, query) {
            let decoded = decode(&query, store.dataset);
            // The frame stays an embedded view, whatever is asked for.
            let embed = decoded
                .view
                .embed
                .or(store.view.with_untracked(|v| v.embed));
            let dataset = store.view.with_untracked(|v| v.dataset.clone());
            store.notices.set(decoded.notices);
            store.change(super::address::Step::Adjustment, |view| {
                *view = ViewState {
                    embed,
                    dataset,
                    ..decoded.view
                };
            });
        }
    });
    // The window of the page always takes listeners.
    let _ = window.add_event_listener_with_callback("message", heard.as_ref().unchecked_ref());
    // Lives as long as the page.
    heard.forget();
}

/// Tells how high the content is, now and whenever that changes.
fn tell_height(parent: &Window) {
    let Some(body) = web_sys::window().and_then(|w| w.document()?.body()) else {
        return;
    };
    let (parent, measured) = (parent.clone(), body.clone());
    let changed = Closure::<dyn Fn()>::new(move || {
        let height = measured.get_bounding_client_rect().height();
        post(
            &parent,
            &[("type", "height".into()), ("height", height.into())],
        );
    });
    if let Ok(observer) = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()) {
        observer.observe(&body);
    }
    // Lives as long as the page.
    changed.forget();
}
