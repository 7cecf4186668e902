//! Figures that are tied to no one division.

use crate::state::Store;
use charts::{Action, MapView};
use leptos::prelude::*;

/// The groups, each of which can be chosen where it is a choice of place.
#[component]
pub fn Untied(drawn: Memo<MapView>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let groups = move || {
        drawn
            .with(|d| d.untied.clone())
            .into_iter()
            .map(|group| {
                let words = view! { <span>{group.name}</span> <strong>{group.figure}</strong> };
                let Some(choice) = group.choice else {
                    return view! { <li class="plain">{words}</li> }.into_any();
                };
                let pressed = move || store.is_chosen(choice);
                view! {
                    <li>
                        <button
                            type="button"
                            aria-pressed=move || pressed().to_string()
                            on:click=move |_| store.act(Action::Place(choice))
                        >
                            {words}
                        </button>
                    </li>
                }
                .into_any()
            })
            .collect_view()
    };
    let title = if store.dataset().has_areas() {
        text::not_tied
    } else {
        text::not_tied_place
    };
    view! {
        <div class="untied" id="untied">
            <h3>{move || title(lang.get())}</h3>
            <ul>{groups}</ul>
        </div>
    }
}
