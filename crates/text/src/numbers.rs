//! Numbers in each language's own units.

use super::names;
use ::words::Locale;
use model::{Decimal, Lang, Qualifier, Unit, Value};

/// At most this many digits after the point of a number that was computed.
const DIGITS: usize = 4;
/// The same of a ratio: more would feign a precision that it lacks.
const RATIO: usize = 2;
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
    let (power, word) = match Locale::of(lang) {
        Locale::Zh if size >= 1e8 => (8, " 亿"),
        Locale::Zh if size >= 1e6 => (4, " 万"),
        Locale::En if size >= 1e9 => (9, " billion"),
        Locale::En if size >= 1e6 => (6, " million"),
        _ => (0, ""),
    };
    format!("{}{word}", number.times_ten_to(power, DIGITS))
}

/// A computed number with its unit: 44.7 亿元, CNY 4.47 billion.
#[must_use]
pub fn amount(lang: Lang, value: f64, unit: Unit) -> String {
    with_unit(lang, Number::Computed(value), unit)
}

fn with_unit(lang: Lang, value: Number<'_>, unit: Unit) -> String {
    let ratio = || value.times_ten_to(0, RATIO);
    let count = large(lang, value);
    match (Locale::of(lang), unit) {
        (Locale::Zh, Unit::Yuan) if value.size() >= 1e6 => format!("{count}元"),
        (Locale::Zh, Unit::Yuan) => format!("{count} 元"),
        (Locale::En, Unit::Yuan) => format!("CNY {count}"),
        (Locale::Zh, Unit::YuanPerPerson) => format!("{count} 元/人"),
        (Locale::En, Unit::YuanPerPerson) => format!("CNY {count} per person"),
        (Locale::Zh, Unit::YuanPerPersonDay) => format!("{count} 元/人·天"),
        (Locale::En, Unit::YuanPerPersonDay) => format!("CNY {count} per person and day"),
        (Locale::Zh, Unit::YuanPerHousehold) => format!("{count} 元/户"),
        (Locale::En, Unit::YuanPerHousehold) => format!("CNY {count} per household"),
        (Locale::Zh, Unit::YuanPerJob) if value.size() >= 1e6 => format!("{count}元/岗位"),
        (Locale::Zh, Unit::YuanPerJob) => format!("{count} 元/岗位"),
        (Locale::En, Unit::YuanPerJob) => format!("CNY {count} per job"),
        (Locale::Zh, Unit::YuanPerHouseholdYear) => format!("{count} 元/户·年"),
        (Locale::En, Unit::YuanPerHouseholdYear) => format!("CNY {count} per household and year"),
        (Locale::Zh, Unit::YuanPerProject) if value.size() >= 1e6 => format!("{count}元/个项目"),
        (Locale::Zh, Unit::YuanPerProject) => format!("{count} 元/个项目"),
        (Locale::En, Unit::YuanPerProject) => format!("CNY {count} per project"),
        (_, Unit::Percent) => format!("{}%", ratio()),
        (Locale::Zh, Unit::Times) => format!("{} 倍", ratio()),
        (Locale::En, Unit::Times) => format!("{} times", ratio()),
        (Locale::Zh, Unit::PersonsPerHousehold) => format!("{} 人/户", ratio()),
        (Locale::En, Unit::PersonsPerHousehold) => format!("{} persons per household", ratio()),
        (Locale::Zh, Unit::PersonsPerClass) => format!("{} 人/班", ratio()),
        (Locale::En, Unit::PersonsPerClass) => format!("{} persons per class", ratio()),
        (Locale::Zh, Unit::Rank) => format!("第 {count}"),
        (Locale::En, Unit::Rank) => format!("no. {count}"),
        (Locale::Zh, Unit::RankFromLast) => format!("倒数第 {count}"),
        (Locale::En, Unit::RankFromLast) if value.is_one() => "last".to_owned(),
        (Locale::En, Unit::RankFromLast) => format!("no. {count} from the last"),
        (Locale::Zh, unit) => format!("{count} {}", counter(unit)),
        (Locale::En, unit) => format!("{count} {}", noun(unit, value.is_one())),
    }
}

/// A computed number with its unit, cut to digits that its operands bear;
/// "≈" says that it was cut.
#[must_use]
pub fn computed(lang: Lang, value: f64, unit: Unit) -> String {
    let step = match unit {
        Unit::Percent | Unit::Times | Unit::PersonsPerHousehold | Unit::PersonsPerClass => 0.01,
        // The source gives large sums to a hundredth of 亿.
        Unit::Yuan if value.abs() >= 1e8 => 1e6,
        unit if unit.is_money() && unit != Unit::Yuan => {
            if value.abs() >= 1e6 {
                1e4
            } else {
                1.0
            }
        }
        _ => return amount(lang, value, unit),
    };
    let shown = (value / step).round() * step;
    let text = amount(lang, shown, unit);
    if (shown - value).abs() > 1e-9 * value.abs() {
        format!("≈ {text}")
    } else {
        text
    }
}

/// The Chinese measure word of what is counted.
fn counter(unit: Unit) -> &'static str {
    match unit {
        Unit::Persons => "人",
        Unit::PersonTimes => "人次",
        Unit::Households => "户",
        Unit::Projects => "个项目",
        Unit::Departments => "个学科",
        Unit::Classes => "个班级",
        Unit::Hospitals => "家医院",
        Unit::Units => "家单位",
        Unit::Courses => "期",
        Unit::Events => "场",
        Unit::Agreements => "份协议",
        Unit::Documents => "份文件",
        Unit::Years => "年",
        Unit::Items => "项",
        _ => "个",
    }
}

/// The English noun of what is counted.
fn noun(unit: Unit, one: bool) -> &'static str {
    match (unit, one) {
        (Unit::Persons, true) => "person",
        (Unit::Persons, false) => "persons",
        (Unit::PersonTimes, true) => "person-time",
        (Unit::PersonTimes, false) => "person-times",
        (Unit::Households, true) => "household",
        (Unit::Households, false) => "households",
        (Unit::Projects, true) => "project",
        (Unit::Projects, false) => "projects",
        (Unit::Areas, true) => "area",
        (Unit::Areas, false) => "areas",
        (Unit::Hospitals, true) => "hospital",
        (Unit::Hospitals, false) => "hospitals",
        (Unit::Departments, true) => "department",
        (Unit::Departments, false) => "departments",
        (Unit::Classes, true) => "class",
        (Unit::Classes, false) => "classes",
        (Unit::Courses, true) => "course",
        (Unit::Courses, false) => "courses",
        (Unit::Events, true) => "event",
        (Unit::Events, false) => "events",
        (Unit::Agreements, true) => "agreement",
        (Unit::Agreements, false) => "agreements",
        (Unit::Documents, true) => "document",
        (Unit::Documents, false) => "documents",
        (Unit::Units, true) => "member unit",
        (Unit::Units, false) => "member units",
        (Unit::Years, true) => "year",
        (Unit::Years, false) => "years",
        (_, true) => "item",
        (_, false) => "items",
    }
}

/// A value with its qualifier and every digit of it: 约 44.7 亿元, about CNY 4.47
/// billion.
#[must_use]
pub fn qualified(lang: Lang, value: &Value) -> String {
    let text = with_unit(lang, Number::Stated(&value.stated), value.unit);
    match value.qualifier {
        Qualifier::Exact => text,
        qualifier => format!("{} {text}", names::qualifier(lang, qualifier)),
    }
}
