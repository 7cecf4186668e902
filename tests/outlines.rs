//! From files of outlines to flat sheets.
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

use model::Fault;
use outlines::{Extent, LAND, Point, Projection, Shape, Sheet, read};
use serde_json::{Value, json};

const SQUARE: [[f64; 2]; 5] = [
    [10.0, 50.0],
    [12.0, 50.0],
    [12.0, 51.0],
    [10.0, 51.0],
    [10.0, 50.0],
];

fn feature(id: Value, properties: Value, geometry: Value) -> Value {
    json!({ "type": "Feature", "id": id, "properties": properties, "geometry": geometry })
}

fn collection(features: Vec<Value>) -> String {
    json!({ "type": "FeatureCollection", "features": features }).to_string()
}

fn polygon(ring: &[[f64; 2]]) -> Value {
    json!({ "type": "Polygon", "coordinates": [ring] })
}

fn shape(id: &str, ring: &[[f64; 2]]) -> Shape {
    Shape {
        id: Some(id.to_owned()),
        polygons: vec![vec![ring.iter().map(|[x, y]| (*x, *y)).collect()]],
        label: None,
    }
}

fn land() -> Vec<Shape> {
    let text = std::fs::read_to_string("public/geometry/land.json").expect("the land");
    read(&text).expect("outlines")
}

/// Whether a point lies in a ring.
fn holds(ring: &[Point], (x, y): Point) -> bool {
    let next = ring.iter().cycle().skip(1);
    let crossings = ring.iter().zip(next).filter(|((ax, ay), (bx, by))| {
        (*ay > y) != (*by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax)
    });
    crossings.count() % 2 == 1
}

/// The polygons of an id in what ECharts draws.
fn drawn(geojson: &str, id: &str) -> Vec<Vec<Vec<Point>>> {
    let value: Value = serde_json::from_str(geojson).expect("JSON");
    let features = value["features"].as_array().expect("features");
    features
        .iter()
        .filter(|feature| feature["properties"]["id"] == id)
        .flat_map(|feature| {
            serde_json::from_value::<Vec<Vec<Vec<Point>>>>(
                feature["geometry"]["coordinates"].clone(),
            )
            .expect("polygons")
        })
        .collect()
}

fn is_on(geojson: &str, id: &str, point: Point) -> bool {
    drawn(geojson, id).iter().any(|polygon| {
        polygon.first().is_some_and(|outer| holds(outer, point))
            && !polygon.iter().skip(1).any(|hole| holds(hole, point))
    })
}

#[test]
fn geojson_is_read_with_ids_of_either_kind() {
    let text = collection(vec![
        feature(json!("a"), json!({}), polygon(&SQUARE)),
        feature(
            json!(7),
            json!({ "id": "b", "cp": [11.0, 50.5] }),
            polygon(&SQUARE),
        ),
        feature(
            json!(8),
            Value::Null,
            json!({ "type": "GeometryCollection", "geometries": [
            { "type": "Point", "coordinates": [1, 2] },
            { "type": "MultiPolygon", "coordinates": [[SQUARE], [SQUARE]] },
        ] }),
        ),
        feature(
            json!("point"),
            json!({}),
            json!({ "type": "Point", "coordinates": [1, 2, 3] }),
        ),
        feature(json!("none"), json!({}), Value::Null),
    ]);
    let shapes = read(&text).expect("outlines");
    let ids: Vec<_> = shapes.iter().map(|s| s.id.as_deref()).collect();
    assert_eq!(ids, [Some("a"), Some("b"), Some("8")]);
    assert_eq!(shapes[1].label, Some((11.0, 50.5)));
    assert_eq!(shapes[2].polygons.len(), 2);
    assert_eq!(shapes[0].polygons[0][0][1], (12.0, 50.0));
}

#[test]
fn a_height_and_a_bare_geometry_are_read_too() {
    let high: Vec<[f64; 3]> = SQUARE.iter().map(|[x, y]| [*x, *y, 900.0]).collect();
    let text = json!({ "type": "Polygon", "coordinates": [high] }).to_string();
    let shapes = read(&text).expect("outlines");
    assert_eq!(shapes[0].polygons, shape("", &SQUARE).polygons);
}

