//! The places of the embedded dataset, and their outlines.

mod support;

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
