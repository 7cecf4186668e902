//! What is active of the filters, each removable, and the number of records.

use crate::panels::later::{Part, focus_in};
use crate::state::Store;
use crate::ui::{Button, Chip, phrase};
use comparison::Subjects;
use leptos::prelude::*;
use view::Embed;

/// The chips.
#[component]
pub fn Chips() -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let chips = Memo::new(move |_| {
        store
            .filter()
            .with(|filter| text::filters::parts(lang.get(), dataset, filter))
    });
    let count = move || {
        if store.search_waits() {
            return text::search_waits(lang.get()).to_owned();
        }
        let selected = store.selection().with(Vec::len);
        text::count_of(lang.get(), selected, dataset.records.len())
    };
    let apart = move || store.apart().with(|s| text::period::apart(lang.get(), s));
    // A frame may not have what they stand in.
    let has_panel = move || {
        let embed = store.view().with(|view| view.embed);
        matches!(embed, None | Some(Embed::All | Embed::Comparison))
    };
    let ticked = Memo::new(move |_| {
        let ticked = || store.filter().with(Subjects::ticked);
        has_panel().then(ticked).flatten()
    });
    let compare = move || {
        let Some(subjects) = ticked.get_untracked() else {
            return;
        };
        store.compare(subjects);
        focus_in(Part::Below, "comparison-title");
    };
    view! {
        <div class="chips">
            <div class="counted" role="status">
                <p id="count">{count}</p>
                <p id="apart" class="hint">{apart}</p>
            </div>
            <Show when=move || !chips.with(Vec::is_empty)>
                <ul aria-label=move || text::filters_active(lang.get())>
                    {move || {
                        chips
                            .get()
                            .into_iter()
                            .map(|chip| {
                                let lang = lang.get();
                                let words = chip.words(lang);
                                let label = text::remove(lang, &words.text(lang));
                                let words = phrase(lang, &words);
                                let without = chip.without;
                                view! {
                                    <li>
                                        <Chip words label on_remove=move || store.set_filter(without.clone()) />
                                    </li>
                                }
                            })
                            .collect_view()
                    }}
                    <Show when=move || ticked.with(Option::is_some)>
                        <li>
                            <Button
                                id="compare"
                                class="as-link"
                                label=Signal::derive(move || text::comparison_these(lang.get()).to_owned())
                                on_click=compare
                            >
                                {move || text::comparison_of(lang.get())}
                            </Button>
                        </li>
                    </Show>
                </ul>
                <Button id="clear" on_click=move || store.clear_filter()>{move || text::clear(lang.get())}</Button>
            </Show>
        </div>
    }
}
