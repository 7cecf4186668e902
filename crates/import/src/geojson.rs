//! GeoJSON to a table: a feature is a row, its properties are cells, and its
//! points belong to the row.
//!
//! Points are the row's places. Of a line or an area a point within is computed,
//! which the report says; its shape is not kept.

use crate::csv::table::{Degrees, Lines, Row, Table, WIDEST};
use crate::csv::{records, text, unreadable};
use crate::mapping::{Delimiter, Mapping};
use crate::report::{FindingKind, Findings, Where};
use crate::shapes;
use crate::{File, Format, Imported, Refused};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::{BTreeMap, HashMap};

/// Any object of GeoJSON; which one, `type` says.
#[derive(Deserialize)]
struct Object<'a> {
    #[serde(rename = "type")]
    kind: String,
    #[serde(borrow, default)]
    features: Option<Vec<&'a RawValue>>,
}

#[derive(Deserialize)]
struct Feature<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    #[serde(default)]
    geometry: Option<Geometry>,
    #[serde(borrow, default)]
    properties: Option<BTreeMap<String, &'a RawValue>>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    coordinates: Value,
    /// Those of a collection.
    #[serde(default)]
    geometries: Vec<Self>,
}

/// Reads a file of GeoJSON.
pub(crate) fn import(
    file: &File<'_>,
    how: &Mapping,
    progress: &mut dyn FnMut(f64),
) -> Result<Imported, Refused> {
    let mut findings = Findings::default();
    let text = text(file, &mut findings);
    let table = read(&text, &mut findings, progress).map_err(|error| unreadable(&error))?;
    progress(1.0);
    records(file, Format::GeoJson, &table, how, None, findings)
}

