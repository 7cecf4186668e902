//! The address bar: read at the start and on Back, written on each change.

use crate::dataset::Dataset;
use crate::view::{Decoded, ViewState, decode, encode};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;

/// Whether a change is a step that Back undoes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A choice: Back undoes it.
    Choice,
    /// One of many, such as a letter typed: the address follows, Back skips it.
    Adjustment,
}

/// The query of the present address.
#[must_use]
pub fn query() -> String {
    web_sys::window()
        .and_then(|window| window.location().search().ok())
        .unwrap_or_default()
}

/// The view that the present address asks for.
#[must_use]
pub fn read(dataset: &Dataset) -> Decoded {
    decode(&query(), dataset)
}

/// The address of a view: relative, so that any folder and host will do.
#[must_use]
pub fn relative(view: &ViewState, dataset: &Dataset) -> String {
    let query = encode(view, dataset);
    let path = web_sys::window()
        .and_then(|w| w.location().pathname().ok())
        .unwrap_or_default();
    if query.is_empty() {
        path
    } else {
        format!("{path}?{query}")
    }
}

/// The whole link of a view.
#[must_use]
pub fn link(view: &ViewState, dataset: &Dataset) -> String {
    let origin = web_sys::window()
        .and_then(|w| w.location().origin().ok())
        .unwrap_or_default();
    format!("{origin}{}", relative(view, dataset))
}

/// The whole address of a file beside the app.
#[must_use]
pub fn beside(file: &str) -> String {
    let base = web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.base_uri().ok().flatten());
    let url = base.and_then(|base| web_sys::Url::new_with_base(file, &base).ok());
    url.map_or_else(|| file.to_owned(), |url| url.href())
}

/// Writes a view into the address bar.
pub fn write(view: &ViewState, dataset: &Dataset, step: Step) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else {
        return;
    };
    let address = relative(view, dataset);
    // A browser may refuse (too many writes, an opaque origin): the view on
    // screen is right all the same.
    let _ = match step {
        Step::Choice => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        Step::Adjustment => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
    };
}

/// Calls `changed` when Back or Forward changed the address.
pub fn on_history(changed: impl Fn() + 'static) {
    use wasm_bindgen::JsCast;
    let closure = Closure::<dyn Fn()>::new(changed);
    if let Some(window) = web_sys::window() {
        window.set_onpopstate(Some(closure.as_ref().unchecked_ref()));
    }
    // Lives as long as the page.
    closure.forget();
}
