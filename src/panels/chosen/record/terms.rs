//! Terms that occur in a record, explained on demand.

use crate::ui::{Words, phrase};
use leptos::prelude::*;
use model::{Dataset, Lang, Term};
use text::Phrase;

/// The terms, each with what it means and where that is from; nothing where there is none.
pub fn terms(lang: Lang, terms: Vec<&'static Term>) -> Option<AnyView> {
    if terms.is_empty() {
        return None;
    }
    let all = terms.into_iter().map(|term| {
        view! {
            <details class="term">
                <summary><Words text=&term.name lang=Signal::stored(lang) /></summary>
                {explained(lang, term)}
            </details>
        }
    });
    Some(view! { <div class="terms">{all.collect_view()}</div> }.into_any())
}

/// All terms of a dataset, one after the other.
pub fn glossary(lang: Lang, dataset: &'static Dataset) -> Option<AnyView> {
    if dataset.glossary.is_empty() {
        return None;
    }
    let all = dataset.glossary.iter().map(|term| {
        view! {
            <dt><Words text=&term.name lang=Signal::stored(lang) /></dt>
            <dd>{explained(lang, term)}</dd>
        }
    });
    let all = all.collect_view();
    Some(view! { <h3>{text::glossary_title(lang)}</h3> <dl>{all}</dl> }.into_any())
}

fn explained(lang: Lang, term: &'static Term) -> AnyView {
    let source = Phrase::of(lang, &term.source);
    let source = Phrase::put([source], |[source]| text::term_source(lang, source));
    let read = term.url.as_ref().map(|url| {
        view! { " " <a href=url.as_str() target="_blank" rel="noopener noreferrer">{text::read_on(lang)}</a> }
    });
    view! {
        <p><Words text=&term.text lang=Signal::stored(lang) /></p>
        <p class="hint">{phrase(lang, &source)}{read}</p>
    }
    .into_any()
}
