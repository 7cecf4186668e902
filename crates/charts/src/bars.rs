//! Horizontal bars whose labels stand above them: readable at any width.

use super::theme::font;
use super::{Action, Mark, Setting};
use charming::component::{Axis, Grid};
use charming::element::{AxisLabel, AxisType, LineStyle, SplitLine, Tooltip, Trigger};
use model::RecordIx;
use serde_json::{Value, json};

/// Height of a bar with its label, in pixels.
const ROW: usize = 44;
/// The same where the label stands on a line of its own.
const ROW_COMPACT: usize = 60;
/// Where the axis begins, in pixels from the left.
const LEFT: i32 = 6;
/// Height of the axis, in pixels.
const AXIS: usize = 34;

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it is.
    pub label: String,
    /// How deep it is nested.
    pub depth: usize,
    /// Its amount in words, with qualifier and unit.
    pub text: String,
    /// What it is made of, from left to right; one for most.
    pub segments: Vec<Segment>,
    /// Whether it is computed by this app.
    pub derived: bool,
    /// Whether it is of another nature than the others.
    pub second: bool,
    /// What was not added, and other remarks.
    pub remark: Option<String>,
}

impl Bar {
    /// How long it is, on whichever side of zero.
    pub(super) fn size(&self) -> f64 {
        let amounts = self.segments.iter().map(|segment| segment.amount);
        amounts.sum::<f64>().abs()
    }
}

/// A part of a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// The amount.
    pub amount: f64,
    /// What the tooltip says.
    pub tip: String,
    /// The records it stands for.
    pub records: Vec<RecordIx>,
    /// What a click does.
    pub action: Option<Action>,
    /// Whether it is promised or possible only: drawn hollow.
    pub expected: bool,
}

/// A bar of more parts than this shows its last ones as one.
const PARTS: usize = 40;

/// The parts of a bar, the last of many as one.
pub fn parts(setting: Setting<'_>, mut segments: Vec<Segment>) -> Vec<Segment> {
    if segments.len() > PARTS {
        let rest = segments.split_off(PARTS - 1);
        let amount = rest.iter().map(|segment| segment.amount).sum();
        segments.push(Segment {
            amount,
            tip: text::and_more(setting.lang, rest.len()),
            expected: rest.iter().all(|segment| segment.expected),
            action: rest.first().and_then(|segment| match &segment.action {
                Some(Action::Open(_)) => None,
                same_for_all => same_for_all.clone(),
            }),
            records: rest.into_iter().flat_map(|s| s.records).collect(),
        });
    }
    segments
}

/// How the bars are drawn.
#[derive(Clone, Copy)]
pub struct Style {
    /// Whether the scale is logarithmic.
    pub logarithmic: bool,
    /// What the axis' numbers are divided by, so that they are short.
    pub divisor: f64,
}

/// Deeper rows are not indented further: there is no room.
const DEEPEST: usize = 8;

/// The amounts of all parts.
pub fn amounts(bars: &[&Bar]) -> impl Iterator<Item = f64> {
    bars.iter()
        .flat_map(|bar| bar.segments.iter().map(|segment| segment.amount))
}

/// Whether there is neither a zero nor an amount below it.
pub fn all_above_zero(bars: &[&Bar]) -> bool {
    amounts(bars).all(|amount| amount > 0.0)
}

