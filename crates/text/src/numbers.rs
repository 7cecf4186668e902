//! Numbers in each language's own units.

use super::names;
use ::words::Locale;
use model::{Dataset, Decimal, Lang, NUMBER, Plural, Qualifier, Unit, UnitIx, UnitMeasure, Value};

/// At most this many digits after the point of a number that was computed.
const DIGITS: usize = 4;
/// As on paper, and not to be taken for a hyphen.
const MINUS: &str = "−";

/// A number on its way to the screen.
#[derive(Clone, Copy)]
enum Number<'a> {
    /// Rounded, since its last digits are the computer's own.
    Computed(f64),
    /// With every digit that was written.
    Stated(&'a Decimal),
}

impl Number<'_> {
    fn size(self) -> f64 {
        match self {
            Self::Computed(number) => number.abs(),
            Self::Stated(decimal) => decimal.to_f64().abs(),
        }
    }

    fn is_one(self) -> bool {
        match self {
            Self::Computed(number) => number == 1.0,
            Self::Stated(decimal) => decimal.to_f64() == 1.0,
        }
    }

    /// In digits, as so many times ten to the power of `power`.
    fn times_ten_to(self, power: usize, digits: usize) -> String {
        match self {
            Self::Computed(number) => {
                let scaled = number / 10_f64.powi(i32::try_from(power).unwrap_or(0));
                let fixed = format!("{:.digits$}", scaled.abs());
                let (whole, fraction) = fixed.split_once('.').unwrap_or((&fixed, ""));
                grouped(scaled < 0.0, whole, fraction)
            }
            Self::Stated(decimal) => {
                let (negative, whole, fraction) = decimal.parts();
                // Zeros before it, so that there is a digit before the point.
                let whole = format!("{}{whole}", "0".repeat(power));
                let (whole, moved) = whole.split_at(whole.len() - power);
                let whole = match whole.trim_start_matches('0') {
                    "" => "0",
                    trimmed => trimmed,
                };
                grouped(negative, whole, &format!("{moved}{fraction}"))
            }
        }
    }
}

/// Digits in groups of three, without needless zeros; zero has no sign.
fn grouped(negative: bool, whole: &str, fraction: &str) -> String {
    let fraction = fraction.trim_end_matches('0');
    let mut text = String::with_capacity(whole.len() * 2 + fraction.len());
    if negative && !(whole == "0" && fraction.is_empty()) {
        text.push_str(MINUS);
    }
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// A number as plain digits, grouped in thousands, without needless zeros.
#[must_use]
pub fn plain(number: f64) -> String {
    Number::Computed(number).times_ten_to(0, DIGITS)
}

/// The same of a number as it is stated: every digit of it.
#[must_use]
pub fn exact(number: &Decimal) -> String {
    Number::Stated(number).times_ten_to(0, DIGITS)
}

/// A large number in 亿, or in billions and millions; smaller ones in full.
#[must_use]
pub fn number(lang: Lang, number: f64) -> String {
    large(lang, Number::Computed(number))
}

fn large(lang: Lang, number: Number<'_>) -> String {
    let size = number.size();
    let step = steps(lang).iter().find(|(_, from, ..)| size >= *from);
    let (power, word) = step.map_or((0, ""), |(_, _, power, word)| (*power, *word));
    format!("{}{word}", number.times_ten_to(power, DIGITS))
}

/// The large numbers of a language, the largest first: its size, from what
/// number on it is used, its power of ten, and its word.
const fn steps_of(locale: Locale) -> &'static [(f64, f64, usize, &'static str)] {
    match locale {
        Locale::Zh => &[(1e8, 1e8, 8, " 亿"), (1e4, 1e6, 4, " 万")],
        Locale::En => &[(1e9, 1e9, 9, " billion"), (1e6, 1e6, 6, " million")],
    }
}

fn steps(lang: Lang) -> &'static [(f64, f64, usize, &'static str)] {
    steps_of(Locale::of(lang))
}

/// A computed number with its unit: 44.7 亿元, CNY 4.47 billion.
#[must_use]
pub fn amount(lang: Lang, value: f64, unit: UnitIx, dataset: &Dataset) -> String {
    with_unit(lang, Number::Computed(value), unit, dataset)
}

