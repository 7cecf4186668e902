//! The dataset's charts, each from the records that are selected.

use super::bars::{self, Bar};
use super::laid::Laid;
use super::rows::{Of, Row};
use super::totals::totals;
use super::{Mark, Setting, labels, nest, nesting, slope, units};
use model::{Chart, ChartIx, Form, Order, Quantity, RecordIx, UnitIx};
use query::{Counted, values_of};
use serde_json::Value;
use sorting::Arrange as _;
use std::collections::BTreeMap;
use text::chart::Drawn;
use view::Label;

/// A chart, ready to draw, with the same figures as a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartView {
    /// Which.
    pub id: ChartIx,
    /// Records that give the bars their context.
    pub context: Vec<RecordIx>,
    /// What ECharts draws; nothing of a table.
    pub option: Value,
    /// Which mark stands for which records.
    pub marks: Vec<Mark>,
    /// Its height in pixels, about: the script knows it.
    pub height: usize,
    /// What its note tells of the drawing.
    pub drawn: Drawn,
    rows: Vec<Row>,
}

impl ChartView {
    /// All bars, for a reader who wants the numbers or cannot see the drawing, which
    /// leaves out some of very many; with what whoever made the link wrote. Their words
    /// are made as they are asked for: nobody reads a hundred thousand.
    pub fn bars<'a>(
        &'a self,
        setting: Setting<'a>,
        labels: &'a [Label],
    ) -> impl Iterator<Item = Bar> + 'a {
        let chart = setting.dataset.chart(self.id);
        self.rows.iter().map(move |row| {
            let bar = row.bar(setting);
            let mut records = bar.records();
            let (Some(one), None) = (records.next(), records.next()) else {
                drop(records);
                return bar;
            };
            drop(records);
            let remark = bar.remark.or_else(|| annotation(setting, chart, one));
            let said = remark
                .into_iter()
                .chain(labels::on_record(setting, labels, one));
            Bar {
                remark: said.reduce(|one, other| format!("{one} {other}")),
                ..bar
            }
        })
    }

    /// How many bars there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All records that its figures are made of.
    #[must_use]
    pub fn records(&self) -> Vec<RecordIx> {
        sorting::set(self.rows.iter().flat_map(Row::records))
            .into_iter()
            .collect()
    }
}

/// Of more bars nobody makes a picture, and the page would have no end.
const MOST: usize = 60;
/// Of blocks, which may need a line each.
const BLOCKS: usize = 40;

/// How tall drawings are, about, and what a bar adds.
const HEIGHT: usize = 200;
const ROW: usize = 22;

/// Builds a chart from the selected records, with what whoever made the link wrote.
#[must_use]
pub fn chart(
    id: ChartIx,
    setting: Setting<'_>,
    records: &[RecordIx],
    labels: &[Label],
) -> ChartView {
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
    let values = if is_of_single_values(chart) {
        drawn(setting, &of_kinds, &quantities, chart)
    } else {
        Vec::new()
    };
    let mut form = chart.form;
    let mut rows: Vec<Row> = match form {
        Form::Nesting | Form::Units => quantities
            .iter()
            .flat_map(|of| nesting::rows(setting, &of_kinds, *of))
            .collect(),
        Form::Total => totals(setting, &of_kinds, chart),
        Form::Each | Form::Slope | Form::Table => {
            let each = values.iter().map(|counted| Row::new(Of::Value(*counted)));
            each.collect()
        }
    };
    let mut per = None;
    let sloping = (form == Form::Slope).then(|| slope::draw(setting, chart, &values, MOST));
    let (mut laid, more) = match (form, sloping.flatten()) {
        (Form::Nesting, _) => nest::draw(setting, chart, &of_kinds, BLOCKS),
        (Form::Units, _) => {
            let (laid, one, more) = units::draw(setting, chart, &of_kinds, MOST);
            per = Some(one);
            (laid, more)
        }
        (_, Some(sloped)) => sloped,
        (Form::Slope | Form::Table, None) => {
            form = Form::Table;
            rows = table(setting, &values);
            (Laid::new(""), rows.len().saturating_sub(MOST))
        }
        (Form::Total | Form::Each, None) => {
            let shown: Vec<Bar> = shown(&rows).map(|row| row.bar(setting)).collect();
            (bars::draw(&shown), rows.len() - shown.len())
        }
    };
    labels::write(setting, labels, id, &mut laid);
    let drawn = Drawn {
        form,
        per,
        signs: laid.signs,
        bars: MOST.min(laid.len()),
        more,
    };
    let empty = rows.is_empty() || form == Form::Table;
    ChartView {
        id,
        context: context(setting, chart, &values, records),
        option: if empty {
            Value::Null
        } else {
            laid.option(setting)
        },
        height: match form {
            Form::Total | Form::Each => rows.len().min(MOST) * ROW,
            _ => HEIGHT,
        },
        marks: laid.marks,
        drawn,
        rows,
    }
}

