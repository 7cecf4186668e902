//! A record's title, which opens it.

use super::Spoken;
use crate::browser::pointer;
use leptos::prelude::*;
use model::{Lang, Text};

/// The title of a record. A translator may translate it: its whole content is
/// set anew whenever it changes.
#[component]
pub fn RecordLink(
    title: &'static Text,
    #[prop(into)] lang: Signal<Lang>,
    #[prop(default = "as-link")] class: &'static str,
    /// Whether it stands out.
    #[prop(optional, into)]
    lit: Signal<bool>,
    /// The colour of its edge.
    #[prop(optional, into)]
    color: Option<Signal<&'static str>>,
    #[prop(into)] on_open: Callback<()>,
    #[prop(optional, into)] on_point: Option<Callback<()>>,
    #[prop(optional, into)] on_leave: Option<Callback<()>>,
) -> impl IntoView {
    let spoken = Memo::new(move |_| Spoken::of(title, lang.get()));
    let enter = move |event: web_sys::PointerEvent| {
        if let Some(on_point) = on_point.filter(|_| pointer::hovers(&event)) {
            on_point.run(());
        }
    };
    let leave = move |_| {
        if let Some(on_leave) = on_leave {
            on_leave.run(());
        }
    };
    view! {
        <button
            type="button"
            class=class
            class:lit=move || lit.get()
            style:border-inline-start-color=move || color.map(|color| color.get())
            translate="yes"
            lang=move || spoken.with(|s| s.lang.clone())
            dir=move || spoken.with(|s| s.dir)
            on:click=move |_| on_open.run(())
            on:pointerenter=enter
            on:pointerleave=leave
            prop:textContent=move || spoken.with(|s| s.words.clone())
        ></button>
    }
}
