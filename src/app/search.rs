//! The field for words to search for.

use super::store::Store;
use crate::text;
use leptos::leptos_dom::helpers::TimeoutHandle;
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
    let lang = store.lang;
    let composing = StoredValue::new(false);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let take = move |text: String| {
        if let Some(before) = timer.get_value() {
            before.clear();
        }
        store.typed.set(Some(text));
        timer.set_value(set_timeout_with_handle(move || store.settle(), PAUSE).ok());
    };
    // Clear and Back change the view, and so the field.
    let shown = Memo::new(move |_| {
        store
            .typed
            .get()
            .unwrap_or_else(|| store.view.with(|v| v.filter.text.clone()))
    });
    view! {
        <label class="field">
            <span>{move || text::search(lang.get())}</span>
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
                on:change=move |event| {
                    composing.set_value(false);
                    take(event_target_value(&event));
                    store.settle();
                }
            />
        </label>
    }
}

/// Whether an `input` event is a step of a composition.
fn is_composing(event: &web_sys::Event) -> bool {
    js_sys::Reflect::get(event, &"isComposing".into()).is_ok_and(|value| value.is_truthy())
}
