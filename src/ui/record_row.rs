//! A record as a row: its short title and its figure, which open it.

use super::{Line, Spoken};
use crate::browser::pointer;
use leptos::prelude::*;
use model::{Lang, Record};

/// The row. Its whole title and figure are its hint.
#[component]
pub fn RecordRow(
    record: &'static Record,
    #[prop(into)] lang: Signal<Lang>,
    /// Its first figure.
    #[prop(into)]
    figure: Signal<Option<Line>>,
    /// Whether it stands out.
    #[prop(into)]
    lit: Signal<bool>,
    /// Whether its time is stated.
    dated: bool,
    /// Whether it stands back behind those that do.
    #[prop(into)]
    dim: Signal<bool>,
    /// The colour of its mark.
    #[prop(into)]
    color: Signal<&'static str>,
    /// Whether the Tab key stops at it; keys of its list go to it otherwise.
    #[prop(into)]
    stops: Signal<bool>,
    #[prop(into)] on_open: Callback<()>,
    #[prop(into)] on_point: Callback<()>,
    #[prop(into)] on_leave: Callback<()>,
) -> impl IntoView {
    // One reader of the language for all of its words: the page has many rows.
    let words = move || {
        let lang = lang.get();
        let Spoken {
            words,
            lang: spoken,
            dir,
        } = Spoken::said(
            record.row_title(lang).to_owned(),
            record.title.lang(lang),
            lang,
        );
        view! {
            <span
                class="row-title"
                translate="yes"
                lang=spoken
                dir=dir
                prop:textContent=words
            ></span>
            " "
            <span class="row-figure">{figure.get().map(|line| line.view())}</span>
        }
    };
    let enter = move |event: web_sys::PointerEvent| {
        if pointer::hovers(&event) {
            on_point.run(());
        }
    };
    view! {
        <button
            type="button"
            class="record-row"
            class:lit=move || lit.get()
            class:dim=move || dim.get()
            class:dated=dated
            style:--mark=move || color.get()
            tabindex=move || (!stops.get()).then_some("-1")
            // All of it, where the row cuts either.
            title=move || {
                let figure = figure.with(|figure| figure.as_ref().map(Line::text));
                let title = Some(record.title.get(lang.get()).to_owned());
                title.into_iter().chain(figure).collect::<Vec<_>>().join(" · ")
            }
            on:click=move |_| on_open.run(())
            on:pointerenter=enter
            on:pointerleave=move |_| on_leave.run(())
        >
            {words}
        </button>
    }
}
