//! What is fetched before somebody asks for it.

use super::Part;
use super::place::now;
use crate::browser::{fetch, first_act, keys, paint, window};
use crate::state::Store;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use view::{Embed, Panel, ViewState};

/// How long the page waits for the parts that its view shows from the start: after that
/// their places say that they are on their way.
const PAGE_WAIT: Duration = Duration::from_secs(5);
/// So long a reader who prints waits for what is not there.
const PRINT_WAIT: Duration = Duration::from_secs(3);

/// Fetches what an answer may need from the reader's first act on: who only passes by is
/// spared it, and who saves data until it is needed. Who prints has all of it on paper.
pub fn heed_first_act() {
    let has_all = RwSignal::new(false);
    if !fetch::saves_data() {
        first_act::then(move || {
            spawn_local(async move {
                all(Part::ALL.to_vec()).await;
                let _ = has_all.try_set(true);
            });
        });
    }
    let printed = window_event_listener(leptos::ev::keydown, move |event| {
        if !keys::prints(&event) || has_all.get_untracked() {
            return;
        }
        event.prevent_default();
        print_all(has_all);
    });
    on_cleanup(move || printed.remove());
}

/// Prints the page with all that is on it: paper waits for nothing.
fn print_all(has_all: RwSignal<bool>) {
    let waits = StoredValue::new(true);
    let print = move || {
        if waits.try_get_value() == Some(true) {
            waits.set_value(false);
            window::print();
        }
    };
    set_timeout(print, PRINT_WAIT);
    spawn_local(async move {
        all(Part::ALL.to_vec()).await;
        let _ = has_all.try_set(true);
        paint::after(print);
    });
}

/// Waits for all of some parts, which are fetched beside each other. What does not come
/// says so in its place.
async fn all(parts: Vec<Part>) {
    let mut coming: Vec<_> = parts.into_iter().map(Part::load).collect();
    // Each is asked for before the first is waited for.
    coming.retain_mut(|part| now(part).is_none());
    for part in coming {
        part.await;
    }
}

/// What a view shows from its start.
fn needed(view: &ViewState, is_compact: bool) -> Vec<Part> {
    let is_page = view.embed.is_none() && view.telling.is_none();
    // The browser goes back to a place on a page of which nothing is folded away.
    let returns = is_page && view.panel == Panel::All && !is_compact && paint::returns();
    let below = match view.embed {
        None => returns || is_page && matches!(view.panel, Panel::Charts | Panel::Table),
        Some(embed) => matches!(
            embed,
            Embed::Chart(_) | Embed::Checks | Embed::Table | Embed::All
        ),
    };
    let record = view.record.is_some()
        || view.focus.is_some()
        || matches!(view.embed, Some(Embed::Record(_)));
    let more = returns
        || view.telling.is_some()
        || (view.about && view.embed.is_none())
        || matches!(view.embed, Some(Embed::Coverage | Embed::Comparison));
    [
        (below, Part::Below),
        (record, Part::Record),
        (more, Part::More),
    ]
    .into_iter()
    .filter_map(|(is_needed, part)| is_needed.then_some(part))
    .collect()
}

/// Whether all parts are there that a view shows from its start; one that does not come, or
/// not soon, is waited for no longer.
pub fn is_complete(store: Store) -> Signal<bool> {
    let is_compact = store.compact().get_untracked();
    let parts = store.view().with_untracked(|view| needed(view, is_compact));
    let is_there = RwSignal::new(parts.is_empty());
    if !parts.is_empty() {
        let end = move || {
            let _ = is_there.try_set(true);
        };
        set_timeout(end, PAGE_WAIT);
        spawn_local(async move {
            all(parts).await;
            end();
        });
    }
    is_there.into()
}

/// Whether a part has come that is fetched when it is `wanted`. One that does not come
/// passes for it: its place says so.
pub fn come_when(
    part: Part,
    wanted: impl Fn() -> bool + Copy + Send + Sync + 'static,
) -> Signal<bool> {
    // What the page has waited for is there.
    let is_there = untrack(wanted) && now(part.load()).is_some();
    let is_there = RwSignal::new(is_there);
    Effect::new(move |_| {
        if wanted() && !is_there.get_untracked() {
            spawn_local(async move {
                part.load().await;
                let _ = is_there.try_set(true);
            });
        }
    });
    is_there.into()
}
