//! The order of names, by the browser's own tables.

use js_sys::{Array, Function, Intl, Object};
use model::{Dataset, Lang};
use query::Ranks;
use std::cmp::Ordering;
use wasm_bindgen::JsValue;

/// Ranks a dataset's names: Chinese ones by pinyin, English ones by the English
/// alphabet.
#[must_use]
pub fn ranks(dataset: &Dataset, lang: Lang) -> Ranks {
    let tag = if lang.primary() == Lang::ZH {
        "zh-Hans-u-co-pinyin"
    } else {
        lang.tag()
    };
    let collator = Intl::Collator::new(&Array::of1(&tag.into()), &Object::new());
    let compare = collator.compare();
    Ranks::new(dataset, lang, |a, b| order(&compare, a, b))
}

fn order(compare: &Function, a: &str, b: &str) -> Ordering {
    let sign = compare.call2(&JsValue::UNDEFINED, &a.into(), &b.into());
    // A collator answers with a number, and cannot fail on two strings.
    sign.ok()
        .and_then(|sign| sign.as_f64())
        .and_then(|sign| sign.partial_cmp(&0.0))
        .unwrap_or(Ordering::Equal)
}
