//! GeoJSON becomes records with points; what is no point is named.

mod tabled;

use import::{FindingKind, Format, Refused};
use model::{Date, Lang, Time};
use tabled::{count, dataset, points, read, record, values};

#[test]
fn features_become_records_by_the_words_of_their_properties() {
    let text = include_bytes!("files/wells.geojson");
    let imported = read("wells.geojson", text).expect("GeoJSON");
    assert_eq!(imported.format, Format::GeoJson);
    let dataset = dataset(&imported);
    let well = record(&dataset, "w-1");
    assert_eq!(well.title.get(Lang::EN), "A deep well");
    assert_eq!(points(&dataset, well), [(16.65, -14.95)]);
    let place = dataset.place(well.places[0]);
    assert_eq!(place.name.get(Lang::EN), "A deep well");
    assert_eq!(
        values(&dataset, well),
        [(
            "amount_usd".to_owned(),
            "1304000000.50".to_owned(),
            "usd".to_owned()
        )]
    );
    assert_eq!(
        well.time.time,
        Time::Point(Date::parse("2014").expect("a year"))
    );
    assert_eq!(points(&dataset, record(&dataset, "w-2")).len(), 2);
    let [(lat, lon)] = points(&dataset, record(&dataset, "w-3"))[..] else {
        panic!("one point");
    };
    assert!((0.3..0.4).contains(&lat) && (0.6..0.7).contains(&lon));
    for kind in [
        FindingKind::ShapePoint("Polygon".to_owned()),
        FindingKind::NotANumber,
        FindingKind::PointTurned,
        FindingKind::NoGeometry,
    ] {
        assert_eq!(count(&imported, &kind), 1, "{kind:?}");
    }
}

#[test]
fn what_is_no_geojson_is_refused_with_its_place() {
    let broken = read(
        "x.geojson",
        b"{\"type\": \"FeatureCollection\",\n \"features\": [}",
    );
    assert!(
        matches!(broken, Err(Refused::Unreadable { line: 2, .. })),
        "{broken:?}"
    );
    let empty = read(
        "x.geojson",
        b"{\"type\": \"FeatureCollection\", \"features\": []}",
    );
    assert_eq!(empty, Err(Refused::NothingToShow(Format::GeoJson)));
}

#[test]
fn a_bare_geometry_is_one_record() {
    let imported = read(
        "x.geojson",
        b"{\"type\": \"Point\", \"coordinates\": [2.5, 13.5]}",
    )
    .expect("GeoJSON");
    let dataset = dataset(&imported);
    assert_eq!(points(&dataset, &dataset.records[0]), [(13.5, 2.5)]);
    assert_eq!(count(&imported, &FindingKind::NoTitle), 1);
}
