//! The page's head: title, parts of the page, language and colours.

use super::later::{Part, focus_in};
use super::opened_from;
use crate::browser::{focus, languages};
use crate::share::ShareButton;
use crate::state::{Overlay, Store, Subject};
use crate::ui::{Button, Choice, Prose, SchemeSelect, Select, Spoken, Tab};
use leptos::prelude::*;
use model::StoryIx;
use view::{Panel, Telling};

/// The head.
#[component]
pub fn Header() -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    // The focus moves without a step of history: Back would do nothing.
    let skip = move |event: web_sys::MouseEvent| {
        // A phone's table is folded away: its button is what there is of it.
        event.prevent_default();
        if !focus::on("records") && !focus::on("open-records") {
            focus_in(Part::Below, "records");
        }
    };
    let title = Memo::new(move |_| Spoken::of(&dataset.title, lang.get()));
    view! {
        <header class="head">
            <a class="skip" href="#records" on:click=skip>{move || text::skip_to_records(lang.get())}</a>
            <div class="titles">
                <h1
                    translate="yes"
                    lang=move || title.with(|t| t.lang.clone())
                    dir=move || title.with(|t| t.dir)
                    prop:textContent=move || title.with(|t| t.words.clone())
                ></h1>
                " "
                {stories(store)}
                <Prose text=Signal::derive(move || Spoken::of(&dataset.summary, lang.get())) />
                " "
                <p id="finding">{move || text::finding(lang.get(), dataset)}</p>
                {move || opened_from(store).map(|words| view! { " " <p id="opened-from">{words}</p> })}
            </div>
            <div class="head-tools">
            <div class="tools">
                <ShareButton subject=Subject::Page />
                <Button id="open-button" on_click=move || store.show_overlay(Overlay::Open)>
                    {move || text::open_data(lang.get())}
                </Button>
                <Button id="about-button" on_click=move || store.show_overlay(Overlay::About)>
                    {move || text::about(lang.get())}
                </Button>
                <Languages />
                <Colours />
            </div>
            <nav class="tabs" aria-label=move || text::panels(lang.get())>
                {Panel::ALL
                    .iter()
                    .copied()
                    .map(|panel| {
                        view! {
                            <Tab
                                attr:data-panel=panel.word()
                                name=Signal::derive(move || text::names::panel(lang.get(), panel).to_owned())
                                shown=Signal::derive(move || store.view().with(|v| v.panel == panel))
                                current="page"
                                on_choose=move || store.set_panel(panel)
                            />
                        }
                    })
                    .collect_view()}
            </nav>
            </div>
        </header>
    }
}

/// Begins a story. What was pressed goes with the page.
fn begin(store: Store, story: StoryIx) {
    store.tell(Telling { story, step: 0 });
    focus_in(Part::More, "story-title");
}

/// The ways into the dataset's stories.
fn stories(store: Store) -> AnyView {
    let (lang, dataset) = (store.lang(), store.dataset());
    let way = |story| {
        view! {
            <Button class="as-link story-button" on_click=move || begin(store, story)>
                {move || text::story_name(lang.get(), story, dataset)}
            </Button>
            " "
        }
    };
    dataset.story_indices().map(way).collect_view().into_any()
}

/// The choice of light or dark, of the page.
#[component]
pub fn Colours() -> impl IntoView {
    let store = Store::get();
    view! {
        <SchemeSelect
            id="scheme"
            beside=true
            lang=store.lang()
            value=Signal::derive(move || store.view().with(|v| v.scheme))
            on_choose=Callback::new(move |scheme| store.set_scheme(scheme))
        />
    }
}

/// The choice of language: of two, a button for the other one.
#[component]
pub fn Languages() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let all = text::languages(Some(store.dataset()));
    if all.len() > 2 {
        let choices: Vec<_> = all
            .into_iter()
            .map(|lang| Choice {
                value: lang,
                word: lang.to_string(),
                name: languages::endonym(lang),
            })
            .collect();
        return view! {
            <Select
                id="language"
                beside=true
                label=Signal::derive(move || text::embed_language(lang.get()).to_owned())
                choices=Signal::stored(choices)
                value=lang
                on_choose=Callback::new(move |lang| store.set_lang(lang))
            />
        }
        .into_any();
    }
    let other = move || text::language_after(store.dataset(), lang.get());
    view! {
        <button
            type="button"
            class="button"
            id="language"
            lang=move || text::tag(other())
            aria-label=move || text::language_label(other(), &languages::endonym(other()))
            on:click=move |_| store.next_lang()
        >
            {move || languages::endonym(other())}
        </button>
    }
    .into_any()
}
