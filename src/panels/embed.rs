//! One view without the page's frame, for other pages.

use super::chosen::Chosen;
use super::comparison::Comparison;
use super::coverage::Coverage;
use super::filters::{Chips, Filters};
use super::later::{self, Part};
use super::map::MapPanel;
use super::notices::{Notices, Reload};
use super::opened_from;
use super::overlays::Overlays;
use super::timeline::TimelinePanel;
use crate::browser::failure;
use crate::browser::frame::PageAround;
use crate::state::{Store, relative};
use crate::ui::{Words, phrase};
use leptos::prelude::*;
use model::{Lang, RecordIx};
use view::{Embed, ViewState};

/// What the link embeds, and a line that names the source.
#[component]
pub fn Embedded(embed: Embed) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let story = store.story();
    let has_come = later::come_when(Part::More, move || story.get().is_some());
    let shown = match embed {
        Embed::Map => view! { <MapPanel /> <Chosen /> }.into_any(),
        // The page around may ask for a story, or for the view without one.
        Embed::View => (move || match story.get().filter(|_| has_come.get()) {
            Some(story) => later::story(story),
            None => view! { <Together /> }.into_any(),
        })
        .into_any(),
        Embed::Timeline => view! { <TimelinePanel /> }.into_any(),
        Embed::Chart(id) => later::one_chart(id),
        Embed::Table => later::table(),
        Embed::Coverage => view! { <Coverage /> }.into_any(),
        Embed::Comparison => view! { <Comparison /> }.into_any(),
        Embed::Checks => later::checks(),
        Embed::Record(ix) => view! { <RecordPanel ix /> }.into_any(),
        Embed::All => view! {
            <MapPanel />
            <Chosen />
            <TimelinePanel />
            {later::charts()}
            {later::table()}
        }
        .into_any(),
    };
    let full = move || {
        store
            .view()
            .with(|view| relative(&view.whole_page(), dataset))
    };
    let filters = move || store.view().with(ViewState::shows_filters);
    view! {
        <main class="embedded" tabindex="-1">
            <Notices />
            <Show when=filters>
                <Filters />
                <Chips />
            </Show>
            <h1 class="visually-hidden"><Words text=&dataset.title lang /></h1>
            {shown}
            <p class="source-line">
                {move || phrase(lang.get(), &text::source_line_parts(lang.get(), dataset))}
                {move || opened_from(store).map(|words| format!(" {words}"))} " · "
                <a href=full target="_blank" rel="noopener">{move || text::open_full(lang.get())}</a>
            </p>
        </main>
        <Overlays />
    }
}

/// Map and timeline, beside each other where both can be read.
#[component]
pub fn Together() -> impl IntoView {
    view! {
        <div class="together">
            <div>
                <MapPanel />
                <Chosen />
            </div>
            <TimelinePanel />
        </div>
    }
}

/// One record with all that the dataset holds of it.
#[component]
fn RecordPanel(ix: RecordIx) -> impl IntoView {
    let store = Store::get();
    let title = &store.dataset().record(ix).title;
    view! {
        <article class="panel" id="record-panel" aria-labelledby="record-panel-title">
            <h2 id="record-panel-title"><Words text=title lang=store.lang() /></h2>
            {later::facts(ix)}
        </article>
    }
}

/// In place of a view whose dataset cannot be opened, and why.
#[component]
pub fn Unopened(lang: Lang, why: String) -> impl IntoView {
    if let Some(around) = PageAround::get() {
        around.tell_height();
        around.tell_error(&format!("{} {why}", text::dataset_unopened(lang)));
    }
    Effect::new(move |_| failure::mark_started());
    view! {
        <main class="embedded" lang=text::tag(text::own_language(lang))>
            <div class="failure" role="alert" id="unopened">
                <strong>{text::dataset_unopened(lang)}</strong>
                <p>{why}</p>
                <Reload lang=Signal::stored(lang) />
            </div>
        </main>
    }
}
