//! Whether a link keeps to the edition that is shown.

use crate::state::Store;
use crate::ui::Check;
use editions::short_of;
use leptos::prelude::*;
use view::ViewState;

/// The choice; none where a link cannot say it, or says it already.
#[component]
pub fn Pin(is_pinned: RwSignal<bool>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let edition = store.edition().map(short_of).unwrap_or_default();
    let may = move || {
        let is_new = |view: &ViewState| {
            let pinned = store.pinned(view);
            pinned.is_some_and(|pinned| pinned.origin.edition != view.origin.edition)
        };
        store.view().with(is_new)
    };
    // Only of the built-in dataset earlier editions are kept.
    let words = move || {
        let is_kept = store.view().with(|view| view.origin.data.is_none());
        if is_kept {
            text::edition_pin(lang.get(), edition)
        } else {
            text::edition_pin_elsewhere(lang.get(), edition)
        }
    };
    view! {
        <Show when=may>
            <div class="row" data-pin>
                <Check
                    word="edition"
                    name=Signal::derive(move || words().into())
                    checked=Signal::derive(move || is_pinned.get())
                    on_change=move || is_pinned.update(|is| *is = !*is)
                />
            </div>
        </Show>
    }
}
