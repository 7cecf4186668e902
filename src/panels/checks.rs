//! All derived figures with their formulas, and the source's own arithmetic.

use super::derived::DerivedFigure;
use crate::state::Store;
use leptos::prelude::*;

/// The panel.
#[component]
pub fn Checks() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let all = store.dataset().derived.iter();
    view! {
        <article class="panel" id="checks" aria-labelledby="checks-title">
            <h2 id="checks-title">{move || text::checks(lang.get())}</h2>
            <p class="unit">{move || text::derived_long(lang.get())}</p>
            <ul class="derived-list">
                {all.map(|derived| view! { <li><DerivedFigure derived /></li> }).collect_view()}
            </ul>
        </article>
    }
}
