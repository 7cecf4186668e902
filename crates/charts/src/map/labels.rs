//! What the map says beside its areas and symbols. Where a label fits is known
//! only once it is drawn and measured: the scripts place them, the first ones
//! first, so that none hides another or a symbol.

use crate::json::json;
use outlines::Point;
use serde_json::Value;
use sorting::Arrange as _;

/// How a name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// What has an amount.
    Strong,
    /// What records name.
    Plain,
    /// What no record names.
    Faint,
    /// A site.
    Small,
}

/// A symbol, or several beside each other, and what is said of it.
#[derive(Clone, Debug)]
pub(super) struct Label {
    /// Where it is on the sheet.
    pub(super) at: Point,
    /// How far its symbols reach to the left, up, right and down, in pixels.
    pub(super) reach: [f64; 4],
    /// Its name; none for a symbol that says its own.
    pub(super) name: String,
    /// Amounts, a line each.
    pub(super) lines: Vec<String>,
    /// What amounts of another quantity are.
    pub(super) note: String,
    pub(super) weight: Weight,
    /// What comes first among labels of one weight.
    pub(super) size: f64,
}

impl Label {
    /// Something in the way, about which nothing is said.
    pub(super) const fn silent(at: Point, reach: [f64; 4]) -> Self {
        Self {
            at,
            reach,
            name: String::new(),
            lines: Vec::new(),
            note: String::new(),
            weight: Weight::Small,
            size: 0.0,
        }
    }

    fn datum(&self) -> Value {
        json!({
            "value": [self.at.0, self.at.1],
            "reach": self.reach.map(f64::round),
            "name": self.name,
            "lines": self.lines,
            "note": self.note,
            "weight": self.weight as u8,
        })
    }
}

/// How far a circle of a diameter reaches round its middle, which is `dx`, `dy`
/// pixels off its point.
pub(super) fn reach(diameter: f64, (dx, dy): (f64, f64)) -> [f64; 4] {
    let half = diameter / 2.0 + 1.0;
    [half - dx, half - dy, half + dx, half + dy]
}

/// The data of the series, the weightiest first.
pub(super) fn data(mut labels: Vec<Label>) -> Vec<Value> {
    labels.arrange_by(|a, b| a.weight.cmp(&b.weight).then(b.size.total_cmp(&a.size)));
    labels.iter().map(Label::datum).collect()
}
