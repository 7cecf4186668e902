//! Datasets of others: whatever they hold, the page says so and goes on.

mod support;

use aid_atlas::PROGRAMME_JSON;
use charts::{Setting, Shown, Theme, brushed, timeline};
use model::{Fault, Lang, by_kind, parse};
use serde_json::{Value, json};
use support::{all, dataset, funds, loaded, problems, record, relation, walk, with};

#[test]
fn problems_are_found_at_their_place_in_the_file() {
    let made = dataset(vec![
        json!({"id": "no-record"}),
        with(
            record("a"),
            json!({"relations": [relation("part_of", "nowhere")]}),
        ),
    ]);
    let said = problems(&made, Lang::EN);
    assert!(
        said[0].starts_with("records[0]: it cannot be read: missing field"),
        "{said:?}"
    );
    assert!(said[1].starts_with("records[1] (a): "), "{said:?}");
}

#[test]
fn ten_thousand_records_with_one_fault_are_one_line() {
    const COUNT: usize = 10_000;
    let records = (0..COUNT)
        .map(|at| {
            with(
                record(&format!("r{at}")),
                json!({"sector": format!("s{at}")}),
            )
        })
        .chain([
            with(
                record("other"),
                json!({"time": {"type": "point", "at": "2018-13"}}),
            ),
            record("sound"),
        ])
        .collect();
    let loaded = loaded(&dataset(records));
    assert_eq!(loaded.dataset.records.len(), 1);
    let groups = by_kind(&loaded.problems);
    assert_eq!(groups.iter().map(Vec::len).collect::<Vec<_>>(), [COUNT, 1]);
    assert_eq!(
        text::problems::line(Lang::EN, &groups[0]),
        "10,000 in records: what they name is not there"
    );
    assert_eq!(
        text::problems::line(Lang::ZH, &groups[0]),
        "records 中有 10,000 处：所指的对象不存在"
    );
}

#[test]
fn every_fault_has_words_of_its_own_in_both_languages() {
    let mut made: Value = serde_json::from_str(PROGRAMME_JSON).expect("JSON");
    made["maps"][0]["file"] = json!("//host/x.json");
    let broken = [
        json!({"id": "Bad Id"}),
        json!({"sector": "no"}),
        json!({"title": {"zh": "", "en": "x"}}),
        json!({"time": {"type": "point", "at": "x"}}),
        json!({"time": {"type": "interval", "from": "2018", "to": "2016"}}),
        json!({"source": {"document": "article", "section": "no", "paragraph": 1}}),
        json!({"source": {"document": "article", "section": "overall", "paragraph": 99}}),
        json!({"values": [funds(json!(1))[0], funds(json!(1))[0]]}),
        json!({"values": funds(json!("x"))}),
        json!({"kind": "no"}),
        json!({"relations": [relation("part_of", "screening")]}),
    ];
    for (at, fields) in broken.iter().enumerate() {
        made["records"][at] = with(made["records"][at].clone(), fields.clone());
    }
    let loaded = parse(&made.to_string()).expect("a dataset");
    assert!(
        by_kind(&loaded.problems).len() > 10,
        "{:?}",
        loaded.problems
    );
    for problem in &loaded.problems {
        let [zh, en] = [Lang::ZH, Lang::EN].map(|lang| text::problems::problem(lang, problem));
        assert_ne!(zh, en);
        let words = zh.split_once('：').expect("a place and words").1;
        assert!(words.chars().any(|c| ('一'..='龥').contains(&c)), "{zh}");
        assert!(!en.chars().any(|c| ('一'..='龥').contains(&c)), "{en}");
    }
}

#[test]
fn files_of_outlines_are_below_the_app_or_are_not_fetched() {
    let embedded: Value = serde_json::from_str(PROGRAMME_JSON).expect("JSON");
    let count = embedded["records"].as_array().expect("records").len();
    for file in [
        "\\\\host\\x.json",
        "//host/x.json",
        "https:x",
        "https://host/x",
        "HTTPS:x",
        "/x.json",
        "../x.json",
        "a/../x.json",
        "a\\..\\b",
        "%2e%2e/x.json",
        "a/%2E%2E/b",
        "javascript:alert(1)",
        "data:,x",
        "x.json?y",
        "x.json#y",
        " //host/x",
        "\t//host/x",
        "/\t/host/x",
        "h\nttps://host/x",
        "\u{feff}x",
        "a//b",
        "",
        "．．/x",
        "x\u{0}",
        "file:x",
        "\u{2f}\u{2f}host",
    ] {
        let mut made = embedded.clone();
        made["maps"][0]["file"] = json!(file);
        let loaded = parse(&made.to_string()).expect("a dataset");
        let [problem] = loaded.problems.as_slice() else {
            panic!("{file}: {:?}", loaded.problems);
        };
        assert_eq!(problem.fault, Fault::BadFile(file.to_owned()));
        assert!(
            support::words(problem).starts_with("maps[0] (recipient): "),
            "{problem:?}"
        );
        assert_eq!(loaded.dataset.maps[0].file, None, "{file}");
        assert_eq!(loaded.dataset.maps.len(), 2, "the map's place stands");
        assert_eq!(loaded.dataset.records.len(), count);
    }
    for file in ["geometry/lhasa.json", "x", "./x.json", "a-b_c/D.1.json"] {
        let mut made = embedded.clone();
        made["maps"][0]["file"] = json!(file);
        let loaded = parse(&made.to_string()).expect("a dataset");
        assert_eq!(loaded.problems, []);
        assert_eq!(loaded.dataset.maps[0].file.as_deref(), Some(file));
    }
    for (map, left) in [
        (json!({"id": "recipient", "place": "nowhere"}), 1),
        (json!(7), 1),
        (Value::Null, 1),
    ] {
        let mut made = embedded.clone();
        made["maps"][0] = map;
        let loaded = parse(&made.to_string()).expect("a dataset");
        assert_eq!(loaded.dataset.maps.len(), left);
        assert_eq!(loaded.problems.len(), 1);
        walk(&made.to_string()).expect("a dataset");
    }
}

