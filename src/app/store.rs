//! The one state of the page. Everything on screen follows from `view`.

use super::address::{self, Step};
use super::geometry::Geometry;
use super::media;
use super::share::Subject;
use charts::{Action, Setting, Theme};
use leptos::prelude::*;
use model::{Dataset, Lang, RecordIx};
use query::{Facets, Index, in_both, toggle};
use view::{Control, Notice, Panel, Scheme, ViewState};

/// The first language that the browser prefers and the page or, where there is
/// one, the dataset speaks; else the dataset's first, or English.
#[must_use]
pub fn browser_language(dataset: Option<&Dataset>) -> Lang {
    let spoken = text::languages(dataset);
    let preferred = web_sys::window()
        .map(|w| w.navigator().languages())
        .unwrap_or_default();
    preferred
        .iter()
        .filter_map(|tag| Lang::parse(&tag.as_string()?))
        .find_map(|lang| lang.best_of(spoken.iter().copied()))
        .or_else(|| dataset?.languages.first().copied())
        .unwrap_or(Lang::EN)
}

/// Shared by all components through the context.
#[derive(Clone, Copy)]
pub struct Store {
    /// The dataset: loaded once, alive as long as the page.
    pub dataset: &'static Dataset,
    /// The dataset's text, for exports.
    pub text: &'static str,
    /// The view.
    pub view: RwSignal<ViewState>,
    /// What was typed into the search and is not in the view yet.
    pub typed: RwSignal<Option<String>>,
    /// What of the link was ignored.
    pub notices: RwSignal<Vec<Notice>>,
    /// The language on screen.
    pub lang: Memo<Lang>,
    /// Whether the scheme on screen is dark.
    pub dark: Memo<bool>,
    /// Whether the page is as narrow as a phone.
    pub compact: ReadSignal<bool>,
    /// Whether the filters stand above the page's parts, not beside them.
    pub stacked: ReadSignal<bool>,
    /// The records that the filter selects.
    pub selection: Memo<Vec<RecordIx>>,
    /// How many records each choice would leave.
    pub facets: Memo<Facets>,
    /// The records that the reader points at, as far as they are selected.
    pub lit: Memo<Vec<RecordIx>>,
    hovered: RwSignal<Vec<RecordIx>>,
    /// Whether the page has said how to zoom with the wheel.
    pub wheel_told: StoredValue<bool>,
    /// Outlines of the maps.
    pub geometry: RwSignal<Geometry>,
    /// Whether the overlay of keyboard shortcuts is open.
    pub keys: RwSignal<bool>,
    /// What the share dialog is open for.
    pub sharing: RwSignal<Option<Subject>>,
}

impl Store {
    /// Reads the address and keeps it true from now on.
    #[must_use]
    pub fn new(dataset: &'static Dataset, text: &'static str) -> Self {
        let decoded = address::read(dataset);
        let view = RwSignal::new(decoded.view);
        let notices = RwSignal::new(decoded.notices);
        let index = StoredValue::new(Index::new(dataset, |record| text::said(dataset, record)));
        let preferred = browser_language(Some(dataset));
        let system_dark = media::matches("(prefers-color-scheme: dark)");
        let printing = media::printing();
        let hovered = RwSignal::new(Vec::new());
        let filter = Memo::new(move |_| view.with(|v| v.filter.clone()));
        let selection = Memo::new(move |_| filter.with(|f| index.with_value(|i| i.select(f))));
        let store = Self {
            dataset,
            text,
            view,
            typed: RwSignal::new(None),
            notices,
            lang: Memo::new(move |_| view.with(|v| v.lang).unwrap_or(preferred)),
            dark: Memo::new(move |_| {
                let dark = match view.with(|v| v.scheme) {
                    Scheme::System => system_dark.get(),
                    Scheme::Light => false,
                    Scheme::Dark => true,
                };
                // Paper is white.
                dark && !printing.get()
            }),
            compact: media::matches("(max-width: 640px)"),
            stacked: media::matches("(max-width: 900px)"),
            selection,
            facets: Memo::new(move |_| filter.with(|f| index.with_value(|i| i.facets(f)))),
            lit: Memo::new(move |_| {
                hovered.with(|hovered| selection.with(|selected| in_both(hovered, selected)))
            }),
            hovered,
            wheel_told: StoredValue::new(false),
            geometry: RwSignal::new(Geometry::Loading),
            keys: RwSignal::new(false),
            sharing: RwSignal::new(None),
        };
        address::on_history(dataset, move || {
            store.typed.set(None);
            // What lay over the former view goes with it.
            store.sharing.set(None);
            store.keys.set(false);
            let decoded = address::read(dataset);
            view.set(decoded.view);
            notices.set(decoded.notices);
        });
        store
    }

    /// The page's store.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// What options are built for; tracks language, scheme and width.
    #[must_use]
    pub fn setting(self) -> Setting<'static> {
        let theme = if self.dark.get() {
            &Theme::DARK
        } else {
            &Theme::LIGHT
        };
        Setting {
            dataset: self.dataset,
            lang: self.lang.get(),
            theme,
            compact: self.compact.get(),
        }
    }

    /// Changes the view and the address with it.
    pub fn change(self, step: Step, change: impl FnOnce(&mut ViewState)) {
        let now = self.view.get_untracked();
        let mut view = now.clone();
        // What was typed before the change comes before it.
        let typed = self.typed.get_untracked();
        if let Some(text) = &typed {
            view.filter.text.clone_from(text);
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

    /// Takes what was typed into the view.
    pub fn settle(self) {
        self.change(Step::Adjustment, |_| ());
    }

    /// Changes the view by a choice.
    pub fn choose(self, change: impl FnOnce(&mut ViewState)) {
        self.change(Step::Choice, change);
    }

    /// The reader points at these records.
    pub fn point(self, records: Vec<RecordIx>) {
        self.hovered.set(records);
    }

    /// The reader points away from these records, or what stood for them is gone.
    pub fn leave(self, records: &[RecordIx]) {
        // A page that is taken down as a whole has no store any more.
        if self.hovered.try_with_untracked(|h| h == records) == Some(true) {
            self.hovered.set(Vec::new());
        }
    }

    /// Opens or closes a record.
    pub fn open(self, record: Option<RecordIx>) {
        if untrack(|| self.allows(Control::Records)) {
            self.choose(|view| view.record = record);
        }
    }

    /// Whether the reader may change something here.
    #[must_use]
    pub fn allows(self, control: Control) -> bool {
        self.view.with(|view| view.allows(control))
    }

    /// Does what a click on a mark means, where the reader may.
    pub fn act(self, action: Action) {
        let control = match action {
            Action::Open(_) => Control::Records,
            Action::Place(_) | Action::Sector(_) | Action::Kind(_) => Control::Filters,
        };
        if !untrack(|| self.allows(control)) {
            return;
        }
        self.choose(|view| match action {
            Action::Open(record) => view.record = Some(record),
            Action::Place(choice) => toggle(&mut view.filter.places, choice),
            Action::Sector(sector) => toggle(&mut view.filter.sectors, sector),
            Action::Kind(kind) => toggle(&mut view.filter.kinds, kind),
        });
    }

    /// Whether a part of the page is to be shown.
    #[must_use]
    pub fn shows(self, panel: Panel) -> bool {
        self.view
            .with(|view| view.panel == Panel::All || view.panel == panel)
    }
}

/// The reader points at a record. A finger does not: it leaves without a word.
pub fn point(store: Store, event: &web_sys::PointerEvent, record: RecordIx) {
    if event.pointer_type() != "touch" {
        store.point(vec![record]);
    }
}