/// The rows that are drawn, in their order: the largest.
fn shown(rows: &[Row]) -> impl Iterator<Item = &Row> {
    let mut shown: Vec<(usize, f64)> = rows.iter().map(Row::size).enumerate().collect();
    shown.arrange_by(|(_, a), (_, b)| b.total_cmp(a));
    shown.truncate(MOST);
    shown.arrange_by_key(|(position, _)| *position);
    shown.into_iter().map(|(position, _)| &rows[position])
}

/// What the chart says beside a record's figure.
pub fn annotation(setting: Setting<'_>, chart: &Chart, record: RecordIx) -> Option<String> {
    let id = &setting.dataset.record(record).id;
    let said = chart.annotations.iter().find(|said| said.record == *id)?;
    Some(text::drawn_words(said.text.get(setting.lang)))
}

/// Whether a chart shows values one by one, or something beside them.
fn is_of_single_values(chart: &Chart) -> bool {
    match chart.form {
        Form::Each | Form::Slope | Form::Table => true,
        Form::Nesting | Form::Units | Form::Total => !chart.context.is_empty(),
    }
}

/// The values that a chart of single figures draws, in its order.
fn drawn(
    setting: Setting<'_>,
    records: &[RecordIx],
    wanted: &[Quantity],
    chart: &Chart,
) -> Vec<Counted> {
    let dataset = setting.dataset;
    let days = |counted: &Counted| dataset.days(dataset.record(counted.record).time.time);
    let mut values: Vec<Counted> = wanted
        .iter()
        .flat_map(|of| values_of(dataset, records, *of))
        .collect();
    match (chart.form, chart.order) {
        // Without a time they come last.
        (Form::Slope, _) => {
            values.arrange_by_key(|counted| (days(counted).is_none(), days(counted)));
        }
        (_, Order::Largest) => {
            values.arrange_by(|a, b| b.amount.total_cmp(&a.amount).then(a.record.cmp(&b.record)));
        }
        (_, Order::Time) => {
            values.retain(|counted| days(counted).is_some());
            values.arrange_by_key(days);
        }
    }
    values
}

/// The rows of a table, unit by unit: a share of the largest figure where there
/// is more than one, and none below zero.
fn table(setting: Setting<'_>, values: &[Counted]) -> Vec<Row> {
    let unit_of = |counted: &Counted| {
        let record = setting.dataset.record(counted.record);
        record.values[counted.value].of.unit
    };
    let mut units: Vec<UnitIx> = Vec::new();
    let mut of_unit: BTreeMap<UnitIx, Vec<&Counted>> = BTreeMap::new();
    for counted in values {
        let unit = unit_of(counted);
        if !units.contains(&unit) {
            units.push(unit);
        }
        of_unit.entry(unit).or_default().push(counted);
    }
    // Units of which there is most first, as their rows can be compared.
    units.arrange_by_key(|unit| std::cmp::Reverse(of_unit.get(unit).map_or(0, Vec::len)));
    let rows = |unit: &UnitIx| {
        let rows = of_unit.remove(unit).unwrap_or_default();
        let amounts = || rows.iter().map(|counted| counted.amount);
        let most = amounts().fold(0.0, f64::max);
        let compare = rows.len() > 1 && most > 0.0 && amounts().all(|amount| amount >= 0.0);
        let row = |counted: &&Counted| Row {
            share: compare.then_some(counted.amount / most),
            ..Row::new(Of::Value(**counted))
        };
        rows.iter().map(row).collect::<Vec<_>>()
    };
    units.iter().flat_map(rows).collect()
}

/// Records of the kinds that the chart asks for, stated where its values are.
fn context(
    setting: Setting<'_>,
    chart: &Chart,
    values: &[Counted],
    records: &[RecordIx],
) -> Vec<RecordIx> {
    if chart.context.is_empty() {
        return Vec::new();
    }
    let dataset = setting.dataset;
    let timed = |counted: &&Counted| {
        let time = dataset.record(counted.record).time.time;
        chart.form != Form::Slope || dataset.days(time).is_some()
    };
    let drawn = values.iter().filter(timed);
    let drawn = sorting::set(drawn.map(|counted| counted.record));
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
