//! What the store tells. Signals of it can be read and not be written.

use super::store::is_large;
use super::{Geometry, Missing, Store, Trouble, address};
use crate::browser::reading;
use charts::Setting;
use comparison::{Compared, On, Subjects, subjects};
use editions::{names, short_of};
use leptos::prelude::*;
use model::{Dataset, Lang, RecordIx, StoryIx};
use query::{Facets, Filter, Index, Selection};
use view::{Control, Label, Notice, Panel, ViewState};

impl Store {
    /// The dataset: loaded once, alive as long as the page.
    #[must_use]
    pub fn dataset(self) -> &'static Dataset {
        self.dataset
    }

    /// The dataset's text, for exports.
    #[must_use]
    pub fn text(self) -> &'static reading::Text {
        self.text
    }

    /// The name of the dataset's edition; none of a file of another kind.
    #[must_use]
    pub fn edition(self) -> Option<&'static str> {
        self.edition
    }

    /// A view of the edition that is on screen, whatever takes its place; none where a
    /// link could not carry that, or asks for another dataset, which is not shown.
    #[must_use]
    pub fn pinned(self, view: &ViewState) -> Option<ViewState> {
        let is_other = self.trouble.with(|trouble| trouble.refused.is_some());
        let is_of_other = is_other && view.origin.data.is_some();
        let is_carried = !(view.origin.is_on_device() || is_of_other);
        let shown = self.edition.filter(|_| is_carried)?;
        let mut view = view.clone();
        let asked = view.origin.edition.take();
        let asked = asked.filter(|asked| names(shown, asked));
        view.origin.edition = asked.or_else(|| Some(short_of(shown).to_owned()));
        Some(view)
    }

    /// The view.
    #[must_use]
    pub fn view(self) -> ReadSignal<ViewState> {
        self.view.read_only()
    }

    /// The story that is told.
    #[must_use]
    pub fn story(self) -> Memo<Option<StoryIx>> {
        Memo::new(move |_| {
            self.view
                .with(|view| view.telling)
                .map(|telling| telling.story)
        })
    }

    /// What whoever made the link wrote on the timeline and the charts.
    #[must_use]
    pub fn labels(self) -> Memo<Vec<Label>> {
        Memo::new(move |_| self.view.with(|view| view.labels.clone()))
    }

    /// Asks the index of the records.
    pub fn with_index<T>(self, ask: impl FnOnce(&Index) -> T) -> T {
        self.index.with_value(ask)
    }

    /// What stands side by side: what a reader chose, or what suggests itself.
    #[must_use]
    pub fn compared(self) -> Option<Subjects> {
        let chosen = self.view.with(|view| view.compared.clone());
        chosen.or_else(|| self.suggested(None))
    }

    /// What of a kind, or of the first kind there is, suggests itself to be compared.
    #[must_use]
    pub fn suggested(self, on: Option<On>) -> Option<Subjects> {
        let suggest = |filter: &Filter| {
            self.with_index(|index| Subjects::suggested(self.dataset, index, filter, on))
        };
        self.filter.with(suggest)
    }

    /// The sides of these, with their records.
    #[must_use]
    pub fn sides(self, subjects: &Subjects) -> Vec<Compared> {
        let of =
            |filter: &Filter| self.with_index(|index| Compared::sides(index, filter, subjects));
        self.filter.with(of)
    }

    /// All that can be compared of a kind.
    #[must_use]
    pub fn to_compare(self, on: On) -> Vec<comparison::Subject> {
        let all = |filter: &Filter| {
            let of = |facets: &Facets| {
                self.with_index(|index| subjects(self.dataset, index, (filter, facets), on))
            };
            self.facets.with(of)
        };
        self.filter.with(all)
    }

    /// The whole link of a view.
    #[must_use]
    pub fn link(self, view: &ViewState) -> String {
        address::link(view, self.dataset)
    }

    /// The language on screen.
    #[must_use]
    pub fn lang(self) -> Memo<Lang> {
        self.lang
    }

    /// Whether the scheme on screen is dark.
    #[must_use]
    pub fn dark(self) -> Memo<bool> {
        self.dark
    }

    /// Whether the page is being printed.
    #[must_use]
    pub fn printing(self) -> ReadSignal<bool> {
        self.widths.printing
    }

    /// Whether the page is as narrow as a phone.
    #[must_use]
    pub fn compact(self) -> Memo<bool> {
        self.widths.compact
    }

    /// Whether the page has room for larger rows.
    #[must_use]
    pub fn wide(self) -> ReadSignal<bool> {
        self.widths.wide
    }

    /// Whether the filters stand above the page's parts, not beside them.
    #[must_use]
    pub fn stacked(self) -> ReadSignal<bool> {
        self.widths.stacked
    }

    /// Which records are selected.
    #[must_use]
    pub fn filter(self) -> Memo<Filter> {
        self.filter
    }

    /// The records that the filter selects.
    #[must_use]
    pub fn selection(self) -> Memo<Vec<RecordIx>> {
        self.selected.get_value().all
    }

    /// The same, told apart by how they lie to the chosen period.
    #[must_use]
    pub fn apart(self) -> Memo<Selection> {
        self.selected.get_value().apart
    }

    /// Those that lie within the period: what may be counted.
    #[must_use]
    pub fn within(self) -> Memo<Vec<RecordIx>> {
        self.selected.get_value().within
    }

    /// Those that only reach into the period: what they state is of more than it.
    #[must_use]
    pub fn reaching(self) -> Memo<Vec<RecordIx>> {
        self.selected.get_value().reaching
    }

    /// Whether a record is one of them.
    #[must_use]
    pub fn reaches(self, record: RecordIx) -> bool {
        self.reaching()
            .with(|all| all.binary_search(&record).is_ok())
    }

    /// How many records each choice would leave.
    #[must_use]
    pub fn facets(self) -> Memo<Facets> {
        self.facets
    }

    /// Outlines of the maps.
    #[must_use]
    pub fn geometry(self) -> ReadSignal<Geometry> {
        self.geometry.read_only()
    }

    /// What of the maps is not to be had.
    #[must_use]
    pub fn missing(self) -> ReadSignal<Vec<Missing>> {
        self.missing.read_only()
    }

    /// What of the link was ignored.
    #[must_use]
    pub fn notices(self) -> ReadSignal<Vec<Notice>> {
        self.notices.read_only()
    }

    /// What of the dataset could not be used.
    #[must_use]
    pub fn trouble(self) -> ReadSignal<Trouble> {
        self.trouble.read_only()
    }

    /// What stands in the search: what was typed, or else what the view says.
    #[must_use]
    pub fn searched(self) -> String {
        let typed = self.typed.get().map(|typed| typed.words);
        typed.unwrap_or_else(|| self.view.with(|v| v.filter.text.clone()))
    }

    /// Whether it has so many records that each panel is work enough for a task.
    #[must_use]
    pub fn is_large(self) -> bool {
        is_large(self.dataset)
    }

    /// Whether what a search needs is at hand. Of very many records it is not for some
    /// seconds, and would hold the page if it were asked for at once: what is typed waits.
    #[must_use]
    pub fn can_search(self) -> bool {
        self.index.try_with_value(Index::is_prepared) != Some(false)
    }

    /// Whether what was typed waits for that.
    #[must_use]
    pub fn search_waits(self) -> bool {
        self.typed
            .with(|typed| typed.as_ref().is_some_and(|typed| typed.waits))
    }

    /// Whether the view is embedded in another page. It stays so.
    #[must_use]
    pub fn is_embedded(self) -> bool {
        self.view.with_untracked(|v| v.embed.is_some())
    }

    /// Whether the reader may change something here.
    #[must_use]
    pub fn allows(self, control: Control) -> bool {
        self.view.with(|view| view.allows(control))
    }

    /// Whether a part of the page is to be shown.
    #[must_use]
    pub fn shows(self, panel: Panel) -> bool {
        self.view
            .with(|view| view.panel == Panel::All || view.panel == panel)
    }

    /// What options are built for; tracks language, scheme and width.
    #[must_use]
    pub fn setting(self) -> Setting<'static> {
        let theme = if self.dark.get() {
            self.themes.1
        } else {
            self.themes.0
        };
        Setting {
            dataset: self.dataset,
            lang: self.lang.get(),
            theme,
            compact: self.widths.compact.get(),
            period: self.filter.with(|filter| filter.period),
        }
    }
}
