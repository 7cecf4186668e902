//! A story: the steps beside map and timeline, which show what each is about.

use crate::browser::{focus, keys, scroll};
use crate::panels::charts::ChartPanel;
use crate::panels::chosen::Chosen;
use crate::panels::embed::Together;
use crate::panels::filters::Chips;
use crate::panels::header::{Colours, Languages};
use crate::panels::map::MapPanel;
use crate::panels::notices::Notices;
use crate::panels::timeline::TimelinePanel;
use crate::share::ShareButton;
use crate::state::{Store, Subject};
use crate::ui::{Button, Prose, Spoken, Words, phrase};
use leptos::html::Div;
use leptos::prelude::*;
use model::{Lang, RecordIx, Step, StoryIx};
use query::Filter;
use view::{Focus, Telling, ViewState};

/// The story, on the page or in a frame.
#[component]
pub fn Story(story: StoryIx) -> impl IntoView {
    let store = Store::get();
    let shown = if store.is_embedded() {
        view! { <Together /> }.into_any()
    } else {
        view! {
            <main tabindex="-1" class="both">
                <MapPanel />
                <Chosen />
                <TimelinePanel />
            </main>
        }
        .into_any()
    };
    // A frame has its notices around already, and with its filters what is active of them.
    let has_chips = move || {
        store.filter().with(|filter| *filter != Filter::default())
            && !store.view().with(ViewState::shows_filters)
    };
    let chart = Memo::new(move |_| {
        let telling = store.view().with(|view| view.telling);
        telling.and_then(|telling| telling.chart(store.dataset()))
    });
    view! {
        <div class="story" class:scrolls=!store.is_embedded()>
            <Told story />
            <div class="story-shown">
                <Show when=move || !store.is_embedded()><Notices /></Show>
                <Show when=has_chips><Chips /></Show>
                {move || chart.get().map(|id| view! { <div class="story-chart"><ChartPanel id /></div> })}
                {shown}
            </div>
        </div>
    }
}

