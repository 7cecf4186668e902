//! Chart options: what is drawn, what is added, and what is not.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper of tests fails as tests do"
)]

mod support;

use aid_atlas::PROGRAMME_JSON;
use charts::{
    Action, Bar, Seen, Setting, Shown, Sign, Theme, brush, brushed, font, inset, map, serif,
    timeline, visible_months,
};
use model::{ChartIx, Dataset, Date, Form, Lang, RecordIx, parse};
use outlines::Sheet;
use query::{Filter, Measure, Period, PlaceChoice, disjoint_total, largest, values_of};
use std::collections::BTreeSet;
use support::drawn::{Drawn, chart};
use support::{embedded as dataset, setting};

fn all(dataset: &Dataset) -> Vec<RecordIx> {
    dataset.record_indices().collect()
}

fn some(dataset: &Dataset, ids: &[&str]) -> Vec<RecordIx> {
    ids.iter()
        .map(|id| dataset.record_by_id(id).unwrap_or_else(|| panic!("{id}")))
        .collect()
}

fn drawn(dataset: &Dataset, id: ChartIx) -> Drawn {
    chart(id, setting(dataset), &all(dataset), &[])
}

fn bar<'a>(view: &'a Drawn, label: &str) -> &'a Bar {
    view.bars
        .iter()
        .find(|b| b.label == label)
        .unwrap_or_else(|| panic!("{label} in {:?}", view.bars))
}

fn seen(sheet: &Sheet) -> Seen<'_> {
    Seen {
        reaching: &[],
        sheet: Some(sheet),
        zoom: 1.0,
        wide: false,
    }
}

#[test]
fn every_chart_draws_every_bar_with_records_and_an_action() {
    let dataset = dataset();
    for id in dataset.chart_indices() {
        for lang in [Lang::ZH, Lang::EN] {
            let view = chart(
                id,
                Setting {
                    lang,
                    ..setting(&dataset)
                },
                &all(&dataset),
                &[],
            );
            assert!(!view.bars.is_empty(), "{id:?}");
            let is_table = view.drawn.form == Form::Table;
            assert_eq!(view.marks.is_empty(), is_table, "{id:?}");
            for mark in &view.marks {
                let datum =
                    &view.option["series"][mark.series.expect("a series")]["data"][mark.datum];
                assert!(mark.action.is_some(), "{id:?}: {datum}");
                assert!(!mark.records.is_empty(), "{id:?}: {datum}");
                assert!(datum["value"].as_f64().is_some_and(|v| v > 0.0), "{datum}");
                assert!(
                    datum["tip"]
                        .as_str()
                        .is_some_and(|tip| tip.lines().count() >= 4),
                    "title, figure, time, source"
                );
            }
        }
    }
}

#[test]
fn money_nests_and_is_not_counted_twice() {
    let dataset = dataset();
    let view = drawn(&dataset, support::chart_of(&dataset, "money-nesting"));
    let sum = bar(&view, "Aid funds for the 13th plan, together");
    assert!(
        sum.derived && sum.text == "CNY 1.838 billion (derived)",
        "{}",
        sum.text
    );
    let parts: Vec<f64> = sum.segments.iter().map(|s| s.amount).collect();
    assert_eq!(parts, [13.04e8, 5.34e8]);
    let at = |label: &str| {
        view.bars
            .iter()
            .position(|b| b.label == label)
            .unwrap_or_else(|| panic!("{label}"))
    };
    let relief = at("Funds put into poverty relief by 2018");
    assert_eq!(
        relief,
        at(&sum.label) + 1,
        "right below what it lies within"
    );
    assert_eq!(view.bars[relief].depth, sum.depth + 1);
    assert_eq!(view.bars[relief].text, "CNY 997 million");
    assert!(
        !view
            .bars
            .iter()
            .any(|b| b.label.contains("central authorities require")),
        "a segment is no row as well"
    );
}

#[test]
fn a_sum_whose_part_is_filtered_away_is_not_drawn() {
    let dataset = dataset();
    let view = chart(
        support::chart_of(&dataset, "money-nesting"),
        setting(&dataset),
        &some(&dataset, &["funds-13fyp-planned"]),
        &[],
    );
    assert_eq!(view.bars.len(), 1);
    assert!(!view.bars[0].derived);
}

