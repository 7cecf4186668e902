//! The script of the dialog, loaded when it is first needed: `scripts/share/`.

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

/// Whether an error that a script threw says that a picture is too large.
#[must_use]
pub fn is_too_large(error: &JsValue) -> bool {
    field(error, "name").as_deref() == Some("TooLarge")
}

/// The browser's own words for an error that a script threw.
#[must_use]
pub fn message(error: &JsValue) -> Option<String> {
    field(error, "message")
}

fn field(error: &JsValue, name: &str) -> Option<String> {
    js_sys::Reflect::get(error, &name.into()).ok()?.as_string()
}
