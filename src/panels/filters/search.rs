//! The field for words to search for.

use crate::browser::keys::{ends_composition, is_composing, pressed};
use crate::state::Store;
use crate::ui::Field;
use leptos::prelude::*;
use std::time::Duration;

/// Letters that follow each other this fast are one change.
const PAUSE: Duration = Duration::from_millis(150);

/// The field. What is typed is taken into the view after a pause, on Enter and
/// when the field is left. While an input method composes, what stands in the
/// field is not yet what the reader wants to say, and nothing is taken.
#[component]
pub fn Search() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let composing = StoredValue::new(false);
    let pressing = pressing();
    let typed = StoredValue::new(0_u32);
    let take = move |text: String| {
        store.type_search(text);
        typed.update_value(|count| *count = count.wrapping_add(1));
        settle_soon(store, pressing, typed, typed.get_value());
    };
    // What a link searches for waits as what is typed does.
    if untrack(|| store.search_waits()) {
        settle_soon(store, pressing, typed, typed.get_value());
    }
    // Clear and Back change the view, and so the field.
    let shown = Memo::new(move |_| store.searched());
    view! {
        <Field label=Signal::derive(move || text::search(lang.get()).to_owned())>
            <input
                type="search"
                id="search"
                autocomplete="off"
                placeholder=move || text::search_hint(lang.get())
                prop:value=move || shown.get()
                on:compositionstart=move |_| composing.set_value(true)
                // Browsers differ in whether a last `input` comes before or
                // after this: the field's text is final either way.
                on:compositionend=move |event| {
                    composing.set_value(false);
                    take(event_target_value(&event));
                }
                on:input=move |event| {
                    if !composing.get_value() && !is_composing(&event) {
                        take(event_target_value(&event));
                    }
                }
                // Not `change`: a browser forgets what was typed when a value is set.
                on:blur=move |event| {
                    if composing.get_value() {
                        composing.set_value(false);
                        take(event_target_value(&event));
                    }
                    if !pressing.get_value() {
                        store.settle();
                    }
                }
                on:keydown=move |event| {
                    // Enter that ends a composition is not for the search.
                    if pressed(&event).as_deref() == Some("Enter") && !ends_composition(&event) {
                        store.settle();
                    }
                }
            />
        </Field>
    }
}

/// Takes what was typed after a pause, if it was the last: `typed` is at `mine`. It waits
/// until the records can be searched.
fn settle_soon(store: Store, pressing: StoredValue<bool>, typed: StoredValue<u32>, mine: u32) {
    set_timeout(
        move || {
            if typed.try_get_value() != Some(mine) {
                return;
            }
            if pressing.try_get_value() == Some(true) || store.await_search() {
                settle_soon(store, pressing, typed, mine);
            } else {
                store.settle();
            }
        },
        PAUSE,
    );
}

/// Whether a pointer is down. A press that leaves the field is meant for what
/// lies there, which a change of the view would move away before it has become
/// a click. (`:active` would not do: Firefox sets it after the field is left.)
fn pressing() -> StoredValue<bool> {
    let pressing = StoredValue::new(false);
    let handles = [
        window_event_listener_untyped("pointerdown", move |_| pressing.set_value(true)),
        window_event_listener_untyped("pointerup", move |_| pressing.set_value(false)),
        window_event_listener_untyped("pointercancel", move |_| pressing.set_value(false)),
    ];
    on_cleanup(move || handles.into_iter().for_each(WindowListenerHandle::remove));
    pressing
}
