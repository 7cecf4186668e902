//! What a file's money is drawn as.

use super::dataset::Assembly;
use crate::draft::{Chart, ChartValue, Measure, Words};
use model::Lang;
use sorting::Arrange as _;
use std::collections::{BTreeSet, HashMap};

/// Of how many quantities there are measures and charts.
const MOST: usize = 12;

/// How many places a chart has room for.
const ROOM: usize = 40;

impl Assembly<'_> {
    /// Charts of totals, and measures of what is stated of single points.
    pub fn charts(&mut self) {
        let mut ranked: Vec<_> = self.quantities.iter().collect();
        ranked.arrange_by_key(|((flow, ..), count)| (flow.rank(), std::cmp::Reverse(**count)));
        let names: HashMap<&str, (&Words, bool)> = self
            .draft
            .indicators
            .iter()
            .map(|of| (of.id.as_str(), (&of.name, of.adds)))
            .collect();
        let points: BTreeSet<&str> = self
            .places
            .all
            .iter()
            .filter(|place| place.coordinates.is_some())
            .map(|place| place.id.as_str())
            .collect();
        let mut at_points: BTreeSet<(&str, &str)> = BTreeSet::new();
        for record in &self.draft.records {
            if let ([place], [value]) = (record.places.as_slice(), record.values.as_slice())
                && points.contains(place.as_str())
            {
                at_points.insert((&value.indicator, &value.unit));
            }
        }
        let mut charts = Vec::new();
        let mut measures = Vec::new();
        for ((_, indicator, currency), count) in ranked.into_iter().take(MOST) {
            let unit = currency.to_ascii_lowercase();
            let Some((name, adds)) = names.get(indicator.as_str()).copied() else {
                continue;
            };
            let named = |en: &str, zh: &str| {
                let of = |lang| name.get(lang).unwrap_or_default();
                Words::own(
                    format!("{} ({currency}){en}", of(Lang::EN)),
                    format!("{}（{currency}）{zh}", of(Lang::ZH)),
                )
            };
            let id = format!("{indicator}-{unit}");
            let has_points = at_points.contains(&(indicator.as_str(), unit.as_str()));
            let mut chart = |end: &str, title: Words, form, by| {
                charts.push(Chart {
                    id: format!("{id}{end}"),
                    title,
                    form,
                    by,
                    values: vec![ChartValue {
                        indicator: indicator.clone(),
                        unit: unit.clone(),
                    }],
                });
            };
            if *count > 1 && adds {
                if self.lanes.sectors.len() > 1 {
                    let title = named(", by sector", "，按行业");
                    chart("-by-sector", title, "total", Some("sector"));
                }
                if has_points && points.len() <= ROOM {
                    let title = named(", by place", "，按地点");
                    chart("-by-place", title, "total", Some("place"));
                }
            }
            if has_points {
                measures.push(Measure {
                    id,
                    name: named("", ""),
                    indicator: indicator.clone(),
                    unit,
                });
            }
        }
        charts.truncate(MOST);
        self.draft.default_measure = measures.first().map(|measure| measure.id.clone());
        self.draft.charts = Some(charts);
        self.draft.measures = measures;
    }
}
