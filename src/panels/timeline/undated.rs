//! Records without a stated time.

use crate::state::Store;
use crate::ui::{Line, RecordRow, Words};
use leptos::prelude::*;
use model::{RecordIx, SectorIx};
use std::collections::BTreeMap;

/// More of a sector are made when they are asked for.
const MOST: usize = 40;

/// Their rows, by sector.
#[component]
pub fn Undated(records: Memo<Vec<RecordIx>>) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let by_sector = Memo::new(move |_| {
        let mut groups: BTreeMap<SectorIx, Vec<RecordIx>> = BTreeMap::new();
        records.with(|records| {
            for ix in records {
                groups
                    .entry(dataset.record(*ix).sector)
                    .or_default()
                    .push(*ix);
            }
        });
        groups.into_iter().collect::<Vec<_>>()
    });
    let count = move || text::count_of(lang.get(), records.with(Vec::len), dataset.records.len());
    view! {
        <Show when=move || !records.with(Vec::is_empty)>
            <div class="undated" id="undated">
                <h3>{move || text::undated(lang.get())} " " <span class="hint">{count}</span></h3>
                <div class="undated-lanes">
                    <For each=move || by_sector.get() key=Clone::clone let:group>
                        <Lane sector=group.0 records=group.1 />
                    </For>
                </div>
            </div>
        </Show>
    }
}

#[component]
fn Lane(sector: SectorIx, records: Vec<RecordIx>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let all = RwSignal::new(records.len() <= MOST);
    let hidden = records.len().saturating_sub(MOST);
    let records = StoredValue::new(records);
    let shown = move || {
        let most = if all.get() { usize::MAX } else { MOST };
        records.with_value(|records| records.iter().copied().take(most).collect::<Vec<_>>())
    };
    view! {
        <section>
            <h4><Words text=&store.dataset().sector(sector).name lang /></h4>
            <ul>
                <For each=shown key=|ix| *ix let:ix>
                    <li><Item ix /></li>
                </For>
            </ul>
            <Show when=move || !all.get()>
                <button type="button" class="as-link" on:click=move |_| all.set(true)>
                    {move || text::and_more(lang.get(), hidden)}
                </button>
            </Show>
        </section>
    }
}

#[component]
fn Item(ix: RecordIx) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let record = dataset.record(ix);
    on_cleanup(move || store.leave(&[ix]));
    let figure = Signal::derive(move || {
        let lang = lang.get();
        let value = record.values.first()?;
        Some(Line::new(lang, text::qualified_parts(lang, value, dataset)))
    });
    view! {
        <RecordRow
            record
            lang
            figure
            lit=Signal::derive(move || store.is_lit(ix))
            dim=Signal::derive(move || store.is_dim(ix))
            color=Signal::derive(move || store.setting().theme.sector(record.sector))
            on_open=move || store.open(ix)
            on_point=move || store.point(vec![ix])
            on_leave=move || store.leave(&[ix])
        />
    }
}
