//! Whether an element is in sight of the window.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Watches an element as long as it lives.
pub struct InSight {
    observer: IntersectionObserver,
    _heard: Closure<dyn FnMut(js_sys::Array)>,
}

impl InSight {
    /// Tells of each change, and at the start, whether any of the element is in
    /// sight. None where the browser cannot tell.
    pub fn watch(element: &Element, seen: impl FnMut(bool) + 'static) -> Option<Self> {
        Self::within("0px", element, seen)
    }

    /// The same, but in sight or less than the window's own height above or below.
    pub fn watch_near(element: &Element, seen: impl FnMut(bool) + 'static) -> Option<Self> {
        Self::within("100% 0px", element, seen)
    }

    fn within(
        margin: &str,
        element: &Element,
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