#[test]
fn totals_leave_out_what_overlaps_and_name_it() {
    let dataset = dataset();
    let values = values_of(
        &dataset,
        &all(&dataset),
        support::quantity(&dataset, "funds", "yuan"),
    );
    let total = disjoint_total(&dataset, values.clone());
    assert_eq!(
        total.amount, 44.7e8,
        "everything else may lie within the funds since 1994"
    );
    assert_eq!(total.counted.len() + total.left_out.len(), values.len());

    let apart = some(&dataset, &["nyemo-funds", "damxung-funds"]);
    let total = disjoint_total(
        &dataset,
        values_of(
            &dataset,
            &apart,
            support::quantity(&dataset, "funds", "yuan"),
        ),
    );
    assert_eq!(total.amount, 1.31e8 + 1.8e8, "two counties do not overlap");

    let view = drawn(&dataset, support::chart_of(&dataset, "money-by-place"));
    let city = bar(&view, "City-wide");
    assert_eq!(city.text, "CNY 997 million");
    let remark = city.remark.as_deref().expect("what was left out");
    assert!(remark.contains("CNY 534 million"), "{remark}");
}

#[test]
fn investment_of_unknown_funder_is_not_aid() {
    let dataset = dataset();
    let view = drawn(&dataset, support::chart_of(&dataset, "money-by-place"));
    assert!(
        !view.bars.iter().any(|b| b.label == "Chengguan"),
        "no aid funds are stated for it"
    );
    let investment = bar(&view, "Chengguan: Project investment (funder not stated)");
    assert!(investment.second && investment.derived);
    assert_eq!(
        investment.segments.iter().map(|s| s.amount).sum::<f64>(),
        6.03e8
    );
}

#[test]
fn categories_sum_to_the_stated_total() {
    let dataset = dataset();
    let view = drawn(&dataset, support::chart_of(&dataset, "personnel"));
    let total = view
        .bars
        .iter()
        .position(|b| b.text == "393 persons")
        .expect("the total");
    let parts: Vec<&Bar> = view.bars[total + 1..]
        .iter()
        .take_while(|b| b.depth == 1)
        .collect();
    assert_eq!(parts.len(), 4);
    assert_eq!(
        parts
            .iter()
            .flat_map(|b| &b.segments)
            .map(|s| s.amount)
            .sum::<f64>(),
        393.0
    );
}

#[test]
fn income_comes_in_order_of_time_with_its_context() {
    let dataset = dataset();
    let view = drawn(&dataset, support::chart_of(&dataset, "income"));
    let amounts: Vec<f64> = view.bars.iter().map(|b| b.segments[0].amount).collect();
    assert_eq!(
        amounts,
        [2153.23, 18525.95, 620.0],
        "income without a stated time comes last"
    );
    let context: Vec<&str> = view
        .context
        .iter()
        .map(|ix| dataset.record(*ix).id.as_str())
        .collect();
    for id in [
        "chengguan-satisfaction",
        "chengguan-return-rate",
        "chengguan-first-batch-2017",
        "chengguan-poverty-rate",
    ] {
        assert!(context.contains(&id), "{id} in {context:?}");
    }
}

#[test]
fn a_filter_without_figures_gives_an_empty_chart() {
    let dataset = dataset();
    for id in dataset.chart_indices() {
        let view = chart(id, setting(&dataset), &[], &[]);
        assert!(view.bars.is_empty() && view.marks.is_empty());
    }
}

