//! From a dataset's text to the page, or to words on what is wrong with it.

use super::address;
use super::embed::Embedded;
use super::failure;
use super::frame;
use super::geometry;
use super::page::Page;
use super::store::Store;
use crate::dataset::{Dataset, EMBEDDED, Problem, parse};
use crate::text::preview;
use crate::view::requested_dataset;
use gloo_net::http::Request;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What went wrong on the way to the dataset that is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trouble {
    /// Why the dataset that the link asks for is not shown.
    pub refused: Option<String>,
    /// What of the dataset was left out.
    pub left_out: Vec<String>,
}

/// A dataset and its text.
type Source = (&'static Dataset, &'static str);

/// Loads the dataset that the link asks for, else the built-in one.
#[component]
pub fn Boot() -> impl IntoView {
    let loaded = RwSignal::new(None::<Result<(Source, Trouble), Problem>>);
    match requested_dataset(&address::query()) {
        None => loaded.set(Some(embedded(None))),
        Some(file) => spawn_local(async move {
            let result = match fetch(&file).await {
                Ok(json) => match parse(&json) {
                    Ok(read) => Ok((
                        keep(read.dataset, Box::leak(json.into_boxed_str())),
                        trouble(None, &read.problems),
                    )),
                    Err(problem) => embedded(Some(format!("{file}: {problem}"))),
                },
                Err(why) => embedded(Some(format!("{file}: {why}"))),
            };
            loaded.set(Some(result));
        }),
    }
    move || match loaded.get() {
        None => ().into_any(),
        Some(Ok((source, trouble))) => view! { <Ready source trouble /> }.into_any(),
        // The dataset that is compiled in cannot be read: the page's own
        // fallback speaks, and tries the plain file.
        Some(Err(problem)) => {
            failure::tell(&problem.to_string());
            ().into_any()
        }
    }
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
        let _ = root.set_attribute("lang", store.lang.get().tag());
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
        frame::connect(store);
    }
    move || match embed.get() {
        Some(embed) => view! { <Embedded embed /> }.into_any(),
        None => view! { <Page trouble=trouble.clone() /> }.into_any(),
    }
}

/// Datasets are loaded once a page and never given up.
fn keep(dataset: Dataset, text: &'static str) -> Source {
    (Box::leak(Box::new(dataset)), text)
}

fn trouble(refused: Option<String>, problems: &[Problem]) -> Trouble {
    Trouble {
        refused,
        left_out: problems.iter().map(ToString::to_string).collect(),
    }
}

fn embedded(refused: Option<String>) -> Result<(Source, Trouble), Problem> {
    let read = parse(EMBEDDED)?;
    Ok((
        keep(read.dataset, EMBEDDED),
        trouble(refused, &read.problems),
    ))
}

async fn fetch(file: &str) -> Result<String, String> {
    let response = Request::get(file).send().await.map_err(|e| e.to_string())?;
    if !response.ok() {
        return Err(format!("HTTP {}", response.status()));
    }
    response.text().await.map_err(|e| e.to_string())
}
