//! A box to tick.

use leptos::prelude::*;

/// A box with its name, and how many records it would leave.
#[component]
pub fn Check(
    #[prop(into)] name: Signal<super::Spoken>,
    #[prop(into)] checked: Signal<bool>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional)] count: Option<Signal<String>>,
    #[prop(optional)] word: Option<&'static str>,
    #[prop(into)] on_change: Callback<()>,
) -> impl IntoView {
    view! {
        <label>
            <input
                type="checkbox"
                data-control=word
                prop:checked=move || checked.get()
                disabled=move || disabled.get()
                on:change=move |_| on_change.run(())
            />
            <span class="name" lang=move || name.with(|n| n.lang.clone()) dir=move || name.with(|n| n.dir)>
                {move || name.with(|n| n.words.clone())}
            </span>
            {count.map(|count| view! { <span class="count">{move || count.get()}</span> })}
        </label>
    }
}
