//! The button that moves the period through time, and how far at a time.

use crate::browser::{keys, media};
use crate::state::Store;
use crate::ui::{Choice, Select};
use charts::Pace;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// How long each step is seen.
const BEAT: Duration = Duration::from_millis(1200);
const ID: &str = "play";

/// Plays; where the reader wants no motion, each press is a step.
#[component]
pub fn Play() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let (paces, usual) = Pace::all(store.dataset());
    let count = paces.len();
    let paces = StoredValue::new(paces);
    let at = RwSignal::new(usual);
    let playing = RwSignal::new(false);
    let still = media::is("(prefers-reduced-motion: reduce)");
    let period = move || store.filter().with_untracked(|filter| filter.period);
    let pace = move || paces.with_value(|paces| paces.get(at.get_untracked()).copied());
    let go_on = move || match pace().and_then(|pace| pace.played(period())) {
        // One way through time is one step of Back.
        Some(next) => store.adjust_period(next),
        None => playing.set(false),
    };
    Effect::new(move |_| {
        if playing.get()
            && let Ok(beat) = set_interval_with_handle(go_on, BEAT)
        {
            on_cleanup(move || beat.clear());
        }
    });
    // Any touch or key stops it; those that press the button itself do so as
    // clicks of it.
    let is_own = |event: &web_sys::Event| {
        let target = event
            .target()
            .and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        target.is_some_and(|e| matches!(e.closest(&format!("#{ID}")), Ok(Some(_))))
    };
    let touched = window_event_listener(leptos::ev::pointerdown, move |event| {
        if playing.get_untracked() && !is_own(&event) {
            playing.set(false);
        }
    });
    let pressed = window_event_listener(leptos::ev::keydown, move |event| {
        let presses = matches!(keys::pressed(&event).as_deref(), Some("Enter" | " "));
        if playing.get_untracked() && !(presses && is_own(&event)) {
            playing.set(false);
        }
    });
    on_cleanup(move || {
        touched.remove();
        pressed.remove();
    });
    let on_click = move |_| {
        if playing.get_untracked() {
            playing.set(false);
        } else if let Some(pace) = pace() {
            store.set_period(pace.begun(period()));
            playing.set(!still);
        }
    };
    let label = move || {
        let lang = lang.get();
        match (still, playing.get()) {
            (true, _) => text::play_step(lang),
            (false, true) => text::play_stop(lang),
            (false, false) => text::play(lang),
        }
    };
    let shape = move || match (still, playing.get()) {
        (true, _) => "M1 1l6 5-6 5zM9 1h2v10H9z",
        (false, true) => "M1 1h3.5v10H1zM7 1h3.5v10H7z",
        (false, false) => "M2 1l9 5-9 5z",
    };
    let choices = Signal::derive(move || {
        let lang = lang.get();
        let choice = |(value, pace): (usize, &Pace)| Choice {
            value,
            word: value.to_string(),
            name: pace.name(lang),
        };
        paces.with_value(|paces| paces.iter().enumerate().map(choice).collect::<Vec<_>>())
    });
    (count > 0).then(|| view! {
        <button type="button" class="button play" id=ID aria-label=label title=label on:click=on_click>
            <svg viewBox="0 0 12 12" aria-hidden="true">
                <path fill="currentColor" d=shape></path>
            </svg>
        </button>
        <Show when=move || { count > 1 }>
            <div class="pace">
                <Select
                    id="pace"
                    beside=true
                    label=Signal::derive(move || text::pace(lang.get()).to_owned())
                    choices
                    value=at
                    on_choose=Callback::new(move |position| at.set(position))
                />
            </div>
        </Show>
    })
}
