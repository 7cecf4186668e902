//! Classes of the map's shading, and what areas' colours mean.

use super::figure::drawn_amount;
use super::row::Row;
use crate::{Setting, Theme};
use query::Measure;
use sorting::Arrange as _;

/// A colour and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendItem {
    /// The colour.
    pub color: &'static str,
    /// What it stands for.
    pub text: String,
    /// Whether the edge is broken: no record names the area.
    pub dashed: bool,
}

/// Classes of some amounts, from little to much.
pub struct Scale {
    /// The largest amount of each class.
    limits: Vec<f64>,
    theme: &'static Theme,
}

impl Scale {
    /// As many classes as there are different amounts, five at most, each
    /// with about as many areas.
    pub fn new(mut amounts: Vec<f64>, theme: &'static Theme) -> Self {
        amounts.arrange_by(f64::total_cmp);
        amounts.dedup();
        let classes = theme.ramp.len().min(amounts.len());
        let limits = (1..=classes)
            .map(|class| amounts[class * amounts.len() / classes - 1])
            .collect();
        Self { limits, theme }
    }

    /// An amount's colour.
    pub fn color(&self, amount: f64) -> &'static str {
        let class = self
            .limits
            .iter()
            .position(|limit| amount <= *limit)
            .unwrap_or(0);
        self.class_color(class)
    }

    /// A few classes are spread over the ramp, so that they differ clearly.
    fn class_color(&self, class: usize) -> &'static str {
        let last = self.theme.ramp.len() - 1;
        let step = if self.limits.len() < 2 {
            last / 2
        } else {
            class * last / (self.limits.len() - 1)
        };
        self.theme.ramp[step.min(last)]
    }

    /// What the classes stand for.
    fn legend(&self, setting: Setting<'_>, measure: Measure, amounts: &[f64]) -> Vec<LegendItem> {
        let word = |amount: f64| match measure.takes(setting.dataset) {
            Some(of) => text::amount(setting.lang, amount, of.unit, setting.dataset),
            None => text::records(setting.lang, amount as usize),
        };
        let mut below = f64::NEG_INFINITY;
        let mut items: Vec<LegendItem> = Vec::new();
        for (class, limit) in self.limits.iter().enumerate() {
            let within = amounts.iter().copied().filter(|a| *a > below && a <= limit);
            let least = within.fold(*limit, f64::min);
            let text = if least < *limit {
                format!("{} – {}", text::number(setting.lang, least), word(*limit))
            } else {
                word(*limit)
            };
            items.push(LegendItem {
                color: self.class_color(class),
                text,
                dashed: false,
            });
            below = *limit;
        }
        items
    }
}

/// What areas' colours and edges mean, as far as there are such areas.
pub(super) fn legend(
    setting: Setting<'_>,
    measure: Measure,
    shades: Option<&Scale>,
    areas: &[Row],
) -> Vec<LegendItem> {
    let amounts: Vec<f64> = areas
        .iter()
        .filter_map(|row| drawn_amount(row.of.total.as_ref()))
        .collect();
    let mut items = shades.map_or_else(Vec::new, |s| s.legend(setting, measure, &amounts));
    let is_named = |row: &Row| !row.of.naming.is_empty();
    let has_none =
        |row: &Row| row.coins.is_empty() && drawn_amount(row.of.total.as_ref()).is_none();
    if areas.iter().any(|row| is_named(row) && has_none(row)) {
        items.push(LegendItem {
            color: setting.theme.no_figure,
            text: setting.no_figure().to_owned(),
            dashed: false,
        });
    }
    if areas.iter().any(|row| !is_named(row)) {
        items.push(LegendItem {
            color: setting.theme.panel,
            text: text::no_record(setting.lang).to_owned(),
            dashed: true,
        });
    }
    items
}
