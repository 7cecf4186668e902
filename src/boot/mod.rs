//! From a dataset's text to the page, or to words on what is wrong with it.
//!
//! Owns the start: which dataset the link asks for, reading it, and what stands
//! in the page from then on. May use every room; no room uses it.
//!
//! - Bad input never ends in a blank page: a dataset that cannot be read is
//!   named in words, beside the one that is compiled in, or in its frame.

mod around;

use crate::browser::root::{self, Root};
use crate::browser::{failure, fetch, reading};
use crate::panels::{Embedded, Page, Unopened};
use crate::state::{Geometry, Store, Trouble, browser_language, query};
use crate::PROGRAMME;
use crate::PROGRAMME_FILE;
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::{Dataset, Lang, Loaded as Read, Refusal};
use reader::Unread;
use std::time::Duration;
use text::preview;
use view::{refused_dataset, requested_dataset, requested_form};

/// Mounts the app. The skeleton goes when there is something to show.
pub fn start() {
    failure::report_panics();
    mount_to_body(|| view! { <Boot /> });
}

/// How long the page waits for the outlines of its maps, which come beside the
/// program: after that it is there without them.
const OUTLINES_WAIT: Duration = Duration::from_millis(300);

/// A dataset and its text.
type Source = (&'static Dataset, &'static reading::Text);

/// What there is to show.
#[derive(Clone)]
enum Loaded {
    /// A dataset.
    Dataset(Source, Trouble),
    /// An embedded view without the dataset that it asks for, and why. Another
    /// one in its place would pass for what the page around speaks of.
    Unopened(Lang, String),
    /// The dataset that is compiled in cannot be read.
    Broken(String),
}

/// Loads the dataset that the link asks for, else the built-in one. Until it
/// has come the page's skeleton stands.
#[component]
pub fn Boot() -> impl IntoView {
    let loaded = RwSignal::new(None::<Loaded>);
    let asked = query();
    match (requested_dataset(&asked), refused_dataset(&asked)) {
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
        Some(Loaded::Broken(why)) => {
            failure::tell(&why);
            ().into_any()
        }
    }
}

/// The language, and whether the view is embedded: both can be read from the
/// link before its dataset is there.
fn before_dataset() -> (Lang, bool) {
    let (lang, embedded) = requested_form(&query());
    (lang.unwrap_or_else(|| browser_language(None)), embedded)
}

async fn load(file: &str) -> Loaded {
    let (lang, framed) = before_dataset();
    failure::tell_loading(&text::loading(lang, file, 0));
    let fetched = fetch::bytes(file, |bytes| {
        failure::tell_loading(&text::loading(lang, file, bytes));
    });
    let result = match fetched.await {
        Ok(bytes) => opened(bytes).await,
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

async fn opened(bytes: js_sys::Uint8Array) -> Result<Loaded, Refusal> {
    match reading::open(bytes).await {
        Ok(Ok((opened, text))) => Ok(shown(opened.loaded, text, None)),
        Ok(Err(Unread::Unsound(problem))) => Err(Refusal::Unsound(problem)),
        Err(why) => Err(Refusal::NoReader(why)),
    }
}

#[component]
fn Ready(source: Source, trouble: Trouble) -> impl IntoView {
    let (dataset, text) = source;
    let store = Store::new(dataset, text, trouble);
    provide_context(store);
    Effect::new(move |_| tell_document(store));
    let embed = Memo::new(move |_| store.view().with(|v| v.embed));
    if store.is_embedded() {
        around::connect(store);
    }
    // What is drawn already stays until the map can take its place in one step.
    let late = RwSignal::new(false);
    set_timeout(move || late.set(true), OUTLINES_WAIT);
    let comes = Memo::new(move |before: Option<&bool>| {
        let waits = || {
            store
                .geometry()
                .with(|geometry| *geometry == Geometry::Loading)
        };
        before == Some(&true) || late.get() || !waits()
    });
    // Effects run when what they stand beside is in the page.
    Effect::new(move |_| {
        if comes.get() {
            failure::mark_started();
        }
    });
    move || match (comes.get(), embed.get()) {
        (false, _) => ().into_any(),
        (true, Some(embed)) => view! { <Embedded embed /> }.into_any(),
        (true, None) => view! { <Page /> }.into_any(),
    }
}

/// The root element and the head follow the view.
fn tell_document(store: Store) {
    let (lang, dataset) = (store.lang().get(), store.dataset());
    let selected = store.apart();
    let (title, description) = store.view().with(|v| {
        (
            preview::title(lang, v, dataset),
            selected.with(|s| preview::description(lang, v, dataset, s)),
        )
    });
    root::set(&Root {
        lang,
        words: text::own_language(lang),
        dark: store.dark().get(),
        title: &title,
        description: &description,
    });
}

/// Datasets are loaded once a page and never given up.
fn shown(read: Read, text: reading::Text, refused: Option<(String, Refusal)>) -> Loaded {
    let source: Source = (Box::leak(Box::new(read.dataset)), Box::leak(Box::new(text)));
    let trouble = Trouble {
        refused,
        left_out: read.problems,
    };
    Loaded::Dataset(source, trouble)
}

fn embedded(refused: Option<(String, Refusal)>) -> Loaded {
    match Read::unpack(PROGRAMME) {
        Ok(read) => shown(read, reading::Text::of_file(PROGRAMME_FILE), refused),
        // The build has packed it: only a build that is wrong comes here.
        Err(why) => Loaded::Broken(why.to_string()),
    }
}
