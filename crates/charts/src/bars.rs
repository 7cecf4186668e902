//! Horizontal bars from zero, each with its figure and name.

use super::laid::Laid;
use super::{Action, Setting};
use crate::json::json;
use model::{Qualifier, RecordIx};
use query::Counted;

/// One bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// What it is.
    pub label: String,
    /// The same in few words, where the dataset has them: what is drawn.
    pub name: String,
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
    /// Of a table: its share of the largest figure of its unit, where there are
    /// others.
    pub share: Option<f64>,
}

impl Bar {
    /// The records that it is made of.
    pub fn records(&self) -> impl Iterator<Item = RecordIx> + '_ {
        self.segments
            .iter()
            .flat_map(|of| of.records.iter().copied())
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
    /// How the source qualifies it.
    pub qualifier: Qualifier,
    /// Its sector's colour.
    pub color: &'static str,
}

/// A bar of more parts than this shows its last ones as one.
const PARTS: usize = 40;

/// The parts of a bar, of which `part` makes each; the last of many are one, which a
/// click takes for all of the bar's group, if it has one.
pub fn parts(
    setting: Setting<'_>,
    counted: &[Counted],
    group: Option<&Action>,
    part: impl Fn(&Counted) -> Segment,
) -> Vec<Segment> {
    let shown = if counted.len() > PARTS {
        PARTS - 1
    } else {
        counted.len()
    };
    let (first, rest) = counted.split_at(shown);
    let mut segments: Vec<Segment> = first.iter().map(part).collect();
    if !rest.is_empty() {
        segments.push(Segment {
            amount: rest.iter().map(|counted| counted.amount).sum(),
            tip: text::and_more(setting.lang, rest.len()),
            expected: rest.iter().all(|counted| counted.expected),
            qualifier: Qualifier::Exact,
            color: setting.theme.muted,
            action: group.cloned(),
            records: rest.iter().map(|counted| counted.record).collect(),
        });
    }
    segments
}

/// What is drawn of the bars, and the marks: each part from where the one before
/// it ends, on its side of zero.
pub fn draw(bars: &[Bar]) -> Laid {
    let mut laid = Laid::new("bars");
    for (row, bar) in bars.iter().enumerate() {
        let (mut above, mut below) = (0.0, 0.0);
        for (position, segment) in bar.segments.iter().enumerate() {
            let from: &mut f64 = if segment.amount < 0.0 {
                &mut below
            } else {
                &mut above
            };
            let to = *from + segment.amount;
            let end = match bar.segments.as_slice() {
                [_] => end(segment.qualifier),
                _ => 0,
            };
            let at = json!([row, *from, to, end]);
            *from = to;
            let words = (position == 0).then_some((bar.text.as_str(), bar.name.as_str()));
            laid.put(segment, words.unwrap_or_default(), bar.second, at);
        }
    }
    laid
}

/// How the end of a bar is drawn: more than that, less, or about that much.
const fn end(qualifier: Qualifier) -> u8 {
    match qualifier {
        Qualifier::Over | Qualifier::AtLeast => 1,
        Qualifier::Nearly | Qualifier::UpTo => 2,
        Qualifier::About | Qualifier::Estimated => 3,
        Qualifier::Exact | Qualifier::Expected => 0,
    }
}
