//! Text to copy.

use crate::state::Store;
use crate::ui::{Copy, Field};
use leptos::prelude::*;

/// The text under its title, in so many lines at first, and a button that copies it.
#[component]
pub fn Code(
    id: &'static str,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] text: Signal<String>,
    #[prop(default = 4)] rows: u8,
) -> impl IntoView {
    let store = Store::get();
    view! {
        <Field label=title>
            <textarea id=id readonly rows=rows.to_string() spellcheck="false" prop:value=move || text.get()></textarea>
        </Field>
        <Copy lang=store.lang() text=move || text.get_untracked() />
    }
}
