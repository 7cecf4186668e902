//! What whoever made a link writes on drawings: text alone, in its place, apart from what
//! the source states.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod support;

use aid_atlas::PROGRAMME_JSON;
use charts::{Setting, Shown, frame, labels_of_chart, labels_of_timeline, timeline};
use model::{ChartIx, Dataset, Form, Lang, RecordIx, parse};
use query::Index;
use serde_json::Value;
use std::sync::LazyLock;
use support::drawn::{Drawn, chart};
use support::setting;
use view::{Embed, Label, Notice, On, ViewState, decode, labels};

static DATASET: LazyLock<Dataset> =
    LazyLock::new(|| parse(PROGRAMME_JSON).expect("the embedded dataset").dataset);

fn read(words: &str) -> Vec<Label> {
    let (labels, wrong) = labels(words, &DATASET);
    assert!(wrong.is_empty(), "{wrong:?}");
    labels
}

fn all() -> Vec<RecordIx> {
    DATASET.record_indices().collect()
}

fn shown(words: &str) -> Shown {
    Shown {
        labels: read(words),
        open: DATASET.sector_indices().collect(),
        ..Shown::default()
    }
}

/// A chart of a form.
fn of_form(form: Form) -> ChartIx {
    let charts = DATASET.chart_indices();
    let mut of = charts.filter(|ix| DATASET.chart(*ix).form == form);
    of.next().expect("a chart of that form")
}

#[test]
fn labels_are_read_and_what_is_wrong_is_named() {
    let record = &DATASET.records[0].id;
    let chart = &DATASET.chart(of_form(Form::Each)).id;
    let nesting = &DATASET.chart(of_form(Form::Nesting)).id;
    let (read, wrong) = labels(
        &format!(
            "2001/2006 First  phase|RECORD:{record} Here|chart:{chart}:10/20.5 Aim|2016-05 A month\
             |2016|2017/2001 backwards|record:nowhere no|chart:{nesting}:1 no scale\
             |chart:{chart}:20/10 backwards|chart:{chart}:NaN no|chart:{chart}:inf no|words alone"
        ),
        &DATASET,
    );
    let texts: Vec<&str> = read.iter().map(|label| label.text.as_str()).collect();
    assert_eq!(texts, ["First phase", "Here", "Aim", "A month"]);
    assert_eq!(wrong.len(), 8, "{wrong:?}");

    let link = "labels=2001%20Words|nowhere%20no&place=nowhere";
    let decoded = decode(link, &DATASET);
    assert_eq!(decoded.view.labels.len(), 1);
    let named = decoded.notices.iter().any(|notice| {
        matches!(notice, Notice::UnknownValue { parameter, value }
            if parameter == "labels" && value == "nowhere no")
    });
    assert!(named, "{:?}", decoded.notices);
}

#[test]
fn there_are_no_more_than_can_be_read_and_they_are_text_of_one_line() {
    let many: Vec<String> = (0..20)
        .map(|nth| format!("{} label {nth}", 1990 + nth))
        .collect();
    let (read, wrong) = labels(&many.join("|"), &DATASET);
    assert_eq!((read.len(), wrong.len()), (12, 8));
    let (read, wrong) = labels(&format!("2001 {}", "x".repeat(81)), &DATASET);
    assert!(read.is_empty() && wrong.len() == 1, "longer than a line");
    let (read, _) = labels("2001 a\u{202e}b\u{2066}c\u{7}d", &DATASET);
    assert_eq!(
        read[0].text, "abcd",
        "nothing that turns round what stands beside it"
    );
    let (twice, wrong) = labels("2001 once|2001 once", &DATASET);
    assert_eq!((twice.len(), wrong.len()), (1, 0));
}

