//! Files to take away: complete, safe, and read back.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod support;

use aid_atlas::PROGRAMME_JSON;
use formats::{Export, FileKind, csv, file_name, iati, json};
use model::{Dataset, RecordIx, parse};
use proptest::prelude::*;
use query::{Filter, PlaceChoice};
use serde_json::{Value, json as object};
use support::{LINK, all, embedded, export, funds, loaded, record, relation, with};
use view::ViewState;

/// A reader of RFC 4180 for these tests.
fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut letters = text.chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        let row = rows.last_mut().expect("a row");
        let cell = row.last_mut().expect("a cell");
        match (letter, quoted) {
            ('"', true) if letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            ('"', _) => quoted = !quoted,
            (',', false) => row.push(String::new()),
            ('\r', false) => {}
            ('\n', false) => rows.push(vec![String::new()]),
            (other, _) => cell.push(other),
        }
    }
    rows.pop();
    rows
}

#[test]
fn csv_has_a_row_a_value_and_says_where_it_is_from() {
    let dataset = embedded();
    let text = csv(export(&dataset, &all(&dataset)));
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    assert!(text.ends_with("\r\n"));
    let rows = rows(text);
    let (head, body) = rows.split_first().expect("a head");
    let values: usize = dataset.records.iter().map(|r| r.values.len().max(1)).sum();
    assert_eq!(body.len(), values);
    assert!(body.iter().all(|row| row.len() == head.len()));
    let column = |name: &str| {
        head.iter()
            .position(|h| h == name)
            .unwrap_or_else(|| panic!("{name}"))
    };
    let relief = body
        .iter()
        .find(|row| row[0] == "funds-poverty-relief")
        .expect("a row");
    assert_eq!(relief[column("amount")], "997000000");
    assert_eq!(relief[column("part_of")], "derived-funds-13fyp");
    assert_eq!(relief[column("time_to")], "2018");
    assert_eq!(relief[column("licence")], "MIT");
    assert_eq!(relief[column("link")], LINK);
    let income = body
        .iter()
        .find(|row| row[0] == "chengguan-income-2018")
        .expect("a row");
    assert_eq!(income[column("amount")], "18525.95");
}

/// The cell of a title, guarded, and as a reader has it after taking the first
/// apostrophe away.
fn title_cell(title: &str) -> (String, String) {
    let made = support::dataset(vec![with(
        record("a"),
        object!({"title": {"zh": "题", "en": title}}),
    )]);
    let text = made.to_string();
    let dataset = parse(&text).expect("a dataset").dataset;
    let records = all(&dataset);
    let rows = rows(&csv(Export {
        text: &text,
        ..export(&dataset, &records)
    }));
    let cell = rows[1][3].clone();
    let read = cell.strip_prefix('\'').unwrap_or(&cell).to_owned();
    (cell, read)
}

#[test]
fn files_carry_every_source_each_purpose_and_what_is_expected() {
    let dataset = embedded();
    let text = csv(export(&dataset, &all(&dataset)));
    let rows = rows(text.trim_start_matches('\u{feff}'));
    let cell = |id: &str, column: &str| {
        let at = rows[0].iter().position(|h| h == column).expect("a column");
        let row = rows.iter().find(|row| row[0] == id).expect("a row");
        row[at].clone()
    };
    assert_eq!(
        cell("share-for-targeted-relief", "section"),
        "leadership; overall"
    );
    assert_eq!(cell("share-for-targeted-relief", "paragraph"), "3; 1");
    assert_eq!(cell("school-2014", "dac_code"), "11120");
    assert_eq!(cell("dairy-jobs", "qualifier"), "expected");

    let xml = iati(export(&dataset, &all(&dataset))).xml;
    assert!(xml.contains("Leadership and personnel, paragraph 3; Overall, paragraph 1"));
    assert!(xml.contains("expected 330 persons"));
    for code in ["11120", "12230", "31163"] {
        let sector = format!("<sector vocabulary=\"1\" code=\"{code}\">");
        assert_eq!(xml.matches(&sector).count(), 1, "{code}, once");
    }

    // With dates of its own, what is expected is a target, not a result; as
    // money it is neither a budget nor a payment.
    let dated = PROGRAMME_JSON
        .replacen(
            r#""amount": 97.8, "unit": "percent", "qualifier": "exact""#,
            r#""amount": 97.8, "unit": "percent", "qualifier": "expected""#,
            1,
        )
        .replacen(
            r#""amount": 1304000000, "unit": "yuan", "qualifier": "exact""#,
            r#""amount": 1304000000, "unit": "yuan", "qualifier": "expected""#,
            1,
        );
    let dataset = parse(&dated).expect("a dataset").dataset;
    let xml = iati(export(&dataset, &all(&dataset))).xml;
    assert!(xml.contains("<target value=\"97.8\"/>") && !xml.contains("<actual value=\"97.8\"/>"));
    assert!(!xml.contains(">1304000000</value>"));
    assert!(xml.contains("<target value=\"1304000000\"/>"));
}

