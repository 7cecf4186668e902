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
        let held = RwSignal::new(untrack(now));
        let waits = RwSignal::new(false);
        Effect::new(move |_| {
            let (now, is_printing) = (now(), self.printing().get());
            if is_printing || held.with_untracked(|held| *held == now) {
                held.maybe_update(|held| {
                    let changes = *held != now;
                    *held = now;
                    changes
                });
                waits.set(false);
                return;
            }
            waits.set(true);
            paint::after(move || {
                // The page may be that of another dataset by then.
                let _ = held.try_set(now);
                let _ = waits.try_set(false);
            });
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
