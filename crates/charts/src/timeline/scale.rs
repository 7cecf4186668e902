//! The period as a window on the strip of the whole span, which hands and keys
//! move by whole months or years.

use super::period::axis;
use super::unit::Unit;
use model::{Dataset, Date, Days};
use query::Period;

/// A span of more years than these is measured in years.
const YEARS: i32 = 12;

/// An end of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The first that it holds.
    From,
    /// The last.
    To,
}

/// The whole span, in steps. A window is a range of them, the last not in it;
/// one that reaches to an end of the span has no limit on that side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    axis: (Days, Days),
    unit: Unit,
    low: i32,
    high: i32,
}

impl Scale {
    /// Of a dataset's records.
    #[must_use]
    pub fn of(dataset: &Dataset) -> Self {
        let (first, last) = dataset.extent();
        let years = Unit::Year.index(last) - Unit::Year.index(first);
        Self::by(
            dataset,
            if years > YEARS {
                Unit::Year
            } else {
                Unit::Month
            },
        )
    }

    /// The same in steps of a unit.
    pub(super) fn by(dataset: &Dataset, unit: Unit) -> Self {
        let (first, last) = dataset.extent();
        Self {
            axis: axis(dataset),
            unit,
            low: unit.index(first),
            high: unit.index(last) + 1,
        }
    }

    /// How many steps there are.
    #[must_use]
    pub const fn steps(self) -> i32 {
        self.high - self.low
    }

    /// How far a larger step goes: a year, or five, or as much of a longer span.
    #[must_use]
    pub const fn stride(self) -> i32 {
        match self.unit {
            Unit::Year if self.steps() > 100 => self.steps() / 20,
            Unit::Year => 5,
            Unit::Month | Unit::Day => 12,
        }
    }

    /// A period's window, in steps from the first.
    #[must_use]
    pub fn window(self, period: Period) -> (i32, i32) {
        let at = |day: Days| self.unit.index(day) - self.low;
        let from = period.from().map_or(0, |date| at(date.first_day()));
        let to = period
            .to()
            .map_or(self.steps(), |date| at(date.last_day()) + 1);
        let from = from.clamp(0, self.steps() - 1);
        (from, to.clamp(from + 1, self.steps()))
    }

    /// The period of a window.
    #[must_use]
    pub fn period(self, (from, to): (i32, i32)) -> Period {
        let date = |step: i32| self.unit.date(self.low + step);
        let from = (from > 0).then(|| date(from)).flatten();
        let to = (to < self.steps()).then(|| date(to - 1)).flatten();
        Period::new(from, to).unwrap_or_default()
    }

    /// The period with one end at a step, or as near to it as the other allows.
    #[must_use]
    pub fn with_end(self, period: Period, end: End, step: i32) -> Period {
        let (from, to) = self.window(period);
        self.period(match end {
            End::From => (step.clamp(0, to - 1), to),
            End::To => (from, step.clamp(from + 1, self.steps())),
        })
    }

    /// The window moved by so many steps, as far as the span goes.
    #[must_use]
    pub fn moved(self, period: Period, by: i32) -> Period {
        let (from, to) = self.window(period);
        let by = by.clamp(-from, self.steps() - to);
        self.period((from + by, to + by))
    }

    /// The period between two steps, at least one long.
    #[must_use]
    pub fn between(self, one: i32, other: i32) -> Period {
        let from = one.min(other).clamp(0, self.steps() - 1);
        self.period((from, one.max(other).clamp(from + 1, self.steps())))
    }

    /// The step nearest to a part of the axis, which is 1 in all.
    #[must_use]
    pub fn nearest(self, share: f64) -> i32 {
        let (first, last) = self.axis;
        let day = f64::from(first) + share * f64::from(last - first);
        let step = self.unit.index(day as Days);
        let start = |step: i32| f64::from(self.unit.first_day(step));
        let late = day - start(step) > start(step + 1) - day;
        (step + i32::from(late) - self.low).clamp(0, self.steps())
    }

    /// Where a step begins, as a part of the axis, which it may lie beyond.
    #[must_use]
    pub fn share(self, step: i32) -> f64 {
        let (first, last) = self.axis;
        let day = self.unit.first_day(self.low + step);
        (f64::from(day - first) / f64::from(last - first)).clamp(0.0, 1.0)
    }

    /// The first month or year of a window, or its last.
    #[must_use]
    pub fn date(self, period: Period, end: End) -> Option<Date> {
        let (from, to) = self.window(period);
        self.unit.date(
            self.low
                + match end {
                    End::From => from,
                    End::To => to - 1,
                },
        )
    }
}
