//! Records on a time axis: a row each, with its title and its figure, in lanes
//! by sector.

mod density;
mod folds;
mod lane_name;
mod moments;
mod period;
mod rows;
mod scale;
mod span;
mod strip;
mod undated;
mod unit;

pub use density::{Count, density};
pub use moments::{Moment, moments};
pub use period::{brush, brushed, visible_months};
pub use scale::{End, Scale};
pub use strip::Strip;
pub use undated::{Group, Hidden, undated};

use super::theme::font;
use super::{Action, Mark, Setting};
use folds::folds;
use lane_name::lane_name;
use model::{Days, RecordIx, SectorIx};
use period::{axis, milliseconds};
use query::Period;
use rows::{Row, lanes};
use serde_json::{Value, json};
use span::Look;
pub use span::{Look as Form, Span};
use std::collections::BTreeSet;

/// Sizes in pixels: of a row, its letters, and the columns beside the time: the
/// lane's name, the title, the figure.
struct Sizes {
    row: usize,
    letters: usize,
    lane: usize,
    title: usize,
    figure: usize,
}

const USUAL: Sizes = Sizes {
    row: 13,
    letters: 12,
    lane: 98,
    title: 150,
    figure: 142,
};
/// Beside a map on a narrow screen: figures are in the tooltip and in what is told
/// of a record.
const NARROW: Sizes = Sizes {
    row: 15,
    letters: 12,
    lane: 98,
    title: 150,
    figure: 0,
};
/// Beside a map in a frame: a lane is known by its colour, and titles run on over
/// empty time.
const TIGHT: Sizes = Sizes {
    row: 14,
    letters: 12,
    lane: 0,
    title: 146,
    figure: 0,
};
const WIDE: Sizes = Sizes {
    row: 16,
    letters: 13,
    lane: 120,
    title: 176,
    figure: 160,
};
/// On a narrow page title and figure stand above the mark.
const COMPACT: Sizes = Sizes {
    row: 40,
    letters: 12,
    lane: 0,
    title: 0,
    figure: 0,
};
/// Between two lanes, in rows.
const GAP: f64 = 0.25;
/// Below the last row, in pixels.
const BOTTOM: usize = 2;
/// Position of the records' series in the option.
const RECORDS: usize = 1;
/// Without columns: half a year's number, so that the outermost are whole.
const EDGE: usize = 14;
/// In place of a look: a row that folds, and a lane's name.
const FOLD_ROW: i8 = -1;
const HEAD: i8 = -2;
/// The width of folded years, as a part of the axis.
const FOLD: &str = "3%";

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
}

/// How much room the rows have, where it is not a phone's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Room {
    /// That of half a small frame: few rows, lanes without names.
    Tight,
    /// Not enough for figures.
    Narrow,
    /// A common screen's.
    #[default]
    Usual,
    /// Enough for larger rows.
    Wide,
}

/// What the forms of marks and axis mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// A fading end: not stated.
    Open,
    /// A capsule: known to the year.
    Year,
    /// A diamond: known to the month or the day.
    Moment,
    /// Hollow: still to come when the source was written.
    Planned,
    /// Lighter: only reaches into the chosen period.
    Reaches,
    /// The dotted line: the day of the source.
    Source,
    /// A broken band of the axis: folded years.
    Folded,
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
    let (lanes, undated) = lanes(dataset, records, &shown.open, rows);

    let mut marks = Vec::new();
    let mut data = Vec::new();
    let mut signs = BTreeSet::new();
    let mut order = Vec::new();
    let mut starts = Vec::new();
    let mut at = 0.0;
    for lane in &lanes {
        if at > 0.0 && !compact {
            at += GAP;
        }
        starts.push(at);
        let name = &dataset.sector(lane.sector).name;
        // On a narrow page a lane's name has a row of its own.
        if compact {
            data.push(words(setting, at, HEAD, text::drawn(lang, name)));
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
            marks.push(Mark {
                series: Some(RECORDS),
                datum: data.len(),
                records,
                action: Some(action),
            });
            let mut datum = datum(setting, lane.sector, row, at);
            if !compact && matches!(shown.room, Room::Tight | Room::Narrow) {
                datum["figure"] = "".into();
            }
            if position == 0 && sizes.lane > 0 {
                let lines = lane_name(name.lang(lang), name.get(lang));
                datum["lane"] = text::drawn_words(&lines).into();
                datum["family"] = setting.theme.sector(lane.sector).into();
            }
            data.push(datum);
            at += 1.0;
        }
    }
    order.sort_by_key(|(first, last, ix, _)| (*first, *last, *ix));
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
        option: option(setting, &sizes, &look, (&starts, at), data),
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

