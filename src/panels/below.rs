//! What lies below the first screen.

use crate::browser::paint;
use crate::state::Store;
use leptos::context::Provider;
use leptos::prelude::*;
use view::Panel;

/// The attribute of what waits.
pub fn busy(waits: impl Fn() -> bool) -> impl Fn() -> Option<&'static str> {
    move || waits().then_some("true")
}

/// Made after the first screen is there, and one task behind it from then on. Where
/// the browser goes back to a place on the page, it is made at once.
#[component]
pub fn Below(children: ChildrenFn) -> impl IntoView {
    let store = Store::get();
    let is_first = store.view().with_untracked(|view| view.panel != Panel::All);
    let (store, waits) = store.behind();
    let is_there = RwSignal::new(is_first || paint::returns());
    if !is_there.get_untracked() {
        paint::after(move || {
            let _ = is_there.try_set(true);
        });
    }
    let inside = move || {
        let children = children.clone();
        is_there
            .get()
            .then(move || view! { <Provider value=store>{children()}</Provider> })
    };
    view! {
        <div
            class="below"
            aria-busy=busy(move || waits.get() || !is_there.get())
        >
            {inside}
        </div>
    }
}
