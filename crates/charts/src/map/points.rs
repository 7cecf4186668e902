//! Figures of places that have a point and no outline: circles by area.

use super::OfPlace;
use super::clusters::{Cluster, Sight, Spot};
use super::coins::{self, Coin, Look, Scale};
use super::figure::{NAMED, drawn_amount, label, tip};
use super::labels::{Label, Weight, reach};
use super::sheet::point_of;
use crate::json::json;
use crate::{Mark, Setting};
use model::{PlaceIx, RecordIx};
use query::{Filter, Measure, PlaceChoice, Total, measured};
use serde_json::Value;

/// The diameter of a place without a figure.
const WITHOUT: f64 = 9.0;
/// A number of places fits in no smaller circle.
const NUMBERED: f64 = 20.0;
/// A sign fits in no smaller one.
const SIGNED: f64 = 11.0;
/// The diameter of a circle that says how circles are drawn.
const KEY: f64 = 11.0;

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

/// The circles' data, their marks, and what is said beside them.
#[derive(Default)]
pub(super) struct Points {
    pub(super) data: Vec<Value>,
    pub(super) marks: Vec<Mark>,
    pub(super) labels: Vec<Label>,
}

/// Circles for places that have a point.
pub(super) fn circles(
    setting: Setting<'_>,
    places: Vec<OfPlace>,
    measure: Measure,
    sight: Sight<'_>,
) -> Vec<Circle> {
    let places = places.into_iter().filter(|of| !of.naming.is_empty());
    let spots = places.filter_map(|of| {
        let at = sight.sheet.place(point_of(setting.dataset, of.place)?);
        Some(Spot {
            place: of.place,
            at,
            records: of.records,
            naming: of.naming,
        })
    });
    sight
        .clusters(spots.collect())
        .into_iter()
        .map(|cluster| Circle::new(setting, cluster, measure))
        .collect()
}

/// How circles are drawn.
pub(super) struct Drawn<'a> {
    pub(super) filter: &'a Filter,
    pub(super) measure: Measure,
    pub(super) scale: Scale,
    pub(super) sight: Sight<'a>,
    /// The position of their series.
    pub(super) series: usize,
}

impl Points {
    /// Puts circles of places there.
    pub(super) fn add(&mut self, setting: Setting<'_>, circles: Vec<Circle>, drawn: &Drawn<'_>) {
        for circle in circles {
            self.marks.push(Mark {
                series: Some(drawn.series),
                datum: self.data.len(),
                records: circle.naming.clone(),
                action: Some(circle.cluster.action(drawn.sight)),
            });
            let diameter = circle.diameter(drawn.scale);
            self.data.push(circle.datum(setting, diameter, drawn));
            self.labels
                .push(circle.label(setting, diameter, drawn.measure));
        }
    }

    /// Puts an amount there, of an area whose middle is `off` pixels to the left.
    pub(super) fn add_coin(
        &mut self,
        setting: Setting<'_>,
        coin: &Coin,
        (place, at, off): (PlaceIx, outlines::Point, f64),
        drawn: &Drawn<'_>,
    ) {
        let choice = PlaceChoice::Place(place);
        let name = setting.dataset.place(place).name.get(setting.lang);
        self.marks.push(Mark {
            series: Some(drawn.series),
            datum: self.data.len(),
            records: coin.records.clone(),
            action: Some(crate::Action::Place(choice)),
        });
        self.data.push(json!({
            "name": name,
            "value": [at.0, at.1],
            "tip": format!("{name}\n{}", coin.tip),
            "symbolSize": coin.diameter,
            "symbolOffset": [off, 0.0],
            "label": sign(setting, coin.look, coin.color, coin.diameter),
            "itemStyle": coin.style(setting, false),
        }));
    }
}

/// The sign within a circle of an amount below zero: its edge alone could be
/// that of something else.
fn sign(setting: Setting<'_>, look: Look, color: &str, diameter: f64) -> Value {
    if look != Look::Hollow || diameter < SIGNED {
        return json!({ "show": false });
    }
    let halo = setting.theme.panel;
    json!({
        "show": true, "position": "inside", "formatter": "−", "fontWeight": "bold", "color": color,
        "textBorderColor": halo, "textBorderWidth": 0,
    })
}

