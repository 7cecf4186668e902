//! The store: its fields, and how they follow from each other.

use super::address;
use super::geometry::{Geometry, Missing};
use super::overlay::{Overlay, lying};
use super::{Shown, Trouble, browser_language};
use crate::browser::{media, paint, reading, window};
use charts::Theme;
use leptos::prelude::*;
use model::{Dataset, Lang, RecordIx, Refusal};
use query::{Facets, Filter, Index, Selection, in_both};
use view::{Control, Embed, Focus, Notice, Scheme, ViewState};

/// What the page has room for.
pub(super) struct Widths {
    /// Whether it is as narrow as a phone, and not a frame with room for a drawn
    /// timeline.
    pub(super) compact: Memo<bool>,
    /// Whether it has more room than a common screen.
    pub(super) wide: ReadSignal<bool>,
    /// Whether its parts stand below each other.
    pub(super) stacked: ReadSignal<bool>,
    /// Whether the page is being printed.
    pub(super) printing: ReadSignal<bool>,
}

/// Shared by all panels through the context.
#[derive(Clone, Copy)]
pub struct Store {
    pub(super) dataset: &'static Dataset,
    pub(super) text: &'static reading::Text,
    pub(super) edition: Option<&'static str>,
    /// The colours of the dataset, light and dark: as long there as it is.
    pub(super) themes: (&'static Theme, &'static Theme),
    pub(super) view: RwSignal<ViewState>,
    /// What was typed into the search and is not in the view yet.
    pub(super) typed: RwSignal<Option<Typed>>,
    pub(super) notices: RwSignal<Vec<Notice>>,
    pub(super) trouble: RwSignal<Trouble>,
    pub(super) lang: Memo<Lang>,
    pub(super) dark: Memo<bool>,
    /// As long there as the page.
    pub(super) widths: &'static Widths,
    pub(super) index: StoredValue<Index>,
    pub(super) filter: Memo<Filter>,
    pub(super) selected: StoredValue<Selected>,
    pub(super) facets: Memo<Facets>,
    pub(super) lit: Memo<Vec<RecordIx>>,
    /// What is selected of what a reader has chosen.
    pub(super) kept: Memo<Vec<RecordIx>>,
    /// What is selected of the group that stays lit.
    pub(super) focused: Memo<Vec<RecordIx>>,
    pub(super) hovered: RwSignal<Vec<RecordIx>>,
    /// Whether the page has said how to zoom with the wheel.
    pub(super) wheel_told: StoredValue<bool>,
    pub(super) geometry: RwSignal<Geometry>,
    /// What of the maps is not to be had.
    pub(super) missing: RwSignal<Vec<Missing>>,
    /// What lies over the page and is no part of the link.
    pub(super) passing: RwSignal<Option<Overlay>>,
    pub(super) overlays: Memo<Vec<Overlay>>,
}

/// What stands in the search and is not searched for yet.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) words: String,
    /// Whether it waits until the records can be searched.
    pub(super) waits: bool,
}

/// What the filter selects: each list changes when it does, and not with another.
#[derive(Clone, Copy)]
pub(super) struct Selected {
    pub(super) apart: Memo<Selection>,
    pub(super) all: Memo<Vec<RecordIx>>,
    pub(super) within: Memo<Vec<RecordIx>>,
    pub(super) reaching: Memo<Vec<RecordIx>>,
}

impl Selected {
    pub(super) fn of(apart: Memo<Selection>) -> Self {
        Self {
            apart,
            all: Memo::new(move |_| apart.with(|s| s.all().to_vec())),
            within: Memo::new(move |_| apart.with(|s| s.within().to_vec())),
            reaching: Memo::new(move |_| apart.with(|s| s.reaching().to_vec())),
        }
    }
}

/// So many records are work.
const MANY: usize = 4_000;

pub(super) const fn is_large(dataset: &Dataset) -> bool {
    dataset.records.len() >= MANY
}

/// Takes the words to search for out of a view, where the records will be ready for them
/// only after a while and there is a field for them to wait in.
fn to_wait(dataset: &Dataset, view: &mut ViewState) -> Option<Typed> {
    let waits = is_large(dataset)
        && view.embed.is_none()
        && view.allows(Control::Filters)
        && !view.filter.text.trim().is_empty();
    waits.then(|| Typed {
        words: std::mem::take(&mut view.filter.text),
        waits,
    })
}

