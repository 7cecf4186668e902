//! Files to take away: complete, safe, and read back.

use aid_atlas::dataset::{Dataset, EMBEDDED, RecordIx, parse};
use aid_atlas::export::{Export, FileKind, Reason, csv, file_name, iati, json};
use aid_atlas::query::{Filter, PlaceChoice};
use aid_atlas::view::ViewState;

const LINK: &str = "https://atlas.example/?place=nyemo";

fn dataset() -> Dataset {
    parse(EMBEDDED).expect("the embedded dataset").dataset
}

fn export<'a>(dataset: &'a Dataset, records: &'a [RecordIx]) -> Export<'a> {
    Export {
        dataset,
        text: EMBEDDED,
        records,
        link: LINK,
    }
}

fn all(dataset: &Dataset) -> Vec<RecordIx> {
    dataset.record_indices().collect()
}

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
    let dataset = dataset();
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

#[test]
fn files_carry_every_source_each_purpose_and_what_is_expected() {
    let dataset = dataset();
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
    let dated = EMBEDDED
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
    for start in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"] {
        let text = EMBEDDED.replacen(
            "\"Screening for cataract and knee disease\"",
            &serde_json::to_string(start).expect("JSON"),
            1,
        );
        let dataset = parse(&text).expect("a dataset").dataset;
        let rows = rows(&csv(export(&dataset, &all(&dataset))));
        let row = rows
            .iter()
            .find(|row| row[0] == "screening")
            .expect("a row");
        assert_eq!(row[3], format!("'{start}"));
    }
}

#[test]
fn json_of_a_selection_opens_again_without_problems() {
    let dataset = dataset();
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
    let dataset = dataset();
    let again = parse(&json(export(&dataset, &all(&dataset))).expect("JSON")).expect("a dataset");
    assert_eq!(again.problems, []);
    assert_eq!(again.dataset.records.len(), dataset.records.len());
    assert_eq!(again.dataset.derived.len(), dataset.derived.len());
}

#[test]
fn iati_holds_what_it_can_and_lists_what_it_cannot() {
    let dataset = dataset();
    let records = all(&dataset);
    let file = iati(export(&dataset, &records));
    assert!(
        file.xml
            .contains("<value value-date=\"2016-01-01\">1304000000</value>"),
        "a budget of the plan"
    );
    let lists = |record: &str, reason: Reason| {
        file.not_held
            .iter()
            .any(|n| n.record == record && n.reason == reason)
    };
    assert!(
        lists("funds-since-1994", Reason::NoDates),
        "cumulative, without an end"
    );
    assert!(lists("funds-since-1994", Reason::Qualifier));
    assert!(lists("funds-poverty-relief", Reason::Relations));
    assert!(lists("funds-13fyp-planned", Reason::Precision));
    for ix in &records {
        let record = dataset.record(*ix);
        assert!(
            file.xml.contains(&record.title.zh.replace('"', "&quot;"))
                || record.kind == aid_atlas::dataset::Kind::Budget,
            "{}",
            record.id
        );
    }
    for item in &file.not_held {
        assert!(
            file.xml.contains(&item.record.replace("--", "- -")),
            "the file itself lists {}",
            item.record
        );
    }
    assert!(file.xml.contains(LINK) && file.xml.contains("Licence: MIT"));
}

#[test]
fn text_cannot_break_out_of_the_xml() {
    let text = EMBEDDED.replacen(
        "Screening for cataract and knee disease",
        "<b>&\\u0001 -->",
        1,
    );
    let dataset = parse(&text).expect("a dataset").dataset;
    let xml = iati(export(&dataset, &all(&dataset))).xml;
    assert!(xml.contains("&lt;b&gt;&amp; --&gt;"));
    assert!(!xml.contains('\u{1}'));
    assert_eq!(xml.matches("-->").count(), 1, "one comment, closed once");
}

#[test]
fn file_names_say_dataset_panel_and_filters() {
    let dataset = dataset();
    let nyemo = PlaceChoice::Place(dataset.place_by_id("nyemo").expect("a place"));
    let filter = Filter {
        places: [nyemo].into(),
        text: "鸡/..\\".to_owned(),
        ..Filter::default()
    };
    let view = ViewState {
        filter,
        ..ViewState::default()
    };
    let name = file_name(&dataset, "map", &view, FileKind::Csv);
    assert!(
        name.starts_with("beijing-lhasa_map_place-nyemo_q-") && name.ends_with(".csv"),
        "{name}"
    );
    assert!(
        name.chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c)),
        "{name}"
    );
    assert_eq!(
        file_name(&dataset, "table", &ViewState::default(), FileKind::Iati),
        "beijing-lhasa_table.iati.xml"
    );
}
