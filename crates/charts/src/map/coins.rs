//! Amounts as circles whose areas are on one scale, on the map and beside it.

use super::figure::{NAMED, drawn_amount, figure};
use crate::Setting;
use crate::json::json;
use model::{Qualifier, Quantity, RecordIx, SectorIx, Value};
use query::{Counted, Measure, Total, disjoint_total, measured, values_of};
use serde_json::Value as Json;
use sorting::Arrange as _;

/// Diameters of the largest amounts on the map and beside it, and of the least
/// that can be seen and hit, in pixels.
const LARGEST: (f64, f64) = (44.0, 80.0);
const LARGEST_COMPACT: (f64, f64) = (32.0, 60.0);
const LARGEST_WIDE: (f64, f64) = (66.0, 104.0);
const LEAST: f64 = 8.0;
/// How many amounts stand beside each other, before they are one total.
const SIDE_BY_SIDE: usize = 3;

/// How a circle is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    /// Filled: an amount that is stated.
    Filled,
    /// Its edge, and faint within: an amount of another quantity.
    Outlined,
    /// Faint with a broken edge: an estimate, or what is expected.
    Dashed,
    /// Hollow: an amount below zero.
    Hollow,
    /// A dotted edge: no figure.
    Broken,
}

/// Whether a measure may be compared across areas, whatever their size: a rate,
/// an amount for each of something, or how many records name them. Then areas
/// are shaded by it; amounts and numbers of anything else are circles.
pub(super) fn is_comparable(setting: Setting<'_>, measure: Measure) -> bool {
    measure.takes(setting.dataset).is_none_or(|of| {
        let unit = setting.dataset.unit(of.unit);
        match unit.measure {
            model::UnitMeasure::Percent => true,
            model::UnitMeasure::Money(..) => !unit.is_sum_of_money(),
            model::UnitMeasure::Counted(_) => false,
        }
    })
}

/// What circles stand for by their area.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    /// The diameter of an amount of 1.
    one: f64,
}

impl Scale {
    /// For the largest amounts on the map and beside it, without their signs:
    /// neither is larger than there is room for.
    pub(super) fn new((compact, wide): (bool, bool), on_map: f64, beside: f64) -> Self {
        let (largest, largest_beside) = match (compact, wide) {
            (true, _) => LARGEST_COMPACT,
            (false, true) => LARGEST_WIDE,
            (false, false) => LARGEST,
        };
        let one = |most: f64, largest: f64| largest / most.max(f64::MIN_POSITIVE).sqrt();
        Self {
            one: one(on_map, largest).min(one(beside, largest_beside)),
        }
    }

    pub(super) fn diameter(self, amount: f64) -> f64 {
        (self.one * amount.abs().sqrt()).max(LEAST)
    }
}

/// An amount that is drawn as a circle.
#[derive(Clone, Debug, PartialEq)]
pub struct Coin {
    /// The amount.
    pub amount: f64,
    /// Its diameter, in pixels; known once all circles are.
    pub diameter: f64,
    /// How it is drawn.
    pub look: Look,
    /// Its colour: that of the sector, where it is of one.
    pub color: &'static str,
    /// The amount in words.
    pub text: String,
    /// What it is, for who points at it.
    pub tip: String,
    /// Its records.
    pub records: Vec<RecordIx>,
}

impl Coin {
    /// Its fill and edge as ECharts takes them.
    pub(super) fn style(&self, setting: Setting<'_>, chosen: bool) -> Json {
        style(setting, self.look, self.color, chosen)
    }
}

/// A circle's fill and edge.
pub(super) fn style(setting: Setting<'_>, look: Look, color: &'static str, chosen: bool) -> Json {
    let theme = setting.theme;
    let edge = match look {
        _ if chosen => theme.text,
        Look::Filled => theme.panel,
        Look::Broken => theme.muted,
        Look::Outlined | Look::Dashed | Look::Hollow => color,
    };
    let width = match look {
        _ if chosen => 3.0,
        Look::Filled => 1.0,
        Look::Outlined | Look::Dashed | Look::Hollow | Look::Broken => 1.5,
    };
    json!({
        "color": match look {
            Look::Filled => color.to_owned(),
            Look::Outlined | Look::Dashed => format!("{color}26"),
            Look::Hollow | Look::Broken => theme.panel.to_owned(),
        },
        "opacity": 1,
        "borderColor": edge,
        "borderWidth": width,
        "borderType": match look {
            Look::Dashed => "dashed",
            Look::Broken => "dotted",
            Look::Filled | Look::Outlined | Look::Hollow => "solid",
        },
    })
}

/// The colour of some records: their sectors', where they share one.
pub(super) fn color_of(
    setting: Setting<'_>,
    records: impl IntoIterator<Item = RecordIx>,
) -> &'static str {
    let sector = |ix: RecordIx| setting.dataset.record(ix).sector;
    let colors: Vec<&str> = records
        .into_iter()
        .map(sector)
        .map(|sector: SectorIx| setting.theme.sector(sector))
        .collect();
    match colors.as_slice() {
        [first, rest @ ..] if rest.iter().all(|other| other == first) => first,
        _ => setting.theme.accent,
    }
}

