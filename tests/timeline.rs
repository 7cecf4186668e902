//! The timeline's strip, its window, its lists: what is counted, and where hands
//! and keys bring the period.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper of tests fails as tests do"
)]

mod support;

use charts::{
    End, Hidden, Pace, Room, Scale, Setting, Shown, Theme, brushed, density, moments, overview,
    timeline, undated,
};
use model::{Dataset, Date, Lang, RecordIx, parse};
use query::Period;
use serde_json::json;
use std::collections::BTreeSet;
use support::{all, embedded};

fn setting(dataset: &Dataset, compact: bool) -> Setting<'_> {
    Setting {
        dataset,
        lang: Lang::EN,
        theme: &Theme::LIGHT,
        compact,
        period: Period::default(),
    }
}

fn period(from: &str, to: &str) -> Period {
    Period::new(Date::parse(from), Date::parse(to)).expect("a period")
}

/// A dataset of records of these times.
fn of(times: &[serde_json::Value]) -> Dataset {
    let records = times.iter().enumerate().map(|(at, time)| {
        let record = support::record(&format!("r{at}"));
        support::with(record, json!({ "time": time }))
    });
    let file = support::dataset(records.collect()).to_string();
    parse(&file).expect("a dataset").dataset
}

fn millis(day: &str) -> f64 {
    f64::from(Date::parse(day).expect("a day").first_day()) * 86_400_000.0
}

#[test]
fn a_brush_that_ends_within_folded_years_takes_whole_years() {
    let dataset = embedded();
    let brushed = |from, to| brushed(&dataset, millis(from), millis(to));
    assert_eq!(
        brushed("2001-03-05", "2017-07-01"),
        Some(period("2001-01", "2017-06"))
    );
    assert_eq!(
        brushed("1994-01-01", "2003-11-20"),
        Some(period("1994-01", "2003-12"))
    );
}

#[test]
fn the_window_is_moved_by_whole_years_and_stays_within_the_span() {
    let dataset = embedded();
    let scale = Scale::of(&dataset);
    let all = Period::default();
    assert_eq!(scale.window(all), (0, scale.steps()));
    assert_eq!(scale.period((0, scale.steps())), all);
    let some = period("2014", "2016");
    let (from, to) = scale.window(some);
    assert_eq!(to - from, 3);
    assert_eq!(scale.period((from, to)), some);
    assert_eq!(scale.moved(some, 2), period("2016", "2018"));
    let last = scale.moved(some, 1000);
    assert_eq!(scale.window(last).1, scale.steps());
    assert_eq!(scale.window(last).1 - scale.window(last).0, 3, "as long");
    // An end stops before the other.
    let short = scale.with_end(some, End::From, scale.steps());
    assert_eq!(short, period("2016", "2016"));
    assert_eq!(scale.with_end(some, End::To, 0), period("2014", "2014"));
    assert_eq!(scale.date(some, End::From), Date::parse("2014"));
    assert_eq!(scale.date(some, End::To), Date::parse("2016"));
    for step in 0..=scale.steps() {
        assert_eq!(scale.nearest(scale.share(step)), step);
    }
    // What a link brings is shown too.
    let (from, to) = scale.window(period("1812", "2999-05"));
    assert!(0 <= from && from < to && to <= scale.steps());
}

/// How often one plays through all of it at the usual pace.
fn turns(dataset: &Dataset, pace: Pace) -> usize {
    let scale = Scale::of(dataset);
    let mut now = pace.played(Period::default()).expect("a first step");
    let mut turns = 1;
    while let Some(next) = pace.played(now) {
        let from = |period: Period| period.from().map(Date::first_day);
        assert!(from(next) > from(now), "{now:?} {next:?}");
        now = next;
        turns += 1;
    }
    assert_eq!(scale.window(now).1, scale.steps());
    assert_eq!(
        Some(pace.begun(now)),
        pace.played(Period::default()),
        "again"
    );
    turns
}

