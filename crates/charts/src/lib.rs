//! ECharts options, as plain data.
//!
//! Owns what the map, the timeline and the charts draw, the marks and what a
//! click on one means. Uses the model, the query's totals, the view's choices
//! and the words. No DOM, no ECharts: an option is JSON.
//!
//! Invariants: no chart adds up what overlaps; a mark names the records that
//! it stands for.
//!
//! charming builds what it knows; a datum's own field, which charming has no type
//! for, is put in as JSON: `tip`, what its tooltip says. What a click means lies
//! in the [`Mark`].

mod action;
mod bars;
mod figures;
mod frame;
mod json;
mod labels;
mod laid;
mod map;
mod nest;
mod nesting;
mod net;
mod rows;
mod slope;
mod theme;
mod timeline;
mod totals;
mod units;

pub use action::{Action, Mark};
pub use bars::{Bar, Segment};
pub use figures::{ChartView, chart};
pub use frame::{Pictured, frame};
pub use labels::{labels_of_chart, labels_of_timeline};
pub use map::{
    Coin, LegendItem, Look, MapView, Seen, SitesLegend, SizeItem, Untied, inset, map, map_height,
    not_outlined, outlines_problem, sheet, sure, untied_title,
};
pub use net::{Joint, NET_SIZE, Net, Node, net, related};
pub use theme::{Theme, font, serif};
pub use timeline::{
    Count, End, Form, Group, Hidden, Moment, Pace, Room, Scale, Shown, Sign, Span, Strip,
    TimelineView, UNDATED, brush, brushed, density, moments, overview, timeline, undated,
    visible_months,
};

use model::{Dataset, Lang, RecordIx};
use query::{Period, Reach};

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
    /// The chosen period, of which a record may say more than lies within.
    pub period: Period,
}

impl Setting<'_> {
    /// What stands where no figure does: of the source, or of the chosen period.
    pub(crate) fn no_figure(&self) -> &'static str {
        if self.period.is_all() {
            text::no_figure(self.lang)
        } else {
            text::no_figure_within(self.lang)
        }
    }

    /// Whether a record only reaches into the chosen period.
    #[must_use]
    pub fn reaches(&self, record: RecordIx) -> bool {
        let time = self.dataset.record(record).time.time;
        self.period.reach(self.dataset, time) == Some(Reach::Reaching)
    }
}
