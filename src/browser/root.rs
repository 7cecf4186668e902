//! The root element and the head of the document.

use model::Lang;
use web_sys::Element;

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
        tell(&root, "lang", Some(&text::tag(to.lang)));
        tell(&root, "dir", Some(direction));
        tell(&root, "data-scheme", Some(scheme));
    }
    // What is not marked otherwise is the page's own words. They may be in another
    // language than the dataset, whose texts are marked one by one.
    if let Some(body) = document.body() {
        let words = (to.words != to.lang).then(|| text::tag(to.words));
        tell(&body, "lang", words.as_deref());
    }
    if document.title() != to.title {
        document.set_title(to.title);
    }
    if let Ok(Some(meta)) = document.query_selector("meta[name=description]") {
        tell(&meta, "content", Some(to.description));
    }
}

/// Sets an attribute, or takes it away, where it is not so already: a language that is
/// said once more lets the browser style the whole page anew.
fn tell(element: &Element, name: &str, value: Option<&str>) {
    if element.get_attribute(name).as_deref() == value {
        return;
    }
    // Names of attributes that are written here cannot be refused.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}
