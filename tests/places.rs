//! The places of the embedded dataset, and their outlines.

mod support;

use model::{Lang, RecordIx};
use query::{Filter, Index};
use support::embedded as dataset;

#[test]
fn lhasa_has_eight_divisions_and_four_districts_of_beijing_are_paired_without_saying_how() {
    let dataset = dataset();
    let divisions: Vec<_> = dataset
        .place_indices()
        .filter(|ix| dataset.is_area(*ix) && dataset.is_on_map(*ix))
        .collect();
    assert_eq!(divisions.len(), 8);
    assert_eq!(
        divisions
            .iter()
            .filter(|ix| dataset.place(**ix).level == dataset.level_by_id("district"))
            .count(),
        3
    );
    let pairing = dataset.record_by_id("pairing").expect("a record");
    let pairing = dataset.record(pairing);
    assert_eq!(pairing.places.len(), 8, "all four and all four, together");
}

#[test]
fn every_site_with_coordinates_lies_within_its_division() {
    let dataset = dataset();
    let json = include_str!("../public/geometry/lhasa.json");
    let geometry: serde_json::Value = serde_json::from_str(json).expect("geometry");
    let mut checked = 0;
    for ix in dataset.place_indices() {
        let place = dataset.place(ix);
        let (Some(at), Some(division)) = (&place.coordinates, dataset.area_of(ix)) else {
            continue;
        };
        let id = &dataset.place(division).id;
        let features = geometry["features"].as_array().expect("features");
        let feature = features
            .iter()
            .find(|f| f["properties"]["id"] == **id)
            .unwrap_or_else(|| panic!("outline {id}"));
        let ring = feature["geometry"]["coordinates"][0]
            .as_array()
            .expect("a ring");
        let corner = |i: usize| {
            (
                ring[i][0].as_f64().unwrap_or(0.0),
                ring[i][1].as_f64().unwrap_or(0.0),
            )
        };
        let mut inside = false;
        for i in 1..ring.len() {
            let ((ax, ay), (bx, by)) = (corner(i - 1), corner(i));
            let crosses = (ay > at.latitude) != (by > at.latitude);
            inside ^= crosses && at.longitude < (bx - ax) * (at.latitude - ay) / (by - ay) + ax;
        }
        assert!(inside, "{} lies outside {id}", place.id);
        checked += 1;
    }
    assert!(checked >= 8, "only {checked} places were checked");
}

/// Outlines are keyed by place ids of the dataset.
#[test]
fn every_outline_belongs_to_a_division_or_a_district() {
    let dataset = dataset();
    let lhasa: serde_json::Value =
        serde_json::from_str(include_str!("../public/geometry/lhasa.json")).expect("geometry");
    for feature in lhasa["features"].as_array().expect("features") {
        let id = feature["properties"]["id"].as_str().expect("an id");
        assert!(
            dataset
                .place_by_id(id)
                .is_some_and(|ix| dataset.is_area(ix)),
            "{id}"
        );
    }
    let beijing: serde_json::Value =
        serde_json::from_str(include_str!("../public/geometry/beijing.json")).expect("geometry");
    let outlines = beijing["features"].as_array().expect("features");
    for id in ["dongcheng", "tongzhou", "shunyi", "mentougou"] {
        assert!(outlines.iter().any(|f| f["properties"]["id"] == id), "{id}");
        assert!(dataset.place_by_id(id).is_some());
    }
}

/// Whether these are Tibetan letters.
fn is_tibetan(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| ('\u{f00}'..='\u{fff}').contains(&c))
}

#[test]
fn names_that_others_have_recorded_say_where_they_are_from_and_none_is_guessed() {
    let dataset = dataset();
    let mut named = 0;
    for place in &dataset.places {
        for other in &place.names {
            assert_eq!(other.lang.tag(), "bo", "{}", place.id);
            assert!(is_tibetan(&other.name), "{}: {}", place.id, other.name);
            let has_number = other.origin.contains("BDRC G") || other.origin.contains("GeoNames ");
            assert!(has_number, "{}: {}", place.id, other.origin);
            named += 1;
        }
    }
    assert_eq!(named, 8);
    let chengguan = dataset.place_by_id("chengguan").expect("a place");
    assert!(
        dataset.place(chengguan).names.is_empty(),
        "no source has one"
    );
    assert!(
        !dataset.languages.contains(&Lang::of("bo")),
        "names alone are no language to read a page in"
    );
}

#[test]
fn a_place_is_found_by_what_its_people_call_it_and_its_tooltip_and_exports_say_so() {
    let dataset = dataset();
    let nyemo = dataset.place_by_id("nyemo").expect("a place");
    let name = &dataset.place(nyemo).names[0].name;
    let index = Index::new(&dataset, |record| text::said(&dataset, record));
    let find = |text: &str| {
        index.select(&Filter {
            text: text.to_owned(),
            ..Filter::default()
        })
    };
    let found = find(name);
    assert!(!found.is_empty());
    let names_it = |ix: &RecordIx| dataset.record(*ix).places.contains(&nyemo);
    assert!(found.iter().all(names_it));
    let tip = text::names::place_with_others(Lang::EN, dataset.place(nyemo));
    assert_eq!(tip, format!("Nyêmo · {name}"));
    let bare = text::names::place_with_others(
        Lang::EN,
        dataset.place(dataset.place_by_id("chengguan").expect("a place")),
    );
    assert_eq!(bare, "Chengguan");
    for (reader, name) in [(Lang::EN, "Tibetan"), (Lang::ZH, "藏语")] {
        let named = text::language_named(Lang::of("bo"), reader);
        assert_eq!(named, Some(name));
    }
}
