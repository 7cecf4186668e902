//! Numbers in each language's own units.

use super::names;
use crate::dataset::{Qualifier, Unit, Value};
use crate::lang::Lang;

/// At most this many digits after the point: enough for every stated figure,
/// whatever its unit, and for derived ones.
const DIGITS: usize = 4;

/// A number as plain digits, grouped in thousands, without needless zeros.
#[must_use]
pub fn plain(number: f64) -> String {
    rounded(number, DIGITS)
}

fn rounded(number: f64, digits: usize) -> String {
    let fixed = format!("{number:.digits$}");
    let (whole, fraction) = fixed.split_once('.').unwrap_or((&fixed, ""));
    let (sign, whole) = whole
        .strip_prefix('-')
        .map_or(("", whole), |rest| ("-", rest));
    let mut grouped = String::with_capacity(whole.len() * 2);
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() {
        format!("{sign}{grouped}")
    } else {
        format!("{sign}{grouped}.{fraction}")
    }
}

/// A large number in 亿, or in billions and millions; smaller ones in full.
#[must_use]
pub fn number(lang: Lang, number: f64) -> String {
    match lang {
        Lang::Zh if number >= 1e8 => format!("{} 亿", plain(number / 1e8)),
        Lang::Zh if number >= 1e6 => format!("{} 万", plain(number / 1e4)),
        Lang::En if number >= 1e9 => format!("{} billion", plain(number / 1e9)),
        Lang::En if number >= 1e6 => format!("{} million", plain(number / 1e6)),
        _ => plain(number),
    }
}

/// A number with its unit: 44.7 亿元, CNY 4.47 billion.
#[must_use]
pub fn amount(lang: Lang, value: f64, unit: Unit) -> String {
    // Ratios are computed: more digits would feign a precision they lack.
    let ratio = || rounded(value, 2);
    let count = number(lang, value);
    match (lang, unit) {
        (Lang::Zh, Unit::Yuan) if value >= 1e6 => format!("{count}元"),
        (Lang::Zh, Unit::Yuan) => format!("{count} 元"),
        (Lang::En, Unit::Yuan) => format!("CNY {count}"),
        (Lang::Zh, Unit::YuanPerPerson) => format!("{count} 元/人"),
        (Lang::En, Unit::YuanPerPerson) => format!("CNY {count} per person"),
        (Lang::Zh, Unit::YuanPerPersonDay) => format!("{count} 元/人·天"),
        (Lang::En, Unit::YuanPerPersonDay) => format!("CNY {count} per person and day"),
        (Lang::Zh, Unit::YuanPerHousehold) => format!("{count} 元/户"),
        (Lang::En, Unit::YuanPerHousehold) => format!("CNY {count} per household"),
        (Lang::Zh, Unit::YuanPerJob) if value >= 1e6 => format!("{count}元/岗位"),
        (Lang::Zh, Unit::YuanPerJob) => format!("{count} 元/岗位"),
        (Lang::En, Unit::YuanPerJob) => format!("CNY {count} per job"),
        (Lang::Zh, Unit::YuanPerHouseholdYear) => format!("{count} 元/户·年"),
        (Lang::En, Unit::YuanPerHouseholdYear) => format!("CNY {count} per household and year"),
        (Lang::Zh, Unit::YuanPerProject) if value >= 1e6 => format!("{count}元/个项目"),
        (Lang::Zh, Unit::YuanPerProject) => format!("{count} 元/个项目"),
        (Lang::En, Unit::YuanPerProject) => format!("CNY {count} per project"),
        (_, Unit::Percent) => format!("{}%", ratio()),
        (Lang::Zh, Unit::Times) => format!("{} 倍", ratio()),
        (Lang::En, Unit::Times) => format!("{} times", ratio()),
        (Lang::Zh, Unit::PersonsPerHousehold) => format!("{} 人/户", ratio()),
        (Lang::En, Unit::PersonsPerHousehold) => format!("{} persons per household", ratio()),
        (Lang::Zh, Unit::PersonsPerClass) => format!("{} 人/班", ratio()),
        (Lang::En, Unit::PersonsPerClass) => format!("{} persons per class", ratio()),
        (Lang::Zh, Unit::Rank) => format!("第 {count}"),
        (Lang::En, Unit::Rank) => format!("no. {count}"),
        (Lang::Zh, Unit::RankFromLast) => format!("倒数第 {count}"),
        (Lang::En, Unit::RankFromLast) if value == 1.0 => "last".to_owned(),
        (Lang::En, Unit::RankFromLast) => format!("no. {count} from the last"),
        (Lang::Zh, unit) => format!("{count} {}", counter(unit)),
        (Lang::En, unit) => format!("{count} {}", noun(unit, value == 1.0)),
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
const fn counter(unit: Unit) -> &'static str {
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
const fn noun(unit: Unit, one: bool) -> &'static str {
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

/// A value with its qualifier: 约 44.7 亿元, about CNY 4.47 billion.
#[must_use]
pub fn qualified(lang: Lang, value: &Value) -> String {
    let text = amount(lang, value.amount, value.unit);
    match value.qualifier {
        Qualifier::Exact => text,
        qualifier => format!("{} {text}", names::qualifier(lang, qualifier)),
    }
}
