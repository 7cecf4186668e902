//! The lists that records refer to.

use super::names::{Names, date, find};
use super::raw;
use super::views::own_id;
use crate::{
    Background, Coordinates, CopyState, Document, Family, FamilyIx, Fault, Lang, LevelIx, List,
    Map, MapRole, Organisation, Place, PlaceIx, PlaceName, Plan, Problem, Purpose, Section, Sector,
    below_app, is_link,
};
use serde_json::value::RawValue;
use std::collections::HashSet;

/// How many places may lie within each other.
const DEEPEST: usize = 32;

/// The id that version 1 gave to the map of the provider.
const PROVIDER: &str = "provider";

pub(super) fn documents(
    raws: Vec<raw::Document>,
    languages: &[Lang],
    problems: &mut Vec<Problem>,
) -> Vec<Document> {
    raws.into_iter()
        .enumerate()
        .map(|(position, raw)| {
            let url = raw.url.filter(|url| {
                let is_safe = is_link(url);
                if !is_safe {
                    let fault = Fault::BadAddress(url.clone());
                    problems.push(Problem::of(List::Documents, position, &raw.id, fault));
                }
                is_safe
            });
            let sections = raw.sections.into_iter().map(|s| Section {
                id: s.id,
                title: s.title.ordered(languages),
                short: s.short.map(|short| short.ordered(languages)),
                heading: s.heading,
                paragraphs: s.paragraphs,
            });
            let copy = raw.copy.unwrap_or(if raw.truncated {
                CopyState::Truncated
            } else {
                CopyState::Complete
            });
            Document {
                id: raw.id,
                title: raw.title.ordered(languages),
                publisher: raw.publisher.ordered(languages),
                published: raw.published.ordered(languages),
                language: raw.language,
                heading: raw.heading,
                url,
                copy,
                note: raw.note.map(|note| note.ordered(languages)),
                sections: sections.collect(),
            }
        })
        .collect()
}

/// Codes of a sector or a record; `dac` is what version 1 had.
pub(super) fn codes(
    codes: Vec<raw::Code>,
    dac: Option<raw::Code>,
    languages: &[Lang],
) -> Vec<Purpose> {
    dac.into_iter()
        .chain(codes)
        .map(|raw| Purpose {
            vocabulary: raw
                .vocabulary
                .unwrap_or_else(|| vocabulary_of(&raw.code).to_owned()),
            code: raw.code,
            name: raw.name.ordered(languages),
        })
        .collect()
}

/// The vocabulary of a code that names none: OECD DAC's purposes have five
/// digits and its categories three; another code is the dataset's own.
fn vocabulary_of(code: &str) -> &'static str {
    match (code.len(), code.bytes().all(|b| b.is_ascii_digit())) {
        (5, true) => "1",
        (3, true) => "2",
        _ => "99",
    }
}

pub(super) fn families(raws: Vec<raw::Family>, languages: &[Lang]) -> Vec<Family> {
    raws.into_iter()
        .map(|raw| Family {
            id: raw.id,
            name: raw.name.ordered(languages),
        })
        .collect()
}

/// Sectors; one of a family that is not there is of none.
pub(super) fn sectors(
    raws: Vec<raw::Sector>,
    names: &Names,
    problems: &mut Vec<Problem>,
) -> Vec<Sector> {
    raws.into_iter()
        .enumerate()
        .map(|(position, raw)| {
            let family = raw.family.as_ref();
            let family = family.map(|id| find(List::Families, &names.families, id));
            let family = family.transpose().unwrap_or_else(|fault| {
                problems.push(Problem::of(List::Sectors, position, &raw.id, fault));
                None
            });
            Sector {
                id: raw.id,
                name: raw.name.ordered(&names.languages),
                family: family.map(FamilyIx::of),
                codes: codes(raw.codes, raw.dac, &names.languages),
            }
        })
        .collect()
}

pub(super) fn organisations(raws: Vec<raw::Organisation>, languages: &[Lang]) -> Vec<Organisation> {
    raws.into_iter()
        .map(|raw| Organisation {
            id: raw.id,
            name: raw.name.ordered(languages),
            aliases: raw.aliases,
        })
        .collect()
}

pub(super) fn periods(periods: Vec<raw::Period>, languages: &[Lang]) -> Result<Vec<Plan>, Problem> {
    periods
        .into_iter()
        .enumerate()
        .map(|(position, raw)| {
            let problem = |fault| Problem::of(List::Periods, position, &raw.id, fault);
            let from = date(&raw.from).map_err(problem)?;
            let to = date(&raw.to).map_err(problem)?;
            if from.first_day() > to.last_day() {
                return Err(problem(Fault::EndsBeforeItBegins));
            }
            let name = raw.name.ordered(languages);
            Ok(Plan {
                id: raw.id,
                short: raw
                    .short
                    .map_or_else(|| name.clone(), |s| s.ordered(languages)),
                name,
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
            let level = place
                .level
                .as_ref()
                .map(|id| find(List::Levels, &names.levels, id).map(LevelIx::of))
                .transpose()
                .map_err(problem)?;
            if place.names.iter().any(|other| other.name.trim().is_empty()) {
                return Err(problem(Fault::NoText("names".to_owned())));
            }
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
                name: place.name.ordered(&names.languages),
                aliases: place.aliases,
                names: place.names.into_iter().map(place_name).collect(),
                level,
                parent: parent.map(PlaceIx::of),
                coordinates,
            })
        })
        .collect()
}

fn place_name(raw: raw::PlaceName) -> PlaceName {
    PlaceName {
        lang: raw.lang,
        name: raw.name,
        origin: raw.origin,
    }
}

/// Maps with their positions in the file. One that is wrong costs itself only;
/// a file elsewhere is never fetched, but the map's place stands.
pub(super) fn maps(
    raws: &[&RawValue],
    names: &Names,
    problems: &mut Vec<Problem>,
) -> (Vec<Map>, Vec<usize>) {
    let (mut maps, mut origins) = (Vec::new(), Vec::new());
    let mut ids = HashSet::new();
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
        if let Err(fault) = own_id(&map.id, &mut ids) {
            report(&map.id, fault);
            continue;
        }
        let place = map.place.as_ref();
        let place = place.map(|id| find(List::Places, &names.places, id).map(PlaceIx::of));
        let place = match place.transpose() {
            Ok(place) => place,
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
        let in_order = |text: Option<crate::Text>| text.map(|text| text.ordered(&names.languages));
        origins.push(position);
        maps.push(Map {
            role: map.role.unwrap_or(if map.id == PROVIDER {
                MapRole::Inset
            } else {
                MapRole::Main
            }),
            id: map.id,
            place,
            background: map.background.unwrap_or(if file.is_some() {
                Background::None
            } else {
                Background::Land
            }),
            file,
            caption: in_order(map.caption),
            note: in_order(map.note),
            origin: in_order(map.origin),
        });
    }
    (maps, origins)
}
