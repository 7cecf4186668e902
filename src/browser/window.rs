//! The window: where it stands, printing it, loading it again.

/// The whole address of a file beside the app.
#[must_use]
pub fn beside(file: &str) -> String {
    let base = web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.base_uri().ok().flatten());
    let url = base.and_then(|base| web_sys::Url::new_with_base(file, &base).ok());
    url.map_or_else(|| file.to_owned(), |url| url.href())
}

/// Loads the page again: the address holds what was asked for.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // A page that may not load itself stays as it is.
        let _ = window.location().reload();
    }
}

/// Prints the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A sandboxed frame may not print; then nothing happens.
        let _ = window.print();
    }
}

/// Scrolls the page as little as shows what lies between two heights, in pixels
/// from the window's top.
pub fn reveal(top: f64, bottom: f64) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let height = window
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64());
    let below = bottom - height.unwrap_or(bottom);
    if top < 0.0 || below > 0.0 {
        window.scroll_by_with_x_and_y(0.0, if top < 0.0 { top } else { below });
    }
}
