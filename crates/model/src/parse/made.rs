//! Measures, charts, key figures and a map for datasets that specify none, from
//! what their records state.

use crate::{
    Background, Chart, ChartValue, Dataset, Date, Days, Form, Grouping, Key, KeyFigure, Located,
    Map, MapMeasure, MapRole, Operand, Order, Qualifier, Quantity, RelationKind, SectorIx, Time,
    UnitMeasure,
};
use sorting::Arrange as _;
use std::collections::{BTreeMap, BTreeSet};

/// More would be no help to a reader.
const MOST: usize = 12;

/// How many figures make a chart.
const FEWEST: usize = 2;

/// How many key figures of quantities are made.
const KEY_FIGURES: usize = 3;

/// What there is of a quantity.
#[derive(Default)]
struct Stated {
    amounts: Vec<f64>,
    areas: BTreeSet<Located>,
    sectors: BTreeSet<SectorIx>,
    nested: bool,
    /// At how many times they are stated.
    times: BTreeSet<Days>,
}

/// What there is of each quantity.
type All = BTreeMap<Quantity, Stated>;

/// Gives a dataset what it lacks of measures and charts.
pub(super) fn complete(dataset: &mut Dataset, has_charts: bool, has_maps: bool) {
    if !has_maps && dataset.places.iter().any(|p| p.coordinates.is_some()) {
        dataset.maps.push(map());
    }
    let has_measures = !dataset.measures.is_empty();
    if has_measures && has_charts {
        return;
    }
    let all = stated(dataset);
    if !has_measures {
        dataset.measures = measures(dataset, &all);
    }
    if !has_charts {
        dataset.charts = charts(dataset, &all);
    }
}

/// A map of all places, on the land.
fn map() -> Map {
    Map {
        id: "map".to_owned(),
        role: MapRole::Main,
        place: None,
        file: None,
        background: Background::Land,
        caption: None,
        note: None,
        origin: None,
    }
}

/// For each indicator, in the unit that most of its amounts have: all of them together
/// where they may be added, else the largest that a record states; first the
/// programme's own money, then what else may be added, then others that are counted.
/// Nothing stands for another that is only promised. Then how many records there are,
/// and of which years.
pub(super) fn key_figures(dataset: &Dataset) -> Vec<KeyFigure> {
    let mut ranked: Vec<(u8, Key)> = largest(dataset)
        .into_iter()
        .map(|(quantity, largest)| {
            let indicator = dataset.indicator(quantity.indicator);
            let rank = match (indicator.flow, indicator.adds) {
                (true, _) => 0,
                (false, true) => 1,
                (false, false) => 2,
            };
            let key = if indicator.adds && largest.count > 1 {
                Key::Total(quantity)
            } else {
                Key::Figure(largest.of)
            };
            (rank, key)
        })
        .collect();
    ranked.arrange_by_key(|(rank, _)| *rank);
    let figures = ranked.into_iter().map(|(_, key)| key).take(KEY_FIGURES);
    let counts = [Some(Key::Records), span(dataset).map(Key::Span)];
    let all = figures.chain(counts.into_iter().flatten());
    all.map(|of| KeyFigure { of, label: None }).collect()
}

/// The years from the first to the last that records state.
fn span(dataset: &Dataset) -> Option<Time> {
    let year = |date: Date| Date::parse(&format!("{:04}", date.year()));
    let years = dataset.records.iter().filter_map(|record| {
        Some(match record.time.time {
            Time::Interval(from, to) => (year(from)?, year(to)?),
            Time::Point(at) | Time::Since(at) | Time::Until(at) => (year(at)?, year(at)?),
            Time::Plan(_) | Time::Unknown => return None,
        })
    });
    let (from, to) = years.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
    Some(if from == to {
        Time::Point(from)
    } else {
        Time::Interval(from, to)
    })
}

/// How many amounts there are of a quantity, and the largest of them.
struct Largest {
    count: usize,
    amount: f64,
    of: Operand,
}

/// The largest amount of each indicator, in the order of indicators. Each value is
/// looked at once: a file may have as many indicators as records.
fn largest(dataset: &Dataset) -> Vec<(Quantity, Largest)> {
    let mut all: BTreeMap<Quantity, Largest> = BTreeMap::new();
    for (record, stated) in dataset.record_indices().zip(&dataset.records) {
        for (position, value) in stated.values.iter().enumerate() {
            let unit = dataset.unit(value.of.unit);
            let is_counted = matches!(unit.measure, UnitMeasure::Counted(_));
            let is_told = (is_counted || unit.is_sum_of_money())
                && value.qualifier != Qualifier::Expected
                && value.amount > 0.0;
            if !is_told {
                continue;
            }
            let of = Operand::Value(record, position);
            let largest = all.entry(value.of).or_insert(Largest {
                count: 0,
                amount: 0.0,
                of,
            });
            largest.count += 1;
            if value.amount > largest.amount {
                (largest.amount, largest.of) = (value.amount, of);
            }
        }
    }
    // Quantities of an indicator lie side by side.
    let mut most: Vec<(Quantity, Largest)> = Vec::new();
    for (quantity, largest) in all {
        match most.last_mut() {
            Some(best) if best.0.indicator == quantity.indicator => {
                if largest.count > best.1.count {
                    *best = (quantity, largest);
                }
            }
            _ => most.push((quantity, largest)),
        }
    }
    most
}

