//! What is stated and what is not: records by two of their sides, and the gaps.

use super::later;
use super::near::NearPanel;
use crate::state::Store;
use crate::ui::{Choice, RecordLink, Select, phrase};
use coverage::{Cell, Gap, Matrix, Part, Side, gaps, matrix};
use leptos::prelude::*;
use model::{Aspect, RecordIx};
use std::mem::discriminant;
use text::Phrase;
use view::{Control, Embed};

/// So many records of a cell or a gap are named.
const NAMED: usize = 40;

/// What is shown: the matrix and the gaps of the selection.
#[derive(Clone, PartialEq)]
struct Made {
    matrix: Matrix,
    gaps: Vec<Gap>,
    is_filtered: bool,
}

/// What a reader asked to see the records of.
#[derive(Clone, PartialEq)]
enum Asked {
    Cell(Part, Part),
    /// A gap of the same kind.
    Gap(Gap),
}

/// The panel.
#[component]
pub fn Coverage() -> impl IntoView {
    view! {
        <NearPanel
            id="coverage"
            title=text::coverage_title
            hint=text::coverage_hint
            embed=Embed::Coverage
            inside=later::covered
        />
    }
}

/// What stands in the panel, as long as somebody is `near` it.
#[component]
pub fn Covered(near: Signal<bool>) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let sides = Memo::new(move |_| store.view().with(|view| view.sides));
    let asked = RwSignal::new(None::<Asked>);
    let made = Memo::new(move |before: Option<&Option<Made>>| {
        if !near.get() {
            return before.cloned().flatten();
        }
        let sides = sides.get();
        store.selection().with(|records| {
            Some(Made {
                matrix: matrix(dataset, records, sides),
                gaps: gaps(dataset, records),
                is_filtered: records.len() < dataset.records.len(),
            })
        })
    });
    let choose = move |is_row: bool, side: Side| {
        asked.set(None);
        let now = sides.get_untracked();
        store.set_sides(if is_row {
            now.with_rows(side)
        } else {
            now.with_columns(side)
        });
    };
    let select = move |is_row: bool| {
        let choices = move || {
            let of = |side: Side| Choice {
                value: side,
                word: side.word().to_owned(),
                name: text::coverage::side(lang.get(), side).to_owned(),
            };
            Side::ALL.iter().copied().map(of).collect()
        };
        let label = move || {
            let lang = lang.get();
            let words = if is_row {
                text::coverage_rows(lang)
            } else {
                text::coverage_columns(lang)
            };
            words.to_owned()
        };
        view! {
            <Select
                id=if is_row { "coverage-rows" } else { "coverage-columns" }
                label=Signal::derive(label)
                choices=Signal::derive(choices)
                value=Signal::derive(move || if is_row { sides.get().rows() } else { sides.get().columns() })
                on_choose=Callback::new(move |side| choose(is_row, side))
                beside=true
            />
        }
    };
    let drawn = move || made.with(|made| made.as_ref().map(|made| table(store, made, asked)));
    let listed = move || {
        made.with(|made| {
            let made = made.as_ref()?;
            asked.with(|asked| named(store, made, asked.as_ref()?))
        })
    };
    let missing = move || {
        made.with(|made| {
            let gaps = made.as_ref()?.gaps.iter();
            let items = gaps.map(|gap| sentence(store, gap, asked));
            Some(view! { <ul class="gaps">{items.collect_view()}</ul> })
        })
    };
    let lacking = move || {
        let lang = lang.get();
        let all = store.facets().with(|facets| facets.lacks.clone());
        let chosen = store.filter().with(|filter| filter.lacks.clone());
        let choice = |aspect: &Aspect| {
            let aspect = *aspect;
            let count = all.get(&aspect).copied().unwrap_or_default();
            let is_chosen = chosen.contains(&aspect);
            let name = text::names::aspect(lang, aspect);
            let words = text::labelled(lang, name, &text::period::facet(lang, count));
            (count.all() > 0 || is_chosen).then(|| {
                view! {
                    <button
                        type="button"
                        class="button"
                        data-lacks=aspect.word()
                        aria-pressed=is_chosen.to_string()
                        on:click=move |_| store.toggle_lacks(aspect)
                    >
                        {words}
                    </button>
                }
            })
        };
        let choices: Vec<_> = Aspect::ALL.iter().filter_map(choice).collect();
        let may = store.view().with(|view| view.allows(Control::Filters));
        (may && !choices.is_empty()).then(|| {
            view! {
                <div class="row lacking" role="group" aria-labelledby="lacking-title">
                    <span id="lacking-title">{text::lacking_only(lang)}</span>
                    {choices}
                </div>
            }
        })
    };
    let is_filtered =
        Memo::new(move |_| made.with(|made| made.as_ref().is_some_and(|made| made.is_filtered)));
    view! {
        <p class="row">{select(true)} {select(false)}</p>
            {lacking}
            <Show when=move || is_filtered.get()>
                <p class="hint" id="coverage-filtered">{move || text::coverage_filtered(lang.get())}</p>
            </Show>
            <div class="matrix-scroll" tabindex="0" role="region" aria-labelledby="coverage-title">
                {drawn}
            </div>
            <div id="coverage-records">{listed}</div>
            {missing}
    }
}

