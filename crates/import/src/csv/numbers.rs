//! Numbers as people write them into tables: with thousands parted, a decimal
//! comma, a currency, a word of size and a word on how sure it is.

use super::number_words::{CURRENCIES, QUALIFIERS, SIZES, is_currency};
use model::{Decimal, Qualifier};

/// Which sign stands before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// A point: `1,234.5`.
    Point,
    /// A comma: `1.234,5`.
    Comma,
}

/// A number that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its digits, as a JSON number.
    pub digits: String,
    /// How it is qualified.
    pub qualifier: Qualifier,
    /// The ISO 4217 code that stands with it, where one does.
    pub currency: Option<String>,
    /// Whether it is hundredths.
    pub percent: bool,
}

/// What a cell holds instead of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotOne {
    /// Nothing, or a word or sign for it.
    Missing,
    /// Something that is no single number.
    Unclear,
}

/// What the numbers of a column say about their decimal sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Habit {
    points: usize,
    commas: usize,
    open_points: usize,
    open_commas: usize,
}

impl Habit {
    /// Takes a cell into account.
    pub fn see(&mut self, cell: &str) {
        let Some(taken) = split(cell) else { return };
        let digits = taken.digits.as_str();
        let (points, commas) = (count(digits, '.'), count(digits, ','));
        match (points, commas) {
            (0, 0) => {}
            (1.., 1..) => {
                if digits.rfind('.') > digits.rfind(',') {
                    self.points += 1;
                } else {
                    self.commas += 1;
                }
            }
            (1, 0) if is_open(digits, '.') => self.open_points += 1,
            (0, 1) if is_open(digits, ',') => self.open_commas += 1,
            // One that stands there several times parts thousands.
            (1, 0) | (0, 2..) => self.points += 1,
            (2.., 0) | (0, 1) => self.commas += 1,
        }
    }

    /// The sign, and whether it is a guess: where no cell decides it, `1,234` is
    /// read as thousands and `1.234` with decimals, as in most published tables.
    /// A guess too where cells say both.
    #[must_use]
    pub const fn point(&self) -> (Point, bool) {
        let point = if self.commas > self.points {
            Point::Comma
        } else {
            Point::Point
        };
        let is_decided = self.points + self.commas > 0;
        let is_torn = self.points > 0 && self.commas > 0;
        let is_open = self.open_points + self.open_commas > 0;
        (point, is_torn || (is_open && !is_decided))
    }
}

fn count(text: &str, letter: char) -> usize {
    text.matches(letter).count()
}

/// Whether one separator may part thousands as well as decimals: `1,234`.
fn is_open(digits: &str, separator: char) -> bool {
    digits.split_once(separator).is_some_and(|(before, after)| {
        after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0')
    })
}

/// Reads a number.
///
/// # Errors
///
/// What stands there instead.
pub fn number(cell: &str, point: Point) -> Result<Number, NotOne> {
    if is_missing(cell) {
        return Err(NotOne::Missing);
    }
    let taken = split(cell).ok_or(NotOne::Unclear)?;
    let plain = plain(&taken.digits, point).ok_or(NotOne::Unclear)?;
    let sign = if taken.negative { "-" } else { "" };
    let decimal = Decimal::parse(&format!("{sign}{plain}e{}", taken.power));
    let decimal = decimal.ok_or(NotOne::Unclear)?.to_string();
    Ok(Number {
        digits: decimal,
        qualifier: taken.qualifier,
        currency: taken.currency,
        percent: taken.percent,
    })
}

/// Whether a cell says that there is nothing.
#[must_use]
pub fn is_missing(cell: &str) -> bool {
    const WORDS: [&str; 17] = [
        "", "-", "--", "\u{2013}", "\u{2014}", "..", "...", "n/a", "na", "n.a.", "nan", "null",
        "none", "nil", "#n/a", "unknown", "无",
    ];
    let cell = cell.trim();
    WORDS.iter().any(|word| cell.eq_ignore_ascii_case(word))
}

