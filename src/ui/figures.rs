//! What lies behind a picture, folded away.

use leptos::html::Details;
use leptos::prelude::*;

/// A title that unfolds what belongs to it. `on_fold` is told whether it is open,
/// for what is too much to be made before somebody asks for it.
#[component]
pub fn Figures(
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] on_fold: Option<Callback<bool>>,
    children: Children,
) -> impl IntoView {
    let details = NodeRef::<Details>::new();
    let folded = move |_| {
        if let Some((on_fold, details)) = on_fold.zip(details.get_untracked()) {
            on_fold.run(details.open());
        }
    };
    view! {
        <details class="figures" node_ref=details on:toggle=folded>
            <summary><span>{title}</span></summary>
            {children()}
        </details>
    }
}