#[test]
fn parts_may_be_left_out_or_be_null() {
    let bare = dataset(vec![record("a")]);
    walk(&bare.to_string()).expect("a dataset");
    let mut nulls = dataset(vec![with(
        record("a"),
        json!({"values": null, "relations": null, "places": null, "organisations": null}),
    )]);
    for part in ["plans", "maps", "derived", "leftOut", "country"] {
        nulls[part] = Value::Null;
    }
    assert_eq!(problems(&nulls, Lang::EN), [""; 0]);
    walk(&nulls.to_string()).expect("a dataset");
    let mut empty = dataset(Vec::new());
    for part in ["documents", "sectors"] {
        empty[part] = json!([]);
    }
    walk(&empty.to_string()).expect("a dataset without anything");
    let mut no_paragraphs = bare;
    no_paragraphs["documents"][0]["sections"][0]["paragraphs"] = json!(0);
    assert!(problems(&no_paragraphs, Lang::EN)[0].contains("paragraphs 1 to 0"));
    walk(&no_paragraphs.to_string()).expect("a dataset");
}

#[test]
fn times_at_the_ends_of_what_dates_can_be() {
    for time in [
        json!({"type": "point", "at": "0001-01-01"}),
        json!({"type": "point", "at": "9999-12-31"}),
        json!({"type": "interval", "from": "0001", "to": "9999"}),
        json!({"type": "until", "to": "0001"}),
        json!({"type": "since", "from": "9999-12-31"}),
        json!({"type": "interval", "from": "2018-06-01", "to": "2018-06-01"}),
    ] {
        let mut made = dataset(vec![with(
            record("a"),
            json!({"time": time, "values": funds(json!(1))}),
        )]);
        walk(&made.to_string()).expect("a dataset");
        made["asOf"] = json!("9999-12-31");
        made["plans"] = json!([{"id": "p", "name": {"zh": "甲", "en": "P"}, "short": {"zh": "甲", "en": "P"}, "from": "0001", "to": "9999"}]);
        walk(&made.to_string()).expect("a dataset");
        let loaded = loaded(&made);
        let setting = Setting {
            dataset: &loaded.dataset,
            lang: Lang::EN,
            theme: &Theme::LIGHT,
            compact: false,
            period: query::Period::default(),
        };
        let axis = &timeline(setting, &all(&loaded.dataset), &Shown::default()).option["xAxis"];
        assert!(axis["min"].as_i64() < axis["max"].as_i64(), "{time}");
    }
    let quiet = loaded(&dataset(vec![record("a")])).dataset;
    let whole = brushed(&quiet, f64::NEG_INFINITY, f64::INFINITY).expect("a period");
    let ends = [whole.from(), whole.to()].map(|date| date.map(|d| d.to_string()));
    assert_eq!(
        ends,
        [Some("0001-01".to_owned()), Some("9999-12".to_owned())]
    );
    assert!(brushed(&quiet, f64::NAN, f64::MAX).is_some());
}

#[test]
fn nesting_strings_and_lists_without_end() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    let sound = dataset(vec![record("a")]).to_string();
    for text in [
        deep.clone(),
        sound.replace("\"places\":[]", &format!("\"places\":{deep}")),
        sound.replace("\"records\":[", &format!("\"records\":[{deep},")),
        sound.replace("\"asOf\":\"2018\"", &format!("\"asOf\":{deep}")),
        sound.replace("\"note\"", &format!("\"more\":{deep},\"note\"")),
        sound.replace("\"paragraph\"", &format!("\"more\":{deep},\"paragraph\"")),
    ] {
        walk(&text);
    }
    let long = "字".repeat(1_000_000);
    for text in [
        sound.replace("Title a", &long),
        sound.replace("\"2018\"", &format!("\"{long}\"")),
        sound.replace("\"unknown\"", &format!("\"{long}\"")),
        sound.replace("\"id\":\"a\"", &format!("\"id\":\"{long}\"")),
        sound.replace("\"note\"", &format!("\"{long}\":1,\"note\"")),
    ] {
        walk(&text);
        if let Ok(loaded) = parse(&text) {
            assert!(
                loaded
                    .problems
                    .iter()
                    .all(|p| support::words(p).chars().count() < 1000)
            );
        }
    }
}

#[test]
fn places_within_places_without_end() {
    let name = json!({"zh": "地", "en": "Place"});
    let mut places = vec![json!({"id": "p0", "name": name, "level": "city"})];
    places.extend((1..10_000).map(
        |at| json!({"id": format!("p{at}"), "name": name, "level": "district", "parent": format!("p{}", at - 1)}),
    ));
    let mut made = dataset(
        (0..1000)
            .map(|at| {
                with(
                    record(&format!("r{at}")),
                    json!({"places": [format!("p{}", 9999 - at)], "values": funds(json!(1))}),
                )
            })
            .collect(),
    );
    made["places"] = json!(places);
    made["maps"] = json!([{"id": "recipient", "place": "p0", "file": "x.json", "origin": name}]);
    let loaded = loaded(&made);
    assert!(loaded.problems.iter().all(|p| p.fault == Fault::TooDeep));
    assert!(!loaded.problems.is_empty());
    walk(&made.to_string()).expect("a dataset");
}