/// What is told, and the way from step to step.
#[component]
fn Told(story: StoryIx) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let told = dataset.story(story);
    let now = Memo::new(move |_| {
        let telling = store.view().with(|view| view.telling);
        telling.map_or(0, |telling| telling.step)
    });
    let captions = NodeRef::<Div>::new();
    let go = move |step: usize| store.tell(Telling { story, step });
    let by = move |steps: isize| {
        let step = now.get_untracked();
        if let Some(next) = (Telling { story, step }).moved(steps, dataset) {
            go(next.step);
        }
    };
    // The caption of the step comes to where it is read; where the reader has
    // scrolled there, it is there.
    let follow = move || {
        let step = now.get_untracked();
        if let Some(captions) = captions.get_untracked()
            && scroll::child_read(&captions).is_some_and(|read| read != step)
        {
            scroll::to_child(&captions, step);
        }
    };
    Effect::new(move |_| {
        captions.track();
        now.track();
        follow();
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| follow());
    on_cleanup(move || resized.remove());
    let on_scroll = move |_| {
        let read = captions
            .get_untracked()
            .and_then(|all| scroll::child_read(&all));
        if let Some(step) = read.filter(|step| *step != now.get_untracked()) {
            go(step);
        }
    };
    let pressed = window_event_listener(leptos::ev::keydown, move |event| {
        let covered = store.overlays().with_untracked(|all| !all.is_empty());
        if covered || event.default_prevented() || !keys::is_of_page(&event, "story-told") {
            return;
        }
        let steps = match keys::pressed(&event).as_deref() {
            Some("ArrowRight") => 1,
            Some("ArrowLeft") => -1,
            _ => return,
        };
        event.prevent_default();
        let is_turned = lang.get_untracked().is_right_to_left();
        by(if is_turned { -steps } else { steps });
    });
    on_cleanup(move || pressed.remove());
    let last = told.steps.len() - 1;
    // What was pressed goes with the story.
    let leave = move |how: fn(Store)| {
        how(store);
        request_animation_frame(|| {
            focus::on("parts");
        });
    };
    let numbered = move |lang: Lang, step: usize| {
        let title = told.steps.get(step).map(|step| step.title.get(lang));
        let [all, number] = [told.steps.len(), step + 1].map(|n| text::number(lang, n as f64));
        text::story_step(lang, &all, &number, title.unwrap_or_default())
    };
    let said = move || numbered(lang.get(), now.get());
    view! {
        <section class="story-told" id="story-told" aria-labelledby="story-title">
            <div class="story-head">
                <Show when=move || !store.is_embedded()>
                    <div class="story-tools">
                        <Button class="as-link" id="story-leave" on_click=move || leave(Store::stop_telling)>
                            <span class="to-start" aria-hidden="true"></span>
                            {move || text::story_all(lang.get())}
                        </Button>
                        <Languages />
                        <Colours />
                    </div>
                </Show>
                <h1 id="story-title" tabindex="-1"><Words text=&told.title lang /></h1>
                <nav class="story-steps" aria-label=move || text::story_steps(lang.get())>
                    {(0..told.steps.len())
                        .map(|step| {
                            view! {
                                <button
                                    type="button"
                                    aria-current=move || (now.get() == step).then_some("step")
                                    aria-label=move || numbered(lang.get(), step)
                                    on:click=move |_| go(step)
                                >
                                    {move || text::number(lang.get(), (step + 1) as f64)}
                                </button>
                            }
                        })
                        .collect_view()}
                </nav>
            </div>
            <div
                class="story-captions"
                role="group"
                aria-labelledby="story-title"
                tabindex="0"
                node_ref=captions
                on:scroll=on_scroll
            >
                {told
                    .steps
                    .iter()
                    .enumerate()
                    .map(|(at, step)| view! { <Caption step at telling=Telling { story, step: at } now /> })
                    .collect_view()}
            </div>
            <div class="story-foot">
                <button
                    type="button"
                    class="button"
                    id="story-previous"
                    aria-label=move || text::story_previous(lang.get())
                    aria-disabled=move || (now.get() == 0).then_some("true")
                    on:click=move |_| by(-1)
                >
                    <span class="to-start" aria-hidden="true"></span>
                </button>
                <button
                    type="button"
                    class="button"
                    id="story-next"
                    aria-disabled=move || (now.get() == last).then_some("true")
                    on:click=move |_| by(1)
                >
                    {move || text::story_next(lang.get())}
                    <span class="to-end" aria-hidden="true"></span>
                </button>
                <span class="hint story-keys">{move || text::story_hint(lang.get())}</span>
                <ShareButton subject=Subject::Page />
                <Show when=move || !store.is_embedded()>
                    <Button class="as-link" id="story-explore" on_click=move || leave(Store::explore)>
                        {move || text::story_explore(lang.get())}
                    </Button>
                </Show>
            </div>
            <p class="visually-hidden" role="status">{said}</p>
        </section>
    }
}

/// What a step says, and where its records stand in the source.
#[component]
fn Caption(step: &'static Step, at: usize, telling: Telling, now: Memo<usize>) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let shown = telling.shown(dataset);
    let mut records: Vec<RecordIx> = match shown.focus {
        Some(Focus::Records(records)) => records.into_iter().collect(),
        _ => Vec::new(),
    };
    records.extend(shown.record);
    let sources = move || {
        let mut all: Vec<_> = records
            .iter()
            .map(|ix| text::names::source_short(lang.get(), dataset.record(*ix), dataset))
            .collect();
        all.dedup();
        phrase(lang.get(), &text::Phrase::joined(all, " · "))
    };
    let paragraph = move |words: String, spoken: Lang| {
        let said = Spoken::said(words, spoken, lang.get());
        view! { <Prose text=Signal::stored(said) /> }
    };
    let paragraphs = move || {
        let text = step.text.as_ref()?;
        let (all, spoken) = (text.get(lang.get()), text.lang(lang.get()));
        let all = all
            .split("\n\n")
            .map(|words| paragraph(words.to_owned(), spoken));
        Some(all.collect_view())
    };
    view! {
        <article class="caption" class:now=move || now.get() == at>
            <h2><Words text=&step.title lang /></h2>
            {paragraphs}
            <p class="hint">{sources}</p>
        </article>
    }
}
