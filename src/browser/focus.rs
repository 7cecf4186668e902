//! The keyboard's focus.

use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

/// Gives an element the focus and leaves the page where it is: to show what has
/// the focus a browser scrolls, in a frame the page around too.
pub fn calmly(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // What cannot take the focus leaves it where it is.
    let _ = element.focus_with_options(&options);
}

/// Gives the element with this id the focus and shows it, though it be folded
/// away; whether it is there.
pub fn on(id: &str) -> bool {
    let element = web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.get_element_by_id(id))
        .and_then(|e| e.dyn_into::<HtmlElement>().ok());
    let Some(element) = element else {
        return false;
    };
    if let Ok(Some(folded)) = element.closest("details") {
        // Any element takes the attribute.
        let _ = folded.set_attribute("open", "");
    }
    element.focus().is_ok()
}

/// Gives an element the focus, as [`calmly`], unless it or what lies around it
/// has it: keys go on from there.
pub fn around(element: &HtmlElement) {
    let focused = element.owner_document().and_then(|d| d.active_element());
    let has_it = focused.is_some_and(|e| e.tag_name() != "BODY" && e.contains(Some(element)));
    if !has_it {
        calmly(element);
    }
}
