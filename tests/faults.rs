//! What is wrong with a programme is told with its place, what was found and
//! what was expected, in the page's languages; what is sound stays.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper of tests fails as tests do"
)]

mod support;

use model::{Key, Lang, Loaded, Operand, Problem, parse};
use serde_json::{Value, json};
use support::fixtures::CURRENCIES;
use text::problems::problem;

/// The dataset with another value at a JSON pointer; at the end of a list (`-`)
/// one more.
fn with(changes: &[(&str, Value)]) -> String {
    let mut made: Value = serde_json::from_str(CURRENCIES).expect("JSON");
    for (pointer, value) in changes {
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        let parent = made.pointer_mut(parent).expect("a place in the file");
        match (parent, name) {
            (Value::Array(items), "-") => items.push(value.clone()),
            (Value::Array(items), at) => {
                items[at.parse::<usize>().expect("a position")] = value.clone();
            }
            (Value::Object(fields), name) => {
                fields.insert(name.to_owned(), value.clone());
            }
            _ => panic!("{pointer} is in no list or object"),
        }
    }
    made.to_string()
}

/// Whether every part stands in the words.
fn says(words: &str, parts: &[&str]) -> bool {
    parts.iter().all(|part| words.contains(part))
}

/// Checks that the only problem is said as it should be in both languages, and
/// gives what is left of the dataset.
fn problem_of(changes: &[(&str, Value)], en: &[&str], zh: &[&str]) -> model::Dataset {
    let text = with(changes);
    let Loaded { dataset, problems } = parse(&text).expect("a dataset that can be shown");
    let [only] = problems.as_slice() else {
        panic!("one problem: {problems:?}");
    };
    check(only, en, zh);
    assert!(support::walk(&text).is_some());
    dataset
}

fn refusal_of(changes: &[(&str, Value)], en: &[&str], zh: &[&str]) {
    let text = with(changes);
    check(&parse(&text).expect_err("nothing could be shown"), en, zh);
    assert!(support::walk(&text).is_none());
}

fn check(wrong: &Problem, en: &[&str], zh: &[&str]) {
    for (lang, parts) in [(Lang::EN, en), (Lang::ZH, zh)] {
        let words = problem(lang, wrong);
        assert!(says(&words, parts), "{parts:?} in {words}");
    }
}

#[test]
fn a_unit_is_of_one_thing() {
    let expected = ["words", "currency", "percent"];
    for unit in [
        json!({"id": "nothing"}),
        json!({"id": "nothing", "currency": "EUR", "percent": true}),
        json!({"id": "nothing", "words": {"ar": "{n}"}, "per": {"ar": "x"}}),
    ] {
        let parts = [&["units[10] (nothing)"], &expected[..]].concat();
        refusal_of(&[("/units/-", unit)], &parts, &parts);
    }
}

#[test]
fn a_currency_is_a_code_of_three_capitals_and_there_once() {
    for code in ["euro", "EU", "eur", "€", ""] {
        refusal_of(
            &[("/currencies/-", json!({"code": code}))],
            &[
                "currencies[2]",
                &format!("`{code}`"),
                "three capital letters of ISO 4217",
            ],
            &[
                "currencies[2]",
                &format!("“{code}”"),
                "ISO 4217 的三个大写字母",
            ],
        );
    }
    refusal_of(
        &[("/currencies/-", json!({"code": "EUR"}))],
        &["currencies[2] (EUR)", "used twice"],
        &["currencies[2] (EUR)", "编号重复"],
    );
    refusal_of(
        &[("/units/-", json!({"id": "chf", "currency": "CHF"}))],
        &["units[10] (chf)", "there is no `CHF` in currencies"],
        &["units[10] (chf)", "currencies 中没有“CHF”"],
    );
}

