//! What the page draws: measures of the map and charts. A wrong one costs
//! itself only.

use super::names::{Names, find, is_id};
use super::raw;
use crate::{
    Annotation, Chart, ChartValue, Fault, Form, Grouping, Indicator, KindIx, List, MapMeasure,
    MeasureIx, Order, Problem, Spot, Unit,
};
use serde::Deserialize;
use serde_json::value::RawValue;
use sorting::Arrange as _;
use std::collections::HashSet;

/// What links call the number of records, which every map can be shaded by.
const RECORDS: &str = "records";

pub(super) fn measures(
    raws: &[&RawValue],
    names: &Names,
    problems: &mut Vec<Problem>,
) -> (Vec<MapMeasure>, Vec<usize>) {
    let mut ids = HashSet::new();
    kept(List::Measures, raws, problems, |raw: raw::Measure| {
        let id = raw.id.clone();
        if id == RECORDS {
            return Err((id.clone(), Fault::Reserved(id)));
        }
        let of = names.quantity(&raw.indicator, &raw.unit);
        let of = of.and_then(|of| own_id(&id, &mut ids).map(|()| of));
        let of = of.map_err(|fault| (id.clone(), fault))?;
        let beside = raw.beside.iter().map(|other| {
            let other = names.quantity(other, &raw.unit);
            other.map(|of| of.indicator)
        });
        let beside = beside.collect::<Result<_, _>>();
        let beside = beside.map_err(|fault| (id, fault))?;
        Ok(MapMeasure {
            id: raw.id,
            name: raw.name.ordered(&names.languages),
            of,
            beside,
        })
    })
}

/// The measure that the dataset names; none for the number of records.
pub(super) fn default_measure(
    id: Option<&str>,
    measures: &[MapMeasure],
) -> Result<Option<MeasureIx>, Problem> {
    let Some(id) = id.filter(|id| *id != RECORDS) else {
        return Ok(None);
    };
    let position = measures.iter().position(|measure| measure.id == id);
    let there = position.ok_or_else(|| Problem {
        at: Spot::Field("defaultMeasure".to_owned()),
        fault: Fault::NotThere {
            list: List::Measures,
            id: id.to_owned(),
        },
    });
    there.map(|position| Some(MeasureIx::of(position)))
}

pub(super) fn charts(
    raws: &[&RawValue],
    indicators: &[Indicator],
    units: &[Unit],
    names: &Names,
    problems: &mut Vec<Problem>,
) -> (Vec<Chart>, Vec<usize>) {
    let mut ids = HashSet::new();
    kept(List::Charts, raws, problems, |raw: raw::Chart| {
        let id = raw.id.clone();
        chart(raw, indicators, units, names)
            .and_then(|chart| own_id(&id, &mut ids).map(|()| chart))
            .map_err(|fault| (id, fault))
    })
}

fn chart(
    raw: raw::Chart,
    indicators: &[Indicator],
    units: &[Unit],
    names: &Names,
) -> Result<Chart, Fault> {
    let kinds = |ids: &[String]| {
        ids.iter()
            .map(|id| find(List::Kinds, &names.kinds, id).map(KindIx::of))
            .collect::<Result<Vec<_>, _>>()
    };
    let values = raw
        .values
        .into_iter()
        .map(|value| {
            let of = names.quantity(&value.indicator, &value.unit)?;
            if raw.form == Form::Total && !indicators[of.indicator.at()].adds {
                return Err(Fault::NotAdditive(value.indicator));
            }
            let apart = value.apart.map(|apart| apart.ordered(&names.languages));
            Ok(ChartValue { of, apart })
        })
        .collect::<Result<Vec<_>, _>>()?;
    if values.is_empty() {
        return Err(Fault::NoChartValues);
    }
    one_axis(raw.form, &values, units)?;
    Ok(Chart {
        id: raw.id,
        title: Some(raw.title.ordered(&names.languages)),
        note: raw.note.map(|note| note.ordered(&names.languages)),
        form: raw.form,
        values,
        by: raw.by.unwrap_or(Grouping::Place),
        order: raw.order.unwrap_or(Order::Largest),
        kinds: kinds(&raw.kinds)?,
        context: kinds(&raw.context)?,
        annotations: raw
            .annotations
            .into_iter()
            .map(|(record, text)| Annotation {
                record,
                text: text.ordered(&names.languages),
            })
            .collect(),
    })
}

/// Leaves out, and reports, annotations beside records that are not there.
pub(super) fn annotations(
    charts: &mut [Chart],
    origins: &[usize],
    is_there: impl Fn(&str) -> bool,
    problems: &mut Vec<Problem>,
) {
    for (chart, position) in charts.iter_mut().zip(origins) {
        chart.annotations.retain(|annotation| {
            let there = is_there(&annotation.record);
            if !there {
                let fault = Fault::NotThere {
                    list: List::Records,
                    id: annotation.record.clone(),
                };
                problems.push(Problem::of(List::Charts, *position, &chart.id, fault));
            }
            there
        });
    }
}

/// What shares a scale is compared by its size, so it is of one unit. Only
/// counted things of several kinds may be a list of single figures, each in its
/// own words: nobody takes schools for visits, but euros for pounds. A table has
/// no scale that is common to its units.
fn one_axis(form: Form, values: &[ChartValue], units: &[Unit]) -> Result<(), Fault> {
    let mut of: Vec<_> = values.iter().map(|value| value.of.unit).collect();
    of.arrange();
    of.dedup();
    let units: Vec<&Unit> = of.iter().map(|ix| &units[ix.at()]).collect();
    let parts = matches!(form, Form::Each | Form::Units);
    let is_list = parts && units.iter().all(|unit| unit.is_counted());
    if units.len() > 1 && !is_list && form != Form::Table {
        let ids = units.iter().map(|unit| unit.id.clone());
        return Err(Fault::OneAxis(ids.collect()));
    }
    Ok(())
}

pub(super) fn own_id(id: &str, ids: &mut HashSet<String>) -> Result<(), Fault> {
    match () {
        () if !is_id(id) => Err(Fault::BadId(id.to_owned())),
        () if !ids.insert(id.to_owned()) => Err(Fault::IdTwice),
        () => Ok(()),
    }
}

/// The items that can be read, with their positions in the file; the others are
/// reported.
pub(super) fn kept<'a, R: Deserialize<'a>, T>(
    list: List,
    raws: &[&'a RawValue],
    problems: &mut Vec<Problem>,
    mut read: impl FnMut(R) -> Result<T, (String, Fault)>,
) -> (Vec<T>, Vec<usize>) {
    let (mut items, mut origins) = (Vec::with_capacity(raws.len()), Vec::new());
    for (position, raw) in raws.iter().enumerate() {
        let item = serde_json::from_str(raw.get())
            .map_err(|error| (String::new(), Fault::unreadable(&error)))
            .and_then(&mut read);
        match item {
            Ok(item) => {
                items.push(item);
                origins.push(position);
            }
            Err((id, fault)) => problems.push(Problem::of(list, position, &id, fault)),
        }
    }
    (items, origins)
}