#[test]
fn playing_goes_through_time_by_steps_that_fit_the_span() {
    for (times, names, usual, wanted) in [
        (
            json!({"type": "interval", "from": "1994", "to": "2018"}),
            vec!["1 month", "1 year", "10 years"],
            1,
            25,
        ),
        (
            json!({"type": "interval", "from": "2017-03", "to": "2018-02"}),
            vec!["1 day", "1 month", "1 year"],
            1,
            12,
        ),
        (
            json!({"type": "interval", "from": "1012", "to": "2018"}),
            vec!["10 years", "100 years"],
            0,
            101,
        ),
        (
            json!({"type": "interval", "from": "2017-03-04", "to": "2017-03-06"}),
            vec!["1 day"],
            0,
            3,
        ),
    ] {
        let dataset = of(&[times]);
        let (paces, at) = Pace::all(&dataset);
        let named: Vec<String> = paces.iter().map(|pace| pace.name(Lang::EN)).collect();
        assert_eq!(
            (named, at),
            (names.into_iter().map(str::to_owned).collect(), usual)
        );
        assert_eq!(turns(&dataset, paces[at]), wanted);
        for pace in paces {
            assert!(turns(&dataset, pace) >= 2);
        }
    }
    // A window that was chosen keeps its length.
    let dataset = of(&[json!({"type": "interval", "from": "1994", "to": "2018"})]);
    let (paces, _) = Pace::all(&dataset);
    let some = period("2000", "2004");
    assert_eq!(paces[1].played(some), Some(period("2001", "2005")));
    assert_eq!(paces[0].played(some), Some(period("2000-02", "2005-01")));
    // Of one day there is nothing to go through.
    let day = of(&[json!({"type": "point", "at": "2017-03-04"})]);
    assert_eq!(Pace::all(&day).0, []);
    let scale = Scale::of(&day);
    assert_eq!(scale.steps(), 1);
    assert!((0..=1).all(|step| (0.0..=1.0).contains(&scale.share(step))));
}

#[test]
fn a_row_is_the_same_one_after_a_change() {
    let dataset = embedded();
    let ids = |records: &[RecordIx]| {
        let drawn = timeline(setting(&dataset, false), records, &Shown::default());
        let rows = drawn.option["series"][1]["data"].as_array().cloned();
        let id = |row: &serde_json::Value| row["id"].as_str().map(str::to_owned);
        rows.unwrap_or_default()
            .iter()
            .filter_map(id)
            .collect::<Vec<_>>()
    };
    let records = all(&dataset);
    let (every, half) = (ids(&records), ids(&records[..records.len() / 2]));
    let apart: BTreeSet<&String> = every.iter().collect();
    assert_eq!(apart.len(), every.len(), "each has its own");
    assert!(!half.is_empty() && half.len() < every.len());
    assert!(half.iter().all(|id| every.contains(id)));
}

#[test]
fn the_strip_counts_the_records_of_each_time() {
    let dataset = of(&[
        json!({"type": "interval", "from": "2000", "to": "2004"}),
        json!({"type": "point", "at": "2003-05"}),
        json!({"type": "point", "at": "2018"}),
        json!({"type": "unknown"}),
    ]);
    let records = all(&dataset);
    let counts = density(&dataset, &records[1..]);
    let of = |year: u16| {
        let day = Date::parse(&format!("{year}")).expect("a year").first_day();
        let found = counts.iter().find(|c| (c.from..c.to).contains(&day));
        found.map(|count| (count.all, count.selected))
    };
    assert_eq!(of(2000), Some((1, 0)));
    assert_eq!(of(2003), Some((2, 1)));
    assert_eq!(of(2010), Some((0, 0)));
    assert_eq!(of(2018), Some((1, 1)));
    assert_eq!(of(2019), None);
    // However long the span is, or short.
    let long = density(
        &long_span(),
        &long_span().record_indices().collect::<Vec<_>>(),
    );
    assert!((100..=241).contains(&long.len()), "{}", long.len());
    let day = of_one_day();
    assert_eq!(density(&day, &all(&day)).len(), 1);
}

fn long_span() -> Dataset {
    of(&[
        json!({"type": "point", "at": "0012"}),
        json!({"type": "since", "from": "1999"}),
    ])
}

fn of_one_day() -> Dataset {
    of(&[json!({"type": "point", "at": "2017-03-04"})])
}

#[test]
fn a_strip_is_there_where_any_record_states_a_time() {
    for compact in [true, false] {
        let undated = of(&[json!({"type": "unknown"})]);
        let shown = Shown::default();
        let view = timeline(setting(&undated, compact), &all(&undated), &shown);
        assert_eq!(view.strip, None);
        assert_eq!(view.undated.len(), 1);
        for dataset in [long_span(), of_one_day(), embedded()] {
            let records = all(&dataset);
            let view = timeline(setting(&dataset, compact), &records, &shown);
            let strip = view.strip.expect("a strip");
            assert!(strip.top + strip.height < view.height);
            let alone = overview(setting(&dataset, compact), &records, &shown);
            assert!(alone.height < 60);
            // Nothing selected moves neither.
            let none = timeline(setting(&dataset, compact), &[], &shown);
            assert_eq!(none.strip, Some(strip));
        }
    }
}

