//! Numbers in each language's own units.

use super::{Phrase, names};
use ::words::parts::in_groups;
use ::words::{Number as Written, Step, isolated, without_isolates};
use model::{Dataset, Decimal, Lang, NUMBER, Plural, Qualifier, Unit, UnitIx, UnitMeasure, Value};

/// At most this many digits after the point of a number that was computed.
const DIGITS: usize = 4;
/// As on paper, and not to be taken for a hyphen.
const MINUS: &str = "−";
/// Before a sign it keeps it before its number, amid words from right to left.
const LEFT_TO_RIGHT: &str = "\u{200e}";

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

    /// In digits, as so many times ten to the power of `power`.
    fn times_ten_to(self, power: u8, digits: usize) -> Digits {
        match self {
            Self::Computed(number) => {
                let scaled = number / 10_f64.powi(i32::from(power));
                let fixed = format!("{:.digits$}", scaled.abs());
                let (whole, fraction) = fixed.split_once('.').unwrap_or((&fixed, ""));
                Digits::new(scaled < 0.0, whole, fraction)
            }
            Self::Stated(decimal) => {
                let (negative, whole, fraction) = decimal.parts();
                // Zeros before it, so that there is a digit before the point.
                let power = usize::from(power);
                let whole = format!("{}{whole}", "0".repeat(power));
                let (whole, moved) = whole.split_at(whole.len() - power);
                let whole = match whole.trim_start_matches('0') {
                    "" => "0",
                    trimmed => trimmed,
                };
                Digits::new(negative, whole, &format!("{moved}{fraction}"))
            }
        }
    }
}

/// A number in digits, without needless zeros; zero has no sign.
struct Digits {
    negative: bool,
    whole: String,
    fraction: String,
}

impl Digits {
    fn new(negative: bool, whole: &str, fraction: &str) -> Self {
        let fraction = fraction.trim_end_matches('0');
        Self {
            negative: negative && !(whole == "0" && fraction.is_empty()),
            whole: whole.to_owned(),
            fraction: fraction.to_owned(),
        }
    }

    /// As plural rules read them.
    fn written(&self, power: u8) -> Written {
        let Self {
            whole, fraction, ..
        } = self;
        let digits = if fraction.is_empty() {
            whole.clone()
        } else {
            format!("{whole}.{fraction}")
        };
        Written::large(&digits, power)
    }

    /// In groups of three, with a language's marks.
    fn text(&self, lang: Lang) -> String {
        let mut text = in_groups(&self.whole, super::group_mark(lang));
        if self.negative {
            text.insert_str(0, MINUS);
        }
        if !self.fraction.is_empty() {
            text.push_str(super::decimal_mark(lang));
            text.push_str(&self.fraction);
        }
        text
    }
}

/// A number as it is stated, in groups of three: every digit of it.
#[must_use]
pub fn exact(lang: Lang, number: &Decimal) -> String {
    Number::Stated(number).times_ten_to(0, DIGITS).text(lang)
}

/// A large number in 亿, or in billions and millions; smaller ones in full.
#[must_use]
pub fn number(lang: Lang, number: f64) -> String {
    large(lang, Number::Computed(number)).text
}

/// A number in a language's words, and how its plural rules read it.
struct Said {
    text: String,
    written: Written,
    ends_in_word: bool,
}

fn large(lang: Lang, number: Number<'_>) -> Said {
    let size = number.size();
    let mut steps = super::large_steps(lang).iter();
    let step = steps.find(|step| size >= 10_f64.powi(i32::from(step.from)));
    let power = step.map_or(0, |step| step.power);
    let digits = number.times_ten_to(power, DIGITS);
    let text = digits.text(lang);
    match step {
        Some(step) => {
            let word = super::large_word(lang, step, &digits.written(0));
            Said {
                text: without_isolates(&super::large(lang, &text, word)),
                written: digits.written(power),
                ends_in_word: true,
            }
        }
        None => Said {
            text,
            written: digits.written(0),
            ends_in_word: false,
        },
    }
}

