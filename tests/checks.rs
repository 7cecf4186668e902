//! What is worth a look in a dataset: what is found, and what is no sign of anything.

mod support;

use aid_atlas::PROGRAMME_JSON;
use checks::{Kind, Reason, Verdict, find};
use model::{Dataset, Lang, parse};
use serde_json::{Value, json};
use support::fixtures::programmes;
use support::{dataset, funds, loaded, record, relation, with};

fn at(id: &str, year: &str, amount: Value) -> Value {
    let time = json!({"type": "point", "at": year});
    with(record(id), json!({"values": funds(amount), "time": time}))
}

fn made(records: Vec<Value>) -> Dataset {
    let loaded = loaded(&dataset(records));
    assert_eq!(loaded.problems, []);
    loaded.dataset
}

fn found(dataset: &Dataset) -> Vec<(Kind, Vec<&str>)> {
    let id = |ix: &model::RecordIx| dataset.record(*ix).id.as_str();
    let found = find(dataset).into_iter();
    let named: Vec<_> = found.map(|check| (check.kind, check.records)).collect();
    named
        .iter()
        .map(|(kind, records)| (*kind, records.iter().map(id).collect()))
        .collect()
}

#[test]
fn parts_above_their_whole_are_found_and_bounds_are_none() {
    let part = |id: &str, amount: i64, qualifier: &str, whole: &str| {
        let mut made = at(id, "2016", json!(amount));
        made["values"][0]["qualifier"] = json!(qualifier);
        made["relations"] = json!([relation("part_of", whole)]);
        made
    };
    let whole = |id: &str, qualifier: &str| {
        let mut made = at(id, "2017", json!(100));
        made["values"][0]["qualifier"] = json!(qualifier);
        made
    };
    let dataset = made(vec![
        whole("whole", "exact"),
        part("a", 70, "exact", "whole"),
        part("b", 40, "exact", "whole"),
        // It may be more than it says.
        whole("over", "over"),
        part("c", 170, "exact", "over"),
        // They may be less.
        whole("limits", "exact"),
        part("d", 90, "up_to", "limits"),
        part("e", 80, "exact", "limits"),
        // To the digit they are not.
        whole("rough", "about"),
        part("f", 103, "exact", "rough"),
    ]);
    let found = found(&dataset);
    let [(Kind::AboveWhole { parts, whole, .. }, records)] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!((*parts, *whole), (110.0, 100.0));
    assert_eq!(records, &["whole", "a", "b"]);
    let check = &find(&dataset)[0];
    assert_eq!(
        text::checks::check(Lang::EN, check, &dataset),
        "Parts come to CNY 110, more than their whole, CNY 100"
    );
}

#[test]
fn records_that_cannot_be_told_apart_are_found_and_a_title_alone_is_no_sign() {
    let alike = |id: &str, year: &str, amount: i64| {
        let mut made = at(id, year, json!(amount));
        made["title"] = json!({"en": "A grant", "zh": "赠款"});
        made
    };
    let mut bound = alike("bound", "2016", 5);
    bound["values"][0]["qualifier"] = json!("over");
    let mut bare = record("bare");
    bare["title"] = json!({"en": "A grant", "zh": "赠款"});
    let dataset = made(vec![
        alike("a", "2016", 5),
        alike("b", "2016", 5),
        alike("c", "2017", 5),
        alike("d", "2016", 6),
        bound,
        bare,
    ]);
    assert_eq!(found(&dataset), [(Kind::Alike, vec!["a", "b"])]);
}

#[test]
fn a_figure_a_thousand_times_the_usual_one_and_a_year_decades_away_are_found() {
    let mut records: Vec<Value> = (0..24)
        .map(|n| {
            at(
                &format!("r{n}"),
                &format!("{}", 2000 + n % 12),
                json!(100 + n),
            )
        })
        .collect();
    records.push(at("million", "2005", json!(1_000_000)));
    let mut limit = at("limit", "2005", json!(2_000_000));
    limit["values"][0]["qualifier"] = json!("up_to");
    records.push(limit);
    records.push(at("early", "1900", json!(90)));
    let dataset = made(records);
    let found = found(&dataset);
    let [
        (Kind::FarAbove { amount, .. }, far),
        (Kind::FarYear { year, from, to }, early),
    ] = found.as_slice()
    else {
        panic!("{found:?}");
    };
    assert_eq!(
        (*amount, far.as_slice()),
        (1_000_000.0, ["million"].as_slice())
    );
    assert_eq!(
        (*year, *from, *to, early.as_slice()),
        (1900, 2000, 2011, ["early"].as_slice())
    );
    let words: Vec<String> = find(&dataset)
        .iter()
        .map(|check| text::checks::check(Lang::ZH, check, &dataset))
        .collect();
    assert!(words[1].contains("1900 年"), "{words:?}");
}

