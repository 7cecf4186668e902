//! The store as what lies below the first screen sees it: a task later, so that what
//! a reader did is on screen before all of a long page has followed.

use super::Store;
use super::store::Selected;
use crate::browser::paint;
use leptos::prelude::*;
use model::Lang;
use query::{Filter, Selection};

/// What drawings, lists and words follow.
#[derive(Clone, PartialEq)]
struct Now {
    lang: Lang,
    dark: bool,
    filter: Filter,
    apart: Selection,
}

impl Store {
    /// The store, one task behind what changes the language, the colours or the
    /// selection; and whether it is behind just now. On paper it never is.
    #[must_use]
    pub fn behind(self) -> (Self, ReadSignal<bool>) {
        let apart = self.apart();
        let now = move || Now {
            lang: self.lang.get(),
            dark: self.dark.get(),
            filter: self.filter.get(),
            apart: apart.get(),
        };
        let latest = StoredValue::new(untrack(now));
        let held = RwSignal::new(latest.get_value());
        let waits = RwSignal::new(false);
        // What waited may be of before by then, and the page that of another dataset.
        let follow = move || {
            if let Some(now) = latest.try_get_value() {
                let _ = held.try_set(now);
                let _ = waits.try_set(false);
            }
        };
        Effect::new(move |_| {
            latest.set_value(now());
            if self.printing().get() {
                follow();
            } else if latest.with_value(|now| held.with_untracked(|held| held != now)) {
                waits.set(true);
                paint::after(follow);
            } else {
                // Taken back before anything followed.
                waits.set(false);
            }
        });
        let apart = Memo::new(move |_| held.with(|held| held.apart.clone()));
        let late = Self {
            lang: Memo::new(move |_| held.with(|held| held.lang)),
            dark: Memo::new(move |_| held.with(|held| held.dark)),
            filter: Memo::new(move |_| held.with(|held| held.filter.clone())),
            selected: StoredValue::new(Selected::of(apart)),
            ..self
        };
        (late, waits.read_only())
    }
}
