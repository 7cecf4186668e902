//! Amounts that no part of the map shows, as circles beside it.

use super::coins::{self, Coin};
use super::figure::figure;
use super::sheet::point_of;
use super::{MapView, OfPlace};
use crate::Setting;
use model::{Dataset, Lang, Located, RecordIx};
use query::{Measure, PlaceChoice, by_location, measured};
use sorting::Arrange as _;

/// Records that are tied to the whole area, to no place, to several areas, or
/// to places whose position is unknown.
#[derive(Clone, Debug, PartialEq)]
pub struct Untied {
    /// The choice that filters by them, where there is one.
    pub choice: Option<PlaceChoice>,
    /// What they are tied to.
    pub name: String,
    /// The measure's figure.
    pub figure: String,
    /// Its records.
    pub records: Vec<RecordIx>,
    /// Their amounts as circles; none of what is compared, not sized.
    pub coins: Vec<Coin>,
}

impl Untied {
    /// Of some records.
    fn new(
        setting: Setting<'_>,
        (choice, name): (Option<PlaceChoice>, String),
        records: Vec<RecordIx>,
        measure: Measure,
    ) -> Self {
        let total = measured(setting.dataset, &records, measure);
        Self {
            choice,
            name,
            figure: figure(setting, measure, total.as_ref()),
            coins: coins::of_untied(setting, &records, measure),
            records,
        }
    }
}

/// What the amounts beside a map have in common, in a sentence or two.
#[must_use]
pub fn untied_title(lang: Lang, dataset: &Dataset, drawn: &MapView) -> String {
    let title = if dataset.has_areas() {
        text::not_tied(lang)
    } else {
        text::not_tied_place(lang)
    };
    if drawn.untied.iter().all(|group| group.coins.is_empty()) {
        return title.to_owned();
    }
    if drawn.overlap {
        text::same_scale_overlap(lang, title)
    } else {
        text::same_scale(lang, title)
    }
}

pub(super) fn untied(
    setting: Setting<'_>,
    records: &[RecordIx],
    measure: Measure,
    totals: &[OfPlace],
) -> Vec<Untied> {
    let dataset = setting.dataset;
    let mut groups = by_location(dataset, records);
    let mut all: Vec<Untied> = [Located::Several, Located::Whole, Located::Nowhere]
        .into_iter()
        .filter_map(|located| {
            let group = groups.remove(&located)?;
            let name = text::names::located(setting.lang, located, dataset).to_owned();
            let choice = PlaceChoice::of(located);
            Some(Untied::new(setting, (choice, name), group, measure))
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
    unplaced.arrange();
    unplaced.dedup();
    if !unplaced.is_empty() {
        let name = text::position_unknown(setting.lang).to_owned();
        all.push(Untied::new(setting, (None, name), unplaced, measure));
    }
    all
}
