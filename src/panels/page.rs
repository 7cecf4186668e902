//! The whole page.

use super::below::Below;
use super::chosen::Chosen;
use super::filters::{Chips, Families, Filters};
use super::header::Header;
use super::in_turn::InTurn;
use super::key_figures::KeyFigures;
use super::keys;
use super::later::{self, Part};
use super::map::MapPanel;
use super::notices::Notices;
use super::open::Drop;
use super::overlays::Overlays;
use super::paper::Paper;
use super::timeline::TimelinePanel;
use crate::state::{Overlay, Store};
use crate::ui::{Button, Fold, phrase};
use leptos::prelude::*;
use view::Panel;

/// The page with its frame: all of it, or a story.
#[component]
pub fn Page() -> impl IntoView {
    let store = Store::get();
    keys::listen(store);
    let story = store.story();
    // The page stays until a story can take its place.
    let has_come = later::come_when(Part::More, move || story.get().is_some());
    view! {
        {move || match story.get().filter(|_| has_come.get()) {
            Some(story) => later::story(story),
            None => view! { <Whole /> }.into_any(),
        }}
        <Source />
        <Overlays />
        <Drop />
    }
}

/// Who says it, and what else there is to know.
#[component]
fn Source() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    view! {
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
    }
}

/// All parts of the page.
#[component]
fn Whole() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let shows = move |panel: Panel| Memo::new(move |_| store.shows(panel));
    let (map, timeline, charts, table) = (
        shows(Panel::Map),
        shows(Panel::Timeline),
        shows(Panel::Charts),
        shows(Panel::Table),
    );
    // A phone's page has an end: what takes most of it opens when asked for.
    let folded = Signal::derive(move || {
        store.compact().get() && store.view().with(|view| view.panel == Panel::All)
    });
    view! {
        <Header />
        <Paper />
        <KeyFigures />
        <div class="body">
            <aside class="above">
                <Filters />
                <Chips />
                <Show when=move || !timeline.get()><Families /></Show>
            </aside>
            <Notices />
            <main id="parts" tabindex="-1" class:both=move || map.get() && timeline.get()>
                <Show when=move || map.get()><MapPanel /></Show>
                <Chosen />
                <Show when=move || timeline.get()><InTurn><TimelinePanel /></InTurn></Show>
                <Show when=move || charts.get()>
                    <Below>
                    <Fold
                        id="open-charts"
                        folded
                        title=Signal::derive(move || text::charts(lang.get()).to_owned())
                        hint=Signal::derive(move || {
                            text::number(lang.get(), store.dataset().charts.len() as f64)
                        })
                    >
                        {later::charts()}
                    </Fold>
                    </Below>
                </Show>
                <Show when=move || table.get()>
                    <Below>
                    <Fold
                        id="open-records"
                        folded
                        title=Signal::derive(move || text::table(lang.get()).to_owned())
                        hint=Signal::derive(move || {
                            text::number(lang.get(), store.selection().with(Vec::len) as f64)
                        })
                    >
                        {later::table()}
                    </Fold>
                    </Below>
                </Show>
            </main>
        </div>
    }
}
