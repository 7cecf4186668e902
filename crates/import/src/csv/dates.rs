//! Dates as people write them into tables.

use model::{Date, Days};

/// Which of day and month stands first where both are numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// `31/12/2020`.
    DayFirst,
    /// `12/31/2020`.
    MonthFirst,
}

/// A time that a cell states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stated {
    /// A date, as precise as it was written.
    Date(Date),
    /// Two years: `2014-2016`, `2014/15`.
    Years(Date, Date),
}

/// What the dates of a column say about their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Habit {
    day_first: usize,
    month_first: usize,
    open: usize,
}

impl Habit {
    /// Takes a cell into account.
    pub fn see(&mut self, cell: &str) {
        if let Some((first, second, _, '/' | '-')) = parted(clock_off(cell)) {
            match (first > 12, second > 12) {
                (true, false) => self.day_first += 1,
                (false, true) => self.month_first += 1,
                (false, false) if first != second => self.open += 1,
                _ => {}
            }
        }
    }

    /// The order, and whether it is a guess. `None` where some cells can only be
    /// read the one way and others only the other: then none that may be either
    /// is read.
    #[must_use]
    pub const fn order(&self) -> (Option<Order>, bool) {
        match (self.day_first > 0, self.month_first > 0) {
            (true, true) => (None, false),
            (false, true) => (Some(Order::MonthFirst), false),
            (true, false) => (Some(Order::DayFirst), false),
            // Most of the world writes the day first.
            (false, false) => (Some(Order::DayFirst), self.open > 0),
        }
    }
}

/// Reads a date, or two years.
#[must_use]
pub fn date(cell: &str, order: Option<Order>) -> Option<Stated> {
    let cell = clock_off(cell);
    if let Some(date) = Date::parse(cell) {
        return Some(Stated::Date(date));
    }
    if let Some((from, to)) = years(cell) {
        return Some(Stated::Years(from, to));
    }
    let iso = match cell.bytes().filter(u8::is_ascii_digit).count() {
        8 if cell.len() == 8 => {
            format!("{}-{}-{}", cell.get(..4)?, cell.get(4..6)?, cell.get(6..)?)
        }
        _ => written(cell, order).or_else(|| named(cell))?,
    };
    Date::parse(&iso).map(Stated::Date)
}

/// A spreadsheet's count of days, from 1954 to 2119.
#[must_use]
pub fn serial(cell: &str) -> Option<Date> {
    let whole = cell
        .trim()
        .split_once('.')
        .map_or(cell.trim(), |(whole, _)| whole);
    let number: Days = whole.parse().ok()?;
    // Day 25569 is the first of 1970.
    (20_000..80_000)
        .contains(&number)
        .then(|| of_days(number - 25_569))?
}

/// The date of a day.
fn of_days(days: Days) -> Option<Date> {
    let month = Date::month_of(days);
    let day = days.checked_sub(month.first_day())?.checked_add(1)?;
    Date::parse(&format!("{month}-{day:02}"))
}

/// A cell without the time of day behind the date.
fn clock_off(cell: &str) -> &str {
    let cell = cell.trim();
    let Some(at) = cell.find(['T', ' ']) else {
        return cell;
    };
    let (date, rest) = cell.split_at(at);
    let clock = rest.trim_start_matches(['T', ' ']);
    let is_clock = clock.contains(':')
        && clock.starts_with(|c: char| c.is_ascii_digit())
        && date.ends_with(|c: char| c.is_ascii_digit());
    let is_zone = clock.is_empty();
    if is_clock || is_zone { date } else { cell }
}

/// `2014-2016`, `2014/2015`, `2014-15`, with or without `FY`.
fn years(cell: &str) -> Option<(Date, Date)> {
    let cell = cell.strip_prefix("FY").unwrap_or(cell).trim();
    let (from, to) = cell.split_once(['-', '/', '\u{2013}'])?;
    let (from, to) = (from.trim(), to.trim());
    let first = Date::parse(from).filter(|_| from.len() == 4)?;
    let to = match to.len() {
        4 => to.to_owned(),
        2 => format!("{}{to}", from.get(..2)?),
        _ => return None,
    };
    let last = Date::parse(&to)?;
    let is_short = cell.len() < 9;
    let is_next = first.year() + 1 == last.year();
    // 2014-06 is a month; 2014/15 the year after.
    ((!is_short && first.year() <= last.year()) || is_next).then_some((first, last))
}

