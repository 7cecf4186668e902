//! A list of choices that narrow what is shown, each with what it would leave.

use super::{Check, Spoken};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;

/// A longer list has a field to find a choice by its name.
const LONG: usize = 60;
/// So many of its choices are shown at once.
const SHOWN: usize = 100;

/// A choice.
#[derive(Clone, Copy)]
pub struct Facet {
    /// What it is called.
    pub name: Signal<Spoken>,
    /// How many levels below the first it stands.
    pub depth: usize,
    /// How many records it would leave, in words where these are not of one kind.
    pub count: Signal<String>,
    /// Whether it would leave none.
    pub empty: Signal<bool>,
    /// Whether it is chosen.
    pub chosen: Signal<bool>,
    /// Chooses it, or takes the choice back.
    pub on_toggle: Callback<()>,
}

/// Some of a list's choices.
pub struct Found {
    /// The first of them.
    pub facets: Vec<Facet>,
    /// How many more there are.
    pub more: usize,
}

/// The choices under a title, which are there while the list is open. One that would
/// leave nothing cannot be chosen.
#[component]
pub fn Facets(
    id: String,
    #[prop(into)] title: Signal<String>,
    open: bool,
    /// How many there are.
    total: usize,
    /// How many are chosen.
    #[prop(into)]
    chosen: Signal<usize>,
    /// The choices that are called by some words, and at most so many.
    find: Callback<(String, usize), Found>,
    /// What the field asks for.
    #[prop(into)]
    find_words: Signal<String>,
    /// What is said of the others.
    more_words: Callback<usize, String>,
) -> impl IntoView {
    let is_open = RwSignal::new(open);
    let words = RwSignal::new(String::new());
    let toggled = move |event: web_sys::Event| {
        let details = event.current_target();
        let details = details.and_then(|d| d.dyn_into::<HtmlDetailsElement>().ok());
        is_open.set(details.is_some_and(|details| details.open()));
    };
    let is_long = total > LONG;
    let list = move || {
        let most = if is_long { SHOWN } else { total };
        let Found { facets, more } = find.run((words.get(), most));
        view! {
            <ul>{facets.into_iter().map(row).collect_view()}</ul>
            {(more > 0).then(|| view! { <p class="hint">{move || more_words.run(more)}</p> })}
        }
    };
    view! {
        <details class="choices" id=id open=open on:toggle=toggled>
            <summary>
                <h3>{title}</h3>
                <span class="chosen">{move || (chosen.get() > 0).then(|| chosen.get())}</span>
            </summary>
            <Show when=move || is_open.get()>
                <div class="menu">
                {is_long.then(|| {
                    view! {
                        <input
                            type="search"
                            class="find"
                            autocomplete="off"
                            spellcheck="false"
                            placeholder=move || find_words.get()
                            aria-label=move || find_words.get()
                            prop:value=move || words.get()
                            on:input=move |event| words.set(event_target_value(&event))
                        />
                    }
                })}
                {list}
                </div>
            </Show>
        </details>
    }
}

fn row(facet: Facet) -> impl IntoView {
    let Facet {
        name,
        depth,
        count,
        empty,
        chosen,
        on_toggle,
    } = facet;
    let empty = Signal::derive(move || empty.get() && !chosen.get());
    view! {
        <li style:padding-inline-start=format!("{depth}em") class:empty=empty>
            <Check name checked=chosen disabled=empty count on_change=on_toggle />
        </li>
    }
}
