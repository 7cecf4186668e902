//! Bad datasets: what is wrong is named, the rest stands.
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod support;

use aid_atlas::PROGRAMME_JSON;
use model::{CopyState, Fault, Spot, Target, parse};
use serde_json::{Value, json};

fn embedded() -> Value {
    serde_json::from_str(PROGRAMME_JSON).expect("JSON")
}

fn problems(dataset: &Value) -> (usize, Vec<String>) {
    let loaded = parse(&dataset.to_string()).expect("a dataset");
    (
        loaded.dataset.records.len(),
        loaded.problems.iter().map(support::words).collect(),
    )
}

#[test]
fn a_bad_record_costs_itself_only() {
    let count = embedded()["records"].as_array().expect("records").len();
    for (change, says) in [
        (json!({"sector": "nonsense"}), "no `nonsense` in sectors"),
        (json!({"places": ["atlantis"]}), "no `atlantis` in places"),
        (
            json!({"time": {"type": "point", "at": "2018-13"}}),
            "`2018-13` is no date",
        ),
        (
            json!({"time": {"type": "interval", "from": "2018", "to": "2016"}}),
            "ends before it begins",
        ),
        (json!({"kind": "miracle"}), "no `miracle` in kinds"),
        (
            json!({"title": {"zh": "题", "en": " "}}),
            "title is missing in a language",
        ),
        (
            json!({"source": {"document": "article", "section": "overall", "paragraph": 9}}),
            "paragraphs 1 to 2",
        ),
        (
            json!({"values": [{"indicator": "funds", "amount": "many", "unit": "yuan", "qualifier": "exact"}]}),
            "its value `funds` is `\"many\"`: it must be a number",
        ),
        (json!({"source": []}), "list of sources is empty"),
        (
            json!({"source": {"document": "article", "section": "overall"}}),
            "missing field `paragraph`",
        ),
        (
            json!({"source": [
                {"document": "article", "section": "overall", "paragraph": 1},
                {"document": "article", "section": "nowhere", "paragraph": 1},
            ]}),
            "no section `nowhere`",
        ),
        (json!({"id": "Bad Id"}), "is no id"),
        (json!({"id": "funds-since-1994"}), "used twice"),
        (json!({"surprise": 1}), "unknown field `surprise`"),
    ] {
        let mut dataset = embedded();
        // Nothing refers to this record, so that it is the only one to go.
        let records = dataset["records"].as_array_mut().expect("records");
        let victim = records
            .iter_mut()
            .find(|r| r["id"] == "screening")
            .expect("a record");
        for (key, value) in change.as_object().expect("fields") {
            victim[key] = value.clone();
        }
        let (left, problems) = problems(&dataset);
        assert_eq!(left, count - 1, "{change}");
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(
            problems[0].contains(says),
            "{} should say {says}",
            problems[0]
        );
        assert!(
            problems[0].starts_with("records["),
            "{} should say where",
            problems[0]
        );
    }
}

#[test]
fn a_relation_to_nothing_or_in_a_circle_is_left_out() {
    let mut dataset = embedded();
    let relations = |dataset: &mut Value, id: &str, relations: Value| {
        let records = dataset["records"].as_array_mut().expect("records");
        records
            .iter_mut()
            .find(|r| r["id"] == id)
            .expect("a record")["relations"] = relations;
    };
    relations(
        &mut dataset,
        "screening",
        json!([{"type": "part_of", "target": "nowhere", "basis": "stated"}]),
    );
    relations(
        &mut dataset,
        "gaba-pasture",
        json!([{"type": "part_of", "target": "dairy-plant", "basis": "stated"}]),
    );
    relations(
        &mut dataset,
        "dairy-plant",
        json!([{"type": "part_of", "target": "gaba-pasture", "basis": "stated"}]),
    );
    let loaded = parse(&dataset.to_string()).expect("a dataset");
    let text = loaded
        .problems
        .iter()
        .map(support::words)
        .collect::<Vec<_>>()
        .join("\n");
    assert!(text.contains("`nowhere`, which is not there"), "{text}");
    assert!(text.contains("count itself within itself"), "{text}");
    for ix in loaded.dataset.record_indices() {
        let this = Target::Record(ix);
        assert!(!loaded.dataset.links().wholes(this).contains(&this));
    }
}

#[test]
fn a_formula_that_takes_what_is_not_there_is_left_out() {
    let mut dataset = embedded();
    dataset["derived"][0]["formula"] = json!({"op": "sum", "of": ["nowhere/funds"]});
    let loaded = parse(&dataset.to_string()).expect("a dataset");
    assert!(
        loaded
            .problems
            .iter()
            .any(|p| p.fault == Fault::NoRecord("nowhere".to_owned())),
        "{:?}",
        loaded.problems
    );
}

/// A file of the version before, as it was when that version was the latest.
const VERSION_1: &str = include_str!("fixtures/version-1.json");

/// Files from before `copy` and before lists of sources say the same as ever.
#[test]
fn older_files_are_read() {
    let mut older: Value = serde_json::from_str(VERSION_1).expect("JSON");
    let document = &mut older["documents"][0];
    for key in ["copy", "heading", "language"] {
        document.as_object_mut().expect("a document").remove(key);
    }
    document["truncated"] = json!(true);
    let sections = document["sections"].as_array_mut().expect("sections");
    for section in sections {
        section
            .as_object_mut()
            .expect("a section")
            .remove("heading");
    }
    older.as_object_mut().expect("a dataset").remove("naming");
    for record in older["records"].as_array_mut().expect("records") {
        record.as_object_mut().expect("a record").remove("dac");
        if record["source"].is_array() {
            record["source"] = record["source"][0].clone();
        }
    }
    let loaded = parse(&older.to_string()).expect("a dataset");
    assert_eq!(loaded.problems, []);
    assert_eq!(loaded.dataset.documents[0].copy, CopyState::Truncated);
    let school = loaded
        .dataset
        .record_by_id("school-2014")
        .expect("a record");
    let school = loaded.dataset.record(school);
    assert_eq!(
        loaded.dataset.codes(school)[0].code,
        "11320",
        "its sector's"
    );
    assert_eq!(school.sources.iter().count(), 1);
}

#[test]
fn what_is_no_dataset_is_refused_with_the_place() {
    let error = parse("{\n  \"schema\": 7").expect_err("no dataset");
    assert!(matches!(error.at, Spot::Text { line: 2, .. }), "{error:?}");
    let mut other = embedded();
    other["schema"] = json!("aid-atlas/99");
    assert!(
        support::words(&parse(&other.to_string()).expect_err("another schema"))
            .contains("aid-atlas/2")
    );
}
