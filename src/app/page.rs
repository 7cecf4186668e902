//! The whole page.

use super::about::About;
use super::boot::Trouble;
use super::charts_panel::ChartsPanel;
use super::detail::Detail;
use super::filters::{Chips, Filters};
use super::header::Header;
use super::map_panel::MapPanel;
use super::notices::Notices;
use super::share::Sharing;
use super::shortcuts::Shortcuts;
use super::store::Store;
use super::table::TablePanel;
use super::timeline_panel::TimelinePanel;
use leptos::prelude::*;
use view::Panel;

/// The page with its frame.
#[component]
pub fn Page(trouble: Trouble) -> impl IntoView {
    let store = Store::get();
    let shows = move |panel: Panel| Memo::new(move |_| store.shows(panel));
    let (map, timeline, charts, table) = (
        shows(Panel::Map),
        shows(Panel::Timeline),
        shows(Panel::Charts),
        shows(Panel::Table),
    );
    view! {
        <Header />
        <div class="body">
            <aside>
                <Filters />
            </aside>
            <main tabindex="-1">
                <Notices trouble />
                <Chips />
                <Show when=move || map.get()><MapPanel /></Show>
                <Show when=move || timeline.get()><TimelinePanel /></Show>
                <Show when=move || charts.get()><ChartsPanel /></Show>
                <Show when=move || table.get()><TablePanel /></Show>
            </main>
        </div>
        <footer class="source-line">
            {move || text::source_line(store.lang.get(), store.dataset)} " · "
            <button type="button" class="as-link" on:click=move |_| store.choose(|v| v.about = true)>
                {move || text::about(store.lang.get())}
            </button>
            " · "
            <button type="button" class="as-link" on:click=move |_| store.keys.set(true)>
                {move || text::key_help(store.lang.get())}
            </button>
        </footer>
        <Detail />
        <About />
        <Sharing />
        <Shortcuts />
    }
}
