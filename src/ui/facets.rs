//! A list of choices that narrow what is shown, each with what it would leave.

use super::{Check, Spoken};
use leptos::prelude::*;

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

/// The choices under a title. One that would leave nothing cannot be chosen.
#[component]
pub fn Facets(
    id: String,
    #[prop(into)] title: Signal<String>,
    open: bool,
    facets: Vec<Facet>,
) -> impl IntoView {
    let each: Vec<Signal<bool>> = facets.iter().map(|facet| facet.chosen).collect();
    let chosen = move || each.iter().filter(|chosen| chosen.get()).count();
    let row = |facet: Facet| {
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
    };
    view! {
        <details class="choices" id=id open=open>
            <summary>
                <h3>{title}</h3>
                <span class="chosen">{move || Some(chosen()).filter(|chosen| *chosen > 0)}</span>
            </summary>
            <ul>{facets.into_iter().map(row).collect_view()}</ul>
        </details>
    }
}
