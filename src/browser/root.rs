//! The root element and the head of the document.

use model::Lang;

/// How the whole document is to be read and drawn.
pub struct Root<'a> {
    /// The reader's language, in which a dataset speaks where it can; the direction
    /// follows from it.
    pub lang: Lang,
    /// The language of the page's own words.
    pub words: Lang,
    /// Whether it is dark.
    pub dark: bool,
    /// Its title.
    pub title: &'a str,
    /// What it holds, for other programs.
    pub description: &'a str,
}

/// Tells the document.
pub fn set(to: &Root<'_>) {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else {
        return;
    };
    if let Some(root) = document.document_element() {
        let scheme = if to.dark { "dark" } else { "light" };
        let direction = if to.lang.is_right_to_left() {
            "rtl"
        } else {
            "ltr"
        };
        // Attributes of the root element cannot be refused.
        let _ = root.set_attribute("lang", &text::tag(to.lang));
        let _ = root.set_attribute("dir", direction);
        let _ = root.set_attribute("data-scheme", scheme);
    }
    // What is not marked otherwise is the page's own words. They may be in another
    // language than the dataset, whose texts are marked one by one.
    if let Some(body) = document.body() {
        let _ = if to.words == to.lang {
            body.remove_attribute("lang")
        } else {
            body.set_attribute("lang", &text::tag(to.words))
        };
    }
    document.set_title(to.title);
    if let Ok(Some(meta)) = document.query_selector("meta[name=description]") {
        let _ = meta.set_attribute("content", to.description);
    }
}