#[test]
fn the_map_draws_unknown_as_unknown_and_spreads_nothing() {
    let dataset = dataset();
    let sheet = support::main_sheet(&dataset);
    let view = map(
        setting(&dataset),
        &all(&dataset),
        &Filter::default(),
        support::measure(&dataset, "money"),
        seen(&sheet),
    );
    let figure = |id: &str| {
        let place = dataset.place_by_id(id).expect("a place");
        view.figures
            .iter()
            .find(|(ix, _)| *ix == place)
            .map(|(_, text)| text.as_str())
            .expect("a figure")
    };
    assert_eq!(figure("nyemo"), "CNY 131 million");
    assert_eq!(figure("damxung"), "CNY 180 million");
    for id in [
        "chengguan",
        "doilungdeqen",
        "dagze",
        "lhunzhub",
        "quxu",
        "maizhokunggar",
    ] {
        assert_eq!(figure(id), "No figure in the source", "{id}");
    }
    let areas = view.option["geo"]["regions"].as_array().expect("areas");
    assert_eq!(areas.len(), 8);
    let area = |id: &str| areas.iter().find(|a| a["name"] == id).expect("an area");
    let style = |id: &str| {
        let style = &area(id)["itemStyle"];
        (style["areaColor"].clone(), style["borderType"].clone())
    };
    let (named, unnamed) = (Theme::LIGHT.no_figure, Theme::LIGHT.panel);
    assert_eq!(style("dagze"), (unnamed.into(), "dashed".into()));
    for id in ["nyemo", "damxung", "doilungdeqen"] {
        assert_eq!(style(id), (named.into(), "solid".into()), "no shade: {id}");
    }
    let legend: Vec<&str> = view.legend.iter().map(|item| item.text.as_str()).collect();
    assert_eq!(legend, ["No figure in the source", "No record"]);
    let untied: Vec<(&str, &str)> = view
        .untied
        .iter()
        .map(|u| (u.name.as_str(), u.figure.as_str()))
        .collect();
    assert!(
        untied.contains(&("Programme-wide (no place)", "about CNY 4.47 billion")),
        "{untied:?}"
    );
    assert!(
        untied.contains(&("Several areas together", "CNY 41.3 million")),
        "{untied:?}"
    );
}

#[test]
fn people_are_never_added_up() {
    let dataset = dataset();
    let sheet = support::main_sheet(&dataset);
    let view = map(
        setting(&dataset),
        &all(&dataset),
        &Filter::default(),
        support::measure(&dataset, "people"),
        seen(&sheet),
    );
    let figure = |id: &str| {
        let place = dataset.place_by_id(id).expect("a place");
        let found = view.figures.iter().find(|(ix, _)| *ix == place);
        found.map(|(_, text)| text.clone()).expect("a figure")
    };
    assert_eq!(figure("doilungdeqen"), "over 200 persons", "not 130 + 200");
}

#[test]
fn what_is_expected_counts_nowhere_and_is_not_drawn_as_achieved() {
    let dataset = dataset();
    let jobs = some(
        &dataset,
        &["dairy-jobs", "dairy-dividend-local", "yangda-park-jobs"],
    );
    let view = chart(
        support::chart_of(&dataset, "people-reached"),
        setting(&dataset),
        &jobs,
        &[],
    );
    let bar = |text: &str| view.bars.iter().find(|b| b.text == text).expect("a bar");
    assert!(bar("expected 1,030 persons").segments[0].expected);
    assert!(!bar("over 130 persons").segments[0].expected);
    let data = view.option["series"][0]["data"].as_array().expect("data");
    let fills: Vec<bool> = data.iter().map(|d| d["look"] == 1).collect();
    assert_eq!(fills, [true, true, false], "hollow where expected");
    assert!(
        data[0]["tip"]
            .as_str()
            .is_some_and(|tip| tip.contains("expected 1,030"))
    );

    let values = values_of(
        &dataset,
        &jobs,
        support::quantity(&dataset, "people", "persons"),
    );
    let total = largest(values);
    assert_eq!((total.amount, total.expected.len()), (130.0, 2));

    let everything = all(&dataset);
    let sheet = support::main_sheet(&dataset);
    let view = map(
        setting(&dataset),
        &everything,
        &Filter::default(),
        support::measure(&dataset, "people"),
        seen(&sheet),
    );
    let chengguan = dataset.place_by_id("chengguan").expect("a place");
    let figure = view.figures.iter().find(|(ix, _)| *ix == chengguan);
    assert_eq!(
        figure.map(|(_, text)| text.as_str()),
        Some("Only an expected figure, not counted")
    );
    let areas = view.option["geo"]["regions"].as_array().expect("areas");
    let area = areas
        .iter()
        .find(|a| a["name"] == "chengguan")
        .expect("an area");
    assert_eq!(area["itemStyle"]["areaColor"], Theme::LIGHT.no_figure);
    let tip = area["tip"].as_str().expect("a tip");
    assert!(
        tip.contains("Expected, not counted") && tip.contains("expected 1,030 persons"),
        "{tip}"
    );
}

