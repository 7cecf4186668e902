//! A file of the version before says the same as the one of this version that
//! was made from it.
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod support;

use charts::{Seen, Setting, Shown, Theme, chart, map, timeline};
use formats::{Export, csv, iati};
use model::{Dataset, Lang, parse};
use query::{Filter, Index, Measure};
use serde_json::Value;

const VERSION_1: &str = include_str!("fixtures/version-1.json");
const VOCABULARIES: &str = include_str!("../public/schema/version-1.json");

fn both() -> (Dataset, Dataset) {
    let loaded = parse(VERSION_1).expect("a dataset");
    assert_eq!(loaded.problems, []);
    (loaded.dataset, as_before())
}

/// The built-in dataset with the charts that version 1 had, and without what its
/// values have been called since.
fn as_before() -> Dataset {
    let mut file: Value = serde_json::from_str(aid_atlas::PROGRAMME_JSON).expect("JSON");
    let known: Value = serde_json::from_str(VOCABULARIES).expect("JSON");
    file["charts"] = known["charts"].clone();
    for record in file["records"].as_array_mut().expect("records") {
        if record["kind"] == "personnel" {
            for value in record["values"].as_array_mut().expect("values") {
                value.as_object_mut().expect("a value").remove("label");
            }
        }
    }
    // Nor had its places names that others have recorded.
    for place in file["places"].as_array_mut().expect("places") {
        place.as_object_mut().expect("a place").remove("names");
    }
    parse(&file.to_string()).expect("a dataset").dataset
}

#[test]
fn its_records_and_figures_are_the_same() {
    let (before, now) = both();
    let table = |dataset: &Dataset| {
        let records: Vec<_> = dataset.record_indices().collect();
        let export = Export {
            dataset,
            text: VERSION_1,
            records: &records,
            link: "https://atlas.example/",
            period: query::Period::default(),
        };
        (csv(export), iati(export).xml)
    };
    assert_eq!(table(&before), table(&now));
    let derived = |dataset: &Dataset| {
        let figures = dataset.derived.iter();
        figures
            .map(|d| text::formula::result(Lang::EN, d, dataset))
            .collect::<Vec<_>>()
    };
    assert_eq!(derived(&before), derived(&now));
}

#[test]
fn its_pictures_are_the_same() {
    let (before, now) = both();
    for lang in [Lang::ZH, Lang::EN] {
        let drawn = |dataset: &Dataset| {
            let setting = Setting {
                dataset,
                lang,
                theme: &Theme::LIGHT,
                compact: false,
                period: query::Period::default(),
            };
            let records: Vec<_> = dataset.record_indices().collect();
            let charts: Vec<_> = dataset
                .chart_indices()
                .map(|id| {
                    let mut option = chart(id, setting, &records, &[]).option;
                    // Version 1 has no short titles.
                    for datum in option["series"][0]["data"].as_array_mut().expect("data") {
                        datum["title"].take();
                    }
                    (dataset.chart(id).id.clone(), option)
                })
                .collect();
            let maps: Vec<_> = Measure::all(dataset)
                .into_iter()
                .map(|measure| {
                    let sheet = support::main_sheet(dataset);
                    let seen = Seen {
                        reaching: &[],
                        sheet: Some(&sheet),
                        zoom: 1.0,
                        wide: false,
                    };
                    map(setting, &records, &Filter::default(), measure, seen).option
                })
                .collect();
            let mut time = timeline(setting, &records, &Shown::default()).option;
            // Version 1 has no short titles.
            for row in time["series"][1]["data"].as_array_mut().expect("rows") {
                row["title"].take();
            }
            (charts, maps, time)
        };
        assert_eq!(drawn(&before), drawn(&now), "{lang}");
    }
}

#[test]
fn its_links_select_the_same() {
    let (before, now) = both();
    for query in [
        "place=city-wide",
        "place=programme-wide&kind=budget,transaction",
        "place=nyemo&measure=people&embed=chart:money-by-place",
        "q=CNY+1.31+billion",
        "q=44.7%E4%BA%BF%E5%85%83&from=1994&to=2018",
        "sector=education&org=ndrc&record=school-2014",
    ] {
        let selected = |dataset: &Dataset| {
            let decoded = view::decode(query, dataset);
            assert_eq!(decoded.notices, [], "{query}");
            let index = Index::new(dataset, |record| text::said(dataset, record));
            let records = index.select(&decoded.view.filter);
            let ids = records.iter().map(|ix| dataset.record(*ix).id.clone());
            (
                ids.collect::<Vec<_>>(),
                view::encode(&decoded.view, dataset),
            )
        };
        assert_eq!(selected(&before), selected(&now), "{query}");
    }
}

/// Its amounts are in the currency that it names, whatever its units are called.
#[test]
fn its_money_is_in_its_own_currency() {
    let other = VERSION_1.replacen("\"CNY\"", "\"USD\"", 1);
    let dataset = parse(&other).expect("a dataset").dataset;
    let funds = support::named(&dataset, "funds-since-1994").1;
    let said = text::qualified(Lang::EN, &funds.values[0], &dataset);
    assert_eq!(said, "about USD 4.47 billion");
}
