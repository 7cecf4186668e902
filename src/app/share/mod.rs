//! Sharing, embedding and taking the data away: one dialog, from the page,
//! each of its parts and each record.

mod download;
mod embedding;
mod linking;
mod tools;

use super::dialog::Dialog;
use super::store::Store;
use leptos::prelude::*;
use model::Dataset;
use view::{Embed, ViewState};

/// What is shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The page as it is.
    Page,
    /// One of its views.
    View(Embed),
    /// The table.
    Table,
}

impl Subject {
    /// The word for it in file names.
    fn word(self, dataset: &Dataset) -> &str {
        match self {
            Self::Page => "page",
            Self::Table => "table",
            Self::View(Embed::All) => "all",
            Self::View(Embed::Map) => "map",
            Self::View(Embed::Timeline) => "timeline",
            Self::View(Embed::Chart(chart)) => &dataset.chart(chart).id,
        }
    }

    /// The element with its chart, if it has one.
    fn chart(self, dataset: &Dataset) -> Option<String> {
        match self {
            Self::View(Embed::Map) => Some("map".to_owned()),
            Self::View(Embed::Timeline) => Some("timeline".to_owned()),
            Self::View(Embed::Chart(chart)) => Some(format!("chart-{}", dataset.chart(chart).id)),
            _ => None,
        }
    }
}

/// The tabs of the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tab {
    Link,
    Embed,
    Download,
}

/// A button that opens the dialog for `subject`.
#[component]
pub fn ShareButton(subject: Subject) -> impl IntoView {
    let store = Store::get();
    // An embedded view is shared through its full view.
    let hidden = store.view.with_untracked(|v| v.embed.is_some());
    (!hidden).then(|| {
        view! {
            <button
                type="button"
                class="button share-button"
                data-share=subject.word(store.dataset)
                on:click=move |_| store.sharing.set(Some(subject))
            >
                {move || text::share(store.lang.get())}
            </button>
        }
    })
}

/// The dialog, when it is open.
#[component]
pub fn Sharing() -> impl IntoView {
    let store = Store::get();
    move || {
        store.sharing.get().map(|subject| {
            let title = Signal::derive(move || text::share_title(store.lang.get()).to_owned());
            let on_close = Callback::new(move |()| store.sharing.set(None));
            view! {
                <Dialog title id="share" on_close>
                    <Tabs subject />
                </Dialog>
            }
        })
    }
}

#[component]
fn Tabs(subject: Subject) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang;
    let tab = RwSignal::new(Tab::Link);
    let name = move |of: Tab| match of {
        Tab::Link => text::share_link(lang.get()),
        Tab::Embed => text::share_embed(lang.get()),
        Tab::Download => text::share_download(lang.get()),
    };
    let button = move |of: Tab, word: &'static str| {
        view! {
            <button
                type="button"
                data-tab=word
                aria-current=move || (tab.get() == of).then_some("true")
                on:click=move |_| tab.set(of)
            >
                {move || name(of)}
            </button>
        }
    };
    view! {
        <div class="tabs">
            {button(Tab::Link, "link")} {button(Tab::Embed, "embed")} {button(Tab::Download, "download")}
        </div>
        {move || match tab.get() {
            Tab::Link => view! { <linking::Linking subject /> }.into_any(),
            Tab::Embed => view! { <embedding::Embedding subject /> }.into_any(),
            Tab::Download => view! { <download::Download subject /> }.into_any(),
        }}
    }
}

/// The view that a link to the subject opens.
fn view_of(subject: Subject, view: &ViewState) -> ViewState {
    use view::Panel;
    let panel = match subject {
        Subject::Page => view.panel,
        Subject::Table => Panel::Table,
        Subject::View(Embed::All) => Panel::All,
        Subject::View(Embed::Map) => Panel::Map,
        Subject::View(Embed::Timeline) => Panel::Timeline,
        Subject::View(Embed::Chart(_)) => Panel::Charts,
    };
    ViewState {
        panel,
        embed: None,
        ..view.clone()
    }
}

/// What can be embedded, in the order of the page.
fn embeds(dataset: &Dataset) -> Vec<Embed> {
    let charts = dataset.chart_indices().map(Embed::Chart);
    [Embed::All, Embed::Map, Embed::Timeline]
        .into_iter()
        .chain(charts)
        .collect()
}
