//! A part of the page that a phone shows when it is asked for.

use leptos::prelude::*;

/// Shows `children` at once, or where it is `folded` below a button that says
/// what there is. What is folded is not made before it is opened.
#[component]
pub fn Fold(
    id: &'static str,
    #[prop(into)] folded: Signal<bool>,
    #[prop(into)] title: Signal<String>,
    /// How much there is.
    #[prop(into)]
    hint: Signal<String>,
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let shows = Memo::new(move |_| open.get() || !folded.get());
    view! {
        <Show when=move || folded.get()>
            <button
                type="button"
                class="fold"
                id=id
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <strong>{move || title.get()}</strong>
                " "
                <span class="hint">{move || hint.get()}</span>
            </button>
        </Show>
        {move || shows.get().then(|| children())}
    }
}
