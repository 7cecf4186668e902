//! The language of a reader who has chosen none.

use crate::browser::languages;
use model::{Dataset, Lang};

/// The first language that the browser prefers and the page or, where there is
/// one, the dataset speaks; else the dataset's first, or English.
#[must_use]
pub fn browser_language(dataset: Option<&Dataset>) -> Lang {
    let spoken = text::languages(dataset);
    languages::preferred()
        .into_iter()
        .find_map(|lang| lang.best_of(spoken.iter().copied()))
        .or_else(|| dataset?.languages.first().copied())
        .unwrap_or(Lang::EN)
}