#[test]
fn topojson_is_read_with_and_without_a_transform() {
    // Two neighbours that share the arc 0, one of them backwards.
    let plain = json!({
        "type": "Topology",
        "objects": { "all": { "type": "GeometryCollection", "geometries": [
            { "type": "Polygon", "id": "west", "arcs": [[0, 1]] },
            { "type": "MultiPolygon", "properties": { "id": "east" }, "arcs": [[[-1, 2]]] },
        ] } },
        "arcs": [[[1, 0], [1, 1]], [[1, 1], [0, 1], [0, 0], [1, 0]], [[1, 0], [2, 0], [2, 1], [1, 1]]],
    });
    let shapes = read(&plain.to_string()).expect("outlines");
    assert_eq!(
        shapes[0].polygons[0][0],
        [(1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0), (1.0, 0.0)]
    );
    assert_eq!(shapes[1].id.as_deref(), Some("east"));
    assert_eq!(
        shapes[1].polygons[0][0][..3],
        [(1.0, 1.0), (1.0, 0.0), (2.0, 0.0)]
    );

    let quantised = json!({
        "type": "Topology",
        "transform": { "scale": [0.5, 0.25], "translate": [100, 10] },
        "objects": { "all": { "type": "Polygon", "id": "a", "arcs": [[0]] } },
        "arcs": [[[0, 0], [4, 0], [0, 4], [-4, 0], [0, -4]]],
    });
    let shapes = read(&quantised.to_string()).expect("outlines");
    assert_eq!(
        shapes[0].polygons[0][0],
        [
            (100.0, 10.0),
            (102.0, 10.0),
            (102.0, 11.0),
            (100.0, 11.0),
            (100.0, 10.0)
        ]
    );
}

