//! A field with its label above it.

use leptos::prelude::*;

/// The label, and what there is to fill in.
#[component]
pub fn Field(#[prop(into)] label: Signal<String>, children: Children) -> impl IntoView {
    view! {
        <label class="field">
            <span>{label}</span>
            {children()}
        </label>
    }
}
