//! What the source is and how the records were made.

use super::dialog::Dialog;
use super::store::Store;
use crate::text;
use crate::view::Panel;
use leptos::prelude::*;

/// The dialog, when it is open.
#[component]
pub fn About() -> impl IntoView {
    let store = Store::get();
    let open = Memo::new(move |_| store.view.with(|v| v.panel == Panel::About));
    move || {
        open.get().then(|| {
            let title = Signal::derive(move || text::about(store.lang.get()).to_owned());
            let on_close = Callback::new(move |()| store.choose(|v| v.panel = Panel::All));
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
            view! {
                <dl>
                    <dt>{text::title_word(lang)}</dt>
                    <dd>{document.title.get(lang).to_owned()}</dd>
                    <dt>{text::publisher(lang)}</dt>
                    <dd>{document.publisher.get(lang).to_owned()}</dd>
                    <dt>{text::published(lang)}</dt>
                    <dd>{document.published.get(lang).to_owned()}</dd>
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
                    {sector.name.get(lang).to_owned()} " — " {sector.dac_code.clone()} " "
                    {sector.dac_name.get(lang).to_owned()}
                </li>
            }
        })
        .collect_view();
    let mut origins: Vec<&str> = dataset
        .maps
        .iter()
        .map(|map| map.origin.get(lang))
        .collect();
    origins.dedup();
    let origins = origins
        .into_iter()
        .map(|origin| view! { <p>{origin.to_owned()}</p> })
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
        <p>{text::about_source_text(lang)}</p>
        {documents}
        <h3>{text::about_records(lang)}</h3>
        <p>{text::about_records_text(lang)}</p>
        <h3>{text::about_adding(lang)}</h3>
        <p>{text::about_adding_text(lang)}</p>
        {dataset.left_out.as_ref().map(|left_out| {
            view! { <h3>{text::about_left_out(lang)}</h3> <p>{left_out.get(lang).to_owned()}</p> }
        })}
        <h3>{text::about_geometry(lang)}</h3>
        {origins}
        <p>{text::about_geometry_text(lang)} " " {points}</p>
        <h3>{text::about_sectors(lang)}</h3>
        <ul>{sectors}</ul>
    }
}