fn stated(dataset: &Dataset) -> All {
    let mut all = All::new();
    for record in &dataset.records {
        let nests = record
            .relations
            .iter()
            .any(|r| matches!(r.kind, RelationKind::PartOf | RelationKind::Includes));
        let located = dataset.located(record);
        for value in &record.values {
            let of = all.entry(value.of).or_default();
            of.amounts.push(value.amount);
            of.areas.insert(located);
            of.nested |= nests;
            of.sectors.insert(record.sector);
            of.times
                .extend(dataset.days(record.time.time).map(|(_, to)| to));
        }
    }
    all
}

/// A measure for each quantity that is stated of single areas.
fn measures(dataset: &Dataset, all: &All) -> Vec<MapMeasure> {
    all.iter()
        .filter(|(_, stated)| stated.areas.iter().any(|at| matches!(at, Located::Area(_))))
        .map(|(quantity, _)| {
            let indicator = dataset.indicator(quantity.indicator);
            let unit = dataset.unit(quantity.unit);
            let several = all.keys().filter(|q| q.indicator == quantity.indicator);
            let name = if several.count() > 1 {
                let of = match unit.currency() {
                    Some(currency) if unit.is_sum_of_money() => &dataset.currency(currency).code,
                    _ => &unit.id,
                };
                indicator.name.map(|_, name| format!("{name} ({of})"))
            } else {
                indicator.name.clone()
            };
            MapMeasure {
                id: id(dataset, *quantity, ""),
                name,
                of: *quantity,
                beside: Vec::new(),
            }
        })
        .take(MOST)
        .collect()
}

/// Charts for each quantity of which some figures are stated. Where that would
/// be too many, each quantity has one before any has a second.
fn charts(dataset: &Dataset, all: &All) -> Vec<Chart> {
    let mut charts = of_each(dataset, all);
    let longest = charts.iter().map(Vec::len).max().unwrap_or(0);
    let all: usize = charts.iter().map(Vec::len).sum();
    let mut too_many = all.saturating_sub(MOST);
    for length in (0..longest).rev() {
        for of in charts.iter_mut().rev().filter(|of| of.len() > length) {
            if too_many > 0 {
                of.truncate(length);
                too_many -= 1;
            }
        }
    }
    charts.into_iter().flatten().collect()
}

/// The charts of each quantity, the most telling one first.
fn of_each(dataset: &Dataset, all: &All) -> Vec<Vec<Chart>> {
    let mut made = Vec::new();
    for (&quantity, stated) in all {
        if stated.amounts.len() < FEWEST {
            continue;
        }
        let chart = |form: Form, by: Grouping, end: &str| Chart {
            id: id(dataset, quantity, end),
            title: None,
            note: None,
            form,
            values: vec![ChartValue {
                of: quantity,
                apart: None,
            }],
            by,
            order: Order::Largest,
            kinds: Vec::new(),
            context: Vec::new(),
            annotations: Vec::new(),
        };
        let mut charts = Vec::new();
        let unit = dataset.unit(quantity.unit);
        if stated.nested {
            let form = if unit.is_counted() {
                Form::Units
            } else {
                Form::Nesting
            };
            charts.push(chart(form, Grouping::Place, "-nesting"));
        }
        if dataset.indicator(quantity.indicator).adds {
            if stated.areas.len() > 1 {
                charts.push(chart(Form::Total, Grouping::Place, "-by-place"));
            }
            if stated.sectors.len() > 1 {
                charts.push(chart(Form::Total, Grouping::Sector, "-by-sector"));
            }
        } else if !stated.nested {
            // What a head earns or pays over time is no heap of amounts.
            let of_each = unit.currency().is_some() && !unit.is_sum_of_money();
            let over_time = of_each && stated.times.len() > 1;
            let form = if over_time { Form::Slope } else { Form::Each };
            charts.push(chart(form, Grouping::Place, ""));
        }
        made.push(charts);
    }
    made
}

fn id(dataset: &Dataset, of: Quantity, end: &str) -> String {
    let (indicator, unit) = (dataset.indicator(of.indicator), dataset.unit(of.unit));
    format!("{}-{}{end}", indicator.id, unit.id)
}
