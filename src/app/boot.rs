//! From a dataset's text to the page, or to words on what is wrong with it.

use super::address;
use super::embed::{Embedded, Unopened};
use super::failure;
use super::fetch;
use super::frame;
use super::geometry;
use super::page::Page;
use super::store::{Store, browser_language};
use crate::PROGRAMME;
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::{Dataset, Lang, Problem, Refusal, parse};
use text::preview;
use view::{refused_dataset, requested_dataset, requested_form};

/// What went wrong on the way to the dataset that is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trouble {
    /// The file that the link asks for, and why it is not shown.
    pub refused: Option<(String, Refusal)>,
    /// What of the dataset was left out.
    pub left_out: Vec<Problem>,
}

/// A dataset and its text.
type Source = (&'static Dataset, &'static str);

/// What there is to show.
#[derive(Clone)]
enum Loaded {
    /// A dataset.
    Dataset(Source, Trouble),
    /// An embedded view without the dataset that it asks for, and why. Another
    /// one in its place would pass for what the page around speaks of.
    Unopened(Lang, String),
    /// The dataset that is compiled in cannot be read.
    Broken(Problem),
}

/// Loads the dataset that the link asks for, else the built-in one. Until it
/// has come the page's skeleton stands.
#[component]
pub fn Boot() -> impl IntoView {
    let loaded = RwSignal::new(None::<Loaded>);
    let query = address::query();
    match (requested_dataset(&query), refused_dataset(&query)) {
        (Some(file), _) => spawn_local(async move { loaded.set(Some(load(&file).await)) }),
        (None, Some(address)) => {
            let (lang, framed) = before_dataset();
            loaded.set(Some(if framed {
                Loaded::Unopened(lang, text::dataset_elsewhere(lang, &address))
            } else {
                // The link's notices name it.
                embedded(None)
            }));
        }
        (None, None) => loaded.set(Some(embedded(None))),
    }
    move || match loaded.get() {
        None => ().into_any(),
        Some(Loaded::Dataset(source, trouble)) => view! { <Ready source trouble /> }.into_any(),
        Some(Loaded::Unopened(lang, why)) => view! { <Unopened lang why /> }.into_any(),
        // The page's own fallback speaks, and tries the plain file.
        Some(Loaded::Broken(problem)) => {
            failure::tell(&text::problems::problem(Lang::EN, &problem));
            ().into_any()
        }
    }
}

/// The language, and whether the view is embedded: both can be read from the
/// link before its dataset is there.
fn before_dataset() -> (Lang, bool) {
    let (lang, embedded) = requested_form(&address::query());
    (lang.unwrap_or_else(|| browser_language(None)), embedded)
}

async fn load(file: &str) -> Loaded {
    let (lang, framed) = before_dataset();
    failure::tell_loading(&text::loading(lang, file, 0));
    let fetched = fetch::text(file, |bytes| {
        failure::tell_loading(&text::loading(lang, file, bytes));
    });
    let result = match fetched.await {
        Ok(json) => parse(&json)
            .map(|read| {
                let text = Box::leak(json.into_boxed_str());
                let trouble = Trouble {
                    refused: None,
                    left_out: read.problems,
                };
                Loaded::Dataset(keep(read.dataset, text), trouble)
            })
            .map_err(Refusal::Unsound),
        Err(why) => Err(why),
    };
    result.unwrap_or_else(|why| {
        if framed {
            Loaded::Unopened(lang, text::problems::refusal(lang, file, &why))
        } else {
            embedded(Some((file.to_owned(), why)))
        }
    })
}

#[component]
fn Ready(source: Source, trouble: Trouble) -> impl IntoView {
    let (dataset, text) = source;
    let store = Store::new(dataset, text);
    provide_context(store);
    geometry::load(store);
    Effect::new(move |_| {
        let Some(root) = web_sys::window().and_then(|w| w.document()?.document_element()) else {
            return;
        };
        let scheme = if store.dark.get() { "dark" } else { "light" };
        // Attributes of the root element cannot be refused.
        let _ = root.set_attribute("lang", &text::tag(store.lang.get()));
        let direction = if store.lang.get().is_right_to_left() {
            "rtl"
        } else {
            "ltr"
        };
        let _ = root.set_attribute("dir", direction);
        let _ = root.set_attribute("data-scheme", scheme);
        if let Some(document) = root.owner_document() {
            let (lang, selected) = (store.lang.get(), store.selection.with(Vec::len));
            let (title, description) = store.view.with(|v| {
                (
                    preview::title(lang, v, dataset),
                    preview::description(lang, v, dataset, selected),
                )
            });
            document.set_title(&title);
            if let Ok(Some(meta)) = document.query_selector("meta[name=description]") {
                let _ = meta.set_attribute("content", &description);
            }
        }
    });
    let embed = Memo::new(move |_| store.view.with(|v| v.embed));
    if embed.get_untracked().is_some() {
        frame::connect(store, &trouble);
    }
    // Effects run when what they stand beside is in the page.
    Effect::new(move |_| failure::mark_started());
    move || match embed.get() {
        Some(embed) => view! { <Embedded embed trouble=trouble.clone() /> }.into_any(),
        None => view! { <Page trouble=trouble.clone() /> }.into_any(),
    }
}

/// Datasets are loaded once a page and never given up.
fn keep(dataset: Dataset, text: &'static str) -> Source {
    (Box::leak(Box::new(dataset)), text)
}

fn embedded(refused: Option<(String, Refusal)>) -> Loaded {
    match parse(PROGRAMME) {
        Ok(read) => Loaded::Dataset(
            keep(read.dataset, PROGRAMME),
            Trouble {
                refused,
                left_out: read.problems,
            },
        ),
        Err(problem) => Loaded::Broken(problem),
    }
}