#[test]
fn csv_is_safe_against_formulas() {
    for start in [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(A1)",
        "﹦1",
        "﹢1",
        "﹣1",
        "﹫x",
        "\n=1",
        "\r\n=1",
        "\r=1",
        " =1",
        "   +1",
        "\u{a0}=1",
        "\u{3000}－1",
        "\u{2003}@x",
        "\u{202f}=1",
        "\u{feff}=1",
        "\u{200b}=1",
        "\u{2060}=1",
        "\u{200e}=1",
        "\u{ad}=1",
        "\u{0}=1",
        "\u{b}=1",
        "\u{85}=1",
        "\u{2028}=1",
        " \t\u{a0}\u{200b}\n=cmd|' /C calc'!A0",
        "\tplain",
        "\nplain",
        "'=1",
        "'plain",
        "''",
    ] {
        let (cell, read) = title_cell(start);
        assert_eq!(cell, format!("'{start}"));
        assert_eq!(read, start);
    }
    for start in [
        "plain",
        "1-1",
        "a=b",
        " plain",
        "\u{a0}plain",
        "“=1”",
        "(−5)",
        "5 = 5",
        "–1",
        "%x",
        "|x",
    ] {
        assert_eq!(title_cell(start).0, start, "nothing to guard");
    }
}

#[test]
fn csv_keeps_amounts_as_numbers_with_every_digit() {
    for (written, cell) in [
        ("-5", "-5"),
        ("-0.001", "-0.001"),
        ("1.10", "1.10"),
        ("9007199254740993", "9007199254740993"),
        ("1e3", "1000"),
        ("1e21", "1000000000000000000000"),
        ("1e-7", "0.0000001"),
        ("0.1000000000000000055", "0.1000000000000000055"),
    ] {
        let text = support::dataset(vec![with(
            record("a"),
            object!({"values": funds(object!("N"))}),
        )])
        .to_string()
        .replace("\"N\"", written);
        let dataset = parse(&text).expect("a dataset").dataset;
        let records = all(&dataset);
        let rows = rows(&csv(export(&dataset, &records)));
        let column = rows[0].iter().position(|name| name == "amount");
        assert_eq!(rows[1][column.expect("a column")], cell, "{written}");
    }
}

#[test]
fn json_of_a_selection_opens_again_without_problems() {
    let dataset = embedded();
    let ids = [
        "funds-13fyp-planned",
        "funds-13fyp-additional",
        "funds-poverty-relief",
        "nyemo-funds",
    ];
    let records: Vec<RecordIx> = ids
        .iter()
        .filter_map(|id| dataset.record_by_id(id))
        .collect();
    let text = json(export(&dataset, &records)).expect("JSON");
    let again = parse(&text).expect("a dataset");
    assert_eq!(again.problems, []);
    let kept: Vec<&str> = again
        .dataset
        .records
        .iter()
        .map(|r| r.id.as_str())
        .collect();
    assert_eq!(kept, ids);
    let derived: Vec<&str> = again
        .dataset
        .derived
        .iter()
        .map(|d| d.id.as_str())
        .collect();
    assert_eq!(
        derived,
        [
            "derived-funds-13fyp",
            "derived-relief-share",
            "derived-additional-share",
            "derived-additional-over-required"
        ],
        "what can still be computed"
    );
    assert!(text.contains(LINK));
}

