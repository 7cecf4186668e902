//! A derived figure: result, formula, and what the source states of it.

use crate::state::Store;
use crate::ui::{Prose, Spoken, Words, phrase};
use leptos::prelude::*;
use model::{Derived, Lang};
use text::Phrase;

/// The figure.
#[component]
pub fn DerivedFigure(derived: &'static Derived) -> impl IntoView {
    let store = Store::get();
    move || {
        let (lang, dataset) = (store.lang().get(), store.dataset());
        let compared = text::formula::stated(lang, derived, dataset).map(|(stated, agreement)| {
            let stated = labelled(lang, text::stated_by_source(lang), stated);
            view! {
                <p class="verdict">
                    {phrase(lang, &stated)} " — " {agreement.words(lang)}
                </p>
            }
        });
        let formula = text::formula::formula(lang, derived, dataset);
        let formula = labelled(lang, text::formula(lang), formula);
        let note = derived.note.as_ref().map(|note| Spoken::of(note, lang));
        view! {
            <div class="derived" id=derived.id.clone()>
                <p>
                    <Words text=&derived.title lang=Signal::stored(lang) /> " "
                    <strong>{phrase(lang, &text::formula::result(lang, derived, dataset))}</strong>
                    <span class="badge">{text::derived(lang)}</span>
                    {derived.stated.is_none().then(|| view! { <span class="badge">{text::not_stated_there(lang)}</span> })}
                </p>
                <p class="hint">{phrase(lang, &formula)}</p>
                {compared}
                {note.map(|note| view! { <Prose class="hint" text=Signal::stored(note) /> })}
            </div>
        }
    }
}

fn labelled(lang: Lang, label: &str, of: Phrase) -> Phrase {
    Phrase::put([of], |[of]| text::labelled(lang, label, of))
}