/// The option, the marks, and the height in pixels that the bars need.
pub fn option(setting: Setting<'_>, bars: &[&Bar], style: Style) -> (Value, Vec<Mark>, usize) {
    let theme = setting.theme;
    let kind = if style.logarithmic {
        AxisType::Log
    } else {
        AxisType::Value
    };
    let lines = SplitLine::new().line_style(LineStyle::new().color(theme.band));
    // Part by part: charming's own `Chart` brings the code of every kind of
    // series into the program, some 20 kB compressed for each reader.
    let mut option = json!({
        "grid": Grid::new()
            .left(LEFT)
            .right(24)
            .top(if setting.compact { 12 } else { 4 })
            .bottom(26),
        "tooltip": Tooltip::new().trigger(Trigger::Item),
        "xAxis": Axis::new()
            .type_(kind)
            .split_line(lines)
            .axis_label(AxisLabel::new().color(theme.muted)),
        "yAxis": Axis::new()
            .type_(AxisType::Category)
            .inverse(true)
            .show(false),
    });
    option["animationDuration"] = json!(300);
    option["textStyle"] = json!({ "fontFamily": font(setting.lang) });
    option["xAxis"]["splitNumber"] = json!(4);
    option["xAxis"]["axisLabel"]["hideOverlap"] = json!(true);
    option["yAxis"]["data"] = bars.iter().map(|bar| bar.label.clone()).collect();
    option["tooltip"]["confine"] = json!(true);

    let below_zero = amounts(bars).any(|amount| amount < 0.0);
    let mut marks = Vec::new();
    let depth = bars.iter().map(|bar| bar.segments.len()).max().unwrap_or(0);
    let series: Vec<Value> = (0..depth)
        .map(|position| {
            let data: Vec<Value> = bars
                .iter()
                .enumerate()
                .map(|(row, bar)| {
                    let Some(segment) = bar.segments.get(position) else {
                        return Value::Null;
                    };
                    marks.push(Mark {
                        series: Some(position),
                        datum: row,
                        records: segment.records.clone(),
                        action: segment.action.clone(),
                    });
                    datum(setting, bar, segment, position, style)
                })
                .collect();
            let mut series = json!({
                "type": "bar", "stack": "bars", "barWidth": 14, "barMinHeight": 2, "data": data,
                "emphasis": { "itemStyle": { "borderColor": theme.text, "borderWidth": 2 } },
            });
            if below_zero {
                // Labels stand where their bars begin; with bars on both sides
                // of zero that would be anywhere.
                series["labelLayout"] = json!({ "x": LEFT });
            }
            series
        })
        .collect();
    option["series"] = Value::Array(series);
    let row = if setting.compact { ROW_COMPACT } else { ROW };
    (option, marks, bars.len() * row + AXIS)
}

fn datum(
    setting: Setting<'_>,
    bar: &Bar,
    segment: &Segment,
    position: usize,
    style: Style,
) -> Value {
    let theme = setting.theme;
    let color = if bar.second {
        theme.second
    } else {
        theme.accent
    };
    let mut datum = json!({
        "value": segment.amount / style.divisor,
        "name": bar.label,
        "tip": segment.tip,
        "itemStyle": {
            "color": if segment.expected { theme.panel } else { color },
            "opacity": if position.is_multiple_of(2) { 1.0 } else { 0.65 },
            "borderColor": if segment.expected { color } else { theme.panel },
            "borderWidth": if segment.expected { 2 } else { 1 },
            "borderType": if bar.derived || segment.expected { "dashed" } else { "solid" },
        },
    });
    if position == 0 {
        // A mark of nesting below what the bar lies within.
        let indent = match bar.depth {
            0 => String::new(),
            depth => format!("{{indent|{}└}} ", "  ".repeat(depth.min(DEEPEST) - 1)),
        };
        let between = if setting.compact { "\n" } else { "  " };
        datum["label"] = json!({
            "show": true,
            // A literal text: braces would be read as placeholders.
            "formatter": format!("{indent}{{amount|{}}}{between}{{label|{}}}", bare(&bar.text), bare(&bar.label)),
            "position": [0, if setting.compact { -35 } else { -19 }],
            "align": "left",
            "lineHeight": 16,
            "overflow": "truncate",
            "color": theme.muted,
            "rich": {
                "indent": { "color": theme.muted, "fontSize": 12.5, "padding": [0, 4, 0, 0] },
                "label": { "color": theme.muted, "fontSize": 12.5 },
                "amount": { "color": theme.text, "fontSize": 12.5, "fontWeight": 600 },
            },
        });
    }
    datum
}

fn bare(text: &str) -> String {
    text::drawn_words(&text.replace(['{', '}', '|'], " "))
}
