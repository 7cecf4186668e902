//! Files that are dropped on the page.

use super::chosen;
use crate::state::{Given, Opening, Overlay, Store};
use leptos::prelude::*;
use web_sys::DragEvent;

/// Takes a file wherever it is dropped, and says so while one is held over the
/// page.
#[component]
pub fn Drop() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let opening = Opening::get();
    // Each element under the pointer is entered and left: what counts is whether
    // more were entered.
    let within = RwSignal::new(0_i32);
    let entered = window_event_listener(leptos::ev::dragenter, move |event| {
        if holds_files(&event) {
            event.prevent_default();
            within.update(|within| *within += 1);
        }
    });
    let left = window_event_listener(leptos::ev::dragleave, move |event| {
        if holds_files(&event) {
            within.update(|within| *within = (*within - 1).max(0));
        }
    });
    let over = window_event_listener(leptos::ev::dragover, move |event| {
        if holds_files(&event) {
            event.prevent_default();
        }
    });
    let dropped = window_event_listener(leptos::ev::drop, move |event| {
        if !holds_files(&event) {
            return;
        }
        // Else the browser would leave the page for the file.
        event.prevent_default();
        within.set(0);
        if let Some((file, places)) = files(&event) {
            store.show_overlay(Overlay::Open);
            opening.open(file, places);
        }
    });
    on_cleanup(move || {
        for listener in [entered, left, over, dropped] {
            listener.remove();
        }
    });
    let is_held = Memo::new(move |_| within.get() > 0);
    view! {
        <Show when=move || is_held.get()>
            <div class="drop-here" aria-hidden="true">
                <p>{move || text::open_drop_here(lang.get())}</p>
            </div>
        </Show>
    }
}

/// Whether files are held, not text or a link of the page.
fn holds_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|held| held.types());
    types.is_some_and(|types| types.iter().any(|one| one == "Files"))
}

fn files(event: &DragEvent) -> Option<(Given, Option<Given>)> {
    chosen(&event.data_transfer()?.files()?)
}
