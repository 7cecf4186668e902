//! Keys for the whole page, and the overlay that names them.

use super::dialog::Dialog;
use super::share::Subject;
use super::store::Store;
use crate::lang::Lang;
use crate::query::Filter;
use crate::text;
use crate::view::Panel;
use leptos::prelude::*;
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

/// Listens to the keys, and shows the overlay.
#[component]
pub fn Shortcuts() -> impl IntoView {
    let store = Store::get();
    let open = store.keys;
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        let busy = store.sharing.get_untracked().is_some()
            || open.get_untracked()
            || store
                .view
                .with_untracked(|v| v.record.is_some() || v.panel == Panel::About);
        if busy || is_typing(&event) || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "?" => open.set(true),
            "/" => focus("search"),
            "c" => store.choose(|v| v.filter = Filter::default()),
            "s" => store.sharing.set(Some(Subject::Page)),
            "d" => store.choose(|v| v.scheme = v.scheme.next()),
            "l" => store.choose(|v| v.lang = Some(store.lang.get_untracked().other())),
            "a" => store.choose(|v| v.panel = Panel::About),
            digit => {
                let panel = digit
                    .parse::<usize>()
                    .ok()
                    .and_then(|n| Panel::ALL.get(n.checked_sub(1)?).copied());
                match panel.filter(|panel| *panel != Panel::About) {
                    Some(panel) => store.choose(|v| v.panel = panel),
                    None => return,
                }
            }
        }
        event.prevent_default();
    });
    on_cleanup(move || handle.remove());
    move || {
        open.get().then(|| {
            let title = Signal::derive(move || text::key_help(store.lang.get()).to_owned());
            view! {
                <Dialog title id="keys" on_close=Callback::new(move |()| open.set(false))>
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

fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    let element = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|e| e.matches("input, select, textarea").unwrap_or(false))
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