/// Three numbers and the sign between them.
fn parted(cell: &str) -> Option<(u32, u32, u32, char)> {
    let sign = cell.chars().find(|c| matches!(c, '/' | '-' | '.'))?;
    let mut parts = cell.split(sign).map(|part| {
        let is_number = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| part.parse::<u32>().ok()).flatten()
    });
    let three = (parts.next()??, parts.next()??, parts.next()??);
    let is_end = parts.next().is_none();
    let has_year = cell.len() >= 8 && (three.0 >= 1000 || three.2 >= 1000);
    (is_end && has_year).then_some((three.0, three.1, three.2, sign))
}

/// Numbers parted by signs.
fn written(cell: &str, order: Option<Order>) -> Option<String> {
    if let Some((year, rest)) = cell.split_once('\u{5e74}') {
        return chinese(year, rest);
    }
    let Some((first, second, third, sign)) = parted(cell) else {
        return month_and_year(cell);
    };
    if first >= 1000 {
        return Some(format!("{first:04}-{second:02}-{third:02}"));
    }
    let order = if sign == '.' {
        Some(Order::DayFirst)
    } else {
        order
    };
    let (day, month) = match (first > 12, second > 12) {
        (true, false) => (first, second),
        (false, true) => (second, first),
        (false, false) if first == second => (first, second),
        (false, false) => match order? {
            Order::DayFirst => (first, second),
            Order::MonthFirst => (second, first),
        },
        (true, true) => return None,
    };
    Some(format!("{third:04}-{month:02}-{day:02}"))
}

/// `05/2014`, `2014/05`, `2014.05`.
fn month_and_year(cell: &str) -> Option<String> {
    let (first, second) = cell.split_once(['/', '.', '-'])?;
    let (year, month) = if first.len() == 4 {
        (first, second)
    } else {
        (second, first)
    };
    let month: u32 = month.parse().ok()?;
    (year.len() == 4).then(|| format!("{year}-{month:02}"))
}

/// `2014年`, `2014年5月`, `2014年5月1日`.
fn chinese(year: &str, rest: &str) -> Option<String> {
    let year = year.trim();
    let rest = rest.trim();
    if rest.is_empty() {
        return Some(year.to_owned());
    }
    let (month, day) = rest.split_once('\u{6708}')?;
    let month: u32 = month.trim().parse().ok()?;
    let day = day.trim().trim_end_matches(['\u{65e5}', '\u{53f7}']);
    if day.is_empty() {
        return Some(format!("{year}-{month:02}"));
    }
    let day: u32 = day.parse().ok()?;
    Some(format!("{year}-{month:02}-{day:02}"))
}

/// `1 May 2014`, `May 1, 2014`, `May 2014`, `1-mai-2014`.
fn named(cell: &str) -> Option<String> {
    let (mut month, mut year, mut day) = (None, None, None);
    let lower = cell.to_lowercase();
    for word in lower
        .split([' ', ',', '-', '.', '/'])
        .filter(|w| !w.is_empty())
    {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            let number = word
                .trim_end_matches("st")
                .trim_end_matches("nd")
                .trim_end_matches("rd")
                .trim_end_matches("th")
                .trim_end_matches("er");
            let into = if number.len() == 4 {
                &mut year
            } else {
                &mut day
            };
            if into.replace(number.parse::<u32>().ok()?).is_some() {
                return None;
            }
        } else if matches!(word, "de" | "del" | "le" | "of") {
        } else if month.replace(month_of(word)?).is_some() {
            return None;
        }
    }
    let (year, month) = (year?, month?);
    Some(match day {
        Some(day) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("{year:04}-{month:02}"),
    })
}

