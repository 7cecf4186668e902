//! One view without the page's frame, for other pages.

use super::address;
use super::boot::Trouble;
use super::charts_panel::{ChartPanel, ChartsPanel};
use super::detail::Detail;
use super::failure;
use super::filters::{Chips, Filters};
use super::frame;
use super::map_panel::MapPanel;
use super::notices::{Notices, Reload};
use super::store::Store;
use super::table::TablePanel;
use super::timeline_panel::TimelinePanel;
use leptos::prelude::*;
use model::Lang;
use view::Embed;

/// What the link embeds, and a line that names the source.
#[component]
pub fn Embedded(embed: Embed, trouble: Trouble) -> impl IntoView {
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
        store
            .view
            .with(|view| address::relative(&view.whole_page(), store.dataset))
    };
    let filters = move || store.view.with(view::ViewState::shows_filters);
    view! {
        <main class="embedded" tabindex="-1">
            <Notices trouble />
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

/// In place of a view whose dataset cannot be opened, and why.
#[component]
pub fn Unopened(lang: Lang, why: String) -> impl IntoView {
    frame::tell_failure(&format!("{} {why}", text::dataset_unopened(lang)));
    Effect::new(move |_| failure::mark_started());
    view! {
        <main class="embedded" lang=text::tag(lang)>
            <div class="failure" role="alert" id="unopened">
                <strong>{text::dataset_unopened(lang)}</strong>
                <p>{why}</p>
                <Reload lang=Signal::stored(lang) />
            </div>
        </main>
    }
}
