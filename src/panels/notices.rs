//! What of a link or dataset could not be used, and that there is a new version.

use super::editions::Earlier;
use crate::browser::renewed::renewed;
use crate::browser::window;
use crate::state::{Overlay, Store};
use crate::ui::Button;
use editions::short_of;
use leptos::prelude::*;
use model::{Lang, Problem, by_kind};
use reader::Read;

/// The notices, until the reader has seen them.
#[component]
pub fn Notices() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let trouble = store.trouble();
    let renewed = renewed();
    let lines = move || {
        let lang = lang.get();
        let mut lines: Vec<(&'static str, Vec<String>)> = Vec::new();
        let notices = store
            .notices()
            .with(|n| n.iter().map(|n| text::notice(lang, n)).collect::<Vec<_>>());
        if !notices.is_empty() {
            lines.push((text::link_failed_title(lang), notices));
        }
        trouble.with(|t| {
            if let Some((file, why)) = &t.refused {
                let words = text::problems::refusal(lang, file, why);
                lines.push((text::dataset_failed(lang), vec![words]));
            }
            if let Some((asked, now)) = &t.other_edition {
                let words = other_edition(lang, asked, *now);
                lines.push((text::edition_other(lang), vec![words]));
            }
        });
        lines
    };
    let left_out = move || trouble.with(|t| !t.left_out.is_empty());
    view! {
        <div role="status" class="notices">
            <Show when=move || renewed.get()>
                <div class="notice news" id="renewed">
                    <strong>{move || text::renewed(lang.get())}</strong>
                    <div class="row">
                        <Button on_click=window::reload>{move || text::reload(lang.get())}</Button>
                        <Button on_click=move || renewed.set(false)>{move || text::dismiss(lang.get())}</Button>
                    </div>
                </div>
            </Show>
            <Earlier />
            {move || trouble.with(|t| t.read).map(|(file, read)| view! { <ReadAs file read /> })}
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
                            <Problems />
                        </Show>
                    </div>
                    <div class="row">
                        <Show when=move || trouble.with(|t| t.refused.is_some())>
                            <Reload lang />
                        </Show>
                        <Button on_click=move || store.dismiss()>{move || text::dismiss(lang.get())}</Button>
                    </div>
                </div>
            </Show>
        </div>
    }
}

/// That the file at an address is not the edition that a link names.
pub fn other_edition(lang: Lang, asked: &str, now: Option<&str>) -> String {
    let asked = short_of(asked);
    match now {
        Some(now) => text::edition_changed(lang, asked, short_of(now)),
        None => text::edition_unknown(lang, asked),
    }
}

/// As what a file of another kind was read, and the way to what was left out.
#[component]
fn ReadAs(file: &'static str, read: &'static Read) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let words = move || {
        let lang = lang.get();
        let format = read.format.get(lang);
        match read.findings.len() {
            0 => text::read_all(lang, file, format),
            count => text::read_as(lang, count, file, format),
        }
    };
    view! {
        <div class="notice news" id="read-as">
            <span>{words}</span>
            <div class="row">
                <Button on_click=move || store.show_overlay(Overlay::Open)>
                    {move || text::read_details(lang.get())}
                </Button>
                <Button on_click=move || store.dismiss()>{move || text::dismiss(lang.get())}</Button>
            </div>
        </div>
    }
}

/// Tries all again.
#[component]
pub fn Reload(#[prop(into)] lang: Signal<Lang>) -> impl IntoView {
    view! { <Button on_click=window::reload>{move || text::retry(lang.get())}</Button> }
}

/// What of the dataset was left out: a line a kind, with all of them behind it.
#[component]
fn Problems() -> impl IntoView {
    let store = Store::get();
    view! {
        <strong>{move || text::dataset_problems(store.lang().get())}</strong>
        <ul>
            {move || {
                let lang = store.lang().get();
                store.trouble().with(|t| {
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
                        let lang = store.lang().get();
                        all.with_value(|all| {
                            all.iter().map(|p| view! { <li>{text::problems::problem(lang, p)}</li> }).collect_view()
                        })
                    }}
                </ol>
            </Show>
        </details>
    }
}
