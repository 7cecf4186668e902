//! Where the points of a table's places are from, where that is a second table.

use super::{KINDS, at, taken};
use crate::state::{Opening, Store};
use crate::ui::{Button, Failure};
use leptos::prelude::*;

/// The second table: which it is, another one, or none.
#[component]
pub fn Places() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let opening = Opening::get();
    let address = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<String>);
    let choose = move |event: web_sys::Event| {
        if let Some((file, _)) = taken(&event) {
            opening.take_places(Some(file));
        }
    };
    let go = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = address.get_untracked();
        match at(&typed) {
            Some(file) => opening.take_places(Some(file)),
            None => refused.set(Some(typed)),
        }
    };
    // A page of its own follows each change.
    let taken = store.view().with_untracked(|view| {
        view.origin
            .places
            .as_ref()
            .map(|data| data.name().to_owned())
    });
    let shown = taken.map(|name| {
        view! {
            <p class="row" id="places-from">
                <span>{move || text::places_from(lang.get(), &name)}</span>
                <Button on_click=move || opening.take_places(None)>{move || text::places_none(lang.get())}</Button>
            </p>
        }
    });
    view! {
        <h4>{move || text::places_table(lang.get())}</h4>
        <p class="hint">{move || text::places_table_hint(lang.get())}</p>
        {shown}
        <form class="row" on:submit=go>
            <label class="button file-button">
                <span>{move || text::open_choose(lang.get())}</span>
                <input type="file" id="places-file" class="visually-hidden" accept=KINDS on:change=choose />
            </label>
            <input
                type="text"
                inputmode="url"
                id="places-address"
                autocomplete="off"
                spellcheck="false"
                placeholder="https://"
                aria-label=move || text::places_address(lang.get())
                prop:value=move || address.get()
                on:input=move |event| address.set(event_target_value(&event))
            />
            <button type="submit" class="button">{move || text::open_go(lang.get())}</button>
        </form>
        {move || refused.get().map(|typed| view! { <Failure>{text::dataset_elsewhere(lang.get(), &typed)}</Failure> })}
    }
}