fn with_unit(lang: Lang, value: Number<'_>, unit: UnitIx, dataset: &Dataset) -> String {
    let unit = dataset.unit(unit);
    let number = match unit.decimals {
        Some(digits) => value.times_ten_to(0, usize::from(digits)),
        None => large(lang, value),
    };
    let plural = |of: Lang| plural(of, value);
    put(lang, &pattern(lang, unit, dataset, plural), &number)
}

/// The words around a number of the unit. `plural` tells its plural form in a
/// language.
fn pattern(lang: Lang, unit: &Unit, dataset: &Dataset, plural: impl Fn(Lang) -> Plural) -> String {
    match &unit.measure {
        UnitMeasure::Percent => format!("{NUMBER}%"),
        UnitMeasure::Counted(forms) => forms
            .get(lang)
            .map_or(NUMBER, |(of, counted)| counted.get(plural(of)))
            .to_owned(),
        UnitMeasure::Money(currency, per) => {
            let currency = dataset.currency(*currency);
            let words = match &currency.words {
                Some(words) => words.get(lang).to_owned(),
                None => format!("{} {NUMBER}", currency.code),
            };
            let per = per.as_ref().map_or("", |per| per.get(lang));
            format!("{words}{per}")
        }
    }
}

/// Puts a number into the words around it. In Chinese a number that ends in a
/// word, as 亿, and the unit after it stand without a space.
fn put(lang: Lang, pattern: &str, number: &str) -> String {
    let ends_in_word = number.ends_with(|c: char| !c.is_ascii_digit());
    if Locale::of(lang) == Locale::Zh && ends_in_word {
        let spaced = format!("{NUMBER} ");
        return pattern
            .replacen(&spaced, NUMBER, 1)
            .replacen(NUMBER, number, 1);
    }
    pattern.replacen(NUMBER, number, 1)
}

/// What the numbers of an axis are in, each divided by `divisor`: "CNY billion",
/// 亿元, "persons".
#[must_use]
pub fn axis_unit(lang: Lang, unit: UnitIx, divisor: f64, dataset: &Dataset) -> String {
    let word = steps(lang)
        .iter()
        .find(|(size, ..)| *size == divisor)
        .map_or("", |(.., word)| *word);
    let pattern = pattern(lang, dataset.unit(unit), dataset, |_| Plural::Other);
    let filled = if word.is_empty() {
        pattern.replacen(NUMBER, "", 1)
    } else {
        put(lang, &pattern, word.trim())
    };
    filled.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the numbers of an axis up to `largest` are to be divided by, so that
/// they are short.
#[must_use]
pub fn axis_divisor(lang: Lang, largest: f64) -> f64 {
    steps(lang)
        .iter()
        .map(|(size, ..)| *size)
        .find(|size| largest >= *size)
        .unwrap_or(1.0)
}

/// A computed number with its unit, cut to digits that its operands bear;
/// "≈" says that it was cut.
#[must_use]
pub fn computed(lang: Lang, value: f64, unit: UnitIx, dataset: &Dataset) -> String {
    let of = dataset.unit(unit);
    let step = match (of.decimals, of.currency()) {
        (Some(digits), _) => 10_f64.powi(-i32::from(digits)),
        // Sources give large sums of money to some digits only.
        (None, Some(_)) if of.is_sum_of_money() && value.abs() >= 1e8 => 1e6,
        (None, Some(_)) if !of.is_sum_of_money() && value.abs() >= 1e6 => 1e4,
        (None, Some(_)) if !of.is_sum_of_money() => 1.0,
        _ => return amount(lang, value, unit, dataset),
    };
    let shown = (value / step).round() * step;
    let text = amount(lang, shown, unit, dataset);
    if (shown - value).abs() > 1e-9 * value.abs() {
        format!("≈ {text}")
    } else {
        text
    }
}

/// The plural form of a number in a language.
fn plural(lang: Lang, number: Number<'_>) -> Plural {
    if lang.primary() != Lang::ZH && number.is_one() {
        Plural::One
    } else {
        Plural::Other
    }
}

/// A value with its qualifier and every digit of it: 约 44.7 亿元, about CNY 4.47
/// billion.
#[must_use]
pub fn qualified(lang: Lang, value: &Value, dataset: &Dataset) -> String {
    let text = with_unit(lang, Number::Stated(&value.stated), value.of.unit, dataset);
    match value.qualifier {
        Qualifier::Exact => text,
        qualifier => format!("{} {text}", names::qualifier(lang, qualifier)),
    }
}
