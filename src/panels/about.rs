//! What the source is and how the records were made.

use super::chosen::glossary;
use super::editions::Editions;
use crate::state::Store;
use crate::ui::{Prose, Spoken, Words, phrase};
use leptos::prelude::*;
use model::{Document, Lang, Purpose, Text};
use text::Phrase;

/// What stands in the overlay.
#[component]
pub fn About() -> impl IntoView {
    let store = Store::get();
    move || content(store, store.lang().get())
}

fn content(store: Store, lang: Lang) -> impl IntoView {
    let dataset = store.dataset();
    let words = move |text: &'static Text| view! { <Words text lang=Signal::stored(lang) /> };
    let prose = move |text: &Text| {
        let text = Signal::stored(Spoken::of(text, lang));
        view! { <Prose text /> }
    };
    let own = |words: &str| {
        let text = Signal::stored(Spoken::from(words.to_owned()));
        view! { <Prose text /> }
    };
    let documents = dataset.documents.iter();
    let documents = documents.map(|document| view! { <Of document lang /> });
    let sectors = dataset.sectors.iter().map(|sector| {
        let code =
            |code: &'static Purpose| view! { " — " {code.code.clone()} " " {words(&code.name)} };
        view! { <li>{words(&sector.name)} {sector.codes.iter().map(code).collect_view()}</li> }
    });
    let mut origins: Vec<&Text> = dataset
        .maps
        .iter()
        .filter_map(|map| map.origin.as_ref())
        .collect();
    origins.dedup();
    let points = dataset.places.iter().filter_map(|place| {
        let at = place.coordinates.as_ref()?;
        let parts = [
            Phrase::of(lang, &place.name),
            // A name, or an address: in no language.
            at.origin.as_str().into(),
        ];
        Some(Phrase::put(parts, |[name, origin]| {
            text::labelled(lang, name, origin)
        }))
    });
    let points = Phrase::joined(points, text::clause_separator(lang));
    let others = dataset.places.iter().flat_map(|place| &place.names);
    let others = others.map(|other| {
        let parts = [
            Phrase::said(other.name.clone(), other.lang),
            other.origin.as_str().into(),
        ];
        Phrase::put(parts, |[name, origin]| text::labelled(lang, name, origin))
    });
    let others = Phrase::joined(others, text::clause_separator(lang));
    view! {
        <h3>{text::about_source(lang)}</h3>
        {own(text::about_source_text(lang))}
        {dataset.notes.source.as_ref().map(prose)}
        {documents.collect_view()}
        {dataset.notes.records.as_ref().map(|records| {
            view! { <h3>{text::about_records(lang)}</h3> {prose(records)} }
        })}
        <h3>{text::about_adding(lang)}</h3>
        {own(text::about_adding_text(lang))}
        {dataset.left_out.as_ref().map(|left_out| {
            view! { <h3>{text::about_left_out(lang)}</h3> {prose(left_out)} }
        })}
        {glossary(lang, dataset)}
        <Editions lang />
        <h3>{text::about_geometry(lang)}</h3>
        {origins.into_iter().map(prose).collect_view()}
        <p>{phrase(lang, &text::about_geometry_text(lang).into())} " " {phrase(lang, &points)}</p>
        {(!others.parts().is_empty()).then(|| view! {
            <p>{text::about_other_names(lang)} " " {phrase(lang, &others)}</p>
        })}
        {dataset.naming.as_ref().map(|naming| {
            view! { <h3>{text::naming(lang)}</h3> <p>{words(naming)}</p> }
        })}
        <h3>{text::about_sectors(lang)}</h3>
        <ul>{sectors.collect_view()}</ul>
    }
}

/// One of the documents that make up the source.
#[component]
fn Of(document: &'static Document, lang: Lang) -> impl IntoView {
    let words = move |text: &'static Text| view! { <Words text lang=Signal::stored(lang) /> };
    let sections = document.sections.iter();
    let sections = sections.map(|s| Phrase::of(lang, &s.title));
    let sections = Phrase::joined(sections, text::clause_separator(lang));
    view! {
        <dl>
            <dt>{text::title_word(lang)}</dt>
            <dd>
                {words(&document.title)}
                {document.url.as_ref().map(|url| {
                    view! { " " <a href=url.as_str() target="_blank" rel="noopener noreferrer">{url.as_str()}</a> }
                })}
            </dd>
            <dt>{text::publisher(lang)}</dt>
            <dd>{words(&document.publisher)}</dd>
            <dt>{text::published(lang)}</dt>
            <dd>{words(&document.published)}</dd>
            <dt>{text::copy_used(lang)}</dt>
            <dd>{text::names::copy(lang, document.copy)}</dd>
            <dt>{text::sections(lang)}</dt>
            <dd>{phrase(lang, &sections)}</dd>
            {headings(lang, document)}
            {document.note.as_ref().map(|note| view! { <dt>{text::note(lang)}</dt> <dd>{words(note)}</dd> })}
        </dl>
    }
}

/// The document's own headings, in its language: it can be found by them.
fn headings(lang: Lang, document: &Document) -> Option<impl IntoView + use<>> {
    let quoted: Vec<String> = document
        .heading
        .iter()
        .chain(document.sections.iter().filter_map(|s| s.heading.as_ref()))
        .cloned()
        .collect();
    let language = document.language.clone();
    (!quoted.is_empty()).then(|| {
        let items = quoted
            .into_iter()
            .map(|heading| view! { <li>{heading}</li> })
            .collect_view();
        view! {
            <dt>{text::quoted_headings(lang)}</dt>
            <dd><ul lang=language>{items}</ul></dd>
        }
    })
}
