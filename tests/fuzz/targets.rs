//! What is hunted, and what must hold of any text of it.

use crate::support::{self, walk};
use aid_atlas::PROGRAMME_JSON;
use allocation_counter::measure;
use model::{Dataset, Lang, Spot, parse};
use outlines::Sheet;
use serde_json::Value;
use std::sync::LazyLock;
use view::{
    decode, encode, refused_data, replaced, requested_form, requested_origin, split_fragment,
};

/// A kind of input.
pub struct Target {
    /// Its name, which is that of its folder of the corpus.
    pub name: &'static str,
    /// Words of its format.
    pub words: &'static [&'static str],
    /// Panics where something does not hold.
    pub check: fn(&str),
}

/// All of them.
static ALL: [Target; 7] = [
    Target {
        name: "links",
        words: LINK_WORDS,
        check: link,
    },
    Target {
        name: "messages",
        words: LINK_WORDS,
        check: message,
    },
    Target {
        name: "datasets",
        words: DATASET_WORDS,
        check: dataset,
    },
    Target {
        name: "outlines",
        words: OUTLINE_WORDS,
        check: outline,
    },
    Target {
        name: "iati",
        words: IATI_WORDS,
        check: |text| file("a.xml", text),
    },
    Target {
        name: "tables",
        words: TABLE_WORDS,
        check: |text| file("a.csv", text),
    },
    Target {
        name: "geojson",
        words: GEOJSON_WORDS,
        check: |text| file("a.geojson", text),
    },
];

/// The target of that name.
pub fn named(name: &str) -> &'static Target {
    let found = ALL.iter().find(|target| target.name == name);
    found.unwrap_or_else(|| panic!("there is no target {name}"))
}

const LINK_WORDS: &[&str] = &[
    "&",
    ";",
    "=",
    ",",
    "?",
    "#",
    "+",
    "%",
    "%zz",
    "%00",
    "%26",
    "%3D",
    "&amp;",
    "&#38;",
    "amp;",
    "-",
    ":",
    "\n",
    " ",
    "\u{202e}",
    "dataset=",
    "place=",
    "sector=",
    "kind=",
    "org=",
    "from=",
    "to=",
    "q=",
    "measure=",
    "sort=",
    "focus=",
    "record=",
    "panel=",
    "lang=",
    "scheme=",
    "embed=",
    "controls=",
    "filters",
    "none",
    "about",
    "place:",
    "derived:",
    "whole-area",
    "city-wide",
    "no-place",
    "2018",
    "2018-02-30",
    "0000",
    "9999-12",
    "../x.json",
    "//host/x",
    "zh-Hans-CN",
    "ar",
    "*",
    "utm_source=x",
    "LANG=",
];

const DATASET_WORDS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "null",
    "0",
    "-1",
    "1e999",
    "0.1",
    "2018",
    "2018-13",
    "aid-atlas/1",
    "aid-atlas/2",
    "records",
    "places",
    "id",
    "zh",
    "en",
    "ar",
    "part_of",
    "unknown",
    "interval",
    "//host/x.json",
    "javascript:alert(1)",
    "\u{202e}",
    "\u{0}",
    "CNY",
    "XXX",
];

const OUTLINE_WORDS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "0",
    "-1",
    "180",
    "-180",
    "360",
    "90",
    "-90",
    "1e308",
    "-1e308",
    "1e-320",
    "Polygon",
    "MultiPolygon",
    "GeometryCollection",
    "FeatureCollection",
    "Feature",
    "Topology",
    "arcs",
    "cp",
    "id",
    "[0,0]",
    "[180,90]",
    "null",
];

const IATI_WORDS: &[&str] = &[
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
    "<iati-activities version=\"2.03\">",
    "</iati-activities>",
    "<iati-activity default-currency=\"EUR\" xml:lang=\"en\">",
    "</iati-activity>",
    "<iati-identifier>X-1</iati-identifier>",
    "<title><narrative>T</narrative></title>",
    "<transaction><transaction-type code=\"3\"/>",
    "<transaction-date iso-date=\"2018-01-01\"/>",
    "<value currency=\"USD\">1,000</value>",
    "</transaction>",
    "<budget>",
    "</budget>",
    "<sector code=\"11110\" percentage=\"50\"/>",
    "<location><point><pos>1 2</pos></point></location>",
    "<!DOCTYPE a [<!ENTITY b \"c\">]>",
    "&b;",
    "<![CDATA[",
    "]]>",
];

