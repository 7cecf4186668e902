//! What a reader, or the page around, can do to the view.

use super::address::{self, Step};
use super::store::Typed;
use super::{Store, Trouble};
use charts::Action;
use comparison::{By, Subjects};
use coverage::Sides;
use leptos::prelude::*;
use model::{Aspect, KindIx, Lang, OrganisationIx, RecordIx, SectorIx};
use query::{Column, Filter, Measure, Period, PlaceChoice, Sort, toggle};
use view::{
    Control, Focus, Label, Panel, Scheme, Telling, ViewState, decode, encode, replaced, showing,
};

impl Store {
    /// Opens a record, where the reader may.
    pub fn open(self, record: RecordIx) {
        self.set_record(Some(record));
    }

    /// Opens a record in place of the one that is open: Back closes both.
    pub fn replace_record(self, record: RecordIx) {
        if untrack(|| self.allows(Control::Records)) {
            self.change(Step::Adjustment, |view| view.record = Some(record));
        }
    }

    /// Chooses a place, or takes the choice back.
    pub fn toggle_place(self, choice: PlaceChoice) {
        self.choose(|view| toggle(&mut view.filter.places, choice));
    }

    /// Chooses a sector, or takes the choice back.
    pub fn toggle_sector(self, sector: SectorIx) {
        self.choose(|view| toggle(&mut view.filter.sectors, sector));
    }

    /// Chooses a kind, or takes the choice back.
    pub fn toggle_kind(self, kind: KindIx) {
        self.choose(|view| toggle(&mut view.filter.kinds, kind));
    }

    /// Chooses an organisation, or takes the choice back.
    pub fn toggle_organisation(self, organisation: OrganisationIx) {
        self.choose(|view| toggle(&mut view.filter.organisations, organisation));
    }

    /// Selects what lacks something, or no longer only that.
    pub fn toggle_lacks(self, aspect: Aspect) {
        if untrack(|| self.allows(Control::Filters)) {
            self.choose(|view| toggle(&mut view.filter.lacks, aspect));
        }
    }

    /// Selects other records.
    pub fn set_filter(self, filter: Filter) {
        self.choose(|view| view.filter = filter);
    }

    /// Selects all records.
    pub fn clear_filter(self) {
        self.typed.set(None);
        self.set_filter(Filter::default());
    }

    /// Chooses a period.
    pub fn set_period(self, period: Period) {
        self.choose(|view| view.filter.period = period);
    }

    /// Chooses another period in place of one just chosen: Back undoes both.
    pub fn adjust_period(self, period: Period) {
        self.change(Step::Adjustment, |view| view.filter.period = period);
    }

    /// Chooses what the map shows.
    pub fn set_measure(self, measure: Measure) {
        self.choose(|view| view.measure = measure);
    }

    /// Parts records by these to see what is not stated.
    pub fn set_sides(self, sides: Sides) {
        self.choose(|view| view.sides = sides);
    }

    /// Puts these side by side.
    pub fn set_compared(self, subjects: Subjects) {
        self.choose(|view| view.compared = Some(subjects));
    }

    /// The same, and shows where they stand: on a phone that is folded away, and not there
    /// with another part of the page.
    pub fn compare(self, subjects: Subjects) {
        let is_folded = untrack(|| self.compact().get() || !self.shows(Panel::Charts));
        self.choose(|view| {
            view.compared = Some(subjects);
            if is_folded {
                view.panel = Panel::Charts;
            }
        });
    }

    /// Shows figures side by side as this.
    pub fn set_compared_by(self, by: By) {
        self.choose(|view| view.compared_by = by);
    }

    /// Writes these on the timeline and the charts.
    pub fn set_labels(self, labels: Vec<Label>) {
        self.choose(|view| view.labels = labels);
    }

    /// Writes these in place of some just written: Back undoes both.
    pub fn adjust_labels(self, labels: Vec<Label>) {
        self.change(Step::Adjustment, |view| view.labels = labels);
    }

    /// Chooses a part of the page; that of a story, too, which it leaves.
    pub fn set_panel(self, panel: Panel) {
        self.choose(|view| {
            view.panel = panel;
            view.telling = None;
        });
    }

    /// Shows a step of a story. The first is a step of the history too; those after
    /// it take each other's place, so that Back leaves the story.
    pub fn tell(self, telling: Telling) {
        let is_told = self.view.with_untracked(|view| view.telling.is_some());
        let shown = telling.shown(self.dataset);
        let kind = if is_told {
            Step::Adjustment
        } else {
            Step::Choice
        };
        self.change(kind, |view| {
            *view = ViewState {
                telling: Some(telling),
                ..showing(view.clone(), &shown)
            };
        });
    }

    /// Leaves the story for the whole page.
    pub fn stop_telling(self) {
        let plain = ViewState::of(self.dataset);
        self.choose(|view| {
            *view = ViewState {
                origin: view.origin.clone(),
                lang: view.lang,
                scheme: view.scheme,
                ..plain
            };
        });
    }

    /// Leaves the story and keeps what it shows.
    pub fn explore(self) {
        self.choose(|view| view.telling = None);
    }

    /// Chooses light or dark.
    pub fn set_scheme(self, scheme: Scheme) {
        self.choose(|view| view.scheme = scheme);
    }

