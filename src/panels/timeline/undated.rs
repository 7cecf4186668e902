//! Records without a stated time.

use crate::state::Store;
use crate::ui::RecordLink;
use leptos::prelude::*;
use model::RecordIx;

/// A lane of their own.
#[component]
pub fn Undated(records: Memo<Vec<RecordIx>>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    view! {
        <Show when=move || !records.with(Vec::is_empty)>
            <div class="undated" id="undated">
                <h3>{move || text::undated(lang.get())} " (" {move || records.with(Vec::len)} ")"</h3>
                <ul>
                    <For each=move || records.get() key=|ix| *ix let:ix>
                        <li><Item ix /></li>
                    </For>
                </ul>
            </div>
        </Show>
    }
}

#[component]
fn Item(ix: RecordIx) -> impl IntoView {
    let store = Store::get();
    let record = store.dataset().record(ix);
    on_cleanup(move || store.leave(&[ix]));
    view! {
        <RecordLink
            title=&record.title
            lang=store.lang()
            class=""
            lit=Signal::derive(move || store.is_lit(ix))
            color=Signal::derive(move || store.setting().theme.sector(record.sector))
            on_open=move || store.open(ix)
            on_point=move || store.point(vec![ix])
            on_leave=move || store.leave(&[ix])
        />
    }
}
