//! The languages that a reader may choose.

use ::words as fixed;
use ::words::Locale;
use model::{Dataset, Lang};

/// Those of the dataset, then those that only the page's own words are in.
#[must_use]
pub fn languages(dataset: Option<&Dataset>) -> Vec<Lang> {
    let mut languages = dataset.map(|d| d.languages.clone()).unwrap_or_default();
    for own in Locale::ALL.map(Locale::lang) {
        if own.best_of(languages.iter().copied()).is_none() {
            languages.push(own);
        }
    }
    languages
}

/// The one after `lang`, round and round.
#[must_use]
pub fn language_after(dataset: &Dataset, lang: Lang) -> Lang {
    let languages = languages(Some(dataset));
    let at = languages.iter().position(|of| *of == lang);
    at.and_then(|at| languages.get(at + 1))
        .or(languages.first())
        .copied()
        .unwrap_or(lang)
}

/// A language's name in itself, where the page has words in it.
#[must_use]
pub fn endonym(lang: Lang) -> Option<&'static str> {
    own(|of| of == lang.primary()).map(Locale::name)
}

/// A language's name for a reader of another, where browsers lack it: some have names of
/// the languages alone that they speak themselves.
#[must_use]
pub fn language_named(lang: Lang, reader: Lang) -> Option<&'static str> {
    (lang.primary() == Lang::of("bo")).then(|| fixed::language_bo(reader))
}

/// The tag for `lang` attributes, by which browsers choose fonts.
#[must_use]
pub fn tag(lang: Lang) -> String {
    own(|of| of == lang).map_or_else(|| lang.to_string(), |of| of.tag().to_owned())
}

fn own(is: impl Fn(Lang) -> bool) -> Option<Locale> {
    Locale::ALL.into_iter().find(|of| is(of.lang()))
}
