//! Buttons that copy.

use super::address;
use super::store::Store;
use crate::lang::Lang;
use crate::text;
use crate::view::ViewState;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

#[derive(Clone, Copy, PartialEq)]
enum State {
    Idle,
    Copied,
    Refused,
}

/// Copies the link of the view that `view` gives when it is pressed.
#[component]
pub fn CopyLink(view: impl Fn() -> ViewState + Send + Sync + 'static) -> impl IntoView {
    let store = Store::get();
    view! { <Copy label=text::copy_link text=move || address::link(&view(), store.dataset) /> }
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
        spawn_local(async move {
            let Some(window) = web_sys::window() else {
                return;
            };
            // An insecure page has no clipboard; asking it is an error to catch.
            let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into());
            let done = match clipboard {
                Ok(present) if !present.is_undefined() => {
                    JsFuture::from(window.navigator().clipboard().write_text(&text))
                        .await
                        .is_ok()
                }
                _ => false,
            };
            state.set(if done { State::Copied } else { State::Refused });
        });
    };
    view! {
        <span class="copy">
            <button type="button" class="button" on:click=copy>{move || label(store.lang.get())}</button>
            <span role="status">
                {move || match state.get() {
                    State::Idle => "",
                    State::Copied => text::copied(store.lang.get()),
                    State::Refused => text::copy_failed(store.lang.get()),
                }}
            </span>
        </span>
    }
}
