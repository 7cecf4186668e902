//! A group of records that stays lit: what it comes to, and its records.

use super::record::other_names;
use crate::panels::beyond::NotCounted;
use crate::panels::record_item::RecordItem;
use crate::state::Store;
use crate::ui::{Button, phrase};
use leptos::prelude::*;
use model::{Lang, RecordIx};
use query::{Beyond, Measure, PlaceChoice, in_both, sort_by_time};
use view::{Control, Focus};

/// What stands in the panel.
#[component]
pub fn Group(focus: Focus) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let filters = focus.filter().is_some();
    let place = match &focus {
        Focus::Places(places) => match places.iter().collect::<Vec<_>>().as_slice() {
            [PlaceChoice::Place(ix)] => Some(dataset.place(*ix)),
            _ => None,
        },
        _ => None,
    };
    let place = place.filter(|place| !place.names.is_empty());
    let records = Memo::new(move |_| {
        let mut records = store.focused().get();
        sort_by_time(dataset, &mut records);
        records
    });
    let own = Memo::new(move |_| records.with(|records| focus.own(dataset, records)));
    let counts = move || {
        let lang = lang.get();
        records.with(|records| {
            let is_dated = |ix: &&RecordIx| dataset.days(dataset.record(**ix).time.time).is_some();
            let dated = records.iter().filter(is_dated).count();
            let all = store.selection().with(Vec::len);
            [
                text::count_of(lang, records.len(), all),
                text::group_times(lang, dated, &text::number(lang, dated as f64)),
            ]
            .join(" · ")
        })
    };
    let shared = move || {
        let shared = records.with(Vec::len) - own.with(Vec::len);
        (shared > 0).then(|| text::group_shared(lang.get(), shared))
    };
    // What is of more than the chosen period is no amount of it.
    let figures = move || {
        let lang = lang.get();
        let counted = own.with(|own| store.within().with(|within| in_both(own, within)));
        let of = |measure| figure(lang, store, &counted, measure);
        let measures = dataset.measure_indices().map(Measure::Of);
        measures.map(of).collect_view()
    };
    let beyond = Memo::new(move |_| {
        let reaching = own.with(|own| store.reaching().with(|all| in_both(own, all)));
        let of = |measure| Beyond::of_measure(dataset, &reaching, measure);
        let measures = dataset.measure_indices().map(Measure::Of);
        measures.flat_map(of).collect::<Vec<_>>()
    });
    view! {
        <p class="hint">{counts}</p>
        {place.map(|place| view! { <p>{move || other_names(lang.get(), place)}</p> })}
        <dl class="facts">{figures}</dl>
        <NotCounted beyond />
        {move || shared().map(|words| view! { <p class="hint">{words}</p> })}
        <Show when=move || filters && store.allows(Control::Filters)>
            <Button id="only-these" on_click=move || store.filter_by_focus()>
                {move || text::only_these(lang.get())}
            </Button>
        </Show>
        <h3>{move || text::by_time(lang.get())}</h3>
        <ul class="group-records">
            <For each=move || records.get() key=|ix| *ix let:ix>
                <li><RecordItem ix lights=false /></li>
            </For>
        </ul>
    }
}

fn figure(lang: Lang, store: Store, records: &[RecordIx], measure: Measure) -> AnyView {
    let dataset = store.dataset();
    let name = text::names::measure(lang, measure, dataset).to_owned();
    let none = if store.filter().with(|filter| filter.period.is_all()) {
        text::unknown(lang)
    } else {
        text::no_figure_within(lang)
    };
    let figure = match text::measured(lang, dataset, records, measure) {
        Some(figure) => view! { <dd><strong>{phrase(lang, &figure)}</strong></dd> }.into_any(),
        None => view! { <dd class="not-stated">{none}</dd> }.into_any(),
    };
    view! { <dt>{name}</dt> {figure} }.into_any()
}