#[test]
fn expected_money_is_named_beside_a_total_and_never_added() {
    let text = PROGRAMME_JSON.replacen(
        r#""amount": 180000000, "unit": "yuan", "qualifier": "exact""#,
        r#""amount": 180000000, "unit": "yuan", "qualifier": "expected""#,
        1,
    );
    let dataset = parse(&text).expect("a dataset").dataset;
    let records = some(&dataset, &["nyemo-funds", "damxung-funds"]);
    let values = values_of(
        &dataset,
        &records,
        support::quantity(&dataset, "funds", "yuan"),
    );
    let total = disjoint_total(&dataset, values);
    assert_eq!((total.amount, total.expected.len()), (1.31e8, 1));
    for id in [
        support::chart_of(&dataset, "money-by-place"),
        support::chart_of(&dataset, "money-by-sector"),
        support::chart_of(&dataset, "money-nesting"),
    ] {
        let view = chart(id, setting(&dataset), &records, &[]);
        let bar = view
            .bars
            .iter()
            .find(|b| b.text == "expected CNY 180 million");
        let bar = bar.unwrap_or_else(|| panic!("{id:?}: {:?}", view.bars));
        assert!(bar.segments.iter().all(|s| s.expected), "{id:?}");
    }
}

#[test]
fn a_chosen_area_is_marked_and_a_click_on_it_clears() {
    let dataset = dataset();
    let nyemo = PlaceChoice::Place(dataset.place_by_id("nyemo").expect("a place"));
    let filter = Filter {
        places: [nyemo].into(),
        ..Filter::default()
    };
    let sheet = support::main_sheet(&dataset);
    let view = map(
        setting(&dataset),
        &all(&dataset),
        &filter,
        Measure::Records,
        seen(&sheet),
    );
    let areas = view.option["geo"]["regions"].as_array().expect("areas");
    let width = |id: &str| {
        areas
            .iter()
            .find(|a| a["name"] == id)
            .map(|a| a["itemStyle"]["borderWidth"].clone())
    };
    assert_ne!(width("nyemo"), width("damxung"));
    let at = areas.iter().position(|a| a["name"] == "nyemo");
    let mark = view
        .marks
        .iter()
        .find(|m| m.series.is_none() && Some(m.datum) == at);
    let action = mark.and_then(|mark| mark.action.clone());
    assert_eq!(action, Some(Action::Place(nyemo)));
}

#[test]
fn a_site_without_sure_coordinates_is_drawn_at_its_parent_and_says_so() {
    let dataset = dataset();
    let sheet = support::main_sheet(&dataset);
    let view = map(
        setting(&dataset),
        &all(&dataset),
        &Filter::default(),
        Measure::Records,
        // Nearer, so that sites of one area are not one mark.
        Seen {
            zoom: 2.0,
            ..seen(&sheet)
        },
    );
    let sites = view.option["series"][1]["data"].as_array().expect("sites");
    let site = |name: &str| {
        sites
            .iter()
            .find(|s| s["name"] == name)
            .unwrap_or_else(|| panic!("{name}"))
    };
    let water = site("Namtso “holy water” plant");
    let damxung = sheet.area("damxung").expect("its outline");
    assert_eq!(
        (water["value"][0].as_f64(), water["value"][1].as_f64()),
        (Some(damxung.0), Some(damxung.1))
    );
    assert!(
        water["tip"]
            .as_str()
            .is_some_and(|tip| tip.contains("not known"))
    );
    assert_eq!(water["itemStyle"]["color"], Theme::LIGHT.panel, "hollow");
    let positions: Vec<String> = sites
        .iter()
        .map(|s| format!("{}{}", s["value"], s["symbolOffset"]))
        .collect();
    let distinct: BTreeSet<&String> = positions.iter().collect();
    assert_eq!(distinct.len(), positions.len(), "no symbol hides another");
}

#[test]
fn the_inset_marks_the_four_districts() {
    let dataset = dataset();
    let map = dataset.insets().next().expect("an inset");
    let sheet = support::sheet_of(&dataset, map);
    let (option, marks) = inset(
        map,
        setting(&dataset),
        &all(&dataset),
        &Filter::default(),
        Some(&sheet),
    );
    let names: Vec<&str> = option["series"][0]["data"]
        .as_array()
        .expect("districts")
        .iter()
        .filter_map(|d| d["name"].as_str())
        .collect();
    assert_eq!(names, ["dongcheng", "mentougou", "tongzhou", "shunyi"]);
    assert!(marks.iter().all(|m| {
        m.records
            .contains(&dataset.record_by_id("pairing").expect("a record"))
    }));
}