fn drawn(fields: Value) -> Value {
    let mut chart = json!({
        "id": "new", "title": {"ar": "جديد"}, "form": "total",
        "values": [{"indicator": "grant", "unit": "eur"}],
    });
    for (name, value) in fields.as_object().expect("fields") {
        chart[name] = value.clone();
    }
    chart
}

#[test]
fn a_chart_draws_what_is_there_and_adds_what_may_be_added() {
    let of = |indicator: &str, unit: &str| json!([{"indicator": indicator, "unit": unit}]);
    for (chart, en, zh) in [
        (
            json!({"values": of("gifts", "eur")}),
            "there is no `gifts` in indicators",
            "indicators 中没有“gifts”",
        ),
        (
            json!({"values": of("grant", "usd")}),
            "there is no `usd` in units",
            "units 中没有“usd”",
        ),
        (
            json!({"values": of("pupils", "pupils")}),
            "adds up `pupils`, which the dataset does not mark as one that `adds`",
            "把“pupils”相加，而数据集没有注明它可以相加",
        ),
        (
            json!({"values": []}),
            "list of values is empty",
            "没有列出数值",
        ),
        (
            json!({"kinds": ["gift"]}),
            "there is no `gift` in kinds",
            "kinds 中没有“gift”",
        ),
        (json!({"id": "visits"}), "used twice", "编号重复"),
        (
            json!({"id": "New chart"}),
            "`New chart` is no id",
            "“New chart”不能作编号",
        ),
    ] {
        let left = problem_of(
            &[("/charts/-", drawn(chart))],
            &["charts[7]", en],
            &["charts[7]", zh],
        );
        assert_eq!(left.charts.len(), 7, "the others stand");
    }
    let form = drawn(json!({"form": "pie"}));
    problem_of(
        &[("/charts/-", form)],
        &["charts[7]", "`pie`", "`total`"],
        &["charts[7]", "`pie`", "`total`"],
    );
}

/// Bars on one axis would be compared, and pounds are no euros.
#[test]
fn a_chart_has_one_unit_but_for_lists_of_counted_things() {
    let of = |indicator: &str, unit: &str| json!({"indicator": indicator, "unit": unit});
    let money = json!([of("grant", "eur"), of("contribution", "egp")]);
    let both = json!([of("teachers", "teachers"), of("visits", "visits")]);
    let part = json!([of("visits", "visits"), of("share", "percent")]);
    for (form, values, units) in [
        ("total", &money, ["eur", "egp"]),
        ("nesting", &money, ["eur", "egp"]),
        ("each", &money, ["eur", "egp"]),
        ("total", &both, ["teachers", "visits"]),
        ("nesting", &both, ["teachers", "visits"]),
        ("each", &part, ["visits", "percent"]),
        ("units", &part, ["visits", "percent"]),
        ("slope", &money, ["eur", "egp"]),
    ] {
        let chart = drawn(json!({"form": form, "values": values}));
        let [first, second] = units;
        let left = problem_of(
            &[("/charts/-", chart)],
            &[
                "charts[7] (new)",
                &format!("`{first}, {second}`"),
                "on one axis",
                "one chart for each unit",
            ],
            &[
                "charts[7] (new)",
                &format!("“{first}、{second}”"),
                "同一坐标轴",
                "每个单位各画一图",
            ],
        );
        assert_eq!(left.charts.len(), 7, "the others stand");
    }
    for (form, values) in [("each", &both), ("units", &both), ("table", &money)] {
        let list = drawn(json!({"form": form, "values": values}));
        let loaded = parse(&with(&[("/charts/-", list)])).expect("a dataset");
        assert_eq!(loaded.problems, [], "{form}");
        assert_eq!(loaded.dataset.charts.len(), 8);
    }
}

