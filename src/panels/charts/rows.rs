//! A chart that is a table: figures of several units, compared within each alone.

use crate::state::Store;
use charts::{Bar, ChartView};
use leptos::prelude::*;
use view::Label;

/// Its rows; those beyond what is drawn stand in the list of figures.
#[component]
pub fn Rows(drawn: Memo<ChartView>, id: String) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let labels = store.labels();
    let rows = move || {
        let shown = |view: &ChartView| -> Vec<Bar> {
            let most = view.len() - view.drawn.more;
            let bars =
                |labels: &Vec<Label>| view.bars(store.setting(), labels).take(most).collect();
            labels.with(bars)
        };
        drawn.with(shown)
    };
    view! {
        <table class="rows" id=id tabindex="-1">
            <thead>
                <tr>
                    <th scope="col">{move || text::item(lang.get())}</th>
                    <th scope="col">{move || text::figure(lang.get())}</th>
                    <td aria-hidden="true"></td>
                </tr>
            </thead>
            <tbody>{move || rows().into_iter().map(|bar| view! { <Row bar /> }).collect_view()}</tbody>
        </table>
    }
}

#[component]
fn Row(bar: Bar) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let records: Vec<_> = bar.records().collect();
    let links = records.iter().map(|&ix| {
        let full = move || text::of(lang.get(), &store.dataset().record(ix).title);
        view! {
            <button type="button" class="as-link" title=full on:click=move |_| store.open(ix)>
                {bar.name.clone()}
            </button>
        }
    });
    let links = links.collect_view();
    let (own, pointed, left) = (records.clone(), records.clone(), records.clone());
    let is_dim = move || store.are_dim(&records);
    let is_lit = move || {
        store
            .lit()
            .with(|lit| own.iter().any(|ix| lit.contains(ix)))
    };
    let color = bar.segments.first().map(|of| of.color);
    view! {
        <tr
            class:lit=is_lit
            class:dim=is_dim
            class:expected=bar.segments.iter().any(|of| of.expected)
            on:mouseenter=move |_| store.point(pointed.clone())
            on:mouseleave=move |_| store.leave(&left)
        >
            <th scope="row">{links}</th>
            <td>
                {bar.text}
                {bar.remark.map(|remark| view! { <p class="hint">{remark}</p> })}
            </td>
            <td aria-hidden="true">
                {bar
                    .share
                    .map(|share| {
                        view! {
                            <span
                                class="share"
                                style:color=color
                                style:width=format!("{:.1}%", share * 100.0)
                            ></span>
                        }
                    })}
            </td>
        </tr>
    }
}
