//! Editions of the dataset: which one is shown, which others there are, and what changed.

use crate::state::{Editions as Kept, Store, relative};
use crate::ui::{Figures, RecordLink, phrase};
use ::editions::{Change, Edition, What, names, short_of};
use leptos::prelude::*;
use model::{Lang, List};
use text::Phrase;

/// So many items of a list of changes are named.
const NAMED: usize = 60;

/// The present view in another edition; in the present one, without a name.
fn link(store: Store, edition: Option<&str>) -> String {
    let mut view = store.view().get();
    view.origin.edition = edition.map(|name| short_of(name).to_owned());
    view.about = false;
    relative(&view, store.dataset())
}

/// Whether the built-in dataset is shown, in whatever edition.
fn is_built_in(store: Store) -> bool {
    store.view().with(|view| view.origin.data.is_none())
}

/// That what is shown is not the newest edition, and the way to it.
#[component]
pub fn Earlier() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let present = Kept::get().present();
    let shown = store.edition().filter(|name| !names(name, present));
    let is_earlier = move || is_built_in(store) && shown.is_some();
    view! {
        <Show when=is_earlier>
            <div class="notice news" id="earlier-edition">
                <span>{move || text::edition_earlier(lang.get(), shown.map(short_of).unwrap_or_default())}</span>
                <a href=move || link(store, None)>{move || text::edition_present(lang.get())}</a>
            </div>
        </Show>
    }
}

/// What stands about them where source and method are told.
#[component]
pub fn Editions(lang: Lang) -> impl IntoView {
    let store = Store::get();
    let shown = store
        .edition()
        .map(|name| text::edition_shown(lang, short_of(name)));
    let built_in = Kept::get();
    let kept = is_built_in(store).then(|| built_in.kept());
    let kept = kept.unwrap_or_default();
    let present = (!kept.is_empty()).then(|| {
        let href = link(store, None);
        view! { <li><a href=href>{short_of(built_in.present())}</a> " · " {text::edition_present(lang)}</li> }
    });
    let all = kept
        .into_iter()
        .map(|edition| view! { <One edition lang /> });
    view! {
        <h3>{text::editions(lang)}</h3>
        <p>{if is_built_in(store) { text::editions_text(lang) } else { text::editions_elsewhere(lang) }}</p>
        {shown.map(|shown| view! { <p id="edition">{shown}</p> })}
        <ul class="editions">{present}{all.collect_view()}</ul>
    }
}

/// An earlier edition, and what the next one changed.
#[component]
fn One(edition: Edition, lang: Lang) -> impl IntoView {
    let store = Store::get();
    let until = text::edition_until(lang, &text::date(lang, edition.until));
    let href = link(store, Some(&edition.name));
    let name = edition.short().to_owned();
    let count = edition.changes.items.len();
    let title = text::edition_changes(lang, count);
    let changes = StoredValue::new(edition.changes);
    let opened = RwSignal::new(false);
    let list = move || {
        opened.get().then(|| {
            changes.with_value(|changes| {
                let more = changes.items.len().saturating_sub(NAMED);
                let items = changes.items.iter().take(NAMED);
                let items = items.map(|change| item(store, lang, change)).collect_view();
                let more = (more > 0).then(|| view! { <li>{text::checks_more(lang, more)}</li> });
                let fields = (!changes.fields.is_empty()).then(|| {
                    view! { <li>{text::edition_fields(lang, &text::list(lang, &changes.fields))}</li> }
                });
                view! { <ul>{items}{more}{fields}</ul> }
            })
        })
    };
    view! {
        <li>
            <a href=href>{name}</a> " · " {until}
            <Figures title=Signal::stored(title) on_fold=move |is_open| opened.set(is_open)>
                {list}
            </Figures>
        </li>
    }
}

/// What changed of a record or a derived figure.
fn item(store: Store, lang: Lang, change: &Change) -> AnyView {
    let what = match &change.what {
        What::Added => text::edition_added(lang).to_owned(),
        What::Removed => text::edition_removed(lang).to_owned(),
        What::Changed(fields) => text::edition_changed_in(lang, &text::list(lang, fields)),
    };
    let dataset = store.dataset();
    let record = match change.list {
        List::Records => dataset.record_by_id(&change.id),
        _ => None,
    };
    let name = match record {
        Some(ix) => {
            let title = &dataset.record(ix).title;
            view! { <RecordLink title lang=Signal::stored(lang) on_open=move || store.open(ix) /> }
                .into_any()
        }
        None => {
            let title = change.title.as_ref();
            let title = title.map_or_else(|| change.id.as_str().into(), |t| Phrase::of(lang, t));
            phrase(lang, &title)
        }
    };
    view! { <li>{name} " — " {what}</li> }.into_any()
}
