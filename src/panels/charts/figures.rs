//! A chart's figures as a table.

use crate::state::Store;
use crate::ui::{Figures, More, RecordLink};
use charts::{Bar, ChartView};
use leptos::prelude::*;

/// The deepest level that is indented.
const DEEPEST: usize = 8;

/// Rows shown at first, and with each "more".
const ROWS: usize = 200;

/// The table, with the records that each figure is made of. It is made when it is
/// unfolded: of thousands of records it is most of the page. Of a chart that is a
/// table it has only what that leaves out, if anything.
#[component]
pub fn FiguresOf(drawn: Memo<ChartView>, is_table: Memo<bool>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let labels = store.labels();
    let open = RwSignal::new(false);
    let shown = RwSignal::new(ROWS);
    // What stands above, and is not listed again.
    let above = move |view: &ChartView| {
        if is_table.get() {
            view.len() - view.drawn.more
        } else {
            0
        }
    };
    // Paper has no "more".
    let most = move || {
        if store.printing().get() {
            usize::MAX
        } else {
            shown.get()
        }
    };
    let bars = move || -> Vec<Bar> {
        if !open.get() {
            return Vec::new();
        }
        drawn.with(|view| {
            labels.with(|labels| {
                let bars = view.bars(store.setting(), labels);
                bars.skip(above(view)).take(most()).collect()
            })
        })
    };
    let are_more = move || open.get() && drawn.with(|view| view.len() - above(view) > most());
    let any = move || !is_table.get() || drawn.with(|view| view.drawn.more > 0);
    view! {
        <Show when=any>
            <Figures
                title=Signal::derive(move || text::data_of_chart(lang.get()).to_owned())
                on_fold=move |is_open| open.set(is_open)
            >
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{move || text::item(lang.get())}</th>
                            <th scope="col">{move || text::figure(lang.get())}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {move || bars().into_iter().map(|bar| view! { <Row bar /> }).collect_view()}
                    </tbody>
                </table>
                <More
                    are_more=Signal::derive(are_more)
                    lang
                    on_more=move || shown.update(|n| *n += ROWS)
                />
            </Figures>
        </Show>
    }
}

#[component]
fn Row(bar: Bar) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let links = bar
        .records()
        .map(|ix| {
            let title = &store.dataset().record(ix).title;
            view! { <RecordLink title lang on_open=move || store.open(ix) /> }
        })
        .collect_view();
    view! {
        <tr>
            <th scope="row" style:padding-inline-start=format!("{}em", bar.depth.min(DEEPEST) + 1)>
                <span>{bar.label}</span>
                <span class="parts">{links}</span>
            </th>
            <td>
                {bar.text}
                {bar.remark.map(|remark| view! { <p class="hint">{remark}</p> })}
            </td>
        </tr>
    }
}
