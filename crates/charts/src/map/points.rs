//! Figures of places that have a point and no outline: circles by area.

use super::clusters::{Cluster, Sight, Spot};
use super::figure::{NAMED, drawn_amount, tip};
use super::sheet::point_of;
use crate::{Mark, Setting};
use model::{PlaceIx, RecordIx};
use outlines::{Point, Sheet};
use query::{Filter, Measure, PlaceChoice, Total, measured};
use serde_json::{Value, json};

/// Diameters of the largest amount, and of the least that can be seen and hit,
/// in pixels.
const LARGEST: f64 = 44.0;
const LARGEST_COMPACT: f64 = 32.0;
const LEAST: f64 = 9.0;
/// The diameter of a place without a figure.
const WITHOUT: f64 = 10.0;
/// A number of places fits in no smaller circle.
const NUMBERED: f64 = 20.0;

/// A circle of the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct SizeItem {
    /// Its diameter, in pixels.
    pub diameter: f64,
    /// How it is drawn.
    pub look: Look,
    /// What it stands for.
    pub text: String,
}

/// How a circle is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    /// Filled: an amount.
    Filled,
    /// Hollow: an amount below zero.
    Hollow,
    /// Hollow with a broken edge: no figure.
    Broken,
}

/// The circles, their marks, and what they mean.
#[derive(Default)]
pub(super) struct Points {
    pub(super) data: Vec<Value>,
    pub(super) marks: Vec<Mark>,
    pub(super) legend: Vec<SizeItem>,
}

/// Circles for places that have a point, as the series at `position`.
pub(super) fn points(
    setting: Setting<'_>,
    places: Vec<(PlaceIx, Vec<RecordIx>)>,
    filter: &Filter,
    measure: Measure,
    sight: Sight<'_>,
    position: usize,
) -> Points {
    let spots = places.into_iter().filter_map(|(place, records)| {
        let at = sight.sheet.place(point_of(setting.dataset, place)?);
        Some(Spot { place, at, records })
    });
    let circles: Vec<Circle> = sight
        .clusters(spots.collect())
        .into_iter()
        .map(|cluster| Circle::new(setting, cluster, measure))
        .collect();
    let amounts = circles.iter().filter_map(|circle| circle.amount);
    let scale = Scale {
        most: amounts.map(f64::abs).fold(0.0, f64::max),
        largest: if setting.compact {
            LARGEST_COMPACT
        } else {
            LARGEST
        },
    };
    let mut found = Points {
        legend: legend(setting, measure, &scale, &circles),
        ..Points::default()
    };
    for circle in circles {
        found.marks.push(Mark {
            series: Some(position),
            datum: found.data.len(),
            records: circle.records.clone(),
            action: Some(circle.cluster.action(sight)),
        });
        found
            .data
            .push(circle.datum(setting, filter, measure, &scale, sight));
    }
    found
}

/// What circles stand for by their area.
struct Scale {
    /// The largest amount, without its sign.
    most: f64,
    /// Its diameter.
    largest: f64,
}

impl Scale {
    fn diameter(&self, amount: f64) -> f64 {
        let share = amount.abs() / self.most.max(f64::MIN_POSITIVE);
        (self.largest * share.sqrt()).max(LEAST)
    }
}

/// The largest circle and one of about a quarter of its area; then what hollow
/// ones mean, where there are some.
fn legend(
    setting: Setting<'_>,
    measure: Measure,
    scale: &Scale,
    circles: &[Circle],
) -> Vec<SizeItem> {
    let of = measure.takes(setting.dataset);
    let quarter = rounded(scale.most / 4.0);
    let quarter = if of.is_none() {
        quarter.floor()
    } else {
        quarter
    };
    let mut items: Vec<SizeItem> = [scale.most, quarter]
        .into_iter()
        .filter(|amount| *amount > 0.0)
        .map(|amount| SizeItem {
            diameter: scale.diameter(amount),
            look: Look::Filled,
            text: match of {
                Some(of) => text::amount(setting.lang, amount, of.unit, setting.dataset),
                None => text::records(setting.lang, amount as usize),
            },
        })
        .collect();
    for (look, words) in [
        (Look::Hollow, text::below_zero(setting.lang)),
        (Look::Broken, setting.no_figure()),
    ] {
        if circles.iter().any(|circle| circle.look() == look) {
            items.push(SizeItem {
                diameter: WITHOUT,
                look,
                text: words.to_owned(),
            });
        }
    }
    items
}

