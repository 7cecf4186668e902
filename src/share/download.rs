//! Files to take away.

use super::{picture, words};
use crate::browser::{tools, window};
use crate::state::{Store, Subject};
use crate::ui::{Button, Failure, Figures, phrase};
use formats::{Export, FileKind, NotHeld, csv, file_name, iati, json};
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::Lang;
use text::Phrase;
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
    let not_held = Memo::new(move |_| with_export(store, subject, |export| iati(export).not_held));
    view! {
        <p>{move || store.apart().with(|s| text::period::counted(lang.get(), s, store.dataset().records.len()))}</p>
        <ul class="files">
            {pictures}
            {button(FileKind::Csv, text::file_csv)}
            {button(FileKind::Json, text::file_json)}
            {button(FileKind::Iati, text::file_iati)}
            <li>
                <Button id="print" on_click=move || print(store)>{move || text::print(lang.get())}</Button>
                <span class="hint">{move || text::file_print(lang.get())}</span>
            </li>
        </ul>
        <div role="status">
            {move || problem.get().map(|words| view! { <Failure>{words}</Failure> })}
        </div>
        <Figures title=Signal::derive(move || format!("{} ({})", text::iati_not_held(lang.get()), not_held.with(Vec::len)))>
            <ul>
                {move || {
                    let lang = lang.get();
                    let line = |item| view! { <li>{not_held_words(store, lang, item)}</li> };
                    not_held.get().into_iter().map(line).collect_view()
                }}
            </ul>
        </Figures>
    }
}

fn not_held_words(store: Store, lang: Lang, item: NotHeld) -> AnyView {
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

fn with_export<T>(store: Store, subject: Subject, use_it: impl FnOnce(Export<'_>) -> T) -> T {
    let link = store.view().with(|v| store.link(&subject.view_of(v)));
    store.selection().with(|records| {
        use_it(Export {
            dataset: store.dataset(),
            text: store.text(),
            records,
            period: store.filter().with(|filter| filter.period),
            link: &link,
        })
    })
}

async fn take(store: Store, subject: Subject, kind: FileKind) -> Result<(), JsValue> {
    tools::load().await?;
    let content: JsValue = match kind {
        FileKind::Csv => untrack(|| with_export(store, subject, csv)).into(),
        FileKind::Json => untrack(|| with_export(store, subject, json))
            .map_err(|e| JsValue::from(e.to_string()))?
            .into(),
        FileKind::Iati => untrack(|| with_export(store, subject, |export| iati(export).xml)).into(),
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
