//! A panel beside what it tells of: the rest of the page stays within reach, the
//! focus goes in and back.

use super::opener::Opener;
use super::{Button, Spoken};
use crate::browser::focus;
use leptos::html::Aside;
use leptos::prelude::*;
use model::Lang;
use wasm_bindgen::JsCast;

/// Shows `children` under a title. `on_close` is called when the reader leaves.
#[component]
pub fn Beside(
    /// What it is now; it may become another without closing.
    #[prop(into)]
    id: Signal<&'static str>,
    #[prop(into)] title: Signal<Spoken>,
    #[prop(into)] lang: Signal<Lang>,
    #[prop(into)] on_close: Callback<()>,
    children: Children,
) -> impl IntoView {
    let element = NodeRef::<Aside>::new();
    let opener = StoredValue::new_local(None::<Opener>);
    Effect::new(move |shown: Option<bool>| {
        title.track();
        let Some(aside) = element.get() else {
            return false;
        };
        let Some(document) = aside.owner_document() else {
            return false;
        };
        let now = Opener::now(&document);
        if shown == Some(true) {
            // What had the focus in here goes with what was told before, after this.
            request_animation_frame(move || {
                if !Opener::now(&document).is_any() {
                    to_heading(&aside);
                }
            });
        } else {
            if now.is_any() {
                to_heading(&aside);
            }
            opener.set_value(Some(now));
        }
        true
    });
    on_cleanup(move || {
        let aside = element.try_get_untracked().flatten();
        let document = aside.as_ref().and_then(|aside| aside.owner_document());
        let opener = opener.try_update_value(Option::take).flatten();
        if let (Some(aside), Some(document), Some(opener)) = (aside, document, opener) {
            let focused = document.active_element();
            let is_inside =
                focused.is_none_or(|e| e.tag_name() == "BODY" || aside.contains(Some(&e)));
            if is_inside {
                opener.give_back(&document);
            }
        }
    });
    view! {
        <aside
            class="beside"
            id=move || id.get()
            node_ref=element
            aria-labelledby=move || format!("{}-title", id.get())
        >
            <div class="sheet-head">
                <h2
                    id=move || format!("{}-title", id.get())
                    tabindex="-1"
                    lang=move || title.with(|t| t.lang.clone())
                    dir=move || title.with(|t| t.dir)
                >
                    {move || title.with(|t| t.words.clone())}
                </h2>
                <Button class="button quiet" label=Signal::derive(move || text::close(lang.get()).to_owned()) on_click=on_close>"×"</Button>
            </div>
            {children()}
        </aside>
    }
}

fn to_heading(aside: &web_sys::HtmlElement) {
    let heading = aside.query_selector("h2").ok().flatten();
    if let Some(heading) = heading.and_then(|e| e.dyn_into().ok()) {
        focus::calmly(&heading);
    }
}
