//! The dataset's charts, each from the records that are selected.

use super::bars::{self, Bar, Style};
use super::nesting::{self, segment};
use super::totals::totals;
use super::{Mark, Setting};
use model::{Chart, ChartIx, Form, Order, Quantity, RecordIx, ScaleKind};
use query::{Counted, values_of};
use std::collections::BTreeSet;
use text::chart::Drawn;

/// A chart, ready to draw, with the same figures as a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartView {
    /// Which.
    pub id: ChartIx,
    /// All bars, for a reader who wants the numbers or cannot see the drawing,
    /// which leaves out some of very many.
    pub bars: Vec<Bar>,
    /// Records that give the bars their context.
    pub context: Vec<RecordIx>,
    /// What ECharts draws.
    pub option: serde_json::Value,
    /// Which mark stands for which records.
    pub marks: Vec<Mark>,
    /// Its height in pixels.
    pub height: usize,
    /// What its note tells of the drawing.
    pub drawn: Drawn,
}

/// Of more bars nobody makes a picture, and the page would have no end.
const MOST: usize = 60;

/// Builds a chart from the selected records.
#[must_use]
pub fn chart(id: ChartIx, setting: Setting<'_>, records: &[RecordIx]) -> ChartView {
    let chart = setting.dataset.chart(id);
    let of_kinds: Vec<RecordIx> = records
        .iter()
        .copied()
        .filter(|ix| {
            let kind = setting.dataset.record(*ix).kind;
            chart.kinds.is_empty() || chart.kinds.contains(&kind)
        })
        .collect();
    let quantities: Vec<Quantity> = chart.values.iter().map(|value| value.of).collect();
    let bars = match chart.form {
        Form::Nesting => quantities
            .iter()
            .flat_map(|of| nesting::bars(setting, &of_kinds, *of))
            .collect(),
        Form::Total => totals(setting, &of_kinds, chart),
        Form::Each => each(setting, &of_kinds, &quantities, chart.order),
    };
    let shown = shown(chart.form, &bars);
    let largest = bars::amounts(&shown).fold(0.0, |most: f64, amount| most.max(amount.abs()));
    let style = Style {
        // No logarithm has a place for zero and what is below it.
        logarithmic: chart.scale == ScaleKind::Logarithmic && bars::all_above_zero(&shown),
        divisor: match chart.scale {
            ScaleKind::Linear if text::chart::one_unit(chart).is_some() => {
                text::axis_divisor(setting.lang, largest)
            }
            ScaleKind::Linear | ScaleKind::Logarithmic => 1.0,
        },
    };
    let context = context(setting, chart, &of_kinds, records, &quantities);
    let (option, marks, height) = bars::option(setting, &shown, style);
    let drawn = Drawn {
        divisor: style.divisor,
        logarithmic: style.logarithmic,
        bars: shown.len(),
        more: bars.len() - shown.len(),
    };
    ChartView {
        id,
        bars,
        context,
        option,
        marks,
        height,
        drawn,
    }
}

/// The bars that are drawn, in their order: the largest. Of nested ones the
/// first, for the largest come first and each stands below what it lies within.
fn shown(form: Form, bars: &[Bar]) -> Vec<&Bar> {
    let mut shown: Vec<(usize, &Bar)> = bars.iter().enumerate().collect();
    if form != Form::Nesting {
        shown.sort_by(|(_, a), (_, b)| b.size().total_cmp(&a.size()));
    }
    shown.truncate(MOST);
    shown.sort_by_key(|(position, _)| *position);
    shown.into_iter().map(|(_, bar)| bar).collect()
}

/// The values that a chart of single figures draws, in its order.
fn drawn(
    setting: Setting<'_>,
    records: &[RecordIx],
    wanted: &[Quantity],
    order: Order,
) -> Vec<Counted> {
    let dataset = setting.dataset;
    let days = |counted: &Counted| dataset.days(dataset.record(counted.record).time.time);
    let mut values: Vec<Counted> = wanted
        .iter()
        .flat_map(|of| values_of(dataset, records, *of))
        .collect();
    match order {
        Order::Largest => {
            values.sort_by(|a, b| b.amount.total_cmp(&a.amount).then(a.record.cmp(&b.record)));
        }
        Order::Time => {
            values.retain(|counted| days(counted).is_some());
            values.sort_by_key(days);
        }
    }
    values
}

/// One bar a value.
fn each(setting: Setting<'_>, records: &[RecordIx], wanted: &[Quantity], order: Order) -> Vec<Bar> {
    drawn(setting, records, wanted, order)
        .iter()
        .map(|counted| single(setting, counted))
        .collect()
}

/// The bar of one value.
pub fn single(setting: Setting<'_>, counted: &Counted) -> Bar {
    let record = setting.dataset.record(counted.record);
    Bar {
        label: text::of(setting.lang, &record.title),
        depth: 0,
        text: text::qualified(setting.lang, &record.values[counted.value], setting.dataset),
        segments: vec![segment(setting, counted)],
        derived: false,
        second: false,
        remark: None,
    }
}

/// Records of the kinds that the chart asks for, stated where its values are.
fn context(
    setting: Setting<'_>,
    chart: &Chart,
    of_kinds: &[RecordIx],
    records: &[RecordIx],
    wanted: &[Quantity],
) -> Vec<RecordIx> {
    if chart.context.is_empty() {
        return Vec::new();
    }
    let dataset = setting.dataset;
    let values = drawn(setting, of_kinds, wanted, chart.order);
    let drawn: BTreeSet<RecordIx> = values.iter().map(|counted| counted.record).collect();
    let is_beside = |ix: &RecordIx| {
        let record = dataset.record(*ix);
        chart.context.contains(&record.kind)
            && !drawn.contains(ix)
            && drawn
                .iter()
                .any(|of| dataset.record(*of).sources == record.sources)
    };
    records.iter().copied().filter(is_beside).collect()
}