/// Digits without thousands, with a point; `None` where separators stand as in no
/// number of this habit.
fn plain(digits: &str, point: Point) -> Option<String> {
    let (decimal, thousands) = match point {
        Point::Point => ('.', ','),
        Point::Comma => (',', '.'),
    };
    let (whole, fraction) = match digits.split_once(decimal) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let groups: Vec<&str> = whole.split([thousands, ' ', '\'']).collect();
    let (first, others) = groups.split_first()?;
    // Groups of three, and of two as in India; the last one always of three.
    let are_groups = others.iter().all(|g| matches!(g.len(), 2 | 3))
        && others.last().is_none_or(|last| last.len() == 3)
        && (others.is_empty() || (1..=3).contains(&first.len()));
    if !are_groups || !groups.iter().all(|group| all_digits(group)) {
        return None;
    }
    let whole = groups.concat();
    match fraction {
        Some(fraction) if !all_digits(fraction) => None,
        Some("") | None => (!whole.is_empty()).then_some(whole),
        Some(fraction) if whole.is_empty() => Some(format!("0.{fraction}")),
        Some(fraction) => Some(format!("{whole}.{fraction}")),
    }
}

/// The parts of a cell with one number in it.
struct Taken {
    digits: String,
    negative: bool,
    qualifier: Qualifier,
    currency: Option<String>,
    percent: bool,
    power: i32,
}

/// Takes a cell apart; `None` unless all that stands there is known.
fn split(cell: &str) -> Option<Taken> {
    let cell = cell.trim().to_lowercase();
    let cell: String = cell
        .chars()
        .map(|letter| match letter {
            '\u{a0}' | '\u{2009}' | '\u{202f}' => ' ',
            '\u{2212}' | '\u{ff0d}' => '-',
            '\u{2019}' => '\'',
            '\u{ff0c}' => ',',
            other => other,
        })
        .collect();
    let (cell, in_brackets) = match cell.strip_prefix('(').and_then(|c| c.strip_suffix(')')) {
        Some(inner) => (inner.to_owned(), true),
        None => (cell, false),
    };
    let start = cell.find(|c: char| c.is_ascii_digit())?;
    // A point or a minus that belongs to the digits.
    let before = cell.get(..start)?;
    let is_led =
        before.ends_with('.') && !before.trim_end_matches('.').ends_with(char::is_alphabetic);
    let start = if is_led { start - 1 } else { start };
    let rest = cell.get(start..)?;
    let is_digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\'');
    let end = rest.find(|c: char| !is_digits(c)).unwrap_or(rest.len());
    let mut digits = rest.get(..end)?.trim_end();
    let mut after = rest.get(end..)?;
    // 1.5e6, as spreadsheets write large numbers.
    let mut power = 0;
    if let Some(exponent) = after.strip_prefix('e') {
        let tail = exponent.strip_prefix('+').unwrap_or(exponent);
        let length = tail
            .char_indices()
            .find(|(at, c)| !(c.is_ascii_digit() || (*at == 0 && *c == '-')))
            .map_or(tail.len(), |(at, _)| at);
        if let Ok(shift) = tail.get(..length)?.parse::<i32>() {
            power = shift;
            after = tail.get(length..)?;
        }
    }
    digits = digits.trim_end_matches(',');
    let before = cell.get(..start)?;
    let (before, minus) = match before.trim_end().strip_suffix('-') {
        Some(before) => (before, true),
        None => match before.trim_start().strip_prefix('-') {
            Some(before) => (before, true),
            None => (before, false),
        },
    };
    let mut taken = Taken {
        digits: digits.to_owned(),
        negative: minus || in_brackets,
        qualifier: Qualifier::Exact,
        currency: None,
        percent: false,
        power,
    };
    words(before, Side::Before, &mut taken)?;
    words(after, Side::After, &mut taken)?;
    // "-about 5" and the like: what the sign belongs to is not clear.
    (!(taken.negative && taken.qualifier != Qualifier::Exact)).then_some(taken)
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Before,
    After,
}

/// Takes the words beside a number, longest first; `None` if one is not known.
fn words(text: &str, side: Side, taken: &mut Taken) -> Option<()> {
    let mut rest = text.trim();
    'words: while !rest.is_empty() {
        for (word, qualifier) in QUALIFIERS {
            if let Some(after) = word_at(rest, word) {
                // One word that is after the number in Chinese and before it
                // elsewhere; two of them contradict or repeat each other.
                taken.qualifier = taken.qualifier.and(*qualifier);
                rest = after;
                continue 'words;
            }
        }
        if side == Side::After {
            for (word, power) in SIZES {
                if let Some(after) = word_at(rest, word) {
                    taken.power = taken.power.checked_add(*power)?;
                    rest = after;
                    continue 'words;
                }
            }
            if let Some(after) = rest.strip_prefix('%') {
                taken.percent = true;
                rest = after.trim();
                continue;
            }
        }
        for (word, code) in CURRENCIES {
            if let Some(after) = word_at(rest, word) {
                set_currency(taken, code)?;
                rest = after;
                continue 'words;
            }
        }
        let end = rest.find(|c: char| !c.is_ascii_alphabetic());
        let word = rest.get(..end.unwrap_or(rest.len()))?;
        if !is_currency(word) {
            return None;
        }
        set_currency(taken, &word.to_ascii_uppercase())?;
        rest = rest.get(word.len()..)?.trim();
    }
    Some(())
}

