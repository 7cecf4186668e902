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

    /// What stays lit: the open record, or else the group, as far as it is
    /// selected. Where there is any, all else stands back.
    #[must_use]
    pub fn kept(self) -> Memo<Vec<RecordIx>> {
        self.kept
    }

    /// Whether a record stands back behind those that stay lit, and is not pointed
    /// at. One that lies in no period does too, once a period is chosen.
    #[must_use]
    pub fn is_dim(self, record: RecordIx) -> bool {
        let is_beyond = |all: &Vec<RecordIx>| !all.is_empty() && !all.contains(&record);
        let is_untimed =
            || (self.apart()).with(|apart| apart.untimed().binary_search(&record).is_ok());
        (self.kept.with(is_beyond) || is_untimed()) && !self.is_lit(record)
    }

    /// Whether all of these do, if there are any.
    #[must_use]
    pub fn are_dim(self, records: &[RecordIx]) -> bool {
        !records.is_empty() && records.iter().all(|record| self.is_dim(*record))
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
