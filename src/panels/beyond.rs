//! What is not counted, since it is of more than the chosen period.

use crate::state::Store;
use crate::ui::{RecordLink, phrase};
use leptos::prelude::*;
use query::Beyond;

/// More are named when they are asked for.
const MOST: usize = 3;

/// A line that says how much is not counted and names it; nothing where all is.
#[component]
pub fn NotCounted(beyond: Memo<Vec<Beyond>>) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let all = RwSignal::new(false);
    let hidden = Memo::new(move |_| {
        let more = beyond.with(Vec::len).saturating_sub(MOST);
        if all.get() { 0 } else { more }
    });
    let said = move || {
        let (lang, period) = (lang.get(), store.filter().with(|filter| filter.period));
        beyond.with(|beyond| text::period::not_counted(lang, beyond, period))
    };
    let item = move |of: Beyond| {
        let words = move || {
            let lang = lang.get();
            phrase(lang, &text::period::of_more(lang, of, dataset))
        };
        let title = &dataset.record(of.record).title;
        view! {
            <li>
                <RecordLink title lang on_open=move || store.open(of.record) />
                " " <span>{words}</span>
            </li>
        }
    };
    let items = move || {
        let shown = beyond.with(Vec::len) - hidden.get();
        let shown: Vec<Beyond> = beyond.with(|beyond| beyond.iter().take(shown).copied().collect());
        shown.into_iter().map(item).collect_view()
    };
    view! {
        <Show when=move || !beyond.with(Vec::is_empty)>
            <div class="beyond">
                <p>{said}</p>
                <ul>{items}</ul>
                <Show when=move || hidden.get() != 0>
                    <button type="button" class="as-link" on:click=move |_| all.set(true)>
                        {move || text::and_more(lang.get(), hidden.get())}
                    </button>
                </Show>
            </div>
        </Show>
    }
}
