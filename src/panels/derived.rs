//! A derived figure: result, formula, and what the source states of it.

use crate::state::Store;
use crate::ui::{Prose, Spoken, Words};
use leptos::prelude::*;
use model::Derived;

/// The figure.
#[component]
pub fn DerivedFigure(derived: &'static Derived) -> impl IntoView {
    let store = Store::get();
    move || {
        let (lang, dataset) = (store.lang().get(), store.dataset());
        let compared = text::formula::stated(lang, derived, dataset).map(|(stated, agreement)| {
            view! {
                <p class="verdict">
                    {text::labelled(lang, text::stated_by_source(lang), &stated)} " — " {agreement.words(lang)}
                </p>
            }
        });
        let formula = text::formula::formula(lang, derived, dataset);
        let note = derived.note.as_ref().map(|note| Spoken::of(note, lang));
        view! {
            <div class="derived" id=derived.id.clone()>
                <p>
                    <Words text=&derived.title lang=Signal::stored(lang) /> " "
                    <strong>{text::formula::result(lang, derived, dataset)}</strong>
                    <span class="badge">{text::derived(lang)}</span>
                </p>
                <p class="hint">{text::labelled(lang, text::formula(lang), &formula)}</p>
                {compared}
                {note.map(|note| view! { <Prose class="hint" text=Signal::stored(note) /> })}
            </div>
        }
    }
}
