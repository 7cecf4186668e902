//! A story of the reader's own: views collected, put in order and told, in a link.

use super::words;
use crate::browser::{focus, tools};
use crate::state::{Draft, Store, Subject, Written};
use crate::ui::{Button, Copy, Failure, Field};
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::preview;
use view::{Embed, ViewState, own_story_id, step_of};

/// Of longer links messengers and servers lose the end, in letters.
const LONG: usize = 2000;

/// The tab.
#[component]
pub fn Collecting(subject: Subject) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let draft = Draft::get();
    let written = draft.written();
    let chart = match subject {
        Subject::View(Embed::Chart(chart)) => Some(chart),
        _ => None,
    };
    let add = move || {
        let lang = lang.get_untracked();
        let view = store.view().with_untracked(|view| subject.view_of(view));
        let step = [
            preview::title(lang, &view, dataset),
            String::new(),
            step_of(&view, chart, dataset),
        ];
        draft.change(|written| {
            if written.steps.is_empty() {
                dataset.title.get(lang).clone_into(&mut written.title);
                written.lang = lang.to_string();
            }
            written.steps.push(step);
        });
        to_step(written.with_untracked(|written| written.steps.len() - 1));
    };
    // Until another one is packed there is none: a former one would be handed on.
    let link = RwSignal::new(None::<Result<String, String>>);
    Effect::new(move |_| {
        let asked = written.get();
        link.set(None);
        if asked.steps.is_empty() {
            return;
        }
        spawn_local(async move {
            let packed = match tools::load().await {
                Ok(()) => tools::packed(&asked.json()).await,
                Err(error) => Err(error),
            };
            let packed = packed.map(|letters| letters.as_string().unwrap_or_default());
            // Meanwhile it may have changed, or the dialog gone.
            if written.try_with_untracked(|now| *now == asked) == Some(true) {
                let lang = lang.get_untracked();
                let made = packed.map(|letters| link_to(store, &letters));
                let _ = link.try_set(Some(made.map_err(|error| words(lang, &error))));
            }
        });
    });
    let whole = move || {
        link.with(|link| link.clone().and_then(Result::ok))
            .unwrap_or_default()
    };
    let is_long = move || whole().len() > LONG;
    let why = move || link.with(|link| link.clone().and_then(Result::err));
    let save = move || {
        let story = written.with_untracked(Written::json);
        let file = tools::story_file(&story);
        let saved =
            file.and_then(|file| tools::save(&file.into(), "application/json", "story.json"));
        if let Err(error) = saved {
            link.set(Some(Err(words(lang.get_untracked(), &error))));
        }
    };
    // The rows stay while their words change: a field keeps its cursor.
    let count = Memo::new(move |_| written.with(|written| written.steps.len()));
    let rows = move || {
        let count = count.get();
        (0..count)
            .map(|at| view! { <Row draft at last=at + 1 == count /> })
            .collect_view()
    };
    view! {
        <p class="hint">{move || text::story_own_hint(lang.get())}</p>
        <Button id="story-add" on_click=add>{move || text::story_add(lang.get())}</Button>
        <Show when=move || { count.get() > 0 }>
            <Field label=Signal::derive(move || text::story_own_title(lang.get()).to_owned())>
                <input
                    type="text"
                    id="story-own-title"
                    prop:value=move || written.with(|written| written.title.clone())
                    on:input=move |event| {
                        let title = event_target_value(&event);
                        draft.change(|written| written.title = title);
                    }
                />
            </Field>
            <ol class="own-steps">{rows}</ol>
            {move || why().map(|why| view! { <Failure>{why}</Failure> })}
            <div class="row">
                <span class="row" class:waits=move || whole().is_empty()>
                    <a class="button" id="story-show" href=whole>{move || text::story_show(lang.get())}</a>
                    <Copy lang label=text::copy_link text=whole />
                </span>
                <Button id="story-save" on_click=save>{move || text::story_save(lang.get())}</Button>
            </div>
            <Show when=is_long>
                <p class="hint">{move || text::story_long(lang.get(), &text::number(lang.get(), whole().len() as f64))}</p>
            </Show>
        </Show>
    }
}

fn step_id(at: usize) -> String {
    format!("own-step-{at}")
}

/// Gives the title of a step the focus, or where there is none the way to a first.
fn to_step(at: usize) {
    request_animation_frame(move || {
        if !focus::on(&step_id(at)) {
            focus::on("story-add");
        }
    });
}

/// The link of a story of these letters, of the page's dataset.
fn link_to(store: Store, letters: &str) -> String {
    let plain = store.view().with_untracked(|view| ViewState {
        origin: view.origin.clone(),
        labels: view.labels.clone(),
        ..ViewState::of(store.dataset())
    });
    let link = store.link(&plain);
    let sign = if link.contains('?') { '&' } else { '?' };
    format!("{link}{sign}story={}", own_story_id(letters))
}

/// A step, and where it stands.
#[component]
fn Row(draft: Draft, at: usize, last: bool) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let written = draft.written();
    let said = move |part: usize| {
        move || {
            written.with(|it| {
                it.steps
                    .get(at)
                    .map(|step| step[part].clone())
                    .unwrap_or_default()
            })
        }
    };
    let say = move |part: usize, words: String| {
        draft.change(|written| {
            if let Some(step) = written.steps.get_mut(at) {
                step[part] = words;
            }
        });
    };
    // The step goes on to be the one that is changed.
    let swap = move |other: usize| {
        draft.change(|written| written.steps.swap(at, other));
        to_step(other);
    };
    let remove = move || {
        draft.change(|written| {
            written.steps.remove(at);
        });
        to_step(at.saturating_sub(1));
    };
    let number = move || text::number(lang.get(), (at + 1) as f64);
    let named = move |name: fn(model::Lang, &str) -> String| {
        Signal::derive(move || name(lang.get(), &number()))
    };
    view! {
        <li>
            <Field label=named(text::story_step_title)>
                <input type="text" id=step_id(at) prop:value=said(0) on:input=move |event| say(0, event_target_value(&event)) />
            </Field>
            <Field label=named(text::story_step_text)>
                <textarea rows="3" prop:value=said(1) on:input=move |event| say(1, event_target_value(&event))></textarea>
            </Field>
            <div class="row">
                {(at > 0).then(|| view! {
                    <Button class="button quiet" label=named(text::story_up) on_click=move || swap(at - 1)>"↑"</Button>
                })}
                {(!last).then(|| view! {
                    <Button class="button quiet" label=named(text::story_down) on_click=move || swap(at + 1)>"↓"</Button>
                })}
                <Button
                    class="button quiet"
                    label=named(text::story_remove)
                    on_click=remove
                >"×"</Button>
            </div>
        </li>
    }
}
