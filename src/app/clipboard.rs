//! Buttons that copy.

use super::address;
use super::focus;
use super::store::Store;
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::Lang;
use view::ViewState;
use wasm_bindgen_futures::JsFuture;

#[derive(Clone, PartialEq)]
enum State {
    Idle,
    Copied,
    /// The browser refused: the text to copy by hand.
    ByHand(String),
}

/// Copies the link of the view that `view` gives when it is pressed.
#[component]
pub fn CopyLink(
    view: impl Fn() -> ViewState + Send + Sync + 'static,
    #[prop(default = text::copy_link)] label: fn(Lang) -> &'static str,
) -> impl IntoView {
    let store = Store::get();
    view! { <Copy label text=move || address::link(&view(), store.dataset) /> }
}

/// Copies the text that `text` gives when it is pressed.
#[component]
pub fn CopyText(text: impl Fn() -> String + Send + Sync + 'static) -> impl IntoView {
    view! { <Copy label=text::copy text /> }
}

#[component]
fn Copy(
    label: fn(Lang) -> &'static str,
    text: impl Fn() -> String + Send + Sync + 'static,
) -> impl IntoView {
    let store = Store::get();
    let state = RwSignal::new(State::Idle);
    let copy = move |_| {
        let text = text();
        state.set(State::Idle);
        spawn_local(async move {
            state.set(if to_clipboard(&text).await {
                State::Copied
            } else {
                State::ByHand(text)
            });
        });
    };
    view! {
        <span class="copy">
            <button type="button" class="button" on:click=copy>{move || label(store.lang.get())}</button>
            <span role="status">
                {move || state.with(|state| match state {
                    State::Idle => "",
                    State::Copied => text::copied(store.lang.get()),
                    State::ByHand(_) => text::copy_failed(store.lang.get()),
                })}
            </span>
            {move || match state.get() {
                State::ByHand(text) => Some(view! { <ByHand text /> }),
                _ => None,
            }}
        </span>
    }
}

/// The text, selected. A frame has the clipboard only where the page around
/// allows it, and an insecure page has none.
#[component]
fn ByHand(text: String) -> impl IntoView {
    let store = Store::get();
    let element = NodeRef::<Textarea>::new();
    Effect::new(move |_| {
        let Some(field) = element.get() else { return };
        focus::calmly(&field);
        field.select();
    });
    let rows = text.lines().count().max(2).to_string();
    view! {
        <textarea
            class="by-hand"
            node_ref=element
            readonly
            rows=rows
            spellcheck="false"
            aria-label=move || text::copy_by_hand(store.lang.get())
            on:focus=move |_| {
                if let Some(field) = element.get_untracked() {
                    field.select();
                }
            }
        >
            {text}
        </textarea>
    }
}

async fn to_clipboard(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let navigator = window.navigator();
    // An insecure page has no clipboard; asking it is an error to catch.
    let present = js_sys::Reflect::get(&navigator, &"clipboard".into())
        .is_ok_and(|clipboard| !clipboard.is_undefined());
    present
        && JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok()
}
