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
        (Form::Each | Form::Slope | Form::Table, _) => return name,
        (Form::Nesting | Form::Units, _) => super::chart_nesting(lang),
        (Form::Total, Grouping::Place) => super::chart_by_place(lang),
        (Form::Total, Grouping::Sector) => super::chart_by_sector(lang),
        (Form::Total, Grouping::Kind) => super::chart_by_kind(lang),
    };
    Phrase::put([name, how.into()], |[name, how]| labelled(lang, name, how))
}

/// What a drawing's looks mean, where they are in it.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each sign is there or not, whatever the others"
)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// Hollow: expected.
    pub expected: bool,
    /// Fading ends: more, less or about that much.
    pub fades: bool,
    /// Dashed edges: read from the context.
    pub inferred: bool,
    /// Pale dots: may count some of the same.
    pub overlaps: bool,
    /// Hollow points: of what time is not stated.
    pub open: bool,
}

/// How a chart is drawn of what is selected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drawn {
    /// In which form: a table, where there is too little for another.
    pub form: Form,
    /// How many a dot stands for.
    pub per: Option<f64>,
    /// What its looks mean.
    pub signs: Signs,
    /// How many figures are drawn.
    pub bars: usize,
    /// How many are too many to be drawn.
    pub more: usize,
}

/// How to read a chart: what the dataset or its form says, what its looks mean,
/// and how many figures it does not show.
#[must_use]
pub fn note(lang: Lang, chart: ChartIx, drawn: Drawn, dataset: &Dataset) -> Phrase {
    let chart = dataset.chart(chart);
    let mut sentences: Vec<Phrase> = Vec::new();
    sentences.push(match (&chart.note, drawn.form) {
        (Some(note), _) => Phrase::of(lang, note),
        (None, Form::Nesting) => super::chart_nesting_note(lang).into(),
        (None, Form::Total) => super::chart_total_note(lang).into(),
        (None, Form::Slope) => super::chart_slope_note(lang).into(),
        (None, Form::Table) => super::chart_table_note(lang).into(),
        (None, Form::Each | Form::Units) => super::chart_each_note(lang).into(),
    });
    let unit = one_unit(chart).or(chart.values.first().map(|value| value.of.unit));
    match (drawn.form, drawn.per, unit) {
        (Form::Slope, _, Some(unit)) => {
            let unit = axis_unit(lang, unit, 1.0, dataset);
            sentences.push(Phrase::put([unit], |[unit]| {
                super::chart_in_unit(lang, unit)
            }));
        }
        (_, Some(per), Some(unit)) => {
            let amount = super::amount(lang, per, unit, dataset);
            sentences.push(super::chart_dot(lang, &amount).into());
        }
        _ => {}
    }
    let Signs {
        expected,
        fades,
        inferred,
        overlaps,
        open,
    } = drawn.signs;
    for (is_there, said) in [
        (inferred, super::chart_inferred(lang)),
        (overlaps, super::chart_overlaps(lang)),
        (open, super::chart_open(lang)),
        (expected, super::chart_expected(lang)),
        (fades, super::chart_fades(lang)),
    ] {
        if is_there {
            sentences.push(said.into());
        }
    }
    if drawn.more > 0 {
        let said = match drawn.form {
            Form::Slope | Form::Table => super::chart_first,
            _ => super::chart_largest,
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
