//! Records on a time axis, in lanes by sector.

use super::theme::font;
use super::{Action, Mark, Setting};
use model::{Dataset, Date, Days, FIRST_DAY, LAST_DAY, RecordIx, Time};
use query::Period;
use serde_json::{Value, json};

/// Height of a row, in pixels.
const ROW: usize = 19;
/// Height of the axis and the plan periods' names, in pixels.
const FRAME: usize = 64;
/// Position of the records' series in the option.
const RECORDS: usize = 1;
/// How far a side that is not stated fades out, in days.
const FADE: Days = 400;
/// How wide a point is taken to be when rows are packed, in days.
const POINT: Days = 330;

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
}

/// Milliseconds since 1970, ECharts' measure of time.
fn milliseconds(days: Days) -> i64 {
    i64::from(days) * 86_400_000
}

/// A day of milliseconds since 1970, from the year 1 to 9999.
fn day(milliseconds: f64) -> Days {
    ((milliseconds / 86_400_000.0).floor() as Days).clamp(FIRST_DAY, LAST_DAY)
}

/// The period of a brushed range, by whole months.
///
/// `from` and `to` are milliseconds since 1970, as ECharts gives them. A hand
/// is not exact to the day: each end goes to the nearer end of its month, so
/// that a brush that begins at the tick 2018 begins in 2018.
#[must_use]
pub fn brushed(from: f64, to: f64) -> Option<Period> {
    let (first, last) = (day(from.min(to)), day(from.max(to)));
    let is_late = |at: Days| {
        let month = Date::month_of(at);
        at - month.first_day() > month.last_day() - at
    };
    let mut from = Date::month_of(first);
    if is_late(first) {
        from = Date::month_of(from.last_day() + 1);
    }
    let mut to = Date::month_of(last);
    if !is_late(last) {
        to = Date::month_of(to.first_day() - 1);
    }
    if from <= to {
        return Period::new(Some(from), Some(to));
    }
    // Less than a month: the one in which its middle lies.
    let month = Date::month_of(first + (last - first) / 2);
    Period::new(Some(month), Some(month))
}

/// The range of a period, as [`brushed`] takes it; a side that is open reaches
/// to the end of the axis. None for all times.
#[must_use]
pub fn brush(dataset: &Dataset, period: Period) -> Option<(f64, f64)> {
    let (first, last) = axis(dataset);
    let ms = |days: Days| milliseconds(days) as f64;
    (!period.is_all()).then(|| {
        (
            ms(period.from().map_or(first, Date::first_day)),
            ms(period.to().map_or(last, |date| date.last_day() + 1)),
        )
    })
}

/// The first and last month of a visible part of the axis, given in
/// milliseconds since 1970; none where that is the whole axis.
#[must_use]
pub fn visible_months(dataset: &Dataset, from: f64, to: f64) -> Option<(Date, Date)> {
    let (first, last) = axis(dataset);
    let (from, to) = (day(from), day(to));
    (from > first || to < last).then(|| (Date::month_of(from), Date::month_of(to)))
}

/// The first and last day of the axis: a year more than the records, on each side.
fn axis(dataset: &Dataset) -> (Days, Days) {
    let (first, last) = dataset.extent();
    (first - 365, last + 366)
}

/// One record on the axis.
struct Span {
    record: RecordIx,
    first: Days,
    last: Days,
    open_start: bool,
    open_end: bool,
    row: usize,
}

fn span(dataset: &Dataset, record: RecordIx) -> Option<Span> {
    let time = dataset.record(record).time.time;
    let (mut first, mut last) = dataset.days(time)?;
    let open_start = matches!(time, Time::Until(_));
    let open_end = matches!(time, Time::Since(_));
    if open_start {
        first -= FADE;
    }
    if open_end {
        last += FADE;
    }
    Some(Span {
        record,
        first,
        last,
        open_start,
        open_end,
        row: 0,
    })
}

/// Puts each span into the first row of its lane where it fits.
fn pack(spans: &mut [Span], first_row: usize) -> usize {
    spans.sort_by_key(|span| (span.first, span.last, span.record));
    let mut ends: Vec<Days> = Vec::new();
    for span in spans {
        let end = span.last.max(span.first + POINT);
        let row = ends.iter().position(|taken| *taken < span.first);
        let row = row.unwrap_or_else(|| {
            ends.push(end);
            ends.len() - 1
        });
        ends[row] = end;
        span.row = first_row + row;
    }
    first_row + ends.len()
}