const TABLE_WORDS: &[&str] = &[
    "id",
    "title",
    "amount",
    "currency",
    "year",
    "latitude",
    "longitude",
    "sector",
    ",",
    ";",
    "\t",
    "|",
    "\"",
    "\r",
    "\n",
    "\u{feff}",
    "1,234.5",
    "1.234,5",
    "about 3 million",
    "03/04/2020",
    "2018-01-01",
    "-1",
    "=1+1",
    "NaN",
];

const GEOJSON_WORDS: &[&str] = &[
    "{\"type\":\"FeatureCollection\",\"features\":[",
    "{\"type\":\"Feature\",\"properties\":{",
    "\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}",
    "\"name\":\"a\"",
    "\"year\":2018",
    "NaN",
    "Infinity",
    "null",
    "]",
    "}",
    ",",
    "[180,90]",
];

/// A file of another kind: what is made of it is a dataset without problems, and the
/// same when it is read again; what is not is refused in words.
fn file(name: &str, text: &str) {
    let open = |bytes: &[u8], name: &str| {
        let given = reader::Given {
            file: (bytes, name),
            columns: "",
            places: None,
            encodings: reader::Encodings::TABLES,
            read_on: model::Date::day_of(20_000),
        };
        reader::open(&given, &mut |_| ())
    };
    match open(text.as_bytes(), name) {
        Ok((opened, json)) => {
            let again = open(json.as_bytes(), "again.json");
            let (again, kept) = again.unwrap_or_else(|why| panic!("{why:?} of {json}"));
            assert_eq!(kept, json);
            let ids = |of: &reader::Opened| -> Vec<String> {
                let records = of.loaded.dataset.records.iter();
                records.map(|record| record.id.clone()).collect()
            };
            assert_eq!(ids(&opened), ids(&again));
            if opened.read.is_some() {
                assert_eq!(opened.loaded.problems, [], "{json}");
            }
        }
        Err(reader::Unread::Refused(words)) => assert!(!words.is_blank()),
        // It may be taken for a dataset of this app, which then is none.
        Err(reader::Unread::Unsound(_)) => {}
        Err(why) => panic!("{why:?}"),
    }
}

/// Checks that `work` takes up no more memory in all, freed or not, than so
/// many bytes for each letter of its input, and a start: a count of steps that
/// no clock changes.
fn within(start: u64, each: u64, input: usize, work: impl FnOnce()) {
    let taken = measure(work).bytes_total;
    let most = start + each * input as u64;
    assert!(
        taken <= most,
        "{taken} bytes taken for an input of {input}, {most} allowed"
    );
}

/// Programmes that links and messages are read for.
fn programmes() -> &'static [Dataset] {
    static ALL: LazyLock<Vec<Dataset>> = LazyLock::new(|| {
        let files = [
            PROGRAMME_JSON,
            support::fixtures::POINTS,
            support::fixtures::CURRENCIES,
        ];
        files
            .map(|text| parse(text).expect("a dataset").dataset)
            .into()
    });
    &ALL
}

fn link(text: &str) {
    let (query, fragment) = split_fragment(text);
    assert_eq!(format!("{query}{fragment}"), text);
    for dataset in programmes() {
        within(100_000, 400, text.len(), || {
            let _ = decode(text, dataset);
        });
        let decoded = decode(text, dataset);
        let own = encode(&decoded.view, dataset);
        let again = decode(&own, dataset);
        assert_eq!(again.view, decoded.view, "{own}");
        assert_eq!(again.notices, [], "{own}");
        assert_eq!(encode(&again.view, dataset), own);
        assert_eq!(requested_origin(text), decoded.view.origin);
        assert!(decoded.view.origin.data.is_none() || refused_data(text).is_none());
        assert_eq!(requested_form(text).1, decoded.view.embed.is_some());
        assert!(decoded.notices.len() <= 13);
        for lang in text::languages(Some(dataset)) {
            for notice in &decoded.notices {
                let words = text::notice(lang, notice);
                assert!(!words.is_empty() && words.chars().count() < 400, "{words}");
            }
        }
    }
}