#[test]
fn each_label_of_a_time_has_a_line_above_all_rows() {
    let none = timeline(setting(&DATASET), &all(), &shown(""));
    let with = timeline(
        setting(&DATASET),
        &all(),
        &shown("2001/2006 One|2002/2005 Two|2016-05 Three"),
    );
    assert_eq!(
        none.option["series"].as_array().map(Vec::len),
        Some(3),
        "nothing without"
    );
    let data = with.option["series"][3]["data"].as_array().expect("labels");
    let lines: Vec<f64> = data
        .iter()
        .filter_map(|datum| datum["value"][2].as_f64())
        .collect();
    let height = with.option["series"][3]["labels"]["height"]
        .as_f64()
        .expect("a height");
    let pixels = (with.height - none.height) as f64;
    assert!(pixels >= 3.0 * height, "room for three lines: {pixels}");
    let row = pixels / (lines[1] - lines[0]) / 3.0;
    let first = with.option["series"][1]["data"][0]["value"][2]
        .as_f64()
        .expect("a row");
    for pair in lines.windows(2) {
        assert!(
            (pair[1] - pair[0]) * row >= height - 0.5,
            "apart: {lines:?}"
        );
    }
    assert!(
        lines.iter().all(|line| *line < first - 0.5),
        "above the first row"
    );
    let words: Vec<&str> = data
        .iter()
        .filter_map(|datum| datum["title"].as_str())
        .collect();
    assert_eq!(words, ["[One]", "[Two]", "[Three]"], "in square brackets");
    // Rows can be gone through as before: each lies lower by what the labels take.
    for ((one, before), (other, after)) in none.order.iter().zip(&with.order) {
        assert_eq!(one, other);
        assert!(after > before);
    }
}

#[test]
fn a_label_of_a_record_stands_at_its_row_and_at_its_figure() {
    let id = of_form(Form::Each);
    let bare = chart(id, setting(&DATASET), &all(), &[]);
    let dated = |ix: &RecordIx| DATASET.days(DATASET.record(*ix).time.time).is_some();
    let mut records = bare.bars.iter().flat_map(charts::Bar::records);
    let record = records.find(dated).expect("a record with a time");
    let written = format!("record:{} Look here", DATASET.record(record).id);
    let drawn = timeline(setting(&DATASET), &all(), &shown(&written));
    let rows = drawn.option["series"][1]["data"].as_array().expect("rows");
    let said: Vec<&Value> = rows.iter().filter(|row| !row["label"].is_null()).collect();
    assert_eq!(said.len(), 1);
    assert_eq!(said[0]["id"], DATASET.record(record).id);
    assert_eq!(said[0]["label"], "[Look here]");

    let with = chart(id, setting(&DATASET), &all(), &read(&written));
    let titles = |view: &Drawn| -> Vec<String> {
        let data = view.option["series"][0]["data"].as_array().expect("data");
        data.iter()
            .filter_map(|it| Some(it["title"].as_str()?.to_owned()))
            .collect()
    };
    let (before, after) = (titles(&bare), titles(&with));
    let changed: Vec<_> = before
        .iter()
        .zip(&after)
        .filter(|(one, other)| one != other)
        .collect();
    assert_eq!(changed.len(), 1);
    assert_eq!(changed[0].1, &format!("{} [Look here]", changed[0].0));
    let said = with.bars.iter().filter(|bar| {
        bar.remark
            .as_ref()
            .is_some_and(|words| words.contains("[Look here]"))
    });
    assert_eq!(said.count(), 1, "in its table too");
}

