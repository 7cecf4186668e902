//! One view without the page's frame, for other pages.

use super::address;
use super::charts_panel::{ChartPanel, ChartsPanel};
use super::detail::Detail;
use super::filters::{Chips, Filters};
use super::map_panel::MapPanel;
use super::store::Store;
use super::table::TablePanel;
use super::timeline_panel::TimelinePanel;
use crate::text;
use crate::view::Embed;
use leptos::prelude::*;

/// What the link embeds, and a line that names the source.
#[component]
pub fn Embedded(embed: Embed) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang;
    let shown = match embed {
        Embed::Map => view! { <MapPanel /> }.into_any(),
        Embed::Timeline => view! { <TimelinePanel /> }.into_any(),
        Embed::Chart(id) => view! { <ChartPanel id /> }.into_any(),
        Embed::All => view! {
            <MapPanel />
            <TimelinePanel />
            <ChartsPanel />
            <TablePanel />
        }
        .into_any(),
    };
    let full = move || {
        store.view.with(|view| {
            let mut view = view.clone();
            view.embed = None;
            view.controls = None;
            address::relative(&view, store.dataset)
        })
    };
    let filters = move || store.view.with(crate::view::ViewState::shows_filters);
    view! {
        <main class="embedded">
            <Show when=filters>
                <Filters />
                <Chips />
            </Show>
            <h1 class="visually-hidden">{move || store.dataset.title.get(lang.get()).to_owned()}</h1>
            {shown}
            <p class="source-line">
                {move || text::source_line(lang.get(), store.dataset)} " · "
                <a href=full target="_blank" rel="noopener">{move || text::open_full(lang.get())}</a>
            </p>
        </main>
        <Detail />
    }
}
