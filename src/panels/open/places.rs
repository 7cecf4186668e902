//! Where the points of a table's places are from, where that is a second table.

use super::address::Address;
use super::{KINDS, taken};
use crate::state::{Opening, Store};
use crate::ui::Button;
use leptos::prelude::*;

/// The second table: which it is, another one, or none.
#[component]
pub fn Places() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let opening = Opening::get();
    let choose = move |event: web_sys::Event| {
        if let Some((file, _)) = taken(&event) {
            opening.take_places(Some(file));
        }
    };
    let on_go = Callback::new(move |file| opening.take_places(Some(file)));
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
        <Address id="places-address" label=text::places_address on_go>
            <label class="button file-button">
                <span>{move || text::open_choose(lang.get())}</span>
                <input type="file" id="places-file" class="visually-hidden" accept=KINDS on:change=choose />
            </label>
        </Address>
    }
}
