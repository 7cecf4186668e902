//! Records on a time axis: a row each, with its title and its figure, in lanes
//! by sector.

mod folds;
mod lane_name;
mod period;
mod rows;
mod span;

pub use period::{brush, brushed, visible_months};

use super::theme::font;
use super::{Action, Mark, Setting};
use folds::folds;
use lane_name::lane_name;
use model::{Days, RecordIx, SectorIx};
use period::{axis, milliseconds};
use rows::{Lane, Row, lanes};
use serde_json::{Value, json};
use span::{Look, Span};
use std::collections::BTreeSet;

/// Height of a row, in pixels: on a narrow page title and figure stand above
/// the mark.
const ROW: usize = 15;
const ROW_COMPACT: usize = 40;
/// Height of the axis and the plan periods' names, in pixels.
const FRAME: usize = 58;
/// Position of the records' series in the option.
const RECORDS: usize = 1;
/// Widths of the columns beside the time, in pixels: the lane's name, the title,
/// the figure.
const LANE: usize = 96;
const TITLE: usize = 176;
const FIGURE: usize = 148;
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
/// are too long show their weightiest records, `open` ones all.
#[must_use]
pub fn timeline(
    setting: Setting<'_>,
    records: &[RecordIx],
    open: &BTreeSet<SectorIx>,
) -> TimelineView {
    let Setting {
        dataset,
        lang,
        compact,
        ..
    } = setting;
    let (lanes, undated) = lanes(dataset, records, open, compact);

    let mut marks = Vec::new();
    let mut data = Vec::new();
    let mut signs = BTreeSet::new();
    let mut at = 0;
    for lane in &lanes {
        // On a narrow page a lane's name has a row of its own.
        if compact {
            let name = text::drawn(lang, &dataset.sector(lane.sector).name);
            data.push(words(setting, at, HEAD, name));
            at += 1;
        }
        for row in &lane.rows {
            let (records, action) = match row {
                Row::Record(ix, span) => {
                    signs.extend(signs_of(span));
                    signs.extend(setting.reaches(*ix).then_some(Sign::Reaches));
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
            data.push(datum(setting, lane.sector, row, at));
            at += 1;
        }
    }
    let row = if compact { ROW_COMPACT } else { ROW };
    let folds = folds(dataset, axis(dataset));
    if !lanes.is_empty() {
        signs.insert(Sign::Source);
        signs.extend(folds.first().map(|_| Sign::Folded));
    }
    TimelineView {
        option: option(setting, &lanes, &folds, at, data),
        marks,
        height: at * row + FRAME,
        is_empty: lanes.is_empty(),
        undated,
        signs,
    }
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

fn datum(setting: Setting<'_>, sector: SectorIx, row: &Row, at: usize) -> Value {
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
fn words(setting: Setting<'_>, at: usize, look: i8, words: String) -> Value {
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
    lanes: &[Lane],
    folds: &[(Days, Days)],
    rows: usize,
    data: Vec<Value>,
) -> Value {
    let Setting {
        dataset,
        lang,
        theme,
        compact,
        ..
    } = setting;
    let (first, last) = axis(dataset);
    // By row, the names of the lanes that begin there.
    let mut names = vec![String::new(); rows];
    let mut starts = Vec::new();
    let mut at = 0;
    for lane in lanes {
        starts.push(at);
        if let Some(name) = names.get_mut(at) {
            let whole = &dataset.sector(lane.sector).name;
            let lines = lane_name(whole.lang(lang), whole.get(lang));
            *name = text::drawn_words(&lines);
        }
        at += lane.rows.len() + usize::from(compact);
    }
    let (left, right) = if compact {
        (EDGE, EDGE)
    } else {
        (LANE + TITLE, FIGURE)
    };
    let bands: Vec<Value> = dataset
        .plans
        .iter()
        .enumerate()
        .filter(|(_, plan)| plan.to.last_day() >= first && plan.from.first_day() < last)
        .map(|(position, plan)| {
            let start = plan.from.first_day().max(first);
            let end = plan.to.last_day().min(last - 1);
            // Folded years leave a name no room.
            let folded = |(from, to): &(Days, Days)| (end.min(*to) - start.max(*from)).max(0);
            let named = end - start - folds.iter().map(folded).sum::<Days>() > 500;
            json!([
                {
                    "name": if named { text::drawn(lang, &plan.short) } else { String::new() },
                    "xAxis": milliseconds(start),
                    "itemStyle": { "color": if position.is_multiple_of(2) { theme.band } else { "transparent" } },
                    "label": { "color": theme.muted, "fontSize": if compact { 9 } else { 11 }, "position": "insideTop", "distance": -16 },
                },
                { "xAxis": milliseconds(end + 1) },
            ])
        })
        .collect();
    let now = milliseconds(dataset.as_of.last_day() + 1);
    // A thin line above each lane's first row, and one at the day of the source.
    let rules: Vec<Value> = starts
        .iter()
        .skip(1)
        .map(|row| json!({ "yAxis": *row as f64 - 0.5 }))
        .chain([json!({ "xAxis": now, "lineStyle": { "type": "dotted", "opacity": 0.9, "color": theme.text } })])
        .collect();
    let breaks: Vec<Value> = folds
        .iter()
        .map(|(start, end)| json!({ "start": milliseconds(*start), "end": milliseconds(*end), "gap": FOLD }))
        .collect();
    json!({
        "animation": false,
        // Days are days of the source, not of the reader's time zone.
        "useUTC": true,
        "textStyle": { "fontFamily": font(lang) },
        "tooltip": { "trigger": "item", "confine": true },
        "grid": { "left": left, "right": right, "top": 28, "bottom": 30, "outerBoundsMode": "none" },
        "xAxis": {
            "type": "time", "min": milliseconds(first), "max": milliseconds(last),
            "axisLabel": { "color": theme.muted, "hideOverlap": true },
            "axisLine": { "onZero": false, "lineStyle": { "color": theme.line } },
            "splitLine": { "show": true, "lineStyle": { "color": theme.line, "opacity": 0.25 } },
            "breaks": breaks,
            "breakArea": {
                "show": true, "zigzagAmplitude": 0, "expandOnClick": false, "z": 0,
                "itemStyle": { "color": theme.band, "borderColor": theme.line, "borderType": "dashed", "opacity": 0.9 },
            },
        },
        "yAxis": {
            "type": "value", "inverse": true, "min": -0.5, "max": rows as f64 - 0.5, "interval": 1,
            "splitLine": { "show": false }, "axisTick": { "show": false }, "axisLine": { "show": false },
            // On a narrow page there is no room before the first band's name.
            "name": if compact || bands.is_empty() { String::new() } else { dataset.plans_name.as_ref().map_or_else(String::new, |name| text::drawn(lang, name)) }, "nameLocation": "start", "nameGap": 12,
            "nameTextStyle": { "align": "right", "color": theme.muted, "fontSize": 11, "padding": [0, 8, 0, 0] },
            "axisLabel": {
                "show": !compact, "color": theme.text, "fontSize": 12, "lineHeight": 13, "fontWeight": "bold", "overflow": "truncate", "verticalAlign": "top", "padding": [-7, 0, 0, 0],
                "width": LANE - 10, "margin": TITLE + 8, "hideOverlap": false, "customValues": starts,
            },
        },
        "dataZoom": [{
            "type": "inside", "xAxisIndex": 0, "filterMode": "none",
            // The bridge zooms: ECharts would take the page's wheel and fingers.
            "disabled": true, "minValueSpan": 86_400_000_i64 * 90,
        }],
        "brush": {
            "xAxisIndex": 0, "brushType": "lineX", "brushMode": "single", "transformable": false,
            "brushStyle": { "color": "rgba(80,130,220,0.18)", "borderColor": theme.accent, "borderWidth": 1 },
            "outOfBrush": { "colorAlpha": 1 },
        },
        "series": [
            {
                "type": "line", "data": [], "silent": true,
                "markArea": { "silent": true, "data": bands },
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
                    "panel": theme.panel, "font": font(lang),
                    "titles": if compact { 0 } else { TITLE }, "figures": if compact { 0 } else { FIGURE },
                },
                // Titles and figures stand beside the axes. ECharts gives the shapes
                // of a custom series no level otherwise.
                "clip": false, "zlevel": 0, "z": 110,
            },
        ],
        "lanes": names,
        "calendar": { "months": text::months(lang), "day": text::day_of_month(lang) },
    })
}
