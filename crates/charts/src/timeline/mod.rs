//! Records on a time axis: a row each, with its title and its figure, in lanes
//! by sector.

mod datum;
mod density;
mod folds;
mod labels;
mod lane_name;
mod moments;
mod option;
mod pace;
mod period;
mod rows;
mod scale;
mod sign;
mod sizes;
mod span;
mod strip;
mod undated;
mod unit;

pub use density::{Count, density};
pub use moments::{Moment, moments};
pub use pace::Pace;
pub use period::{brush, brushed, visible_months};
pub use scale::{End, Scale};
pub use sign::Sign;
pub use sizes::Room;
pub use strip::Strip;
pub use undated::{Group, Hidden, UNDATED, undated};

use super::labels::on_record;
use super::{Action, Mark, Setting};
use datum::{HEAD, datum, words};
use folds::folds;
use lane_name::lane_name;
use model::{Days, RecordIx, SectorIx};
use option::option;
use period::axis;
use query::Period;
use rows::{Row, lanes};
use serde_json::Value;
use sign::signs_of;
use sizes::{COMPACT, columns, sizes};
use sorting::Arrange as _;
pub use span::{Look as Form, Span};
use std::collections::BTreeSet;
use view::Label;

/// Between two lanes, in rows.
const GAP: f64 = 0.25;
/// Below the last row, in pixels.
const BOTTOM: usize = 2;
/// Position of the records' series in the option.
const RECORDS: usize = 1;

/// The timeline, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineView {
    /// What ECharts draws.
    pub option: Value,
    /// Which mark stands for which record.
    pub marks: Vec<Mark>,
    /// Its height in pixels.
    pub height: usize,
    /// Records whose time is not stated: the lane below.
    pub undated: Vec<RecordIx>,
    /// Whether anything is on the axis.
    pub is_empty: bool,
    /// The signs on it, for the legend.
    pub signs: BTreeSet<Sign>,
    /// Where the whole span lies in true scale; none without records on it.
    pub strip: Option<Strip>,
    /// How many records state a time.
    pub dated: usize,
    /// How many of them begin before the day on which the last folded years end.
    pub before: Option<(usize, Days)>,
    /// The records on it, in the order of time, each with the pixel at which its
    /// row begins.
    pub order: Vec<(RecordIx, usize)>,
}

/// What is shown of the selected records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Sectors of which all rows are shown.
    pub open: BTreeSet<SectorIx>,
    /// The period that the selection is of.
    pub period: Period,
    /// How much room there is.
    pub room: Room,
    /// What whoever made the link wrote.
    pub labels: Vec<Label>,
}

