//! Amounts of any size and sign keep their digits, or are named.

mod support;

use charts::{Setting, Theme};
use model::{Fault, Lang, parse};
use serde_json::json;
use support::drawn::chart;
use support::{all, dataset, funds, loaded, record, relation, walk, with};

#[test]
fn amounts_below_zero_are_data() {
    let point = json!({"type": "point", "at": "2017"});
    let made = dataset(vec![
        with(
            record("given"),
            json!({"values": funds(json!(1.3e9)), "time": point}),
        ),
        with(
            record("back"),
            json!({"values": funds(json!(-5_000_000)), "time": point}),
        ),
        with(
            record("back-of-given"),
            json!({"values": funds(json!(-1.31e9)), "relations": [relation("part_of", "given")]}),
        ),
        with(record("none"), json!({"values": funds(json!(0))})),
        with(
            record("people"),
            json!({"values": [{"indicator": "people", "amount": 0, "unit": "persons", "qualifier": "exact"}]}),
        ),
    ]);
    let loaded = loaded(&made);
    assert_eq!(loaded.problems, []);
    let dataset = &loaded.dataset;
    let value = |at: usize| &dataset.records[at].values[0];
    assert_eq!(
        text::qualified(Lang::EN, value(1), dataset),
        "CNY −5 million"
    );
    assert_eq!(text::qualified(Lang::ZH, value(1), dataset), "−500 万元");
    assert_eq!(text::qualified(Lang::ZH, value(2), dataset), "−13.1 亿元");
    assert_eq!(text::exact(Lang::EN, &value(2).stated), "−1,310,000,000");
    let setting = Setting {
        dataset,
        lang: Lang::EN,
        theme: &Theme::LIGHT,
        compact: false,
        period: query::Period::default(),
    };
    let sector = chart(
        support::chart_of(dataset, "money-by-sector"),
        setting,
        &all(dataset),
        &[],
    );
    let bar = &sector.bars[0];
    assert_eq!(
        bar.text, "CNY −1.315 billion (derived)",
        "the larger of what is related counts"
    );
    assert!(
        bar.remark
            .as_ref()
            .is_some_and(|r| r.contains("Title given"))
    );
    let drawn = &sector.option["series"][0]["data"];
    assert!(
        drawn
            .as_array()
            .is_some_and(|data| data.iter().any(|datum| datum["at"][2].as_f64() < Some(0.0))),
        "below zero it is drawn below zero: {drawn}"
    );
    let people = chart(
        support::chart_of(dataset, "people-reached"),
        setting,
        &all(dataset),
        &[],
    );
    let zero = &people.option["series"][0]["data"];
    assert!(zero.as_array().is_some_and(|data| !data.is_empty()));
    walk(&made.to_string()).expect("a dataset");
}

#[test]
fn numbers_keep_their_digits_or_are_named() {
    for (written, en) in [
        ("9007199254740993", "CNY 9,007,199.254740993 billion"),
        ("-9007199254740993", "CNY −9,007,199.254740993 billion"),
        ("0.001", "CNY 0.001"),
        ("0.00001", "CNY 0.00001"),
        ("1.10", "CNY 1.1"),
        ("1e3", "CNY 1,000"),
        ("123456789.123456789", "CNY 123.456789123456789 million"),
        ("-0.0", "CNY 0"),
    ] {
        let text = dataset(vec![with(
            record("a"),
            json!({"values": funds(json!("N"))}),
        )])
        .to_string()
        .replace("\"N\"", written);
        let loaded = parse(&text).expect("a dataset");
        assert_eq!(loaded.problems, [], "{written}");
        let value = &loaded.dataset.records[0].values[0];
        assert_eq!(
            text::qualified(Lang::EN, value, &loaded.dataset),
            en,
            "{written}"
        );
        let exported = walk(&text).expect("a dataset");
        assert!(
            exported.contains(&format!("\"amount\":{written}")),
            "{written} in {exported}"
        );
    }
    for written in [
        "1e999",
        "-1e999",
        "1e400",
        "1e-400",
        &"9".repeat(101),
        "true",
        "null",
        "[]",
        "\"7\"",
        "{}",
    ] {
        let text = dataset(vec![
            with(record("a"), json!({"values": funds(json!("N"))})),
            record("b"),
        ])
        .to_string()
        .replace("\"N\"", written);
        let loaded = parse(&text).expect("a dataset");
        assert_eq!(loaded.dataset.records.len(), 1, "{written}");
        assert!(
            matches!(loaded.problems[0].fault, Fault::BadNumber { .. }),
            "{written}"
        );
        walk(&text).expect("a dataset");
    }
    let not_json = dataset(vec![record("a")])
        .to_string()
        .replace("\"unknown\"", "NaN");
    assert!(walk(&not_json).is_none());
}

