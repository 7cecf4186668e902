//! Records without a stated time.

use super::stops::{Stop, Stops};
use crate::panels::record_item::RecordItem;
use crate::state::Store;
use crate::ui::Words;
use charts::{Group, Hidden, UNDATED, undated};
use leptos::html::Div;
use leptos::prelude::*;
use model::{RecordIx, SectorIx};
use std::collections::BTreeSet;

/// So many rows stand beside the timeline on a large screen.
const ROOM_WIDE: usize = 44;
/// Below the list of a phone.
const ROOM_COMPACT: usize = 10;

/// Their rows, by family. In a period they stand back: they are in none.
#[component]
pub fn Undated(records: Memo<Vec<RecordIx>>) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let groups = Memo::new(move |_| {
        let room = match (store.compact().get(), store.wide().get()) {
            (true, _) => ROOM_COMPACT,
            (false, true) => ROOM_WIDE,
            (false, false) => UNDATED,
        };
        records.with(|records| undated(dataset, records, room))
    });
    let count = move || {
        let lang = lang.get();
        let all = text::count_of(lang, records.with(Vec::len), dataset.records.len());
        if store.filter().with(|filter| filter.period.is_all()) {
            all
        } else {
            text::clauses(lang, &[all, text::undated_apart(lang).to_owned()])
        }
    };
    let open = RwSignal::new(BTreeSet::new());
    let list = NodeRef::<Div>::new();
    let stops = Stops::new(
        store,
        list,
        Memo::new(move |_| {
            let stops = |group: &Group| {
                let is_open = open.with(|open| open.contains(&group.sector));
                let rows = if is_open { &group.all } else { &group.shown };
                let rows = rows.iter().copied().map(Stop::Row);
                let more = (group.hidden != Hidden::None).then_some(Stop::More(group.sector));
                rows.chain(more).collect::<Vec<_>>()
            };
            groups.with(|groups| groups.iter().flat_map(stops).collect())
        }),
    );
    view! {
        <Show when=move || !records.with(Vec::is_empty)>
            <div class="undated" id="undated">
                <h3>{move || text::undated(lang.get())} " " <span class="hint">{count}</span></h3>
                <div
                    class="undated-lanes"
                    node_ref=list
                    on:keydown=move |event| stops.press(&event)
                    on:focusin=move |event| stops.enter(&event)
                    on:focusout=move |_| stops.leave()
                >
                    <For each=move || groups.get() key=|group| (group.all.clone(), group.shown.clone()) let:group>
                        <Lane group open stops />
                    </For>
                </div>
            </div>
        </Show>
    }
}

#[component]
fn Lane(group: Group, open: RwSignal<BTreeSet<SectorIx>>, stops: Stops) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let Group {
        family,
        sector,
        all,
        shown,
        hidden,
    } = group;
    let name = family.map_or_else(
        || &dataset.sector(sector).name,
        |family| &dataset.family(family).name,
    );
    let is_open = Memo::new(move |_| open.with(|open| open.contains(&sector)));
    let turn = move |_| {
        open.update(|open| {
            if !open.remove(&sector) {
                open.insert(sector);
            }
        });
    };
    let lists = StoredValue::new((all, shown));
    let rows = move || {
        let open = is_open.get();
        lists.with_value(|(all, shown)| if open { all.clone() } else { shown.clone() })
    };
    let words = move || {
        let lang = lang.get();
        match hidden {
            _ if is_open.get() => text::show_fewer(lang).to_owned(),
            Hidden::WithoutFigure(count) => text::without_figure(lang, count),
            Hidden::Some(count) => text::more_records(lang, count),
            Hidden::None => String::new(),
        }
    };
    view! {
        <section>
            <h4><Words text=name lang /></h4>
            <ul>
                <For each=rows key=|ix| *ix let:ix>
                    <li><RecordItem ix stops=stops.at(Stop::Row(ix)) /></li>
                </For>
            </ul>
            <Show when=move || hidden != Hidden::None>
                <button
                    type="button"
                    class="undated-more as-link"
                    tabindex=move || (!stops.at(Stop::More(sector)).get()).then_some("-1")
                    aria-expanded=move || is_open.get().to_string()
                    on:click=turn
                >
                    {words}
                </button>
            </Show>
        </section>
    }
}
