//! A record's figures, places and organisations.

use crate::ui::Words;
use leptos::prelude::*;
use model::{Dataset, Lang, PlaceIx, Record};

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
                    <strong>{text::qualified(lang, value, dataset)}</strong>
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
            let lineage = dataset
                .lineage(*ix)
                .enumerate()
                .map(|(at, place)| {
                    let name = &dataset.place(place).name;
                    view! { {(at > 0).then_some(" ‹ ")} <Words text=name lang=Signal::stored(lang) /> }
                })
                .collect_view();
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

/// Its organisations, each with its role.
pub fn organisations(lang: Lang, dataset: &Dataset, record: &Record) -> String {
    let organisations: Vec<String> = record
        .organisations
        .iter()
        .map(|part| {
            let name = dataset.organisation(part.organisation).name.get(lang);
            format!("{name} ({})", text::names::role(lang, part.role))
        })
        .collect();
    if organisations.is_empty() {
        text::none_named(lang).to_owned()
    } else {
        text::list(lang, &organisations)
    }
}
