//! Media queries as signals.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// Whether the page matches a media query, now and later.
#[must_use]
pub fn matches(query: &str) -> ReadSignal<bool> {
    let (read, write) = signal(false);
    if let Some(list) = web_sys::window().and_then(|w| w.match_media(query).ok().flatten()) {
        write.set(list.matches());
        let now = list.clone();
        let closure = Closure::<dyn Fn()>::new(move || write.set(now.matches()));
        // Refused only by browsers too old to run the app.
        let _ = list.add_event_listener_with_callback("change", closure.as_ref().unchecked_ref());
        // Lives as long as the page.
        closure.forget();
    }
    read
}
