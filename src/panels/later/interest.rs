//! What is fetched before somebody asks for it.

use super::Part;
use crate::browser::{first_act, paint};
use crate::state::Store;
use leptos::prelude::*;
use leptos::task::spawn_local;
use view::{Embed, Panel, ViewState};

/// Whether the reader has begun to do something. From then on the parts come that an
/// answer may need, the likely ones first; who only passes by is spared them.
#[derive(Clone, Copy)]
pub struct Interest(RwSignal<bool>);

impl Interest {
    /// Listens for the reader's first act.
    #[must_use]
    pub fn new() -> Self {
        let is_there = RwSignal::new(false);
        first_act::then(move || {
            spawn_local(async move {
                for part in [Part::Record, Part::Below, Part::More] {
                    // Whoever needs it asks again, and says what failed.
                    part.load().await;
                }
                let _ = is_there.try_set(true);
            });
        });
        Self(is_there)
    }

    /// Whether all parts are there by now.
    pub fn has_all(self) -> bool {
        self.0.get()
    }
}

/// What a view shows from its start.
fn needed(view: &ViewState) -> Vec<Part> {
    let mut parts = Vec::new();
    match view.embed {
        None if paint::returns() || view.panel != Panel::All => parts.push(Part::Below),
        Some(Embed::Chart(_) | Embed::Table | Embed::All) => parts.push(Part::Below),
        Some(Embed::Coverage | Embed::Comparison | Embed::Checks) => parts.push(Part::More),
        Some(Embed::Record(_)) => parts.push(Part::Record),
        None | Some(Embed::Map | Embed::Timeline | Embed::View) => (),
    }
    if view.record.is_some() || view.focus.is_some() {
        parts.push(Part::Record);
    }
    if view.telling.is_some() {
        parts.push(Part::More);
    }
    parts
}

/// Whether all parts are there that a view shows from its start; a part that does not come
/// is waited for no longer.
pub fn is_complete(store: Store) -> Signal<bool> {
    let parts = store.view().with_untracked(needed);
    let is_there = RwSignal::new(parts.is_empty());
    if !parts.is_empty() {
        spawn_local(async move {
            for part in parts {
                // Its place says what failed.
                part.load().await;
            }
            let _ = is_there.try_set(true);
        });
    }
    is_there.into()
}