#[test]
fn the_timeline_fades_what_is_not_stated_and_keeps_unknown_times_apart() {
    let dataset = dataset();
    let view = timeline(setting(&dataset), &all(&dataset), &Shown::default());
    let data = view.option["series"][1]["data"].as_array().expect("data");
    assert_eq!(data.len() + view.undated.len(), dataset.records.len());
    let datum = |id: &str| {
        let record = dataset.record_by_id(id).expect("a record");
        let mark = view.marks.iter().find(|m| m.records == [record]);
        &data[mark.unwrap_or_else(|| panic!("{id}")).datum]
    };
    let sides = |id: &str| {
        (
            datum(id)["value"][3].as_u64(),
            datum(id)["value"][4].as_u64(),
        )
    };
    assert_eq!(sides("funds-since-1994"), (Some(0), Some(1)));
    assert_eq!(sides("chengguan-poverty-rate"), (Some(1), Some(0)));
    assert_eq!(sides("chengguan-return-rate"), (Some(0), Some(0)));
    assert_eq!(sides("school-2014"), (Some(0), Some(0)));
    assert!(
        view.undated
            .contains(&dataset.record_by_id("nyemo-funds").expect("a record"))
    );
}

#[test]
fn each_record_with_a_time_has_a_row_with_its_title_and_its_figure() {
    let dataset = dataset();
    let records = all(&dataset);
    let view = timeline(setting(&dataset), &records, &Shown::default());
    let data = view.option["series"][1]["data"].as_array().expect("data");
    let rows: BTreeSet<String> = data.iter().map(|d| d["value"][2].to_string()).collect();
    assert_eq!(rows.len(), data.len(), "no two in a row");
    for mark in &view.marks {
        let [ix] = mark.records.as_slice() else {
            panic!("{mark:?}");
        };
        let record = dataset.record(*ix);
        let datum = &data[mark.datum];
        assert_eq!(datum["title"], record.row_title(Lang::EN));
        let figure = datum["figure"].as_str().expect("a figure");
        match record.values.first() {
            Some(value) => {
                let stated = text::qualified(Lang::EN, value, &dataset);
                assert!(figure.starts_with(&stated), "{figure}");
                assert_eq!(figure.ends_with('…'), record.values.len() > 1);
            }
            None => assert_eq!(figure, ""),
        }
    }
}

#[test]
fn what_was_to_come_is_told_from_what_was_and_years_from_moments() {
    let dataset = dataset();
    let view = timeline(setting(&dataset), &all(&dataset), &Shown::default());
    let data = view.option["series"][1]["data"].as_array().expect("data");
    let value = |id: &str| {
        let record = dataset.record_by_id(id).expect("a record");
        let mark = view.marks.iter().find(|m| m.records == [record]);
        data[mark.unwrap_or_else(|| panic!("{id}")).datum]["value"].clone()
    };
    let number = |id: &str, at: usize| value(id)[at].as_i64().expect("a number");
    // A plan to 2020, of which an article of 2018 cannot tell the end.
    assert!(number("funds-13fyp-planned", 6) < number("funds-13fyp-planned", 1));
    assert_eq!(number("funds-since-1994", 6), number("funds-since-1994", 1));
    let look = |id: &str| number(id, 5);
    assert_eq!(look("funds-since-1994"), 0);
    assert_eq!(look("school-2014"), 1, "a year");
    assert_eq!(look("chengguan-return-rate"), 2, "a month");

    let all: BTreeSet<Sign> = [
        Sign::Open,
        Sign::Year,
        Sign::Moment,
        Sign::Planned,
        Sign::Source,
        Sign::Folded,
    ]
    .into();
    assert_eq!(view.signs, all);
    let school = some(&dataset, &["school-2014"]);
    let view = timeline(setting(&dataset), &school, &Shown::default());
    assert!(!view.signs.contains(&Sign::Open), "only what is on it");
}

#[test]
fn years_in_which_nothing_begins_or_ends_are_folded_whatever_is_filtered() {
    let dataset = dataset();
    let breaks = |records: &[RecordIx]| {
        timeline(setting(&dataset), records, &Shown::default()).option["xAxis"]["breaks"].clone()
    };
    let whole = breaks(&all(&dataset));
    let day = |date: &str| {
        let day = Date::parse(date).expect("a date").first_day();
        i64::from(day) * 86_400_000
    };
    assert_eq!(whole[0]["start"].as_i64(), Some(day("1995")));
    assert_eq!(whole[0]["end"].as_i64(), Some(day("2014")));
    assert_eq!(whole.as_array().map(Vec::len), Some(1));
    assert_eq!(breaks(&some(&dataset, &["school-2014"])), whole);
}

