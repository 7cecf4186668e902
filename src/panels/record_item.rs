//! A record's row as it stands in lists of the page.

use crate::state::Store;
use crate::ui::{Line, RecordRow};
use leptos::prelude::*;
use model::RecordIx;

/// The row: pointed at it lights its record, pressed it opens it.
#[component]
pub fn RecordItem(
    ix: RecordIx,
    /// Whether it stands out or back as the record does: not in a list of what is
    /// lit, where all would.
    #[prop(default = true)]
    lights: bool,
    /// Whether the Tab key stops at it.
    #[prop(default = Signal::stored(true))]
    stops: Signal<bool>,
) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let record = dataset.record(ix);
    on_cleanup(move || store.leave(&[ix]));
    let figure = Signal::derive(move || {
        let lang = lang.get();
        let value = record.values.first()?;
        Some(Line::new(lang, text::qualified_parts(lang, value, dataset)))
    });
    view! {
        <RecordRow
            record
            lang
            figure
            dated=dataset.days(record.time.time).is_some()
            lit=Signal::derive(move || lights && store.is_lit(ix))
            dim=Signal::derive(move || lights && store.is_dim(ix))
            color=Signal::derive(move || store.setting().theme.sector(record.sector))
            stops
            on_open=move || store.open(ix)
            on_point=move || store.point(vec![ix])
            on_leave=move || store.leave(&[ix])
        />
    }
}
