//! Countries, regions and locations as places.

use super::location::Location;
use super::share::Share;
use crate::countries;
use crate::draft::{Coordinates, Ids, Place, Words};
use std::collections::HashMap;

/// The places of all activities, each once.
#[derive(Default)]
pub struct Places {
    /// The list; a country stands before what lies in it.
    pub all: Vec<Place>,
    ids: Ids,
    by_key: HashMap<String, String>,
    origin: String,
}

impl Places {
    /// Places whose points are those of a file.
    pub fn of_file(name: &str) -> Self {
        Self {
            origin: name.to_owned(),
            ..Self::default()
        }
    }

    /// The places of a record: its locations, or else its countries and regions.
    pub fn of(&mut self, locations: &[Location], countries: &[Share]) -> Vec<String> {
        let areas: Vec<String> = countries.iter().map(|share| self.area(share)).collect();
        if locations.is_empty() {
            return once(areas);
        }
        // Of several countries the file does not say which one a location is in.
        let parent = match areas.as_slice() {
            [one] => Some(one.as_str()),
            _ => None,
        };
        once(
            locations
                .iter()
                .map(|at| self.location(at, parent))
                .collect(),
        )
    }

    fn area(&mut self, share: &Share) -> String {
        let key = match share.code.as_str() {
            "" => format!("{} {}", share.vocabulary, share.name.first()),
            code => format!("{} {code}", share.vocabulary),
        };
        if let Some(id) = self.by_key.get(&key) {
            return id.clone();
        }
        let by_code = || {
            let is_country = share.vocabulary == "country";
            let known = is_country.then(|| countries::named(&share.code)).flatten();
            known.unwrap_or_else(|| Words::same(&share.code))
        };
        let name = share.name.clone().or(by_code);
        let level = Some(share.vocabulary.clone());
        self.put(
            key.clone(),
            &key,
            Place {
                id: String::new(),
                name,
                level,
                parent: None,
                coordinates: None,
            },
        )
    }

    fn location(&mut self, at: &Location, parent: Option<&str>) -> String {
        let point = at.point.map(|(north, east)| format!("{north}, {east}"));
        let key = format!(
            "at {}|{}|{}|{}",
            at.name.first(),
            point.as_deref().unwrap_or_default(),
            at.precision,
            parent.unwrap_or_default()
        );
        if let Some(id) = self.by_key.get(&key) {
            return id.clone();
        }
        let name = at.name.clone();
        let name = name.or(|| Words::same(point.as_deref().unwrap_or_default()));
        let wanted = name.first().to_owned();
        let coordinates = at.point.map(|(latitude, longitude)| Coordinates {
            longitude,
            latitude,
            precision: at.precision,
            origin: self.origin.clone(),
        });
        self.put(
            key,
            &wanted,
            Place {
                id: String::new(),
                name,
                level: Some("location".to_owned()),
                parent: parent.map(str::to_owned),
                coordinates,
            },
        )
    }

    fn put(&mut self, key: String, wanted: &str, mut place: Place) -> String {
        let id = self.ids.make(wanted, "place");
        place.id.clone_from(&id);
        self.all.push(place);
        self.by_key.insert(key, id.clone());
        id
    }
}

/// The same without what stands there already.
fn once(all: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    all.into_iter()
        .filter(|id| seen.insert(id.clone()))
        .collect()
}
