//! Words on what went wrong, in their place.

use leptos::prelude::*;

/// Some words on what went wrong.
#[component]
pub fn Failure(children: Children) -> impl IntoView {
    view! { <div class="failure" role="status">{children()}</div> }
}