#[test]
fn json_of_everything_is_everything() {
    let dataset = embedded();
    let again = parse(&json(export(&dataset, &all(&dataset))).expect("JSON")).expect("a dataset");
    assert_eq!(again.problems, []);
    assert_eq!(again.dataset.records.len(), dataset.records.len());
    assert_eq!(again.dataset.derived.len(), dataset.derived.len());
}

/// The dataset that the selection's export is, and its text.
fn cut(text: &str, keep: impl Fn(usize) -> bool) -> (model::Loaded, String) {
    let dataset = parse(text).expect("a dataset").dataset;
    let records: Vec<RecordIx> = dataset
        .record_indices()
        .filter(|ix| keep(ix.at()))
        .collect();
    let exported = json(Export {
        text,
        ..export(&dataset, &records)
    })
    .expect("JSON");
    let again = parse(&exported).expect("an export is a dataset");
    assert_eq!(again.problems, [], "{exported}");
    let ids = |dataset: &Dataset, records: &[RecordIx]| -> Vec<String> {
        records
            .iter()
            .map(|ix| dataset.record(*ix).id.clone())
            .collect()
    };
    assert_eq!(
        ids(&again.dataset, &all(&again.dataset)),
        ids(&dataset, &records)
    );
    for (kept, ix) in again.dataset.records.iter().zip(&records) {
        let was = dataset.record(*ix);
        assert_eq!(format!("{:?}", kept.values), format!("{:?}", was.values));
        assert_eq!(format!("{:?}", kept.title), format!("{:?}", was.title));
        assert_eq!(format!("{:?}", kept.time), format!("{:?}", was.time));
        assert_eq!(kept.sources, was.sources);
        assert!(kept.relations.len() <= was.relations.len());
    }
    (again, exported)
}

#[test]
fn json_is_what_was_written_letter_by_letter() {
    let text = r#"{"schema": "aid-atlas/1", "id": "o", "title": {"zh": "甲", "en": "O"}, "summary": {"zh": "甲", "en": "O"},
      "licence": "MIT", "currency": "CNY", "asOf": "2018",
      "documents": [{"id": "d", "title": {"zh": "甲", "en": "D"}, "publisher": {"zh": "甲", "en": "D"}, "published": {"zh": "甲", "en": "D"},
        "sections": [{"id": "s", "title": {"zh": "甲", "en": "S"}, "paragraphs": 1}], "ours": 1.50}],
      "places": [], "organisations": [],
      "sectors": [{"id": "x", "name": {"zh": "甲", "en": "X"}, "dac": {"code": "43010", "name": {"zh": "甲", "en": "X"}}}],
      "records": [
        {"id": "a", "kind": "result", "sector": "nowhere", "title": {"zh": "甲", "en": "A"}, "note": {"zh": "甲", "en": "A"},
         "time": {"type": "unknown"}, "source": {"document": "d", "section": "s", "paragraph": 1}},
        {"id": "a", "kind": "result", "sector": "x", "title": {"zh": "甲", "en": "\u0041"}, "note": {"zh": "甲", "en": "A"},
         "time": {"type": "unknown"}, "source": {"document": "d", "section": "s", "paragraph": 1},
         "values": [{"indicator": "funds", "amount": 9007199254740993.10, "unit": "yuan", "qualifier": "exact"}]},
        {"id": "b", "kind": "result", "sector": "x", "title": {"zh": "甲", "en": "B"}, "note": {"zh": "甲", "en": "B"},
         "time": {"type": "unknown"}, "source": {"document": "d", "section": "s", "paragraph": 1},
         "relations": [{"type": "overlaps", "target": "c", "basis": "stated"}, {"type": "overlaps", "target": "a", "basis": "stated", "why": 1e0}]},
        {"id": "c", "kind": "result", "sector": "x", "title": {"zh": "甲", "en": "C"}, "note": {"zh": "甲", "en": "C"},
         "time": {"type": "unknown"}, "source": {"document": "d", "section": "s", "paragraph": 1}}
      ]}"#;
    let (again, exported) = cut(text, |at| at < 2);
    assert_eq!(again.dataset.records[1].relations.len(), 1);
    for kept in [
        "9007199254740993.10",
        r#""en": "\u0041""#,
        r#"{"type": "overlaps", "target": "a", "basis": "stated", "why": 1e0}"#,
        r#""ours": 1.50"#,
    ] {
        assert!(exported.contains(kept), "{kept} in {exported}");
    }
    let exported: Value = serde_json::from_str(&exported).expect("JSON");
    for part in ["derived", "plans", "maps", "leftOut"] {
        assert!(exported.get(part).is_none(), "{part} was left out");
    }
    assert!(exported["records"][0].get("relations").is_none());
    assert_eq!(
        exported["records"][0]["sector"], "x",
        "the record that holds"
    );
}

