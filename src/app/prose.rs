//! Text that a browser's translator may put into other languages.

use leptos::prelude::*;

/// A paragraph. The page's body says `translate="no"`: a translator replaces
/// text nodes, and numbers and languages that change later would go to nodes
/// that are no longer in the page. This one sets its whole content instead.
#[component]
pub fn Prose(
    #[prop(into)] text: Signal<String>,
    #[prop(default = "")] class: &'static str,
) -> impl IntoView {
    view! { <p class=class translate="yes" prop:textContent=move || text.get()></p> }
}