#[test]
fn a_measure_is_of_what_is_there() {
    for (measure, en, zh) in [
        (
            json!({"id": "new", "name": {"ar": "جديد"}, "indicator": "gifts", "unit": "eur"}),
            "there is no `gifts` in indicators",
            "indicators 中没有“gifts”",
        ),
        (
            json!({"id": "records", "name": {"ar": "جديد"}, "indicator": "grant", "unit": "eur"}),
            "the app itself uses the id `records`",
            "编号“records”由应用自用",
        ),
        (
            json!({"id": "grant", "name": {"ar": "جديد"}, "indicator": "grant", "unit": "eur"}),
            "used twice",
            "编号重复",
        ),
    ] {
        let left = problem_of(
            &[("/measures/-", measure)],
            &["measures[3]", en],
            &["measures[3]", zh],
        );
        assert_eq!(left.measures.len(), 3);
    }
}

#[test]
fn a_figure_is_computed_in_one_currency() {
    let figure = |unit: &str, formula: Value| json!({"id": "new", "title": {"ar": "جديد"}, "unit": unit, "formula": formula});
    let (eur, egp) = ("grant-total/grant", "grant-total-egp/contribution");
    for wrong in [
        figure("eur", json!({"op": "sum", "of": [eur, egp]})),
        figure("egp", json!({"op": "sum", "of": [eur, eur]})),
        figure("egp", json!({"op": "sum", "of": ["grants-in-parts", egp]})),
        figure("eur", json!({"op": "difference", "of": eur, "minus": egp})),
        figure("percent", json!({"op": "share", "of": egp, "to": eur})),
        figure("percent", json!({"op": "growth", "from": eur, "to": egp})),
        figure(
            "egp-per-pupil",
            json!({"op": "ratio", "of": eur, "to": "school-qasr/pupils"}),
        ),
        json!({"id": "new", "title": {"ar": "جديد"}, "unit": "eur", "stated": egp,
            "formula": {"op": "sum", "of": [eur]}}),
    ] {
        let left = problem_of(
            &[("/derived/-", wrong)],
            &["derived[5] (new)", "EUR, EGP", "one currency"],
            &["derived[5] (new)", "EUR、EGP", "一种货币"],
        );
        assert_eq!(left.derived.len(), 5);
    }
    for right in [
        figure("km", json!({"op": "ratio", "of": egp, "to": eur})),
        figure(
            "eur-per-km",
            json!({"op": "ratio", "of": eur, "to": "canal-qasr/canals"}),
        ),
        figure(
            "eur",
            json!({"op": "product", "of": ["canal-cost", "canal-bir/canals"]}),
        ),
    ] {
        let loaded = parse(&with(&[("/derived/-", right)])).expect("a dataset");
        assert_eq!(loaded.problems, []);
    }
}

#[test]
fn links_and_pictures_are_https_or_below_the_app() {
    let link = |url: &str| json!([{"url": url, "title": {"ar": "رابط"}}]);
    let picture = |file: &str| json!([{"file": file, "alt": {"ar": "صورة"}, "credit": "x", "licence": "CC0-1.0"}]);
    for address in ["http://oasis.example/", "https://oasis.example/"] {
        let text = with(&[("/records/0/links", link(address))]);
        let loaded = parse(&text).expect("a dataset");
        assert_eq!(loaded.dataset.records[0].links.len(), 1, "{address}");
    }
    for address in [
        "http://",
        "http://user@oasis.example/",
        "javascript:alert(1)",
        "//oasis.example/x",
        "https://",
        "https://user@oasis.example/",
        "ftp://oasis.example/x",
        "oasis.example",
    ] {
        let left = problem_of(
            &[("/records/0/links", link(address))],
            &[
                "records[0] (grant-total)",
                &format!("`{address}` is not used"),
                "https://",
            ],
            &[
                "records[0] (grant-total)",
                &format!("“{address}”未采用"),
                "https://",
            ],
        );
        assert_eq!(left.records[0].links.len(), 0);
        assert_eq!(left.records.len(), 28, "the record stands");
    }
    for address in [
        "../secret.png",
        "/etc/x.png",
        "http://x.example/a.png",
        "data:image/png;base64,AA",
        "a b.png",
        "\\\\host\\a.png",
    ] {
        let left = problem_of(
            &[("/records/0/media", picture(address))],
            &["records[0] (grant-total)", "is not used", "below the app"],
            &["records[0] (grant-total)", "未采用", "应用之下"],
        );
        assert_eq!(left.records[0].media.len(), 0);
    }
    for address in ["fixtures/a.png", "https://x.example/a.png"] {
        let text = with(&[("/records/0/media", picture(address))]);
        let loaded = parse(&text).expect("a dataset");
        assert_eq!(
            (loaded.problems.len(), loaded.dataset.records[0].media.len()),
            (0, 1)
        );
    }
}

