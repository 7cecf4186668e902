//! Opening another dataset: the dialog, and files that are dropped on the page.

mod address;
mod columns;
mod drop;
mod places;
mod read;

pub use drop::Drop;

use address::Address;
use read::WhatWasRead;

use crate::state::{Given, Opening, Stage, Store, relative};
use crate::ui::{Button, Failure, Field};
use leptos::html::Textarea;
use leptos::prelude::*;
use view::{Data, ViewState};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// The kinds of files that a device's own dialog offers first.
const KINDS: &str = ".json,.geojson,.xml,.csv,.tsv,.txt,.gz";

/// What stands in the dialog.
#[component]
pub fn Open() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let opening = Opening::get();
    // What failed before this was opened is of before.
    opening.dismiss();
    let pasted = NodeRef::<Textarea>::new();
    let choose = move |event: web_sys::Event| {
        if let Some((file, places)) = taken(&event) {
            opening.open(file, places);
        }
    };
    let on_go = Callback::new(move |file| opening.open(file, None));
    let paste = move || {
        let text = pasted.get_untracked().map(|area| area.value());
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            opening.open(Given::Text(text), None);
        }
    };
    view! {
        <p class="hint">{move || text::open_formats(lang.get())}</p>
        <Progress />
        <WhatWasRead />
        <section>
            <h3>{move || text::open_device(lang.get())}</h3>
            <p class="row">
                <label class="button file-button">
                    <span>{move || text::open_choose(lang.get())}</span>
                    <input type="file" id="open-file" class="visually-hidden" accept=KINDS multiple on:change=choose />
                </label>
                <span class="hint">{move || text::open_drop(lang.get())}</span>
            </p>
        </section>
        <section>
            <h3>{move || text::open_address(lang.get())}</h3>
            <Address id="open-address" label=text::open_address hint="open-address-hint" on_go />
            <p class="hint" id="open-address-hint">{move || text::open_address_hint(lang.get())}</p>
        </section>
        <section>
            <Field label=Signal::derive(move || text::open_paste(lang.get()).to_owned())>
                <textarea id="open-text" rows="4" node_ref=pasted></textarea>
            </Field>
            <Button id="open-text-go" on_click=paste>{move || text::open_go(lang.get())}</Button>
        </section>
        {move || store.view().with(|v| v.origin.data.is_some()).then(|| view! { <BuiltIn /> })}
    }
}

/// What was typed, if it is the address of a file that may be fetched.
fn at(typed: &str) -> Option<Given> {
    let data = Data::parse(typed).filter(|data| data.address().is_some());
    data.map(Given::At)
}

/// The files that were chosen in a field.
fn taken(event: &web_sys::Event) -> Option<(Given, Option<Given>)> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let files = chosen(&input.files()?);
    // The same file may be chosen again, when it has been mended.
    input.set_value("");
    files
}

/// The first two of some files; the one that is called after places holds the points
/// of the other one's.
fn chosen(files: &web_sys::FileList) -> Option<(Given, Option<Given>)> {
    let (first, second) = (files.get(0)?, files.get(1));
    let is_of_places = |file: &web_sys::File| {
        let name = file.name().to_lowercase();
        PLACES.iter().any(|word| name.contains(word))
    };
    let (file, places) = match second {
        Some(second) if is_of_places(&first) && !is_of_places(&second) => (second, Some(first)),
        second => (first, second),
    };
    Some((Given::File(file), places.map(Given::File)))
}

/// Words by which a table of places is called.
const PLACES: [&str; 10] = [
    "location",
    "place",
    "point",
    "site",
    "geo",
    "lieu",
    "lugar",
    "ubicacion",
    "地点",
    "位置",
];

/// The way back to the built-in dataset.
#[component]
fn BuiltIn() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let plain = move || {
        let dataset = store.dataset();
        let (lang, scheme) = store.view().with(|v| (v.lang, v.scheme));
        let view = ViewState {
            lang,
            scheme,
            ..ViewState::of(dataset)
        };
        relative(&view, dataset)
    };
    view! {
        <p>
            <a id="built-in" href=plain>{move || text::open_built_in(lang.get())}</a>
        </p>
    }
}

/// How far what is being opened has come.
#[component]
fn Progress() -> impl IntoView {
    let lang = Store::get().lang();
    let opening = Opening::get();
    let stage = opening.stage();
    let words = move || match stage.get() {
        Stage::Idle | Stage::Failed(..) => String::new(),
        Stage::Fetching(file, bytes) => text::loading(lang.get(), &file, bytes),
        Stage::Reading(file, share) => {
            let percent = format!("{:.0}", share * 100.0);
            text::open_reading(lang.get(), &file, &percent)
        }
    };
    let failed = move || match stage.get() {
        Stage::Failed(file, why) => Some(text::problems::refusal(lang.get(), &file, &why)),
        _ => None,
    };
    let is_busy =
        Memo::new(move |_| stage.with(|s| matches!(s, Stage::Fetching(..) | Stage::Reading(..))));
    view! {
        <div role="status" id="opening">
            <Show when=move || is_busy.get()>
                <p class="row">
                    <progress></progress>
                    <span>{words}</span>
                    <Button on_click=move || opening.stop()>{move || text::open_cancel(lang.get())}</Button>
                </p>
            </Show>
            {move || {
                failed()
                    .map(|why| {
                        view! {
                            <Failure>
                                <strong>{move || text::open_failed(lang.get())}</strong>
                                <p>{why}</p>
                            </Failure>
                        }
                    })
            }}
        </div>
    }
}
