//! What whoever made the link wrote on a drawing, in words.

use crate::state::Store;
use crate::ui::phrase;
use leptos::prelude::*;
use view::Label;

/// The labels, and whose they are; nothing where there are none. A reader of the page
/// can take them off.
#[component]
pub fn Labels(labels: Memo<Vec<Label>>) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let item = move |label: Label| {
        let words = move || {
            let lang = lang.get();
            phrase(lang, &text::labels::line(lang, &label, dataset))
        };
        view! { <li>{words}</li> }
    };
    let may = !store.is_embedded();
    view! {
        <Show when=move || !labels.with(Vec::is_empty)>
            <div class="labels">
                <p>
                    {move || text::labels_note(lang.get())}
                    {may.then(|| view! {
                        " "
                        <button type="button" class="as-link" on:click=move |_| store.set_labels(Vec::new())>
                            {move || text::labels_off(lang.get())}
                        </button>
                    })}
                </p>
                <ul>{move || labels.get().into_iter().map(item).collect_view()}</ul>
            </div>
        </Show>
    }
}
