//! What stands in the middle of an area: its amounts, and beside them sites of
//! which no more is known than the area.

use super::OfPlace;
use super::coins::{self, Coin, Look, Scale, is_comparable};
use super::figure::figure;
use super::labels::{Label, Weight};
use super::points::{Drawn, Points};
use super::sites::APART;
use crate::Setting;
use outlines::Point;
use query::Measure;

/// Between two circles, in pixels.
const GAP: f64 = 3.0;

/// An area with its circles.
pub(super) struct Row {
    pub(super) of: OfPlace,
    at: Point,
    pub(super) coins: Vec<Coin>,
    /// How wide the circles and the sites are, in pixels.
    width: f64,
}

impl Row {
    pub(super) fn new(setting: Setting<'_>, of: OfPlace, at: Point, measure: Measure) -> Self {
        let coins = coins::of_area(setting, &of.records, measure, of.total.as_ref());
        Self {
            of,
            at,
            coins,
            width: 0.0,
        }
    }

    /// Gives the circles their size and so many sites room. The answer is where
    /// the first site stands, in pixels right of the middle.
    pub(super) fn lay_out(&mut self, scale: Scale, sites: usize) -> f64 {
        for coin in &mut self.coins {
            coin.diameter = scale.diameter(coin.amount);
        }
        let coins: f64 = self.coins.iter().map(|coin| coin.diameter + GAP).sum();
        self.width = coins + APART * sites as f64;
        coins - self.width / 2.0 + APART / 2.0
    }

    /// Draws the circles, and says what they are.
    pub(super) fn draw(&self, setting: Setting<'_>, points: &mut Points, drawn: &Drawn<'_>) {
        let dataset = setting.dataset;
        let mut left = -self.width / 2.0;
        for coin in &self.coins {
            let off = left + coin.diameter / 2.0;
            points.add_coin(setting, coin, (self.of.place, self.at, off), drawn);
            left += coin.diameter + GAP;
        }
        let highest = self.coins.iter().map(|coin| coin.diameter);
        let sites = if left < self.width / 2.0 { APART } else { 0.0 };
        let up = highest.fold(sites, f64::max) / 2.0;
        let side = self.width / 2.0;
        let mut lines: Vec<String> = self.coins.iter().map(|coin| coin.text.clone()).collect();
        if is_comparable(setting, drawn.measure) && self.of.total.is_some() {
            lines = vec![figure(setting, drawn.measure, self.of.total.as_ref())];
        }
        let others = match drawn.measure {
            Measure::Of(ix) if self.coins.iter().any(|coin| coin.look == Look::Outlined) => {
                let beside = dataset.measure(ix).beside.iter();
                beside
                    .map(|ix| dataset.indicator(*ix).name.get(setting.lang).to_owned())
                    .collect()
            }
            _ => Vec::new(),
        };
        let has_figure = !lines.is_empty();
        points.labels.push(Label {
            name: dataset
                .place(self.of.place)
                .name
                .get(setting.lang)
                .to_owned(),
            lines,
            note: text::list(setting.lang, &others),
            weight: match () {
                () if has_figure => Weight::Strong,
                () if !self.of.naming.is_empty() => Weight::Plain,
                () => Weight::Faint,
            },
            size: self
                .coins
                .iter()
                .map(|coin| coin.amount.abs())
                .fold(0.0, f64::max),
            ..Label::silent(self.at, [side, up, side, up])
        });
    }
}