/// Builds the timeline from the selected records. The axis is that of the
/// whole dataset, so that it stays where it is while filters change.
#[must_use]
pub fn timeline(setting: Setting<'_>, records: &[RecordIx]) -> TimelineView {
    let Setting { dataset, lang, .. } = setting;
    let mut lanes: Vec<String> = Vec::new();
    let mut spans: Vec<Span> = Vec::new();
    let mut rows = 0;
    let mut starts = Vec::new();
    for sector in dataset.sector_indices() {
        let of_sector = records
            .iter()
            .filter(|ix| dataset.record(**ix).sector == sector);
        let mut lane: Vec<Span> = of_sector.filter_map(|ix| span(dataset, *ix)).collect();
        if lane.is_empty() {
            continue;
        }
        starts.push(rows);
        rows = pack(&mut lane, rows);
        lanes.resize_with(rows, String::new);
        if let Some(first) = starts.last().and_then(|first| lanes.get_mut(*first)) {
            *first = text::drawn(lang, &dataset.sector(sector).name);
        }
        spans.extend(lane);
    }
    let undated: Vec<RecordIx> = records
        .iter()
        .copied()
        .filter(|ix| dataset.days(dataset.record(*ix).time.time).is_none())
        .collect();

    let mut marks = Vec::new();
    let data: Vec<Value> = spans
        .iter()
        .enumerate()
        .map(|(position, span)| {
            marks.push(Mark {
                series: Some(RECORDS),
                datum: position,
                records: vec![span.record],
                action: Some(Action::Open(span.record)),
            });
            datum(setting, span)
        })
        .collect();
    TimelineView {
        option: option(setting, &lanes, &starts, data),
        marks,
        height: rows * ROW + FRAME,
        is_empty: spans.is_empty(),
        undated,
    }
}

fn datum(setting: Setting<'_>, span: &Span) -> Value {
    let Setting {
        dataset,
        lang,
        theme,
        ..
    } = setting;
    let record = dataset.record(span.record);
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
    json!({
        "name": title,
        "value": [
            milliseconds(span.first), milliseconds(span.last + 1), span.row,
            u8::from(span.open_start), u8::from(span.open_end),
        ],
        "tip": tip,
        "itemStyle": { "color": theme.sector(record.sector) },
    })
}

fn option(setting: Setting<'_>, lanes: &[String], starts: &[usize], data: Vec<Value>) -> Value {
    let Setting {
        dataset,
        lang,
        theme,
        compact,
    } = setting;
    let (first, last) = axis(dataset);
    let left = if compact { 120 } else { 150 };
    let bands: Vec<Value> = dataset
        .plans
        .iter()
        .enumerate()
        .filter(|(_, plan)| plan.to.last_day() >= first && plan.from.first_day() < last)
        .map(|(position, plan)| {
            let start = plan.from.first_day().max(first);
            let end = plan.to.last_day().min(last - 1);
            json!([
                {
                    "name": text::drawn(lang, &plan.short),
                    "xAxis": milliseconds(start),
                    "itemStyle": { "color": if position.is_multiple_of(2) { theme.band } else { "transparent" } },
                    "label": { "color": theme.muted, "fontSize": if compact { 9 } else { 11 }, "position": "insideTop", "distance": -18 },
                },
                { "xAxis": milliseconds(end + 1) },
            ])
        })
        .collect();
    // A thin line above each lane's first row.
    let rules: Vec<Value> = starts
        .iter()
        .skip(1)
        .map(|row| json!({ "yAxis": *row as f64 - 0.5 }))
        .collect();
    json!({
        "animation": false,
        // Days are days of the source, not of the reader's time zone.
        "useUTC": true,
        "textStyle": { "fontFamily": font(lang) },
        "tooltip": { "trigger": "item", "confine": true },
        "grid": { "left": left, "right": 14, "top": 30, "bottom": 30 },
        "xAxis": {
            "type": "time", "min": milliseconds(first), "max": milliseconds(last),
            "axisLabel": { "color": theme.muted, "hideOverlap": true },
            "axisLine": { "onZero": false, "lineStyle": { "color": theme.line } },
            "splitLine": { "show": false },
        },
        "yAxis": {
            "type": "value", "inverse": true, "min": -0.5, "max": lanes.len() as f64 - 0.5, "interval": 1,
            "splitLine": { "show": false }, "axisTick": { "show": false }, "axisLine": { "show": false },
            "name": if bands.is_empty() { String::new() } else { dataset.plans_name.as_ref().map_or_else(String::new, |name| text::drawn(lang, name)) }, "nameLocation": "start", "nameGap": 12,
            "nameTextStyle": { "align": "right", "color": theme.muted, "fontSize": 11, "padding": [0, 8, 0, 0] },
            "axisLabel": {
                "color": theme.text, "fontSize": if compact { 11 } else { 12 }, "width": left - 12, "overflow": "truncate",
                "hideOverlap": false, "customValues": starts,
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
                "type": "custom", "renderItem": "period", "encode": { "x": [0, 1], "y": 2 }, "data": data,
                // The outline of a record that is pointed at.
                "lit": theme.text,
                // ECharts gives the shapes of a custom series no level otherwise.
                "clip": true, "zlevel": 0,
            },
        ],
        "lanes": lanes,
        "calendar": { "months": text::months(lang), "day": text::day_of_month(lang) },
    })
}
