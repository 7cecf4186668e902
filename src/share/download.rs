//! Files to take away.

use super::{picture, words};
use crate::browser::{reading, tools, window};
use crate::state::{Editions, Store, Subject};
use crate::ui::{Button, Failure, Figures, phrase};
use formats::{FileKind, NotHeld, TextFile, file_name};
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::Lang;
use reader::{Asked, Taken};
use text::Phrase;
use view::Embed;
use wasm_bindgen::JsValue;

/// The tab.
#[component]
pub fn Download(subject: Subject) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let problem = RwSignal::new(None::<String>);
    let button = move |kind: FileKind, label: fn(Lang) -> &'static str| {
        let on_click = move || {
            spawn_local(async move {
                let taken = take(store, subject, kind).await;
                problem.set(taken.err().map(|e| words(lang.get_untracked(), &e)));
            });
        };
        view! {
            <li>
                <Button attr:data-file=kind.ending() on_click>{kind.ending().to_uppercase()}</Button>
                <span class="hint">{move || label(lang.get())}</span>
            </li>
        }
    };
    let pictures = picture::is_drawn(store, subject).then(|| {
        view! { {button(FileKind::Png, text::file_png)} {button(FileKind::Svg, text::file_svg)} }
    });
    let matrix = (subject == Subject::View(Embed::Coverage))
        .then(|| button(FileKind::Text(TextFile::Coverage), text::file_coverage));
    let compared = (subject == Subject::View(Embed::Comparison))
        .then(|| button(FileKind::Text(TextFile::Comparison), text::file_comparison));
    // The build makes them of the edition that is built in.
    let has_lasting = store.edition() == Some(Editions::get().present());
    let not_held = RwSignal::new(None::<Vec<NotHeld>>);
    Effect::new(move |_| {
        let asked = asked(store, subject, TextFile::Iati);
        spawn_local(async move {
            // Where it cannot be told, the button says why.
            if let Ok(taken) = reading::take(store.text(), asked).await {
                let _ = not_held.try_set(Some(taken.not_held));
            }
        });
    });
    view! {
        <p>{move || store.apart().with(|s| text::period::counted(lang.get(), s, store.dataset().records.len()))}</p>
        <ul class="files">
            {pictures}
            {matrix}
            {compared}
            {button(FileKind::Text(TextFile::Csv), text::file_csv)}
            {button(FileKind::Text(TextFile::Json), text::file_json)}
            {button(FileKind::Text(TextFile::Iati), text::file_iati)}
            <li>
                <Button id="print" on_click=move || print(store)>{move || text::print(lang.get())}</Button>
                <span class="hint">{move || text::file_print(lang.get())}</span>
            </li>
        </ul>
        {has_lasting.then(|| view! { <Lasting /> })}
        <div role="status">
            {move || problem.get().map(|words| view! { <Failure>{words}</Failure> })}
        </div>
        {move || not_held.get().map(|all| view! { <Missing all /> })}
    }
}

/// Files that the build has made, which scripts may ask for by name.
const LASTING: [&str; 3] = [
    "data/records.csv",
    "data/dictionary.csv",
    "datapackage.json",
];

/// Where the tables for scripts are.
#[component]
fn Lasting() -> impl IntoView {
    let lang = Store::get().lang();
    let links = LASTING.map(|file| view! { <a href=file>{file}</a> " " });
    view! {
        <p class="hint" id="lasting">
            {move || text::file_lasting(lang.get())}
            " "
            <span translate="no">{links.collect_view()}</span>
        </p>
    }
}

/// What IATI has no room for.
#[component]
fn Missing(all: Vec<NotHeld>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let count = all.len();
    view! {
        <Figures title=Signal::derive(move || format!("{} ({count})", text::iati_not_held(lang.get())))>
            <ul>
                {move || {
                    let line = |item: &NotHeld| view! { <li>{not_held_words(store, lang.get(), item)}</li> };
                    all.iter().map(line).collect_view()
                }}
            </ul>
        </Figures>
    }
}

fn not_held_words(store: Store, lang: Lang, item: &NotHeld) -> AnyView {
    let dataset = store.dataset();
    let title = dataset.record_by_id(&item.record).map_or_else(
        || item.record.as_str().into(),
        |ix| Phrase::of(lang, &dataset.record(ix).title),
    );
    let line = Phrase::put([title], |[title]| {
        text::labelled(lang, title, item.reason.words(lang))
    });
    phrase(lang, &line)
}

/// The dialog closes first: what is printed is the page.
fn print(store: Store) {
    store.close_overlay();
    request_animation_frame(window::print);
}

/// What the page would have of the second program.
fn asked(store: Store, subject: Subject, file: TextFile) -> Asked {
    Asked {
        file,
        records: store.selection().get(),
        period: store.filter().with(|filter| filter.period),
        link: store.view().with(|v| store.link(&subject.view_of(v))),
        // Of the matrix alone: for others nothing need be asked anew with them.
        sides: store.view().with_untracked(|v| v.sides),
        compared: match file {
            TextFile::Comparison => untrack(|| {
                let subjects = store.compared();
                let sides = subjects.map(|subjects| store.sides(&subjects));
                sides.unwrap_or_default()
            }),
            _ => Vec::new(),
        },
        compared_by: store.view().with_untracked(|v| v.compared_by),
        lang: store.lang().get_untracked(),
    }
}

async fn take(store: Store, subject: Subject, kind: FileKind) -> Result<(), JsValue> {
    tools::load().await?;
    let content: JsValue = match kind {
        FileKind::Text(file) => {
            let asked = untrack(|| asked(store, subject, file));
            let Taken { text, .. } = reading::take(store.text(), asked).await?;
            text.into()
        }
        FileKind::Png => {
            let (element, frame) = picture::of(store, subject)?;
            tools::png(&element, &frame).await?
        }
        FileKind::Svg => {
            let (element, frame) = picture::of(store, subject)?;
            tools::svg(&element, &frame).await?
        }
    };
    let name = store
        .view()
        .with_untracked(|v| file_name(store.dataset(), subject.word(store.dataset()), v, kind));
    tools::save(&content, kind.media_type(), &name)
}
