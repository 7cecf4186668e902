//! Datasets made for tests, and one walk through all that the page does.

#![allow(dead_code, reason = "each test file uses a part")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper of tests fails as tests do"
)]

pub mod drawn;
pub mod fixtures;

use aid_atlas::PROGRAMME_JSON;
use charts::{Seen, Setting, Theme, inset, map, sheet, timeline};
use drawn::chart;
use formats::{Export, FileKind, csv, file_name, iati, json};
use model::{
    ChartIx, Dataset, Form, KindIx, Lang, Loaded, Map, Quantity, Record, RecordIx, UnitIx, by_kind,
    parse,
};
use outlines::Sheet;
use query::{Column, Filter, Index, Measure, Ranks, Sort, place_choices, sort};
use serde_json::{Value, json as object};
use view::{ViewState, decode, encode};

pub const LINK: &str = "https://atlas.example/?place=nyemo";

/// The dataset that is compiled in.
pub fn embedded() -> Dataset {
    parse(PROGRAMME_JSON).expect("the embedded dataset").dataset
}

/// A dataset of version 1, which has that version's vocabularies.
pub fn version_1() -> Dataset {
    let text = dataset(Vec::new()).to_string();
    parse(&text).expect("a dataset").dataset
}

/// What is wrong, in English.
pub fn words(problem: &model::Problem) -> String {
    text::problems::problem(Lang::EN, problem)
}

/// An indicator in a unit.
pub fn quantity(dataset: &Dataset, indicator: &str, unit: &str) -> Quantity {
    Quantity {
        indicator: dataset.indicator_by_id(indicator).expect("an indicator"),
        unit: self::unit(dataset, unit),
    }
}

/// A unit.
pub fn unit(dataset: &Dataset, id: &str) -> UnitIx {
    dataset.unit_by_id(id).expect("a unit")
}

/// A kind of record.
pub fn kind(dataset: &Dataset, id: &str) -> KindIx {
    dataset.kind_by_id(id).expect("a kind")
}

/// A chart.
pub fn chart_of(dataset: &Dataset, id: &str) -> ChartIx {
    dataset.chart_by_id(id).expect("a chart")
}

/// In English, light, and wide.
#[must_use]
pub fn setting(dataset: &Dataset) -> Setting<'_> {
    Setting {
        dataset,
        lang: Lang::EN,
        theme: &Theme::LIGHT,
        compact: false,
        period: query::Period::default(),
    }
}

/// The main map's sheet, of its file below public/.
#[must_use]
pub fn main_sheet(dataset: &Dataset) -> Sheet {
    sheet_of(dataset, dataset.main_map().expect("a main map"))
}

/// A map's sheet, of its file below public/.
#[must_use]
pub fn sheet_of(dataset: &Dataset, map: &Map) -> Sheet {
    let file = map.file.as_ref().expect("a file");
    let text = std::fs::read_to_string(format!("public/{file}")).expect("its outlines");
    let shapes = outlines::read(&text).expect("outlines");
    sheet(dataset, map, &shapes, &[]).expect("a sheet").0
}

/// A measure of the map.
pub fn measure(dataset: &Dataset, id: &str) -> Measure {
    Measure::from_word(id, dataset).expect("a measure")
}

/// Its record of that id, and where it stands.
pub fn named<'a>(dataset: &'a Dataset, id: &str) -> (RecordIx, &'a Record) {
    let ix = dataset
        .record_by_id(id)
        .unwrap_or_else(|| panic!("record {id}"));
    (ix, dataset.record(ix))
}

/// Some of its records, to be taken away.
pub fn export<'a>(dataset: &'a Dataset, records: &'a [RecordIx]) -> Export<'a> {
    Export {
        dataset,
        text: PROGRAMME_JSON,
        records,
        link: LINK,
        period: query::Period::default(),
    }
}

/// A dataset with the fewest parts that the schema allows, and these records.
pub fn dataset(records: Vec<Value>) -> Value {
    let name = object!({"zh": "名", "en": "Name"});
    object!({
        "schema": "aid-atlas/1", "id": "made", "title": name, "summary": name,
        "licence": "MIT", "currency": "CNY", "asOf": "2018",
        "documents": [{
            "id": "d", "title": name, "publisher": name, "published": name,
            "sections": [{"id": "s", "title": name, "paragraphs": 3}],
        }],
        "places": [], "organisations": [],
        "sectors": [{"id": "x", "name": name, "dac": {"code": "43010", "name": name}}],
        "records": records,
    })
}

/// A record without anything that may be left out.
pub fn record(id: &str) -> Value {
    object!({
        "id": id, "kind": "transaction", "sector": "x",
        "title": {"zh": format!("题 {id}"), "en": format!("Title {id}")},
        "note": {"zh": "注", "en": "Note"},
        "time": {"type": "unknown"},
        "source": {"document": "d", "section": "s", "paragraph": 1},
    })
}

pub fn with(mut record: Value, fields: Value) -> Value {
    for (name, value) in fields.as_object().expect("fields") {
        record[name] = value.clone();
    }
    record
}

pub fn funds(amount: Value) -> Value {
    object!([{"indicator": "funds", "amount": amount, "unit": "yuan", "qualifier": "exact"}])
}

pub fn relation(kind: &str, target: &str) -> Value {
    object!({"type": kind, "target": target, "basis": "stated"})
}