#[test]
fn a_file_without_usable_outlines_is_named_with_the_reason() {
    let fault = |text: &str| read(text).expect_err("a fault");
    assert!(matches!(fault("<html>"), Fault::Unreadable(_)));
    assert!(matches!(
        fault(r#"{"type":"Polygon","coordinates":[[[NaN,1]]]}"#),
        Fault::Unreadable(_)
    ));
    assert!(matches!(
        fault(r#"{"type":"Polygon","coordinates":[[[1]]]}"#),
        Fault::Unreadable(_)
    ));
    assert_eq!(fault("{}"), Fault::NoOutlines(String::new()));
    assert_eq!(
        fault(r#"{"type":"aid-atlas"}"#),
        Fault::NoOutlines("aid-atlas".to_owned())
    );
    let point = feature(
        json!("a"),
        json!({}),
        json!({ "type": "Point", "coordinates": [1, 2] }),
    );
    assert!(matches!(
        fault(&collection(vec![point])),
        Fault::NoOutlines(_)
    ));
    // Metres of a national grid.
    let grid = polygon(&[
        [3_400_000.0, 5_500_000.0],
        [3_500_000.0, 5_500_000.0],
        [3_400_000.0, 5_600_000.0],
    ]);
    assert!(matches!(fault(&grid.to_string()), Fault::NotDegrees(_)));
    let no_arc = r#"{"type":"Topology","objects":{"a":{"type":"Polygon","arcs":[[3]]}},"arcs":[]}"#;
    assert_eq!(fault(no_arc), Fault::NoArc("3".to_owned()));
    let far_back = r#"{"type":"Topology","objects":{"a":{"type":"Polygon","arcs":[[-9223372036854775808]]}},"arcs":[]}"#;
    assert!(matches!(fault(far_back), Fault::NoArc(_)));
}

#[test]
fn arcs_that_are_used_without_end_are_refused() {
    let arc: Vec<[f64; 2]> = (0..1000).map(|at| [f64::from(at) / 100.0, 1.0]).collect();
    let topology = |times: usize| {
        json!({
            "type": "Topology",
            "objects": { "all": { "type": "Polygon", "id": "a", "arcs": [vec![0; times]] } },
            "arcs": [arc],
        })
    };
    let usual = read(&topology(8).to_string()).expect("outlines");
    assert_eq!(usual[0].polygons[0][0].len(), 7993);
    assert!(matches!(
        read(&topology(1000).to_string()),
        Err(Fault::Unreadable(_))
    ));
}

#[test]
fn a_label_that_is_nowhere_on_earth_is_none() {
    let text = feature(json!("a"), json!({ "cp": [1e308, 0] }), polygon(&SQUARE));
    let shapes = read(&text.to_string()).expect("outlines");
    assert_eq!(shapes[0].label, None);
}

#[test]
fn an_extent_takes_the_short_way_round() {
    let extent = |points: &[Point]| Extent::of(points.iter().copied()).expect("an extent");
    let fiji = extent(&[(177.0, -18.0), (-179.0, -16.0), (-180.0, -17.0)]);
    assert_eq!((fiji.west, fiji.width), (177.0, 4.0));
    assert_eq!(fiji.middle(), 179.0);
    let europe = extent(&[(-9.0, 38.0), (25.0, 60.0)]);
    assert_eq!(
        (europe.west, europe.width, europe.height()),
        (-9.0, 34.0, 22.0)
    );
    let one = extent(&[(30.0, 10.0)]);
    assert_eq!((one.west, one.width, one.height()), (30.0, 0.0, 0.0));
    assert_eq!(extent(&[(370.0, 0.0), (5.0, 0.0)]).width, 5.0);
    assert_eq!(Extent::of(std::iter::empty()), None);
}

#[test]
fn the_projection_follows_from_what_is_to_be_seen() {
    let of =
        |points: &[Point]| Projection::of(&Extent::of(points.iter().copied()).expect("an extent"));
    // A degree of longitude is half as long as one of latitude at 60°.
    let north = of(&[(10.0, 59.0), (14.0, 61.0)]);
    assert!((north.aspect() - 0.5).abs() < 1e-9, "{north:?}");
    assert!((of(&[(10.0, 0.0), (14.0, 0.0)]).aspect() - 1.0).abs() < 1e-9);
    let world = of(&[(-120.0, -30.0), (140.0, 60.0)]);
    assert!(matches!(world, Projection::EqualEarth { .. }));
    // Equal Earth keeps areas: strips of the same area have the same area.
    let strip = |south: f64, north: f64| {
        let (left, low) = world.place((world.middle(), south));
        let (right, high) = world.place((world.middle() + 1.0, north));
        let (_, far) = (left, world.place((world.middle() + 1.0, south)));
        (high - low) * (f64::midpoint(right, far.0) - left)
    };
    let on_earth = |south: f64, north: f64| north.to_radians().sin() - south.to_radians().sin();
    let ratio = |a: f64| strip(a, a + 1.0) / on_earth(a, a + 1.0);
    for latitude in [-80.0, -45.0, 10.0, 60.0, 75.0] {
        assert!(
            (ratio(latitude) / ratio(0.0) - 1.0).abs() < 0.01,
            "{latitude}"
        );
    }
}

#[test]
fn places_on_both_sides_of_180_degrees_lie_side_by_side() {
    let islands = [
        shape(
            "west",
            &[
                [177.0, -18.0],
                [178.0, -18.0],
                [178.0, -17.0],
                [177.0, -17.0],
            ],
        ),
        shape(
            "east",
            &[
                [-179.0, -18.0],
                [-178.0, -18.0],
                [-178.0, -17.0],
                [-179.0, -17.0],
            ],
        ),
        // Written with a step across it, and beyond it.
        shape(
            "across",
            &[
                [179.5, -16.0],
                [-179.5, -16.0],
                [-179.5, -15.0],
                [179.5, -15.0],
            ],
        ),
    ];
    let (sheet, geojson) = Sheet::new(&[], &islands, |_| true, &[]).expect("a sheet");
    let ((west, _), (east, _)) = sheet.bounds();
    assert!((east - west - 5.0).abs() < 1e-6, "{west} {east}");
    let x = |id: &str| sheet.area(id).expect("an area").0;
    assert!(x("west") < x("across") && x("across") < x("east"));
    let across = &drawn(&geojson, "across")[0][0];
    assert!(
        across.iter().all(|(x, _)| (west..=east).contains(x)),
        "{across:?}"
    );
    // A place's point lies in its outline.
    assert!(is_on(&geojson, "east", sheet.place((-178.5, -17.5))));
}

#[test]
fn a_label_lies_within_its_area() {
    // A horseshoe, whose middle is empty, and one with a hole.
    let horseshoe = shape(
        "u",
        &[
            [0.0, 0.0],
            [9.0, 0.0],
            [9.0, 8.0],
            [7.0, 8.0],
            [7.0, 1.0],
            [2.0, 1.0],
            [2.0, 8.0],
            [0.0, 8.0],
        ],
    );
    let mut ring = shape("o", &[[20.0, 0.0], [29.0, 0.0], [29.0, 9.0], [20.0, 9.0]]);
    ring.polygons[0].push(vec![(22.0, 1.0), (28.5, 1.0), (28.5, 8.5), (22.0, 8.5)]);
    let (sheet, geojson) = Sheet::new(&[], &[horseshoe, ring], |_| true, &[]).expect("a sheet");
    for id in ["u", "o"] {
        let label = sheet.area(id).expect("a label");
        assert!(is_on(&geojson, id, label), "{id} {label:?}");
    }
    // Nothing has no inside.
    let flat = shape("flat", &[[0.0, 0.0], [1.0, 0.0]]);
    let (sheet, _) = Sheet::new(&[], &[flat], |_| true, &[]).expect("a sheet");
    assert_eq!(sheet.area("flat"), None);
}

#[test]
fn the_land_is_where_it_is() {
    let land = land();
    let cities = [
        ("Paris", (2.35, 48.85), true),
        ("Moscow", (37.6, 55.75), true),
        ("Nairobi", (36.8, -1.3), true),
        ("Alice Springs", (133.9, -23.7), true),
        ("Denver", (-105.0, 39.7), true),
        ("Brasília", (-47.9, -15.8), true),
        ("Chukotka, east of 180°", (-175.0, 66.5), true),
        ("Antarctica", (20.0, -80.0), true),
        ("South Pole", (0.0, -89.5), true),
        ("Atlantic", (-30.0, 30.0), false),
        ("Pacific", (-150.0, 0.0), false),
        ("Indian Ocean", (80.0, -30.0), false),
        ("Arctic Ocean", (0.0, 88.0), false),
    ];
    // Maps of the whole Earth, wherever their middle is; then of small parts.
    for middle in [0.0, 10.0, 100.0, -175.0, -60.0] {
        let corners: Vec<Point> = (0..17)
            .map(|step| {
                (
                    middle - 160.0 + f64::from(step) * 20.0,
                    if step % 2 == 0 { -60.0 } else { 70.0 },
                )
            })
            .collect();
        let (sheet, geojson) = Sheet::new(&corners, &[], |_| true, &land).expect("a sheet");
        assert!(sheet.has_land());
        for (name, point, is_land) in cities {
            let at = sheet.place(point);
            assert_eq!(is_on(&geojson, LAND, at), is_land, "{name} about {middle}°");
        }
    }
    for (name, (x, y), is_land) in cities {
        if y < -85.0 {
            continue;
        }
        let around = [(x - 0.5, y - 0.5), (x + 0.5, y + 0.5)];
        let (sheet, geojson) = Sheet::new(&around, &[], |_| true, &land).expect("a sheet");
        assert_eq!(
            is_on(&geojson, LAND, sheet.place((x, y))),
            is_land,
            "{name}"
        );
        // Only what lies near is drawn.
        assert!(geojson.len() < 120_000, "{name}: {}", geojson.len());
    }
}

#[test]
fn a_sheet_shows_what_the_dataset_knows_and_has_room_for_points() {
    let far = shape("elsewhere", &[[100.0, 0.0], [110.0, 0.0], [110.0, 9.0]]);
    let near = shape("here", &SQUARE);
    let (sheet, geojson) = Sheet::new(&[], &[far, near], |id| id == "here", &[]).expect("a sheet");
    assert_eq!(sheet.bounds(), ((10.0, 50.0), (12.0, 51.0)));
    assert!(!drawn(&geojson, "elsewhere").is_empty(), "drawn beside it");

    let (sheet, _) = Sheet::new(&[(30.0, 10.0)], &[], |_| true, &[]).expect("a sheet");
    let ((west, south), (east, north)) = sheet.bounds();
    assert!(
        west < 29.6 && east > 30.4 && south < 9.6 && north > 10.4,
        "not a point alone"
    );
    let (sheet, _) =
        Sheet::new(&[(30.0, 10.0), (34.0, 12.0)], &[], |_| true, &[]).expect("a sheet");
    let ((west, south), (east, north)) = sheet.bounds();
    assert!(
        west < 30.0 && east > 34.0 && south < 10.0 && north > 12.0,
        "points have room"
    );
    assert!(Sheet::new(&[], &[], |_| true, &land()).is_none());
}
