//! Dialogs of an embedded view. A frame may be as high as its content, far
//! higher than what of it is in sight: a modal dialog would open out of sight,
//! and its focus would scroll the page around.

use crate::browser::focus;
use leptos::prelude::request_animation_frame;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{
    Event, HtmlDialogElement, HtmlElement, IntersectionObserver, IntersectionObserverEntry,
    PointerEvent, ResizeObserver,
};

/// Pixels between a dialog and the edges of what is in sight.
const MARGIN: f64 = 8.0;
/// Pixels that a dialog opens above the click.
const ABOVE: f64 = 40.0;
/// Pixels that a dialog has at least, however little is in sight.
const LEAST: f64 = 160.0;

thread_local! {
    /// Where the reader last pressed, in pixels from the frame's top; none when
    /// a key came after it.
    static PRESSED: Cell<Option<f64>> = const { Cell::new(None) };
}

/// Remembers where the reader is at work.
pub fn watch() {
    let Some(window) = web_sys::window() else {
        return;
    };
    let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let pressed = event
            .dyn_ref::<PointerEvent>()
            .map(|pointer| f64::from(pointer.client_y()));
        PRESSED.set(pressed);
    });
    for name in ["pointerdown", "keydown"] {
        // The window of the page always takes listeners.
        let _ = window.add_event_listener_with_callback_and_bool(
            name,
            heard.as_ref().unchecked_ref(),
            true,
        );
    }
    // Lives as long as the page.
    heard.forget();
}

/// Opens the dialog in what is in sight of the frame, near the click. The focus
/// goes into it only where the reader is in the frame already.
pub fn show(dialog: &HtmlDialogElement) {
    let Some(document) = dialog.owner_document() else {
        return;
    };
    let is_here = document.has_focus().unwrap_or(false);
    let wanted = is_here.then(|| {
        let focused = document.active_element();
        PRESSED
            .get()
            .or_else(|| focused.map(|element| element.get_bounding_client_rect().top()))
    });
    let wanted = wanted.flatten();
    place(dialog, wanted, None);
    dialog.set_open(true);
    if is_here && let Ok(Some(button)) = dialog.query_selector("button") {
        focus::calmly(&button.unchecked_into::<HtmlElement>());
    }
    let sight = Rc::new(Cell::new(None));
    follow(dialog, wanted, Rc::clone(&sight));
    let dialog = dialog.clone();
    let seen = Closure::<dyn FnMut(js_sys::Array, IntersectionObserver)>::new(
        move |entries: js_sys::Array, observer: IntersectionObserver| {
            observer.disconnect();
            let entry = entries.get(0).unchecked_into::<IntersectionObserverEntry>();
            let rect = entry.intersection_rect();
            sight.set((rect.height() > 0.0).then(|| (rect.top(), rect.bottom())));
            place(&dialog, wanted, sight.get());
        },
    );
    // What is in sight of a frame only an observer knows, for it tells what the
    // pages around cut off.
    if let (Ok(observer), Some(root)) = (
        IntersectionObserver::new(seen.as_ref().unchecked_ref()),
        document.document_element(),
    ) {
        observer.observe(&root);
    }
    seen.forget();
}

/// What stands in the dialog may come later than its head: it stays in what was in sight
/// when it opened.
fn follow(dialog: &HtmlDialogElement, wanted: Option<f64>, sight: Rc<Cell<Option<(f64, f64)>>>) {
    let watched = dialog.clone();
    let grown = Closure::<dyn FnMut(js_sys::Array, ResizeObserver)>::new(
        move |_, observer: ResizeObserver| {
            if !watched.is_connected() {
                observer.disconnect();
                return;
            }
            let (dialog, sight) = (watched.clone(), Rc::clone(&sight));
            // An observer may not change what it observes.
            request_animation_frame(move || place(&dialog, wanted, sight.get()));
        },
    );
    if let Ok(observer) = ResizeObserver::new(grown.as_ref().unchecked_ref()) {
        observer.observe(dialog);
    }
    grown.forget();
}

/// Puts the dialog near `wanted`, within `sight`: top and bottom in pixels from
/// the frame's top.
fn place(dialog: &HtmlDialogElement, wanted: Option<f64>, sight: Option<(f64, f64)>) {
    let (top, bottom) = sight.unwrap_or((0.0, f64::INFINITY));
    let style = dialog.style();
    let room = (bottom - top - 2.0 * MARGIN).max(LEAST);
    let limit = if room.is_finite() {
        format!("{room}px")
    } else {
        "none".to_owned()
    };
    // Both are valid values of their properties.
    let _ = style.set_property("max-height", &limit);
    let height = f64::from(dialog.offset_height());
    let (first, last) = (top + MARGIN, bottom - height - MARGIN);
    let at = wanted.map_or(first, |y| y - ABOVE).min(last).max(first);
    let _ = style.set_property("top", &format!("{at}px"));
}
