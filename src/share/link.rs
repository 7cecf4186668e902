//! The link: copy, the system's sheet, a QR code, and what it looks like.

use super::labels::Labelling;
use super::pin::Pin;
use super::words;
use crate::browser::{sheet, tools};
use crate::state::{Store, Subject};
use crate::ui::{Button, Copy, Field};
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::Lang;
use text::preview;
use view::{LeftOut, ViewState, shorten};

/// Bytes that the largest QR code holds at its error correction (level M).
const CODE_HOLDS: usize = 2331;
/// Links longer than this, in bytes, need a larger drawing to be read.
const DENSE: usize = 300;
/// What other sites show of the link.
const PREVIEW: &str = "preview.png";

/// The tab.
#[component]
pub fn Linking(subject: Subject, written: RwSignal<Option<String>>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let is_pinned = RwSignal::new(false);
    let view = Memo::new(move |_| {
        let view = store.view().with(|v| subject.view_of(v));
        let pinned = is_pinned.get().then(|| store.pinned(&view)).flatten();
        pinned.unwrap_or(view)
    });
    let link = Memo::new(move |_| view.with(|v| store.link(v)));
    let title = move || view.with(|v| preview::title(lang.get(), v, store.dataset()));
    let description = move || {
        let selected = store.apart();
        view.with(|v| selected.with(|s| preview::description(lang.get(), v, store.dataset(), s)))
    };
    let coded = Memo::new(move |_| view.with(|v| coded(v, store)));
    let left_out = move || coded.with(|c| c.as_ref().map(|(_, left_out)| *left_out));
    let code = RwSignal::new(None::<Result<String, String>>);
    let coded_link = Memo::new(move |_| coded.with(|c| Some(store.link(&c.as_ref()?.0))));
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
                code.set(Some(
                    drawn.map_err(|error| words(lang.get_untracked(), &error)),
                ));
            }
        });
    });
    let sheet = sheet::is_there().then(|| {
        view! {
            <Button id="share-sheet" on_click=move || sheet::open(title(), link.get_untracked())>
                {move || text::share_sheet(lang.get())}
            </Button>
        }
    });
    view! {
        <Field label=Signal::derive(move || text::share_link(lang.get()).to_owned())>
            <input type="text" id="share-link" readonly prop:value=move || link.get() />
        </Field>
        <div class="row">
            <Copy lang label=text::copy_link text=move || link.get_untracked() />
            {sheet}
        </div>
        <Pin is_pinned />
        <Labelling subject written />
        <div class="link-card">
            <img src=PREVIEW alt="" width="240" height="126" loading="lazy" />
            <div>
                <strong>{title}</strong>
                <p class="hint">{description}</p>
            </div>
        </div>
        {move || match left_out() {
            Some(None) => None,
            Some(Some(left_out)) => {
                let short = move || coded_link.get_untracked().unwrap_or_default();
                Some(
                    view! {
                        <div id="short-form">
                            <p>{text::qr_too_long(lang.get())} " " {left_out_words(lang.get(), left_out)}</p>
                            <Copy lang label=text::copy_short_link text=short />
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
                    let drawn = format!("data:image/svg+xml,{}", js_sys::encode_uri_component(&svg));
                    view! { <img class="qr" class:dense=dense src=drawn alt="" /> }.into_any()
                }
                Some(Err(words)) => view! { <p class="failure">{words}</p> }.into_any(),
            }}
        </div>
    }
}

/// The view that the QR code opens: this one, or a shorter form of it and what
/// that leaves out. None if no form fits.
fn coded(view: &ViewState, store: Store) -> Option<(ViewState, Option<LeftOut>)> {
    let fits = |view: &ViewState| store.link(view).len() <= CODE_HOLDS;
    if fits(view) {
        return Some((view.clone(), None));
    }
    shorten(view, store.dataset(), fits).map(|(shorter, left_out)| (shorter, Some(left_out)))
}

fn left_out_words(lang: Lang, left_out: LeftOut) -> &'static str {
    match left_out {
        LeftOut::Labels => text::qr_without_labels(lang),
        LeftOut::Search => text::qr_without_search(lang),
        LeftOut::Filters => text::qr_without_filters(lang),
        LeftOut::Settings => text::qr_without_settings(lang),
    }
}
