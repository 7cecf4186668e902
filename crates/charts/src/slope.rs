//! Figures over time, joined where they are of one subject.

use super::Setting;
use super::figures::annotation;
use super::laid::Laid;
use super::rows::segment;
use crate::json::json;
use model::{Chart, Date, Days, Time};
use query::Counted;
use serde_json::Value;
use sorting::Arrange as _;

/// So many figures without a time are named.
const UNDATED: usize = 3;
/// In about so many steps an axis is parted.
const STEPS: f64 = 4.0;
/// So many years without a figure are named one by one.
const YEARS: usize = 3;

/// A figure at a time.
#[derive(Clone, Copy)]
struct Point {
    counted: Counted,
    from: Days,
    to: Days,
    /// The source does not say what span the figure is of.
    open: bool,
}

/// Draws the figures, so many at most, and how many are left out; `None` where
/// fewer than two have different times.
pub fn draw(
    setting: Setting<'_>,
    chart: &Chart,
    values: &[Counted],
    most: usize,
) -> Option<(Laid, usize)> {
    let dataset = setting.dataset;
    let point = |counted: &Counted| {
        let (from, to, open) = match dataset.record(counted.record).time.time {
            Time::Since(from) => (from.first_day(), from.first_day(), true),
            Time::Until(to) => (to.last_day(), to.last_day(), true),
            time => {
                let (from, to) = dataset.days(time)?;
                (from, to, false)
            }
        };
        Some(Point {
            counted: *counted,
            from,
            to,
            open,
        })
    };
    let mut points: Vec<Point> = values.iter().filter_map(point).collect();
    points.arrange_by_key(|point| (point.from + point.to, point.counted.record));
    let times = sorting::set(points.iter().map(|point| point.from + point.to));
    if times.len() < 2 {
        return None;
    }
    let mut left = points.len().saturating_sub(most);
    points.truncate(most);
    let subjects = subjects(setting, &mut points);

    let mut laid = Laid::new("slope");
    for point in &points {
        put(setting, chart, &mut laid, point, subjects.len() > 1);
    }
    let undated: Vec<&Counted> = values
        .iter()
        .filter(|counted| point(counted).is_none())
        .collect();
    left += undated.len().saturating_sub(UNDATED);
    for counted in undated.into_iter().take(UNDATED) {
        let record = dataset.record(counted.record);
        let figure = text::qualified(setting.lang, &record.values[counted.value], dataset);
        let of = segment(setting, counted);
        let title = record.row_title(setting.lang);
        laid.put(&of, (&figure, title), false, json!([counted.amount]));
        let time = text::time(setting.lang, record.time.time, dataset);
        laid.also("more", json!(time));
    }
    laid.lists = json!({
        "values": value_ticks(setting, &points),
        "times": time_ticks(setting, &points),
        "links": links(setting, &points, &subjects),
    });
    Some((laid, left))
}

/// Which points are of one subject: the same places, sector, kind and label, and
/// as sure. What is stated twice of one time differs in something that no field
/// tells: then nothing of it is joined. A figure of a shorter time than others
/// of its subject may not cover what they do.
fn subjects(setting: Setting<'_>, points: &mut [Point]) -> Vec<Vec<usize>> {
    let dataset = setting.dataset;
    let same = |a: &Counted, b: &Counted| {
        let (one, other) = (dataset.record(a.record), dataset.record(b.record));
        let label = |of: &Counted| {
            let label = &dataset.record(of.record).values[of.value].label;
            label.as_ref().map(|label| label.get(setting.lang))
        };
        one.places == other.places
            && one.sector == other.sector
            && one.kind == other.kind
            && a.expected == b.expected
            && label(a) == label(b)
    };
    let mut subjects: Vec<Vec<usize>> = Vec::new();
    for (position, point) in points.iter().enumerate() {
        let of = subjects.iter_mut().find(|of| {
            let first = of.first().map(|at| &points[*at].counted);
            first.is_some_and(|first| same(first, &point.counted))
        });
        match of {
            Some(of) => of.push(position),
            None => subjects.push(vec![position]),
        }
    }
    for of in &subjects {
        let length = |at: &usize| points[*at].to - points[*at].from;
        let longest = of.iter().map(length).max().unwrap_or(0);
        for at in of {
            let shorter = points[*at].to - points[*at].from < longest / 2;
            points[*at].open |= shorter;
        }
    }
    subjects
}

