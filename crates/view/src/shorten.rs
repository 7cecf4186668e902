//! Shorter forms of a view, for codes that hold only so much.

use super::ViewState;
use model::Dataset;
use query::Filter;

/// What a shorter form leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// What whoever made the link wrote.
    Labels,
    /// The words that are searched for.
    Search,
    /// All filters.
    Filters,
    /// All but the dataset, the part of the page, what is chosen and the language.
    Settings,
}

/// The first form of the view that fits, from the least left out to the most,
/// and what it leaves out; none if even the shortest does not fit.
#[must_use]
pub fn shorten(
    view: &ViewState,
    dataset: &Dataset,
    fits: impl Fn(&ViewState) -> bool,
) -> Option<(ViewState, LeftOut)> {
    let without_labels = ViewState {
        labels: Vec::new(),
        ..view.clone()
    };
    let mut without_search = view.clone();
    without_search.filter.text.clear();
    let without_filters = ViewState {
        filter: Filter::default(),
        ..view.clone()
    };
    let bare = ViewState {
        origin: view.origin.clone(),
        telling: view.telling,
        focus: view.focus.clone(),
        record: view.record,
        lang: view.lang,
        panel: view.panel,
        ..ViewState::of(dataset)
    };
    [
        (without_labels, LeftOut::Labels),
        (without_search, LeftOut::Search),
        (without_filters, LeftOut::Filters),
        (bare, LeftOut::Settings),
    ]
    .into_iter()
    .find(|(shorter, _)| shorter != view && fits(shorter))
}