/// What a page around asks for: the link of the view now, which parameters are
/// replaced, and the rest is what they are.
fn message(text: &str) {
    let mut lines = text.splitn(3, '\n');
    let mut line = || lines.next().unwrap_or_default();
    let (now, names, asked) = (line(), line(), line());
    let names: Vec<&str> = names.split(',').collect();
    for dataset in programmes() {
        let before = decode(now, dataset).view;
        let now = encode(&before, dataset);
        within(100_000, 1000, text.len(), || {
            let _ = replaced(&now, asked, &names);
        });
        let view = |names: &[&str]| decode(&replaced(&now, asked, names), dataset).view;
        assert_eq!(view(&[]), before, "nothing is replaced");
        let asked = decode(asked, dataset).view;
        assert_eq!(view(&["filters"]).filter, asked.filter);
        assert_eq!(view(&["record"]).record, asked.record);
        assert_eq!(view(&["record"]).filter, before.filter);
        let after = view(&names);
        assert_eq!(decode(&encode(&after, dataset), dataset).view, after);
    }
}

fn dataset(text: &str) {
    within(1_500_000, 600, text.len(), || {
        let _ = parse(text);
    });
    match parse(text) {
        Ok(loaded) => {
            let file: Value = serde_json::from_str(text).expect("what is a dataset is JSON");
            for problem in &loaded.problems {
                is_there(&problem.at, text, Some(&file));
            }
        }
        Err(problem) => is_there(&problem.at, text, None),
    }
    walk(text);
}

/// Checks that the place that a problem names is in the file.
fn is_there(at: &Spot, text: &str, file: Option<&Value>) {
    match at {
        Spot::Text { line, column } => {
            let lines = text.split('\n').count();
            assert!((1..=lines).contains(line), "line {line} of {lines}");
            let letters = text.split('\n').nth(line - 1).unwrap_or_default();
            assert!(*column <= letters.len() + 1, "column {column} of {letters}");
        }
        Spot::Field(name) => assert!(!name.is_empty()),
        Spot::Item { list, position, id } => {
            let Some(file) = file else { return };
            // Lists of version 1 that had another name, or are the app's own.
            let items = match (&file[list.word()], list.word()) {
                (Value::Null, "periods") => &file["plans"],
                (items, _) => items,
            };
            let Some(items) = items.as_array() else {
                assert_eq!(file["schema"], "aid-atlas/1", "{list:?} is there");
                return;
            };
            let item = items.get(*position);
            let item = item.unwrap_or_else(|| panic!("{list:?}[{position}] of {}", items.len()));
            let named = ["id", "code", "of"].map(|field| item[field].as_str());
            let is_named = named.iter().flatten().any(|name| name == id);
            assert!(
                id.is_empty() || is_named,
                "{list:?}[{position}] is not {id}"
            );
        }
    }
}

fn outline(text: &str) {
    within(1_000_000, 1500, text.len(), || {
        let _ = outlines::read(text);
    });
    let shapes = match outlines::read(text) {
        Ok(shapes) => shapes,
        Err(fault) => {
            let problem = model::Problem {
                at: Spot::Field("maps".to_owned()),
                fault,
            };
            for lang in [Lang::EN, Lang::ZH] {
                assert!(!text::problems::problem(lang, &problem).is_empty());
            }
            return;
        }
    };
    assert!(!shapes.is_empty());
    for known in [true, false] {
        let Some((sheet, drawn)) = Sheet::new(&[], &shapes, |_| known, &[]) else {
            continue;
        };
        let (least, most) = sheet.bounds();
        let labels = shapes
            .iter()
            .filter_map(|shape| sheet.area(shape.id.as_deref()?));
        for (x, y) in labels.chain([least, most]) {
            assert!(x.is_finite() && y.is_finite(), "{x}, {y}");
        }
        assert!(least.0 <= most.0 && least.1 <= most.1);
        assert!(sheet.aspect() > 0.0);
        // What is not finite is written as null, which ECharts would draw.
        let drawn: Value = serde_json::from_str(&drawn).expect("JSON");
        assert!(no_null(&drawn["features"]), "{drawn}");
    }
}

fn no_null(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Array(items) => items.iter().all(no_null),
        Value::Object(fields) => fields.values().all(no_null),
        _ => true,
    }
}
