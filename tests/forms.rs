//! Forms of charts that cannot be misread: what stands where, and why.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper of tests fails as tests do"
)]

mod support;

use model::{Dataset, Form, RecordIx, parse};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::drawn::{Drawn, chart};
use support::{chart_of, embedded, record, setting, with};

fn view(dataset: &Dataset, id: &str) -> Drawn {
    let all: Vec<RecordIx> = dataset.record_indices().collect();
    chart(chart_of(dataset, id), setting(dataset), &all, &[])
}

fn data(view: &Drawn) -> &Vec<Value> {
    view.option["series"][0]["data"].as_array().expect("data")
}

/// The datum of a record, and its place.
fn place(dataset: &Dataset, view: &Drawn, id: &str) -> Vec<f64> {
    let record = dataset.record_by_id(id).expect("a record");
    let mark = view.marks.iter().find(|mark| mark.records == [record]);
    let datum = mark.unwrap_or_else(|| panic!("{id}")).datum;
    let at = data(view)[datum]["at"].as_array().expect("a place");
    at.iter().filter_map(Value::as_f64).collect()
}

fn list(view: &Drawn, name: &str) -> Vec<Value> {
    let lists = &view.option["series"][0]["figure"]["lists"];
    lists[name].as_array().cloned().unwrap_or_default()
}

#[test]
fn money_stands_below_what_it_overlaps_and_what_overlaps_two_below_both() {
    let dataset = embedded();
    let view = view(&dataset, "money-nesting");
    let at = |id: &str| place(&dataset, &view, id);
    let [all, planned, more, relief] = [
        "funds-since-1994",
        "funds-13fyp-planned",
        "funds-13fyp-additional",
        "funds-poverty-relief",
    ]
    .map(at);
    assert_eq!(all, [0.0, 0.0, 44.7e8, 0.0], "the whole has no dashed edge");
    assert_eq!(planned, [1.0, 0.0, 13.04e8, 1.0]);
    assert_eq!(more, [1.0, 13.04e8, 18.38e8, 1.0], "beside its summand");
    assert_eq!((relief[0], relief[3]), (2.0, 1.0));
    assert!(relief[1] < planned[2] && relief[2] > more[1], "{relief:?}");
    let [nyemo, damxung, districts] = ["nyemo-funds", "damxung-funds", "district-funds"].map(at);
    assert_eq!([nyemo[0], damxung[0], districts[0]], [3.0, 3.0, 4.0]);
    assert!(
        districts[1] < damxung[2] && districts[2] > nyemo[1],
        "below both"
    );
    let farm = at("gaba-pasture");
    assert!(
        farm[0] > districts[0],
        "what is related to nothing stands apart"
    );
    let words = list(&view, "sums")[0][2]
        .as_str()
        .expect("words")
        .to_owned();
    assert!(
        words.contains("1.838") && words.contains("derived"),
        "{words}"
    );
}

#[test]
fn no_two_blocks_hide_each_other_and_none_is_wider_than_the_drawing() {
    let made = (0..30).map(|at| {
        let whole = format!("r{}", at / 3);
        let part = json!([{"type": "part_of", "target": whole, "basis": "stated"}]);
        with(
            record(&format!("r{at}")),
            json!({
                "values": [{"indicator": "funds", "amount": 900_000 - at * 7_000, "unit": "yuan"}],
                "relations": if at > 0 { part } else { json!([]) },
            }),
        )
    });
    let mut file = support::dataset(made.collect());
    file["charts"] = Value::Null;
    let dataset = parse(&file.to_string()).expect("a dataset").dataset;
    let id = dataset
        .chart_indices()
        .find(|ix| dataset.chart(*ix).form == Form::Nesting);
    let id = id.expect("a chart of what lies within what");
    let all: Vec<RecordIx> = dataset.record_indices().collect();
    let view = chart(id, setting(&dataset), &all, &[]);
    let blocks: Vec<[f64; 3]> = data(&view)
        .iter()
        .map(|datum| [0, 1, 2].map(|at| datum["at"][at].as_f64().expect("a number")))
        .collect();
    assert_eq!(blocks.len(), 30);
    for (position, [lane, from, to]) in blocks.iter().enumerate() {
        assert!(*from >= 0.0 && *to <= 900_000.5, "{from} to {to}");
        for [other, start, end] in &blocks[..position] {
            let apart = lane != other || to <= start || end <= from;
            assert!(apart, "{from} to {to}, {start} to {end} in lane {lane}");
        }
    }
}

