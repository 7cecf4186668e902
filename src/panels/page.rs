//! The whole page.

use super::charts::ChartsPanel;
use super::filters::{Chips, Filters};
use super::header::Header;
use super::key_figures::KeyFigures;
use super::keys;
use super::map::MapPanel;
use super::notices::Notices;
use super::overlays::Overlays;
use super::table::TablePanel;
use super::timeline::TimelinePanel;
use crate::state::{Overlay, Store};
use crate::ui::{Button, phrase};
use leptos::prelude::*;
use view::Panel;

/// The page with its frame.
#[component]
pub fn Page() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    keys::listen(store);
    let shows = move |panel: Panel| Memo::new(move |_| store.shows(panel));
    let (map, timeline, charts, table) = (
        shows(Panel::Map),
        shows(Panel::Timeline),
        shows(Panel::Charts),
        shows(Panel::Table),
    );
    view! {
        <Header />
        <KeyFigures />
        <div class="body">
            <aside>
                <Filters />
                <Chips />
            </aside>
            <main tabindex="-1" class:both=move || map.get() && timeline.get()>
                <Notices />
                <Show when=move || map.get()><MapPanel /></Show>
                <Show when=move || timeline.get()><TimelinePanel /></Show>
                <Show when=move || charts.get()><ChartsPanel /></Show>
                <Show when=move || table.get()><TablePanel /></Show>
            </main>
        </div>
        <footer class="source-line">
            {move || phrase(lang.get(), &text::source_line_parts(lang.get(), store.dataset()))} " · "
            <Button class="as-link" on_click=move || store.show_overlay(Overlay::About)>
                {move || text::about(lang.get())}
            </Button>
            " · "
            <Button class="as-link" on_click=move || store.show_overlay(Overlay::Keys)>
                {move || text::key_help(lang.get())}
            </Button>
        </footer>
        <Overlays />
    }
}
