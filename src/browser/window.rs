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