/// What circles stand for: of places, one of about a quarter of the largest;
/// then what differently drawn ones mean, where there are some.
pub(super) fn legend(
    setting: Setting<'_>,
    measure: Measure,
    scale: Scale,
    circles: &[Circle],
    coins: &[&Coin],
) -> Vec<SizeItem> {
    let (dataset, lang) = (setting.dataset, setting.lang);
    let of = measure.takes(dataset);
    let most = most(circles);
    let quarter = match (rounded(most / 4.0), of) {
        (quarter, None) if quarter < 1.0 => most,
        (quarter, None) => quarter.floor(),
        (quarter, Some(_)) => quarter,
    };
    let mut items: Vec<SizeItem> = Some(quarter)
        .filter(|amount| *amount > 0.0)
        .into_iter()
        .map(|amount| SizeItem {
            diameter: scale.diameter(amount),
            look: Look::Filled,
            text: match of {
                Some(of) => text::amount(lang, amount, of.unit, dataset),
                None => text::records(lang, amount as usize),
            },
        })
        .collect();
    let is_beside_others = circles.iter().any(|circle| circle.counting == 0);
    let none = if is_beside_others {
        text::no_figure_alone(lang)
    } else {
        setting.no_figure()
    };
    let looks: Vec<Look> = circles
        .iter()
        .map(Circle::look)
        .chain(coins.iter().map(|coin| coin.look))
        .collect();
    let others = match measure {
        Measure::Of(ix) => dataset.measure(ix).beside.as_slice(),
        Measure::Records => &[],
    };
    let others: Vec<String> = others
        .iter()
        .map(|ix| dataset.indicator(*ix).name.get(lang).to_owned())
        .collect();
    let has_sizes = !items.is_empty();
    for (look, words) in [
        (
            Look::Filled,
            text::names::measure(lang, measure, dataset).to_owned(),
        ),
        (Look::Outlined, text::list(lang, &others)),
        (Look::Dashed, text::estimated_or_expected(lang).to_owned()),
        (Look::Hollow, text::below_zero(lang).to_owned()),
        (Look::Broken, none.to_owned()),
    ] {
        if looks.contains(&look) && !(look == Look::Filled && has_sizes) {
            items.push(SizeItem {
                diameter: KEY,
                look,
                text: words,
            });
        }
    }
    items
}

/// The largest amount of some circles, without its sign.
pub(super) fn most(circles: &[Circle]) -> f64 {
    let amounts = circles.iter().filter_map(|circle| circle.amount);
    amounts.map(f64::abs).fold(0.0, f64::max)
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
pub(super) struct Circle {
    cluster: Cluster,
    /// How many records count for its places.
    counting: usize,
    naming: Vec<RecordIx>,
    total: Option<Total>,
    amount: Option<f64>,
    look: Look,
    color: &'static str,
}

impl Circle {
    fn new(setting: Setting<'_>, cluster: Cluster, measure: Measure) -> Self {
        let records = cluster.records();
        let total = measured(setting.dataset, &records, measure);
        let coin = total
            .as_ref()
            .filter(|_| measure != Measure::Records)
            .and_then(|total| coins::of_total(setting, measure, total));
        let amount = drawn_amount(total.as_ref());
        let (look, color) = match &coin {
            Some(coin) => (coin.look, coin.color),
            None if amount.is_none() => (Look::Broken, setting.theme.accent),
            None => (Look::Filled, setting.theme.accent),
        };
        Self {
            naming: cluster.naming(),
            cluster,
            counting: records.len(),
            total,
            amount,
            look,
            color,
        }
    }

    const fn look(&self) -> Look {
        self.look
    }

    fn diameter(&self, scale: Scale) -> f64 {
        let diameter = self.amount.map_or(WITHOUT, |amount| scale.diameter(amount));
        if self.cluster.only().is_some() {
            diameter
        } else {
            diameter.max(NUMBERED)
        }
    }

    fn label(&self, setting: Setting<'_>, diameter: f64, measure: Measure) -> Label {
        let around = reach(diameter, (0.0, 0.0));
        let at = self.cluster.middle();
        let Some(spot) = self.cluster.only() else {
            return Label::silent(at, around);
        };
        let of = measure.takes(setting.dataset);
        let line = of.filter(|_| self.amount.is_some());
        Label {
            name: setting
                .dataset
                .place(spot.place)
                .name
                .get(setting.lang)
                .to_owned(),
            lines: line
                .map(|_| label(setting, measure, self.total.as_ref()))
                .into_iter()
                .collect(),
            weight: Weight::Plain,
            size: self.amount.map_or(0.0, f64::abs),
            ..Label::silent(at, around)
        }
    }

    fn datum(&self, setting: Setting<'_>, diameter: f64, drawn: &Drawn<'_>) -> Value {
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
        let heading = match spots.as_slice() {
            [one] => text::names::place_with_others(lang, dataset.place(one.place)),
            _ => name.clone(),
        };
        let mut tip = tip(setting, &heading, drawn.measure, self.counting, total);
        let beside = self.naming.len() - self.counting.min(self.naming.len());
        if beside > 0 {
            tip.push('\n');
            tip.push_str(&text::named_beside_others(lang, beside));
        }
        if !is_one {
            tip.push('\n');
            tip.push_str(&text::first_of(lang, &names, NAMED));
        }
        let is_chosen = |spot: &Spot| {
            drawn
                .filter
                .places
                .contains(&PlaceChoice::Place(spot.place))
        };
        let chosen = spots.iter().any(is_chosen);
        let middle = self.cluster.middle();
        let label = if is_one {
            sign(setting, self.look, self.color, diameter)
        } else {
            json!({
                "show": true, "position": "inside", "formatter": names.len().to_string(), "fontWeight": "bold",
                "color": if self.look == Look::Filled { theme.panel } else { theme.text },
                "textBorderWidth": 0,
            })
        };
        let mut style = coins::style(setting, self.look, self.color, chosen);
        if !is_one {
            style["borderColor"] = json!(theme.text);
        }
        json!({
            "name": name,
            "value": [middle.0, middle.1],
            "tip": tip,
            "symbolSize": diameter,
            "label": label,
            "itemStyle": style,
        })
    }
}
