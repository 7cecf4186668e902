//! Words on what went wrong, in their place.

use leptos::prelude::*;

/// A paragraph on what went wrong.
#[component]
pub fn Failure(children: Children) -> impl IntoView {
    view! { <p class="failure" role="status">{children()}</p> }
}