/// A computed number with its unit: 44.7 亿元, CNY 4.47 billion.
#[must_use]
pub fn amount(lang: Lang, value: f64, unit: UnitIx, dataset: &Dataset) -> String {
    with_unit(lang, Number::Computed(value), unit, dataset).text(lang)
}

fn with_unit(lang: Lang, value: Number<'_>, unit: UnitIx, dataset: &Dataset) -> Phrase {
    let unit = dataset.unit(unit);
    let said = match unit.decimals {
        Some(digits) => {
            let digits = value.times_ten_to(0, usize::from(digits));
            Said {
                text: digits.text(lang),
                written: digits.written(0),
                ends_in_word: false,
            }
        }
        None => large(lang, value),
    };
    let plural = |of: Lang| super::plural(of, &said.written);
    let pattern = pattern(lang, unit, dataset, plural);
    put(lang, pattern, &said.text, said.ends_in_word)
}

/// The words around a number of the unit, and their language where they are the
/// dataset's. `plural` tells the number's plural form in a language.
fn pattern(
    lang: Lang,
    unit: &Unit,
    dataset: &Dataset,
    plural: impl Fn(Lang) -> Plural,
) -> (Option<Lang>, String) {
    match &unit.measure {
        UnitMeasure::Percent => (None, without_isolates(&super::percent(lang, NUMBER))),
        UnitMeasure::Counted(forms) => match forms.get(lang) {
            Some((of, counted)) => (Some(of), counted.get(plural(of)).to_owned()),
            None => (None, NUMBER.to_owned()),
        },
        UnitMeasure::Money(currency, per) => {
            let currency = dataset.currency(*currency);
            let words = match &currency.words {
                Some(words) => words.get(lang).to_owned(),
                None => format!("{} {NUMBER}", currency.code),
            };
            let per_one = per.as_ref().map_or("", |per| per.get(lang));
            let said = currency.words.as_ref().or(per.as_ref());
            (
                said.map(|said| said.lang(lang)),
                format!("{words}{per_one}"),
            )
        }
    }
}

/// Puts a number into the words around it. What stands between a word such as
/// 亿 and the unit after it, each language has its own way with.
fn put(
    lang: Lang,
    (of, pattern): (Option<Lang>, String),
    number: &str,
    ends_in_word: bool,
) -> Phrase {
    // A sign stays before its number amid words from right to left.
    let signed = number.starts_with(MINUS) && isolated(Lang::EN, &pattern) != pattern;
    let number = format!("{}{number}", if signed { LEFT_TO_RIGHT } else { "" });
    let number = match of {
        Some(_) => isolated(lang, &number),
        None => number.into(),
    };
    let pattern = if ends_in_word {
        let spaced = format!("{NUMBER} ");
        let joined = format!("{NUMBER}{}", super::after_large_word(lang));
        pattern.replacen(&spaced, &joined, 1)
    } else {
        pattern
    };
    phrase(of, pattern.replacen(NUMBER, &number, 1))
}

fn phrase(of: Option<Lang>, words: String) -> Phrase {
    match of {
        Some(of) => Phrase::said(words, of),
        None => words.into(),
    }
}

/// What the numbers of an axis are in, each divided by `divisor`: "CNY billion",
/// 亿元, "persons".
#[must_use]
pub fn axis_unit(lang: Lang, unit: UnitIx, divisor: f64, dataset: &Dataset) -> Phrase {
    let many = Written::of("2");
    let mut steps = super::large_steps(lang).iter();
    let word = steps
        .find(|step| size(step) == divisor)
        .map_or("", |step| super::large_word(lang, step, &many));
    let pattern = pattern(lang, dataset.unit(unit), dataset, |_| Plural::Other);
    let of = pattern.0;
    let filled = put(lang, pattern, word, !word.is_empty());
    let words = filled
        .parts()
        .iter()
        .flat_map(|part| part.words.split_whitespace());
    phrase(of, words.collect::<Vec<_>>().join(" "))
}