fn set_currency(taken: &mut Taken, code: &str) -> Option<()> {
    if taken.currency.as_ref().is_some_and(|other| other != code) {
        return None;
    }
    taken.currency = Some(code.to_owned());
    Some(())
}

/// What follows a word at the start, if it is a whole word.
fn word_at<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(word)?;
    let is_letters = word.ends_with(|c: char| c.is_ascii_alphabetic());
    let goes_on = rest.starts_with(|c: char| c.is_alphanumeric() && c.is_ascii());
    (!(is_letters && goes_on)).then_some(rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::{Habit, NotOne, Point, number};
    use model::Qualifier;

    fn read(cell: &str) -> Option<(String, Qualifier, Option<String>)> {
        let number = number(cell, Point::Point).ok()?;
        Some((number.digits, number.qualifier, number.currency))
    }

    fn digits(cell: &str, point: Point) -> Option<String> {
        number(cell, point).ok().map(|number| number.digits)
    }

    #[test]
    fn digits_stay_as_they_are_but_for_what_parts_thousands() {
        for (cell, point, expected) in [
            ("1,234,567.50", Point::Point, "1234567.50"),
            ("1.234.567,5", Point::Comma, "1234567.5"),
            ("1 234 567", Point::Point, "1234567"),
            ("1\u{202f}234,5", Point::Comma, "1234.5"),
            ("1\u{2019}000", Point::Point, "1000"),
            ("12,34,567", Point::Point, "1234567"),
            ("(1,000)", Point::Point, "-1000"),
            ("-5.25", Point::Point, "-5.25"),
            (".5", Point::Point, "0.5"),
            ("1.5E+06", Point::Point, "1500000"),
        ] {
            assert_eq!(digits(cell, point).as_deref(), Some(expected), "{cell}");
        }
    }

    #[test]
    fn words_beside_a_number_are_kept_where_they_are_clear() {
        for (cell, expected, qualifier, currency) in [
            ("about 3.2 million", "3200000", Qualifier::About, None),
            ("~500", "500", Qualifier::About, None),
            ("more than 1,000", "1000", Qualifier::Over, None),
            ("\u{2265} 20", "20", Qualifier::AtLeast, None),
            ("US$ 1.2bn", "1200000000", Qualifier::Exact, Some("USD")),
            ("1,000 EUR", "1000", Qualifier::Exact, Some("EUR")),
            ("约3.5亿", "350000000", Qualifier::About, None),
            ("500万美元", "5000000", Qualifier::Exact, Some("USD")),
            ("300以上", "300", Qualifier::AtLeast, None),
            ("plus de 40", "40", Qualifier::Over, None),
        ] {
            let expected = (expected.to_owned(), qualifier, currency.map(str::to_owned));
            assert_eq!(read(cell), Some(expected), "{cell}");
        }
    }

    #[test]
    fn what_is_no_single_number_is_none() {
        for cell in [
            "10-20",
            "3 of 5",
            "less than 5",
            "1.2.3",
            "twelve",
            "12 pumps",
            "1,23,4",
            "$5",
            "-about 5",
            "5 USD EUR",
        ] {
            assert_eq!(number(cell, Point::Point), Err(NotOne::Unclear), "{cell}");
        }
        for cell in ["", " ", "n/a", "..", "-", "NaN"] {
            assert_eq!(number(cell, Point::Point), Err(NotOne::Missing), "{cell}");
        }
    }

    #[test]
    fn a_column_decides_which_sign_is_before_decimals() {
        let habit = |cells: &[&str]| {
            let mut habit = Habit::default();
            for cell in cells {
                habit.see(cell);
            }
            habit.point()
        };
        assert_eq!(habit(&["1,234", "5,5"]), (Point::Comma, false));
        assert_eq!(habit(&["1.234", "1.234.567"]), (Point::Comma, false));
        assert_eq!(habit(&["1,234", "5.5"]), (Point::Point, false));
        assert_eq!(habit(&["0,125"]), (Point::Comma, false));
        assert_eq!(habit(&["1,234"]), (Point::Point, true));
        assert_eq!(habit(&["5,5", "5.5"]), (Point::Point, true));
        assert_eq!(habit(&["12", "7"]), (Point::Point, false));
    }
}
