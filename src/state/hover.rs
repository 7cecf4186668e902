//! What the reader points at.

use super::Store;
use leptos::prelude::*;
use model::RecordIx;

impl Store {
    /// The records that the reader points at, as far as they are selected.
    #[must_use]
    pub fn lit(self) -> Memo<Vec<RecordIx>> {
        self.lit
    }

    /// Whether a record is among them.
    #[must_use]
    pub fn is_lit(self, record: RecordIx) -> bool {
        self.lit.with(|lit| lit.contains(&record))
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
