//! How far playing moves the period at a time.

use super::scale::Scale;
use super::unit::Unit;
use model::{Dataset, Lang};
use query::Period;

/// Steps that a reader may choose, where the span has two at least, and no more
/// than one would wait for.
const STEPS: [(Unit, i32); 5] = [
    (Unit::Day, 1),
    (Unit::Month, 1),
    (Unit::Year, 1),
    (Unit::Year, 10),
    (Unit::Year, 100),
];
const MOST: i32 = 400;
/// The first one that needs no more turns than these is the one to begin with.
const USUAL: i32 = 120;

/// A step of playing: so many days, months or years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    scale: Scale,
    unit: Unit,
    step: i32,
}

impl Pace {
    /// Those that fit a dataset's span, the shortest first, and the position of
    /// the usual one; none where there is nothing to go through.
    #[must_use]
    pub fn all(dataset: &Dataset) -> (Vec<Self>, usize) {
        let made = STEPS.map(|(unit, step)| Self {
            scale: Scale::by(dataset, unit),
            unit,
            step,
        });
        let fits = |pace: &Self| (2..=MOST).contains(&pace.turns());
        let paces: Vec<Self> = made.into_iter().filter(fits).collect();
        let usual = paces.iter().position(|pace| pace.turns() <= USUAL);
        let usual = usual.unwrap_or(paces.len().saturating_sub(1));
        (paces, usual)
    }

    /// How many there are in the whole span.
    const fn turns(self) -> i32 {
        (self.scale.steps() + self.step - 1) / self.step
    }

    /// The period one step later, or the first step where all is shown; none at
    /// the end.
    #[must_use]
    pub fn played(self, period: Period) -> Option<Period> {
        let steps = self.scale.steps();
        let (from, to) = self.scale.window(period);
        if (from, to) == (0, steps) {
            return (self.step < steps).then(|| self.scale.period((0, self.step)));
        }
        (to < steps).then(|| self.scale.moved(period, self.step.min(steps - to)))
    }

    /// The same, which at the end begins again with a window as long.
    #[must_use]
    pub fn begun(self, period: Period) -> Period {
        let again = || self.scale.moved(period, -self.scale.steps());
        self.played(period).unwrap_or_else(again)
    }

    /// What it is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> String {
        let count = self.step.unsigned_abs() as usize;
        match self.unit {
            Unit::Day => text::pace_days(lang, count),
            Unit::Month => text::pace_months(lang, count),
            Unit::Year => text::pace_years(lang, count),
        }
    }
}
