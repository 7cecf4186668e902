//! Places where something is done.

use super::fields::Around;
use super::xml::Node;
use crate::FindingKind;
use crate::draft::Words;

/// A place where something is done.
#[derive(Clone, Debug)]
pub struct Location {
    /// Its name, or nothing.
    pub name: Words,
    /// Degrees north and east.
    pub point: Option<(f64, f64)>,
    /// What the point stands for, in the dataset's word.
    pub precision: &'static str,
}

/// A location with a name or a point.
pub fn location(node: &Node, around: &mut Around<'_>) -> Option<Location> {
    let name = around.words_of(node, "name");
    let old = node.one("coordinates");
    let new = node.one("point").and_then(|point| point.one("pos"));
    let written = match (new, old) {
        (Some(pos), _) => Some(pos.text.clone()),
        (None, Some(at)) => {
            let of = |name| at.attribute(name).unwrap_or_default();
            Some(format!("{} {}", of("latitude"), of("longitude")))
        }
        (None, None) => None,
    };
    let point = written
        .filter(|text| !text.trim().is_empty())
        .and_then(|text| {
            let numbers: Vec<Option<f64>> = text
                .split([' ', ',', '\t', '\n', '\r'])
                .filter(|part| !part.is_empty())
                .map(|part| part.parse().ok().filter(|n: &f64| n.is_finite()))
                .collect();
            let kind = match numbers[..] {
                [Some(north), Some(east)] if north == 0.0 && east == 0.0 => {
                    FindingKind::PointAtZero
                }
                [Some(north), Some(east)] if north.abs() > 90.0 || east.abs() > 180.0 => {
                    FindingKind::OffEarth
                }
                [Some(north), Some(east)] => return Some((north, east)),
                _ => FindingKind::BadPoint,
            };
            around.add(kind, node, &text);
            None
        });
    let exactness = node.one("exactness").and_then(|of| of.attribute("code"));
    let precision = old.and_then(|of| of.attribute("precision"));
    let precision = match (exactness, precision) {
        (Some("1"), _) | (None, Some("1")) => "exact",
        (Some("2"), _) | (None, Some("2" | "3" | "4" | "5" | "6")) => "approximate",
        (None, Some("8")) => "seat",
        _ => "",
    };
    (point.is_some() || !name.is_empty()).then_some(Location {
        name,
        point,
        precision,
    })
}
