//! Records without a stated time.

use crate::panels::record_item::RecordItem;
use crate::state::Store;
use crate::ui::Words;
use charts::{Group, Hidden, UNDATED, undated};
use leptos::prelude::*;
use model::RecordIx;

/// So many rows stand beside the timeline on a large screen.
const ROOM_WIDE: usize = 44;
/// Below the list of a phone.
const ROOM_COMPACT: usize = 10;

/// Their rows, by family.
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
    let count = move || text::count_of(lang.get(), records.with(Vec::len), dataset.records.len());
    view! {
        <Show when=move || !records.with(Vec::is_empty)>
            <div class="undated" id="undated">
                <h3>{move || text::undated(lang.get())} " " <span class="hint">{count}</span></h3>
                <div class="undated-lanes">
                    <For each=move || groups.get() key=|group| (group.all.clone(), group.shown.clone()) let:group>
                        <Lane group />
                    </For>
                </div>
            </div>
        </Show>
    }
}

#[component]
fn Lane(group: Group) -> impl IntoView {
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
    let open = RwSignal::new(false);
    let lists = StoredValue::new((all, shown));
    let rows = move || {
        let open = open.get();
        lists.with_value(|(all, shown)| if open { all.clone() } else { shown.clone() })
    };
    let words = move || {
        let lang = lang.get();
        match hidden {
            _ if open.get() => text::show_fewer(lang).to_owned(),
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
                    <li><RecordItem ix /></li>
                </For>
            </ul>
            <Show when=move || hidden != Hidden::None>
                <button
                    type="button"
                    class="undated-more as-link"
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {words}
                </button>
            </Show>
        </section>
    }
}