fn table(store: Store, made: &Made, asked: RwSignal<Option<Asked>>) -> AnyView {
    let (lang, dataset, matrix) = (store.lang().get(), store.dataset(), &made.matrix);
    let columns = text::coverage::heads(lang, &matrix.columns, dataset);
    let rows = text::coverage::heads(lang, &matrix.rows, dataset);
    let most = matrix.most().max(1) as f64;
    let names: Vec<String> = columns.iter().map(|name| name.text(lang)).collect();
    let rows = rows.iter().zip(&matrix.rows).enumerate();
    let rows = rows.map(|(at, (head, part))| {
        let row = head.text(lang);
        let cells = names.iter().zip(&matrix.columns).zip(matrix.row(at));
        let cells = cells.map(|((column, of), cell)| {
            let words = text::coverage::cell(lang, (&row, column), cell, made.is_filtered);
            let (row, column) = (*part, *of);
            let choose = move || asked.set(Some(Asked::Cell(row, column)));
            let count = text::number(lang, cell.records.len() as f64);
            square(cell, (count, words), most, choose)
        });
        let cells = cells.collect_view();
        view! { <tr><th scope="row" title=row>{phrase(lang, head)}</th>{cells}</tr> }
    });
    let rows = rows.collect_view();
    let heads = columns.iter();
    let heads = heads.map(|name| view! { <th scope="col">{phrase(lang, name)}</th> });
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
    (count, words): (String, String),
    most: f64,
    choose: impl Fn() + 'static,
) -> AnyView {
    if cell.records.is_empty() {
        return view! { <td><span class="nothing" role="img" aria-label=words>"–"</span></td> }
            .into_any();
    }
    let class = if cell.figures > 0 { "stated" } else { "bare" };
    // Area is seen, not length.
    let strength = format!(
        "{:.0}%",
        10.0 + 24.0 * (cell.records.len() as f64 / most).sqrt()
    );
    view! {
        <td>
            <button
                type="button"
                class=class
                style=("--strength", strength)
                aria-label=words
                on:click=move |_| choose()
            >
                {count}
            </button>
        </td>
    }
    .into_any()
}

/// A gap, with its records where it has some.
fn sentence(store: Store, gap: &Gap, asked: RwSignal<Option<Asked>>) -> AnyView {
    let lang = store.lang().get();
    let words = phrase(lang, &text::coverage::gap(lang, gap, store.dataset()));
    if gap.records().is_empty() {
        return view! { <li>{words}</li> }.into_any();
    }
    let gap = gap.clone();
    let choose = move |_| asked.set(Some(Asked::Gap(gap.clone())));
    view! { <li><button type="button" class="as-link" on:click=choose>{words}</button></li> }
        .into_any()
}

/// The records that were asked for, as far as they are shown; nothing where there is
/// no such cell or gap any more.
fn named(store: Store, made: &Made, asked: &Asked) -> Option<AnyView> {
    let (lang, dataset) = (store.lang(), store.dataset());
    let now = lang.get();
    let (words, records): (Phrase, &[RecordIx]) = match asked {
        Asked::Cell(row, column) => {
            let name = |part| text::coverage::part(now, part, dataset);
            let cell = made.matrix.cell(*row, *column)?;
            let words = text::coverage::both(now, name(*row), name(*column));
            (words, &cell.records)
        }
        Asked::Gap(gap) => {
            let mut gaps = made.gaps.iter();
            let gap = gaps.find(|other| discriminant(*other) == discriminant(gap))?;
            (text::coverage::gap(now, gap, dataset), gap.records())
        }
    };
    let more = records.len().saturating_sub(NAMED);
    let items = records.iter().take(NAMED).map(|ix| {
        let (ix, title) = (*ix, &dataset.record(*ix).title);
        view! { <li><RecordLink title lang on_open=move || store.open(ix) /></li> }
    });
    let items = items.collect_view();
    Some(
        view! {
            <h3 role="status">{phrase(now, &words)}</h3>
            <ul class="of-cell">{items}</ul>
            {(more > 0).then(|| view! { <p class="hint">{move || text::checks_more(lang.get(), more)}</p> })}
        }
        .into_any(),
    )
}
