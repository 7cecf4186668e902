//! The figures to begin with, each with what it means and where it stands.

use crate::browser::pointer;
use crate::state::Store;
use crate::ui::phrase;
use leptos::prelude::*;
use model::{Key, Operand, RecordIx};
use query::Measure;
use text::key_figures::Reckoned;
use view::Focus;

/// The figures: one that a record states opens it.
#[component]
pub fn KeyFigures() -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let figures = dataset.key_figures.iter();
    let figures: Vec<_> = figures
        .map(|figure| Reckoned::new(figure, dataset))
        .collect();
    let items = move || {
        let lang = lang.get();
        let item = |figure: &Reckoned<'_>| {
            let facts = view! {
                <span class="key-amount">{phrase(lang, &figure.amount(lang, dataset))}</span>
                <span class="key-meaning">{phrase(lang, &figure.meaning(lang, dataset))}</span>
            };
            let inside = match figure.of() {
                Key::Records | Key::Span(_) => {
                    view! { <div class="key-plain">{facts}</div> }.into_any()
                }
                of => view! {
                    <Lighting records=figure.records(dataset) on_choose=move || choose(store, of)>
                        {facts}
                    </Lighting>
                }
                .into_any(),
            };
            view! { <li>{inside}</li> }
        };
        figures.iter().map(item).collect_view()
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

/// Shows where a figure is from: its record, those it is computed of, or the map that
/// says where a total is.
fn choose(store: Store, of: Key) {
    match of {
        Key::Figure(Operand::Value(ix, _)) => store.open(ix),
        Key::Figure(Operand::Derived(ix)) => store.focus_on(Focus::Derived(ix)),
        Key::Total(of) => {
            let dataset = store.dataset();
            let measures = dataset.measure_indices();
            if let Some(ix) = measures
                .into_iter()
                .find(|ix| dataset.measure(*ix).of == of)
            {
                store.set_measure(Measure::Of(ix));
            }
        }
        Key::Records | Key::Span(_) => {}
    }
}

/// A figure whose records light up everywhere when a reader points at it.
#[component]
fn Lighting(
    records: Vec<RecordIx>,
    #[prop(into)] on_choose: Callback<()>,
    children: Children,
) -> impl IntoView {
    let store = Store::get();
    let records = StoredValue::new(records);
    let point = move || store.point(records.get_value());
    let leave = move || records.with_value(|records| store.leave(records));
    view! {
        <button
            type="button"
            on:click=move |_| on_choose.run(())
            on:pointerenter=move |event| {
                if pointer::hovers(&event) {
                    point();
                }
            }
            on:pointerleave=move |_| leave()
        >
            {children()}
        </button>
    }
}
