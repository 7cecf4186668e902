//! One record with all that the dataset holds of it.

mod facts;
mod health;
mod media;
mod net;
mod relations;
mod terms;

use crate::panels::checks::{found_of, list};
use crate::panels::derived::DerivedFigure;
use crate::share::ShareButton;
use crate::state::{Neighbours, Store, Subject};
use crate::ui::{Copy, Prose, Spoken, Words, phrase};
use checks::Check;
use facts::{places, values};
use health::health;
use leptos::prelude::*;
use media::{Picture, links};
use model::{Lang, RecordIx};
use net::drawn;
use relations::Relations;
use terms::terms;

pub use facts::other_names;
pub use terms::glossary;

/// What stands in the panel or the sheet of a record.
#[component]
pub fn Detail(ix: RecordIx) -> impl IntoView {
    let store = Store::get();
    view! {
        <Facts ix />
        <Around ix />
        <div class="row">
            <Copy
                lang=store.lang()
                label=text::copy_link
                text=move || store.view().with_untracked(|view| store.link(&view.whole_page()))
            />
            <ShareButton subject=Subject::Page />
            <Report ix />
        </div>
    }
}

/// The way to whom an error concerns, where the dataset says who that is.
#[component]
fn Report(ix: RecordIx) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    dataset.contact.as_ref().map(|contact| {
        let href = move || {
            let view = store.view().with(view::ViewState::whole_page);
            let link = store.link(&store.pinned(&view).unwrap_or(view));
            let of = (store.edition(), link.as_str());
            let escape = |text: &str| String::from(js_sys::encode_uri_component(text));
            text::glossary::report(lang.get(), (contact, ix), dataset, of, escape)
        };
        view! {
            <a class="button" id="report" href=href target="_blank" rel="noopener noreferrer">
                {move || text::report_error(lang.get())}
            </a>
        }
    })
}

/// What there is to say of a record.
#[component]
pub fn Facts(ix: RecordIx) -> impl IntoView {
    let store = Store::get();
    let found = found_of(store.dataset(), ix);
    move || fields(store, ix, store.lang().get(), &found)
}

fn fields(store: Store, ix: RecordIx, lang: Lang, found: &[Check]) -> impl IntoView + use<> {
    let dataset = store.dataset();
    let record = dataset.record(ix);
    let sector = dataset.sector(record.sector);
    let stated = Signal::stored(lang);
    let time_note = record.time.note.as_ref();
    let codes = dataset.codes(record).iter().map(|code| {
        let label = text::names::vocabulary(lang, &code.vocabulary);
        view! { " · " {label} " " {code.code.clone()} " " <Words text=&code.name lang=stated /> }
    });
    let codes = codes.collect_view();
    let checks: Vec<_> = dataset
        .derived_from(ix)
        .filter_map(|d| dataset.derived.get(d.at()))
        .map(|derived| view! { <li><DerivedFigure derived /></li> })
        .collect();
    view! {
        <Prose text=Signal::stored(Spoken::of(&record.note, lang)) />
        {record.media.iter().map(|medium| view! { <Picture medium lang /> }).collect_view()}
        {terms(lang, text::glossary::terms(lang, record, dataset))}
        {health(store, ix, lang)}
        <dl class="facts">
            <dt>{text::values(lang)}</dt>
            {values(lang, dataset, record)}
            <dt>{text::time_word(lang)}</dt>
            <dd>
                {phrase(lang, &text::time_parts(lang, record.time.time, dataset))}
                <span class="hint">
                    " · " {phrase(lang, &text::precision(lang, record.time.time, dataset))}
                    {move || store.reaches(ix).then(|| format!(" · {}", text::reaches_only(lang)))}
                    {time_note.map(|note| view! { " · " <Words text=note lang=stated /> })}
                </span>
            </dd>
            <dt>{text::place(lang)}</dt>
            {places(lang, dataset, &record.places)}
            <dt>{text::sector(lang)}</dt>
            <dd>
                <Words text=&sector.name lang=stated />
                <span class="hint">{codes}</span>
            </dd>
            <dt>{text::kind(lang)}</dt>
            <dd><Words text=&dataset.kind(record.kind).name lang=stated /></dd>
            <dt>{text::organisations(lang)}</dt>
            <dd>{phrase(lang, &text::names::organisations(lang, record, dataset))}</dd>
            <dt>{text::relations(lang)}</dt>
            <dd><Relations ix lang=stated /></dd>
            {drawn(store, ix).map(|drawn| view! { <dd class="whole">{drawn}</dd> })}
            {(!checks.is_empty())
                .then(|| {
                    view! {
                        <dt>{text::checks_title(lang)}</dt>
                        <dd><ul class="derived-list">{checks}</ul></dd>
                    }
                })}
            {(!found.is_empty()).then(|| view! {
                <dt>{text::worth_a_look_here(lang)}</dt>
                <dd><p class="hint">{text::worth_a_look_hint(lang)}</p> {list(found)}</dd>
            })}
            {(!record.links.is_empty())
                .then(|| view! { <dt>{text::read_on(lang)}</dt> <dd>{links(lang, &record.links)}</dd> })}
            <dt>{text::source_word(lang)}</dt>
            <dd>
                {phrase(lang, &text::names::documents(lang, record, dataset))} " · "
                {phrase(lang, &text::names::source_parts(lang, record, dataset))}
            </dd>
            <dt>{text::record_id(lang)}</dt>
            <dd><code>{record.id.clone()}</code></dd>
        </dl>
    }
}

/// The ways to the records before and after it, in order of time.
#[component]
fn Around(ix: RecordIx) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let around = Memo::new(move |_| store.neighbours(ix));
    let to =
        move |find: fn(&Neighbours) -> Option<RecordIx>, word: fn(Lang) -> &'static str, sign| {
            let other = move || around.with(|around| around.as_ref().and_then(find));
            view! {
                <button
                    type="button"
                    class="button quiet"
                    disabled=move || other().is_none()
                    aria-label=move || word(lang.get())
                    title=move || word(lang.get())
                    on:click=move |_| {
                        if let Some(other) = untrack(other) {
                            store.replace_record(other);
                        }
                    }
                >
                    {sign}
                </button>
            }
        };
    let at = move || {
        let lang = lang.get();
        let number = |n: usize| text::number(lang, n as f64);
        around.with(|around| {
            let around = around.as_ref()?;
            Some(text::record_at(
                lang,
                &number(around.all),
                &number(around.at + 1),
            ))
        })
    };
    view! {
        <div class="row neighbours">
            {to(|around| around.before, text::record_before, "←")}
            <span class="hint">{at}</span>
            {to(|around| around.after, text::record_after, "→")}
        </div>
    }
}
