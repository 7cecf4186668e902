//! Whether an element is in sight of the window.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// How far an element may lie beyond the window's edges to be near.
const NEAR: &str = "50%";

/// Watches an element as long as it lives.
pub struct InSight {
    observer: IntersectionObserver,
    _heard: Closure<dyn FnMut(js_sys::Array)>,
}

impl InSight {
    /// Tells of each change, and at the start, whether any of the element is in
    /// sight. None where the browser cannot tell.
    pub fn watch(element: &Element, seen: impl FnMut(bool) + 'static) -> Option<Self> {
        Self::within(element, "0px", seen)
    }

    /// The same of an element that is in sight or will be soon.
    pub fn near(element: &Element, seen: impl FnMut(bool) + 'static) -> Option<Self> {
        Self::within(element, NEAR, seen)
    }

    fn within(
        element: &Element,
        margin: &str,
        mut seen: impl FnMut(bool) + 'static,
    ) -> Option<Self> {
        let heard = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let last = entries.get(entries.length().saturating_sub(1));
            seen(
                last.unchecked_into::<IntersectionObserverEntry>()
                    .is_intersecting(),
            );
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(margin);
        let observer =
            IntersectionObserver::new_with_options(heard.as_ref().unchecked_ref(), &options)
                .ok()?;
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