/// A month by its English, French or Spanish name, or the first letters of it.
fn month_of(word: &str) -> Option<u32> {
    const NAMES: [&[&str]; 12] = [
        &["january", "janvier", "enero"],
        &["february", "février", "fevrier", "febrero"],
        &["march", "mars", "marzo"],
        &["april", "avril", "abril"],
        &["may", "mai", "mayo"],
        &["june", "juin", "junio"],
        &["july", "juillet", "julio"],
        &["august", "août", "aout", "agosto"],
        &["september", "septembre", "septiembre"],
        &["october", "octobre", "octubre"],
        &["november", "novembre", "noviembre"],
        &["december", "décembre", "decembre", "diciembre"],
    ];
    let is_meant =
        |name: &str| name == word || (word.chars().count() >= 3 && name.starts_with(word));
    let mut found = (1..)
        .zip(NAMES)
        .filter(|(_, names)| names.iter().any(|name| is_meant(name)));
    let (month, _) = found.next()?;
    // "jui" may be two months.
    found.next().is_none().then_some(month)
}

#[cfg(test)]
mod tests {
    use super::{Habit, Order, Stated, date, serial};

    fn read(cell: &str, order: Option<Order>) -> Option<String> {
        match date(cell, order)? {
            Stated::Date(date) => Some(date.to_string()),
            Stated::Years(from, to) => Some(format!("{from}..{to}")),
        }
    }

    #[test]
    fn dates_are_as_precise_as_they_are_written() {
        for (cell, expected) in [
            ("2014", "2014"),
            ("2014-05", "2014-05"),
            ("2014-05-01", "2014-05-01"),
            ("2014-05-01T00:00:00Z", "2014-05-01"),
            ("2014-05-01 12:30:00", "2014-05-01"),
            ("2014/5/1", "2014-05-01"),
            ("20140501", "2014-05-01"),
            ("1.5.2014", "2014-05-01"),
            ("31/12/2014", "2014-12-31"),
            ("12/31/2014", "2014-12-31"),
            ("05/2014", "2014-05"),
            ("2014年5月1日", "2014-05-01"),
            ("2014年5月", "2014-05"),
            ("2014年", "2014"),
            ("1 May 2014", "2014-05-01"),
            ("May 1st, 2014", "2014-05-01"),
            ("1 de mayo de 2014", "2014-05-01"),
            ("juin 2014", "2014-06"),
            ("01-Sep-2014", "2014-09-01"),
            ("2014-2016", "2014..2016"),
            ("2014/15", "2014..2015"),
            ("FY2014-15", "2014..2015"),
        ] {
            assert_eq!(read(cell, None).as_deref(), Some(expected), "{cell}");
        }
    }

    #[test]
    fn a_date_that_may_be_two_needs_the_columns_order() {
        assert_eq!(read("03/04/2014", None), None);
        assert_eq!(
            read("03/04/2014", Some(Order::DayFirst)).as_deref(),
            Some("2014-04-03")
        );
        assert_eq!(
            read("03/04/2014", Some(Order::MonthFirst)).as_deref(),
            Some("2014-03-04")
        );
        assert_eq!(read("04/04/2014", None).as_deref(), Some("2014-04-04"));
        let order = |cells: &[&str]| {
            let mut habit = Habit::default();
            for cell in cells {
                habit.see(cell);
            }
            habit.order()
        };
        assert_eq!(
            order(&["03/04/2014", "13/04/2014"]),
            (Some(Order::DayFirst), false)
        );
        assert_eq!(
            order(&["03/04/2014", "04/13/2014"]),
            (Some(Order::MonthFirst), false)
        );
        assert_eq!(order(&["03/04/2014"]), (Some(Order::DayFirst), true));
        assert_eq!(order(&["13/04/2014", "04/13/2014"]), (None, false));
        assert_eq!(order(&["2014-03-04"]), (Some(Order::DayFirst), false));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for cell in [
            "",
            "soon",
            "31/02/2014",
            "99/99/2014",
            "1/5/14",
            "2014-13-01",
            "12",
            "May",
            "1 2 May 2014",
        ] {
            assert_eq!(read(cell, Some(Order::DayFirst)), None, "{cell}");
        }
    }

    #[test]
    fn a_spreadsheets_days_are_counted_from_its_first() {
        assert_eq!(
            serial("41760").map(|d| d.to_string()).as_deref(),
            Some("2014-05-01")
        );
        assert_eq!(
            serial("25569").map(|d| d.to_string()).as_deref(),
            Some("1970-01-01")
        );
        assert_eq!(serial("2014"), None);
        assert_eq!(serial("1000000"), None);
    }
}
