//! Which functions begin a part, and which part it is.
//!
//! - `below`: what lies below the first screen.
//! - `record`: what is told of a record or a group that a reader chooses.
//! - `more`: what few readers open.

#![allow(
    unsafe_code,
    reason = "what cuts the program finds the functions of a part by names that are not mangled"
)]

#[cfg(feature = "split")]
use super::place::now;
use super::place::{Coming, later};
use crate::panels::about::About;
use crate::panels::charts::{ChartPanel, ChartsPanel};
use crate::panels::checks::Checks;
use crate::panels::chosen::{Detail, Facts, Group};
use crate::panels::comparison::Compared;
use crate::panels::coverage::Covered;
use crate::panels::keys::Keys;
use crate::panels::open::Open;
use crate::panels::story::Story;
use crate::panels::table::TablePanel;
use crate::share::Sharing;
use crate::state::Subject;
use leptos::prelude::*;
use model::{ChartIx, RecordIx, StoryIx};
use view::Focus;
#[cfg(feature = "split")]
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Something of a part, shown when that has come. Without the feature the program is one
/// file, and all is there.
macro_rules! of_part {
    ($($(#[$doc:meta])* $part:ident: fn $name:ident($($arg:ident: $type:ty),*) { $($made:tt)* })*) => {$(
        $(#[$doc])*
        pub fn $name($($arg: $type),*) -> AnyView {
            #[cfg(feature = "split")]
            // The name tells it from others: it is part of the symbol.
            #[wasm_split($part, fallible, preload(load))]
            fn $name($($arg: $type),*) -> Result<AnyView, SplitLoaderError> {
                Ok(view! { $($made)* }.into_any())
            }
            #[cfg(feature = "split")]
            let made = move || {
                // `load` is of this very function, so that it waits for nothing now.
                now(Box::pin($name($($arg.clone()),*)))?.ok()
            };
            #[cfg(not(feature = "split"))]
            let made = move || {
                $(let $arg = $arg.clone();)*
                Some(view! { $($made)* }.into_any())
            };
            #[cfg(feature = "split")]
            let load = || come(load());
            #[cfg(not(feature = "split"))]
            let load = come;
            later(load, made)
        }
    )*};
}

of_part! {
    /// All charts, and the panels behind them.
    below: fn charts() { <ChartsPanel /> }
    /// One chart.
    below: fn one_chart(id: ChartIx) { <ChartPanel id /> }
    /// The checks, which stand behind the charts.
    below: fn checks() { <Checks /> }
    /// The table.
    below: fn table() { <TablePanel /> }
    /// One record, with what leads on from it.
    record: fn detail(ix: RecordIx) { <Detail ix /> }
    /// One record.
    record: fn facts(ix: RecordIx) { <Facts ix /> }
    /// A group of records.
    record: fn group(focus: Focus) { <Group focus /> }
    /// What stands in the panel of the coverage, while a reader is `near`.
    more: fn covered(near: Signal<bool>) { <Covered near /> }
    /// The same of the comparison.
    more: fn compared(near: Signal<bool>) { <Compared near /> }
    /// A story.
    more: fn story(ix: StoryIx) { <Story story=ix /> }
    /// What stands in the dialog about the source.
    more: fn about() { <About /> }
    /// In that about keys.
    more: fn keys() { <Keys /> }
    /// In that in which files are opened.
    more: fn open() { <Open /> }
    /// In that in which things are shared.
    more: fn sharing(subject: Subject) { <Sharing subject /> }
}

/// A part as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Charts and table.
    Below,
    /// Records and groups.
    Record,
    /// All that few readers open.
    More,
}

impl Part {
    /// The likely first.
    pub(super) const ALL: [Self; 3] = [Self::Record, Self::Below, Self::More];

    /// Fetches the part, unless it is there.
    #[cfg(feature = "split")]
    pub(super) fn load(self) -> Coming {
        /// Of itself it is nothing, but where it is the rest of its part is.
        macro_rules! mark {
            ($part:ident, $load:ident, $name:ident) => {
                #[wasm_split($part, fallible, preload($load))]
                fn $name() -> Result<(), SplitLoaderError> {
                    Ok(())
                }
            };
        }
        mark!(below, load_below, mark_below);
        mark!(record, load_record, mark_record);
        mark!(more, load_more, mark_more);
        match self {
            Self::Below => come(load_below()),
            Self::Record => come(load_record()),
            Self::More => come(load_more()),
        }
    }

    /// It is there.
    #[cfg(not(feature = "split"))]
    #[allow(clippy::unused_self, reason = "where the program is cut it counts")]
    pub(super) fn load(self) -> Coming {
        come()
    }
}

#[cfg(feature = "split")]
fn come(loading: impl Future<Output = Result<(), SplitLoaderError>> + 'static) -> Coming {
    Box::pin(async move { loading.await.is_ok() })
}

#[cfg(not(feature = "split"))]
fn come() -> Coming {
    Box::pin(std::future::ready(true))
}
