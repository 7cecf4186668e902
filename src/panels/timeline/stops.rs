//! Keys in the list of records without a stated time: the Tab key stops at one of
//! its rows, the arrows go from row to row.

use crate::browser::keys::pressed;
use crate::state::Store;
use leptos::html::Div;
use leptos::prelude::*;
use model::{RecordIx, SectorIx};
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, HtmlElement, KeyboardEvent};

/// What the keys stop at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// A record.
    Row(RecordIx),
    /// What shows more of a group, or fewer.
    More(SectorIx),
}

/// The stops of the list, in its order.
#[derive(Clone, Copy)]
pub struct Stops {
    store: Store,
    list: NodeRef<Div>,
    all: Memo<Vec<Stop>>,
    /// Where the keys have come to.
    at: RwSignal<Option<Stop>>,
    /// The one at which the Tab key stops: there, or at the first.
    tab: Memo<Option<Stop>>,
}

impl Stops {
    /// Before any key.
    pub fn new(store: Store, list: NodeRef<Div>, all: Memo<Vec<Stop>>) -> Self {
        let at = RwSignal::new(None);
        let tab = Memo::new(move |_| {
            let at = at.get();
            all.with(|all| {
                let is_there = at.is_some_and(|at| all.contains(&at));
                at.filter(|_| is_there).or_else(|| all.first().copied())
            })
        });
        Self {
            store,
            list,
            all,
            at,
            tab,
        }
    }

    /// Whether the Tab key stops at one.
    pub fn at(self, stop: Stop) -> Signal<bool> {
        Signal::derive(move || self.tab.get() == Some(stop))
    }

    /// What a key does; others are the browser's.
    pub fn press(self, event: &KeyboardEvent) {
        let by = match pressed(event).as_deref() {
            _ if event.ctrl_key() || event.meta_key() || event.alt_key() => return,
            Some("ArrowDown") => 1,
            Some("ArrowUp") => -1,
            Some("Home") => isize::MIN,
            Some("End") => isize::MAX,
            _ => return,
        };
        let (all, tab) = (self.all.get_untracked(), self.tab.get_untracked());
        let Some(now) = all.iter().position(|stop| Some(*stop) == tab) else {
            return;
        };
        let next = now.saturating_add_signed(by).min(all.len() - 1);
        if let Some(button) = self.buttons().get(next) {
            event.prevent_default();
            event.stop_propagation();
            // What is pointed at follows the focus.
            self.leave();
            let _ = button.focus();
            if let Some(Stop::Row(ix)) = all.get(next) {
                self.store.point(vec![*ix]);
            }
        }
    }

    /// The focus has come to one.
    pub fn enter(self, event: &FocusEvent) {
        let target = event
            .target()
            .and_then(|t| t.dyn_into::<HtmlElement>().ok());
        let found = self
            .buttons()
            .iter()
            .position(|b| Some(b) == target.as_ref());
        let stop = found.and_then(|at| self.all.with_untracked(|all| all.get(at).copied()));
        if stop.is_some() {
            self.at.set(stop);
        }
    }

    /// The focus has left it: nothing is pointed at from here.
    pub fn leave(self) {
        if let Some(Stop::Row(ix)) = self.at.get_untracked() {
            self.store.leave(&[ix]);
        }
    }

    /// The elements of all stops.
    fn buttons(self) -> Vec<HtmlElement> {
        let found = self.list.get_untracked();
        let found = found.and_then(|list| list.query_selector_all("button").ok());
        found.map_or_else(Vec::new, |found| {
            let all = (0..found.length()).filter_map(|nth| found.item(nth));
            all.filter_map(|node| node.dyn_into().ok()).collect()
        })
    }
}
