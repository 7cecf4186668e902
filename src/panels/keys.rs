//! The keys of the page, and the overlay that names them.

use crate::browser::{focus, keys};
use crate::state::{Overlay, Store, Subject};
use leptos::prelude::*;
use model::Lang;
use view::Panel;

/// A key, and the words for what it does.
type Key = (&'static str, fn(Lang) -> &'static str);

const KEYS: [Key; 11] = [
    ("/", text::key_search),
    ("1 – 5", text::panels),
    ("c", text::clear),
    ("s", text::share),
    ("d", text::scheme_label),
    ("l", text::key_language),
    ("a", text::about),
    ("+ − ← → 0 ↑ ↓", text::key_timeline),
    ("p n", text::key_records),
    ("Esc", text::key_back),
    ("?", text::key_help),
];

/// Whether the reader has turned the keys off.
#[derive(Clone, Copy)]
struct Off(RwSignal<bool>);

/// Listens to the keys, as long as nothing lies over the page.
pub fn listen(store: Store) {
    let off = RwSignal::new(keys::are_off());
    provide_context(Off(off));
    let covered = move || store.overlays().with_untracked(|all| !all.is_empty());
    let is_busy = move || off.get_untracked() || covered();
    keys::listen(is_busy, command, move |command| command(store));
    // What lies over the page, and its lists, hear of Escape first.
    let escape = window_event_listener(leptos::ev::keydown, move |event| {
        let is_escape = keys::pressed(&event).as_deref() == Some("Escape");
        if is_escape && !event.default_prevented() && !covered() && store.step_back() {
            event.prevent_default();
        }
    });
    on_cleanup(move || escape.remove());
}

/// What stands in the overlay.
#[component]
pub fn Keys() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let Off(off) = expect_context();
    view! {
        <label class="switch">
            <input
                type="checkbox"
                id="keys-on"
                prop:checked=move || !off.get()
                on:change=move |event| {
                    let on = event_target_checked(&event);
                    off.set(!on);
                    keys::remember_off(!on);
                }
            />
            {move || text::keys_on(lang.get())}
        </label>
        <p class="hint">{move || text::keys_note(lang.get())}</p>
        <dl class="keys">
            {KEYS
                .iter()
                .map(|(key, what)| {
                    view! {
                        <div>
                            <dt><kbd>{*key}</kbd></dt>
                            <dd>{move || what(lang.get())}</dd>
                        </div>
                    }
                })
                .collect_view()}
        </dl>
    }
}

/// What a key does.
fn command(key: &str) -> Option<fn(Store)> {
    Some(match key {
        "?" => |store| store.show_overlay(Overlay::Keys),
        "/" => |_| {
            focus::on("search");
        },
        "p" => |store| store.go_on(false),
        "n" => |store| store.go_on(true),
        "c" => Store::clear_filter,
        "s" => |store| store.show_overlay(Overlay::Share(Subject::Page)),
        "d" => Store::next_scheme,
        "l" => Store::next_lang,
        "a" => |store| store.show_overlay(Overlay::About),
        "1" => |store| store.set_panel(Panel::All),
        "2" => |store| store.set_panel(Panel::Map),
        "3" => |store| store.set_panel(Panel::Timeline),
        "4" => |store| store.set_panel(Panel::Charts),
        "5" => |store| store.set_panel(Panel::Table),
        _ => return None,
    })
}