const fn sizes(compact: bool, room: Room) -> Sizes {
    match (compact, room) {
        (true, _) => COMPACT,
        (false, Room::Tight) => TIGHT,
        (false, Room::Narrow) => NARROW,
        (false, Room::Usual) => USUAL,
        (false, Room::Wide) => WIDE,
    }
}

/// How wide what stands left and right of the time is.
const fn columns(sizes: &Sizes) -> (usize, usize) {
    match sizes.lane + sizes.title {
        0 => (EDGE, EDGE),
        left if sizes.figure == 0 => (left, EDGE),
        left => (left, sizes.figure),
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

fn signs_of(span: &Span) -> impl Iterator<Item = Sign> {
    let look = match span.look {
        Look::Bar => None,
        Look::Year => Some(Sign::Year),
        Look::Moment => Some(Sign::Moment),
    };
    let open = (span.open_start || span.open_end).then_some(Sign::Open);
    let planned = span.planned_after.map(|_| Sign::Planned);
    look.into_iter().chain(open).chain(planned)
}

fn datum(setting: Setting<'_>, sector: SectorIx, row: &Row, at: f64) -> Value {
    let Setting {
        dataset,
        lang,
        theme,
        ..
    } = setting;
    let color = theme.sector(sector);
    match row {
        Row::Record(ix, span) => {
            let record = dataset.record(*ix);
            json!({
                "name": text::of(lang, &record.title),
                "value": [
                    milliseconds(span.first), milliseconds(span.last + 1), at,
                    u8::from(span.open_start), u8::from(span.open_end), span.look as u8,
                    span.planned_after.map_or_else(|| milliseconds(span.last + 1), |day| milliseconds(day + 1)),
                ],
                "tip": tip(setting, *ix),
                "title": text::drawn_words(record.row_title(lang)),
                "figure": text::drawn_words(&figure(setting, *ix)),
                // Its mark is lighter.
                "reaches": setting.reaches(*ix),
                "itemStyle": { "color": color },
            })
        }
        Row::More(_, count) => words(setting, at, FOLD_ROW, text::and_more(lang, *count)),
        Row::Fewer(_) => words(setting, at, FOLD_ROW, text::show_fewer(lang).to_owned()),
    }
}

/// A row of words alone.
fn words(setting: Setting<'_>, at: f64, look: i8, words: String) -> Value {
    let (first, _) = axis(setting.dataset);
    let first = milliseconds(first);
    json!({
        "name": words, "value": [first, first, at, 0, 0, look, first], "title": words, "figure": "",
        "itemStyle": { "color": setting.theme.muted },
    })
}

/// A record's first figure, and whether there are more.
fn figure(setting: Setting<'_>, ix: RecordIx) -> String {
    let Setting { dataset, lang, .. } = setting;
    match dataset.record(ix).values.as_slice() {
        [] => String::new(),
        [one] => text::qualified(lang, one, dataset),
        [first, ..] => format!("{} …", text::qualified(lang, first, dataset)),
    }
}

fn tip(setting: Setting<'_>, ix: RecordIx) -> String {
    let Setting { dataset, lang, .. } = setting;
    let record = dataset.record(ix);
    let title = text::of(lang, &record.title);
    let mut tip = format!("{title}\n{}", text::time(lang, record.time.time, dataset));
    if let Some(note) = &record.time.note {
        tip.push('\n');
        tip.push_str(&text::of(lang, note));
    }
    for value in &record.values {
        tip.push('\n');
        tip.push_str(&text::qualified(lang, value, dataset));
    }
    if setting.reaches(ix) {
        tip.push('\n');
        tip.push_str(text::reaches_only(lang));
    }
    tip
}

fn option(
    setting: Setting<'_>,
    sizes: &Sizes,
    look: &strip::Look<'_>,
    (starts, rows): (&[f64], f64),
    data: Vec<Value>,
) -> Value {
    let Setting {
        dataset,
        lang,
        theme,
        ..
    } = setting;
    let (first, last) = axis(dataset);
    let (left, right) = columns(sizes);
    let now = milliseconds(dataset.as_of.last_day() + 1);
    // A thin line above each lane's first row, and one at the day of the source.
    let rules: Vec<Value> = starts
        .iter()
        .skip(1)
        .map(|row| json!({ "yAxis": row - 0.5 - GAP / 2.0 }))
        .chain((rows > 0.0).then(|| json!({ "xAxis": now, "lineStyle": { "type": "dotted", "opacity": 0.9, "color": theme.text } })))
        .collect();
    let breaks: Vec<Value> = look
        .folds
        .iter()
        .map(|(start, end)| json!({ "start": milliseconds(*start), "end": milliseconds(*end), "gap": FOLD }))
        .collect();
    json!({
        "animation": false,
        // Days are days of the source, not of the reader's time zone.
        "useUTC": true,
        "textStyle": { "fontFamily": font(lang) },
        "tooltip": { "trigger": "item", "confine": true },
        "grid": { "left": left, "right": right, "top": strip::height(setting, look.is_alone), "bottom": if look.is_alone { 0 } else { BOTTOM }, "outerBoundsMode": "none" },
        // The strip writes the years: ECharts drops most beside folded ones.
        "xAxis": {
            "type": "time", "min": milliseconds(first), "max": milliseconds(last),
            "axisLabel": { "show": false }, "axisTick": { "show": false }, "axisLine": { "show": false },
            "splitLine": { "show": false },
            "breaks": breaks,
            "breakArea": {
                "show": true, "zigzagAmplitude": 0, "expandOnClick": false, "z": 0,
                "itemStyle": { "color": theme.band, "borderColor": theme.line, "borderType": "dashed", "opacity": 0.9 },
            },
        },
        "yAxis": {
            "type": "value", "inverse": true, "min": -0.5, "max": rows.max(1.0) - 0.5, "interval": 1,
            "splitLine": { "show": false }, "axisTick": { "show": false }, "axisLine": { "show": false },
            "axisLabel": { "show": false },
        },
        "dataZoom": [{
            "type": "inside", "xAxisIndex": 0, "filterMode": "none",
            // The bridge zooms: ECharts would take the page's wheel and fingers.
            "disabled": true, "minValueSpan": 86_400_000_i64 * 90,
        }],
        "brush": {
            "xAxisIndex": 0, "brushType": "lineX", "brushMode": "single", "transformable": false,
            // Behind the rows, whose colours it leaves.
            "z": 2, "brushStyle": { "color": "rgba(80,130,220,0.13)", "borderColor": theme.accent, "borderWidth": 1 },
            "outOfBrush": { "colorAlpha": 1 },
        },
        "series": [
            {
                "type": "line", "data": [], "silent": true,
                "markLine": {
                    "silent": true, "symbol": "none", "data": rules, "label": { "show": false },
                    "lineStyle": { "color": theme.line, "type": "solid", "width": 1, "opacity": 0.35 },
                },
            },
            {
                "type": "custom", "renderItem": "row", "encode": { "x": [0, 1], "y": 2 }, "data": data,
                "row": {
                    // What a record that is pointed at has behind it, and round its mark.
                    "behind": theme.lit, "lit": theme.text, "text": theme.text, "muted": theme.muted,
                    "panel": theme.panel, "font": font(lang), "letters": sizes.letters,
                    "lanes": sizes.lane, "titles": sizes.title, "figures": sizes.figure,
                },
                // Titles and figures stand beside the axes. ECharts gives the shapes
                // of a custom series no level otherwise.
                "clip": false, "zlevel": 0, "z": 110,
            },
            strip::series(setting, look),
        ],
        "calendar": { "months": text::months(lang), "day": text::day_of_month(lang) },
    })
}
