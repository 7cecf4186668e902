//! Times, as precisely as they are known.

use super::Phrase;
use ::words as fixed;
use model::{Dataset, Date, Days, Lang, Precision, Time};

/// A date: 2018 年 9 月, Sep 2018.
#[must_use]
pub fn date(lang: Lang, date: Date) -> String {
    let year = date.year().to_string();
    match (date.month(), date.day()) {
        (None, _) => fixed::date_year(lang, &year),
        (Some(month), None) => fixed::date_month(lang, month_name(lang, month), &year),
        (Some(month), Some(day)) => {
            fixed::date_day(lang, &day.to_string(), month_name(lang, month), &year)
        }
    }
}

/// A day of a month, for an axis, with `{month}` and `{day}` to be put in.
#[must_use]
pub fn day_of_month(lang: Lang) -> String {
    fixed::without_isolates(&fixed::day_on_axis(lang, "{day}", "{month}"))
}

fn month_name(lang: Lang, month: u8) -> &'static str {
    fixed::months_in_dates(lang)
        .get(usize::from(month).wrapping_sub(1))
        .copied()
        .unwrap_or("?")
}

/// A time: "since 1994", "13th five-year plan (2016–2020)".
#[must_use]
pub fn time(lang: Lang, time: Time, dataset: &Dataset) -> String {
    time_parts(lang, time, dataset).text(lang)
}

/// The same, part by part.
#[must_use]
pub fn time_parts(lang: Lang, time: Time, dataset: &Dataset) -> Phrase {
    match time {
        Time::Point(at) => date(lang, at).into(),
        Time::Interval(from, to) => fixed::span(lang, &date(lang, from), &date(lang, to)).into(),
        Time::Plan(plan) => {
            let plan = &dataset.plans[plan.at()];
            let [from, to] = [plan.from, plan.to].map(|end| end.year().to_string());
            Phrase::put([Phrase::of(lang, &plan.name)], |[name]| {
                fixed::time_plan(lang, &from, name, &to)
            })
        }
        Time::Since(from) => fixed::time_since(lang, &date(lang, from)).into(),
        Time::Until(to) => fixed::time_until(lang, &date(lang, to)).into(),
        Time::Unknown => fixed::unknown(lang).into(),
    }
}

/// How precise the time is, in words: an interval is as precise as the coarser
/// of its ends.
#[must_use]
pub fn precision(lang: Lang, time: Time, dataset: &Dataset) -> Phrase {
    let of = |precision: Precision| match precision {
        Precision::Year => fixed::precision_year(lang),
        Precision::Month => fixed::precision_month(lang),
        Precision::Day => fixed::precision_day(lang),
    };
    let own = match time {
        Time::Point(at) => of(at.precision()),
        Time::Interval(from, to) => of(from.precision().min(to.precision())),
        Time::Plan(_) => match &dataset.plans_name {
            Some(name) => return Phrase::of(lang, name),
            None => fixed::named_period(lang),
        },
        Time::Since(_) => fixed::precision_since(lang),
        Time::Until(_) => fixed::precision_until(lang),
        Time::Unknown => fixed::unknown(lang),
    };
    own.into()
}

/// How many records state a time, and how many of them reach back before the day
/// on which the last folded years end.
#[must_use]
pub fn on_axis(lang: Lang, dated: usize, before: Option<(usize, Days)>) -> String {
    let mut parts = vec![super::timed_count(lang, dated)];
    if let Some((count, day)) = before.filter(|(count, _)| *count > 0) {
        let year = Date::month_of(day).year().to_string();
        parts.push(super::reach_back(lang, count, &year));
    }
    super::clauses(lang, &parts)
}
