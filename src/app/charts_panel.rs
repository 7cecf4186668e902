//! The charts, each with its figures as a list.

use super::chart::{Chart, Handle, Picture};
use super::share::{ShareButton, Subject};
use super::store::Store;
use charts::{ChartView, chart};
use leptos::prelude::*;
use model::ChartIx;
use view::Embed;

/// All charts, and the derived figures.
#[component]
pub fn ChartsPanel() -> impl IntoView {
    let store = Store::get();
    view! {
        <section class="charts" id="charts-panel" aria-label=move || text::charts(store.lang.get())>
            <div class="chart-columns">
                {store.dataset.chart_indices().map(|id| view! { <ChartPanel id /> }).collect_view()}
            </div>
            <Checks />
        </section>
    }
}

/// One chart.
#[component]
pub fn ChartPanel(id: ChartIx) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang;
    let drawn: Memo<ChartView> = Memo::new(move |_| {
        store
            .selection
            .with(|records| chart(id, store.setting(), records))
    });
    let picture = Memo::new(move |_| {
        drawn.with(|d| Picture {
            option: d.option.to_string(),
            marks: d.marks.clone(),
            height: d.height,
        })
    });
    let empty = move || drawn.with(|d| d.bars.is_empty());
    let word = store.dataset.chart(id).id.as_str();
    let heading = format!("chart-{word}-title");
    let title = move || text::chart::title(lang.get(), id, store.dataset);
    let note = move || {
        let (divisor, logarithmic) = drawn.with(|d| (d.divisor, d.logarithmic));
        text::chart::note(lang.get(), id, divisor, logarithmic, store.dataset)
    };
    let labelled_by = heading.clone();
    view! {
        <article class="panel" id=format!("panel-{word}") aria-labelledby=labelled_by>
            <div class="panel-head">
                <h2 id=heading>{title}</h2>
                <ShareButton subject=Subject::View(Embed::Chart(id)) />
            </div>
            <p class="unit">{note}</p>
            <Show when=empty>
                <p class="hint">{move || text::no_records(lang.get())} " " {move || text::clear_to_see(lang.get())}</p>
            </Show>
            <Show when=move || !empty()>
                <Chart
                    picture
                    label=Signal::derive(title)
                    handle=Handle::empty()
                    id=format!("chart-{word}")
                />
                <Context drawn />
                <Figures drawn />
            </Show>
        </article>
    }
}

/// What else the same paragraphs state.
#[component]
fn Context(drawn: Memo<ChartView>) -> impl IntoView {
    let store = Store::get();
    view! {
        <ul class="context">
            {move || {
                let lang = store.lang.get();
                drawn
                    .with(|d| d.context.clone())
                    .into_iter()
                    .map(|ix| {
                        let record = store.dataset.record(ix);
                        let values: Vec<String> = record.values.iter().map(|v| text::qualified(lang, v, store.dataset)).collect();
                        view! {
                            <li>
                                <button type="button" class="as-link" on:click=move |_| store.open(Some(ix))>
                                    {record.title.get(lang).to_owned()}
                                </button>
                                " " <strong>{text::list(lang, &values)}</strong>
                            </li>
                        }
                    })
                    .collect_view()
            }}
        </ul>
    }
}

/// The chart's figures as a table.
#[component]
fn Figures(drawn: Memo<ChartView>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang;
    view! {
        <details class="figures">
            <summary>{move || text::data_of_chart(lang.get())}</summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{move || text::item(lang.get())}</th>
                        <th scope="col">{move || text::figure(lang.get())}</th>
                    </tr>
                </thead>
                <tbody>
                    {move || {
                        drawn
                            .with(|d| d.bars.clone())
                            .into_iter()
                            .map(|bar| {
                                let parts: Vec<_> = bar.segments.iter().flat_map(|s| s.records.clone()).collect();
                                let links = parts
                                    .into_iter()
                                    .map(|ix| {
                                        let title = store.dataset.record(ix).title.get(lang.get()).to_owned();
                                        view! {
                                            <button type="button" class="as-link" on:click=move |_| store.open(Some(ix))>{title}</button>
                                        }
                                    })
                                    .collect_view();
                                view! {
                                    <tr>
                                        <th scope="row" style:padding-inline-start=format!("{}em", bar.depth.min(8) + 1)>
                                            <span>{bar.label}</span>
                                            <span class="parts">{links}</span>
                                        </th>
                                        <td>
                                            {bar.text}
                                            {bar.remark.map(|remark| view! { <p class="hint">{remark}</p> })}
                                        </td>
                                    </tr>
                                }
                            })
                            .collect_view()
                    }}
                </tbody>
            </table>
        </details>
    }
}

/// All derived figures with their formulas, and the source's own arithmetic.
#[component]
fn Checks() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang;
    view! {
        <article class="panel" id="checks" aria-labelledby="checks-title">
            <h2 id="checks-title">{move || text::checks(lang.get())}</h2>
            <p class="unit">{move || text::derived_long(lang.get())}</p>
            <ul class="derived-list">
                {move || {
                    store
                        .dataset
                        .derived
                        .iter()
                        .map(|derived| view! { <li><super::detail::DerivedFigure derived /></li> })
                        .collect_view()
                }}
            </ul>
        </article>
    }
}