#[test]
fn sums_and_products_without_end_have_no_result() {
    let large = format!("1{}", "0".repeat(99));
    let mut made = dataset(vec![with(
        record("a"),
        json!({"values": funds(json!("N"))}),
    )]);
    let name = json!({"zh": "积", "en": "Product"});
    made["derived"] = json!([
        {"id": "p", "title": name, "unit": "yuan", "formula": {"op": "product", "of": ["a/funds", "a/funds", "a/funds", "a/funds"]}},
        {"id": "q", "title": name, "unit": "times", "formula": {"op": "ratio", "of": "p", "to": "a/funds"}},
        {"id": "z", "title": name, "unit": "yuan", "formula": {"op": "difference", "of": "a/funds", "minus": "a/funds"}, "stated": "a/funds"},
        {"id": "by-zero", "title": name, "unit": "percent", "formula": {"op": "share", "of": "a/funds", "to": "z"}, "stated": "a/funds"},
        {"id": "nothing", "title": name, "unit": "yuan", "formula": {"op": "sum", "of": []}},
    ]);
    let text = made.to_string().replace("\"N\"", &large);
    let loaded = parse(&text).expect("a dataset");
    let amounts: Vec<Option<f64>> = loaded.dataset.derived.iter().map(|d| d.amount).collect();
    assert_eq!(amounts, [None, None, Some(0.0), None, Some(0.0)]);
    walk(&text).expect("a dataset");
}

#[test]
fn a_share_is_in_hundredths_only_where_its_unit_is_a_percentage() {
    let mut made = dataset(vec![with(
        record("a"),
        json!({"values": [
            {"indicator": "funds", "amount": 30, "unit": "yuan"},
            {"id": "all", "indicator": "funds", "amount": 120, "unit": "yuan"},
            {"id": "rate", "indicator": "rate", "amount": 80, "unit": "percent"},
        ]}),
    )]);
    let figure = |id: &str, unit: &str, op: &str, of: &str| {
        let name = json!({"zh": "比", "en": "Part"});
        let formula = if op == "share" {
            json!({"op": op, "of": "a/funds", "to": of})
        } else {
            json!({"op": op, "from": "a/funds", "to": of})
        };
        json!({"id": id, "title": name, "unit": unit, "formula": formula})
    };
    made["derived"] = json!([
        figure("percent", "percent", "share", "a/all"),
        figure("times", "times", "share", "a/all"),
        // The whole of which the funds are 80%.
        figure("whole", "yuan", "share", "a/rate"),
        figure("more", "times", "growth", "a/all"),
    ]);
    let loaded = parse(&made.to_string()).expect("a dataset");
    assert_eq!(loaded.problems, []);
    let figures = &loaded.dataset.derived;
    let amounts: Vec<Option<f64>> = figures.iter().map(|d| d.amount).collect();
    assert_eq!(amounts, [Some(25.0), Some(0.25), Some(37.5), Some(3.0)]);
    let hundred = |at: usize| {
        let formula = text::formula::formula(Lang::EN, &figures[at], &loaded.dataset);
        formula.text(Lang::EN).ends_with("× 100%")
    };
    assert_eq!([0, 1, 2, 3].map(hundred), [true, false, true, false]);
}

#[test]
fn a_drawing_says_the_first_digits_of_a_long_number_and_its_tooltip_all() {
    let made = dataset(
        [
            ("long", json!("201949655.376"), "exact"),
            ("small", json!("71501.8568"), "about"),
            ("below", json!("-1234567.891"), "exact"),
            ("short", json!(1_234_560_000), "exact"),
            ("tiny", json!("0.000123456789"), "exact"),
        ]
        .map(|(id, amount, qualifier)| {
            let number: serde_json::Number =
                serde_json::from_str(amount.as_str().unwrap_or(&amount.to_string()))
                    .expect("a number");
            let mut values = funds(json!(number));
            values[0]["qualifier"] = json!(qualifier);
            let time = json!({"type": "point", "at": "2017"});
            with(record(id), json!({"values": values, "time": time}))
        })
        .to_vec(),
    );
    let loaded = loaded(&made);
    let dataset = &loaded.dataset;
    let drawn: Vec<String> = dataset
        .records
        .iter()
        .map(|record| text::brief(Lang::EN, &record.values[0], dataset))
        .collect();
    assert_eq!(
        drawn[..4],
        [
            "≈ CNY 201.9 million",
            "about ≈ CNY 71,500",
            "≈ CNY −1.235 million",
            "CNY 1.23456 billion",
        ]
    );
    assert!(drawn[4].starts_with('≈'), "{drawn:?}");
    let setting = Setting {
        dataset,
        lang: Lang::ZH,
        theme: &Theme::LIGHT,
        compact: false,
        period: query::Period::default(),
    };
    let view = charts::timeline(setting, &all(dataset), &charts::Shown::default());
    let option = view.option.to_string();
    assert!(
        option.contains("≈ 2.019 亿元") && option.contains("2.01949655376 亿元"),
        "{option}"
    );
}
