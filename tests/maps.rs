//! The map of datasets with and without outlines.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper of tests fails as tests do"
)]

mod support;

use charts::{Action, Look, MapView, Mark, Seen, Theme, map, not_outlined, sheet};
use model::{Background, Dataset, Lang, PlaceIx, parse};
use outlines::{Shape, Sheet};
use query::{Filter, Measure, PlaceChoice};
use serde_json::{Value, json};
use support::fixtures::{POINTS, many};
use support::{all, main_sheet, setting};

fn points_of(dataset: &Dataset) -> Sheet {
    let main = dataset.main_map().expect("a map is made");
    sheet(dataset, main, &[], &[]).expect("a sheet").0
}

fn seen(dataset: &Dataset, sheet: &Sheet, measure: &str, zoom: f64) -> MapView {
    let measure = Measure::from_word(measure, dataset).expect("a measure");
    let seen = Seen {
        sheet: Some(sheet),
        zoom,
    };
    map(
        setting(dataset),
        &all(dataset),
        &Filter::default(),
        measure,
        seen,
    )
}

fn circles(view: &MapView) -> &Vec<Value> {
    view.option["series"][2]["data"]
        .as_array()
        .expect("circles")
}

fn mark_of(view: &MapView, series: usize, datum: usize) -> &Mark {
    let mut marks = view.marks.iter();
    marks
        .find(|mark| mark.series == Some(series) && mark.datum == datum)
        .expect("a mark")
}

fn circle<'a>(view: &'a MapView, name: &str) -> &'a Value {
    let found = circles(view).iter().find(|circle| circle["name"] == name);
    found.unwrap_or_else(|| panic!("{name}: {:?}", circles(view)))
}

/// The points programme with other places: id, longitude and latitude.
fn places(places: &[(&str, f64, f64)], records_at: &[&[&str]]) -> Dataset {
    let mut file: Value = serde_json::from_str(POINTS).expect("JSON");
    file["places"] = places
        .iter()
        .map(|(id, x, y)| {
            json!({ "id": id, "name": { "fr": id }, "coordinates": { "longitude": x, "latitude": y } })
        })
        .collect();
    let record = file["records"]
        .as_array()
        .and_then(|records| records.iter().find(|record| record["id"] == "audit"))
        .expect("a record without relations")
        .clone();
    file["records"] = records_at
        .iter()
        .enumerate()
        .map(|(at, places)| {
            let mut record = record.clone();
            record["id"] = json!(format!("r{at}"));
            record["places"] = json!(places);
            record
        })
        .collect();
    file["derived"] = json!([]);
    let loaded = parse(&file.to_string()).expect("a dataset");
    assert_eq!(loaded.problems, [], "{file}");
    loaded.dataset
}

#[test]
fn a_dataset_of_points_gets_a_map_on_the_land_and_one_that_says_none_gets_none() {
    let dataset = parse(POINTS).expect("a dataset").dataset;
    let main = dataset.main_map().expect("a map");
    assert_eq!(main.background, Background::Land);
    let none = POINTS.replacen("\"places\":", "\"maps\": [], \"places\":", 1);
    let dataset = parse(&none).expect("a dataset").dataset;
    assert!(dataset.main_map().is_none());
}

#[test]
fn circles_are_sized_by_area_and_unknown_or_negative_ones_are_hollow() {
    let dataset = parse(POINTS).expect("a dataset").dataset;
    let sheet = points_of(&dataset);
    let view = seen(&dataset, &sheet, "depense-usd", 1.0);
    let size = |name: &str| circle(&view, name)["symbolSize"].as_f64().expect("a size");
    // Two places that lie together for USD 224,000, and 148,000 and 96,250 alone.
    let ratio = size("Kassila").powi(2) / size("Bonori").powi(2);
    assert!((ratio - 148_000.0 / 96_250.0).abs() < 0.01, "{ratio}");
    assert_eq!(
        circle(&view, "Tanvè")["itemStyle"]["color"],
        Theme::LIGHT.panel,
        "below zero"
    );
    let unknown = circle(&view, "Gourao");
    assert_eq!(unknown["itemStyle"]["borderType"], "dashed");
    assert!(
        unknown["tip"]
            .as_str()
            .expect("a tip")
            .contains("No figure in the source")
    );
    let looks: Vec<Look> = view.sizes.iter().map(|item| item.look).collect();
    assert_eq!(
        looks,
        [Look::Filled, Look::Filled, Look::Hollow, Look::Broken]
    );
    assert!(view.sizes[0].text.contains("USD 224"), "{:?}", view.sizes);
    assert!(view.legend.is_empty(), "nothing is shaded");
    let figures = view.figures.iter();
    let kassila = dataset.place_by_id("kassila").expect("a place");
    assert!(
        figures
            .clone()
            .any(|(place, text)| *place == kassila && text == "USD 148,000")
    );
    // Money of several places is at none of them.
    let several = view
        .untied
        .iter()
        .find(|u| u.name == "Several places together");
    assert!(
        several.is_some_and(|u| u.figure == "USD 922,400.5 (derived)"),
        "{:?}",
        view.untied
    );
}

