//! The system's own sheet for sharing.

use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Whether the system has one.
#[must_use]
pub fn is_there() -> bool {
    web_sys::window()
        .is_some_and(|w| js_sys::Reflect::has(&w.navigator(), &"share".into()).unwrap_or(false))
}

/// Opens it for a link.
pub fn open(title: String, link: String) {
    spawn_local(async move {
        let Some(window) = web_sys::window() else {
            return;
        };
        let data = web_sys::ShareData::new();
        data.set_title(&title);
        data.set_url(&link);
        // Closing the sheet is an error to the browser, but none to the reader.
        let _: Result<JsValue, JsValue> =
            JsFuture::from(window.navigator().share_with_data(&data)).await;
    });
}
