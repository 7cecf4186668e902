//! A record's figures, places and organisations.

use crate::browser::languages;
use crate::ui::{Words, phrase};
use leptos::prelude::*;
use model::{Dataset, Lang, Place, PlaceIx, PlaceName, Record};
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
            let figure = text::qualified_parts(lang, value, dataset);
            // All its digits, where the words round it or count in millions.
            let exact = text::exact(lang, &value.stated);
            let exact = (!figure.text(lang).contains(&exact)).then_some(exact);
            let as_of = value
                .value_date
                .map(|at| text::labelled(lang, text::value_date(lang), &text::date(lang, at)));
            let beside: Vec<String> = exact.into_iter().chain(as_of).collect();
            view! {
                <dd class="figure-line">
                    <strong>{phrase(lang, &figure)}</strong>
                    <span>{name}</span>
                    <span class="hint">{beside.join(" · ")}</span>
                </dd>
            }
        })
        .collect_view()
        .into_any()
}

/// Names that others have recorded of a place.
pub fn other_names(lang: Lang, place: &Place) -> AnyView {
    let name = |other: &PlaceName| {
        let named = languages::named(other.lang, lang);
        let words = Phrase::said(other.name.clone(), other.lang);
        let line = Phrase::put([words], |[name]| {
            text::other_name(lang, &named, name, &other.origin)
        });
        view! { <span class="hint other-name">{phrase(lang, &line)}</span> }
    };
    place.names.iter().map(name).collect_view().into_any()
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
            view! {
                <dd>
                    {lineage} <span class="hint">" " {where_it_is}</span>
                    {other_names(lang, place)}
                </dd>
            }
        })
        .collect_view()
        .into_any()
}
