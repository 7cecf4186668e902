//! A second file with places: its rows belong to records by their id, or to
//! places by their name.

use super::items::{Item, Spot};
use crate::report::{FindingKind, Findings, Where};
use std::collections::HashMap;

/// Gives the places of a second file to records.
///
/// A row whose id is that of a record is a place of that record. Another one is
/// the point of every place that records name so, by the row's name or its id.
pub fn places(items: &mut [Item], second: Vec<Item>, findings: &mut Findings) {
    let at: HashMap<String, usize> = (0..)
        .zip(items.iter())
        .filter(|(_, item)| !item.id.is_empty())
        .map(|(at, item)| (item.id.clone(), at))
        .collect();
    let mut named: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
    for (item_at, item) in items.iter().enumerate() {
        for (spot_at, spot) in item.places.iter().enumerate() {
            named
                .entry(key(&spot.name))
                .or_default()
                .push((item_at, spot_at));
        }
    }
    named.remove("");
    for row in second {
        let line = row.lines.first().copied().unwrap_or(0);
        let name = row.title.clone();
        let spots = row.places.into_iter().map(|mut spot| {
            if spot.name.is_empty() {
                spot.name.clone_from(&name);
            }
            spot
        });
        match at.get(&row.id).and_then(|at| items.get_mut(*at)) {
            Some(item) => spots.for_each(|spot| put(item, spot)),
            None => {
                for spot in spots {
                    let by_name = named.get(&key(&spot.name));
                    let Some(places) = by_name.or_else(|| named.get(&key(&row.id))) else {
                        findings.add(FindingKind::PlaceUnused, Where::line(line).of(&spot.name));
                        continue;
                    };
                    give(items, places, &spot, line, findings);
                }
            }
        }
    }
}

/// A place of a record: the one that it names so already, or one more.
fn put(item: &mut Item, spot: Spot) {
    let same = |known: &&mut Spot| known.point.is_none() && key(&known.name) == key(&spot.name);
    match item.places.iter_mut().find(same) {
        Some(known) => known.take(&spot),
        None => item.places.push(spot),
    }
}

/// The point of places that several records may name.
fn give(
    items: &mut [Item],
    places: &[(usize, usize)],
    spot: &Spot,
    line: u64,
    findings: &mut Findings,
) {
    let mut is_twice = false;
    for (item, place) in places {
        let known = items
            .get_mut(*item)
            .and_then(|item| item.places.get_mut(*place));
        match known {
            Some(known) if known.point.is_none() => known.take(spot),
            Some(known) => is_twice |= known.point != spot.point,
            None => {}
        }
    }
    if is_twice {
        findings.add(FindingKind::PlaceTwice, Where::line(line).of(&spot.name));
    }
}

impl Spot {
    /// Takes the point of the same place from elsewhere.
    fn take(&mut self, other: &Self) {
        self.point = other.point;
        self.precision = other.precision;
        if !other.name.is_empty() {
            self.name.clone_from(&other.name);
        }
        if self.country.is_empty() {
            self.country.clone_from(&other.country);
        }
    }
}

/// A name as it is compared.
fn key(name: &str) -> String {
    name.trim().to_lowercase()
}