/// Names stand towards the middle where the map ends.
fn name_side(sheet: &Sheet, at: Point) -> &'static str {
    const END: f64 = 0.25;
    let ((west, _), (east, _)) = sheet.bounds();
    if at.0 > east - END * (east - west) {
        "left"
    } else {
        "right"
    }
}

/// To one digit, since a legend's amounts are nobody's figures.
fn rounded(amount: f64) -> f64 {
    if amount <= 0.0 {
        return 0.0;
    }
    let power = 10.0_f64.powf(amount.log10().floor());
    (amount / power).round() * power
}

/// A place, or several that lie together, with the measure's total.
struct Circle {
    cluster: Cluster,
    records: Vec<RecordIx>,
    total: Option<Total>,
    amount: Option<f64>,
}

impl Circle {
    fn new(setting: Setting<'_>, cluster: Cluster, measure: Measure) -> Self {
        let records = cluster.records();
        let total = measured(setting.dataset, &records, measure);
        Self {
            amount: drawn_amount(total.as_ref()),
            cluster,
            records,
            total,
        }
    }

    fn look(&self) -> Look {
        match self.amount {
            None => Look::Broken,
            Some(amount) if amount < 0.0 => Look::Hollow,
            Some(_) => Look::Filled,
        }
    }

    fn datum(
        &self,
        setting: Setting<'_>,
        filter: &Filter,
        measure: Measure,
        scale: &Scale,
        sight: Sight<'_>,
    ) -> Value {
        let Setting {
            dataset,
            lang,
            theme,
            ..
        } = setting;
        let spots = &self.cluster.spots;
        let names: Vec<String> = spots
            .iter()
            .map(|spot| dataset.place(spot.place).name.get(lang).to_owned())
            .collect();
        let is_one = names.len() == 1;
        let name = if is_one {
            names.concat()
        } else {
            text::places_together(lang, names.len())
        };
        let total = self.total.as_ref();
        let mut tip = tip(setting, &name, measure, self.records.len(), total);
        if !is_one {
            tip.push('\n');
            tip.push_str(&text::first_of(lang, &names, NAMED));
        }
        let is_chosen = |spot: &Spot| filter.places.contains(&PlaceChoice::Place(spot.place));
        let chosen = spots.iter().any(is_chosen);
        let look = self.look();
        let diameter = self.amount.map_or(WITHOUT, |amount| scale.diameter(amount));
        let middle = self.cluster.middle();
        let label = if is_one {
            json!({ "formatter": name, "position": name_side(sight.sheet, middle) })
        } else {
            json!({
                "position": "inside", "formatter": names.len().to_string(), "fontWeight": "bold",
                "color": if look == Look::Filled { theme.panel } else { theme.text },
                "textBorderWidth": 0,
            })
        };
        json!({
            "name": name,
            "value": [middle.0, middle.1],
            "tip": tip,
            "symbolSize": if is_one { diameter } else { diameter.max(NUMBERED) },
            "label": label,
            "itemStyle": {
                "color": if look == Look::Filled { theme.accent } else { theme.panel },
                "opacity": if is_one { 0.85 } else { 1.0 },
                "borderColor": if chosen || !is_one { theme.text } else { theme.accent },
                "borderWidth": if chosen { 3.0 } else { 1.5 },
                "borderType": if look == Look::Broken { "dashed" } else { "solid" },
            },
        })
    }
}
