//! What a record may state, and what it states.

use crate::{Dataset, RecordIx, Target, Time, vocabulary};

vocabulary! {
    /// What a reader asks of a statement before it is used.
    Aspect {
        /// Where it stands in a source.
        Source = "source",
        /// When.
        Time = "time",
        /// Where.
        Place = "place",
        /// How much or how many.
        Value = "value",
        /// What else counts it, or may count some of the same.
        Relation = "relation",
    }
}

impl Dataset {
    /// Whether a record states something of an aspect. To state more takes nothing away.
    #[must_use]
    pub fn states(&self, ix: RecordIx, aspect: Aspect) -> bool {
        let record = self.record(ix);
        match aspect {
            // The schema leaves no record without one.
            Aspect::Source => true,
            Aspect::Time => record.time.time != Time::Unknown,
            Aspect::Place => !record.places.is_empty(),
            Aspect::Value => !record.values.is_empty(),
            Aspect::Relation => self.links().has_stated(Target::Record(ix)),
        }
    }

    /// What a record states nothing of.
    pub fn lacks(&self, ix: RecordIx) -> impl Iterator<Item = Aspect> + '_ {
        let all = Aspect::ALL.iter().copied();
        all.filter(move |aspect| !self.states(ix, *aspect))
    }
}
