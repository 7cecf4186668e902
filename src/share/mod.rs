//! Sharing, embedding, taking the data away and citing it: one dialog, from the page,
//! each of its parts and each record.
//!
//! Owns the tabs of the dialog and the button that opens it. Uses `state`,
//! `ui`, `browser`, and `formats` of the core for the files.
//!
//! - What is shared is the view that the store holds, as it is now.
//! - Nothing here changes the view but the labels, which are shown on the page
//!   behind: what is chosen for an embed is chosen for the snippet alone.

mod cite;
mod code;
mod download;
mod embed;
mod labels;
mod link;
mod picture;
mod pin;
mod snippet;
mod story;

use crate::browser::{script, tools};
use crate::state::{Overlay, Store, Subject};
use crate::ui::{Button, Tab};
use leptos::prelude::*;
use model::Lang;
use wasm_bindgen::JsValue;

/// The tabs of the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Link,
    Embed,
    Download,
    Cite,
    Story,
}

impl Of {
    const ALL: [Self; 5] = [
        Self::Link,
        Self::Embed,
        Self::Download,
        Self::Cite,
        Self::Story,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Embed => "embed",
            Self::Download => "download",
            Self::Cite => "cite",
            Self::Story => "story",
        }
    }

    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Link => text::share_link(lang),
            Self::Embed => text::share_embed(lang),
            Self::Download => text::share_download(lang),
            Self::Cite => text::share_cite(lang),
            Self::Story => text::story_own(lang),
        }
    }
}

/// A button that opens the dialog for `subject`.
#[component]
pub fn ShareButton(subject: Subject) -> impl IntoView {
    let store = Store::get();
    // An embedded view is shared through its full view.
    (!store.is_embedded()).then(|| {
        view! {
            <Button
                class="button quiet share-button"
                attr:data-share=subject.word(store.dataset())
                on_click=move || store.show_overlay(Overlay::Share(subject))
            >
                {move || text::share(store.lang().get())}
            </Button>
        }
    })
}

/// What stands in the dialog.
#[component]
pub fn Sharing(subject: Subject) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let shown = RwSignal::new(Of::Link);
    let written = RwSignal::new(None::<String>);
    let tab = move |of: Of| {
        view! {
            <Tab
                attr:data-tab=of.word()
                name=Signal::derive(move || of.name(lang.get()).to_owned())
                shown=Signal::derive(move || shown.get() == of)
                on_choose=move || shown.set(of)
            />
        }
    };
    // Not a signal: a dataset stays as long as its page.
    let on_device = store
        .view()
        .with_untracked(|view| view.origin.is_on_device());
    view! {
        {on_device.then(|| view! { <p class="notice" id="on-device">{move || text::share_on_device(lang.get())}</p> })}
        <div class="tabs">{Of::ALL.map(tab)}</div>
        {move || match shown.get() {
            Of::Link => view! { <link::Linking subject written /> }.into_any(),
            Of::Embed => view! { <embed::Embedding subject written /> }.into_any(),
            Of::Download => view! { <download::Download subject /> }.into_any(),
            Of::Cite => view! { <cite::Citing subject /> }.into_any(),
            Of::Story => view! { <story::Collecting subject /> }.into_any(),
        }}
    }
}

/// The words of an error that a script threw.
fn words(lang: Lang, error: &JsValue) -> String {
    if tools::is_too_large(error) {
        return text::picture_too_large(lang).to_owned();
    }
    let plain = text::tools_failed(lang);
    script::message(error).map_or_else(
        || plain.to_owned(),
        |message| format!("{plain} ({message})"),
    )
}
