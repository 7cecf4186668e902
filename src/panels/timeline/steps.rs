//! Keys on the timeline: up and down go from record to record in the order of
//! time, the others zoom.

use crate::browser::chart::Drawing;
use crate::browser::keys::pressed;
use crate::browser::window;
use crate::state::Store;
use crate::ui::Handle;
use charts::TimelineView;
use leptos::html::Div;
use leptos::prelude::*;
use model::{Lang, RecordIx};
use text::Phrase;
use web_sys::KeyboardEvent;

/// How much a step zooms.
pub const FACTOR: f64 = 1.4;
/// The share of what is visible that a step moves by.
const SHIFT: f64 = 0.2;
/// What of the window's edges stays free about a record, in pixels.
const MARGIN: f64 = 40.0;

/// The record that the keys have come to.
#[derive(Clone, Copy)]
pub struct Steps {
    store: Store,
    drawn: Memo<TimelineView>,
    handle: Handle,
    element: NodeRef<Div>,
    /// The record, and whether it stands out now.
    at: RwSignal<Option<(RecordIx, bool)>>,
}

impl Steps {
    /// Before any key.
    pub fn new(
        store: Store,
        drawn: Memo<TimelineView>,
        handle: Handle,
        element: NodeRef<Div>,
    ) -> Self {
        Self {
            store,
            drawn,
            handle,
            element,
            at: RwSignal::new(None),
        }
    }

    /// What a screen reader says of the record.
    pub fn said(self) -> String {
        let (store, lang) = (self.store, self.store.lang().get());
        match self.at.get() {
            Some((ix, true)) => said(lang, store, ix),
            _ => String::new(),
        }
    }

    /// Nothing stands out any more; keys go on from there.
    pub fn leave(self) {
        if let Some((ix, true)) = self.at.get_untracked() {
            self.at.set(Some((ix, false)));
            self.store.leave(&[ix]);
        }
    }

    /// What a key does. With another key it zooms the page, or goes back: the
    /// browser's.
    pub fn press(self, event: &KeyboardEvent) {
        let Some(key) = pressed(event) else { return };
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let zooms: Option<fn(&Drawing)> = match key.as_str() {
            "+" | "=" => Some(|drawing| drawing.navigate(FACTOR, 0.0)),
            "-" => Some(|drawing| drawing.navigate(1.0 / FACTOR, 0.0)),
            "ArrowLeft" => Some(|drawing| drawing.navigate(1.0, -SHIFT)),
            "ArrowRight" => Some(|drawing| drawing.navigate(1.0, SHIFT)),
            "0" => Some(Drawing::reset),
            _ => None,
        };
        let done = match (key.as_str(), self.at.get_untracked(), zooms) {
            (_, _, Some(zoom)) => self.handle.with(zoom).is_some(),
            ("ArrowDown", ..) => self.go(1),
            ("ArrowUp", ..) => self.go(-1),
            ("Home", ..) => self.go(isize::MIN),
            ("End", ..) => self.go(isize::MAX),
            ("Enter", Some((ix, true)), _) => {
                self.store.open(ix);
                true
            }
            ("Escape", Some((_, true)), _) => {
                self.leave();
                true
            }
            _ => false,
        };
        if done {
            event.prevent_default();
            event.stop_propagation();
        }
    }

    /// Goes so many records on, as far as there are any; whether there are.
    fn go(self, by: isize) -> bool {
        let found = self.drawn.with_untracked(|drawn| {
            let last = drawn.order.len().checked_sub(1)?;
            let at = self.at.get_untracked();
            let now = at.and_then(|(ix, _)| drawn.order.iter().position(|(other, _)| *other == ix));
            let next = match (now, at) {
                (Some(now), Some((_, true))) => now.saturating_add_signed(by),
                (Some(now), _) => now,
                (None, _) if by == isize::MAX => last,
                (None, _) => 0,
            };
            drawn.order.get(next.min(last)).copied()
        });
        let Some((ix, y)) = found else { return false };
        self.at.set(Some((ix, true)));
        self.store.point(vec![ix]);
        if let Some(element) = self.element.get_untracked() {
            let top = element.get_bounding_client_rect().top() + y as f64;
            window::reveal(top - MARGIN, top + MARGIN);
        }
        true
    }
}

fn said(lang: Lang, store: Store, ix: RecordIx) -> String {
    let dataset = store.dataset();
    let record = dataset.record(ix);
    let figure = record.values.first();
    let parts = [
        Some(Phrase::of(lang, &record.title)),
        Some(text::time_parts(lang, record.time.time, dataset)),
        figure.map(|value| text::qualified_parts(lang, value, dataset)),
    ];
    Phrase::joined(parts.into_iter().flatten(), text::clause_separator(lang)).text(lang)
}