/// Reads a text as GeoJSON.
///
/// # Errors
///
/// What the reader of JSON says where the text is no GeoJSON.
fn read(
    text: &str,
    report: &mut Findings,
    progress: &mut dyn FnMut(f64),
) -> Result<Table, serde_json::Error> {
    let text = without_nan(text, report);
    let object: Object<'_> = serde_json::from_str(&text)?;
    let mut sheet = Sheet::default();
    let mut lines = Lines::new(&text);
    match (object.kind.as_str(), object.features) {
        ("FeatureCollection", features) => {
            let features = features.unwrap_or_default();
            let count = features.len().max(1);
            for (position, raw) in features.into_iter().enumerate() {
                // A feature's text is a part of the whole.
                let place = (raw.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
                let line = lines.at(place);
                match serde_json::from_str(raw.get()) {
                    Ok(feature) => sheet.feature(feature, line, report),
                    Err(_) => report.add(FindingKind::BadFeature, Where::line(line)),
                }
                if position % 1_024 == 0 {
                    progress(position as f64 / count as f64);
                }
            }
        }
        ("Feature", _) => sheet.feature(serde_json::from_str(&text)?, 1, report),
        _ => {
            let geometry = serde_json::from_str(&text)?;
            let feature = Feature {
                id: None,
                geometry: Some(geometry),
                properties: None,
            };
            sheet.feature(feature, 1, report);
        }
    }
    Ok(sheet.table())
}

/// The table while it grows.
#[derive(Default)]
struct Sheet {
    heads: Vec<String>,
    known: HashMap<String, usize>,
    rows: Vec<Row>,
}

impl Sheet {
    fn feature(&mut self, feature: Feature<'_>, line: u64, report: &mut Findings) {
        let item = match feature.id {
            Some(id) => id.get().trim_matches('"').to_owned(),
            None => format!("#{}", self.rows.len() + 1),
        };
        let place = Where::line(line).of(&item);
        let mut cells = vec![String::new(); self.heads.len()];
        let properties = feature.properties.unwrap_or_default();
        let has_id = properties.contains_key("id");
        let id = feature
            .id
            .filter(|_| !has_id)
            .map(|id| ("id".to_owned(), id));
        for (head, raw) in id.into_iter().chain(properties) {
            let is_full = self.heads.len() >= WIDEST && !self.known.contains_key(&head);
            let Some(cell) = cell(raw).filter(|_| !is_full) else {
                report.add(FindingKind::ColumnLeftOut, Where::default().at(&head));
                continue;
            };
            let at = *self.known.entry(head).or_insert_with_key(|head| {
                self.heads.push(head.clone());
                self.heads.len() - 1
            });
            if cells.len() <= at {
                cells.resize(at + 1, String::new());
            }
            if let Some(place) = cells.get_mut(at) {
                *place = cell;
            }
        }
        let points = match feature.geometry {
            Some(geometry) => points(geometry, &place, report),
            None => {
                report.add(FindingKind::NoGeometry, place);
                Vec::new()
            }
        };
        self.rows.push(Row::new(line, &cells, points));
    }

    fn table(self) -> Table {
        Table {
            delimiter: Delimiter::Comma,
            is_guess: false,
            above: Vec::new(),
            heads: self.heads,
            head_line: 1,
            rows: self.rows,
            ragged: Vec::new(),
            has_plain_numbers: true,
        }
    }
}

/// A property as a cell, with the digits of a number as they are written; `None`
/// for an object, or a list of more than texts and numbers.
fn cell(raw: &RawValue) -> Option<String> {
    match serde_json::from_str(raw.get()).ok()? {
        Value::Null => Some(String::new()),
        Value::Number(_) => Some(raw.get().to_owned()),
        Value::Array(items) => {
            let items = items.into_iter().map(|item| match item {
                Value::String(text) => Some(text),
                Value::Number(number) => Some(number.to_string()),
                _ => None,
            });
            Some(items.collect::<Option<Vec<_>>>()?.join("|"))
        }
        Value::String(text) => Some(text),
        Value::Bool(is_so) => Some(is_so.to_string()),
        Value::Object(_) => None,
    }
}

/// The points of a geometry.
fn points(geometry: Geometry, place: &Where, report: &mut Findings) -> Vec<Degrees> {
    let positions = match (geometry.kind.as_str(), geometry.coordinates) {
        ("Point", position) => vec![position],
        ("MultiPoint", Value::Array(positions)) => positions,
        ("GeometryCollection", _) if !geometry.geometries.is_empty() => {
            let parts = geometry.geometries.into_iter();
            return parts.flat_map(|part| points(part, place, report)).collect();
        }
        (kind, coordinates) => {
            if let Some(point) = shapes::point(kind, &coordinates) {
                report.add(FindingKind::ShapePoint(kind.to_owned()), place.clone());
                return vec![point];
            }
            let kind = match KINDS.iter().find(|known| **known == kind) {
                Some(known) => (*known).to_owned(),
                None => String::new(),
            };
            report.add(FindingKind::NoPointGeometry(kind), place.clone());
            return Vec::new();
        }
    };
    let mut found = Vec::new();
    for position in positions {
        let number = |at: usize| position.get(at).and_then(Value::as_f64);
        match (number(0), number(1)) {
            (Some(longitude), Some(latitude)) => found.push(Degrees {
                longitude,
                latitude,
            }),
            _ => report.add(FindingKind::BadPoint, place.clone()),
        }
    }
    found
}

/// Geometries of which no point could be made.
const KINDS: [&str; 6] = [
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "GeometryCollection",
];

/// A text in which `null` stands for numbers that JSON does not have, which some
/// programs write all the same.
fn without_nan(text: &str, report: &mut Findings) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut lines = Lines::new(text);
    let mut is_string = false;
    while let Some(at) = rest.find(['"', '\\', 'N', 'I']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let place = text.len() - from.len();
        let word = ["NaN", "Infinity"]
            .into_iter()
            .find(|word| !is_string && from.starts_with(word));
        let taken = match word {
            Some(word) => {
                if out.ends_with('-') {
                    out.pop();
                }
                out.push_str("null");
                report.add(FindingKind::NotANumber, Where::line(lines.at(place)));
                word.len()
            }
            None if from.starts_with('\\') => {
                // What is escaped ends no string.
                let length = from.chars().take(2).map(char::len_utf8).sum();
                out.push_str(from.get(..length).unwrap_or_default());
                length
            }
            None => {
                is_string ^= from.starts_with('"');
                out.push_str(from.get(..1).unwrap_or_default());
                1
            }
        };
        rest = from.get(taken..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{read, without_nan};
    use crate::csv::table::{Degrees, Table};
    use crate::report::{FindingKind, Findings, Report, Where};

    fn table(text: &str) -> (Table, Report) {
        let mut report = Findings::default();
        let table = read(text, &mut report, &mut |_| {}).expect("GeoJSON");
        (table, report.done())
    }

    fn at(longitude: f64, latitude: f64) -> Degrees {
        Degrees {
            longitude,
            latitude,
        }
    }

    #[test]
    fn features_are_rows_and_properties_cells() {
        let (table, report) = table(
            r#"{"type": "FeatureCollection", "features": [
{"type": "Feature", "id": 7, "geometry": {"type": "Point", "coordinates": [2.5, 13.5, 300]},
 "properties": {"name": "Well", "amount": 1304000000.50, "tags": ["a", "b"], "done": true}},
{"type": "Feature", "geometry": {"type": "MultiPoint", "coordinates": [[1.5, 2.5], [3.5, 4.5]]},
 "properties": {"name": "School", "year": 2014}}]}"#,
        );
        assert_eq!(
            table.heads,
            ["id", "amount", "done", "name", "tags", "year"]
        );
        let cells = |row: usize| {
            (0..6)
                .map(|at| table.rows[row].cell(at))
                .collect::<Vec<_>>()
        };
        assert_eq!(cells(0), ["7", "1304000000.50", "true", "Well", "a|b", ""]);
        assert_eq!(cells(1), ["", "", "", "School", "", "2014"]);
        assert_eq!(table.rows[0].points, [at(2.5, 13.5)]);
        assert_eq!(table.rows[1].points, [at(1.5, 2.5), at(3.5, 4.5)]);
        assert_eq!((table.rows[0].line, table.rows[1].line), (2, 4));
        assert!(report.findings.is_empty());
    }

    #[test]
    fn one_feature_and_one_geometry_are_files_too() {
        let (one, _) = table(
            r#"{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":null}"#,
        );
        assert_eq!(one.rows[0].points, [at(1.0, 2.0)]);
        let (bare, _) = table(r#"{"type":"Point","coordinates":[1,2]}"#);
        assert_eq!(bare.rows[0].points, [at(1.0, 2.0)]);
    }

    #[test]
    fn nan_is_named_and_costs_its_own_value_only() {
        let mut findings = Findings::default();
        let text = "{\"a\": NaN,\n\"NaN \\\" NaN\": [-Infinity, 1]}";
        assert_eq!(
            without_nan(text, &mut findings),
            "{\"a\": null,\n\"NaN \\\" NaN\": [null, 1]}"
        );
        let report = findings.done();
        assert_eq!(report.findings.len(), 1);
        let finding = &report.findings[0];
        assert_eq!(
            (&finding.kind, finding.count),
            (&FindingKind::NotANumber, 2)
        );
        assert_eq!(finding.places, [Where::line(1), Where::line(2)]);
    }

    #[test]
    fn areas_get_a_point_within_and_bad_features_cost_themselves() {
        let (table, report) = table(
            r#"{"type":"FeatureCollection","features":[
{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[3,0],[3,3],[0,0]]]},"properties":{"name":"x"}},
{"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[7,8]},
 {"type":"LineString","coordinates":[[0,0],[2,0]]}]},"properties":{"name":"both"}},
{"type":"Feature","geometry":{"type":"Polygon","coordinates":[]},"properties":{"name":"none"}},
{"type":"Feature","geometry":null,"properties":{"name":"y"}},
{"type":"Feature","geometry":{"type":"Point","coordinates":[NaN,1]},"properties":{"name":"z"}},
5]}"#,
        );
        let points = |at: usize| -> Vec<(f64, f64)> {
            let points = table.rows[at].points.iter();
            points
                .map(|point| (point.longitude, point.latitude))
                .collect()
        };
        assert_eq!(table.rows.len(), 5);
        assert_eq!(points(0), [(2.0, 1.0)]);
        assert_eq!(points(1), [(7.0, 8.0), (1.0, 0.0)]);
        assert!((2..5).all(|at| points(at).is_empty()));
        let kinds: Vec<&FindingKind> = report
            .findings
            .iter()
            .map(|finding| &finding.kind)
            .collect();
        for expected in [
            FindingKind::ShapePoint("Polygon".to_owned()),
            FindingKind::ShapePoint("LineString".to_owned()),
            FindingKind::NoPointGeometry("Polygon".to_owned()),
            FindingKind::NoGeometry,
            FindingKind::NotANumber,
            FindingKind::BadPoint,
            FindingKind::BadFeature,
        ] {
            assert!(kinds.contains(&&expected), "{expected:?}");
        }
    }
}
