//! A button that copies.

use super::Button;
use crate::browser::{clipboard, focus};
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::Lang;

#[derive(Clone, PartialEq)]
enum State {
    Idle,
    Copied,
    /// The browser refused: the text to copy by hand.
    ByHand(String),
}

/// Copies the text that `text` gives when it is pressed.
#[component]
pub fn Copy(
    #[prop(into)] lang: Signal<Lang>,
    #[prop(default = text::copy)] label: fn(Lang) -> &'static str,
    text: impl Fn() -> String + Send + Sync + 'static,
) -> impl IntoView {
    let state = RwSignal::new(State::Idle);
    let copy = move || {
        let text = text();
        state.set(State::Idle);
        spawn_local(async move {
            state.set(if clipboard::write(&text).await {
                State::Copied
            } else {
                State::ByHand(text)
            });
        });
    };
    view! {
        <span class="copy">
            <Button on_click=copy>{move || label(lang.get())}</Button>
            <span role="status">
                {move || state.with(|state| match state {
                    State::Idle => "",
                    State::Copied => text::copied(lang.get()),
                    State::ByHand(_) => text::copy_failed(lang.get()),
                })}
            </span>
            {move || match state.get() {
                State::ByHand(text) => Some(view! { <ByHand lang text /> }),
                _ => None,
            }}
        </span>
    }
}

/// The text, selected. A frame has the clipboard only where the page around
/// allows it, and an insecure page has none.
#[component]
fn ByHand(lang: Signal<Lang>, text: String) -> impl IntoView {
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
            aria-label=move || text::copy_by_hand(lang.get())
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
