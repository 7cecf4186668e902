//! What a chart of a form consists of: the script lays it out by the width.

use super::theme::font;
use super::{Mark, Segment, Setting};
use crate::json::json;
use model::RecordIx;
use serde_json::Value;
use std::collections::BTreeSet;

/// Looks of a datum.
const FILLED: u8 = 0;
const HOLLOW: u8 = 1;
const PALE: u8 = 2;

/// The data of a form and their marks.
pub struct Laid {
    form: &'static str,
    data: Vec<Value>,
    /// Lists of places and words, as the form has them.
    pub lists: Value,
    /// Single words of the form.
    pub words: Value,
    /// Which mark stands for which records.
    pub marks: Vec<Mark>,
    /// What of its signs its note explains.
    pub signs: text::chart::Signs,
}

impl Laid {
    /// Nothing yet.
    pub fn new(form: &'static str) -> Self {
        Self {
            form,
            data: Vec::new(),
            lists: json!({}),
            words: json!({}),
            marks: Vec::new(),
            signs: text::chart::Signs::default(),
        }
    }

    /// How many data there are.
    pub const fn len(&self) -> usize {
        self.data.len()
    }

    /// Adds a datum: a figure and what it is in few words, paler where it is of
    /// another nature, and where it is, as the form has it.
    pub fn put(&mut self, segment: &Segment, (figure, title): (&str, &str), pale: bool, at: Value) {
        let look = match (segment.expected, pale) {
            (true, _) => HOLLOW,
            (false, true) => PALE,
            (false, false) => FILLED,
        };
        self.signs.expected |= segment.expected && self.form != "slope";
        self.signs.fades |= self.form == "bars" && at[3].as_u64() > Some(0) && look == FILLED;
        self.marks.push(Mark {
            series: Some(0),
            datum: self.data.len(),
            records: segment.records.clone(),
            action: segment.action.clone(),
        });
        self.data.push(json!({
            // By which it is the same after a change.
            "id": id(&segment.records),
            "value": segment.amount,
            "tip": segment.tip,
            "figure": text::drawn_words(figure),
            "title": text::drawn_words(title),
            "color": segment.color,
            "look": look,
            "at": at,
        }));
    }

    /// Gives the last datum a field of its own.
    pub fn also(&mut self, name: &str, value: Value) {
        if let Some(last) = self.data.last_mut() {
            last[name] = value;
        }
    }

    /// Says more of single records, each once: beside the first datum that stands for it
    /// alone, or in its tooltip where it shares a row, whose words are of the whole row.
    pub fn say(&mut self, more: impl Fn(RecordIx) -> Option<String>) {
        let row = |datum: &Value| (self.form == "bars").then(|| datum["at"][0].clone());
        let rows: Vec<Option<Value>> = self.data.iter().map(row).collect();
        let mut said = BTreeSet::new();
        for (position, (mark, datum)) in self.marks.iter().zip(&mut self.data).enumerate() {
            let [one] = mark.records.as_slice() else {
                continue;
            };
            let Some(words) = more(*one).filter(|_| said.insert(*one)) else {
                continue;
            };
            let row = &rows[position];
            let is_alone = row.is_none() || rows.iter().filter(|other| *other == row).count() == 1;
            let (field, parts) = match (self.form, is_alone) {
                // It has a place of its own there.
                ("slope", _) => ("label", ""),
                (_, true) => ("title", " "),
                (_, false) => ("tip", "\n"),
            };
            let before = datum[field].as_str().unwrap_or_default();
            datum[field] = format!("{before}{parts}{words}").trim().into();
        }
    }

    /// What ECharts gets.
    pub fn option(&self, setting: Setting<'_>) -> Value {
        let theme = setting.theme;
        json!({
            "animation": false,
            "tooltip": { "trigger": "item", "confine": true },
            "textStyle": { "fontFamily": font(setting.lang) },
            "series": [{
                "type": "custom",
                "coordinateSystem": "none",
                "renderItem": self.form,
                "data": self.data,
                "figure": {
                    "font": font(setting.lang),
                    "text": theme.text,
                    "muted": theme.muted,
                    "faint": theme.faint,
                    "panel": theme.panel,
                    "line": theme.hairline,
                    "edge": theme.line,
                    "lit": theme.lit,
                    "lists": self.lists,
                    "words": self.words,
                },
            }],
        })
    }
}

/// What a part is known by: its records, or the first of them and how many more.
fn id(records: &[RecordIx]) -> String {
    match records {
        [] => String::new(),
        [one] => one.at().to_string(),
        [first, others @ ..] => format!("{}+{}", first.at(), others.len()),
    }
}
