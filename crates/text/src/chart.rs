//! Titles and notes of charts.

use super::{axis_unit, labelled};
use model::{Chart, ChartIx, Dataset, Form, Grouping, Lang, UnitIx};

/// A chart's title: the dataset's own, or one made of what it draws.
#[must_use]
pub fn title(lang: Lang, chart: ChartIx, dataset: &Dataset) -> String {
    let chart = dataset.chart(chart);
    match (&chart.title, chart.values.first()) {
        (Some(title), _) => title.get(lang).to_owned(),
        (None, None) => chart.id.clone(),
        (None, Some(value)) => {
            let name = dataset.indicator(value.of.indicator).name.get(lang);
            let several = dataset
                .charts
                .iter()
                .flat_map(|chart| &chart.values)
                .any(|other| {
                    other.of.indicator == value.of.indicator && other.of.unit != value.of.unit
                });
            let name = if several {
                let unit = axis_unit(lang, value.of.unit, 1.0, dataset);
                super::in_brackets(lang, &unit, name)
            } else {
                name.to_owned()
            };
            made(lang, chart, &name)
        }
    }
}

fn made(lang: Lang, chart: &Chart, name: &str) -> String {
    match (chart.form, chart.by) {
        (Form::Each, _) => name.to_owned(),
        (Form::Nesting, _) => labelled(lang, name, super::chart_nesting(lang)),
        (Form::Total, Grouping::Place) => labelled(lang, name, super::chart_by_place(lang)),
        (Form::Total, Grouping::Sector) => labelled(lang, name, super::chart_by_sector(lang)),
        (Form::Total, Grouping::Kind) => labelled(lang, name, super::chart_by_kind(lang)),
    }
}

/// How a chart is drawn of what is selected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drawn {
    /// What the axis' numbers are divided by.
    pub divisor: f64,
    /// Whether its scale is logarithmic.
    pub logarithmic: bool,
    /// How many bars are drawn.
    pub bars: usize,
    /// How many are too many to be drawn.
    pub more: usize,
}

/// What a chart's axis is in, how to read it, on what scale it is, and how many
/// bars it does not show.
#[must_use]
pub fn note(lang: Lang, chart: ChartIx, drawn: Drawn, dataset: &Dataset) -> String {
    let chart = dataset.chart(chart);
    let mut sentences = Vec::new();
    if let Some(unit) = one_unit(chart) {
        let unit = axis_unit(lang, unit, drawn.divisor, dataset);
        sentences.push(super::chart_in_unit(lang, &super::isolated(&unit)));
    }
    match (&chart.note, chart.form) {
        (Some(note), _) => sentences.push(super::isolated(note.get(lang))),
        (None, Form::Nesting) => sentences.push(super::chart_nesting_note(lang).to_owned()),
        (None, Form::Total) => sentences.push(super::chart_total_note(lang).to_owned()),
        (None, Form::Each) => sentences.push(super::chart_each_note(lang).to_owned()),
    }
    if drawn.logarithmic {
        sentences.push(super::chart_logarithmic(lang).to_owned());
    }
    if drawn.more > 0 {
        let said = match chart.form {
            Form::Nesting => super::chart_first,
            Form::Total | Form::Each => super::chart_largest,
        };
        sentences.push(said(lang, drawn.more, &drawn.bars.to_string()));
    }
    sentences
        .into_iter()
        .reduce(|said, next| super::two_sentences(lang, &said, &next))
        .unwrap_or_default()
}

/// The unit of all values of a chart, where they have one.
#[must_use]
pub fn one_unit(chart: &Chart) -> Option<UnitIx> {
    let unit = chart.values.first()?.of.unit;
    chart
        .values
        .iter()
        .all(|value| value.of.unit == unit)
        .then_some(unit)
}
