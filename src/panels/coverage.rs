//! What is stated and what is not: records by two of their sides, and the gaps.

use crate::browser::in_sight::InSight;
use crate::state::Store;
use crate::ui::{Choice, RecordLink, Select};
use coverage::{Cell, Gap, Matrix, Part, Side, gaps, matrix};
use leptos::html::Article;
use leptos::prelude::*;
use model::RecordIx;

/// So many records of a cell or a gap are named.
const NAMED: usize = 40;

/// What a reader asked to see the records of.
#[derive(Clone, PartialEq)]
struct Chosen {
    words: String,
    records: Vec<RecordIx>,
}

/// The panel. It is made when a reader comes near: nobody waits for it.
#[component]
pub fn Coverage() -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let sides = RwSignal::new((Side::Place, Side::Time));
    let chosen = RwSignal::new(None::<Chosen>);
    let element = NodeRef::<Article>::new();
    let near = RwSignal::new(false);
    let watch = StoredValue::new_local(None::<InSight>);
    Effect::new(move |_| {
        let Some(article) = element.get() else { return };
        let seen = move |is_near: bool| {
            if is_near {
                let _ = near.try_set(true);
            }
        };
        let watching = InSight::watch_near(&article, seen);
        // A browser that cannot tell shows it at once.
        near.update(|near| *near |= watching.is_none());
        watch.set_value(watching);
    });
    let is_made = Memo::new(move |_| near.get() || store.printing().get());
    let select = move |is_row: bool| {
        let choices = move || {
            let of = |side: Side| Choice {
                value: side,
                word: side.word().to_owned(),
                name: text::coverage::side(lang.get(), side).to_owned(),
            };
            Side::ALL.map(of).to_vec()
        };
        let choose = move |side: Side| {
            chosen.set(None);
            sides.update(|sides| {
                let before = *sides;
                let (one, other) = if is_row {
                    (&mut sides.0, &mut sides.1)
                } else {
                    (&mut sides.1, &mut sides.0)
                };
                *one = side;
                // Both the same would say nothing: they change places.
                if *other == side {
                    *other = if is_row { before.0 } else { before.1 };
                }
            });
        };
        view! {
            <Select
                id=if is_row { "coverage-rows" } else { "coverage-columns" }
                label=Signal::derive(move || {
                    let lang = lang.get();
                    if is_row { text::coverage_rows(lang) } else { text::coverage_columns(lang) }.to_owned()
                })
                choices=Signal::derive(choices)
                value=Signal::derive(move || if is_row { sides.get().0 } else { sides.get().1 })
                on_choose=Callback::new(choose)
                beside=true
            />
        }
    };
    let table = move || {
        is_made.get().then(|| {
            let (rows, columns) = sides.get();
            let made = store
                .selection()
                .with(|records| matrix(dataset, records, rows, columns));
            table(store, &made, chosen)
        })
    };
    let missing = move || {
        is_made.get().then(|| {
            let found = store.selection().with(|records| gaps(dataset, records));
            let items = found.into_iter().map(|gap| sentence(store, gap, chosen));
            view! { <ul class="gaps">{items.collect_view()}</ul> }
        })
    };
    view! {
        <article class="panel" id="coverage" aria-labelledby="coverage-title" node_ref=element>
            <h2 id="coverage-title">{move || text::coverage_title(lang.get())}</h2>
            <p class="unit">{move || text::coverage_hint(lang.get())}</p>
            <p class="row">{select(true)} {select(false)}</p>
            <div
                class="matrix-scroll"
                tabindex="0"
                role="region"
                aria-labelledby="coverage-title"
            >
                {table}
            </div>
            <div id="coverage-records" aria-live="polite">
                {move || chosen.get().map(|chosen| named(store, &chosen))}
            </div>
            {missing}
        </article>
    }
}

fn table(store: Store, made: &Matrix, chosen: RwSignal<Option<Chosen>>) -> AnyView {
    let lang = store.lang().get();
    let head = |part: &Part| text::coverage::part(lang, *part, store.dataset());
    let columns: Vec<String> = made.columns.iter().map(head).collect();
    let most = made.most().max(1) as f64;
    let rows = made.rows.iter().enumerate().map(|(at, row)| {
        let row = head(row);
        let cells = columns.iter().zip(made.row(at)).map(|(name, cell)| {
            let words = text::coverage::cell(lang, &row, name, cell);
            square(
                cell,
                words,
                text::coverage_chosen(lang, name, &row),
                most,
                chosen,
            )
        });
        let cells = cells.collect_view();
        view! { <tr><th scope="row">{row.clone()}</th>{cells}</tr> }
    });
    let rows = rows.collect_view();
    let heads = columns
        .iter()
        .map(|name| view! { <th scope="col">{name.clone()}</th> });
    view! {
        <table class="matrix">
            <thead><tr><td></td>{heads.collect_view()}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// A cell: a button where there is something, a dash where there is nothing.
fn square(
    cell: &Cell,
    words: String,
    title: String,
    most: f64,
    chosen: RwSignal<Option<Chosen>>,
) -> AnyView {
    let count = cell.records.len();
    if count == 0 {
        return view! { <td><span class="nothing" role="img" aria-label=words>"–"</span></td> }
            .into_any();
    }
    let records = cell.records.clone();
    let class = if cell.figures > 0 { "stated" } else { "bare" };
    // Area is seen, not length.
    let strength = format!("{:.0}%", 10.0 + 24.0 * (count as f64 / most).sqrt());
    let choose = move |_| {
        chosen.set(Some(Chosen {
            words: title.clone(),
            records: records.clone(),
        }));
    };
    view! {
        <td>
            <button type="button" class=class style=("--strength", strength) aria-label=words on:click=choose>
                {count}
            </button>
        </td>
    }
    .into_any()
}

/// A gap, with its records where it has some.
fn sentence(store: Store, gap: Gap, chosen: RwSignal<Option<Chosen>>) -> AnyView {
    let words = text::coverage::gap(store.lang().get(), &gap, store.dataset());
    if gap.records().is_empty() {
        return view! { <li>{words}</li> }.into_any();
    }
    let title = words.clone();
    let choose = move |_| {
        chosen.set(Some(Chosen {
            words: title.clone(),
            records: gap.records().to_vec(),
        }));
    };
    view! { <li><button type="button" class="as-link" on:click=choose>{words}</button></li> }
        .into_any()
}

/// The records that were asked for.
fn named(store: Store, chosen: &Chosen) -> AnyView {
    let (lang, dataset) = (store.lang(), store.dataset());
    let more = chosen.records.len().saturating_sub(NAMED);
    let items = chosen.records.iter().take(NAMED).map(|ix| {
        let (ix, title) = (*ix, &dataset.record(*ix).title);
        view! { <li><RecordLink title lang on_open=move || store.open(ix) /></li> }
    });
    view! {
        <h3>{chosen.words.clone()}</h3>
        <ul class="of-cell">{items.collect_view()}</ul>
        {(more > 0).then(|| view! { <p class="hint">{move || text::checks_more(lang.get(), more)}</p> })}
    }
    .into_any()
}
