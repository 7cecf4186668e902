//! What has a task of its own, where there is much to be made.

use super::below::busy;
use crate::browser::paint;
use crate::state::Store;
use leptos::prelude::*;

/// Made at once, or of very many records one task later: a page that opens them answers
/// in between. On paper, and where the browser goes back to a place on the page, it is
/// made at once.
#[component]
pub fn InTurn(children: ChildrenFn) -> impl IntoView {
    let store = Store::get();
    let is_made = RwSignal::new(!store.is_large() || paint::returns());
    if !is_made.get_untracked() {
        paint::after(move || {
            let _ = is_made.try_set(true);
        });
    }
    let is_there = Memo::new(move |_| is_made.get() || store.printing().get());
    move || {
        if is_there.get() {
            children().into_any()
        } else {
            view! { <div class="panel in-turn" aria-busy=busy(|| true)></div> }.into_any()
        }
    }
}