/// The circle of a total, where something is counted.
pub(super) fn of_total(setting: Setting<'_>, measure: Measure, total: &Total) -> Option<Coin> {
    let amount = drawn_amount(Some(total))?;
    let value = |counted: &Counted| &setting.dataset.record(counted.record).values[counted.value];
    let is_estimate = |c: &Counted| value(c).qualifier == Qualifier::Estimated;
    let look = match () {
        () if amount < 0.0 => Look::Hollow,
        () if total.counted.iter().any(is_estimate) => Look::Dashed,
        () => Look::Filled,
    };
    let titles: Vec<String> = total.counted.iter().map(|c| title(setting, c)).collect();
    let text = figure(setting, measure, Some(total));
    Some(Coin {
        amount,
        diameter: 0.0,
        look,
        color: color_of(setting, total.counted.iter().map(|c| c.record)),
        tip: format!("{text}\n{}", text::first_of(setting.lang, &titles, NAMED)),
        text,
        records: total.counted.iter().map(|c| c.record).collect(),
    })
}

fn title(setting: Setting<'_>, counted: &Counted) -> String {
    let record = setting.dataset.record(counted.record);
    record.title.get(setting.lang).to_owned()
}

/// The circle of one amount.
fn of_value(setting: Setting<'_>, counted: &Counted, measured: Quantity) -> Coin {
    let value: &Value = &setting.dataset.record(counted.record).values[counted.value];
    let look = match value.qualifier {
        _ if value.amount < 0.0 => Look::Hollow,
        Qualifier::Estimated | Qualifier::Expected => Look::Dashed,
        _ if value.of != measured => Look::Outlined,
        _ => Look::Filled,
    };
    let text = text::qualified(setting.lang, value, setting.dataset);
    let indicator = setting.dataset.indicator(value.of.indicator);
    let name = indicator.name.get(setting.lang);
    let said = text::labelled(setting.lang, name, &text);
    Coin {
        amount: value.amount,
        diameter: 0.0,
        look,
        color: color_of(setting, [counted.record]),
        tip: format!("{said}\n{}", title(setting, counted)),
        text,
        records: vec![counted.record],
    }
}

/// The amounts of the other quantities that stand beside a measure, each by
/// itself; too many for that are left to the list.
pub(super) fn beside(setting: Setting<'_>, records: &[RecordIx], measure: Measure) -> Vec<Coin> {
    let dataset = setting.dataset;
    let (Measure::Of(ix), Some(of)) = (measure, measure.takes(dataset)) else {
        return Vec::new();
    };
    let others = dataset.measure(ix).beside.iter().map(|indicator| Quantity {
        indicator: *indicator,
        ..of
    });
    let mut coins: Vec<Coin> = others
        .flat_map(|other| values_of(dataset, records, other))
        .map(|counted| of_value(setting, &counted, of))
        .collect();
    if coins.len() > SIDE_BY_SIDE {
        coins.clear();
    }
    coins
}

/// The circles of a part of the map: what is counted there, what is expected,
/// and what stands beside it.
pub(super) fn of_area(
    setting: Setting<'_>,
    records: &[RecordIx],
    measure: Measure,
    total: Option<&Total>,
) -> Vec<Coin> {
    if is_comparable(setting, measure) {
        return Vec::new();
    }
    let mut coins: Vec<Coin> = total
        .and_then(|total| of_total(setting, measure, total))
        .into_iter()
        .collect();
    if let (Some(total), Some(of)) = (total, measure.takes(setting.dataset)) {
        let expected = total.expected.iter().take(SIDE_BY_SIDE);
        coins.extend(expected.map(|counted| of_value(setting, counted, of)));
    }
    coins.extend(beside(setting, records, measure));
    coins
}

/// The circles of records that no part of the map shows. Amounts that may count
/// the same stand side by side; where there are many, the total of those that do
/// not is one circle.
pub(super) fn of_untied(setting: Setting<'_>, records: &[RecordIx], measure: Measure) -> Vec<Coin> {
    let dataset = setting.dataset;
    let Some(of) = measure
        .takes(dataset)
        .filter(|_| !is_comparable(setting, measure))
    else {
        return Vec::new();
    };
    let stated = values_of(dataset, records, of);
    let adds = dataset.indicator(of.indicator).adds;
    let mut coins: Vec<Coin> = if adds && stated.len() <= SIDE_BY_SIDE {
        let each = stated.iter();
        each.map(|counted| of_value(setting, counted, of)).collect()
    } else {
        let total = if adds {
            Some(disjoint_total(dataset, stated))
        } else {
            measured(dataset, records, measure)
        };
        let coin = total.and_then(|total| of_total(setting, measure, &total));
        coin.into_iter().collect()
    };
    coins.arrange_by(|a, b| a.amount.total_cmp(&b.amount));
    coins.extend(beside(setting, records, measure));
    coins
}
