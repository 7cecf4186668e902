//! What the share dialog can be opened for.

use model::{Dataset, Form, RecordIx};
use view::{Embed, Panel, ViewState};

/// What is shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The page as it is.
    Page,
    /// One of its views.
    View(Embed),
}

impl Subject {
    /// The word for it in file names.
    #[must_use]
    pub fn word(self, dataset: &Dataset) -> &str {
        match self {
            Self::Page => "page",
            Self::View(Embed::All) => Embed::ALL,
            Self::View(Embed::View) => Embed::VIEW,
            Self::View(Embed::Map) => Embed::MAP,
            Self::View(Embed::Timeline) => Embed::TIMELINE,
            Self::View(Embed::Table) => Embed::TABLE,
            Self::View(Embed::Coverage) => Embed::COVERAGE,
            Self::View(Embed::Comparison) => Embed::COMPARISON,
            Self::View(Embed::Checks) => Embed::CHECKS,
            Self::View(Embed::Chart(chart)) => &dataset.chart(chart).id,
            Self::View(Embed::Record(record)) => &dataset.record(record).id,
        }
    }

    /// The element with its chart, if it has one.
    #[must_use]
    pub fn chart(self, dataset: &Dataset) -> Option<String> {
        match self {
            Self::View(Embed::Map) => Some("map".to_owned()),
            Self::View(Embed::Timeline) => Some("timeline".to_owned()),
            Self::View(Embed::Chart(chart)) => {
                let chart = dataset.chart(chart);
                (chart.form != Form::Table).then(|| format!("chart-{}", chart.id))
            }
            _ => None,
        }
    }

    /// The view that a link to it opens.
    #[must_use]
    pub fn view_of(self, view: &ViewState) -> ViewState {
        let panel = match self {
            Self::Page | Self::View(Embed::Record(_)) => view.panel,
            Self::View(Embed::All | Embed::View) => Panel::All,
            Self::View(Embed::Map) => Panel::Map,
            Self::View(Embed::Timeline) => Panel::Timeline,
            Self::View(Embed::Table) => Panel::Table,
            Self::View(Embed::Comparison | Embed::Coverage | Embed::Checks | Embed::Chart(_)) => {
                Panel::Charts
            }
        };
        ViewState {
            panel,
            embed: None,
            ..view.clone()
        }
    }

    /// What can be embedded, in the order of the page, and of the records the one that
    /// is open.
    #[must_use]
    pub fn embeds(dataset: &Dataset, open: Option<RecordIx>) -> Vec<Embed> {
        let charts = dataset.chart_indices().map(Embed::Chart);
        [Embed::All, Embed::View, Embed::Map, Embed::Timeline]
            .into_iter()
            .chain(charts)
            .chain([
                Embed::Comparison,
                Embed::Coverage,
                Embed::Checks,
                Embed::Table,
            ])
            .chain(open.map(Embed::Record))
            .collect()
    }
}
