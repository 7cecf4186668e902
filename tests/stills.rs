//! What the build draws is what the app draws.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

use charts::{Room, Seen, Setting, Shown, Theme, chart, map, overview, timeline};
use model::{Dataset, Lang};
use query::{Filter, Index, Measure, Period};
use std::fs;
use stills::{Sheets, colors, sheets, stills, view};

const FIXTURES: [&str; 2] = ["points-usd-fr", "two-currencies-ar"];

fn read(file: &str) -> Option<String> {
    fs::read_to_string(format!("public/{file}")).ok()
}

fn opened(json: &str) -> (Dataset, Sheets) {
    let dataset = model::parse(json).expect("a dataset").dataset;
    let sheets = sheets(&dataset, read);
    (dataset, sheets)
}

fn programme() -> (Dataset, Sheets) {
    opened(aid_atlas::PROGRAMME_JSON)
}

/// The light theme of a dataset.
fn light(dataset: &Dataset) -> &'static Theme {
    Box::leak(Box::new(Theme::LIGHT.of(dataset)))
}

#[test]
fn options_are_those_that_the_page_makes_of_a_plain_link() {
    let (dataset, sheets) = programme();
    for lang in text::languages(None) {
        let setting = Setting {
            dataset: &dataset,
            lang,
            theme: light(&dataset),
            compact: false,
            period: Period::default(),
        };
        let index = Index::new(&dataset, |record| text::said(&dataset, record));
        let filter = Filter::default();
        let all = index.select(&filter);
        let told = view(&dataset, lang, setting.theme, &sheets, "");

        let sheet = &sheets[&dataset.main_map().expect("a map").id].0;
        let seen = Seen {
            sheet: Some(sheet),
            reaching: &[],
            zoom: 1.0,
            wide: false,
        };
        let measure = Measure::default_of(&dataset);
        let drawn = map(setting, &all, &filter, measure, seen);
        assert_eq!(told["map"]["option"], drawn.option);
        let rows = timeline(setting, &all, &Shown::default());
        assert_eq!(told["timeline"]["option"], rows.option);
        assert_eq!(told["timeline"]["height"], rows.height);
        let compact = Setting {
            compact: true,
            ..setting
        };
        let span = overview(compact, &all, &Shown::default());
        assert_eq!(told["overview"]["option"], span.option);
        let charts = told["charts"].as_array().expect("a list");
        assert_eq!(charts.len(), dataset.charts.len());
        for (ix, told) in dataset.chart_indices().zip(charts) {
            let drawn = chart(ix, setting, &all, &[]);
            assert_eq!(told["option"], drawn.option, "{}", told["id"]);
        }
        assert_eq!(told["finding"], text::finding(lang, &dataset));
    }
}

#[test]
fn signs_stand_for_colours_and_for_nothing_else() {
    let (dataset, sheets) = programme();
    let (signs, colors) = colors::signs(&dataset);
    let mut told = view(&dataset, Lang::EN, signs, &sheets, "").to_string();
    for color in colors.as_array().expect("a list") {
        let [sign, light] = ["sign", "light"].map(|key| color[key].as_str().expect("a colour"));
        told = told.replace(sign, light);
    }
    let plain = view(&dataset, Lang::EN, light(&dataset), &sheets, "").to_string();
    assert!(told == plain, "in light colours both are the same");
}

#[test]
fn a_picture_that_is_seen_small_has_few_rows_and_says_of_how_many() {
    let (dataset, _) = programme();
    let setting = Setting {
        dataset: &dataset,
        lang: Lang::EN,
        theme: light(&dataset),
        compact: false,
        period: Period::default(),
    };
    let all: Vec<_> = dataset.record_indices().collect();
    let shown = Shown {
        room: Room::Picture(6),
        ..Shown::default()
    };
    let few = timeline(setting, &all, &shown);
    assert_eq!(few.order.len(), 6);
    assert_eq!(few.marks.len(), 6, "no row that folds");
    let whole = timeline(setting, &all, &Shown::default());
    assert_eq!(few.dated, whole.dated);
    assert!(few.height < whole.height / 3);
}

#[test]
fn any_dataset_has_its_pictures() {
    for name in FIXTURES {
        let file = format!("tests/fixtures/{name}.json");
        let (dataset, sheets) = opened(&fs::read_to_string(file).expect("a fixture"));
        let told = stills(&dataset, &sheets, "https://atlas.example/");
        let views = told["views"].as_array().expect("a list");
        assert_eq!(views.len(), text::languages(None).len());
        for view in views {
            assert!(view["title"].is_string());
            assert_eq!(
                view["charts"].as_array().expect("a list").len(),
                dataset.charts.len()
            );
        }
    }
}
