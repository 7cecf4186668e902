//! Lists that open over the page and close when the reader goes elsewhere.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

/// Closes the open elements that a selector finds, but for one that holds
/// `target`.
pub fn close(selector: &str, target: Option<&Node>) {
    for element in open(selector) {
        if !element.contains(target) {
            let _ = element.remove_attribute("open");
        }
    }
}

/// Closes the open one, whose heading has the focus then. Whether there was one.
pub fn leave(selector: &str) -> bool {
    let Some(element) = open(selector).into_iter().next() else {
        return false;
    };
    let heading = element.query_selector("summary").ok().flatten();
    if let Some(heading) = heading.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        super::focus::calmly(&heading);
    }
    element.remove_attribute("open").is_ok()
}

fn open(selector: &str) -> Vec<Element> {
    let document = web_sys::window().and_then(|window| window.document());
    let found = document.and_then(|d| d.query_selector_all(&format!("{selector}[open]")).ok());
    let nodes = found
        .iter()
        .flat_map(|list| (0..list.length()).filter_map(|at| list.get(at)));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}
