//! What lies within a period, and what only reaches into it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod support;

use charts::{Seen, map, timeline};
use formats::{csv, json};
use model::{Dataset, Date, Lang, RecordIx, Time, parse};
use query::{Beyond, Filter, Index, Measure, Period, Reach, Selection, disjoint_total, values_of};
use serde_json::json as object;
use std::collections::BTreeSet;
use support::drawn::chart;
use support::{embedded, loaded, named, record, setting, with};

fn period(from: &str, to: &str) -> Period {
    Period::new(Date::parse(from), Date::parse(to)).expect("a period")
}

fn date(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn selected(dataset: &Dataset, period: Period) -> Selection {
    let index = Index::new(dataset, |record| text::said(dataset, record));
    index.selection(&Filter {
        period,
        ..Filter::default()
    })
}

const WITHIN: Option<Reach> = Some(Reach::Within);
const REACHING: Option<Reach> = Some(Reach::Reaching);

#[track_caller]
fn lies(time: Time, cases: &[(&str, &str, Option<Reach>)]) {
    let dataset = embedded();
    for (from, to, wanted) in cases {
        let found = period(from, to).reach(&dataset, time);
        assert_eq!(found, *wanted, "{time:?} and {from} to {to}");
    }
}

#[test]
fn a_date_lies_within_where_all_days_that_it_may_mean_do() {
    lies(
        Time::Point(date("2017")),
        &[
            ("2017", "2017", WITHIN),
            ("2016", "2018", WITHIN),
            ("2017-01", "2017-12-31", WITHIN),
            ("2017", "", WITHIN),
            ("", "2017", WITHIN),
            ("2017-03", "2017-05", REACHING),
            ("2017-02", "", REACHING),
            ("", "2017-11", REACHING),
            ("2018", "2018", None),
            ("", "2016", None),
        ],
    );
    lies(
        Time::Point(date("2017-04")),
        &[
            ("2017-04", "2017-04", WITHIN),
            ("2017", "2017", WITHIN),
            ("2017-04-10", "2017-04-20", REACHING),
            ("2017-05", "", None),
        ],
    );
    lies(
        Time::Point(date("2017-04-10")),
        &[
            ("2017-04-10", "2017-04-10", WITHIN),
            ("2017-04", "2017-04", WITHIN),
            ("2017-04-11", "", None),
        ],
    );
}

#[test]
fn a_span_lies_within_where_both_its_ends_do() {
    let span = Time::Interval(date("2016"), date("2018-06"));
    lies(
        span,
        &[
            ("2016", "2018", WITHIN),
            ("2016", "2018-06", WITHIN),
            ("2016-02", "2018", REACHING),
            ("2016", "2018-05", REACHING),
            ("2017", "2017", REACHING),
            ("2019", "", None),
        ],
    );
    let dataset = embedded();
    let plan = dataset.plans.first().expect("a plan");
    let within = Period::new(Some(plan.from), Some(plan.to)).expect("a period");
    let ix = dataset
        .records
        .iter()
        .find_map(|record| match record.time.time {
            Time::Plan(ix) => Some(ix),
            _ => None,
        });
    let ix = ix.expect("a record of a plan");
    let plan = &dataset.plans[ix.at()];
    let own = Period::new(Some(plan.from), Some(plan.to)).expect("a period");
    assert_eq!(own.reach(&dataset, Time::Plan(ix)), WITHIN);
    let shorter = own.with_to(Date::parse(&format!("{:04}", plan.to.year() - 1)));
    assert_eq!(shorter.reach(&dataset, Time::Plan(ix)), REACHING);
    assert!(!within.is_all());
}

#[test]
fn an_open_end_lies_within_only_where_the_period_has_no_end() {
    lies(
        Time::Since(date("1994")),
        &[
            ("1994", "", WITHIN),
            ("1990", "", WITHIN),
            ("1995", "", REACHING),
            ("1994", "2100", REACHING),
            ("", "2018", REACHING),
            ("2016", "2018", REACHING),
            ("", "1993", None),
        ],
    );
}

#[test]
fn an_unknown_start_lies_within_only_where_the_period_has_no_start() {
    lies(
        Time::Until(date("2018")),
        &[
            ("", "2018", WITHIN),
            ("", "2020", WITHIN),
            ("1000", "2018", REACHING),
            ("", "2018-06", REACHING),
            ("2018", "", REACHING),
            ("2014", "2016", None),
        ],
    );
}

#[test]
fn a_time_that_is_still_to_come_is_as_any_other() {
    let dataset = embedded();
    let later = format!("{:04}", dataset.as_of.year() + 2);
    lies(
        Time::Point(date(&later)),
        &[(&later, &later, WITHIN), ("", "2018", None)],
    );
    lies(
        Time::Since(date(&later)),
        &[(&later, "", WITHIN), (&later, &later, REACHING)],
    );
}

#[test]
fn a_time_that_is_not_stated_lies_in_no_period_and_in_all_time() {
    lies(
        Time::Unknown,
        &[("1000", "", None), ("", "9999", None), ("", "", WITHIN)],
    );
    lies(Time::Since(date("1994")), &[("", "", WITHIN)]);
    lies(Time::Until(date("1994")), &[("", "", WITHIN)]);
}

#[test]
fn a_selection_is_told_apart_and_nothing_is_in_both_or_lost() {
    let dataset = embedded();
    let unknown = dataset
        .records
        .iter()
        .filter(|record| record.time.time == Time::Unknown)
        .count();
    let all = selected(&dataset, Period::default());
    assert_eq!(all.within(), all.all());
    assert_eq!(all.all().len(), dataset.records.len());
    assert_eq!((all.reaching().len(), all.untimed().len()), (0, 0));
    assert_eq!(text::period::apart(Lang::EN, &all), None);

    let some = selected(&dataset, period("2016", "2018"));
    assert_eq!(some.untimed().len(), unknown);
    for ix in some.untimed() {
        assert_eq!(dataset.record(*ix).time.time, Time::Unknown);
        assert!(!some.all().contains(ix), "it counts for nothing");
    }
    assert!(!some.within().is_empty() && !some.reaching().is_empty());
    let both: BTreeSet<RecordIx> = some
        .within()
        .iter()
        .chain(some.reaching())
        .copied()
        .collect();
    assert_eq!(both.into_iter().collect::<Vec<_>>(), some.all());
    assert_eq!(
        some.within().len() + some.reaching().len(),
        some.all().len()
    );
    for (id, within) in [("funds-since-1994", false), ("mayor-visit-2018", true)] {
        let (ix, _) = named(&dataset, id);
        assert_eq!(some.within().contains(&ix), within, "{id}");
        assert_eq!(some.reaching().contains(&ix), !within, "{id}");
    }
}

#[test]
fn what_is_left_out_for_its_time_is_what_the_rest_of_the_filter_selects() {
    let dataset = embedded();
    let index = Index::new(&dataset, |record| text::said(&dataset, record));
    let filter = Filter {
        kinds: [support::kind(&dataset, "transaction")].into(),
        ..Filter::default()
    };
    let unknown = index
        .select(&filter)
        .into_iter()
        .filter(|ix| dataset.record(*ix).time.time == Time::Unknown);
    let with_period = Filter {
        period: period("2016", "2018"),
        ..filter.clone()
    };
    assert_eq!(
        index.selection(&with_period).untimed().len(),
        unknown.count()
    );
}

#[test]
fn money_of_more_than_the_period_is_no_money_of_the_period() {
    let dataset = embedded();
    let selection = selected(&dataset, period("2016", "2018"));
    let (since, _) = named(&dataset, "funds-since-1994");
    let setting = charts::Setting {
        period: period("2016", "2018"),
        ..setting(&dataset)
    };
    for id in dataset.chart_indices() {
        let drawn = chart(id, setting, selection.within(), &[]);
        let mut parts = drawn.bars.iter().flat_map(|bar| &bar.segments);
        assert!(parts.all(|part| !part.records.contains(&since)), "{id:?}");
        assert!(!drawn.option.to_string().contains("4.47 billion"), "{id:?}");
        // All that the whole selection would draw is drawn or named.
        let beyond = Beyond::of_chart(&dataset, selection.reaching(), dataset.chart(id));
        for of in dataset.chart(id).values.iter().map(|value| value.of) {
            for counted in values_of(&dataset, selection.reaching(), of) {
                let kinds = &dataset.chart(id).kinds;
                let asked =
                    kinds.is_empty() || kinds.contains(&dataset.record(counted.record).kind);
                let named = beyond.contains(&Beyond {
                    record: counted.record,
                    figure: Some(counted.value),
                });
                assert_eq!(named, asked);
            }
        }
    }
    let funds = support::quantity(&dataset, "funds", "yuan");
    let total = disjoint_total(&dataset, values_of(&dataset, selection.within(), funds));
    assert!(total.amount < 4.47e9, "{}", total.amount);

    let money = Measure::default_of(&dataset);
    let filter = Filter {
        period: setting.period,
        ..Filter::default()
    };
    let seen = Seen {
        reaching: &[],
        sheet: None,
        zoom: 1.0,
        wide: false,
    };
    let drawn = map(setting, selection.within(), &filter, money, seen);
    assert!(
        drawn
            .marks
            .iter()
            .all(|mark| !mark.records.contains(&since))
    );
    let left_out = Beyond::of_measure(&dataset, selection.reaching(), money);
    assert!(left_out.iter().any(|of| of.record == since));
    let line = text::period::not_counted_line(Lang::EN, &left_out, setting.period, &dataset)
        .expect("a line");
    assert!(
        line.contains("about CNY 4.47 billion, since 1994"),
        "{line}"
    );
    assert!(line.contains("more than 2016 – 2018 are not counted"));
    let counted = Beyond::of_measure(&dataset, selection.reaching(), Measure::Records);
    assert_eq!(counted.len(), selection.reaching().len());
}

#[test]
fn the_timeline_marks_what_only_reaches_into_the_period() {
    let dataset = embedded();
    let chosen = period("2016", "2018");
    let selection = selected(&dataset, chosen);
    let setting = charts::Setting {
        period: chosen,
        ..setting(&dataset)
    };
    let drawn = timeline(
        setting,
        selection.all(),
        &charts::Shown {
            open: dataset.sector_indices().collect(),
            ..charts::Shown::default()
        },
    );
    let option = drawn.option.to_string();
    let marked = option.matches("\"reaches\":true").count();
    assert_eq!(marked, selection.reaching().len());
    let (since, _) = named(&dataset, "funds-since-1994");
    assert!(setting.reaches(since));
}

#[test]
fn a_site_of_records_that_only_reach_into_the_period_is_lighter() {
    // By turns a record of 2018, and one since 2016.
    let mut file: serde_json::Value =
        serde_json::from_str(aid_atlas::PROGRAMME_JSON).expect("JSON");
    let records = file["records"].as_array_mut().expect("records");
    for (at, record) in records.iter_mut().enumerate() {
        record["time"] = if at % 2 == 0 {
            object!({"type": "point", "at": "2018"})
        } else {
            object!({"type": "since", "from": "2016"})
        };
    }
    let dataset = parse(&file.to_string()).expect("a dataset").dataset;
    let sheet = support::main_sheet(&dataset);
    let chosen = period("2018", "2018");
    let selection = selected(&dataset, chosen);
    let setting = charts::Setting {
        period: chosen,
        ..setting(&dataset)
    };
    let seen = Seen {
        sheet: Some(&sheet),
        reaching: selection.reaching(),
        zoom: 4.0,
        wide: true,
    };
    let money = Measure::default_of(&dataset);
    let view = map(setting, selection.within(), &Filter::default(), money, seen);
    let sites = view.option["series"][1]["data"].as_array().expect("sites");
    let is_within = |ix: &RecordIx| selection.within().contains(ix);
    let mut lighter = BTreeSet::new();
    for mark in view.marks.iter().filter(|mark| mark.series == Some(1)) {
        let site = &sites[mark.datum];
        let only_reaches = !mark.records.iter().any(is_within);
        assert_eq!(site["itemStyle"]["opacity"] == 0.4, only_reaches, "{site}");
        let said = site["tip"]
            .as_str()
            .expect("a tip")
            .contains("only reaches in");
        assert_eq!(said, !mark.records.iter().all(is_within), "{site}");
        lighter.insert(only_reaches);
    }
    assert_eq!(lighter, [false, true].into(), "sites of both");
    assert!(view.reach);
    // No figure counts them.
    let areas = view.marks.iter().filter(|mark| mark.series != Some(1));
    assert!(areas.flat_map(|mark| &mark.records).all(is_within));
}

#[test]
fn the_count_is_told_apart_in_words() {
    let dataset = |times: &[&str]| {
        let time = |time: &&str| match *time {
            "" => object!({"type": "unknown"}),
            since if since.starts_with('>') => object!({"type": "since", "from": since[1..]}),
            at => object!({"type": "point", "at": at}),
        };
        let made = times.iter().enumerate();
        let made =
            made.map(|(at, of)| with(record(&format!("r{at}")), object!({"time": time(of)})));
        loaded(&support::dataset(made.collect())).dataset
    };
    let said = |times: &[&str], lang: Lang| {
        let dataset = dataset(times);
        text::period::counted(
            lang,
            &selected(&dataset, period("2016", "2018")),
            times.len(),
        )
    };
    let many = ["2016", "2017", ">1994", ">2017", "", "", "2010"];
    assert_eq!(
        said(&many, Lang::EN),
        "4 of 7 records (2 within the period, 2 only reach into it; 2 without a stated time are not counted)"
    );
    assert_eq!(
        said(&["2016", ">1994", ""], Lang::EN),
        "2 of 3 records (1 within the period, 1 only reaches into it; 1 without a stated time is not counted)"
    );
    assert_eq!(said(&["2016", "2010"], Lang::EN), "1 of 2 records");
    assert_eq!(
        said(&many, Lang::ZH),
        "7 条记录中的 4 条（2 条在时期内，2 条仅部分涉及；2 条时间未写明，不计入）"
    );
}

#[test]
fn files_say_of_each_record_how_it_lies_to_a_chosen_period() {
    let dataset = embedded();
    let selection = selected(&dataset, period("2016", "2018"));
    let plain = support::export(&dataset, selection.all());
    assert!(
        !csv(plain)
            .lines()
            .next()
            .expect("a head")
            .contains(",period,")
    );
    assert!(!json(plain).expect("JSON").contains("\"within\""));

    let export = formats::Export {
        period: period("2016", "2018"),
        ..plain
    };
    let table = csv(export);
    let head: Vec<&str> = table.lines().next().expect("a head").split(',').collect();
    assert!(head.windows(2).any(|pair| pair == ["time_to", "period"]));
    assert!(table.contains(",since,1994,,reaches,"), "{table}");
    assert!(table.contains(",within,"));

    let file = json(export).expect("JSON");
    let read: serde_json::Value = serde_json::from_str(&file).expect("JSON");
    for record in read["records"].as_array().expect("records") {
        let (ix, _) = named(&dataset, record["id"].as_str().expect("an id"));
        let word = if selection.within().contains(&ix) {
            "within"
        } else {
            "reaches"
        };
        assert_eq!(record["period"], word, "{}", record["id"]);
    }
    // It can be opened again, and without a period it says nothing of one.
    let again = parse(&file).expect("a dataset");
    assert!(again.problems.is_empty(), "{:?}", again.problems);
    let again = again.dataset;
    let all: Vec<RecordIx> = again.record_indices().collect();
    let once_more = json(formats::Export {
        text: &file,
        ..support::export(&again, &all)
    });
    assert!(!once_more.expect("JSON").contains("\"reaches\""));
}
