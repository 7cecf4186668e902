//! A button.

use leptos::prelude::*;

/// A button with words, or with a sign and a `label` that says what it means.
#[component]
pub fn Button(
    #[prop(optional)] id: Option<&'static str>,
    #[prop(optional, into)] label: Option<Signal<String>>,
    #[prop(default = "button")] class: &'static str,
    #[prop(into)] on_click: Callback<()>,
    children: Children,
) -> impl IntoView {
    view! {
        <button type="button" class=class id=id aria-label=label on:click=move |_| on_click.run(())>
            {children()}
        </button>
    }
}