#[test]
fn nothing_is_found_where_there_is_nothing_to_find() {
    let built_in = parse(PROGRAMME_JSON).expect("the built-in dataset").dataset;
    assert_eq!(found(&built_in), []);
    for (name, text) in programmes() {
        let dataset = parse(text).expect(name).dataset;
        for (kind, records) in found(&dataset) {
            assert!(!records.is_empty(), "{kind:?}");
        }
    }
    assert!(find(&made(vec![])).is_empty());
}

#[test]
fn each_derived_figure_has_one_verdict_and_one_that_cannot_be_told_its_reason() {
    let built_in = parse(PROGRAMME_JSON).expect("the built-in dataset").dataset;
    let counts = text::checks::verdicts(&built_in);
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    assert_eq!(all, built_in.derived.len());
    assert!(counts.iter().all(|(_, count)| *count > 0), "{counts:?}");
    for derived in &built_in.derived {
        let verdict = checks::verdict(derived, &built_in);
        let unstated = verdict == Verdict::Cannot(Reason::Unstated);
        assert_eq!(unstated, derived.stated.is_none(), "{}", derived.id);
        for lang in [Lang::EN, Lang::ZH] {
            let words = text::checks::verdict(lang, derived, &built_in);
            let says_so = words.contains(text::cannot_unstated(lang));
            assert_eq!(says_so, unstated, "{words}");
        }
    }
    let of = |id: &str| {
        let ix = built_in.derived_by_id(id).expect("a derived figure");
        &built_in.derived[ix.at()]
    };
    assert_eq!(
        checks::verdict(of("derived-personnel-13fyp"), &built_in),
        Verdict::Same
    );
    let growth = of("derived-income-growth");
    assert_eq!(checks::verdict(growth, &built_in), Verdict::Rounded(0.1));
    let words = text::checks::verdict(Lang::EN, growth, &built_in);
    assert_eq!(words, "the same as the source when rounded to 0.1");
}

#[test]
fn a_figure_in_another_unit_or_without_a_result_is_not_held_against_the_source() {
    let with = |change: fn(&mut Value)| {
        let mut file: Value = serde_json::from_str(PROGRAMME_JSON).expect("JSON");
        let derived = file["derived"].as_array_mut().expect("derived figures");
        let personnel = derived
            .iter_mut()
            .find(|of| of["id"] == "derived-personnel-13fyp")
            .expect("a derived figure");
        change(personnel);
        let dataset = parse(&file.to_string()).expect("a dataset").dataset;
        let ix = dataset
            .derived_by_id("derived-personnel-13fyp")
            .expect("a derived figure");
        checks::verdict(&dataset.derived[ix.at()], &dataset)
    };
    assert_eq!(
        with(|of| of["unit"] = "households".into()),
        Verdict::Cannot(Reason::Units)
    );
    assert_eq!(
        with(|of| {
            of["formula"] = json!({
                "op": "ratio", "of": "personnel-doctors/personnel", "to": "chengguan-return-rate/rate"
            });
        }),
        Verdict::Cannot(Reason::NoResult)
    );
}

#[test]
fn what_is_found_is_known_at_each_record_that_it_rests_on() {
    let titled = |id: &str, year: &str| {
        let mut of = at(id, year, json!(1));
        of["title"] = json!({"en": "A grant", "zh": "赠款"});
        of
    };
    let dataset = made(vec![
        titled("one", "2015"),
        titled("other", "2015"),
        titled("third", "2016"),
    ]);
    let kinds = |id: &str| {
        let ix = dataset.record_by_id(id).expect("a record");
        let found = checks::of_record(&dataset, ix);
        found.iter().map(|check| check.kind).collect::<Vec<_>>()
    };
    let alike = found(&dataset);
    assert_eq!(alike, [(Kind::Alike, vec!["one", "other"])]);
    assert_eq!(kinds("one"), [Kind::Alike]);
    assert_eq!(kinds("other"), [Kind::Alike]);
    assert_eq!(kinds("third"), []);
}

#[test]
fn a_difference_is_said_in_its_unit_and_one_of_percentages_in_points() {
    let mut file: Value = serde_json::from_str(PROGRAMME_JSON).expect("JSON");
    let derived = file["derived"].as_array_mut().expect("derived figures");
    let share = derived
        .iter_mut()
        .find(|of| of["id"] == "derived-additional-share");
    share.expect("a share")["stated"] = json!("chengguan-satisfaction/rate");
    let dataset = parse(&file.to_string()).expect("a dataset").dataset;
    let ix = dataset
        .derived_by_id("derived-additional-share")
        .expect("a share");
    let words = |lang| text::checks::verdict(lang, &dataset.derived[ix.at()], &dataset);
    assert!(
        words(Lang::EN).contains("percentage points less"),
        "{}",
        words(Lang::EN)
    );
    assert!(words(Lang::ZH).contains("个百分点"), "{}", words(Lang::ZH));
}
