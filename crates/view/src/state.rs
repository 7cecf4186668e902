//! The whole view as one value.

use super::{Focus, Label, Origin, Telling};
use comparison::{By, Subjects};
use coverage::Sides;
use model::{ChartIx, Dataset, Lang, RecordIx, vocabulary};
use query::{Filter, Measure, Sort};
use std::collections::BTreeSet;

vocabulary! {
    /// Light or dark.
    Scheme {
        /// As the system is.
        System = "system",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

vocabulary! {
    /// What part of the page has the room.
    Panel {
        /// All of it.
        All = "all",
        /// The map.
        Map = "map",
        /// The timeline.
        Timeline = "timeline",
        /// The charts.
        Charts = "charts",
        /// The table.
        Table = "table",
    }
}

vocabulary! {
    /// What the reader of an embedded view may change.
    Control {
        /// The filters.
        Filters = "filters",
        /// The map's measure.
        Measure = "measure",
        /// Which record is open, and which are lit.
        Records = "records",
    }
}

impl Scheme {
    /// The scheme after this one, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

/// What a page that embeds the app shows of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Embed {
    /// Everything, without the page's frame.
    All,
    /// Map and timeline together.
    View,
    /// The map.
    Map,
    /// The timeline.
    Timeline,
    /// The table.
    Table,
    /// What is stated and what is not.
    Coverage,
    /// Some of a kind side by side.
    Comparison,
    /// Derived figures and what else is worth a look.
    Checks,
    /// One chart.
    Chart(ChartIx),
    /// One record.
    Record(RecordIx),
}

impl Embed {
    /// The name of everything.
    pub const ALL: &'static str = "all";
    /// The name of map and timeline together.
    pub const VIEW: &'static str = "view";
    /// The name of the map.
    pub const MAP: &'static str = "map";
    /// The name of the timeline.
    pub const TIMELINE: &'static str = "timeline";
    /// The name of the table.
    pub const TABLE: &'static str = "table";
    /// The name of what is stated and what is not.
    pub const COVERAGE: &'static str = "coverage";
    /// The name of some of a kind side by side.
    pub const COMPARISON: &'static str = "comparison";
    /// The name of the derived figures.
    pub const CHECKS: &'static str = "checks";
    /// What stands before a chart's id.
    pub const CHART: &'static str = "chart:";
    /// What stands before a record's id.
    pub const RECORD: &'static str = "record:";

    /// Those that every dataset has, with their names.
    const PARTS: [(Self, &'static str); 8] = [
        (Self::All, Self::ALL),
        (Self::View, Self::VIEW),
        (Self::Map, Self::MAP),
        (Self::Timeline, Self::TIMELINE),
        (Self::Table, Self::TABLE),
        (Self::Coverage, Self::COVERAGE),
        (Self::Comparison, Self::COMPARISON),
        (Self::Checks, Self::CHECKS),
    ];

    /// Its name in links.
    #[must_use]
    pub fn word(self, dataset: &Dataset) -> String {
        match self {
            Self::All => Self::ALL.to_owned(),
            Self::View => Self::VIEW.to_owned(),
            Self::Map => Self::MAP.to_owned(),
            Self::Timeline => Self::TIMELINE.to_owned(),
            Self::Table => Self::TABLE.to_owned(),
            Self::Coverage => Self::COVERAGE.to_owned(),
            Self::Comparison => Self::COMPARISON.to_owned(),
            Self::Checks => Self::CHECKS.to_owned(),
            Self::Chart(chart) => format!("{}{}", Self::CHART, dataset.chart(chart).id),
            Self::Record(record) => format!("{}{}", Self::RECORD, dataset.record(record).id),
        }
    }

    /// Whether it is such a name; whether the chart or record is there only a dataset knows.
    #[must_use]
    pub fn is_word(word: &str) -> bool {
        let known = Self::PARTS.iter().any(|(_, name)| *name == word);
        known || word.starts_with(Self::CHART) || word.starts_with(Self::RECORD)
    }

    /// The view of that name.
    #[must_use]
    pub fn from_word(word: &str, dataset: &Dataset) -> Option<Self> {
        let known = Self::PARTS.iter().find(|(_, name)| *name == word);
        if let Some((embed, _)) = known {
            return Some(*embed);
        }
        match word.strip_prefix(Self::RECORD) {
            Some(id) => dataset.record_by_id(id).map(Self::Record),
            None => word
                .strip_prefix(Self::CHART)
                .and_then(|id| dataset.chart_by_id(id))
                .map(Self::Chart),
        }
    }
}

/// All that a link holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewState {
    /// Which dataset.
    pub origin: Origin,
    /// The step of a story that is told. The rest is what that step shows, but for
    /// what the reader has changed.
    pub telling: Option<Telling>,
    /// Which records.
    pub filter: Filter,
    /// The map's measure.
    pub measure: Measure,
    /// The table's order.
    pub sort: Sort,
    /// By what records are parted to see what is not stated.
    pub sides: Sides,
    /// What stands side by side, where a reader chose it.
    pub compared: Option<Subjects>,
    /// As what its figures are shown.
    pub compared_by: By,
    /// The records that stay lit, where a reader chose some; they are not
    /// filtered by.
    pub focus: Option<Focus>,
    /// The record that is open.
    pub record: Option<RecordIx>,
    /// The language, where the reader chose one.
    pub lang: Option<Lang>,
    /// Light or dark.
    pub scheme: Scheme,
    /// The part of the page.
    pub panel: Panel,
    /// Whether source and method are told, over that part.
    pub about: bool,
    /// The embedded view, if it is one.
    pub embed: Option<Embed>,
    /// What its reader may change, if that is said.
    pub controls: Option<BTreeSet<Control>>,
    /// What whoever made the link wrote on the timeline and the charts.
    pub labels: Vec<Label>,
}

impl ViewState {
    /// Whether the reader may change something. Outside of embedded views that
    /// is so; in them where the link does not say otherwise.
    #[must_use]
    pub fn allows(&self, control: Control) -> bool {
        self.embed.is_none()
            || self
                .controls
                .as_ref()
                .is_none_or(|allowed| allowed.contains(&control))
    }

    /// What the plain page of a dataset shows.
    #[must_use]
    pub fn of(dataset: &Dataset) -> Self {
        Self {
            origin: Origin::default(),
            telling: None,
            filter: Filter::default(),
            measure: Measure::default_of(dataset),
            sort: Sort::default(),
            sides: Sides::default(),
            compared: None,
            compared_by: By::default(),
            focus: None,
            record: None,
            lang: None,
            scheme: Scheme::System,
            panel: Panel::All,
            about: false,
            embed: None,
            controls: None,
            labels: Vec::new(),
        }
    }

    /// Nothing but the filter.
    #[must_use]
    pub fn only_filter(&self, dataset: &Dataset) -> Self {
        Self {
            filter: self.filter.clone(),
            ..Self::of(dataset)
        }
    }

    /// The same on the page itself, where it is an embedded view.
    #[must_use]
    pub fn whole_page(&self) -> Self {
        Self {
            embed: None,
            controls: None,
            ..self.clone()
        }
    }

    /// Whether an embedded view has its own filters in sight.
    #[must_use]
    pub fn shows_filters(&self) -> bool {
        self.controls
            .as_ref()
            .is_some_and(|allowed| allowed.contains(&Control::Filters))
    }
}
