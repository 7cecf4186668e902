//! When the app itself fails: `scripts/fallback/` speaks to the reader.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = window, js_name = aidAtlasFailed)]
    fn failed(what: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = window, js_name = aidAtlasLoading)]
    fn loading(words: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = window, js_name = aidAtlasStarted)]
    fn started() -> Result<(), JsValue>;
}

/// A panic ends the program, but not the page: what it shows stays.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|info| tell(&info.to_string())));
}

/// Says on the page what has gone wrong, beside what it shows.
pub fn tell(what: &str) {
    if failed(what).is_err() {
        web_sys::console::error_1(&what.into());
    }
}

/// Says on the skeleton what is being waited for.
pub fn tell_loading(words: &str) {
    // Without fallback.js the skeleton keeps its own words.
    let _ = loading(words);
}

/// Tells the page that there is something to see: the skeleton goes.
pub fn mark_started() {
    if started().is_err() {
        // Without fallback.js nobody else takes it away.
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(skeleton) = document.and_then(|page| page.get_element_by_id("skeleton")) {
            skeleton.remove();
        }
    }
}