#[test]
fn in_a_total_of_several_a_label_is_in_the_tooltip_of_its_record_and_never_of_the_whole() {
    let (total, units) = (of_form(Form::Total), of_form(Form::Units));
    let bare = chart(total, setting(&DATASET), &all(), &[]);
    let several = bare.bars.iter().find(|bar| bar.segments.len() > 1);
    let record = several
        .expect("a bar of several")
        .records()
        .nth(1)
        .expect("a second");
    let written = read(&format!("record:{} Of one", DATASET.record(record).id));
    let data = |id, labels: &[Label]| {
        let view = chart(id, setting(&DATASET), &all(), labels);
        view.option["series"][0]["data"]
            .as_array()
            .cloned()
            .expect("data")
    };
    let with = data(total, &written);
    let count = |field: &str| {
        let words = with.iter().filter_map(|datum| datum[field].as_str());
        words.filter(|words| words.contains("[Of one]")).count()
    };
    assert_eq!((count("title"), count("tip")), (0, 1));

    // What is left of a total is this app's figure, and no record's.
    let bare = data(units, &[]);
    for record in &DATASET.records {
        let with = data(units, &read(&format!("record:{} note", record.id)));
        let changed = bare.iter().zip(&with).filter(|(one, other)| one != other);
        assert!(changed.count() <= 1, "{}", record.id);
    }
}

#[test]
fn ranges_of_figures_and_times_stand_on_the_charts_that_have_such_a_scale() {
    let (each, slope) = (of_form(Form::Each), of_form(Form::Slope));
    let id = &DATASET.chart(each).id;
    let written = read(&format!("chart:{id}:10/20 Aim|2001/2006 Phase"));
    let lists = |of: ChartIx| {
        let view = chart(of, setting(&DATASET), &all(), &written);
        view.option["series"][0]["figure"]["lists"].clone()
    };
    assert_eq!(
        lists(each)["ranges"],
        serde_json::json!([[10.0, 20.0, "[Aim]"]])
    );
    assert_eq!(lists(slope)["ranges"], Value::Null, "of another chart");
    assert_eq!(lists(slope)["spans"][0][2], "[Phase]");
    let bare = chart(each, setting(&DATASET), &all(), &[]);
    assert_eq!(
        bare.option["series"][0]["figure"]["lists"],
        serde_json::json!({})
    );

    let on = |labels: Vec<Label>| labels.iter().map(|label| label.on).collect::<Vec<On>>();
    let here = |of: ChartIx| on(labels_of_chart(&written, (of, DATASET.chart(of)), &all()));
    assert_eq!(here(each), [written[0].on]);
    assert_eq!(here(slope), [written[1].on]);
    assert_eq!(on(labels_of_timeline(&written, &all())), [written[1].on]);
    assert_eq!(on(labels_of_timeline(&written, &[])), [written[1].on]);
}

#[test]
fn a_time_changes_nothing_of_a_chart_without_times() {
    let written = read("2001/2006 Phase");
    for form in [Form::Nesting, Form::Units, Form::Each, Form::Total] {
        let id = of_form(form);
        let bare = chart(id, setting(&DATASET), &all(), &[]);
        let with = chart(id, setting(&DATASET), &all(), &written);
        assert_eq!(with.option, bare.option, "{form:?}");
    }
}

#[test]
fn pictures_say_whose_words_they_are() {
    let said = |embed: Embed, words: &str| {
        let view = ViewState {
            labels: read(words),
            ..ViewState::of(&DATASET)
        };
        let index = Index::new(&DATASET, |record| text::said(&DATASET, record));
        let selected = index.selection(&view.filter);
        let of = charts::Pictured {
            embed,
            view: &view,
            selected: &selected,
            shown: &[],
            map: None,
            link: "https://a.example/",
        };
        let zh = Setting {
            lang: Lang::ZH,
            ..setting(&DATASET)
        };
        [setting(&DATASET), zh].map(|setting| frame(setting, &of)["notes"].to_string())
    };
    for (lang, words) in [(Lang::EN, 0), (Lang::ZH, 1)] {
        let note = text::labels_note(lang);
        assert!(said(Embed::Timeline, "2001 Here")[words].contains(note));
        assert!(!said(Embed::Timeline, "")[words].contains(note));
        assert!(
            !said(Embed::Map, "2001 Here")[words].contains(note),
            "a map has none"
        );
    }
}
