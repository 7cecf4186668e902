//! Media queries, and printing, as signals.

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

/// Whether the page matches a media query now.
#[must_use]
pub fn is(query: &str) -> bool {
    let list = web_sys::window().and_then(|w| w.match_media(query).ok().flatten());
    list.is_some_and(|list| list.matches())
}

/// Whether the page is being printed. What follows from it is drawn before the
/// browser takes the page: effects run as soon as the listener has returned.
#[must_use]
pub fn printing() -> ReadSignal<bool> {
    let (read, write) = signal(false);
    let on = |name: &'static str, printing: bool| {
        let closure = Closure::<dyn Fn()>::new(move || write.set(printing));
        if let Some(window) = web_sys::window() {
            // The window of the page always takes listeners.
            let _ = window.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        }
        // Lives as long as the page.
        closure.forget();
    };
    on("beforeprint", true);
    on("afterprint", false);
    read
}
