//! What a search looks through beside the dataset's own texts.

use super::{names, qualified, time};
use ::words::Locale;
use model::{Dataset, Record};
use query::Said;

/// A record's time, kind and figures in every language of the page.
#[must_use]
pub fn said(dataset: &Dataset, record: &Record) -> Said {
    let mut said = Said::default();
    for lang in Locale::ALL.map(Locale::lang) {
        said.texts.push(time(lang, record.time.time, dataset));
        said.names.push(names::kind(lang, record.kind).to_owned());
        for value in &record.values {
            said.names.push(qualified(lang, value));
            said.names
                .push(names::indicator(lang, value.indicator).to_owned());
        }
    }
    said
}
