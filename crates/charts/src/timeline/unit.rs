//! Whole days, months and years, counted.

use model::{Date, Days, FIRST_DAY, LAST_DAY};

/// What a period or a count of records is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Days since 1970.
    Day,
    /// Months since the year 0.
    Month,
    /// Years.
    Year,
}

impl Unit {
    /// The number of the one in which a day lies.
    pub(super) fn index(self, day: Days) -> i32 {
        let date = Date::month_of(day);
        let year = i32::from(date.year());
        match self {
            Self::Day => day,
            Self::Month => year * 12 + i32::from(date.month().unwrap_or(1)) - 1,
            Self::Year => year,
        }
    }

    /// The one of a number, as a date; none beyond the years 1 to 9999.
    pub(super) fn date(self, index: i32) -> Option<Date> {
        match self {
            Self::Day => {
                let month = Date::month_of(index);
                Date::parse(&format!("{month}-{:02}", index - month.first_day() + 1))
            }
            Self::Month => Date::parse(&format!(
                "{:04}-{:02}",
                index.div_euclid(12),
                index.rem_euclid(12) + 1
            )),
            Self::Year => Date::parse(&format!("{index:04}")),
        }
    }

    /// The first day of the one of a number.
    pub(super) fn first_day(self, index: i32) -> Days {
        let beyond = if index > self.index(0) {
            LAST_DAY + 1
        } else {
            FIRST_DAY
        };
        match self {
            Self::Day => index,
            _ => self.date(index).map_or(beyond, Date::first_day),
        }
    }
}
