//! The reader's first act.

use leptos::prelude::*;

/// What a reader does with a page. A page that nobody looks at hears of none.
const ACTS: [&str; 4] = ["pointermove", "pointerdown", "keydown", "wheel"];

/// Calls `then` once, with the first of all acts from now on.
pub fn then(then: impl FnOnce() + 'static) {
    let then = StoredValue::new_local(Some(then));
    let listeners = StoredValue::new(Vec::<WindowListenerHandle>::new());
    let end = move || {
        let all = listeners.try_update_value(std::mem::take);
        for listener in all.into_iter().flatten() {
            listener.remove();
        }
    };
    let first = move |_| {
        end();
        if let Some(then) = then.try_update_value(Option::take).flatten() {
            then();
        }
    };
    listeners.set_value(
        ACTS.map(|act| window_event_listener_untyped(act, first))
            .into(),
    );
    on_cleanup(end);
}
