//! What a record states and what it does not, as a mark.

use crate::browser::focus;
use crate::state::Store;
use leptos::prelude::*;
use model::{Aspect, Lang, RecordIx};
use view::Control;

/// A sign for each of what may be stated. One that is not stated selects the records
/// that lack the same, where the reader may.
pub fn health(store: Store, ix: RecordIx, lang: Lang) -> AnyView {
    // One reader of the filter for all signs: what is read is remembered for each record
    // that was opened, until it changes.
    let signs = move || {
        let chosen = store.filter().with(|filter| filter.lacks.clone());
        let may = store
            .view()
            .with_untracked(|view| view.allows(Control::Filters));
        let sign = |aspect: &Aspect| {
            let name = text::names::aspect(lang, *aspect);
            if store.dataset().states(ix, *aspect) {
                let said = text::aspect_stated(lang, name);
                return view! { <li class="stated" title=said>{name}</li> }.into_any();
            }
            lacking(store, *aspect, (name, lang), (may, chosen.contains(aspect)))
        };
        Aspect::ALL.iter().map(sign).collect_view()
    };
    view! { <ul class="health" aria-label=text::aspects(lang)>{signs}</ul> }.into_any()
}

fn lacking(
    store: Store,
    aspect: Aspect,
    (name, lang): (&'static str, Lang),
    (may, is_chosen): (bool, bool),
) -> AnyView {
    let said = text::aspect_lacking(lang, name);
    let id = format!("lacks-{}", aspect.word());
    let again = id.clone();
    let toggle = move |_| {
        store.toggle_lacks(aspect);
        // The sign is made anew: the focus stays on it.
        let id = again.clone();
        request_animation_frame(move || {
            focus::on(&id);
        });
    };
    view! {
        <li class="lacking">
            <button
                type="button"
                id=id
                disabled=!may
                title=said.clone()
                aria-label=said
                aria-pressed=is_chosen.to_string()
                on:click=toggle
            >
                {name}
            </button>
        </li>
    }
    .into_any()
}