#[test]
fn outlines_are_below_the_app() {
    for file in [
        "https://maps.example/a.json",
        "../a.json",
        "/a.json",
        "a%2e.json",
    ] {
        let left = problem_of(
            &[("/maps/0/file", json!(file))],
            &[
                "maps[0] (oasis)",
                &format!("`{file}` is not fetched"),
                "path below the app",
            ],
            &[
                "maps[0] (oasis)",
                &format!("“{file}”不予读取"),
                "应用之下的路径",
            ],
        );
        assert_eq!(left.maps.len(), 2, "its place stands");
        assert_eq!(left.maps[0].file, None);
    }
}

#[test]
fn ids_are_there_once() {
    let made: Value = serde_json::from_str(CURRENCIES).expect("JSON");
    for list in [
        "documents",
        "units",
        "indicators",
        "kinds",
        "levels",
        "periods",
        "places",
        "sectors",
        "organisations",
    ] {
        let items = made[list].as_array().expect("a list");
        let at = format!(
            "{list}[{}] ({})",
            items.len(),
            items[0]["id"].as_str().expect("an id")
        );
        refusal_of(
            &[(&format!("/{list}/-"), items[0].clone())],
            &[&at, "used twice"],
            &[&at, "编号重复"],
        );
    }
    for list in ["records", "derived", "charts", "measures", "maps"] {
        let items = made[list].as_array().expect("a list");
        let at = format!(
            "{list}[{}] ({})",
            items.len(),
            items[0]["id"].as_str().expect("an id")
        );
        problem_of(
            &[(&format!("/{list}/-"), items[0].clone())],
            &[&at, "used twice"],
            &[&at, "编号重复"],
        );
    }
}

#[test]
fn words_are_in_languages_that_the_dataset_lists() {
    let french = |place: &str| json!({"ar": place, "fr": "mot"});
    for (pointer, at) in [
        ("/title", "title"),
        ("/summary", "summary"),
        ("/notes/account", "notes.account"),
        ("/periodsName", "periodsName"),
        ("/currencies/1/words", "currencies[1] (EGP)"),
        ("/units/2/per", "units[2] (egp-per-pupil)"),
        ("/units/4/words", "units[4] (pupils)"),
        ("/indicators/0/name", "indicators[0] (grant)"),
        ("/kinds/1/name", "kinds[1] (contribution)"),
        ("/levels/0/whole", "levels[0] (governorate)"),
        ("/measures/0/name", "measures[0] (grant)"),
        ("/keyFigures/0/label", "keyFigures[0] (grant-total)"),
        ("/charts/0/title", "charts[0] (grant-nesting)"),
        ("/charts/1/values/1/apart", "charts[1] (grant-by-place)"),
        ("/documents/0/sections/1/title", "documents[0] (report)"),
        ("/periods/1/short", "periods[1] (second)"),
        ("/maps/1/caption", "maps[1] (partner)"),
        ("/places/5/name", "places[5] (zaytun-village)"),
        ("/sectors/0/codes/0/name", "sectors[0] (irrigation)"),
        ("/organisations/6/name", "organisations[6] (partner)"),
        ("/records/2/shortTitle", "records[2] ("),
        ("/records/17/values/0/label", "records[17] (school-naml)"),
        ("/records/14/links/0/title", "records[14] (school-qasr)"),
        ("/derived/1/note", "derived[1] (grant-rest)"),
    ] {
        let left = problem_of(
            &[(pointer, french("كلمة"))],
            &[at, "words in `fr`", "`languages` do not list"],
            &[at, "“fr”的文字", "languages 没有列出"],
        );
        assert_eq!(left.records.len(), 28);
    }
    refusal_of(
        &[("/languages/-", json!("in Latin"))],
        &["line 1", "`in Latin` is no tag of a language"],
        &["第 1 行", "in Latin"],
    );
}

