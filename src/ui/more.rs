//! More rows of a long table.

use crate::browser::focus;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use model::Lang;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The button after a table that shows more of its rows, while there are some. The first
/// new one gets the focus: the button may be gone, and keys go on from there.
#[component]
pub fn More(
    #[prop(into)] are_more: Signal<bool>,
    #[prop(into)] lang: Signal<Lang>,
    #[prop(into)] on_more: Callback<()>,
) -> impl IntoView {
    let show = move |event: MouseEvent| {
        let button = event.current_target().and_then(|at| at.dyn_into().ok());
        let rows = button.as_ref().and_then(rows_before);
        let there = rows.as_ref().map(Element::child_element_count);
        on_more.run(());
        if let (Some(rows), Some(there)) = (rows, there) {
            request_animation_frame(move || {
                focus_in(&rows, there + 1);
            });
        }
    };
    view! {
        <Show when=move || are_more.get()>
            <button type="button" class="button more" on:click=show>{move || text::show_more(lang.get())}</button>
        </Show>
    }
}

fn rows_before(button: &Element) -> Option<Element> {
    let table = button.previous_element_sibling()?;
    table.query_selector("tbody").ok().flatten()
}

fn focus_in(rows: &Element, number: u32) {
    let first = format!("tr:nth-child({number}) button");
    let first = rows.query_selector(&first).ok().flatten();
    if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        focus::calmly(&first);
    }
}
