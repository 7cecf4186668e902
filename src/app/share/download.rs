//! Files to take away.

use super::super::address;
use super::super::store::Store;
use super::{Subject, tools, view_of};
use crate::app::chart::bridge::shown;
use charts::{font, visible_months};
use formats::{Export, FileKind, NotHeld, csv, file_name, iati, json};
use leptos::prelude::*;
use leptos::task::spawn_local;
use query::Measure;
use serde_json::{Value, json as object};
use text::{filters, names, preview};
use view::Embed;
use wasm_bindgen::{JsCast, JsValue};

/// The tab.
#[component]
pub fn Download(subject: Subject) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang;
    let problem = RwSignal::new(None::<String>);
    let button = move |kind: FileKind, label: fn(model::Lang) -> &'static str| {
        view! {
            <li>
                <button
                    type="button"
                    class="button"
                    data-file=kind.ending()
                    on:click=move |_| spawn_local(async move {
                        problem.set(take(store, subject, kind).await.err().map(|e| tools::words(store, &e)));
                    })
                >
                    {kind.ending().to_uppercase()}
                </button>
                <span class="hint">{move || label(lang.get())}</span>
            </li>
        }
    };
    let pictures = subject.chart(store.dataset).is_some().then(|| {
        view! { {button(FileKind::Png, text::file_png)} {button(FileKind::Svg, text::file_svg)} }
    });
    let not_held = Memo::new(move |_| with_export(store, subject, |export| iati(export).not_held));
    view! {
        <p>{move || text::count_of(lang.get(), store.selection.with(Vec::len), store.dataset.records.len())}</p>
        <ul class="files">
            {pictures}
            {button(FileKind::Csv, text::file_csv)}
            {button(FileKind::Json, text::file_json)}
            {button(FileKind::Iati, text::file_iati)}
            <li>
                <button type="button" class="button" id="print" on:click=move |_| print(store)>
                    {move || text::print(lang.get())}
                </button>
                <span class="hint">{move || text::file_print(lang.get())}</span>
            </li>
        </ul>
        <div role="status">
            {move || problem.get().map(|words| view! { <p class="failure">{words}</p> })}
        </div>
        <details class="figures">
            <summary>{move || text::iati_not_held(lang.get())} " (" {move || not_held.with(Vec::len)} ")"</summary>
            <ul>
                {move || {
                    not_held
                        .get()
                        .into_iter()
                        .map(|NotHeld { record, reason }| {
                            let title = store.dataset.record_by_id(&record).map_or_else(
                                || record.clone(),
                                |ix| store.dataset.record(ix).title.get(lang.get()).to_owned(),
                            );
                            view! { <li>{text::labelled(lang.get(), &title, reason.words(lang.get()))}</li> }
                        })
                        .collect_view()
                }}
            </ul>
        </details>
    }
}

/// The dialog closes first: what is printed is the page.
fn print(store: Store) {
    store.sharing.set(None);
    request_animation_frame(|| {
        if let Some(window) = web_sys::window() {
            // A sandboxed frame may not print; then nothing happens.
            let _ = window.print();
        }
    });
}

fn with_export<T>(store: Store, subject: Subject, use_it: impl FnOnce(Export<'_>) -> T) -> T {
    let link = store
        .view
        .with(|v| address::link(&view_of(subject, v), store.dataset));
    store.selection.with(|records| {
        use_it(Export {
            dataset: store.dataset,
            text: store.text,
            records,
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
            let (element, frame) = picture(store, subject)?;
            tools::png(&element, &frame).await?
        }
        FileKind::Svg => {
            let (element, frame) = picture(store, subject)?;
            tools::svg(&element, &frame).await?
        }
    };
    let name = store
        .view
        .with_untracked(|v| file_name(store.dataset, subject.word(store.dataset), v, kind));
    tools::save(&content, kind.media_type(), &name)
}

/// The chart's element and the words around its picture.
fn picture(store: Store, subject: Subject) -> Result<(web_sys::HtmlElement, String), JsValue> {
    let id = subject.chart(store.dataset).ok_or(JsValue::NULL)?;
    let document = web_sys::window()
        .and_then(|w| w.document())
        .ok_or(JsValue::NULL)?;
    let element: web_sys::HtmlElement = document
        .get_element_by_id(&id)
        .ok_or(JsValue::NULL)?
        .dyn_into()?;
    // A chart that did not load shows nothing, and has no picture either.
    let shown = shown(&element).unwrap_or_default();
    Ok((
        element,
        untrack(|| frame(store, subject, &shown)).to_string(),
    ))
}

/// The words around a picture of what is `shown`, as the bridge tells it.
fn frame(store: Store, subject: Subject, shown: &[f64]) -> Value {
    let setting = store.setting();
    let lang = setting.lang;
    let view = store.view.get();
    let mut titled = view_of(subject, &view);
    let mut notes = Vec::new();
    let mut legend = Vec::new();
    match subject {
        Subject::View(Embed::Chart(chart)) => {
            titled.embed = Some(Embed::Chart(chart));
            let drawn = store
                .selection
                .with(|records| charts::chart(chart, setting, records));
            notes.push(text::chart::note(
                lang,
                chart,
                drawn.divisor,
                drawn.logarithmic,
                store.dataset,
            ));
        }
        Subject::View(Embed::Map) => {
            notes.push(text::labelled(
                lang,
                text::measure(lang),
                names::measure(lang, view.measure, store.dataset),
            ));
            legend = store
                .selection
                .with(|records| charts::map_legend(setting, records, view.measure))
                .into_iter()
                .map(|item| object!({ "color": item.color, "text": item.text }))
                .collect();
            notes.push(match shown {
                [zoom] if *zoom > 1.0 => text::shown_map(lang, *zoom),
                _ => text::shown_whole_map(lang).to_owned(),
            });
            if view.measure != Measure::Records {
                notes.push(text::records_only_tied(lang).to_owned());
            }
        }
        _ => {
            let part = match shown {
                [from, to] => visible_months(store.dataset, *from, *to),
                _ => None,
            };
            notes.push(part.map_or_else(
                || text::shown_all_time(lang).to_owned(),
                |(from, to)| text::shown_time(lang, &text::date(lang, from), &text::date(lang, to)),
            ));
            notes.push(text::timeline_note_short(lang).to_owned());
        }
    }
    titled.record = None;
    let parts: Vec<String> = filters::parts(lang, store.dataset, &view.filter)
        .iter()
        .map(|part| part.words(lang))
        .collect();
    notes.push(if parts.is_empty() {
        text::count_of(
            lang,
            store.selection.with(Vec::len),
            store.dataset.records.len(),
        )
    } else {
        text::list(lang, &parts)
    });
    object!({
        "title": preview::title(lang, &titled, store.dataset),
        "notes": notes,
        "legend": legend,
        "footer": [
            text::source_line(lang, store.dataset),
            text::labelled(lang, text::licence(lang), &store.dataset.licence),
            address::link(&view_of(subject, &view), store.dataset),
        ],
        "font": font(lang),
        "colors": { "panel": setting.theme.panel, "text": setting.theme.text, "muted": setting.theme.muted },
    })
}