#[test]
fn half_a_small_frame_has_few_rows_and_counts_those_it_folds() {
    let dataset = embedded();
    let tight = Shown {
        room: Room::Tight,
        ..Shown::default()
    };
    let view = timeline(setting(&dataset, false), &all(&dataset), &tight);
    let rows = view.option["series"][1]["data"].as_array().expect("rows");
    assert!(rows.len() <= 32, "{} rows", rows.len());
    assert!(view.height < 480, "{} pixels", view.height);
    let folded: usize = rows
        .iter()
        .filter(|row| row["value"][5] == -1)
        .map(|row| {
            let digits = row["title"].as_str().unwrap_or_default();
            let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
            digits.parse::<usize>().expect("a count")
        })
        .sum();
    assert_eq!(view.order.len() + folded, view.dated);
    assert!(
        rows.iter().all(|row| row.get("lane").is_none()),
        "names of lanes"
    );
    let open = Shown {
        open: dataset.sector_indices().collect(),
        ..tight
    };
    let view = timeline(setting(&dataset, false), &all(&dataset), &open);
    assert_eq!(view.order.len(), view.dated, "opened in place");
}

#[test]
fn keys_go_through_the_records_in_the_order_of_time() {
    let dataset = embedded();
    let view = timeline(setting(&dataset, false), &all(&dataset), &Shown::default());
    let times: Vec<_> = view
        .order
        .iter()
        .map(|(ix, _)| dataset.days(dataset.record(*ix).time.time).map(|d| d.0))
        .collect();
    assert_eq!(times.len(), view.dated);
    let starts: Vec<_> = view.order.iter().map(|(ix, _)| *ix).collect();
    let unique: BTreeSet<RecordIx> = starts.iter().copied().collect();
    assert_eq!(unique.len(), starts.len(), "each once");
    let first = times.first().expect("a record");
    assert!(times.iter().all(|time| first <= time));
    assert!(view.order.iter().all(|(_, y)| *y < view.height));
}

#[test]
fn a_list_in_the_order_of_time_has_each_stated_time_once() {
    let dataset = embedded();
    let records = all(&dataset);
    let (list, count) = moments(&dataset, &records, usize::MAX);
    let listed: Vec<RecordIx> = list.iter().flat_map(|m| m.records.clone()).collect();
    assert_eq!(listed.len(), count);
    for pair in list.windows(2) {
        assert!(pair[0].span.first <= pair[1].span.first);
        assert_ne!(pair[0].time, pair[1].time);
    }
    let (some, of) = moments(&dataset, &records, 12);
    assert_eq!(of, count);
    let some: Vec<RecordIx> = some.iter().flat_map(|m| m.records.clone()).collect();
    assert_eq!(some, listed[..12]);
}

#[test]
fn undated_records_with_a_figure_are_shown_before_those_without() {
    let dataset = embedded();
    let records: Vec<RecordIx> = all(&dataset)
        .into_iter()
        .filter(|ix| dataset.days(dataset.record(*ix).time.time).is_none())
        .collect();
    let states = |ix: &RecordIx| !dataset.record(*ix).values.is_empty();
    for room in [30, 36, 44, usize::MAX] {
        let groups = undated(&dataset, &records, room);
        let shown: usize = groups.iter().map(|group| group.shown.len()).sum();
        assert!(shown <= room);
        for group in &groups {
            let figured = group.all.iter().filter(|ix| states(ix));
            assert!(figured.into_iter().all(|ix| group.shown.contains(ix)));
            let hidden = group.all.len() - group.shown.len();
            let said = match group.hidden {
                Hidden::None => 0,
                Hidden::WithoutFigure(count) => count,
                Hidden::Some(_) => panic!("one with a figure is hidden"),
            };
            assert_eq!(said, hidden);
            assert_ne!(hidden, 1, "one alone is shown");
        }
        let whole: usize = groups.iter().map(|group| group.all.len()).sum();
        assert_eq!(whole, records.len());
    }
    let few = undated(&dataset, &records, 5);
    assert!(few.iter().all(|group| !group.shown.is_empty()));
    assert!(
        few.iter()
            .any(|group| matches!(group.hidden, Hidden::Some(_)))
    );
}
