//! What else the same paragraphs state.

use crate::state::Store;
use crate::ui::{RecordLink, phrase};
use charts::ChartView;
use leptos::prelude::*;
use model::RecordIx;
use text::Phrase;

/// The records, with their figures.
#[component]
pub fn Context(drawn: Memo<ChartView>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let item = move |ix: RecordIx| {
        let record = store.dataset().record(ix);
        let figures = move || {
            let lang = lang.get();
            let values = record.values.iter();
            let values = values.map(|v| text::qualified_parts(lang, v, store.dataset()));
            phrase(lang, &Phrase::joined(values, text::list_separator(lang)))
        };
        view! {
            <li>
                <RecordLink title=&record.title lang on_open=move || store.open(ix) />
                " " <strong>{figures}</strong>
            </li>
        }
    };
    view! {
        <ul class="context">
            {move || drawn.with(|d| d.context.clone()).into_iter().map(item).collect_view()}
        </ul>
    }
}
