//! Scripts that are loaded when they are first needed.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Loads a script of the app's, unless the global that it makes is there.
///
/// # Errors
/// When it cannot be loaded; a later call tries again.
pub async fn load(file: &str, global: &str) -> Result<(), JsValue> {
    if is_there(global) {
        return Ok(());
    }
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let script: web_sys::HtmlScriptElement = document.create_element("script")?.unchecked_into();
    script.set_src(file);
    let loaded = js_sys::Promise::new(&mut |done, fail| {
        script.set_onload(Some(&done));
        script.set_onerror(Some(&fail));
    });
    document
        .head()
        .ok_or(JsValue::NULL)?
        .append_child(&script)?;
    let result = JsFuture::from(loaded).await.map(drop);
    if result.is_err() {
        script.remove();
    }
    result
}

/// Whether a script has come that makes this global.
#[must_use]
pub fn is_there(global: &str) -> bool {
    web_sys::window()
        .is_some_and(|window| js_sys::Reflect::has(&window, &global.into()).unwrap_or_default())
}

/// The browser's own words for an error that a script threw.
#[must_use]
pub fn message(error: &JsValue) -> Option<String> {
    field(error, "message")
}

/// A field of an error.
#[must_use]
pub fn field(error: &JsValue, name: &str) -> Option<String> {
    js_sys::Reflect::get(error, &name.into()).ok()?.as_string()
}