#[test]
fn long_lanes_fold_and_show_the_largest_figures_until_they_are_opened() {
    let made = (0..400).map(|at| {
        support::with(
            support::record(&format!("r{at}")),
            serde_json::json!({
                "time": {"type": "point", "at": format!("{}", 2000 + at % 18)},
                "values": [{"indicator": "funds", "amount": 1000 + at, "unit": "yuan"}],
            }),
        )
    });
    let file = support::dataset(made.collect()).to_string();
    let dataset = parse(&file).expect("a dataset").dataset;
    let records = all(&dataset);
    let sector = dataset.record(records[0]).sector;
    let folded = timeline(setting(&dataset), &records, &Shown::default());
    let rows = |view: &charts::TimelineView| {
        let marks = view.marks.iter();
        marks.filter(|mark| !mark.records.is_empty()).count()
    };
    assert!((30..100).contains(&rows(&folded)), "{}", rows(&folded));
    let last = folded.marks.last().expect("a row");
    assert_eq!(last.action, Some(Action::Fold(sector)));
    let data = folded.option["series"][1]["data"].as_array().expect("data");
    let words = data[last.datum]["title"].as_str().expect("words");
    let hidden = 400 - rows(&folded);
    assert!(words.contains(&hidden.to_string()), "{words}");
    // The largest of 400 amounts is there, the smallest is not.
    let shown = |id: &str| {
        let record = dataset.record_by_id(id).expect("a record");
        folded.marks.iter().any(|mark| mark.records == [record])
    };
    assert!(shown("r399") && !shown("r0"));
    let opened = Shown {
        open: [sector].into(),
        ..Shown::default()
    };
    let open = timeline(setting(&dataset), &records, &opened);
    assert_eq!(rows(&open), 400);
    let last = open.marks.last().expect("a row");
    assert_eq!(last.action, Some(Action::Fold(sector)), "and back");
}

#[test]
fn a_brushed_range_is_a_period_of_whole_months() {
    let dataset = dataset();
    let day = 86_400_000.0;
    let period = brushed(&dataset, 16_436.2 * day, 17_700.0 * day).expect("a period");
    assert_eq!(
        period.from().map(|d| d.to_string()).as_deref(),
        Some("2015-01")
    );
    assert_eq!(
        period.to().map(|d| d.to_string()).as_deref(),
        Some("2018-06")
    );
    assert_eq!(
        brushed(&dataset, 17_700.0 * day, 16_436.2 * day),
        Some(period),
        "in either direction"
    );
}

/// Milliseconds since 1970 of the beginning of a day.
fn milliseconds(day: &str) -> f64 {
    f64::from(Date::parse(day).expect("a day").first_day()) * 86_400_000.0
}

fn months(from: &str, to: &str) -> Option<Period> {
    Period::new(Date::parse(from), Date::parse(to))
}

#[test]
fn a_brush_that_begins_at_a_tick_begins_with_its_year() {
    let dataset = dataset();
    let pixels = 9.0 * 86_400_000.0;
    for off in [-1.0, 0.0, 1.0] {
        let (from, to) = (milliseconds("2018-01-01"), milliseconds("2019-01-01"));
        assert_eq!(
            brushed(&dataset, from + off * pixels, to + off * pixels),
            months("2018-01", "2018-12"),
            "a pixel beside it"
        );
    }
    for (from, to, wanted) in [
        ("2014-02-10", "2016-08-20", ("2014-02", "2016-08")),
        ("2014-02-20", "2016-08-10", ("2014-03", "2016-07")),
        ("1993-12-31", "1994-01-03", ("1994-01", "1994-01")),
        ("2016-02-26", "2016-03-02", ("2016-02", "2016-02")),
        ("2016-05-16", "2016-05-16", ("2016-05", "2016-05")),
    ] {
        let period = brushed(&dataset, milliseconds(from), milliseconds(to));
        assert_eq!(period, months(wanted.0, wanted.1), "{from} to {to}");
    }
    for broken in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300] {
        assert!(
            brushed(&dataset, broken, 0.0).is_some(),
            "{broken} is a month too"
        );
    }
}

