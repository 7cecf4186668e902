//! Times, as precisely as they are known.

use model::{Dataset, Date, Lang, Precision, Time};

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A date: 2018 年 9 月, Sep 2018.
#[must_use]
pub fn date(lang: Lang, date: Date) -> String {
    let year = date.year();
    match (lang, date.month(), date.day()) {
        (Lang::Zh, None, _) => format!("{year} 年"),
        (Lang::Zh, Some(month), None) => format!("{year} 年 {month} 月"),
        (Lang::Zh, Some(month), Some(day)) => format!("{year} 年 {month} 月 {day} 日"),
        (Lang::En, None, _) => year.to_string(),
        (Lang::En, Some(month), None) => format!("{} {year}", month_name(month)),
        (Lang::En, Some(month), Some(day)) => format!("{day} {} {year}", month_name(month)),
    }
}

/// The months' names, as short as an axis needs them.
#[must_use]
pub const fn months(lang: Lang) -> [&'static str; 12] {
    match lang {
        Lang::Zh => [
            "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月",
        ],
        Lang::En => MONTHS,
    }
}

/// A day of a month, for an axis, with `{month}` and `{day}` to be put in.
#[must_use]
pub const fn day_of_month(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "{month}{day}日",
        Lang::En => "{day} {month}",
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
    match (lang, time) {
        (_, Time::Point(at)) => date(lang, at),
        (_, Time::Interval(from, to)) => format!("{} – {}", date(lang, from), date(lang, to)),
        (Lang::Zh, Time::Plan(plan)) => {
            let plan = &dataset.plans[plan.at()];
            format!(
                "{}（{}–{}）",
                plan.name.zh,
                plan.from.year(),
                plan.to.year()
            )
        }
        (Lang::En, Time::Plan(plan)) => {
            let plan = &dataset.plans[plan.at()];
            format!("{} ({}–{})", plan.name.en, plan.from.year(), plan.to.year())
        }
        (Lang::Zh, Time::Since(from)) => format!("{}以来", date(lang, from)),
        (Lang::En, Time::Since(from)) => format!("since {}", date(lang, from)),
        (Lang::Zh, Time::Until(to)) => format!("截至 {}", date(lang, to)),
        (Lang::En, Time::Until(to)) => format!("up to {}", date(lang, to)),
        (_, Time::Unknown) => super::unknown(lang).to_owned(),
    }
}

/// How precise the time is, in words: an interval is as precise as the coarser
/// of its ends.
#[must_use]
pub fn precision(lang: Lang, time: Time) -> &'static str {
    let of = |precision: Precision| match (lang, precision) {
        (Lang::Zh, Precision::Year) => "年",
        (Lang::Zh, Precision::Month) => "月",
        (Lang::Zh, Precision::Day) => "日",
        (Lang::En, Precision::Year) => "year",
        (Lang::En, Precision::Month) => "month",
        (Lang::En, Precision::Day) => "day",
    };
    match (lang, time) {
        (_, Time::Point(at)) => of(at.precision()),
        (_, Time::Interval(from, to)) => of(from.precision().min(to.precision())),
        (Lang::Zh, Time::Plan(_)) => "五年计划",
        (Lang::En, Time::Plan(_)) => "five-year plan",
        (Lang::Zh, Time::Since(_)) => "起点已知，终点未写",
        (Lang::En, Time::Since(_)) => "start stated, end open",
        (Lang::Zh, Time::Until(_)) => "终点已知，起点未写",
        (Lang::En, Time::Until(_)) => "end stated, start unknown",
        (_, Time::Unknown) => super::unknown(lang),
    }
}
