//! What lies behind a picture, folded away.

use leptos::prelude::*;

/// A title that unfolds what belongs to it.
#[component]
pub fn Figures(#[prop(into)] title: Signal<String>, children: Children) -> impl IntoView {
    view! {
        <details class="figures">
            <summary><span>{title}</span></summary>
            {children()}
        </details>
    }
}
