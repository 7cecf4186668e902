//! Titles and notes of charts.

use super::{Phrase, axis_unit, labelled};
use model::{Chart, ChartIx, Dataset, Form, Grouping, Lang, UnitIx};

/// A chart's title: the dataset's own, or one made of what it draws.
#[must_use]
pub fn title(lang: Lang, chart: ChartIx, dataset: &Dataset) -> Phrase {
    let chart = dataset.chart(chart);
    match (&chart.title, chart.values.first()) {
        (Some(title), _) => Phrase::of(lang, title),
        (None, None) => chart.id.as_str().into(),
        (None, Some(value)) => {
            let name = Phrase::of(lang, &dataset.indicator(value.of.indicator).name);
            let several = dataset
                .charts
                .iter()
                .flat_map(|chart| &chart.values)
                .any(|other| {
                    other.of.indicator == value.of.indicator && other.of.unit != value.of.unit
                });
            let name = if several {
                let unit = axis_unit(lang, value.of.unit, 1.0, dataset);
                Phrase::put([unit, name], |[unit, name]| {
                    super::in_brackets(lang, unit, name)
                })
            } else {
                name
            };
            made(lang, chart, name)
        }
    }
}

fn made(lang: Lang, chart: &Chart, name: Phrase) -> Phrase {
    let how = match (chart.form, chart.by) {
        (Form::Each, _) => return name,
        (Form::Nesting, _) => super::chart_nesting(lang),
        (Form::Total, Grouping::Place) => super::chart_by_place(lang),
        (Form::Total, Grouping::Sector) => super::chart_by_sector(lang),
        (Form::Total, Grouping::Kind) => super::chart_by_kind(lang),
    };
    Phrase::put([name, how.into()], |[name, how]| labelled(lang, name, how))
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
pub fn note(lang: Lang, chart: ChartIx, drawn: Drawn, dataset: &Dataset) -> Phrase {
    let chart = dataset.chart(chart);
    let mut sentences: Vec<Phrase> = Vec::new();
    if let Some(unit) = one_unit(chart) {
        let unit = axis_unit(lang, unit, drawn.divisor, dataset);
        sentences.push(Phrase::put([unit], |[unit]| {
            super::chart_in_unit(lang, unit)
        }));
    }
    sentences.push(match (&chart.note, chart.form) {
        (Some(note), _) => Phrase::of(lang, note),
        (None, Form::Nesting) => super::chart_nesting_note(lang).into(),
        (None, Form::Total) => super::chart_total_note(lang).into(),
        (None, Form::Each) => super::chart_each_note(lang).into(),
    });
    if drawn.logarithmic {
        sentences.push(super::chart_logarithmic(lang).into());
    }
    if drawn.more > 0 {
        let said = match chart.form {
            Form::Nesting => super::chart_first,
            Form::Total | Form::Each => super::chart_largest,
        };
        sentences.push(said(lang, drawn.more, &drawn.bars.to_string()).into());
    }
    sentences
        .into_iter()
        .reduce(|said, next| {
            Phrase::put([said, next], |[said, next]| {
                super::two_sentences(lang, said, next)
            })
        })
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
