//! The charts, each with its figures as a list.

mod context;
mod figures;
mod rows;

use super::beyond::NotCounted;
use super::checks::Checks;
use super::comparison::Comparison;
use super::coverage::Coverage;
use super::drawing::Drawing;
use super::in_turn::InTurn;
use super::labels::Labels;
use crate::share::ShareButton;
use crate::state::{Store, Subject};
use crate::ui::{Handle, Line, PanelHead, Picture, phrase};
use charts::{ChartView, chart, labels_of_chart};
use context::Context;
use figures::FiguresOf;
use leptos::prelude::*;
use model::{ChartIx, Form};
use query::Beyond;
use rows::Rows;
use view::Embed;

/// All charts, and the derived figures.
#[component]
pub fn ChartsPanel() -> impl IntoView {
    let store = Store::get();
    view! {
        <section class="charts" id="charts-panel" aria-label=move || text::charts(store.lang().get())>
            <div class="chart-columns">
                {store
                    .dataset()
                    .chart_indices()
                    .map(|id| view! { <InTurn><ChartPanel id /></InTurn> })
                    .collect_view()}
            </div>
            <Comparison />
            <Coverage />
            <Checks />
        </section>
    }
}

/// One chart.
#[component]
pub fn ChartPanel(id: ChartIx) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let labels = store.labels();
    let drawn: Memo<ChartView> = Memo::new(move |_| {
        store
            .within()
            .with(|records| labels.with(|labels| chart(id, store.setting(), records, labels)))
    });
    let said = Memo::new(move |_| {
        let of = (id, store.dataset().chart(id));
        labels.with(|labels| {
            let records = |d: &ChartView| match labels.as_slice() {
                [] => Vec::new(),
                _ => d.records(),
            };
            drawn.with(|d| labels_of_chart(labels, of, &records(d)))
        })
    });
    let beyond = Memo::new(move |_| {
        let chart = store.dataset().chart(id);
        store
            .reaching()
            .with(|records| Beyond::of_chart(store.dataset(), records, chart))
    });
    let picture = Memo::new(move |_| {
        drawn.with(|d| Picture {
            option: d.option.to_string(),
            marks: d.marks.clone(),
            height: d.height,
        })
    });
    let empty = move || drawn.with(ChartView::is_empty);
    let none = move || {
        let lang = lang.get();
        if beyond.with(Vec::is_empty) {
            text::two_sentences(lang, text::no_records(lang), text::clear_to_see(lang))
        } else {
            text::period::none_within(lang, store.setting().period)
        }
    };
    let is_table = Memo::new(move |_| drawn.with(|d| d.drawn.form == Form::Table));
    let word = store.dataset().chart(id).id.as_str();
    let name = move || text::chart::title(lang.get(), id, store.dataset());
    let note = move || {
        let drawn = drawn.with(|d| d.drawn);
        let lang = lang.get();
        phrase(lang, &text::chart::note(lang, id, drawn, store.dataset()))
    };
    let heading = format!("chart-{word}-title");
    let labelled_by = heading.clone();
    view! {
        <article
            class="panel"
            class:wide=store.dataset().chart(id).form == Form::Nesting
            id=format!("panel-{word}")
            aria-labelledby=labelled_by
        >
            <PanelHead id=heading title=Signal::derive(move || Line::new(lang.get(), name()))>
                <ShareButton subject=Subject::View(Embed::Chart(id)) />
            </PanelHead>
            <p class="unit">{note}</p>
            <Show when=empty>
                <p class="hint">{none}</p>
            </Show>
            <NotCounted beyond />
            <Show when=move || !empty()>
                <Show when=move || is_table.get() fallback=move || view! {
                    <Drawing
                        picture
                        label=Signal::derive(move || name().text(lang.get()))
                        handle=Handle::empty()
                        id=format!("chart-{word}")
                    />
                }>
                    <Rows drawn id=format!("chart-{word}") />
                </Show>
                <Labels labels=said />
                <Context drawn />
                <FiguresOf drawn is_table />
            </Show>
        </article>
    }
}