    /// The next of light, dark and the system's.
    pub fn next_scheme(self) {
        self.choose(|view| view.scheme = view.scheme.next());
    }

    /// Chooses the language.
    pub fn set_lang(self, lang: Lang) {
        self.choose(|view| view.lang = Some(lang));
    }

    /// The next language.
    pub fn next_lang(self) {
        self.set_lang(text::language_after(
            self.dataset,
            self.lang.get_untracked(),
        ));
    }

    /// Sorts the table by a column, or turns its order round.
    pub fn sort_by(self, column: Column) {
        self.choose(|view| {
            let again = view.sort.column == column;
            view.sort = Sort {
                column,
                descending: again && !view.sort.descending,
            };
        });
    }

    /// Words stand in the search that are not to be searched for yet.
    pub fn type_search(self, words: String) {
        self.typed.set(Some(Typed {
            words,
            waits: false,
        }));
    }

    /// Whether the search waits until the records are ready for it, as they are now.
    pub fn await_search(self) -> bool {
        let waits = !self.can_search();
        self.typed.update(|typed| {
            if let Some(typed) = typed {
                typed.waits = waits;
            }
        });
        waits
    }

    /// Searches for what was typed, if the records can be searched already.
    pub fn settle(self) {
        self.change(Step::Adjustment, |_| ());
    }

    /// Does what a click on a mark means, where the reader may.
    pub fn act(self, action: Action) {
        match action {
            Action::Open(record) => self.open(record),
            Action::Place(choice) => self.focus_on(Focus::place(choice)),
            Action::Sector(sector) => self.focus_on(Focus::sector(sector)),
            Action::Kind(kind) => self.focus_on(Focus::Kind(kind)),
            Action::Places(places) => self.focus_on(Focus::places(&places)),
            // How much of it is on screen is no part of the view.
            Action::Fold(_) | Action::Enlarge { .. } => {}
        }
    }

    /// Keeps a group of records lit, or where it is lit already no longer,
    /// where the reader may.
    pub fn focus_on(self, focus: Focus) {
        if untrack(|| self.allows(Control::Records)) {
            self.choose(|view| {
                let is_shown = view.record.is_none();
                let again = is_shown && view.focus.as_ref() == Some(&focus);
                view.record = None;
                view.focus = (!again).then_some(focus);
            });
        }
    }

    /// Selects the records that are lit, which then need no light.
    pub fn filter_by_focus(self) {
        self.choose(|view| {
            let filter = view.focus.as_ref().and_then(Focus::filter);
            if let Some(filter) = filter {
                view.filter.narrow(filter);
                view.focus = None;
            }
        });
    }

    /// Goes back by one step: from the record to what is lit, then to nothing.
    /// Whether there was any.
    pub fn step_back(self) -> bool {
        let (record, focus) = self
            .view
            .with_untracked(|view| (view.record.is_some(), view.focus.is_some()));
        if record {
            self.set_record(None);
        } else if focus && untrack(|| self.allows(Control::Records)) {
            self.choose(|view| view.focus = None);
        }
        record || focus
    }

    /// Shows what the page around asks for: all of a query, or its parameters of
    /// these names.
    pub fn take(self, query: &str, names: Option<&[&str]>) {
        let now = self.view.get_untracked();
        let query = match names {
            None => query.to_owned(),
            Some(names) => replaced(&encode(&now, self.dataset), query, names),
        };
        let decoded = decode(&query, self.dataset);
        self.notices.set(decoded.notices);
        self.change(Step::Adjustment, |view| {
            *view = ViewState {
                // The frame stays an embedded view of its dataset, whatever is
                // asked for.
                embed: decoded.view.embed.or(now.embed),
                origin: now.origin,
                ..decoded.view
            };
        });
    }

    /// The reader has seen what could not be used.
    pub fn dismiss(self) {
        self.notices.set(Vec::new());
        self.trouble.set(Trouble::default());
    }

    /// The reader turned the wheel over a chart: whether this is the first time
    /// on this page.
    pub fn turn_wheel(self) -> bool {
        let is_first = !self.wheel_told.get_value();
        self.wheel_told.set_value(true);
        is_first
    }

    /// Opens or closes a record, where the reader may.
    pub(super) fn set_record(self, record: Option<RecordIx>) {
        if untrack(|| self.allows(Control::Records)) {
            self.choose(|view| view.record = record);
        }
    }

    /// Changes the view by a choice.
    pub(super) fn choose(self, change: impl FnOnce(&mut ViewState)) {
        self.change(Step::Choice, change);
    }

    /// Changes the view and the address with it.
    fn change(self, step: Step, change: impl FnOnce(&mut ViewState)) {
        let now = self.view.get_untracked();
        let mut view = now.clone();
        // What was typed before the change comes before it, or waits on.
        let typed = self.typed.get_untracked();
        let typed = typed.filter(|typed| typed.words.trim().is_empty() || self.can_search());
        if let Some(Typed { words, .. }) = &typed {
            view.filter.text.clone_from(words);
        }
        change(&mut view);
        if view != now {
            address::write(&now, &view, self.dataset, step);
            self.view.set(view);
        }
        if typed.is_some() {
            self.typed.set(None);
        }
    }
}
