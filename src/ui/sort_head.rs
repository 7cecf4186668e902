//! The head of a column that a table can be sorted by.

use leptos::prelude::*;

/// The name of the column; `descending` is how the table is sorted by it, if it
/// is.
#[component]
pub fn SortHead(
    word: &'static str,
    #[prop(into)] name: Signal<String>,
    #[prop(into)] descending: Signal<Option<bool>>,
    #[prop(into)] on_sort: Callback<()>,
) -> impl IntoView {
    let state = move || match descending.get() {
        None => "none",
        Some(false) => "ascending",
        Some(true) => "descending",
    };
    let mark = move || match descending.get() {
        None => "",
        Some(false) => " ↑",
        Some(true) => " ↓",
    };
    view! {
        <th scope="col" aria-sort=state>
            <button type="button" data-column=word on:click=move |_| on_sort.run(())>
                {name}
                <span aria-hidden="true">{mark}</span>
            </button>
        </th>
    }
}
