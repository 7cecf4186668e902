//! From a dataset's text to the page, or to words on what is wrong with it.
//!
//! Owns the start: which dataset the link asks for, reading it, and what stands
//! in the page from then on. May use every room; no room uses it.
//!
//! - Bad input never ends in a blank page: a dataset that cannot be read is
//!   named in words, beside the one that is compiled in, or in its frame.

mod around;

use crate::EDITIONS;
use crate::EDITIONS_FOLDER;
use crate::PROGRAMME;
use crate::PROGRAMME_EDITION;
use crate::PROGRAMME_FILE;
use crate::browser::failure;
use crate::browser::reading::Text;
use crate::browser::root::{self, Root};
use crate::panels::{Embedded, Page, Unopened, heed_first_act, is_complete};
use crate::state::{
    Draft, Editions, Geometry, Opening, Shown, Store, browser_language, is_in_link, query,
    unpack as unpack_story,
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::{Lang, Loaded, Refusal, unpack};
use std::time::Duration;
use text::preview;
use view::{Data, Origin, refused_data, requested_form, requested_origin};

/// Mounts the app. The skeleton goes when there is something to show.
pub fn start() {
    failure::report_panics();
    mount_to_body(|| view! { <Boot /> });
}

/// The editions of the dataset that is compiled in.
const BUILT_IN: Editions = Editions::new(PROGRAMME_EDITION, EDITIONS);

/// How long the page waits for the outlines of its maps, which come beside the
/// program: after that it is there without them.
const OUTLINES_WAIT: Duration = Duration::from_millis(300);

/// What there is to show in place of a dataset.
#[derive(Clone)]
enum Instead {
    /// An embedded view without the dataset that it asks for, and why. Another
    /// one in its place would pass for what the page around speaks of.
    Unopened(Lang, String),
    /// The dataset that is compiled in cannot be unpacked.
    Broken(String),
}

/// Loads the dataset that the link asks for, else the built-in one. Until it
/// has come the page's skeleton stands.
#[component]
pub fn Boot() -> impl IntoView {
    let opening = Opening::new();
    provide_context(opening);
    provide_context(BUILT_IN);
    let instead = RwSignal::new(None::<Instead>);
    let begin = move || begin(opening, instead);
    if is_in_link() {
        // A story is part of the dataset, and comes before it.
        spawn_local(async move {
            unpack_story().await;
            begin();
        });
    } else {
        begin();
    }
    move || match (opening.shown().get(), instead.get()) {
        (Some(shown), _) => view! { <Ready shown /> }.into_any(),
        (None, Some(Instead::Unopened(lang, why))) => view! { <Unopened lang why /> }.into_any(),
        // The page's own fallback speaks, and tries the plain file.
        (None, Some(Instead::Broken(why))) => {
            failure::tell(&why);
            ().into_any()
        }
        (None, None) => ().into_any(),
    }
}

/// Reads the dataset that the link asks for.
fn begin(opening: Opening, instead: RwSignal<Option<Instead>>) {
    let asked = query();
    let come = move |result: Result<Shown, Instead>| match result {
        Ok(shown) => opening.show(shown),
        Err(other) => instead.set(Some(other)),
    };
    let origin = requested_origin(&asked);
    match (origin.data.clone(), refused_data(&asked)) {
        (Some(data), _) => spawn_local(async move { come(load(opening, data, origin).await) }),
        (None, Some(address)) => {
            let (lang, framed) = before_dataset();
            come(if framed {
                Err(Instead::Unopened(
                    lang,
                    text::dataset_elsewhere(lang, &address),
                ))
            } else {
                // The link's notices name it.
                embedded(None)
            });
        }
        (None, None) => match &origin.edition {
            None => come(embedded(None)),
            Some(asked) if editions::names(PROGRAMME_EDITION, asked) => come(embedded(None)),
            Some(asked) => match kept(asked) {
                Some(data) => spawn_local(async move { come(load(opening, data, origin).await) }),
                None => come(instead_of(asked.clone(), Refusal::NoEdition)),
            },
        },
    }
}

/// The file of an earlier edition of the built-in dataset.
fn kept(asked: &str) -> Option<Data> {
    let all = BUILT_IN.kept();
    let edition = all.iter().find(|one| editions::names(&one.name, asked))?;
    let file = format!("{EDITIONS_FOLDER}/{}.json", edition.short());
    Some(Data::Below(file))
}

/// What is shown where something that the link asks for is not to be had.
fn instead_of(asked: String, why: Refusal) -> Result<Shown, Instead> {
    let (lang, framed) = before_dataset();
    if framed {
        let why = text::problems::refusal(lang, &asked, &why);
        Err(Instead::Unopened(lang, why))
    } else {
        embedded(Some((asked, why)))
    }
}

/// The language, and whether the view is embedded: both can be read from the
/// link before its dataset is there.
fn before_dataset() -> (Lang, bool) {
    let (lang, embedded) = requested_form(&query());
    (lang.unwrap_or_else(|| browser_language(None)), embedded)
}

async fn load(opening: Opening, data: Data, origin: Origin) -> Result<Shown, Instead> {
    let (lang, _) = before_dataset();
    let file = data.word();
    let told = move |bytes| failure::tell_loading(&text::loading(lang, &file, bytes));
    let asked = origin.edition.clone();
    match opening.asked(data, origin, told).await {
        Ok(mut shown) => {
            let is_other = |asked: &String| match shown.edition {
                Some(name) => !editions::names(name, asked),
                None => true,
            };
            let other = asked.filter(is_other);
            shown.trouble.other_edition = other.map(|asked| (asked, shown.edition));
            Ok(shown)
        }
        Err((file, why)) => instead_of(file.word(), why),
    }
}

#[component]
fn Ready(shown: Shown) -> impl IntoView {
    let store = Store::new(shown);
    provide_context(store);
    provide_context(Draft::of(store.dataset()));
    Effect::new(move |_| tell_document(store));
    let embed = Memo::new(move |_| store.view().with(|v| v.embed));
    if store.is_embedded() {
        around::connect(store);
    }
    heed_first_act();
    // What is drawn already stays until the map can take its place in one step.
    let complete = is_complete(store);
    let late = RwSignal::new(false);
    set_timeout(move || late.set(true), OUTLINES_WAIT);
    let comes = Memo::new(move |before: Option<&bool>| {
        let waits = || {
            store
                .geometry()
                .with(|geometry| *geometry == Geometry::Loading)
        };
        before == Some(&true) || (complete.get() && (late.get() || !waits()))
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

fn embedded(refused: Option<(String, Refusal)>) -> Result<Shown, Instead> {
    match unpack::<Loaded>(PROGRAMME) {
        Ok(read) => Ok(Shown::new(
            read.complete(),
            Text::of_file(PROGRAMME_FILE),
            Some(PROGRAMME_EDITION),
            refused,
        )),
        // The build has packed it: only a build that is wrong comes here.
        Err(why) => Err(Instead::Broken(why.to_string())),
    }
}
