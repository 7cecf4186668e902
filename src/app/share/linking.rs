//! The link: copy, the system's sheet, a QR code, and what it looks like.

use super::super::address;
use super::super::clipboard::CopyLink;
use super::super::store::Store;
use super::{Subject, tools, view_of};
use crate::text;
use crate::text::preview;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

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
    let code = RwSignal::new(None::<Result<String, String>>);
    Effect::new(move |_| {
        let link = link.get();
        spawn_local(async move {
            let drawn = match tools::load().await {
                Ok(()) => tools::qr(&link),
                Err(error) => Err(error),
            };
            code.set(Some(drawn.map_err(|error| tools::words(store, &error))));
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
        <div id="qr" role="img" aria-label=move || text::qr_label(lang.get())>
            {move || match code.get() {
                None => ().into_any(),
                Some(Ok(svg)) => view! { <div class="qr" inner_html=svg></div> }.into_any(),
                Some(Err(words)) => view! { <p class="failure">{words}</p> }.into_any(),
            }}
        </div>
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