#[test]
fn what_is_named_must_be_there() {
    for (pointer, at, list) in [
        ("/places/1/level", "places[1] (qasr)", "levels"),
        ("/places/1/parent", "places[1] (qasr)", "places"),
    ] {
        refusal_of(
            &[(pointer, json!("nowhere"))],
            &[at, &format!("there is no `nowhere` in {list}")],
            &[at, &format!("{list} 中没有“nowhere”")],
        );
    }
    for (pointer, list) in [
        ("/records/5/sector", "sectors"),
        ("/records/5/kind", "kinds"),
        ("/records/5/places/0", "places"),
        ("/records/5/organisations/0/organisation", "organisations"),
        ("/records/5/values/1/indicator", "indicators"),
        ("/records/5/values/1/unit", "units"),
        ("/records/5/source/document", "documents"),
    ] {
        let text = with(&[(pointer, json!("nowhere"))]);
        let loaded = parse(&text).expect("a dataset");
        check(
            &loaded.problems[0],
            &[
                "records[5] (canal-qasr)",
                &format!("there is no `nowhere` in {list}"),
            ],
            &[
                "records[5] (canal-qasr)",
                &format!("{list} 中没有“nowhere”"),
            ],
        );
        assert_eq!(loaded.dataset.records.len(), 27, "the others stand");
    }
    problem_of(
        &[("/maps/1/place", json!("nowhere"))],
        &["maps[1] (partner)", "there is no `nowhere` in places"],
        &["maps[1] (partner)", "places 中没有“nowhere”"],
    );
    let text = with(&[("/records/2/time/period", json!("third"))]);
    let loaded = parse(&text).expect("a dataset");
    check(
        &loaded.problems[0],
        &[
            "records[2] (grant-canals)",
            "there is no `third` in periods",
        ],
        &["records[2] (grant-canals)", "periods 中没有“third”"],
    );
}

#[test]
fn dates_and_points_are_sound() {
    for date in ["2015-13", "15-01-2015", "2015-02-30", "soon"] {
        let text = with(&[("/records/5/values/0/valueDate", json!(date))]);
        let loaded = parse(&text).expect("a dataset");
        check(
            &loaded.problems[0],
            &[
                "records[5] (canal-qasr)",
                &format!("`{date}` is no date"),
                "YYYY-MM-DD",
            ],
            &[
                "records[5] (canal-qasr)",
                &format!("“{date}”不是日期"),
                "YYYY-MM-DD",
            ],
        );
    }
    refusal_of(
        &[("/periods/0/to", json!("2014"))],
        &["periods[0] (first)", "ends before it begins"],
        &["periods[0] (first)", "结束早于开始"],
    );
    refusal_of(
        &[("/places/5/coordinates/latitude", json!(262))],
        &["places[5] (zaytun-village)", "not on Earth"],
        &["places[5] (zaytun-village)", "不在地球上"],
    );
}

#[test]
fn a_long_name_for_rows_is_kept_and_named() {
    let long = "A name for rows that is longer than it should be";
    let dataset = problem_of(
        &[("/records/0/shortTitle", json!({ "en": long, "ar": "قصير" }))],
        &["records[0]", "shortTitle", "32", "`en`", "kept"],
        &["records[0]", "shortTitle", "32", "“en”", "仍然采用"],
    );
    assert_eq!(dataset.records[0].row_title(Lang::EN), long);
}

