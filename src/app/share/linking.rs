//! The link: copy, the system's sheet, a QR code, and what it looks like.

use super::super::address;
use super::super::clipboard::CopyLink;
use super::super::store::Store;
use super::{Subject, tools, view_of};
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::Lang;
use text::preview;
use view::{LeftOut, ViewState, shorten};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Bytes that the largest QR code holds at its error correction (level M).
const CODE_HOLDS: usize = 2331;
/// Links longer than this, in bytes, need a larger drawing to be read.
const DENSE: usize = 300;

/// The tab.
#[component]
pub fn Linking(subject: Subject) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang;
    let view = Memo::new(move |_| store.view.with(|v| view_of(subject, v)));
    let link = Memo::new(move |_| view.with(|v| address::link(v, store.dataset)));
    let title = move || view.with(|v| preview::title(lang.get(), v, store.dataset));
    let description = move || {
        let selected = store.selection.with(Vec::len);
        view.with(|v| preview::description(lang.get(), v, store.dataset, selected))
    };
    let coded = Memo::new(move |_| view.with(|v| coded(v, store)));
    let left_out = move || coded.with(|c| c.as_ref().map(|(_, left_out)| *left_out));
    let code = RwSignal::new(None::<Result<String, String>>);
    let coded_link =
        Memo::new(move |_| coded.with(|c| Some(address::link(&c.as_ref()?.0, store.dataset))));
    Effect::new(move |_| {
        code.set(None);
        let Some(link) = coded_link.get() else { return };
        spawn_local(async move {
            let drawn = match tools::load().await {
                Ok(()) => tools::qr(&link),
                Err(error) => Err(error),
            };
            // Meanwhile another link may have come, or the dialog gone.
            if coded_link.try_get_untracked().flatten().as_ref() == Some(&link) {
                code.set(Some(drawn.map_err(|error| tools::words(store, &error))));
            }
        });
    });
    let sheet = has_sheet().then(|| {
        view! {
            <button type="button" class="button" id="share-sheet" on:click=move |_| open_sheet(title(), link.get())>
                {move || text::share_sheet(lang.get())}
            </button>
        }
    });
    view! {
        <label class="field">
            <span>{move || text::share_link(lang.get())}</span>
            <input type="text" id="share-link" readonly prop:value=move || link.get() />
        </label>
        <div class="row">
            <CopyLink view=move || view.get_untracked() />
            {sheet}
        </div>
        <div class="link-card">
            <img src="preview.png" alt="" width="240" height="126" loading="lazy" />
            <div>
                <strong>{title}</strong>
                <p class="hint">{description}</p>
            </div>
        </div>
        {move || match left_out() {
            Some(None) => None,
            Some(Some(left_out)) => {
                let short = move || coded.with_untracked(|c| c.as_ref().map(|(view, _)| view.clone())).unwrap_or_default();
                Some(
                    view! {
                        <div id="short-form">
                            <p>{text::qr_too_long(lang.get())} " " {left_out_words(lang.get(), left_out)}</p>
                            <CopyLink view=short label=text::copy_short_link />
                        </div>
                    }
                        .into_any(),
                )
            }
            None => Some(view! { <p id="no-code">{text::qr_too_long(lang.get())} " " {text::qr_none(lang.get())}</p> }.into_any()),
        }}
        <div id="qr" role="img" aria-label=move || text::qr_label(lang.get())>
            {move || match code.get() {
                None => ().into_any(),
                Some(Ok(svg)) => {
                    let dense = move || coded_link.with(|l| l.as_ref().is_some_and(|l| l.len() > DENSE));
                    view! { <div class="qr" class:dense=dense inner_html=svg></div> }.into_any()
                }
                Some(Err(words)) => view! { <p class="failure">{words}</p> }.into_any(),
            }}
        </div>
    }
}

/// The view that the QR code opens: this one, or a shorter form of it and what
/// that leaves out. None if no form fits.
fn coded(view: &ViewState, store: Store) -> Option<(ViewState, Option<LeftOut>)> {
    let fits = |view: &ViewState| address::link(view, store.dataset).len() <= CODE_HOLDS;
    if fits(view) {
        return Some((view.clone(), None));
    }
    shorten(view, fits).map(|(shorter, left_out)| (shorter, Some(left_out)))
}

fn left_out_words(lang: Lang, left_out: LeftOut) -> &'static str {
    match left_out {
        LeftOut::Search => text::qr_without_search(lang),
        LeftOut::Filters => text::qr_without_filters(lang),
        LeftOut::Settings => text::qr_without_settings(lang),
    }
}

fn has_sheet() -> bool {
    web_sys::window()
        .is_some_and(|w| js_sys::Reflect::has(&w.navigator(), &"share".into()).unwrap_or(false))
}

fn open_sheet(title: String, link: String) {
    spawn_local(async move {
        let Some(window) = web_sys::window() else {
            return;
        };
        let data = web_sys::ShareData::new();
        data.set_title(&title);
        data.set_url(&link);
        // Closing the sheet is an error to the browser, but none to the reader.
        let _: Result<JsValue, JsValue> =
            JsFuture::from(window.navigator().share_with_data(&data)).await;
    });
}
