//! Which step of a story is told, and the view that it shows.

use super::encode::{encode, escaped};
use super::link::{Name, decode, requested_embed, requested_story};
use super::merge::FILTERS;
use super::{Embed, ViewState};
use model::{ChartIx, Dataset, Step, StoryIx};

/// Whether a step of a story may set what this parameter says: as [`showing`] does. The
/// rest is the reader's.
pub(super) fn is_shown(name: Name) -> bool {
    FILTERS.contains(&name) || [Name::Measure, Name::Focus, Name::Record].contains(&name)
}

/// The view with what `shown` shows.
#[must_use]
pub fn showing(view: ViewState, shown: &ViewState) -> ViewState {
    ViewState {
        filter: shown.filter.clone(),
        measure: shown.measure,
        focus: shown.focus.clone(),
        record: shown.record,
        ..view
    }
}

/// What stands before a story that the link itself holds, packed.
const OWN: char = '~';

/// The letters of a story that a link itself holds, if it does.
#[must_use]
pub fn own_story(query: &str) -> Option<String> {
    let story = requested_story(query)?;
    story.strip_prefix(OWN).map(str::to_owned)
}

/// The id that a story of these letters has, which links hold.
#[must_use]
pub fn own_story_id(letters: &str) -> String {
    format!("{OWN}{letters}")
}

/// What a step keeps of a view: all that it may set, and nothing of the reader's; and
/// the chart that it shows above map and timeline, if it shows one.
#[must_use]
pub fn step_of(view: &ViewState, chart: Option<ChartIx>, dataset: &Dataset) -> String {
    let shown = ViewState {
        embed: chart.map(Embed::Chart),
        ..showing(ViewState::of(dataset), view)
    };
    encode(&shown, dataset)
}

/// A step of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Telling {
    /// The story.
    pub story: StoryIx,
    /// The step's position in it.
    pub step: usize,
}

impl Telling {
    /// What the dataset tells here.
    #[must_use]
    pub fn told(self, dataset: &Dataset) -> &Step {
        let steps = &dataset.story(self.story).steps;
        // A story has a step, and [`Telling::at`] makes no other.
        &steps[self.step.min(steps.len() - 1)]
    }

    /// The chart that the step shows: the one that its view embeds.
    #[must_use]
    pub fn chart(self, dataset: &Dataset) -> Option<ChartIx> {
        match requested_embed(&self.told(dataset).view, dataset) {
            Some(Embed::Chart(chart)) => Some(chart),
            _ => None,
        }
    }

    /// The same story at a step that a link counts from 1, if there is one.
    pub(super) fn at(self, number: &str, dataset: &Dataset) -> Option<Self> {
        let step = number.parse::<usize>().ok()?.checked_sub(1)?;
        let is_there = step < dataset.story(self.story).steps.len();
        is_there.then_some(Self { step, ..self })
    }

    /// The step so many further on, if there is one.
    #[must_use]
    pub fn moved(self, by: isize, dataset: &Dataset) -> Option<Self> {
        let step = self.step.checked_add_signed(by)?;
        let is_there = step < dataset.story(self.story).steps.len();
        is_there.then_some(Self { step, ..self })
    }

    /// The plain page with what the step shows, and nothing of the story.
    #[must_use]
    pub fn shown(self, dataset: &Dataset) -> ViewState {
        let story = escaped(&dataset.story(self.story).id);
        let (story_name, step_name) = (Name::Story.word(), Name::Step.word());
        let link = format!("{story_name}={story}&{step_name}={}", self.step + 1);
        ViewState {
            telling: None,
            ..decode(&link, dataset).view
        }
    }
}
