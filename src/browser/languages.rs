//! What the browser knows of languages.

use js_sys::{Array, Object, Reflect};
use model::Lang;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type DisplayNames;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(locales: &Array, options: &Object) -> Result<DisplayNames, JsValue>;

    #[wasm_bindgen(catch, method)]
    fn of(this: &DisplayNames, code: &str) -> Result<Option<String>, JsValue>;
}

/// The languages that the reader prefers, the best first.
#[must_use]
pub fn preferred() -> Vec<Lang> {
    let tags = web_sys::window()
        .map(|w| w.navigator().languages())
        .unwrap_or_default();
    tags.iter()
        .filter_map(|tag| Lang::parse(&tag.as_string()?))
        .collect()
}

/// A language's name in itself: the page's own, or else the browser's, or else
/// its tag.
#[must_use]
pub fn endonym(lang: Lang) -> String {
    let own = text::endonym(lang).map(str::to_owned);
    own.or_else(|| in_itself(lang.tag()))
        .unwrap_or_else(|| lang.to_string())
}

/// A language's name for a reader of another: the page's own, or else the browser's, or
/// else its tag.
#[must_use]
pub fn named(lang: Lang, reader: Lang) -> String {
    let own = text::language_named(lang, reader).map(str::to_owned);
    own.or_else(|| name(lang.tag(), reader.tag()))
        .unwrap_or_else(|| lang.to_string())
}

fn in_itself(tag: &str) -> Option<String> {
    name(tag, tag)
}

fn name(tag: &str, reader: &str) -> Option<String> {
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"language".into()).ok()?;
    Reflect::set(&options, &"fallback".into(), &"none".into()).ok()?;
    // An old browser has no such tables, and some tags are none to it.
    let names = DisplayNames::new(&Array::of1(&reader.into()), &options).ok()?;
    names.of(tag).ok()?
}