impl Store {
    /// Reads the address and keeps it true from now on.
    #[must_use]
    pub fn new(shown: Shown) -> Self {
        let Shown {
            dataset,
            text,
            edition,
            trouble,
            ..
        } = shown;
        let mut decoded = address::read(dataset);
        // What a link cannot carry is no part of the links made here either, and
        // what it chose was of that.
        if matches!(trouble.refused, Some((_, Refusal::OnDevice))) {
            decoded.view = ViewState {
                lang: decoded.view.lang,
                scheme: decoded.view.scheme,
                ..ViewState::of(dataset)
            };
            decoded.notices.clear();
        }
        let typed = RwSignal::new(to_wait(dataset, &mut decoded.view));
        let view = RwSignal::new(decoded.view);
        let notices = RwSignal::new(decoded.notices);
        let index = StoredValue::new(Index::later(dataset, text::said));
        // The page may be that of another dataset by then.
        paint::by_and_by(move || index.try_with_value(Index::prepare) == Some(true));
        let preferred = browser_language(Some(dataset));
        let system_dark = media::matches("(prefers-color-scheme: dark)");
        let printing = media::printing();
        let hovered = RwSignal::new(Vec::new());
        let passing = RwSignal::new(None);
        let filter = Memo::new(move |_| view.with(|v| v.filter.clone()));
        let apart = Memo::new(move |_| filter.with(|f| index.with_value(|i| i.selection(f))));
        let selected = Selected::of(apart);
        let selection = selected.all;
        // On paper nothing is folded, and figures stand beside their records.
        let phone = media::matches("screen and (max-width: 40rem)");
        // As `panels/embed.css` has it.
        let paired = media::matches("(min-width: 37.5rem)");
        let widths: &'static Widths = Box::leak(Box::new(Widths {
            compact: Memo::new(move |_| {
                let draws =
                    |view: &ViewState| matches!(view.embed, Some(Embed::View | Embed::Timeline));
                phone.get() && !(view.with(draws) && paired.get())
            }),
            wide: media::matches("(min-width: 112.5rem)"),
            stacked: media::matches("screen and (max-width: 56.25rem)"),
            printing,
        }));
        let focus = Memo::new(move |_| view.with(|v| v.focus.clone()));
        let focused = Memo::new(move |_| {
            let records = |focus: &Focus| index.with_value(|i| focus.records(dataset, i));
            let all = focus.with(|focus| focus.as_ref().map(records).unwrap_or_default());
            selection.with(|selected| in_both(&all, selected))
        });
        let open = Memo::new(move |_| view.with(|v| v.record));
        let kept = Memo::new(move |_| match open.get() {
            Some(record) => selection.with(|selected| in_both(&[record], selected)),
            None => focused.get(),
        });
        let store = Self {
            dataset,
            text,
            edition,
            themes: (
                leaked(&Theme::LIGHT, dataset),
                leaked(&Theme::DARK, dataset),
            ),
            view,
            typed,
            notices,
            trouble: RwSignal::new(trouble),
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
            widths,
            index,
            filter,
            selected: StoredValue::new(selected),
            facets: Memo::new(move |_| filter.with(|f| index.with_value(|i| i.facets(f)))),
            lit: Memo::new(move |_| {
                let pointed =
                    hovered.with(|hovered| selection.with(|selected| in_both(hovered, selected)));
                if pointed.is_empty() {
                    kept.get()
                } else {
                    pointed
                }
            }),
            kept,
            focused,
            hovered,
            wheel_told: StoredValue::new(false),
            geometry: RwSignal::new(Geometry::Loading),
            missing: RwSignal::new(Vec::new()),
            passing,
            overlays: Memo::new(move |_| {
                view.with(|view| lying(view, widths.stacked.get(), passing.get()))
            }),
        };
        address::on_history(dataset, move || {
            store.typed.set(None);
            // What lay over the former view goes with it.
            store.passing.set(None);
            // A step between two datasets: the page begins anew.
            if view.with_untracked(address::is_of_another) {
                window::reload();
                return;
            }
            let decoded = address::read(dataset);
            view.set(decoded.view);
            notices.set(decoded.notices);
        });
        store.load_outlines();
        store
    }

    /// The page's store.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }
}

fn leaked(theme: &Theme, dataset: &Dataset) -> &'static Theme {
    Box::leak(Box::new(theme.of(dataset)))
}
