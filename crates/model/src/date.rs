//! Dates of a stated precision, and days as plain numbers.

/// Days since 1970-01-01.
pub type Days = i32;

/// The first day of the year 1.
pub const FIRST_DAY: Days = -719_162;
/// The last day of the year 9999.
pub const LAST_DAY: Days = 2_932_896;

/// A year, a month or a day: as precise as it was stated. Years are 1 to 9999.
#[derive(
    borsh::BorshDeserialize,
    borsh::BorshSerialize,
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
)]
pub struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

/// How precisely a date is stated, the coarsest first.
#[derive(
    borsh::BorshDeserialize,
    borsh::BorshSerialize,
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
)]
pub enum Precision {
    /// To the year.
    Year,
    /// To the month.
    Month,
    /// To the day.
    Day,
}

impl Date {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = number(parts.next()?, 4).filter(|year| *year > 0)?;
        let month = match parts.next() {
            None => None,
            Some(part) => Some(number(part, 2).filter(|m| (1..=12).contains(m))? as u8),
        };
        let day = match (parts.next(), month) {
            (None, _) => None,
            (Some(part), Some(month)) => {
                let last = days_in(year, month);
                Some(number(part, 2).filter(|d| (1..=u16::from(last)).contains(d))? as u8)
            }
            (Some(_), None) => return None,
        };
        if parts.next().is_some() {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// A day, in days since 1970; the first or last there is for days beyond.
    #[must_use]
    pub fn day_of(days: Days) -> Self {
        let days = days.clamp(FIRST_DAY, LAST_DAY);
        let (year, month) = year_and_month(days);
        let day = days - days_from_civil(year, month, 1) + 1;
        Self {
            year,
            month: Some(month),
            day: Some(day as u8),
        }
    }

    /// The month of a day; the first or last there is for days beyond.
    #[must_use]
    pub fn month_of(days: Days) -> Self {
        let (year, month) = year_and_month(days.clamp(FIRST_DAY, LAST_DAY));
        Self {
            year,
            month: Some(month),
            day: None,
        }
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, where stated.
    #[must_use]
    pub const fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, where stated.
    #[must_use]
    pub const fn day(self) -> Option<u8> {
        self.day
    }

    /// How precisely it is stated.
    #[must_use]
    pub const fn precision(self) -> Precision {
        match (self.month, self.day) {
            (None, _) => Precision::Year,
            (Some(_), None) => Precision::Month,
            (Some(_), Some(_)) => Precision::Day,
        }
    }

    /// The first day that the date covers.
    #[must_use]
    pub fn first_day(self) -> Days {
        days_from_civil(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day that the date covers.
    #[must_use]
    pub fn last_day(self) -> Days {
        let month = self.month.unwrap_or(12);
        days_from_civil(
            self.year,
            month,
            self.day.unwrap_or_else(|| days_in(self.year, month)),
        )
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

fn number(text: &str, digits: usize) -> Option<u16> {
    (text.len() == digits && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

const fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

const fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn days_before_year(year: u16) -> Days {
    let past = Days::from(year) - 1;
    past * 365 + past / 4 - past / 100 + past / 400
}

fn days_from_civil(year: u16, month: u8, day: u8) -> Days {
    let months: Days = (1..month).map(|m| Days::from(days_in(year, m))).sum();
    days_before_year(year) - days_before_year(1970) + months + Days::from(day) - 1
}

fn year_and_month(days: Days) -> (u16, u8) {
    let epoch = days_before_year(1970);
    let guess = ((days + epoch) / 366 + 1).clamp(1, 9999) as u16;
    let year = (guess..=9999)
        .take_while(|y| days_before_year(*y) - epoch <= days)
        .last()
        .unwrap_or(guess);
    let month = (1..=12)
        .take_while(|m| days_from_civil(year, *m, 1) <= days)
        .last()
        .unwrap_or(1);
    (year, month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes_and_nothing_else() {
        for text in ["1994", "2018-06", "2016-02-29"] {
            assert_eq!(
                Date::parse(text).map(|d| d.to_string()).as_deref(),
                Some(text)
            );
        }
        for text in [
            "",
            "94",
            "2018-13",
            "2018-6",
            "2017-02-29",
            "2018-06-31",
            "2018-06-01-01",
            "x",
            "0000",
            "+201",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn covers_the_days_of_its_precision() {
        let day = |text: &str| Date::parse(text).map(Date::first_day);
        assert_eq!(day("1970-01-01"), Some(0));
        assert_eq!(day("2000-03-01"), Some(11_017));
        let year = Date::parse("2016").expect("a year");
        assert_eq!(year.last_day() - year.first_day(), 365);
        assert_eq!(
            Date::parse("2018-02").map(Date::last_day),
            day("2018-02-28")
        );
    }

    #[test]
    fn finds_month_and_day_of_any_day() {
        for text in [
            "1994-01-01",
            "1999-12-31",
            "2000-02-29",
            "2018-09-30",
            "1969-12-31",
            "0001-01-01",
            "9999-12-31",
        ] {
            let day = Date::parse(text).expect("a day");
            assert_eq!(Date::month_of(day.first_day()).to_string(), text[..7]);
            assert_eq!(Date::day_of(day.first_day()), day);
        }
        assert_eq!(Date::month_of(Days::MIN).to_string(), "0001-01");
        assert_eq!(Date::month_of(Days::MAX).to_string(), "9999-12");
    }
}
