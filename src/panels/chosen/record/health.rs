//! What a record states and what it does not, as a mark.

use crate::state::Store;
use leptos::prelude::*;
use model::{Aspect, RecordIx};
use view::Control;

/// A sign for each of what may be stated. One that is not stated selects the records
/// that lack the same, where the reader may.
#[component]
pub fn Health(ix: RecordIx) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let dataset = store.dataset();
    let sign = move |aspect: &Aspect| {
        let aspect = *aspect;
        let name = move || text::names::aspect(lang.get(), aspect);
        if dataset.states(ix, aspect) {
            let said = move || text::aspect_stated(lang.get(), name());
            return view! { <li class="stated" title=said>{name}</li> }.into_any();
        }
        let said = move || text::aspect_lacking(lang.get(), name());
        let may = move || store.view().with(|view| view.allows(Control::Filters));
        view! {
            <li class="lacking">
                <button
                    type="button"
                    disabled=move || !may()
                    title=said
                    aria-label=said
                    aria-pressed=move || store.filter().with(|f| f.lacks.contains(&aspect)).to_string()
                    on:click=move |_| store.toggle_lacks(aspect)
                >
                    {name}
                </button>
            </li>
        }
        .into_any()
    };
    view! {
        <ul class="health" aria-label=move || text::aspects(lang.get())>
            {Aspect::ALL.iter().map(sign).collect_view()}
        </ul>
    }
}
