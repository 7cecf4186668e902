//! Keys for the whole page.

use leptos::prelude::*;
use std::time::Duration;
use view::{ALONE, Strokes, command_key};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent, Storage};

/// The key code of keys that an input method takes.
const COMPOSING_KEY: u32 = 229;

/// Where the browser remembers that the keys are off.
const REMEMBERED: &str = "aid-atlas-keys";
const OFF: &str = "off";

/// The key of an event. None where a browser that fills a field, or an
/// extension, sends an event of that name which tells of no key.
#[must_use]
pub fn pressed(event: &KeyboardEvent) -> Option<String> {
    event.is_instance_of::<KeyboardEvent>().then(|| event.key())
}

/// Whether a key asks the browser to print.
#[must_use]
pub fn prints(event: &KeyboardEvent) -> bool {
    let is_command =
        (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key();
    is_command && pressed(event).is_some_and(|key| key.eq_ignore_ascii_case("p"))
}

/// Whether an `input` event is a step of a composition.
#[must_use]
pub fn is_composing(event: &Event) -> bool {
    js_sys::Reflect::get(event, &"isComposing".into()).is_ok_and(|value| value.is_truthy())
}

/// Whether a key was pressed to end a composition.
#[must_use]
pub fn ends_composition(event: &KeyboardEvent) -> bool {
    event.key_code() == COMPOSING_KEY
}

/// Calls `run` with what `find` knows a key for, where that key is pressed alone
/// and into no field, and `is_busy` says that it may.
pub fn listen<T: Send + Sync + 'static>(
    is_busy: impl Fn() -> bool + 'static,
    find: impl Fn(&str) -> Option<T> + 'static,
    run: impl Fn(T) + Copy + Send + Sync + 'static,
) {
    let strokes = StoredValue::new(Strokes::default());
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        let Some(key) = pressed(&event) else { return };
        let writes = key.chars().count() == 1;
        let with_others = event.ctrl_key() || event.meta_key() || event.alt_key();
        if !writes || is_busy() || with_others || event.is_composing() || is_typing(&event) {
            return;
        }
        // A key that is held down is no further press.
        let stroke = if event.repeat() {
            None
        } else {
            strokes
                .try_update_value(|s| s.press(event.time_stamp()))
                .flatten()
        };
        let key = command_key(&key, &event.code(), event.shift_key());
        let Some(command) = find(&key) else { return };
        event.prevent_default();
        let Some(stroke) = stroke else { return };
        let wait = Duration::from_millis(ALONE as u64);
        let run = move || {
            if strokes.try_with_value(|s| s.is_alone(stroke)) == Some(true) {
                run(command);
            }
        };
        set_timeout(run, wait);
    });
    on_cleanup(move || handle.remove());
}

/// Whether the reader once turned the keys off.
#[must_use]
pub fn are_off() -> bool {
    let word = memory().and_then(|m| m.get_item(REMEMBERED).ok().flatten());
    word.as_deref() == Some(OFF)
}

/// Remembers whether they are off. Where nothing can be kept, the choice holds
/// for this page alone.
pub fn remember_off(off: bool) {
    let Some(memory) = memory() else { return };
    let _ = if off {
        memory.set_item(REMEMBERED, OFF)
    } else {
        memory.remove_item(REMEMBERED)
    };
}

/// The browser's memory; a frame without an origin has none.
fn memory() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Whether a key is pressed on nothing of its own: on the page as such, or in the
/// element with this id.
#[must_use]
pub fn is_of_page(event: &KeyboardEvent, id: &str) -> bool {
    let with_others = event.ctrl_key() || event.meta_key() || event.alt_key();
    let inner = event.composed_path().get(0);
    let element = inner.dyn_into::<HtmlElement>().ok();
    let within = |element: HtmlElement| {
        let around = element.closest(&format!("#{id}, body > *")).ok().flatten();
        ["BODY", "MAIN"].contains(&element.tag_name().as_str())
            || around.is_some_and(|around| around.id() == id)
    };
    !with_others && !is_typing(event) && element.is_none_or(within)
}

/// What the browser keeps as long as its tab is open.
#[must_use]
pub fn session() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// Whether the key goes into a field, wherever it lies: for the window, an
/// event in a shadow tree comes from the tree's host.
fn is_typing(event: &KeyboardEvent) -> bool {
    let inner = event.composed_path().get(0);
    let element = inner.dyn_into::<HtmlElement>().ok();
    element.is_some_and(|e| {
        e.is_content_editable()
            || e.matches("input:not([type=checkbox]), select, textarea")
                .unwrap_or(false)
    })
}
