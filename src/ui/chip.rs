//! Something that is active and can be taken away.

use leptos::prelude::*;

/// A button that takes away what its words say; `label` says that it does.
#[component]
pub fn Chip(words: AnyView, label: String, #[prop(into)] on_remove: Callback<()>) -> impl IntoView {
    view! {
        <button type="button" class="chip" aria-label=label on:click=move |_| on_remove.run(())>
            {words}
            <span aria-hidden="true">" ×"</span>
        </button>
    }
}
