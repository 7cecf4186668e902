//! What lies within a period, and what only reaches into it.

use super::Period;
use model::{Dataset, Days, RecordIx, Time, vocabulary};

vocabulary! {
    /// How a record's stated time lies to a period that it touches.
    Reach {
        /// All of it lies within the period.
        Within = "within",
        /// It goes beyond the period, or may: what the record says is not of the
        /// period alone.
        Reaching = "reaches",
    }
}

/// The days of a stated time, and which of its ends the source leaves open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stated {
    first: Days,
    last: Days,
    start_open: bool,
    end_open: bool,
}

impl Stated {
    /// Those of a time; none where it is not stated.
    pub(super) fn of(dataset: &Dataset, time: Time) -> Option<Self> {
        let (first, last) = dataset.days(time)?;
        Some(Self {
            first,
            last,
            start_open: matches!(time, Time::Until(_)),
            end_open: matches!(time, Time::Since(_)),
        })
    }
}

impl Period {
    /// How a time lies to the period; none where it does not touch it.
    ///
    /// - Without a limit all lies within.
    /// - A time that is not stated lies in no period: it is never guessed into one.
    /// - A date covers all days that it may mean: 2017 lies within 2017, and only
    ///   reaches into March to May 2017.
    /// - From a date on, with an open end, lies within only where the period has no
    ///   end either; up to a date, with an unknown start, only where the period has
    ///   no start. It touches what is known of it: up to the day of the source, and
    ///   that end alone.
    #[must_use]
    pub fn reach(self, dataset: &Dataset, time: Time) -> Option<Reach> {
        self.reach_of(Stated::of(dataset, time))
    }

    pub(super) fn reach_of(self, stated: Option<Stated>) -> Option<Reach> {
        if self.is_all() {
            return Some(Reach::Within);
        }
        let Stated {
            first,
            last,
            start_open,
            end_open,
        } = stated?;
        let from = self.from().map(model::Date::first_day);
        let to = self.to().map(model::Date::last_day);
        let touches = from.is_none_or(|from| last >= from) && to.is_none_or(|to| first <= to);
        let starts = from.is_none_or(|from| !start_open && first >= from);
        let ends = to.is_none_or(|to| !end_open && last <= to);
        touches.then_some(if starts && ends {
            Reach::Within
        } else {
            Reach::Reaching
        })
    }
}

/// The records that a filter selects, told apart by its period: each is in one of
/// both lists. Without a period all lie within.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    all: Vec<RecordIx>,
    within: Vec<RecordIx>,
    reaching: Vec<RecordIx>,
    untimed: Vec<RecordIx>,
}

impl Selection {
    /// Of records in ascending order, each with how it lies to the period: none is
    /// for one without a stated time, which is left out and counted.
    pub(super) fn new(records: impl Iterator<Item = (RecordIx, Option<Reach>)>) -> Self {
        let mut selection = Self::default();
        for (record, reach) in records {
            let Some(reach) = reach else {
                selection.untimed.push(record);
                continue;
            };
            selection.all.push(record);
            match reach {
                Reach::Within => selection.within.push(record),
                Reach::Reaching => selection.reaching.push(record),
            }
        }
        selection
    }

    /// All of them, in the dataset's order.
    #[must_use]
    pub fn all(&self) -> &[RecordIx] {
        &self.all
    }

    /// Those that lie within the period: what they state is of it, and may count.
    #[must_use]
    pub fn within(&self) -> &[RecordIx] {
        &self.within
    }

    /// Those that only reach into the period: what they state is of more than it.
    #[must_use]
    pub fn reaching(&self) -> &[RecordIx] {
        &self.reaching
    }

    /// What the rest of the filter selects beside them: records in no period, as
    /// their time is not stated. They count for nothing.
    #[must_use]
    pub fn untimed(&self) -> &[RecordIx] {
        &self.untimed
    }
}