pub fn loaded(dataset: &Value) -> Loaded {
    parse(&dataset.to_string()).expect("a dataset")
}

pub fn problems(dataset: &Value, lang: Lang) -> Vec<String> {
    loaded(dataset)
        .problems
        .iter()
        .map(|p| text::problems::problem(lang, p))
        .collect()
}

pub fn all(dataset: &Dataset) -> Vec<RecordIx> {
    dataset.record_indices().collect()
}

/// Does with a dataset's text what the page does, in its languages and the
/// page's, and gives the JSON export of everything. Panics where the page would.
pub fn walk(json_text: &str) -> Option<String> {
    let Loaded { dataset, problems } = match parse(json_text) {
        Ok(loaded) => loaded,
        Err(problem) => {
            for lang in [Lang::ZH, Lang::EN] {
                assert!(!text::problems::problem(lang, &problem).is_empty());
            }
            return None;
        }
    };

    let index = Index::new(&dataset, |record| text::said(&dataset, record));
    let filter = Filter::default();
    let records = index.select(&filter);
    assert_eq!(records.len(), dataset.records.len());
    let facets = index.facets(&filter);
    assert!(
        facets
            .sectors
            .values()
            .map(|count| count.all())
            .sum::<usize>()
            == records.len()
    );
    let choices = place_choices(&dataset);
    assert_eq!(choices.len(), dataset.places.len() + 2);
    // Without its outlines, as where they do not come.
    let main = dataset.main_map();
    let sheet = main.and_then(|main| sheet(&dataset, main, &[], &[]));
    let sheet = sheet.as_ref().map(|(sheet, _)| sheet);

    for lang in text::languages(Some(&dataset)) {
        for group in by_kind(&problems) {
            assert!(!text::problems::line(lang, &group).is_empty());
        }
        let setting = Setting {
            dataset: &dataset,
            lang,
            theme: &Theme::LIGHT,
            compact: lang == Lang::ZH,
            period: query::Period::default(),
        };
        for id in dataset.chart_indices() {
            let drawn = chart(id, setting, &records, &[]);
            let mut segments = drawn.bars.iter().flat_map(|bar| &bar.segments);
            assert!(segments.all(|segment| segment.amount.is_finite()), "{id:?}");
            // Nothing is drawn of nothing, nor of a table.
            let is_drawn = !drawn.bars.is_empty() && drawn.drawn.form != Form::Table;
            assert_eq!(drawn.option["series"].is_array(), is_drawn);
        }
        for measure in Measure::all(&dataset) {
            for zoom in [1.0, 64.0] {
                let drawn = map(
                    setting,
                    &records,
                    &filter,
                    measure,
                    Seen {
                        reaching: &[],
                        sheet,
                        zoom,
                        wide: false,
                    },
                );
                assert_eq!(drawn.option.is_null(), sheet.is_none());
            }
        }
        for beside in dataset.insets() {
            assert!(
                inset(beside, setting, &records, &filter, sheet)
                    .0
                    .is_object()
            );
        }
        let drawn = timeline(setting, &records, &charts::Shown::default());
        assert!(drawn.undated.len() <= records.len());
        assert!(drawn.option.is_object());
        for column in Column::ALL {
            let order = Sort {
                column: *column,
                descending: lang == Lang::ZH,
            };
            let ranks = Ranks::new(&dataset, lang, str::cmp);
            sort(&dataset, order, &ranks, &mut records.clone());
        }
        for derived in &dataset.derived {
            let result = text::formula::result(lang, derived, &dataset);
            assert!(!result.text(lang).is_empty());
            let _ = text::formula::formula(lang, derived, &dataset);
            let _ = text::formula::stated(lang, derived, &dataset);
        }
        for record in &dataset.records {
            let _ = text::names::places(lang, record, &dataset);
            let _ = text::precision(lang, record.time.time, &dataset);
        }
        let _ = text::preview::description(
            lang,
            &ViewState::of(&dataset),
            &dataset,
            &index.selection(&filter),
        );
    }
    let view = ViewState {
        record: records.last().copied(),
        ..ViewState::of(&dataset)
    };
    let query = encode(&view, &dataset);
    assert_eq!(decode(&query, &dataset).view, view, "{query}");
    assert!(
        file_name(
            &dataset,
            "table",
            &view,
            FileKind::Text(formats::TextFile::Csv)
        )
        .is_ascii()
    );
    let export = Export {
        dataset: &dataset,
        text: json_text,
        records: &records,
        link: "https://atlas.example/?a=1&b=2",
        period: query::Period::default(),
    };
    assert!(csv(export).starts_with('\u{feff}'));
    assert!(iati(export).xml.ends_with("</iati-activities>\n"));
    let exported = json(export).expect("JSON");
    let again = parse(&exported).expect("an export is a dataset");
    // Words stay in the file in whatever language they are,
    // and however long.
    let is_kept = |problem: &model::Problem| {
        use model::Fault::{TooWide, Undeclared};
        matches!(problem.fault, Undeclared(_) | TooWide { .. })
    };
    assert!(
        again.problems.iter().all(is_kept),
        "an export has no problems: {:?}",
        again.problems
    );
    assert_eq!(again.dataset.records.len(), records.len());
    assert_eq!(again.dataset.derived.len(), dataset.derived.len());
    Some(exported)
}
