//! A record's title, which opens it.

use super::Spoken;
use leptos::prelude::*;
use model::{Lang, Text};

/// The title of a record. A translator may translate it: its whole content is
/// set anew whenever it changes.
#[component]
pub fn RecordLink(
    title: &'static Text,
    #[prop(into)] lang: Signal<Lang>,
    #[prop(into)] on_open: Callback<()>,
) -> impl IntoView {
    let spoken = Memo::new(move |_| Spoken::of(title, lang.get()));
    view! {
        <button
            type="button"
            class="as-link"
            translate="yes"
            lang=move || spoken.with(|s| s.lang.clone())
            dir=move || spoken.with(|s| s.dir)
            on:click=move |_| on_open.run(())
            prop:textContent=move || spoken.with(|s| s.words.clone())
        ></button>
    }
}
