//! Times, as precisely as they are known.

use ::words::Locale;
use model::{Dataset, Date, Lang, Precision, Time};

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A date: 2018 年 9 月, Sep 2018.
#[must_use]
pub fn date(lang: Lang, date: Date) -> String {
    let year = date.year();
    match (Locale::of(lang), date.month(), date.day()) {
        (Locale::Zh, None, _) => format!("{year} 年"),
        (Locale::Zh, Some(month), None) => format!("{year} 年 {month} 月"),
        (Locale::Zh, Some(month), Some(day)) => format!("{year} 年 {month} 月 {day} 日"),
        (Locale::En, None, _) => year.to_string(),
        (Locale::En, Some(month), None) => format!("{} {year}", month_name(month)),
        (Locale::En, Some(month), Some(day)) => format!("{day} {} {year}", month_name(month)),
    }
}

/// The months' names, as short as an axis needs them.
#[must_use]
pub fn months(lang: Lang) -> [&'static str; 12] {
    match Locale::of(lang) {
        Locale::Zh => [
            "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月",
        ],
        Locale::En => MONTHS,
    }
}

/// A day of a month, for an axis, with `{month}` and `{day}` to be put in.
#[must_use]
pub fn day_of_month(lang: Lang) -> &'static str {
    match Locale::of(lang) {
        Locale::Zh => "{month}{day}日",
        Locale::En => "{day} {month}",
    }
}

fn month_name(month: u8) -> &'static str {
    MONTHS
        .get(usize::from(month).wrapping_sub(1))
        .copied()
        .unwrap_or("?")
}

/// A time: "since 1994", "13th five-year plan (2016–2020)".
#[must_use]
pub fn time(lang: Lang, time: Time, dataset: &Dataset) -> String {
    match (Locale::of(lang), time) {
        (_, Time::Point(at)) => date(lang, at),
        (_, Time::Interval(from, to)) => format!("{} – {}", date(lang, from), date(lang, to)),
        (Locale::Zh, Time::Plan(plan)) => {
            let plan = &dataset.plans[plan.at()];
            format!(
                "{}（{}–{}）",
                plan.name.get(lang),
                plan.from.year(),
                plan.to.year()
            )
        }
        (Locale::En, Time::Plan(plan)) => {
            let plan = &dataset.plans[plan.at()];
            format!(
                "{} ({}–{})",
                plan.name.get(lang),
                plan.from.year(),
                plan.to.year()
            )
        }
        (Locale::Zh, Time::Since(from)) => format!("{}以来", date(lang, from)),
        (Locale::En, Time::Since(from)) => format!("since {}", date(lang, from)),
        (Locale::Zh, Time::Until(to)) => format!("截至 {}", date(lang, to)),
        (Locale::En, Time::Until(to)) => format!("up to {}", date(lang, to)),
        (_, Time::Unknown) => super::unknown(lang).to_owned(),
    }
}

/// How precise the time is, in words: an interval is as precise as the coarser
/// of its ends.
#[must_use]
pub fn precision(lang: Lang, time: Time, dataset: &Dataset) -> &str {
    let of = |precision: Precision| match (Locale::of(lang), precision) {
        (Locale::Zh, Precision::Year) => "年",
        (Locale::Zh, Precision::Month) => "月",
        (Locale::Zh, Precision::Day) => "日",
        (Locale::En, Precision::Year) => "year",
        (Locale::En, Precision::Month) => "month",
        (Locale::En, Precision::Day) => "day",
    };
    match (Locale::of(lang), time) {
        (_, Time::Point(at)) => of(at.precision()),
        (_, Time::Interval(from, to)) => of(from.precision().min(to.precision())),
        (_, Time::Plan(_)) => dataset
            .plans_name
            .as_ref()
            .map_or_else(|| super::named_period(lang), |name| name.get(lang)),
        (Locale::Zh, Time::Since(_)) => "起点已知，终点未写",
        (Locale::En, Time::Since(_)) => "start stated, end open",
        (Locale::Zh, Time::Until(_)) => "终点已知，起点未写",
        (Locale::En, Time::Until(_)) => "end stated, start unknown",
        (_, Time::Unknown) => super::unknown(lang),
    }
}
