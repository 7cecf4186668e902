//! ECharts options, as plain data.
//!
//! charming builds what it knows; a datum's own fields, which charming has no
//! types for, are put in as JSON: `key` says what a click on it means
//! ([`Action`]), `tip` what its tooltip says.

mod action;
mod bars;
mod figures;
mod map;
mod map_scale;
mod nesting;
mod theme;
mod timeline;

pub use action::{Action, Mark};
pub use bars::{Bar, Segment};
pub use figures::{ChartView, chart};
pub use map::{INSET, MapView, RECIPIENT, SitesLegend, Untied, inset, map, map_legend};
pub use map_scale::LegendItem;
pub use theme::{Theme, font};
pub use timeline::{TimelineView, brush, brushed, timeline, visible_months};

use crate::dataset::{Dataset, vocabulary};
use crate::lang::Lang;

vocabulary! {
    /// A chart of the page.
    ChartId {
        /// How the money nests.
        MoneyNesting = "money-nesting",
        /// Money by place.
        MoneyByPlace = "money-by-place",
        /// Money by sector.
        MoneyBySector = "money-by-sector",
        /// Personnel by category.
        Personnel = "personnel",
        /// People reached.
        People = "people-reached",
        /// Income per head.
        Income = "income",
        /// Exchange activities.
        Exchanges = "exchanges",
    }
}

/// What every option is built for.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The dataset.
    pub dataset: &'a Dataset,
    /// The language.
    pub lang: Lang,
    /// The colours.
    pub theme: &'static Theme,
    /// Whether the page is as narrow as a phone.
    pub compact: bool,
}
