//! Whether a link keeps to the edition that is shown.

use crate::state::Store;
use crate::ui::Check;
use editions::short_of;
use leptos::prelude::*;

/// The choice; none where a link cannot say it, or says it already.
#[component]
pub fn Pin(is_pinned: RwSignal<bool>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let edition = store.edition().map(short_of).unwrap_or_default();
    let may = move || {
        store
            .view()
            .with(|view| view.origin.edition.is_none() && store.pinned(view).is_some())
    };
    view! {
        <Show when=may>
            <div class="row" data-pin>
                <Check
                    word="edition"
                    name=Signal::derive(move || text::edition_pin(lang.get(), edition).into())
                    checked=Signal::derive(move || is_pinned.get())
                    on_change=move || is_pinned.update(|is| *is = !*is)
                />
            </div>
        </Show>
    }
}