fn put(setting: Setting<'_>, chart: &Chart, laid: &mut Laid, point: &Point, named: bool) {
    let Setting { dataset, lang, .. } = setting;
    let record = dataset.record(point.counted.record);
    let figure = text::qualified(lang, &record.values[point.counted.value], dataset);
    let title = if named { record.row_title(lang) } else { "" };
    let at = json!([
        point.counted.amount,
        point.from,
        point.to,
        u8::from(point.open)
    ]);
    let of = segment(setting, &point.counted);
    laid.signs.open |= point.open;
    laid.signs.expected |= point.counted.expected;
    laid.put(&of, (&figure, title), false, at);
    let said = annotation(setting, chart, point.counted.record);
    let open = point.open.then(|| text::chart_span(lang).to_owned());
    if let Some(words) = said.or(open) {
        laid.also("more", json!(words));
    }
}

/// What is joined, and which years between have no figure.
fn links(setting: Setting<'_>, points: &[Point], subjects: &[Vec<usize>]) -> Vec<Value> {
    let mut links = Vec::new();
    for of in subjects {
        let pairs = || of.iter().zip(of.iter().skip(1));
        let middle = |at: usize| points[at].from + points[at].to;
        if pairs().any(|(a, b)| middle(*a) == middle(*b)) {
            continue;
        }
        links.extend(pairs().map(|(a, b)| {
            let years: Vec<String> = (year(points[*a].to) + 1..year(points[*b].from))
                .map(|year| year.to_string())
                .collect();
            let words = match years.as_slice() {
                [] => String::new(),
                [first, .., last] if years.len() > YEARS => {
                    let years = text::span(setting.lang, first, last);
                    text::chart_not_stated(setting.lang, &years)
                }
                years => {
                    let years = years.join(text::list_separator(setting.lang));
                    text::chart_not_stated(setting.lang, &years)
                }
            };
            json!([a, b, words])
        }));
    }
    links
}

fn year(day: Days) -> u16 {
    Date::month_of(day).year()
}

/// Even steps of the axis of values, zero among them.
fn value_ticks(setting: Setting<'_>, points: &[Point]) -> Vec<Value> {
    let amounts = || points.iter().map(|point| point.counted.amount);
    let least = amounts().fold(0.0, f64::min);
    let most = amounts().fold(0.0, f64::max);
    let rough = (most - least) / STEPS;
    if rough <= 0.0 {
        return vec![json!([0.0, 0, "0"])];
    }
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|of| of * power)
        .find(|step| *step >= rough)
        .unwrap_or(rough);
    let (first, last) = ((least / step).floor() as i32, (most / step).ceil() as i32);
    (first..=last)
        .map(|nth| {
            let at = f64::from(nth) * step;
            json!([at, 0, text::number(setting.lang, at)])
        })
        .collect()
}

/// The times of the points, as they are stated.
fn time_ticks(setting: Setting<'_>, points: &[Point]) -> Vec<Value> {
    let mut ticks: Vec<Value> = Vec::new();
    for point in points {
        let record = setting.dataset.record(point.counted.record);
        let words = text::time(setting.lang, record.time.time, setting.dataset);
        let at = f64::from(point.from + point.to) / 2.0;
        if ticks.last().is_none_or(|last| last[0] != at) {
            ticks.push(json!([at, 0, text::drawn_words(&words)]));
        }
    }
    ticks
}