#[test]
fn a_name_for_rows_stands_in_for_the_title_in_its_own_languages_only() {
    let text = with(&[("/records/0/shortTitle", json!({ "en": "Short" }))]);
    let Loaded { dataset, problems } = parse(&text).expect("a dataset");
    assert_eq!(problems, []);
    let record = &dataset.records[0];
    assert_eq!(record.row_title(Lang::EN), "Short");
    let other = Lang::of("ar");
    assert_eq!(record.row_title(other), record.title.get(other));
}

#[test]
fn a_key_figure_is_of_what_is_there_and_there_once() {
    let figures = |second: Value| json!([{ "of": "grant-total/grant" }, second]);
    for (second, en, zh) in [
        (
            json!({ "of": "grant-total/nothing" }),
            vec!["keyFigures[1]", "grant-total", "`nothing`"],
            vec!["keyFigures[1]", "grant-total", "“nothing”"],
        ),
        (
            json!({ "of": "nothing/grant" }),
            vec!["keyFigures[1]", "no record `nothing`"],
            vec!["keyFigures[1]", "没有记录“nothing”"],
        ),
        (
            json!({ "of": "nothing" }),
            vec!["keyFigures[1]", "`nothing` is neither"],
            vec!["keyFigures[1]", "“nothing”"],
        ),
        (
            json!({ "of": "grant-total/grant" }),
            vec!["keyFigures[1]", "used twice"],
            vec!["keyFigures[1]", "编号重复"],
        ),
        (
            json!({ "from": "grant-total" }),
            vec!["keyFigures[1]", "unknown field `from`"],
            vec!["keyFigures[1]", "from"],
        ),
    ] {
        let left = problem_of(&[("/keyFigures", figures(second))], &en, &zh);
        let of: Vec<_> = left.key_figures.iter().map(|figure| figure.of).collect();
        let total = left.record_by_id("grant-total").expect("a record");
        assert_eq!(of, [Key::Figure(Operand::Value(total, 0))]);
    }
}

#[test]
fn a_long_label_of_a_key_figure_is_kept_and_named() {
    let label = "What this figure means, in more words than there is room for";
    let figures = json!([{ "of": "grant-total/grant", "label": { "en": label } }]);
    let left = problem_of(
        &[("/keyFigures", figures)],
        &["keyFigures[0]", "label", "40", "kept"],
        &["keyFigures[0]", "label", "40", "仍然采用"],
    );
    assert_eq!(
        left.key_label(&left.key_figures[0], Lang::EN),
        Some((label, Lang::EN))
    );
}

#[test]
fn the_default_measure_is_one_that_is_there() {
    let left = problem_of(
        &[("/defaultMeasure", json!("nothing"))],
        &["defaultMeasure", "no `nothing` in measures"],
        &["defaultMeasure", "measures", "“nothing”"],
    );
    assert_eq!(left.default_measure, None);
}

#[test]
fn a_sector_is_of_a_family_that_is_there_or_of_none() {
    let families = json!([{ "id": "ground", "name": { "en": "Ground", "ar": "أرض" } }]);
    let left = problem_of(
        &[
            ("/families", families.clone()),
            ("/sectors/0/family", json!("ground")),
            ("/sectors/1/family", json!("sky")),
        ],
        &["sectors[1]", "no `sky` in families"],
        &["sectors[1]", "families", "“sky”"],
    );
    let families_of: Vec<_> = left.sectors[..2].iter().map(|s| s.family).collect();
    assert_eq!(families_of, [left.family_by_id("ground"), None]);
    let twice = json!([families[0], families[0]]);
    refusal_of(
        &[("/families", twice)],
        &["families[1]", "used twice"],
        &["families[1]", "编号重复"],
    );
}
