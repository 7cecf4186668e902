//! Who, where, and the code of the purpose.

use super::xml::Xml;
use model::{Certainty, Dataset, RecordIx, Role};
use sorting::Arrange as _;

/// IATI's code of a role; taking part without a named role has none.
pub(super) const fn role_code(role: Role) -> Option<&'static str> {
    match role {
        Role::Funding => Some("1"),
        Role::Accountable => Some("2"),
        Role::Extending => Some("3"),
        Role::Implementing => Some("4"),
        Role::Participating => None,
    }
}

pub(super) fn participants(xml: &mut Xml, dataset: &Dataset, records: &[RecordIx]) {
    let mut parts: Vec<_> = records
        .iter()
        .flat_map(|ix| &dataset.record(*ix).organisations)
        .copied()
        .collect();
    parts.arrange_by_key(|part| (part.organisation, part.role));
    parts.dedup();
    let mut written = false;
    for part in parts {
        if let Some(code) = role_code(part.role) {
            xml.text(
                "participating-org",
                &[("role", code)],
                &dataset.organisation(part.organisation).name,
            );
            written = true;
        }
    }
    if !written {
        // The schema asks for one; none is stated for this selection.
        xml.own_words("participating-org", &[("role", "2")], text::unknown);
    }
}

pub(super) fn locations(xml: &mut Xml, dataset: &Dataset, records: &[RecordIx]) {
    let mut places: Vec<_> = records
        .iter()
        .flat_map(|ix| &dataset.record(*ix).places)
        .copied()
        .collect();
    places.arrange();
    places.dedup();
    for place in places.iter().map(|ix| dataset.place(*ix)) {
        xml.open("location", &[("ref", &place.id)]);
        let others = place.names.iter();
        let others = others.filter(|other| place.name.exact(other.lang).is_none());
        let others = others.map(|other| (other.lang, other.name.as_str()));
        xml.narratives("name", &[], place.name.iter().chain(others));
        if let Some(at) = &place.coordinates {
            xml.open(
                "point",
                &[("srsName", "http://www.opengis.net/def/crs/EPSG/0/4326")],
            );
            xml.holds("pos", &[], &format!("{} {}", at.latitude, at.longitude));
            xml.close("point");
            // 1: exact, 2: approximate; a seat stands for its division.
            let code = match at.certainty() {
                Certainty::Exact => Some("1"),
                Certainty::Near => Some("2"),
                Certainty::Unstated | Certainty::AreaOnly => None,
            };
            if let Some(code) = code {
                xml.empty("exactness", &[("code", code)]);
            }
        }
        xml.close("location");
    }
}

/// The country, or the code for a recipient that is not specified.
pub(super) fn country(xml: &mut Xml, dataset: &Dataset) {
    let is_code = |code: &&String| code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase());
    match dataset.country.as_ref().filter(is_code) {
        Some(code) => xml.empty("recipient-country", &[("code", code)]),
        None => xml.empty("recipient-region", &[("code", "998"), ("vocabulary", "1")]),
    }
}
