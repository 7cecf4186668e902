//! The script of the dialog, loaded when it is first needed: `scripts/share/`.

use super::super::store::Store;
use leptos::prelude::GetUntracked;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    /// A QR code as SVG text.
    #[wasm_bindgen(catch, js_namespace = AidAtlasTools)]
    pub fn qr(text: &str) -> Result<String, JsValue>;

    /// A chart as SVG text, in the frame of words given as JSON.
    #[wasm_bindgen(catch, js_namespace = AidAtlasTools)]
    pub async fn svg(element: &HtmlElement, frame: &str) -> Result<JsValue, JsValue>;

    /// The same as a PNG.
    #[wasm_bindgen(catch, js_namespace = AidAtlasTools)]
    pub async fn png(element: &HtmlElement, frame: &str) -> Result<JsValue, JsValue>;

    /// Hands a file to the reader.
    #[wasm_bindgen(catch, js_namespace = AidAtlasTools)]
    pub fn save(content: &JsValue, media_type: &str, name: &str) -> Result<(), JsValue>;
}

const SCRIPT: &str = "tools.js";

/// Loads the script, unless it is there.
///
/// # Errors
/// When it cannot be loaded; a later call tries again.
pub async fn load() -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    if js_sys::Reflect::has(&window, &"AidAtlasTools".into())? {
        return Ok(());
    }
    let document = window.document().ok_or(JsValue::NULL)?;
    let script: web_sys::HtmlScriptElement = document.create_element("script")?.unchecked_into();
    script.set_src(SCRIPT);
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

/// The words of an error that a script threw.
pub fn words(store: Store, error: &JsValue) -> String {
    let message = js_sys::Reflect::get(error, &"message".into())
        .ok()
        .and_then(|m| m.as_string());
    let lang = store.lang.get_untracked();
    let name = js_sys::Reflect::get(error, &"name".into()).ok();
    if name.and_then(|n| n.as_string()).as_deref() == Some("TooLarge") {
        return text::picture_too_large(lang).to_owned();
    }
    let plain = text::tools_failed(lang);
    message.map_or_else(
        || plain.to_owned(),
        |message| format!("{plain} ({message})"),
    )
}
