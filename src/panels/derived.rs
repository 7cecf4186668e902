//! A derived figure: result, formula, what it is computed from, and how it compares with
//! what the source states of it.

use crate::state::Store;
use crate::ui::{Prose, RecordLink, Spoken, Words, phrase};
use leptos::prelude::*;
use model::{Derived, Lang};
use text::Phrase;

/// The figure.
#[component]
pub fn DerivedFigure(
    derived: &'static Derived,
    /// Whether the records that it takes are named: not where they are told of already.
    #[prop(optional)]
    with_records: bool,
) -> impl IntoView {
    let store = Store::get();
    move || {
        let (lang, dataset) = (store.lang().get(), store.dataset());
        let stated = text::formula::stated(lang, derived, dataset).map(|stated| {
            let stated = labelled(lang, text::stated_by_source(lang), stated);
            view! { {phrase(lang, &stated)} " — " }
        });
        let verdict = text::checks::verdict(lang, derived, dataset);
        let formula = text::formula::formula(lang, derived, dataset);
        let formula = labelled(lang, text::formula(lang), formula);
        let note = derived.note.as_ref().map(|note| Spoken::of(note, lang));
        view! {
            <div class="derived" id=derived.id.clone()>
                <p>
                    <Words text=&derived.title lang=Signal::stored(lang) /> " "
                    <strong>{phrase(lang, &text::formula::result(lang, derived, dataset))}</strong>
                    <span class="badge">{text::derived(lang)}</span>
                </p>
                <p class="hint">{phrase(lang, &formula)}</p>
                {with_records.then(|| from(store, lang, derived))}
                <p class="verdict">{stated} {verdict}</p>
                {note.map(|note| view! { <Prose class="hint" text=Signal::stored(note) /> })}
            </div>
        }
    }
}

/// The records that it is computed from, also through other derived figures.
fn from(store: Store, lang: Lang, derived: &'static Derived) -> AnyView {
    let dataset = store.dataset();
    let ix = dataset.derived_by_id(&derived.id);
    let records = ix.map_or_else(Vec::new, |ix| dataset.records_of(ix));
    let taken = records.into_iter().map(|ix| {
        let title = &dataset.record(ix).title;
        view! { <RecordLink title lang=Signal::stored(lang) on_open=move || store.open(ix) /> }
    });
    let taken = taken.map(|of| view! { <li>{of}</li> }).collect_view();
    view! {
        <div class="taken hint">{text::computed_from(lang)} " " <ul>{taken}</ul></div>
    }
    .into_any()
}

fn labelled(lang: Lang, label: &str, of: Phrase) -> Phrase {
    Phrase::put([of], |[of]| text::labelled(lang, label, of))
}
