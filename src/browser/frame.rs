//! This window as a frame in another page: messages of the protocol that
//! `docs/embed.md` describes.

use js_sys::{Object, Reflect};
use view::{Message, PROTOCOL};
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Window};

/// A longer query is no link of ours.
const LONGEST: usize = 4000;

/// The window of the page around, where this one is in a frame.
#[must_use]
pub fn around() -> Option<Window> {
    let window = web_sys::window()?;
    let parent = window.parent().ok().flatten()?;
    (parent != window).then_some(parent)
}

/// The page around, to speak with.
#[derive(Clone)]
pub struct PageAround(Window);

impl PageAround {
    /// The page around, if there is one.
    #[must_use]
    pub fn get() -> Option<Self> {
        around().map(Self)
    }

    /// Tells it that the view is there.
    pub fn tell_ready(&self) {
        self.post(Message::Ready, &[]);
    }

    /// Tells it the id of the record that is open.
    pub fn tell_record(&self, id: Option<&str>) {
        let id = id.map_or(JsValue::NULL, JsValue::from_str);
        self.post(Message::Select, &[("record", id)]);
    }

    /// Tells it what is lit, as a link says it.
    pub fn tell_focus(&self, focus: Option<&str>) {
        let focus = focus.map_or(JsValue::NULL, JsValue::from_str);
        self.post(Message::FocusChange, &[("focus", focus)]);
    }

    /// Tells it the filters, as a query.
    pub fn tell_filters(&self, query: &str) {
        self.post(Message::FilterChange, &[("filters", query.into())]);
    }

    /// Tells it what went wrong, in words.
    pub fn tell_error(&self, message: &str) {
        self.post(Message::Error, &[("message", message.into())]);
    }

    /// Tells it how high the content is, now and whenever that changes.
    pub fn tell_height(&self) {
        let Some(body) = web_sys::window().and_then(|w| w.document()?.body()) else {
            return;
        };
        let (parent, measured) = (self.clone(), body.clone());
        let changed = Closure::<dyn Fn()>::new(move || {
            let height = measured.get_bounding_client_rect().height();
            parent.post(Message::Height, &[("height", height.into())]);
        });
        if let Ok(observer) = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            observer.observe(&body);
        }
        // Lives as long as the page.
        changed.forget();
    }

    /// Calls `take` when it asks for another view, as no other window may: with
    /// a query, and the names of its parameters that count, if not all do.
    pub fn listen(&self, take: impl Fn(&str, Option<&[&str]>) + 'static) {
        let parent = self.0.clone();
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
                && field("type").and_then(|t| t.as_string()).as_deref()
                    == Some(Message::View.word());
            let query = field("query")
                .and_then(|q| q.as_string())
                .filter(|query| query.len() <= LONGEST);
            // Names parted by commas; without them all parameters are meant.
            let replaces = field("replaces").filter(|r| !r.is_undefined());
            let names = replaces.as_ref().map(JsValue::as_string);
            if let (true, Some(query), None | Some(Some(_))) = (is_ours, query, &names) {
                let names = names.flatten();
                let names: Option<Vec<&str>> = names.as_ref().map(|n| n.split(',').collect());
                take(&query, names.as_deref());
            }
        });
        if let Some(window) = web_sys::window() {
            // The window of the page always takes listeners.
            let _ =
                window.add_event_listener_with_callback("message", heard.as_ref().unchecked_ref());
        }
        // Lives as long as the page.
        heard.forget();
    }

    /// What is posted is on screen for anyone to see, so any page may hear it.
    fn post(&self, kind: Message, fields: &[(&str, JsValue)]) {
        let message = Object::new();
        let all = fields.iter().map(|(name, value)| (*name, value.clone()));
        let ours = [("aidAtlas", PROTOCOL.into()), ("type", kind.word().into())];
        for (name, value) in all.chain(ours) {
            // A plain new object takes every field.
            let _ = Reflect::set(&message, &name.into(), &value);
        }
        // Refused when the page around is gone.
        let _ = self.0.post_message(&message, "*");
    }
}
