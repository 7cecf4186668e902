//! The figures to begin with, each with what it means and where it stands.

use crate::state::Store;
use crate::ui::phrase;
use leptos::prelude::*;
use model::{Dataset, KeyFigure, Lang, Operand};
use text::Phrase;

/// The figures: one that a record states opens it.
#[component]
pub fn KeyFigures() -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let items = move || {
        let lang = lang.get();
        let item = |figure: &'static KeyFigure| {
            let facts = view! {
                <span class="key-amount">{phrase(lang, &amount(lang, figure, dataset))}</span>
                <span class="key-meaning">{phrase(lang, &meaning(lang, figure, dataset))}</span>
            };
            let inside = match figure.of {
                Operand::Value(ix, _) => view! {
                    <button type="button" on:click=move |_| store.open(ix)>{facts}</button>
                }
                .into_any(),
                Operand::Derived(_) => view! { <div>{facts}</div> }.into_any(),
            };
            view! { <li>{inside}</li> }
        };
        dataset.key_figures.iter().map(item).collect_view()
    };
    let any = !dataset.key_figures.is_empty();
    any.then(|| {
        view! {
            <section aria-label=move || text::key_figures(lang.get())>
                <ul class="key-figures">{items}</ul>
            </section>
        }
    })
}

fn amount(lang: Lang, figure: &KeyFigure, dataset: &Dataset) -> Phrase {
    match figure.of {
        Operand::Value(ix, position) => dataset
            .record(ix)
            .values
            .get(position)
            .map(|value| text::qualified_parts(lang, value, dataset))
            .unwrap_or_default(),
        Operand::Derived(ix) => dataset
            .derived
            .get(ix.at())
            .map(|derived| text::formula::result(lang, derived, dataset))
            .unwrap_or_default(),
    }
}

/// What it counts, then its place in the source, or how it was computed.
fn meaning(lang: Lang, figure: &KeyFigure, dataset: &Dataset) -> Phrase {
    let (words, said) = dataset.key_label(figure, lang);
    let label = Phrase::said(words, said);
    let from = match figure.of {
        Operand::Value(ix, _) => text::names::source_parts(lang, dataset.record(ix), dataset),
        Operand::Derived(_) => text::derived(lang).into(),
    };
    Phrase::put([label, from], |[label, from]| format!("{label} · {from}"))
}
