//! The examples of docs/formats.md are read as it says.
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod tabled;

use model::Qualifier;
use tabled::{dataset, points, read, record};

/// The first block of code of a language in the page on formats.
fn block(language: &str) -> String {
    let page = include_str!("../../../docs/formats.md");
    let start = format!("```{language}\n");
    let (_, rest) = page.split_once(&start).expect("a block");
    let (code, _) = rest.split_once("```").expect("its end");
    code.to_owned()
}

#[test]
fn the_table_is_two_records_with_their_places_and_amounts() {
    let imported = read("wells.csv", block("csv").as_bytes()).expect("a table");
    let dataset = dataset(&imported);
    assert_eq!(dataset.records.len(), 2);
    let wells = record(&dataset, "w-1");
    assert_eq!(points(&dataset, wells), [(16.65, -14.95), (16.52, -15.5)]);
    let amounts: Vec<_> = wells
        .values
        .iter()
        .map(|v| (v.stated.to_string(), v.qualifier))
        .collect();
    let expected = [("1250000", Qualifier::Exact), ("300000", Qualifier::About)];
    assert_eq!(
        amounts,
        expected.map(|(digits, qualifier)| (digits.to_owned(), qualifier))
    );
    let school = record(&dataset, "s-1");
    assert_eq!(school.values[0].stated.to_string(), "3200000");
    assert_eq!(school.organisations.len(), 2);
}

#[test]
fn the_feature_is_a_record_with_a_point() {
    let imported = read("wells.geojson", block("json").as_bytes()).expect("GeoJSON");
    let dataset = dataset(&imported);
    assert_eq!(points(&dataset, record(&dataset, "w-1")), [(16.65, -14.95)]);
}
