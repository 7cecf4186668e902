//! What is missing, in sentences.

use crate::side::{span, years};
use crate::{baselines, pairings};
use model::{Dataset, PlaceIx, RecordIx, Role, Time};
use sorting::Arrange as _;

/// Something that is not stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Years from the first to the last one that is stated, without a figure of their own.
    Years(Vec<u16>),
    /// Places of the map of which no figure is stated.
    Places(Vec<PlaceIx>),
    /// Records that state a figure and no time.
    Undated(Vec<RecordIx>),
    /// Records that state a sum of money and nobody who gives it.
    Unfunded(Vec<RecordIx>),
    /// Records of outcomes that state a figure and nothing to hold it against.
    NoBaseline(Vec<RecordIx>),
    /// Records that name several places and several of one role, and not which goes
    /// with which.
    Unpaired(Vec<RecordIx>),
    /// Records that state no figure.
    Bare(Vec<RecordIx>),
}

/// The gaps of some records, without those that there are none of.
#[must_use]
pub fn gaps(dataset: &Dataset, records: &[RecordIx]) -> Vec<Gap> {
    let all = || records.iter().map(|ix| (*ix, dataset.record(*ix)));
    let with_figures = || all().filter(|(_, record)| !record.values.is_empty());
    let mut with: Vec<u16> = with_figures()
        .filter_map(|(_, record)| years(dataset, record.time.time))
        .filter(|(first, last)| first == last)
        .map(|(year, _)| year)
        .collect();
    with.arrange();
    let span = span(dataset, records).map(|(first, last)| first..=last);
    let missing = span.into_iter().flatten();
    let missing = missing.filter(|year| with.binary_search(year).is_err());
    let mut is_named = vec![false; dataset.places.len()];
    for (_, record) in with_figures() {
        let places = record.places.iter();
        for place in places.flat_map(|place| dataset.lineage(*place)) {
            is_named[place.at()] = true;
        }
    }
    let is_part = |place: PlaceIx| dataset.is_area(place) || !dataset.has_areas();
    let is_missing = |place: &PlaceIx| is_part(*place) && !is_named[place.at()];
    let undated = with_figures().filter(|(_, record)| record.time.time == Time::Unknown);
    let unfunded = all().filter(|(_, record)| {
        let is_money = record
            .values
            .iter()
            .any(|value| dataset.unit(value.of.unit).is_sum_of_money());
        let is_funded = record
            .organisations
            .iter()
            .any(|part| part.role == Role::Funding);
        is_money && !is_funded
    });
    let bare = all().filter(|(_, record)| record.values.is_empty());
    let found = [
        Gap::Years(missing.collect()),
        Gap::Places(dataset.parts_of_map().filter(is_missing).collect()),
        Gap::Undated(undated.map(|(ix, _)| ix).collect()),
        Gap::Unfunded(unfunded.map(|(ix, _)| ix).collect()),
        Gap::NoBaseline(baselines::without(dataset, records)),
        Gap::Unpaired(pairings::unnamed(dataset, records)),
        Gap::Bare(bare.map(|(ix, _)| ix).collect()),
    ];
    found.into_iter().filter(|gap| !gap.is_empty()).collect()
}

impl Gap {
    /// Whether there is none.
    const fn is_empty(&self) -> bool {
        match self {
            Self::Years(all) => all.is_empty(),
            Self::Places(all) => all.is_empty(),
            Self::Undated(all)
            | Self::Unfunded(all)
            | Self::NoBaseline(all)
            | Self::Unpaired(all)
            | Self::Bare(all) => all.is_empty(),
        }
    }

    /// The records that it is about.
    #[must_use]
    pub fn records(&self) -> &[RecordIx] {
        match self {
            Self::Undated(all)
            | Self::Unfunded(all)
            | Self::NoBaseline(all)
            | Self::Unpaired(all)
            | Self::Bare(all) => all,
            Self::Years(_) | Self::Places(_) => &[],
        }
    }
}
