//! Keys for the whole page, and the overlay that names them.

use super::dialog::Dialog;
use super::share::Subject;
use super::store::Store;
use leptos::prelude::*;
use model::Lang;
use query::Filter;
use std::time::Duration;
use view::{ALONE, Panel, Strokes, command_key};
use wasm_bindgen::JsCast;

/// A key, and the words for what it does.
type Key = (&'static str, fn(Lang) -> &'static str);

const KEYS: [Key; 10] = [
    ("/", text::key_search),
    ("1 – 5", text::panels),
    ("c", text::clear),
    ("s", text::share),
    ("d", text::scheme_label),
    ("l", text::key_language),
    ("a", text::about),
    ("+ − ← → 0", text::key_timeline),
    ("Esc", text::close),
    ("?", text::key_help),
];

/// Where the browser remembers that the keys are off.
const REMEMBERED: &str = "aid-atlas-keys";
const OFF: &str = "off";

/// Listens to the keys, and shows the overlay.
#[component]
pub fn Shortcuts() -> impl IntoView {
    let store = Store::get();
    let open = store.keys;
    let off = RwSignal::new(remembered_off());
    let strokes = StoredValue::new(Strokes::default());
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        let Some(key) = pressed(&event) else { return };
        let writes = key.chars().count() == 1;
        let busy = off.get_untracked()
            || store.sharing.get_untracked().is_some()
            || open.get_untracked()
            || store.view.with_untracked(|v| v.record.is_some() || v.about);
        let with_others = event.ctrl_key() || event.meta_key() || event.alt_key();
        if !writes || busy || with_others || event.is_composing() || is_typing(&event) {
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
        let Some(command) = command(&key) else { return };
        event.prevent_default();
        let Some(stroke) = stroke else { return };
        let wait = Duration::from_millis(ALONE as u64);
        let run = move || {
            if strokes.try_with_value(|s| s.is_alone(stroke)) == Some(true) {
                command(store);
            }
        };
        set_timeout(run, wait);
    });
    on_cleanup(move || handle.remove());
    move || {
        open.get().then(|| {
            let title = Signal::derive(move || text::key_help(store.lang.get()).to_owned());
            view! {
                <Dialog title id="keys" on_close=Callback::new(move |()| open.set(false))>
                    <label class="switch">
                        <input
                            type="checkbox"
                            id="keys-on"
                            prop:checked=move || !off.get()
                            on:change=move |event| {
                                let on = event_target_checked(&event);
                                off.set(!on);
                                remember_off(!on);
                            }
                        />
                        {move || text::keys_on(store.lang.get())}
                    </label>
                    <p class="hint">{move || text::keys_note(store.lang.get())}</p>
                    <dl class="keys">
                        {KEYS
                            .iter()
                            .map(|(key, what)| {
                                view! {
                                    <div>
                                        <dt><kbd>{*key}</kbd></dt>
                                        <dd>{move || what(store.lang.get())}</dd>
                                    </div>
                                }
                            })
                            .collect_view()}
                    </dl>
                </Dialog>
            }
        })
    }
}

/// The key of an event. None where a browser that fills a field, or an
/// extension, sends an event of that name which tells of no key.
pub fn pressed(event: &web_sys::KeyboardEvent) -> Option<String> {
    event
        .is_instance_of::<web_sys::KeyboardEvent>()
        .then(|| event.key())
}

/// What a key does.
fn command(key: &str) -> Option<fn(Store)> {
    Some(match key {
        "?" => |store| store.keys.set(true),
        "/" => |_| focus("search"),
        "c" => |store| store.choose(|v| v.filter = Filter::default()),
        "s" => |store| store.sharing.set(Some(Subject::Page)),
        "d" => |store| store.choose(|v| v.scheme = v.scheme.next()),
        "l" => |store| {
            store.choose(|v| {
                v.lang = Some(text::language_after(
                    store.dataset,
                    store.lang.get_untracked(),
                ));
            });
        },
        "a" => |store| store.choose(|v| v.about = true),
        "1" => |store| store.choose(|v| v.panel = Panel::All),
        "2" => |store| store.choose(|v| v.panel = Panel::Map),
        "3" => |store| store.choose(|v| v.panel = Panel::Timeline),
        "4" => |store| store.choose(|v| v.panel = Panel::Charts),
        "5" => |store| store.choose(|v| v.panel = Panel::Table),
        _ => return None,
    })
}

/// The browser's memory; a frame without an origin has none.
fn memory() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

fn remembered_off() -> bool {
    let word = memory().and_then(|m| m.get_item(REMEMBERED).ok().flatten());
    word.as_deref() == Some(OFF)
}

/// Where nothing can be kept, the choice holds for this page alone.
fn remember_off(off: bool) {
    let Some(memory) = memory() else { return };
    let _ = if off {
        memory.set_item(REMEMBERED, OFF)
    } else {
        memory.remove_item(REMEMBERED)
    };
}

/// Whether the key goes into a field, wherever it lies: for the window, an
/// event in a shadow tree comes from the tree's host.
fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    let inner = event.composed_path().get(0);
    let element = inner.dyn_into::<web_sys::HtmlElement>().ok();
    element.is_some_and(|e| {
        e.is_content_editable()
            || e.matches("input:not([type=checkbox]), select, textarea")
                .unwrap_or(false)
    })
}

fn focus(id: &str) {
    let element = web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.get_element_by_id(id));
    let Some(input) = element.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return;
    };
    // The filters may be folded.
    if let Ok(Some(filters)) = input.closest("details") {
        let _ = filters.set_attribute("open", "");
    }
    // Focus is refused for what is hidden only.
    let _ = input.focus();
}