/// Builds the timeline from the selected records. The axis is that of the
/// whole dataset, so that it stays where it is while filters change. Lanes that
/// are too long show their weightiest records, open ones all.
#[must_use]
pub fn timeline(setting: Setting<'_>, records: &[RecordIx], shown: &Shown) -> TimelineView {
    let Setting {
        dataset,
        lang,
        compact,
        ..
    } = setting;
    let sizes = sizes(compact, shown.room);
    let rows = rows::Most::of(compact, shown.room);
    let (mut lanes, undated) = lanes(dataset, records, &shown.open, rows);
    if let Room::Picture(most) = shown.room {
        rows::thin(dataset, &mut lanes, most);
    }

    let mut marks = Vec::new();
    let mut data = Vec::new();
    let mut signs = BTreeSet::new();
    let mut order = Vec::new();
    let mut starts = Vec::new();
    let mut at = labels::rows(&shown.labels, &sizes);
    for lane in &lanes {
        if at > 0.0 && !compact {
            at += GAP;
        }
        starts.push(at);
        let name = &dataset.sector(lane.sector).name;
        // On a narrow page a lane's name has a row of its own.
        if compact {
            data.push(words(
                setting,
                lane.sector,
                (at, HEAD),
                text::drawn(lang, name),
            ));
            at += 1.0;
        }
        for (position, row) in lane.rows.iter().enumerate() {
            let (records, action) = match row {
                Row::Record(ix, span) => {
                    signs.extend(signs_of(span));
                    signs.extend(setting.reaches(*ix).then_some(Sign::Reaches));
                    order.push((span.first, span.last, *ix, at));
                    (vec![*ix], Action::Open(*ix))
                }
                Row::More(sector, _) | Row::Fewer(sector) => (Vec::new(), Action::Fold(*sector)),
            };
            let label = records
                .first()
                .and_then(|ix| on_record(setting, &shown.labels, *ix));
            marks.push(Mark {
                series: Some(RECORDS),
                datum: data.len(),
                records,
                action: Some(action),
            });
            let mut datum = datum(setting, lane.sector, row, at);
            if !compact && sizes.figure == 0 {
                datum["figure"] = "".into();
            }
            if let Some(label) = label {
                datum["label"] = label.into();
            }
            if position == 0 && sizes.lane > 0 {
                // Of two lines the second would lie on the next lane's.
                let lines = match lane.rows.len() {
                    1 => name.get(lang).to_owned(),
                    _ => lane_name(name.lang(lang), name.get(lang)),
                };
                datum["lane"] = text::drawn_words(&lines).into();
                datum["family"] = setting.theme.sector(lane.sector).into();
            }
            data.push(datum);
            at += 1.0;
        }
    }
    order.arrange_by_key(|(first, last, ix, _)| (*first, *last, *ix));
    let above = strip::height(setting, false);
    let pixel = |at: f64| (at * sizes.row as f64).ceil() as usize + above;
    let folds = folds(dataset, axis(dataset));
    if !lanes.is_empty() {
        signs.insert(Sign::Source);
        signs.extend(folds.first().map(|_| Sign::Folded));
    }
    let columns = columns(&sizes);
    let look = strip::Look {
        records,
        period: shown.period,
        folds: &folds,
        is_alone: false,
        sides: columns,
    };
    let times = || records.iter().filter_map(|ix| span::span(dataset, *ix));
    let before = folds.last().map(|(_, end)| {
        let is_before = |span: &Span| span.first < *end;
        (times().filter(is_before).count(), *end)
    });
    TimelineView {
        dated: times().count(),
        before,
        option: {
            let mut option = option(setting, &sizes, &look, (&starts, at), data);
            let series = labels::series(setting, &shown.labels, &sizes, at);
            if let (Some(all), Some(series)) = (option["series"].as_array_mut(), series) {
                all.push(series);
            }
            option
        },
        marks,
        height: pixel(at) + BOTTOM,
        is_empty: lanes.is_empty(),
        undated,
        signs,
        strip: strip_of(setting, columns),
        order: order
            .into_iter()
            .map(|(_, _, ix, at)| (ix, pixel(at)))
            .collect(),
    }
}

/// The whole span alone, for pages that list the records below it.
#[must_use]
pub fn overview(setting: Setting<'_>, records: &[RecordIx], shown: &Shown) -> TimelineView {
    let columns = columns(&COMPACT);
    let look = strip::Look {
        records,
        period: shown.period,
        folds: &[],
        is_alone: true,
        sides: columns,
    };
    let mut option = option(setting, &COMPACT, &look, (&[], 0.0), Vec::new());
    if let Some(option) = option.as_object_mut() {
        option.remove("brush");
        option.remove("dataZoom");
    }
    TimelineView {
        option,
        marks: Vec::new(),
        height: strip::height(setting, true),
        undated: Vec::new(),
        is_empty: false,
        dated: 0,
        before: None,
        signs: BTreeSet::new(),
        strip: strip_of(setting, columns),
        order: Vec::new(),
    }
}

/// Where the strip lies, if any record of the dataset states a time.
fn strip_of(setting: Setting<'_>, (left, right): (usize, usize)) -> Option<Strip> {
    let dataset = setting.dataset;
    let is_dated = |ix: RecordIx| span::span(dataset, ix).is_some();
    dataset.record_indices().any(is_dated).then(|| Strip {
        left,
        right,
        top: strip::names(setting),
        height: strip::COUNTS,
    })
}
