//! The page's head: title, parts of the page, language and colours.

use super::prose::Prose;
use super::select::Select;
use super::share::{ShareButton, Subject};
use super::store::Store;
use leptos::prelude::*;
use view::{Panel, Scheme};
use wasm_bindgen::JsCast;

/// The head.
#[component]
pub fn Header() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang;
    // The focus moves without a step of history: Back would do nothing.
    let skip = move |event: web_sys::MouseEvent| {
        if focus("records") {
            event.prevent_default();
        }
    };
    let other = move || text::language_after(store.dataset, lang.get());
    view! {
        <header class="head">
            <a class="skip" href="#records" on:click=skip>{move || text::skip_to_records(lang.get())}</a>
            <div class="titles">
                <h1 translate="yes" prop:textContent=move || store.dataset.title.get(lang.get()).to_owned()></h1>
                <Prose text=Signal::derive(move || store.dataset.summary.get(lang.get()).to_owned()) />
            </div>
            <div class="tools">
                <ShareButton subject=Subject::Page />
                <button type="button" class="button" id="about-button" on:click=move |_| store.choose(|v| v.about = true)>
                    {move || text::about(lang.get())}
                </button>
                <button
                    type="button"
                    class="button"
                    id="language"
                    lang=move || other().to_string()
                    aria-label=move || text::language_label(other(), &text::endonym(other()))
                    on:click=move |_| store.choose(|v| v.lang = Some(other()))
                >
                    {move || text::endonym(other())}
                </button>
                <label class="select">
                    <span>{move || text::scheme_label(lang.get())}</span>
                    <Select
                        id="scheme"
                        choices=Signal::derive(move || {
                            Scheme::ALL
                                .iter()
                                .map(|scheme| (scheme.word().to_owned(), text::names::scheme(lang.get(), *scheme).to_owned()))
                                .collect()
                        })
                        value=Signal::derive(move || store.view.with(|v| v.scheme.word().to_owned()))
                        on_choose=Callback::new(move |word: String| {
                            if let Some(scheme) = Scheme::from_word(&word) {
                                store.choose(|v| v.scheme = scheme);
                            }
                        })
                    />
                </label>
            </div>
            <nav class="tabs" aria-label=move || text::panels(lang.get())>
                {Panel::ALL
                    .iter()
                    .copied()
                    .map(|panel| {
                        view! {
                            <button
                                type="button"
                                data-panel=panel.word()
                                aria-current=move || store.view.with(|v| (v.panel == panel).then_some("page"))
                                on:click=move |_| store.choose(|v| v.panel = panel)
                            >
                                {move || text::names::panel(lang.get(), panel)}
                            </button>
                        }
                    })
                    .collect_view()}
            </nav>
        </header>
    }
}

/// Moves the focus to an element; whether it is there.
fn focus(id: &str) -> bool {
    let element = web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.get_element_by_id(id))
        .and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok());
    element.is_some_and(|e| e.focus().is_ok())
}