#[test]
fn places_that_crowd_are_one_mark_until_the_map_is_enlarged() {
    let dataset = parse(POINTS).expect("a dataset").dataset;
    let sheet = points_of(&dataset);
    let whole = seen(&dataset, &sheet, "records", 1.0);
    let together = circles(&whole)
        .iter()
        .position(|circle| circle["name"] == "4 places close together")
        .expect("a cluster");
    let mark = mark_of(&whole, 2, together);
    let Some(Action::Enlarge { zoom, .. }) = mark.action else {
        panic!("{mark:?}");
    };
    assert!(zoom > 1.0);
    let tip = circles(&whole)[together]["tip"].as_str().expect("a tip");
    for name in [
        "Sèmin",
        "Sèmin, quartier nord",
        "Sèmin, quartier est",
        "Sèmin, la gare",
    ] {
        assert!(tip.contains(name), "{tip}");
    }
    // Each record of the four places once.
    let mut records = mark.records.clone();
    records.dedup();
    assert_eq!(records.len(), mark.records.len());
    assert!(tip.contains(&format!("{} records", records.len())), "{tip}");

    let near = seen(&dataset, &sheet, "records", 256.0);
    assert!(circles(&near).len() > circles(&whole).len());
    circle(&near, "Sèmin, la gare");
    // No record is lost or gained by looking closer.
    let records_of = |view: &MapView| {
        let mut all: Vec<_> = view
            .marks
            .iter()
            .flat_map(|mark| mark.records.clone())
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    assert_eq!(records_of(&whole), records_of(&near));
}

#[test]
fn places_at_the_same_point_are_chosen_together() {
    let dataset = places(
        &[("a", 10.0, 50.0), ("b", 10.0, 50.0), ("c", 12.0, 51.0)],
        &[&["a"], &["b"], &["c"], &["a", "b"]],
    );
    let sheet = points_of(&dataset);
    let view = seen(&dataset, &sheet, "records", 1.0);
    assert_eq!(circles(&view).len(), 2);
    let place = |id: &str| dataset.place_by_id(id).expect("a place");
    let actions: Vec<&Action> = view
        .marks
        .iter()
        .filter_map(|mark| mark.action.as_ref())
        .collect();
    assert!(
        actions.contains(&&Action::Places(vec![place("a"), place("b")])),
        "{actions:?}"
    );
    assert!(
        actions.contains(&&Action::Place(PlaceChoice::Place(place("c")))),
        "{actions:?}"
    );
    let together = mark_of(&view, 2, 0);
    assert_eq!(together.records.len(), 3, "a record of both counts once");
}

#[test]
fn a_map_across_180_degrees_keeps_neighbours_together() {
    let dataset = places(
        &[
            ("west", 179.0, -17.0),
            ("east", -179.0, -17.0),
            ("north", 180.0, -14.0),
        ],
        &[&["west"], &["east"], &["north"]],
    );
    let view = seen(&dataset, &points_of(&dataset), "records", 1.0);
    let xs: Vec<f64> = circles(&view)
        .iter()
        .map(|circle| circle["value"][0].as_f64().expect("a number"))
        .collect();
    assert_eq!(xs.len(), 3);
    let spread =
        xs.iter().fold(f64::MIN, |a, b| a.max(*b)) - xs.iter().fold(f64::MAX, |a, b| a.min(*b));
    assert!((spread - 2.0).abs() < 1e-9, "{xs:?}");
}

#[test]
fn a_place_without_a_point_is_counted_beside_the_map() {
    let text = POINTS.replacen(
        r#", "coordinates": {"longitude": 1.42, "latitude": 10.61, "precision": "settlement", "origin": "inventé"}"#,
        "",
        1,
    );
    assert_ne!(text, POINTS);
    let dataset = parse(&text).expect("a dataset").dataset;
    let view = seen(&dataset, &points_of(&dataset), "depense-usd", 1.0);
    let beside = view
        .untied
        .iter()
        .find(|u| u.name == "Places whose position is not known");
    assert_eq!(beside.map(|u| u.figure.as_str()), Some("USD 148,000"));
    assert!(
        circles(&view)
            .iter()
            .all(|circle| circle["name"] != "Kassila")
    );
}

#[test]
fn an_area_without_an_outline_is_named_and_drawn_at_its_point() {
    let dataset = support::embedded();
    let main = dataset.main_map().expect("a map");
    let text = std::fs::read_to_string("public/geometry/lhasa.json").expect("outlines");
    let mut shapes: Vec<Shape> = outlines::read(&text).expect("outlines");
    assert_eq!(not_outlined(&dataset, main, &shapes), None);
    shapes.retain(|shape| shape.id.as_deref() != Some("nyemo"));
    let problem = not_outlined(&dataset, main, &shapes).expect("a problem");
    for lang in [Lang::EN, Lang::ZH] {
        let words = text::problems::problem(lang, &problem);
        assert!(
            words.contains("maps[0]") && words.contains("nyemo"),
            "{words}"
        );
    }
    let (sheet, _) = sheet(&dataset, main, &shapes, &[]).expect("a sheet");
    let view = seen(&dataset, &sheet, "money", 1.0);
    let nyemo: PlaceIx = dataset.place_by_id("nyemo").expect("a place");
    assert_eq!(
        mark_of(&view, 2, 0).action,
        Some(Action::Place(PlaceChoice::Place(nyemo)))
    );
    assert!(
        circle(&view, "Nyêmo")["tip"]
            .as_str()
            .expect("a tip")
            .contains("131 million")
    );
    let whole = seen(&dataset, &main_sheet(&dataset), "money", 1.0);
    assert_eq!(whole.figures, view.figures, "the figures are the same");
}

#[test]
fn sites_that_crowd_are_one_mark_too() {
    let mut file: Value = serde_json::from_str(aid_atlas::PROGRAMME).expect("JSON");
    let sites: Vec<Value> = (0..30)
        .map(|at| {
            json!({ "id": format!("site-{at}"), "parent": "nyemo", "name": { "zh": "点", "en": format!("Site {at}") },
                "coordinates": { "longitude": 90.1 + f64::from(at) * 1e-4, "latitude": 29.4, "precision": "settlement", "origin": "test" } })
        })
        .collect();
    let names: Vec<&Value> = sites.iter().map(|site| &site["id"]).collect();
    file["records"][0]["places"] = json!(names);
    file["places"].as_array_mut().expect("places").extend(sites);
    let dataset = parse(&file.to_string()).expect("a dataset").dataset;
    let sheet = main_sheet(&dataset);
    let drawn = |zoom: f64| {
        let view = seen(&dataset, &sheet, "records", zoom);
        let sites = view.option["series"][1]["data"]
            .as_array()
            .expect("sites")
            .clone();
        sites
            .iter()
            .filter(|site| {
                site["name"]
                    .as_str()
                    .is_some_and(|name| name.starts_with("Site "))
            })
            .count()
    };
    assert_eq!(drawn(1.0), 0, "thirty places within some pixels");
    assert!(drawn(2000.0) > 20);
}

#[test]
fn thousands_of_places_make_a_readable_map() {
    let dataset = parse(many()).expect("a dataset").dataset;
    let sheet = points_of(&dataset);
    let view = seen(&dataset, &sheet, "records", 1.0);
    let count = circles(&view).len();
    assert!((2..60).contains(&count), "{count}");
    assert!(seen(&dataset, &sheet, "records", 64.0).marks.len() > count);
}
