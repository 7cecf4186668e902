//! The table of the selected records.

mod growth;
mod row;

use super::below::busy;
use crate::browser::collation;
use crate::share::ShareButton;
use crate::state::{Store, Subject};
use crate::ui::{More, PanelHead, SortHead};
use growth::growing;
use leptos::prelude::*;
use query::{Column, Ranks, sort};
use row::Row;
use view::Embed;

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

/// The name of a cell as the style sheet puts it before it.
fn quoted(name: &str) -> String {
    format!("\"{} \"", name.replace(['"', '\\', '\n'], " "))
}

/// The table.
#[component]
pub fn TablePanel() -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let order = Memo::new(move |_| store.view().with(|v| v.sort));
    let by_name = Memo::new(move |_| matches!(order.get().column, Column::Title | Column::Sector));
    // A language's order of all names is found once, when it is asked for.
    let ranks = Memo::new(move |_| {
        if by_name.get() {
            collation::ranks(dataset, lang.get())
        } else {
            Ranks::default()
        }
    });
    let sorted = Memo::new(move |_| {
        let mut records = store.selection().get();
        ranks.with(|ranks| sort(dataset, order.get(), ranks, &mut records));
        records
    });
    let shown = RwSignal::new(ROWS);
    let wanted = Memo::new(move |_| {
        sorted.with(|records| {
            records
                .iter()
                .copied()
                .take(shown.get())
                .collect::<Vec<_>>()
        })
    });
    let (rows, left) = growing(wanted, store.printing());
    let head = move |column: Column| {
        let descending = move || {
            let order = order.get();
            (order.column == column).then_some(order.descending)
        };
        view! {
            <SortHead
                word=column.word()
                name=Signal::derive(move || text::names::column(lang.get(), column).to_owned())
                descending=Signal::derive(descending)
                on_sort=move || store.sort_by(column)
            />
        }
    };
    view! {
        <section class="panel" id="table-panel" aria-labelledby="records" aria-busy=busy(move || left.get() > 0) style:--to-come=move || left.get().to_string()>
            <PanelHead id="records" title=Signal::derive(move || text::table(lang.get()).to_owned().into()) is_target=true>
                <ShareButton subject=Subject::View(Embed::Table) />
            </PanelHead>
            <Show when=move || sorted.with(Vec::is_empty)>
                <p class="hint">{move || text::no_records(lang.get())} " " {move || text::clear_to_see(lang.get())}</p>
            </Show>
            // On a phone each cell says what it holds.
            <table
                class="records"
                style:--figure=move || quoted(text::figure(lang.get()))
                style:--time=move || quoted(text::time_word(lang.get()))
                style:--place=move || quoted(text::place(lang.get()))
                style:--sector=move || quoted(text::sector(lang.get()))
                style:--source=move || quoted(text::source_word(lang.get()))
            >
                <thead><tr>{COLUMNS.map(head)}</tr></thead>
                <tbody>
                    <For
                        each=move || rows.get()
                        key=|ix| *ix
                        let:ix
                    >
                        <Row ix />
                    </For>
                </tbody>
            </table>
            <More
                are_more=Signal::derive(move || sorted.with(|r| r.len() > shown.get()))
                lang
                on_more=move || shown.update(|n| *n += ROWS)
            />
        </section>
    }
}