fn size(step: &Step) -> f64 {
    10_f64.powi(i32::from(step.power))
}

/// A computed number with its unit, cut to digits that its operands bear;
/// "≈" says that it was cut.
#[must_use]
pub fn computed(lang: Lang, value: f64, unit: UnitIx, dataset: &Dataset) -> String {
    computed_parts(lang, value, unit, dataset).text(lang)
}

/// The same, part by part.
pub fn computed_parts(lang: Lang, value: f64, unit: UnitIx, dataset: &Dataset) -> Phrase {
    match cut(lang, value, unit, dataset) {
        (amount, true) => Phrase::put([amount], |[amount]| super::rounded(lang, amount)),
        (amount, false) => amount,
    }
}

/// The same without a sign, and whether it was cut.
pub fn cut(lang: Lang, value: f64, unit: UnitIx, dataset: &Dataset) -> (Phrase, bool) {
    let amount = |value| with_unit(lang, Number::Computed(value), unit, dataset);
    let of = dataset.unit(unit);
    let step = match (of.decimals, of.currency()) {
        (Some(digits), _) => 10_f64.powi(-i32::from(digits)),
        // Sources give large sums of money to some digits only.
        (None, Some(_)) if of.is_sum_of_money() && value.abs() >= 1e8 => 1e6,
        (None, Some(_)) if !of.is_sum_of_money() && value.abs() >= 1e6 => 1e4,
        (None, Some(_)) if !of.is_sum_of_money() => 1.0,
        _ => return (amount(value), false),
    };
    let shown = (value / step).round() * step;
    let is_cut = (shown - value).abs() > 1e-9 * value.abs();
    (amount(shown), is_cut)
}

/// A value with its qualifier and every digit of it: 约 44.7 亿元, about CNY 4.47
/// billion.
#[must_use]
pub fn qualified(lang: Lang, value: &Value, dataset: &Dataset) -> String {
    qualified_parts(lang, value, dataset).text(lang)
}

/// The same, part by part.
#[must_use]
pub fn qualified_parts(lang: Lang, value: &Value, dataset: &Dataset) -> Phrase {
    let text = with_unit(lang, Number::Stated(&value.stated), value.of.unit, dataset);
    with_qualifier(lang, text, value.qualifier)
}

/// A value for a drawing, which has little room: of more digits than a reader takes in
/// the first ones, and "≈" says that there are more. Its tooltip has them all.
#[must_use]
pub fn brief(lang: Lang, value: &Value, dataset: &Dataset) -> String {
    const MOST: usize = 8;
    const FIRST: i32 = 4;
    let (_, whole, fraction) = value.stated.parts();
    let digits = format!("{whole}{fraction}");
    if digits.trim_matches('0').len() <= MOST || value.amount == 0.0 {
        return qualified(lang, value, dataset);
    }
    let magnitude = value.amount.abs().log10().floor() as i32;
    let step = 10_f64.powi(magnitude + 1 - FIRST);
    let shown = (value.amount / step).round() * step;
    let text = with_unit(lang, Number::Computed(shown), value.of.unit, dataset);
    let text = Phrase::put([text], |[text]| super::rounded(lang, text));
    with_qualifier(lang, text, value.qualifier).text(lang)
}

/// An amount in words behind its qualifier, where it has one.
pub fn with_qualifier(lang: Lang, amount: Phrase, qualifier: Qualifier) -> Phrase {
    if qualifier == Qualifier::Exact {
        return amount;
    }
    let name = names::qualifier(lang, qualifier).into();
    Phrase::put([amount, name], |[amount, name]| {
        super::qualified_amount(lang, amount, name)
    })
}
