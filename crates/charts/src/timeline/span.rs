//! When a record was, as it is drawn.

use model::{Dataset, Days, RecordIx, Time};

/// How far a side that is not stated fades out, in days.
const FADE: Days = 400;

/// How a time is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A bar: from a date to another, or on one side not stated.
    Bar = 0,
    /// A capsule: some time in that year.
    Year = 1,
    /// A diamond: in that month, or on that day.
    Moment = 2,
}

/// A record's time on the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day, and the last.
    pub first: Days,
    /// See there.
    pub last: Days,
    /// Whether the start is not stated.
    pub open_start: bool,
    /// Whether the end is not.
    pub open_end: bool,
    /// How it is drawn.
    pub look: Look,
    /// The day after which it was still to come when the source was written.
    pub planned_after: Option<Days>,
}

impl Span {
    /// What its form is called in style sheets, which draw it as the charts do.
    #[must_use]
    pub fn form(&self) -> String {
        let form = match self.look {
            Look::Bar => "bar",
            Look::Year => "year",
            Look::Moment => "moment",
        };
        let open = match (self.open_start, self.open_end) {
            (true, _) => " open-start",
            (_, true) => " open-end",
            _ => "",
        };
        let planned = self.planned_after.map_or("", |_| " planned");
        format!("{form}{open}{planned}")
    }
}

/// The span of a record; none where its time is not stated.
#[must_use]
pub fn span(dataset: &Dataset, record: RecordIx) -> Option<Span> {
    let time = dataset.record(record).time.time;
    let (first, last) = dataset.days(time)?;
    let open_start = matches!(time, Time::Until(_));
    let open_end = matches!(time, Time::Since(_));
    let look = match time {
        Time::Point(_) if last - first > 31 => Look::Year,
        Time::Point(_) => Look::Moment,
        _ => Look::Bar,
    };
    let now = dataset.as_of.last_day();
    Some(Span {
        first: if open_start { first - FADE } else { first },
        last: if open_end { last + FADE } else { last },
        open_start,
        open_end,
        look,
        planned_after: (!open_end && last > now).then_some(now.max(first - 1)),
    })
}
