//! What lies over the page.

use super::{Store, Subject};
use leptos::prelude::*;
use model::RecordIx;
use view::ViewState;

/// What can lie over the page. A record and the source are in the link; the
/// others are for the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// One record with all that the dataset holds of it.
    Record(RecordIx),
    /// The source and how the records were made.
    About,
    /// The share dialog.
    Share(Subject),
    /// The keys of the page.
    Keys,
    /// The dialog that opens another dataset.
    Open,
}

/// All that lies over a view, the lowest first: what something covers comes
/// back when that is closed. In a frame there are records only; where the page's
/// parts are not stacked there is room for a record beside them.
pub(super) fn lying(view: &ViewState, is_stacked: bool, passing: Option<Overlay>) -> Vec<Overlay> {
    let is_over = is_stacked || view.embed.is_some();
    let record = view.record.filter(|_| is_over).map(Overlay::Record);
    if view.embed.is_some() {
        return record.into_iter().collect();
    }
    let about = view.about.then_some(Overlay::About);
    [record, about, passing].into_iter().flatten().collect()
}

impl Store {
    /// Whether an open record lies over the views, not beside them.
    #[must_use]
    pub fn is_over(self) -> bool {
        self.widths.stacked.get() || self.view.with(|view| view.embed.is_some())
    }

    /// All that lies over the page, the lowest first.
    #[must_use]
    pub fn overlays(self) -> Memo<Vec<Overlay>> {
        self.overlays
    }

    /// Lays something over the page.
    pub fn show_overlay(self, overlay: Overlay) {
        match overlay {
            Overlay::Record(record) => self.open(record),
            Overlay::About => self.choose(|view| view.about = true),
            Overlay::Share(_) | Overlay::Keys | Overlay::Open => self.passing.set(Some(overlay)),
        }
    }

    /// Takes away what lies on top.
    pub fn close_overlay(self) {
        match self.overlays.with_untracked(|all| all.last().copied()) {
            Some(Overlay::Record(_)) => self.set_record(None),
            Some(Overlay::About) => self.choose(|view| view.about = false),
            Some(Overlay::Share(_) | Overlay::Keys | Overlay::Open) => self.passing.set(None),
            None => {}
        }
    }
}
