//! What the source is and how the records were made.

use super::dialog::Dialog;
use super::prose::Prose;
use super::store::Store;
use leptos::prelude::*;
use model::{Document, Lang, Purpose};

/// The dialog, when it is open.
#[component]
pub fn About() -> impl IntoView {
    let store = Store::get();
    let open = Memo::new(move |_| store.view.with(|v| v.about));
    move || {
        open.get().then(|| {
            let title = Signal::derive(move || text::about(store.lang.get()).to_owned());
            let on_close = Callback::new(move |()| store.choose(|v| v.about = false));
            view! {
                <Dialog title id="about" on_close>
                    {move || content(store)}
                </Dialog>
            }
        })
    }
}

fn content(store: Store) -> impl IntoView {
    let lang = store.lang.get();
    let dataset = store.dataset;
    let documents = dataset
        .documents
        .iter()
        .map(|document| {
            let sections: Vec<String> = document
                .sections
                .iter()
                .map(|section| section.title.get(lang).to_owned())
                .collect();
            view! {
                <dl>
                    <dt>{text::title_word(lang)}</dt>
                    <dd>{document.title.get(lang).to_owned()}</dd>
                    <dt>{text::publisher(lang)}</dt>
                    <dd>{document.publisher.get(lang).to_owned()}</dd>
                    <dt>{text::published(lang)}</dt>
                    <dd>{document.published.get(lang).to_owned()}</dd>
                    <dt>{text::copy_used(lang)}</dt>
                    <dd>{text::names::copy(lang, document.copy)}</dd>
                    <dt>{text::sections(lang)}</dt>
                    <dd>{text::clauses(lang, &sections)}</dd>
                    {headings(lang, document)}
                    {document.note.as_ref().map(|note| {
                        view! { <dt>{text::note(lang)}</dt> <dd>{note.get(lang).to_owned()}</dd> }
                    })}
                </dl>
            }
        })
        .collect_view();
    let sectors = dataset
        .sectors
        .iter()
        .map(|sector| {
            view! {
                <li>
                    {sector.name.get(lang).to_owned()} {codes(lang, &sector.codes)}
                </li>
            }
        })
        .collect_view();
    let mut origins: Vec<&str> = dataset
        .maps
        .iter()
        .filter_map(|map| Some(map.origin.as_ref()?.get(lang)))
        .collect();
    origins.dedup();
    let origins = origins
        .into_iter()
        .map(|origin| view! { <Prose text=origin.to_owned() /> })
        .collect_view();
    let points = dataset
        .places
        .iter()
        .filter_map(|place| {
            let at = place.coordinates.as_ref()?;
            Some(text::labelled(lang, place.name.get(lang), &at.origin))
        })
        .collect::<Vec<_>>();
    let points = points.join("; ");
    view! {
        <h3>{text::about_source(lang)}</h3>
        <Prose text=text::about_source_text(lang).to_owned() />
        {dataset.notes.source.as_ref().map(|source| view! { <Prose text=source.get(lang).to_owned() /> })}
        {documents}
        {dataset.notes.records.as_ref().map(|records| {
            view! { <h3>{text::about_records(lang)}</h3> <Prose text=records.get(lang).to_owned() /> }
        })}
        <h3>{text::about_adding(lang)}</h3>
        <Prose text=text::about_adding_text(lang).to_owned() />
        {dataset.left_out.as_ref().map(|left_out| {
            view! { <h3>{text::about_left_out(lang)}</h3> <Prose text=left_out.get(lang).to_owned() /> }
        })}
        <h3>{text::about_geometry(lang)}</h3>
        {origins}
        <p>{text::about_geometry_text(lang)} " " {points}</p>
        {dataset.naming.as_ref().map(|naming| {
            view! { <h3>{text::naming(lang)}</h3> <p>{naming.get(lang).to_owned()}</p> }
        })}
        <h3>{text::about_sectors(lang)}</h3>
        <ul>{sectors}</ul>
    }
}

/// Codes of vocabularies, each with its name there.
fn codes(lang: Lang, codes: &[Purpose]) -> String {
    let codes = codes
        .iter()
        .map(|code| format!(" — {} {}", code.code, code.name.get(lang)));
    codes.collect()
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
