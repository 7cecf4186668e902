//! Parts of an element that scrolls, one of which is read.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Where the part that is read has begun, as a share of the element's height.
const LINE: f64 = 0.3;

/// Brings a child to the top, at once: what moves on the way would be
/// taken for the reader's own scrolling. What does not scroll stays.
pub fn to_child(element: &HtmlElement, position: usize) {
    let child = u32::try_from(position).ok();
    let child = child.and_then(|at| element.children().item(at));
    let Some(child) = child.and_then(|child| child.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    element.set_scroll_top(child.offset_top() - element.offset_top());
}

/// The position of the child that is read: the last that has come above the line.
/// None where nothing scrolls.
#[must_use]
pub fn child_read(element: &HtmlElement) -> Option<usize> {
    if element.scroll_height() <= element.client_height() {
        return None;
    }
    let box_ = element.get_bounding_client_rect();
    let line = box_.top() + LINE * box_.height();
    let children = element.children();
    let all = (0..children.length()).filter_map(|at| children.item(at));
    all.take_while(|child| child.get_bounding_client_rect().top() <= line)
        .count()
        .checked_sub(1)
}
