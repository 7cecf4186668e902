//! Whether a new version of the app is there: `scripts/offline.ts` tells.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// True once the next load of the page is of another version than this one.
#[must_use]
pub fn renewed() -> RwSignal<bool> {
    let signal = RwSignal::new(false);
    let Some(window) = web_sys::window() else {
        return signal;
    };
    let told = js_sys::Reflect::get(&window, &"aidAtlasRenewed".into());
    signal.set(told.is_ok_and(|told| told.is_truthy()));
    let heard = Closure::<dyn Fn()>::new(move || {
        // The notice may be gone: another view has one of its own.
        signal.try_set(true);
    });
    // The window of the page always takes listeners.
    let _ = window
        .add_event_listener_with_callback("aid-atlas-renewed", heard.as_ref().unchecked_ref());
    // Lives as long as the page.
    heard.forget();
    signal
}