#[test]
fn a_period_is_brushed_as_it_is_shown() {
    let dataset = dataset();
    for (from, to) in [
        ("2018-01", "2018-12"),
        ("2016-02", "2016-02"),
        ("1994-02", "2017-11"),
    ] {
        let period = months(from, to).expect("a period");
        let (start, end) = brush(&dataset, period).expect("a range");
        assert_eq!(brushed(&dataset, start, end), Some(period));
    }
    assert_eq!(brush(&dataset, Period::default()), None);
    let open = Period::new(Date::parse("2010"), None).expect("a period");
    let axis = timeline_of(&dataset, Lang::EN)["xAxis"].clone();
    assert_eq!(
        brush(&dataset, open).map(|(from, to)| (from, Some(to))),
        Some((milliseconds("2010-01-01"), axis["max"].as_f64()))
    );
}

#[test]
fn what_is_visible_of_the_axis_is_told_by_months_or_is_all() {
    let dataset = dataset();
    let axis = timeline_of(&dataset, Lang::EN)["xAxis"].clone();
    let (min, max) = (axis["min"].as_f64(), axis["max"].as_f64());
    let (min, max) = (min.expect("a start"), max.expect("an end"));
    assert_eq!(visible_months(&dataset, min, max), None);
    let part = visible_months(&dataset, milliseconds("2012-03-05"), max);
    let (from, _) = part.expect("a part");
    assert_eq!(from.to_string(), "2012-03");
    let part = visible_months(&dataset, min, milliseconds("2016-08-20"));
    let (_, to) = part.expect("a part");
    assert_eq!(to.to_string(), "2016-08");
}

fn timeline_of(dataset: &Dataset, lang: Lang) -> serde_json::Value {
    let records: Vec<RecordIx> = dataset.record_indices().collect();
    let setting = Setting {
        dataset,
        lang,
        theme: &Theme::LIGHT,
        compact: false,
        period: Period::default(),
    };
    timeline(setting, &records, &Shown::default()).option
}

#[test]
fn the_time_axis_is_in_utc_and_in_the_language() {
    let dataset = dataset();
    for (lang, september, day) in [
        (Lang::EN, "Sep", "{day} {month}"),
        (Lang::ZH, "9月", "{month}{day}日"),
    ] {
        let option = timeline_of(&dataset, lang);
        assert_eq!(option["useUTC"], true);
        assert_eq!(option["calendar"]["months"][8], september);
        assert_eq!(option["calendar"]["day"], day);
    }
}

#[test]
fn fonts_are_those_of_the_page_and_english_meets_no_chinese_one_first() {
    let plain = |text: &str| {
        let mut text = text.replace('"', "'");
        text.retain(|letter| !letter.is_whitespace());
        text
    };
    let css = plain(include_str!("../style/generated/tokens.css"));
    for lang in [Lang::EN, Lang::ZH] {
        let list = plain(font(lang));
        assert!(css.contains(&format!("--font:{list};")), "{list}");
        let titles = plain(serif(lang));
        assert!(css.contains(&format!("--serif:{titles};")), "{titles}");
        assert!(
            !font(lang).contains(['"', '<', '&']),
            "it stands in attributes"
        );
    }
    for list in [font(Lang::EN), serif(Lang::EN)] {
        let own = list
            .split(", ")
            .take_while(|name| !["serif", "sans-serif"].contains(name));
        for name in own {
            for chinese in [
                "CJK", "SC", "PingFang", "YaHei", "Han", "Hei", "SimSun", "zh",
            ] {
                assert!(!name.contains(chinese), "{chinese}");
            }
            assert_ne!(name, "system-ui");
        }
    }
    let dataset = dataset();
    assert_eq!(
        timeline_of(&dataset, Lang::EN)["textStyle"]["fontFamily"],
        font(Lang::EN)
    );
}

#[test]
fn a_record_that_is_pointed_at_stands_out_in_either_scheme() {
    let dataset = dataset();
    for theme in [&Theme::LIGHT, &Theme::DARK] {
        let option = timeline(
            Setting {
                theme,
                ..setting(&dataset)
            },
            &all(&dataset),
            &Shown::default(),
        )
        .option;
        let row = &option["series"][1]["row"];
        assert_eq!(row["lit"], theme.text, "on {}", theme.panel);
        assert_eq!(row["behind"], theme.lit, "on {}", theme.panel);
    }
}
