//! What the legend beside the map has: the same in the page and in its plain view.

use super::{Look, MapView};
use model::{Certainty, Dataset, Lang, Text};

impl Look {
    /// The classes of a circle of its kind, in style sheets.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Filled => "circle-of",
            Self::Outlined => "circle-of outlined",
            Self::Dashed => "circle-of outlined dashed",
            Self::Hollow => "circle-of hollow",
            Self::Broken => "circle-of hollow dotted",
        }
    }
}

impl MapView {
    /// What the symbols of sites stand for: a family's name, or a sector's that is of
    /// none, its colour and its symbol; each once.
    #[must_use]
    pub fn symbols<'a>(&self, dataset: &'a Dataset) -> Vec<(&'a Text, &'static str, &'static str)> {
        let mut all = Vec::new();
        for (sector, color, symbol) in &self.sites {
            let of = dataset.sector(*sector);
            let name = of.family.map_or(&of.name, |ix| &dataset.family(ix).name);
            let item = (name, *color, *symbol);
            if !all.contains(&item) {
                all.push(item);
            }
        }
        all
    }
}

/// How a symbol is drawn whose position is so surely known, by the class of style
/// sheets, and what that is.
#[must_use]
pub fn sure(lang: Lang, certainty: Certainty) -> (&'static str, &'static str) {
    match certainty {
        Certainty::Exact => ("exact", text::position_exact(lang)),
        Certainty::Near => ("near", text::position_near(lang)),
        Certainty::Unstated => ("unstated", text::position_unstated(lang)),
        Certainty::AreaOnly => ("somewhere", text::position_area(lang)),
    }
}
