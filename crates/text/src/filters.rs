//! A filter in words, part by part.

use super::Phrase;
use model::{Dataset, Lang};
use query::{Filter, Period, toggle};

/// A part of a filter that is active.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    label: &'static str,
    text: Phrase,
    /// The filter without it.
    pub without: Filter,
}

impl Part {
    /// "Place: Damxung".
    #[must_use]
    pub fn words(&self, lang: Lang) -> Phrase {
        let parts = [self.label.into(), self.text.clone()];
        Phrase::put(parts, |[label, text]| super::labelled(lang, label, text))
    }
}

/// All parts, in the order of the filters on the page.
#[must_use]
pub fn parts(lang: Lang, dataset: &Dataset, filter: &Filter) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut add = |label: &'static str, text: Phrase, take: &dyn Fn(&mut Filter)| {
        let mut without = filter.clone();
        take(&mut without);
        parts.push(Part {
            label,
            text,
            without,
        });
    };
    for choice in &filter.places {
        let name = super::names::place_choice(lang, *choice, dataset);
        add(super::place(lang), name, &|f| {
            toggle(&mut f.places, *choice);
        });
    }
    for sector in &filter.sectors {
        let name = Phrase::of(lang, &dataset.sector(*sector).name);
        add(super::sector(lang), name, &|f| {
            toggle(&mut f.sectors, *sector);
        });
    }
    for kind in &filter.kinds {
        add(
            super::kind(lang),
            Phrase::of(lang, &dataset.kind(*kind).name),
            &|f| toggle(&mut f.kinds, *kind),
        );
    }
    for organisation in &filter.organisations {
        let name = Phrase::of(lang, &dataset.organisation(*organisation).name);
        add(super::organisation(lang), name, &|f| {
            toggle(&mut f.organisations, *organisation);
        });
    }
    for aspect in &filter.lacks {
        let name = super::names::aspect(lang, *aspect);
        add(super::not_stated(lang), name.into(), &|f| {
            toggle(&mut f.lacks, *aspect);
        });
    }
    let period = filter.period;
    if !period.is_all() {
        let range = super::period::range(lang, period);
        add(super::period(lang), range.into(), &|f| {
            f.period = Period::default();
        });
    }
    if !filter.text.trim().is_empty() {
        // Whatever the reader typed is to stay apart, as words of a dataset are.
        let typed = Phrase::said(filter.text.as_str(), lang);
        add(super::search(lang), typed, &|f| {
            f.text.clear();
        });
    }
    parts
}
