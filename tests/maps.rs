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
        reaching: &[],
        sheet: Some(sheet),
        zoom,
        wide: false,
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
    assert_eq!(unknown["itemStyle"]["borderType"], "dotted");
    assert!(
        unknown["tip"]
            .as_str()
            .expect("a tip")
            .contains("No figure in the source")
    );
    let looks: Vec<Look> = view.sizes.iter().map(|item| item.look).collect();
    assert_eq!(looks, [Look::Filled, Look::Hollow, Look::Broken]);
    assert_eq!(view.sizes[0].text, "USD 60,000");
    assert_eq!(view.largest.as_deref(), Some("USD 224,000"));
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
    let drawn = circles(&view).iter().position(|c| c["name"] == "Nyêmo");
    assert_eq!(
        mark_of(&view, 2, drawn.expect("a circle")).action,
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
    let mut file: Value = serde_json::from_str(aid_atlas::PROGRAMME_JSON).expect("JSON");
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
    assert!(drawn(4000.0) > 20);
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

fn programme(measure: &str, zoom: f64) -> (Dataset, MapView) {
    let dataset = support::embedded();
    let sheet = main_sheet(&dataset);
    let view = seen(&dataset, &sheet, measure, zoom);
    (dataset, view)
}

fn beside<'a>(view: &'a MapView, name: &str) -> Vec<(&'a str, Look)> {
    let group = view.untied.iter().find(|group| group.name == name);
    let coins = &group.expect("a group").coins;
    coins
        .iter()
        .map(|coin| (coin.text.as_str(), coin.look))
        .collect()
}

#[test]
fn amounts_are_circles_on_one_scale_within_areas_and_beside_the_map() {
    let (dataset, view) = programme("money", 1.0);
    let sized = |name: &str| circle(&view, name)["symbolSize"].as_f64().expect("a size");
    let ratio = sized("Damxung").powi(2) / sized("Nyêmo").powi(2);
    assert!((ratio - 180.0 / 131.0).abs() < 0.01, "{ratio}");
    let coins: Vec<_> = view.untied.iter().flat_map(|group| &group.coins).collect();
    let largest = coins
        .iter()
        .find(|coin| coin.text == "about CNY 4.47 billion");
    let largest = largest.expect("the whole programme's").diameter;
    let ratio = largest.powi(2) / sized("Damxung").powi(2);
    assert!((ratio - 4470.0 / 180.0).abs() < 0.1, "{ratio}");
    // Each circle of an area stands for its own records.
    let nyemo = circles(&view).iter().position(|c| c["name"] == "Nyêmo");
    let mark = mark_of(&view, 2, nyemo.expect("a circle"));
    assert_eq!(
        mark.records,
        [dataset.record_by_id("nyemo-funds").expect("a record")]
    );
}

#[test]
fn amounts_that_overlap_stand_side_by_side_and_are_never_added() {
    let (dataset, view) = programme("money", 1.0);
    assert_eq!(
        beside(&view, "City-wide"),
        [
            ("CNY 534 million", Look::Filled),
            ("CNY 997 million", Look::Filled)
        ]
    );
    assert!(view.overlap);
    let title = |lang| charts::untied_title(lang, &dataset, &view);
    assert_eq!(
        title(Lang::EN),
        "Not tied to one area (same scale). Amounts overlap; not added."
    );
    assert_eq!(
        title(Lang::ZH),
        "不对应单一区域（同一比例）。各数有重叠，不相加。"
    );
    // Those that do not overlap are not added either, but where they are many.
    let points = parse(POINTS).expect("a dataset").dataset;
    let view = seen(&points, &points_of(&points), "depense-usd", 1.0);
    assert_eq!(
        beside(&view, "Several places together"),
        [
            ("up to USD 310,000", Look::Filled),
            ("USD 612,400.5", Look::Filled)
        ]
    );
    assert!(!view.overlap);
    let many = parse(many()).expect("a dataset").dataset;
    let measure = Measure::all(&many)[1].word(&many).to_owned();
    let view = seen(&many, &points_of(&many), &measure, 1.0);
    for group in &view.untied {
        assert!(group.coins.len() <= 3, "{:?}", group.coins);
    }
}

