//! The table of the selected records.

use super::collation;
use super::share::{ShareButton, Subject};
use super::store::{Store, point};
use leptos::prelude::*;
use model::RecordIx;
use query::{Column, Ranks, Sort, sort};

/// Rows shown at first, and with each "more".
const ROWS: usize = 200;

const COLUMNS: [Column; 6] = [
    Column::Title,
    Column::Value,
    Column::Time,
    Column::Place,
    Column::Sector,
    Column::Source,
];

/// The table.
#[component]
pub fn TablePanel() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang;
    let order = Memo::new(move |_| store.view.with(|v| v.sort));
    let by_name = Memo::new(move |_| matches!(order.get().column, Column::Title | Column::Sector));
    // A language's order of all names is found once, when it is asked for.
    let ranks = Memo::new(move |_| {
        if by_name.get() {
            collation::ranks(store.dataset, lang.get())
        } else {
            Ranks::default()
        }
    });
    let sorted = Memo::new(move |_| {
        let mut records = store.selection.get();
        ranks.with(|ranks| sort(store.dataset, order.get(), ranks, &mut records));
        records
    });
    let shown = RwSignal::new(ROWS);
    let head = move |column: Column| {
        let state = move || {
            let order = order.get();
            match (order.column == column, order.descending) {
                (false, _) => "none",
                (true, false) => "ascending",
                (true, true) => "descending",
            }
        };
        let mark = move || match state() {
            "ascending" => " ↑",
            "descending" => " ↓",
            _ => "",
        };
        let choose = move |_| {
            store.choose(|v| {
                let again = v.sort.column == column;
                v.sort = Sort {
                    column,
                    descending: again && !v.sort.descending,
                };
            });
        };
        view! {
            <th scope="col" aria-sort=state>
                <button type="button" data-column=column.word() on:click=choose>
                    {move || text::names::column(lang.get(), column)}
                    <span aria-hidden="true">{mark}</span>
                </button>
            </th>
        }
    };
    view! {
        <section class="panel" id="table-panel" aria-labelledby="records">
            <div class="panel-head">
                <h2 id="records" tabindex="-1">{move || text::table(lang.get())}</h2>
                <ShareButton subject=Subject::Table />
            </div>
            <Show when=move || sorted.with(Vec::is_empty)>
                <p class="hint">{move || text::no_records(lang.get())} " " {move || text::clear_to_see(lang.get())}</p>
            </Show>
            <table class="records">
                <thead><tr>{COLUMNS.map(head)}</tr></thead>
                <tbody>
                    <For
                        each=move || sorted.with(|r| r.iter().copied().take(shown.get()).collect::<Vec<_>>())
                        key=|ix| *ix
                        let:ix
                    >
                        <Row ix />
                    </For>
                </tbody>
            </table>
            <Show when=move || sorted.with(|r| r.len() > shown.get())>
                <button type="button" class="button" on:click=move |_| shown.update(|n| *n += ROWS)>
                    {move || text::show_more(lang.get())}
                </button>
            </Show>
        </section>
    }
}

#[component]
fn Row(ix: RecordIx) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang;
    let dataset = store.dataset;
    let record = dataset.record(ix);
    on_cleanup(move || store.leave(&[ix]));
    let values = move || {
        if record.values.is_empty() {
            return view! { <span class="hint" title=text::no_values(lang.get())>"—"</span> }
                .into_any();
        }
        record
            .values
            .iter()
            .map(|value| {
                let label = value.label.as_ref().map(
                    |l| view! { <span class="hint">{l.get(lang.get()).to_owned()} " "</span> },
                );
                view! { <span class="value">{label} {text::qualified(lang.get(), value, dataset)}</span> }
            })
            .collect_view()
            .into_any()
    };
    view! {
        <tr
            data-record=record.id.clone()
            class:lit=move || store.lit.with(|h| h.contains(&ix))
            on:pointerenter=move |event| point(store, &event, ix)
            on:pointerleave=move |_| store.leave(&[ix])
        >
            <th scope="row">
                <button
                    type="button"
                    class="as-link"
                    translate="yes"
                    on:click=move |_| store.open(Some(ix))
                    prop:textContent=move || record.title.get(lang.get()).to_owned()
                ></button>
            </th>
            <td data-label=move || text::figure(lang.get())>{values}</td>
            <td data-label=move || text::time_word(lang.get())>{move || text::time(lang.get(), record.time.time, dataset)}</td>
            <td data-label=move || text::place(lang.get())>{move || text::names::places(lang.get(), record, dataset)}</td>
            <td data-label=move || text::sector(lang.get())>{move || dataset.sector(record.sector).name.get(lang.get()).to_owned()}</td>
            <td data-label=move || text::source_word(lang.get())>{move || text::names::source(lang.get(), record, dataset)}</td>
        </tr>
    }
}
