//! One of several views that take each other's place.

use leptos::prelude::*;

/// A tab. `current` is what `aria-current` says of the one that is shown: it
/// stands for a `page`, or for a part of one (`true`).
#[component]
pub fn Tab(
    #[prop(into)] name: Signal<String>,
    #[prop(into)] shown: Signal<bool>,
    #[prop(default = "true")] current: &'static str,
    #[prop(into)] on_choose: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            aria-current=move || shown.get().then_some(current)
            on:click=move |_| on_choose.run(())
        >
            {name}
        </button>
    }
}
