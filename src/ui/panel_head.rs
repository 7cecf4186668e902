//! The head of a part of the page.

use leptos::prelude::*;

/// The title, by whose `id` the part is labelled, and the tools beside it.
#[component]
pub fn PanelHead(
    #[prop(into)] id: String,
    #[prop(into)] title: Signal<super::Line>,
    /// Whether a link may lead the focus here.
    #[prop(optional)]
    is_target: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="panel-head">
            <h2 id=id tabindex=is_target.then_some("-1")>{move || title.with(super::Line::view)}</h2>
            {children()}
        </div>
    }
}
