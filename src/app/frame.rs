//! An embedded view and the page around it: messages of the protocol that
//! `docs/embed.md` describes.

use super::address;
use super::boot::Trouble;
use super::nearby;
use super::store::Store;
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use model::by_kind;
use text::problems;
use view::{Message, PROTOCOL, ViewState, decode, encode, replaced};
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Window};

/// A longer query is no link of ours.
const LONGEST: usize = 4000;

/// Speaks with the page around, if there is one.
pub fn connect(store: Store, trouble: &Trouble) {
    let Some((window, parent)) = windows() else {
        return;
    };
    nearby::watch(&window);
    listen(store, &window, parent.clone());
    tell_height(&parent);
    post(&parent, Message::Ready, &[]);
    let lang = store.lang.get_untracked();
    if let Some((file, why)) = &trouble.refused {
        tell_error(&parent, &problems::refusal(lang, file, why));
    }
    for group in by_kind(&trouble.left_out) {
        tell_error(&parent, &problems::line(lang, &group));
    }

    let to = StoredValue::new_local(parent);
    let first = StoredValue::new(true);
    let record = Memo::new(move |_| store.view.with(|v| v.record));
    Effect::new(move |_| {
        let record = record.get().map(|ix| store.dataset.record(ix).id.clone());
        if first.get_value() && record.is_none() {
            return;
        }
        let value = record.map_or(JsValue::NULL, JsValue::from);
        to.with_value(|parent| post(parent, Message::Select, &[("record", value)]));
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
                Message::FilterChange,
                &[("filters", filters.into())],
            );
        });
    });
    Effect::new(move |_| {
        for notice in store.notices.get() {
            let message = text::notice(store.lang.get_untracked(), &notice);
            to.with_value(|parent| tell_error(parent, &message));
        }
    });
}

/// Tells the page around that there is no view to show, and why.
pub fn tell_failure(why: &str) {
    if let Some((_, parent)) = windows() {
        tell_height(&parent);
        tell_error(&parent, why);
    }
}

/// This window, and the one around it.
fn windows() -> Option<(Window, Window)> {
    web_sys::window().zip(address::around())
}

fn tell_error(parent: &Window, message: &str) {
    post(parent, Message::Error, &[("message", message.into())]);
}

/// What is posted is on screen for anyone to see, so any page may hear it.
fn post(parent: &Window, kind: Message, fields: &[(&str, JsValue)]) {
    let message = Object::new();
    let all = fields.iter().map(|(name, value)| (*name, value.clone()));
    let marks = [("aidAtlas", PROTOCOL.into()), ("type", kind.word().into())];
    for (name, value) in all.chain(marks) {
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
            && field("aidAtlas").and_then(|v| v.as_f64()) == Some(f64::from(PROTOCOL))
            && field("type").and_then(|t| t.as_string()).as_deref() == Some(Message::View.word());
        let query = field("query")
            .and_then(|q| q.as_string())
            .filter(|query| query.len() <= LONGEST);
        // Names of parameters, parted by commas; without them all are meant.
        let replaces = field("replaces").filter(|r| !r.is_undefined());
        let names = replaces.as_ref().map(JsValue::as_string);
        if let (true, Some(query), None | Some(Some(_))) = (is_ours, query, &names) {
            take(store, &query, names.flatten().as_deref());
        }
    });
    // The window of the page always takes listeners.
    let _ = window.add_event_listener_with_callback("message", heard.as_ref().unchecked_ref());
    // Lives as long as the page.
    heard.forget();
}

/// Shows what the page around asks for, all of it or the parameters of `names`.
fn take(store: Store, query: &str, names: Option<&str>) {
    let now = store.view.get_untracked();
    let query = match names {
        None => query.to_owned(),
        Some(names) => {
            let names: Vec<&str> = names.split(',').collect();
            replaced(&encode(&now, store.dataset), query, &names)
        }
    };
    let decoded = decode(&query, store.dataset);
    store.notices.set(decoded.notices);
    store.change(address::Step::Adjustment, |view| {
        *view = ViewState {
            // The frame stays an embedded view of its dataset, whatever is
            // asked for.
            embed: decoded.view.embed.or(now.embed),
            dataset: now.dataset,
            ..decoded.view
        };
    });
}

/// Tells how high the content is, now and whenever that changes.
fn tell_height(parent: &Window) {
    let Some(body) = web_sys::window().and_then(|w| w.document()?.body()) else {
        return;
    };
    let (parent, measured) = (parent.clone(), body.clone());
    let changed = Closure::<dyn Fn()>::new(move || {
        let height = measured.get_bounding_client_rect().height();
        post(&parent, Message::Height, &[("height", height.into())]);
    });
    if let Ok(observer) = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()) {
        observer.observe(&body);
    }
    // Lives as long as the page.
    changed.forget();
}
