//! Whether an element is in sight of the window.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

/// Watches an element as long as it lives.
pub struct InSight {
    observer: IntersectionObserver,
    _heard: Closure<dyn FnMut(js_sys::Array)>,
}

impl InSight {
    /// Tells of each change, and at the start, whether any of the element is in
    /// sight. None where the browser cannot tell.
    pub fn watch(element: &Element, mut seen: impl FnMut(bool) + 'static) -> Option<Self> {
        let heard = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let last = entries.get(entries.length().saturating_sub(1));
            seen(
                last.unchecked_into::<IntersectionObserverEntry>()
                    .is_intersecting(),
            );
        });
        let observer = IntersectionObserver::new(heard.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _heard: heard,
        })
    }
}

impl Drop for InSight {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
