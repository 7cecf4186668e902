//! As what the file that is shown was read, and what was left out of it.

use super::columns::Columns;
use super::places::Places;
use crate::browser::tools;
use crate::state::{Opening, Store};
use crate::ui::{Button, Failure};
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::Text;
use reader::{Read, Told};
use wasm_bindgen::JsValue;

/// What was read, where the dataset on screen was made of a file of another kind.
#[component]
pub fn WhatWasRead() -> impl IntoView {
    let shown = Opening::get().shown();
    let read = shown.with_untracked(|shown| shown.as_ref().and_then(|shown| shown.read));
    read.map(|(file, read)| view! { <Of file read /> })
}

#[component]
fn Of(file: &'static str, read: &'static Read) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let failed = RwSignal::new(None::<String>);
    let heading = move || {
        let lang = lang.get();
        let count = store.dataset().records.len();
        text::read_records(lang, count, file, read.format.get(lang))
    };
    let stem = move || store.dataset().id.clone();
    let save = move |content: JsValue, media_type: &'static str, name: String| {
        spawn_local(async move {
            let saved = match tools::load().await {
                Ok(()) => tools::save(&content, media_type, &name),
                Err(error) => Err(error),
            };
            let words = saved
                .err()
                .map(|_| text::tools_failed(lang.get_untracked()).to_owned());
            let _ = failed.try_set(words);
        });
    };
    let save_dataset = move || {
        save(
            store.text().content(),
            "application/json",
            format!("{}.json", stem()),
        );
    };
    let save_report = move || {
        let report = read.report.get(lang.get_untracked());
        save(
            report.into(),
            "text/csv;charset=utf-8",
            format!("{}_report.csv", stem()),
        );
    };
    view! {
        <section id="what-was-read">
            <h3>{heading}</h3>
            <p class="row">
                <Button id="save-dataset" on_click=save_dataset>{move || text::save_dataset(lang.get())}</Button>
                <span class="hint">{move || text::save_dataset_hint(lang.get())}</span>
            </p>
            {if read.findings.is_empty() {
                view! { <p>{move || text::read_none(lang.get())}</p> }.into_any()
            } else {
                view! {
                    <h4>{move || text::read_found(lang.get())}</h4>
                    <ul class="findings">
                        {read.findings.iter().map(|told| view! { <Finding told /> }).collect_view()}
                    </ul>
                    <p>
                        <Button id="save-report" on_click=save_report>{move || text::save_report(lang.get())}</Button>
                    </p>
                }
                    .into_any()
            }}
            {read.table.as_ref().map(|table| view! { <Columns table /> })}
            {read.takes_places.then(|| view! { <Places /> })}
            {move || failed.get().map(|words| view! { <Failure>{words}</Failure> })}
        </section>
    }
}

/// One kind of finding; its places unfold.
#[component]
fn Finding(told: &'static Told) -> impl IntoView {
    let lang = Store::get().lang();
    let words = move |text: &'static Text| move || text.get(lang.get()).to_owned();
    if told.places.is_empty() {
        return view! { <li>{words(&told.words)}</li> }.into_any();
    }
    let places = told.places.iter();
    view! {
        <li>
            <details>
                <summary>{words(&told.words)}</summary>
                <ol>{places.map(|place| view! { <li>{words(place)}</li> }).collect_view()}</ol>
            </details>
        </li>
    }
    .into_any()
}