#[test]
fn other_quantities_are_outlined_and_estimates_dashed() {
    let (_, view) = programme("money", 1.0);
    let styles: Vec<&Value> = circles(&view)
        .iter()
        .filter(|circle| circle["name"] == "Chengguan")
        .map(|circle| &circle["itemStyle"]["borderType"])
        .collect();
    assert_eq!(styles, ["solid", "dashed"], "an investment and an estimate");
    let labels = view.option["series"][0]["data"].as_array().expect("labels");
    let label = labels.iter().find(|label| label["name"] == "Chengguan");
    let label = label.expect("a label");
    assert_eq!(
        label["lines"],
        json!(["CNY 297 million", "estimated CNY 306 million"])
    );
    assert_eq!(label["note"], "Project investment");
    let looks: Vec<Look> = view.sizes.iter().map(|item| item.look).collect();
    assert_eq!(looks, [Look::Filled, Look::Outlined, Look::Dashed]);
    // Nothing of it is in the area's figure.
    assert!(
        view.figures
            .iter()
            .any(|(_, text)| text == "No figure in the source")
    );
}

#[test]
fn what_may_be_compared_shades_areas_and_has_no_circles() {
    let (_, view) = programme("records", 1.0);
    assert!(circles(&view).is_empty());
    assert!(view.untied.iter().all(|group| group.coins.is_empty()));
    let areas = view.option["geo"]["regions"].as_array().expect("areas");
    let shades: std::collections::BTreeSet<&str> = areas
        .iter()
        .filter_map(|area| area["itemStyle"]["areaColor"].as_str())
        .collect();
    assert!(shades.len() > 2, "{shades:?}");
    let (_, people) = programme("people", 1.0);
    assert!(
        !circles(&people).is_empty(),
        "persons are counted, not a rate"
    );
}

#[test]
fn a_symbol_says_how_surely_its_position_is_known() {
    let mut file: Value = serde_json::from_str(aid_atlas::PROGRAMME_JSON).expect("JSON");
    let at = |precision: &str, x: f64| json!({ "longitude": x, "latitude": 30.4, "precision": precision, "origin": "test" });
    let words = ["exact", "approximate", ""];
    let sites = words.iter().zip([90.8, 91.1, 91.4]).map(|(precision, x)| {
        json!({ "id": format!("at-{precision}"), "parent": "damxung", "coordinates": at(precision, x),
            "name": { "zh": "点", "en": format!("at {precision}") } })
    });
    let sites: Vec<Value> = sites.collect();
    let ids: Vec<&Value> = sites.iter().map(|site| &site["id"]).collect();
    file["records"][0]["places"] = json!(ids);
    file["places"]
        .as_array_mut()
        .expect("places")
        .extend(sites.clone());
    let dataset = parse(&file.to_string()).expect("a dataset").dataset;
    let view = seen(&dataset, &main_sheet(&dataset), "money", 2.0);
    let drawn = view.option["series"][1]["data"].as_array().expect("sites");
    let looks: std::collections::BTreeSet<String> = drawn
        .iter()
        .map(|site| {
            let style = &site["itemStyle"];
            let fill = match style["color"].as_str() {
                Some(color) if color == Theme::LIGHT.panel => "hollow",
                Some(color) if color.len() > 7 => "faint",
                _ => "full",
            };
            format!(
                "{fill} {}",
                style["borderType"].as_str().unwrap_or_default()
            )
        })
        .collect();
    let looks: Vec<&str> = looks.iter().map(String::as_str).collect();
    assert_eq!(
        looks,
        ["faint solid", "full solid", "hollow dashed", "hollow solid"],
        "exact, near, not stated, the area alone"
    );
    assert_eq!(view.certainties.len(), 4);
}