#[test]
fn json_leaves_out_what_the_parser_left_out() {
    let mut made = support::dataset(vec![
        with(
            record("a"),
            object!({"relations": [
                relation("part_of", "a"), relation("part_of", "b"), relation("overlaps", "c"), relation("overlaps", "nowhere"),
                relation("overlaps", "c"),
            ]}),
        ),
        with(
            record("b"),
            object!({"relations": [relation("part_of", "a")]}),
        ),
        record("c"),
        object!({"id": "no-record"}),
    ]);
    made["maps"] =
        object!([{"id": "x", "place": "nowhere", "file": "x", "origin": {"zh": "甲", "en": "X"}}]);
    made["derived"] = object!([{"id": "d"}]);
    assert_eq!(loaded(&made).problems.len(), 7);
    let (again, _) = cut(&made.to_string(), |_| true);
    assert_eq!(again.dataset.records[0].relations.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_selection_opens_again(kept in prop::collection::vec(any::<bool>(), 200)) {
        cut(PROGRAMME_JSON, |at| kept[at]);
        let records = (0..60)
            .map(|at| {
                let to = |step: usize| format!("r{}", (at * 7 + step) % 60);
                let relations = [relation("overlaps", &to(3)), relation("part_of", &to(11)), relation("same_as", &to(5))];
                with(record(&format!("r{at}")), object!({"relations": relations[..at % 4], "values": funds(object!(at))}))
            })
            .collect();
        let mut made = support::dataset(records);
        let name = object!({"zh": "和", "en": "Sum"});
        made["derived"] = (0..20)
            .map(|at| object!({
                "id": format!("d{at}"), "title": name, "unit": "yuan",
                "formula": {"op": "sum", "of": [format!("r{at}/funds"), if at == 0 { "r9/funds".to_owned() } else { format!("d{}", at - 1) }]},
            }))
            .collect();
        let (again, exported) = cut(&made.to_string(), |at| kept[at]);
        let count = again.dataset.derived.len();
        let (twice, same) = cut(&exported, |_| true);
        prop_assert_eq!(same, exported, "an export of all of an export is that export");
        prop_assert_eq!(twice.dataset.derived.len(), count);
    }
}

#[test]
fn file_names_say_dataset_panel_and_filters() {
    let dataset = embedded();
    let nyemo = PlaceChoice::Place(dataset.place_by_id("nyemo").expect("a place"));
    let filter = Filter {
        places: [nyemo].into(),
        text: "鸡/..\\".to_owned(),
        ..Filter::default()
    };
    let view = ViewState {
        filter,
        ..ViewState::of(&dataset)
    };
    let name = file_name(
        &dataset,
        "map",
        &view,
        FileKind::Text(formats::TextFile::Csv),
    );
    assert!(
        name.strip_suffix(".csv")
            .is_some_and(|stem| stem.starts_with("beijing-lhasa_map_place-nyemo_q-")),
        "{name}"
    );
    assert!(
        name.chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c)),
        "{name}"
    );
    assert_eq!(
        file_name(
            &dataset,
            "table",
            &ViewState::of(&dataset),
            FileKind::Text(formats::TextFile::Iati)
        ),
        "beijing-lhasa_table.iati.xml"
    );
}
