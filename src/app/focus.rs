//! The keyboard's focus.

use web_sys::{FocusOptions, HtmlElement};

/// Gives an element the focus and leaves the page where it is: to show what has
/// the focus a browser scrolls, in a frame the page around too.
pub fn calmly(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // What cannot take the focus leaves it where it is.
    let _ = element.focus_with_options(&options);
}
