//! What of the map is not to be had, and why.

use crate::state::{Missing, Store};
use crate::ui::{Button, Failure};
use leptos::prelude::*;

/// What is missing, and a way to try again.
#[component]
pub fn Lacking() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let lines = move || {
        let lang = lang.get();
        store.missing().with(|missing| {
            missing
                .iter()
                .map(|missing| match missing {
                    Missing::File(file, why) => text::problems::refusal(lang, file, why),
                    Missing::Outlines(problem) => text::problems::problem(lang, problem),
                })
                .map(|line| view! { <li>{line}</li> })
                .collect_view()
        })
    };
    view! {
        <Show when=move || store.missing().with(|missing| !missing.is_empty())>
            <Failure>
                {move || text::geometry_failed(lang.get())}
                <ul class="lacking">{lines}</ul>
                <Button on_click=move || store.load_outlines()>{move || text::retry(lang.get())}</Button>
            </Failure>
        </Show>
    }
}
