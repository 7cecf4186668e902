//! A record's figures, places and organisations.

use crate::ui::{Words, phrase};
use leptos::prelude::*;
use model::{Dataset, Lang, PlaceIx, Record};
use text::Phrase;

/// What the record counts, each figure as it is stated.
pub fn values(lang: Lang, dataset: &'static Dataset, record: &'static Record) -> AnyView {
    if record.values.is_empty() {
        return view! { <dd>{text::no_values(lang)}</dd> }.into_any();
    }
    record
        .values
        .iter()
        .map(|value| {
            let name = match &value.label {
                Some(label) => view! { <Words text=label lang=Signal::stored(lang) /> }.into_any(),
                None => {
                    let name = &dataset.indicator(value.of.indicator).name;
                    view! { <Words text=name lang=Signal::stored(lang) /> }.into_any()
                }
            };
            view! {
                <dd class="figure-line">
                    <span>{name}</span>
                    <strong>{phrase(lang, &text::qualified_parts(lang, value, dataset))}</strong>
                    <span class="hint">
                        {text::exact(lang, &value.stated)} " · "
                        {text::labelled(lang, text::qualifier(lang), text::names::qualifier(lang, value.qualifier))}
                        {value.value_date.map(|at| format!(" · {}", text::labelled(lang, text::value_date(lang), &text::date(lang, at))))}
                    </span>
                </dd>
            }
        })
        .collect_view()
        .into_any()
}

/// Its places, each within those around it.
pub fn places(lang: Lang, dataset: &'static Dataset, places: &'static [PlaceIx]) -> AnyView {
    if places.is_empty() {
        return view! { <dd>{text::programme_wide(lang)}</dd> }.into_any();
    }
    places
        .iter()
        .map(|ix| {
            let names = dataset
                .lineage(*ix)
                .map(|place| Phrase::of(lang, &dataset.place(place).name));
            let lineage = phrase(lang, &Phrase::joined(names, " ‹ "));
            let place = dataset.place(*ix);
            let where_it_is = match &place.coordinates {
                Some(c) => format!("{} · {}", text::degrees(lang, c), c.origin),
                None if dataset.is_area(*ix) => String::new(),
                None => text::at_parent(lang).to_owned(),
            };
            view! { <dd>{lineage} <span class="hint">" " {where_it_is}</span></dd> }
        })
        .collect_view()
        .into_any()
}
