//! What a sheet of paper says in place of the controls: what was chosen, where it
//! comes from, and the link that shows it again.

use crate::state::Store;
use crate::ui::phrase;
use leptos::prelude::*;

/// The lines; a screen has none of them.
#[component]
pub fn Paper() -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let chosen = move || {
        let lang = lang.get();
        let parts = store.filter().with(|filter| {
            let parts = text::filters::parts(lang, dataset, filter);
            let words = parts.iter().map(|part| part.words(lang).text(lang));
            words.collect::<Vec<_>>()
        });
        let all = dataset.records.len();
        let counted = store.apart().with(|s| text::period::counted(lang, s, all));
        if parts.is_empty() {
            counted
        } else {
            text::labelled(lang, &counted, &text::list(lang, &parts))
        }
    };
    let link = move || store.view().with(|view| store.link(view));
    view! {
        <div class="on-paper">
            <p>{chosen}</p>
            <p>{move || phrase(lang.get(), &text::source_line_parts(lang.get(), dataset))}</p>
            <p>{link}</p>
        </div>
    }
}
