//! The lists that records refer to.

use super::names::{Names, date, find};
use super::raw;
use crate::{
    Coordinates, CopyState, Document, Fault, List, Map, Place, PlaceIx, Plan, Problem, Purpose,
    Section, below_app,
};
use serde_json::value::RawValue;

/// How many places may lie within each other.
const DEEPEST: usize = 32;

pub(super) fn document(document: raw::Document) -> Document {
    let raw::Document {
        id,
        title,
        publisher,
        published,
        language,
        heading,
        truncated,
        copy,
        note,
        sections,
    } = document;
    let sections = sections
        .into_iter()
        .map(|s| Section {
            id: s.id,
            title: s.title,
            heading: s.heading,
            paragraphs: s.paragraphs,
        })
        .collect();
    let copy = copy.unwrap_or(if truncated {
        CopyState::Truncated
    } else {
        CopyState::Complete
    });
    Document {
        id,
        title,
        publisher,
        published,
        language,
        heading,
        copy,
        note,
        sections,
    }
}

pub(super) fn purpose(raw: raw::Dac) -> Purpose {
    Purpose {
        code: raw.code,
        name: raw.name,
    }
}

pub(super) fn plans(plans: Vec<raw::Plan>) -> Result<Vec<Plan>, Problem> {
    plans
        .into_iter()
        .enumerate()
        .map(|(position, plan)| {
            let problem = |fault| Problem::of(List::Plans, position, &plan.id, fault);
            let from = date(&plan.from).map_err(problem)?;
            let to = date(&plan.to).map_err(problem)?;
            if from.first_day() > to.last_day() {
                return Err(problem(Fault::EndsBeforeItBegins));
            }
            Ok(Plan {
                id: plan.id,
                name: plan.name,
                short: plan.short,
                from,
                to,
            })
        })
        .collect()
}

/// Places, and those whose parent was left out since it lies too deep.
pub(super) fn places(
    places: Vec<raw::Place>,
    names: &Names,
    problems: &mut Vec<Problem>,
) -> Result<Vec<Place>, Problem> {
    let mut depths = Vec::with_capacity(places.len());
    places
        .into_iter()
        .enumerate()
        .map(|(position, place)| {
            let problem = |fault| Problem::of(List::Places, position, &place.id, fault);
            let mut parent = match &place.parent {
                None => None,
                Some(id) => {
                    let parent = find(List::Places, &names.places, id).map_err(problem)?;
                    if parent >= position {
                        return Err(problem(Fault::ParentAfter(id.clone())));
                    }
                    Some(parent)
                }
            };
            let mut depth = parent.map_or(0, |at| depths[at] + 1);
            if depth > DEEPEST {
                problems.push(problem(Fault::TooDeep));
                (parent, depth) = (None, 0);
            }
            depths.push(depth);
            let coordinates = place.coordinates.map(|c| Coordinates {
                longitude: c.longitude,
                latitude: c.latitude,
                precision: c.precision,
                origin: c.origin,
            });
            if let Some(c) = &coordinates
                && !((-180.0..=180.0).contains(&c.longitude)
                    && (-90.0..=90.0).contains(&c.latitude))
            {
                return Err(Problem::of(
                    List::Places,
                    position,
                    &place.id,
                    Fault::OffEarth,
                ));
            }
            Ok(Place {
                id: place.id,
                name: place.name,
                aliases: place.aliases,
                level: place.level,
                parent: parent.map(PlaceIx::of),
                coordinates,
            })
        })
        .collect()
}

/// Maps with their positions in the file. One that is wrong costs itself only;
/// a file elsewhere is never fetched, but the map's place stands.
pub(super) fn maps(
    raws: &[&RawValue],
    names: &Names,
    problems: &mut Vec<Problem>,
) -> (Vec<Map>, Vec<usize>) {
    let (mut maps, mut origins) = (Vec::new(), Vec::new());
    for (position, raw) in raws.iter().enumerate() {
        let mut report = |id: &str, fault| {
            problems.push(Problem::of(List::Maps, position, id, fault));
        };
        let map = match serde_json::from_str::<raw::Map>(raw.get()) {
            Ok(map) => map,
            Err(error) => {
                report("", Fault::unreadable(&error));
                continue;
            }
        };
        let place = match find(List::Places, &names.places, &map.place) {
            Ok(place) => PlaceIx::of(place),
            Err(fault) => {
                report(&map.id, fault);
                continue;
            }
        };
        let file = map.file.filter(|file| {
            let below = below_app(file).is_some();
            if !below {
                report(&map.id, Fault::BadFile(file.clone()));
            }
            below
        });
        origins.push(position);
        maps.push(Map {
            id: map.id,
            place,
            file,
            origin: map.origin,
        });
    }
    (maps, origins)
}
