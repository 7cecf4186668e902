//! What of a link or dataset could not be used.

use super::boot::Trouble;
use super::store::Store;
use crate::lang::Lang;
use crate::text;
use leptos::prelude::*;

/// The notices, until the reader has seen them.
#[component]
pub fn Notices(trouble: Trouble) -> impl IntoView {
    let store = Store::get();
    let trouble = RwSignal::new(trouble);
    let lines = move || {
        let lang = store.lang.get();
        let mut lines: Vec<(&'static str, Vec<String>)> = Vec::new();
        let notices = store
            .notices
            .with(|n| n.iter().map(|n| text::notice(lang, n)).collect::<Vec<_>>());
        if !notices.is_empty() {
            lines.push((text::link_failed_title(lang), notices));
        }
        trouble.with(|t| {
            if let Some(why) = &t.refused {
                lines.push((text::dataset_failed(lang), vec![why.clone()]));
            }
            if !t.left_out.is_empty() {
                lines.push((text::dataset_problems(lang), t.left_out.clone()));
            }
        });
        lines
    };
    let dismiss = move |_| {
        store.notices.set(Vec::new());
        trouble.set(Trouble::default());
    };
    view! {
        <div role="status" class="notices">
            <Show when=move || !lines().is_empty()>
                <div class="notice">
                    <div>
                        {move || {
                            lines()
                                .into_iter()
                                .map(|(title, items)| {
                                    let items = items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view();
                                    view! { <strong>{title}</strong> <ul>{items}</ul> }
                                })
                                .collect_view()
                        }}
                    </div>
                    <div class="row">
                        <Show when=move || trouble.with(|t| t.refused.is_some())>
                            <Reload lang=store.lang />
                        </Show>
                        <button type="button" class="button" on:click=dismiss>{move || text::dismiss(store.lang.get())}</button>
                    </div>
                </div>
            </Show>
        </div>
    }
}

/// Tries all again: the address holds what was asked for.
#[component]
pub fn Reload(#[prop(into)] lang: Signal<Lang>) -> impl IntoView {
    let reload = move |_| {
        if let Some(window) = web_sys::window() {
            // A page that may not load itself stays as it is.
            let _ = window.location().reload();
        }
    };
    view! {
        <button type="button" class="button" on:click=reload>{move || text::retry(lang.get())}</button>
    }
}
