//! The script of the dialog, loaded when it is first needed: `scripts/share/`.

use super::script;
use wasm_bindgen::prelude::*;
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

    /// A story's JSON in the letters of a link.
    #[wasm_bindgen(catch, js_namespace = AidAtlasTools)]
    pub async fn packed(story: &str) -> Result<JsValue, JsValue>;

    /// The same back again.
    #[wasm_bindgen(catch, js_namespace = AidAtlasTools)]
    pub async fn unpacked(letters: &str) -> Result<JsValue, JsValue>;

    /// The same as a file.
    #[wasm_bindgen(catch, js_namespace = AidAtlasTools, js_name = storyFile)]
    pub fn story_file(story: &str) -> Result<String, JsValue>;

    /// Hands a file to the reader.
    #[wasm_bindgen(catch, js_namespace = AidAtlasTools)]
    pub fn save(content: &JsValue, media_type: &str, name: &str) -> Result<(), JsValue>;
}

/// Loads the script, unless it is there.
///
/// # Errors
/// When it cannot be loaded; a later call tries again.
pub async fn load() -> Result<(), JsValue> {
    script::load("tools.js", "AidAtlasTools").await
}

/// Whether an error that a script threw says that a picture is too large.
#[must_use]
pub fn is_too_large(error: &JsValue) -> bool {
    script::field(error, "name").as_deref() == Some("TooLarge")
}
