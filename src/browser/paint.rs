//! What may wait until the page has shown what came before it.

use leptos::prelude::{request_animation_frame, set_timeout};
use std::time::Duration;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Does something in a task of its own, after the next picture of the page. One that
/// nobody sees makes none.
pub fn after(work: impl FnOnce() + 'static) {
    let later = move || set_timeout(work, Duration::ZERO);
    if is_hidden() {
        later();
    } else {
        request_animation_frame(later);
    }
}

fn is_hidden() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.hidden())
}

/// Goes on in a task of its own. On a page that nobody sees it goes on at once: a browser
/// makes it wait for a second there, or a minute, and nobody waits for an answer.
pub async fn next_task() {
    if is_hidden() {
        return;
    }
    let later = js_sys::Promise::new(&mut |done, _| {
        set_timeout(
            move || {
                // What waits for it may be gone.
                let _ = done.call0(&JsValue::NULL);
            },
            Duration::ZERO,
        );
    });
    // It never fails.
    let _ = JsFuture::from(later).await;
}

/// How long work that nobody waits for may hold a task.
const SHARE: f64 = 8.0;

/// Does what is to be done step by step while the reader looks at the page: some steps in
/// each task, so that nobody waits for it. `step` says whether there are others left.
pub fn by_and_by(step: impl Fn() -> bool + 'static) {
    after(move || {
        let end = now() + SHARE;
        while step() {
            if now() >= end {
                by_and_by(step);
                return;
            }
        }
    });
}

/// Milliseconds; where a browser has no such clock, each step has a task of its own.
fn now() -> f64 {
    let performance = web_sys::window().and_then(|window| window.performance());
    performance.map_or(f64::INFINITY, |performance| performance.now())
}

/// Whether the browser goes back to a place on a page that it has shown before, for
/// which the page has to be as long as it was.
#[must_use]
pub fn returns() -> bool {
    let window = web_sys::window();
    let is_at_place = window
        .as_ref()
        .and_then(|window| window.location().hash().ok())
        .is_some_and(|hash| !hash.is_empty());
    // Reloaded, or gone back to.
    let navigated = window
        .and_then(|window| window.performance())
        .map(|performance| performance.navigation().type_());
    is_at_place || navigated != Some(web_sys::PerformanceNavigation::TYPE_NAVIGATE)
}
