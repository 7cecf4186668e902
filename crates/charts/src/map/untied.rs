//! Figures that no part of the map shows.

use super::OfPlace;
use super::figure::figure;
use super::sheet::point_of;
use crate::Setting;
use model::{Located, RecordIx};
use query::{Measure, PlaceChoice, by_location, measured};

/// Records that are tied to the whole area, to no place, to several areas, or
/// to places whose position is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untied {
    /// The choice that filters by them, where there is one.
    pub choice: Option<PlaceChoice>,
    /// What they are tied to.
    pub name: String,
    /// The measure's figure.
    pub figure: String,
}

pub(super) fn untied(
    setting: Setting<'_>,
    records: &[RecordIx],
    measure: Measure,
    totals: &[OfPlace],
) -> Vec<Untied> {
    let dataset = setting.dataset;
    let groups = by_location(dataset, records);
    let mut all: Vec<Untied> = [Located::Several, Located::Whole, Located::Nowhere]
        .into_iter()
        .filter_map(|located| {
            let group = groups.get(&located)?;
            let total = measured(dataset, group, measure);
            Some(Untied {
                choice: PlaceChoice::of(located),
                name: text::names::located(setting.lang, located, dataset).to_owned(),
                figure: figure(setting, measure, total.as_ref()),
            })
        })
        .collect();
    // Points alone have no outline that could show them in its place.
    let hidden =
        |of: &&OfPlace| !dataset.is_area(of.place) && point_of(dataset, of.place).is_none();
    let mut unplaced: Vec<RecordIx> = totals
        .iter()
        .filter(hidden)
        .flat_map(|of| of.records.iter().copied())
        .collect();
    unplaced.sort_unstable();
    unplaced.dedup();
    if !unplaced.is_empty() {
        let total = measured(dataset, &unplaced, measure);
        all.push(Untied {
            choice: None,
            name: text::position_unknown(setting.lang).to_owned(),
            figure: figure(setting, measure, total.as_ref()),
        });
    }
    all
}
