//! What the reader points at or keeps lit.

use super::Store;
use leptos::prelude::*;
use model::RecordIx;
use query::PlaceChoice;
use view::Focus;

impl Store {
    /// The records that stand out, as far as they are selected: those that the
    /// reader points at, or else the open one, or else those that stay lit.
    #[must_use]
    pub fn lit(self) -> Memo<Vec<RecordIx>> {
        self.lit
    }

    /// Whether a record is among them.
    #[must_use]
    pub fn is_lit(self, record: RecordIx) -> bool {
        self.lit.with(|lit| lit.contains(&record))
    }

    /// What is selected of the group that stays lit.
    #[must_use]
    pub fn focused(self) -> Memo<Vec<RecordIx>> {
        self.focused
    }

    /// Whether a record stands back behind those that stay lit.
    #[must_use]
    pub fn is_dim(self, record: RecordIx) -> bool {
        let is_open = self.view.with(|view| view.record.is_some());
        let kept = is_open || self.focused.with(|focused| !focused.is_empty());
        // Where nothing is lit, what is chosen is not selected: it dims nothing.
        kept && self
            .lit
            .with(|lit| !lit.is_empty() && !lit.contains(&record))
    }

    /// Whether a place is filtered by or keeps its records lit.
    #[must_use]
    pub fn is_chosen(self, choice: PlaceChoice) -> bool {
        self.view.with(|view| {
            let lit = match &view.focus {
                Some(Focus::Places(places)) => places.contains(&choice),
                _ => false,
            };
            lit || view.filter.places.contains(&choice)
        })
    }

    /// The reader points at these records.
    pub fn point(self, records: Vec<RecordIx>) {
        self.hovered.set(records);
    }

    /// The reader points away from these records, or what stood for them is gone.
    pub fn leave(self, records: &[RecordIx]) {
        // A page that is taken down as a whole has no store any more.
        if self.hovered.try_with_untracked(|h| h == records) == Some(true) {
            self.hovered.set(Vec::new());
        }
    }
}
