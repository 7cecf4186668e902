//! What a search looks through beside the dataset's own texts.

use super::{languages, qualified, time};
use model::{Dataset, Record};
use query::Said;

/// A record's time and figures in every language of the page, and its name for
/// rows, which readers see in the title's place.
#[must_use]
pub fn said(dataset: &Dataset, record: &Record) -> Said {
    let mut said = Said::default();
    if let Some(short) = &record.short_title {
        said.texts
            .extend(short.iter().map(|(_, words)| words.to_owned()));
    }
    for lang in languages(Some(dataset)) {
        said.texts.push(time(lang, record.time.time, dataset));
        for value in &record.values {
            said.names.push(qualified(lang, value, dataset));
        }
    }
    said
}
