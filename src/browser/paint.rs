//! What may wait until the page has shown what came before it.

use leptos::prelude::{request_animation_frame, set_timeout};
use std::time::Duration;

/// Does something in a task of its own, after the next picture of the page. One that
/// nobody sees makes none.
pub fn after(work: impl FnOnce() + 'static) {
    let later = move || set_timeout(work, Duration::ZERO);
    let document = web_sys::window().and_then(|window| window.document());
    if document.is_some_and(|document| document.hidden()) {
        later();
    } else {
        request_animation_frame(later);
    }
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
