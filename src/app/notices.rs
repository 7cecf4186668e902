//! What of a link or dataset could not be used.

use super::boot::Trouble;
use super::store::Store;
use leptos::prelude::*;
use model::{Lang, Problem, by_kind};

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
            if let Some((file, why)) = &t.refused {
                let words = text::problems::refusal(lang, file, why);
                lines.push((text::dataset_failed(lang), vec![words]));
            }
        });
        lines
    };
    let left_out = move || trouble.with(|t| !t.left_out.is_empty());
    let dismiss = move |_| {
        store.notices.set(Vec::new());
        trouble.set(Trouble::default());
    };
    view! {
        <div role="status" class="notices">
            <Show when=move || !lines().is_empty() || left_out()>
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
                        <Show when=left_out>
                            <Problems trouble />
                        </Show>
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

/// What of the dataset was left out: a line a kind, with all of them behind it.
#[component]
fn Problems(trouble: RwSignal<Trouble>) -> impl IntoView {
    let store = Store::get();
    view! {
        <strong>{move || text::dataset_problems(store.lang.get())}</strong>
        <ul>
            {move || {
                let lang = store.lang.get();
                trouble.with(|t| {
                    by_kind(&t.left_out)
                        .into_iter()
                        .map(|group| {
                            let line = text::problems::line(lang, &group);
                            if group.len() == 1 {
                                return view! { <li>{line}</li> }.into_any();
                            }
                            let all: Vec<Problem> = group.into_iter().cloned().collect();
                            view! { <li><Group summary=line all /></li> }.into_any()
                        })
                        .collect_view()
                })
            }}
        </ul>
    }
}

/// Problems of one kind. They may be as many as the records: the list is made
/// when it is asked for.
#[component]
fn Group(summary: String, all: Vec<Problem>) -> impl IntoView {
    let store = Store::get();
    let opened = RwSignal::new(false);
    let all = StoredValue::new(all);
    view! {
        <details class="problems" on:toggle=move |_| opened.set(true)>
            <summary>{summary}</summary>
            <Show when=move || opened.get()>
                <ol>
                    {move || {
                        let lang = store.lang.get();
                        all.with_value(|all| {
                            all.iter().map(|p| view! { <li>{text::problems::problem(lang, p)}</li> }).collect_view()
                        })
                    }}
                </ol>
            </Show>
        </details>
    }
}
