//! Places within areas, by sector.

mod found;
mod symbol;

pub(super) use found::{Found, found};

use super::clusters::Sight;
use super::labels::{Label, Weight, reach};
use crate::{Action, Mark, Setting};
use found::{Site, is_one_mark};
use model::{Certainty, PlaceIx, RecordIx, SectorIx};
use outlines::Point;
use query::PlaceChoice;
use serde_json::Value;
use sorting::Arrange as _;
use std::collections::{BTreeMap, BTreeSet};
use symbol::{Drawing, SEVERAL, SIZE, certainty, only_reaches, several, single, titled};

/// How far symbols at one point stand apart, in pixels.
pub(super) const APART: f64 = 15.0;

/// Sectors of drawn sites, with colour and symbol.
pub type SitesLegend = Vec<(SectorIx, &'static str, &'static str)>;

/// The symbols, their marks, and what they mean.
#[derive(Default)]
pub(super) struct Sites {
    pub(super) data: Vec<Value>,
    pub(super) marks: Vec<Mark>,
    pub(super) labels: Vec<Label>,
    sectors: BTreeSet<SectorIx>,
    pub(super) certainties: BTreeSet<Certainty>,
    /// Whether some only reach into the chosen period.
    pub(super) reach: bool,
}

/// The symbols, as the series at `position`. `starts` tells where the first one
/// of each area stands, in pixels right of its middle.
pub(super) fn sites(
    setting: Setting<'_>,
    found: Found,
    sight: Sight<'_>,
    position: usize,
    starts: &BTreeMap<PlaceIx, f64>,
) -> Sites {
    let mut sites = Sites::default();
    let mut taken: BTreeMap<PlaceIx, usize> = BTreeMap::new();
    for cluster in sight.clusters(found.own) {
        if let Some(spot) = cluster.only() {
            let point = setting.dataset.place(spot.place).coordinates.as_ref();
            let drawing = Drawing {
                at: spot.at,
                offset: (0.0, 0.0),
                certainty: point.map_or(Certainty::Unstated, model::Coordinates::certainty),
            };
            *taken.entry(spot.place).or_default() += 1;
            sites.single(
                setting,
                (spot.place, spot.records.clone()),
                &drawing,
                position,
            );
        } else {
            let (at, count) = (cluster.middle(), cluster.spots.len());
            let records = cluster.records();
            let datum = several(setting, (at, 0.0), count, &records, None);
            sites
                .labels
                .push(Label::silent(at, reach(SEVERAL, (0.0, 0.0))));
            sites.push(setting, position, datum, records, cluster.action(sight));
        }
    }
    for (drawn_at, (at, group)) in found.near {
        for site in group {
            let nth = taken.entry(drawn_at).or_default();
            let drawing = Drawing {
                at,
                offset: (APART * *nth as f64, 0.0),
                certainty: Certainty::Near,
            };
            *nth += 1;
            sites.single(setting, site, &drawing, position);
        }
    }
    for (area, (at, group)) in found.within {
        let start = starts.get(&area).copied().unwrap_or(2.0 * APART);
        if is_one_mark(group.len(), sight.zoom) {
            sites.somewhere(setting, (area, at, start), &group, position);
            continue;
        }
        for (nth, site) in group.into_iter().enumerate() {
            let drawing = Drawing {
                at,
                offset: (start + APART * nth as f64, 0.0),
                certainty: Certainty::AreaOnly,
            };
            sites.single(setting, site, &drawing, position);
        }
    }
    sites
}

impl Sites {
    fn push(
        &mut self,
        setting: Setting<'_>,
        position: usize,
        datum: Value,
        records: Vec<RecordIx>,
        action: Action,
    ) {
        self.reach |= only_reaches(setting, &records);
        self.marks.push(Mark {
            series: Some(position),
            datum: self.data.len(),
            records,
            action: Some(action),
        });
        self.data.push(datum);
    }

    /// One site, with its name.
    fn single(&mut self, setting: Setting<'_>, site: Site, drawing: &Drawing, position: usize) {
        let Setting { dataset, lang, .. } = setting;
        let (place, records) = site;
        let name = dataset.place(place).name.get(lang);
        let mut tip = titled(setting, name, &records);
        if let Some(words) = certainty(setting, drawing.certainty) {
            tip.push('\n');
            tip.push_str(&words);
        }
        // Each place has a record: that is how it came here.
        let sector = records.first().map(|first| dataset.record(*first).sector);
        self.sectors.extend(sector);
        self.certainties.insert(drawing.certainty);
        let datum = single(setting, (name, &tip), sector, drawing, &records);
        self.labels.push(Label {
            name: name.to_owned(),
            weight: Weight::Small,
            size: records.len() as f64,
            ..Label::silent(drawing.at, reach(SIZE + 2.0, drawing.offset))
        });
        self.push(
            setting,
            position,
            datum,
            records,
            Action::Place(PlaceChoice::Place(place)),
        );
    }

    /// Sites of which no more is known than the area, as one mark that chooses it.
    fn somewhere(
        &mut self,
        setting: Setting<'_>,
        (area, at, start): (PlaceIx, Point, f64),
        group: &[Site],
        position: usize,
    ) {
        let mut records: Vec<RecordIx> = group.iter().flat_map(|(_, r)| r).copied().collect();
        records.arrange();
        records.dedup();
        let words = certainty(setting, Certainty::AreaOnly);
        let datum = several(
            setting,
            (at, start),
            group.len(),
            &records,
            words.as_deref(),
        );
        self.certainties.insert(Certainty::AreaOnly);
        let action = Action::Place(PlaceChoice::Place(area));
        self.push(setting, position, datum, records, action);
    }

    /// The sectors of the sites, with colour and symbol.
    pub(super) fn legend(&self, setting: Setting<'_>) -> SitesLegend {
        let theme = setting.theme;
        self.sectors
            .iter()
            .map(|s| (*s, theme.sector(*s), theme.symbol(*s)))
            .collect()
    }
}