#[test]
fn a_slope_joins_figures_of_one_subject_and_says_what_lies_between() {
    let dataset = embedded();
    let sloped = view(&dataset, "income");
    assert_eq!(sloped.drawn.form, Form::Slope);
    assert_eq!(
        list(&sloped, "links"),
        [json!([0, 1, "2016, 2017: not stated"])]
    );
    let hollow: Vec<Option<u64>> = data(&sloped).iter().map(|d| d["at"][3].as_u64()).collect();
    assert_eq!(hollow, [Some(0), Some(1), None], "June may not be a year");
    let ticks = list(&sloped, "values");
    assert_eq!(ticks[0][0], 0.0, "from zero");
    assert_eq!(ticks.last().expect("a tick")[2], "20,000");

    let text = aid_atlas::PROGRAMME_JSON.replacen(
        r#""id": "chengguan-income-2018","#,
        r#""id": "chengguan-income-2018", "codes": [],"#,
        1,
    );
    let mut file: Value = serde_json::from_str(&text).expect("JSON");
    let records = file["records"].as_array_mut().expect("records");
    for record in records.iter_mut() {
        if record["id"] == "chengguan-income-2018" {
            record["places"] = json!(["damxung"]);
        }
    }
    let elsewhere = parse(&file.to_string()).expect("a dataset").dataset;
    let other = view(&elsewhere, "income");
    assert_eq!(list(&other, "links"), Vec::<Value>::new(), "another place");
}

#[test]
fn a_slope_without_times_is_a_table() {
    let dataset = embedded();
    let only = dataset
        .record_by_id("dairy-dividend-income")
        .expect("a record");
    let view = chart(
        chart_of(&dataset, "income"),
        setting(&dataset),
        &[only],
        &[],
    );
    assert_eq!(view.drawn.form, Form::Table);
    assert_eq!((view.bars.len(), view.marks.len()), (1, 0));
}

#[test]
fn a_dot_is_a_person_and_what_overlaps_stands_apart() {
    let dataset = embedded();
    let view = view(&dataset, "personnel");
    let dots = |id: &str| place(&dataset, &view, id)[0];
    let parts = [
        "personnel-doctors",
        "personnel-teachers",
        "personnel-party-government",
        "personnel-other",
    ];
    assert_eq!(parts.map(dots), [121.0, 120.0, 107.0, 45.0]);
    assert_eq!(dots("personnel-13fyp"), 0.0, "drawn as its parts");
    assert_eq!(dots("personnel-current"), 185.0);
    assert_eq!(dots("personnel-since-1994"), 0.0, "person-times are named");
    assert_eq!(list(&view, "wholes"), [json!([1, 4, ""])]);
    let note = text::chart::note(model::Lang::EN, view.id, view.drawn, &dataset);
    let note = note.text(model::Lang::EN);
    assert!(note.contains("One dot is 1 person."), "{note}");
}

#[test]
fn of_many_a_dot_is_a_round_number() {
    let text = aid_atlas::PROGRAMME_JSON.replacen(r#""amount": 185,"#, r#""amount": 185185,"#, 1);
    let dataset = parse(&text).expect("a dataset").dataset;
    let view = view(&dataset, "personnel");
    assert_eq!(view.drawn.per, Some(500.0));
    let dots: f64 = data(&view).iter().filter_map(|d| d["at"][0].as_f64()).sum();
    assert!(dots <= 610.0, "{dots}");
}

#[test]
fn a_table_compares_within_a_unit_only() {
    let dataset = embedded();
    let view = view(&dataset, "exchanges");
    let shares: Vec<Option<f64>> = view.bars.iter().map(|bar| bar.share).collect();
    assert_eq!(shares[0], Some(1.0), "the most person-times");
    let events = view.bars.iter().find(|bar| bar.text == "over 30 events");
    assert_eq!(events.and_then(|bar| bar.share), Some(0.75), "of 40 events");
    let alone = view.bars.iter().find(|bar| bar.text == "766 persons");
    assert_eq!(alone.map(|bar| bar.share), Some(None), "nothing beside it");
    assert!(view.option.is_null());
}

#[test]
fn a_remark_stands_beside_its_figure_and_one_beside_nothing_is_reported() {
    let dataset = embedded();
    let view = view(&dataset, "income");
    let said: BTreeSet<&str> = data(&view)
        .iter()
        .filter_map(|d| d["more"].as_str())
        .collect();
    assert!(said.contains("a full year or not: not stated"), "{said:?}");
    let text = aid_atlas::PROGRAMME_JSON.replacen(
        r#""annotations": {"chengguan-income-2018""#,
        r#""annotations": {"nobody""#,
        1,
    );
    let loaded = parse(&text).expect("a dataset");
    let [problem] = loaded.problems.as_slice() else {
        panic!("{:?}", loaded.problems);
    };
    assert!(support::words(problem).contains("nobody"));
    let id = chart_of(&loaded.dataset, "income");
    assert!(loaded.dataset.chart(id).annotations.is_empty());
}
