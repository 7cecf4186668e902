//! What a reader has chosen, beside the views: a record, or the records that
//! stay lit.

mod group;
mod record;

pub use group::Group;
pub use record::{Detail, Facts, glossary};

use super::later;
use crate::browser::in_sight::InSight;
use crate::state::Store;
use crate::ui::{Beside, Spoken};
use leptos::html::Div;
use leptos::prelude::*;
use model::RecordIx;
use view::Focus;

/// What is told of.
#[derive(Clone, PartialEq)]
enum Of {
    Record(RecordIx),
    Group(Focus),
}

/// The panel, in its place below the map, or at the page's edge where that place
/// is out of sight.
#[component]
pub fn Chosen() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let of = Memo::new(move |_| {
        let is_beside = !store.is_over();
        store.view().with(|view| match (view.record, &view.focus) {
            (Some(record), _) if is_beside => Some(Of::Record(record)),
            (_, focus) => focus.clone().map(Of::Group),
        })
    });
    let any = Memo::new(move |_| of.with(Option::is_some));
    let title = Signal::derive(move || {
        let lang = lang.get();
        of.with(|of| match of {
            Some(Of::Record(ix)) => Spoken::of(&store.dataset().record(*ix).title, lang),
            Some(Of::Group(focus)) => text::names::focus(lang, focus, store.dataset())
                .text(lang)
                .into(),
            None => Spoken::default(),
        })
    });
    let id = Signal::derive(move || match of.get() {
        Some(Of::Record(_)) => "record",
        _ => "group",
    });
    let content = move || match of.get() {
        Some(Of::Record(ix)) => later::detail(ix),
        Some(Of::Group(focus)) => later::group(focus),
        None => ().into_any(),
    };
    let slot = NodeRef::<Div>::new();
    let away = RwSignal::new(false);
    let watched = StoredValue::new_local(None::<InSight>);
    Effect::new(move |_| {
        if let Some(slot) = slot.get() {
            let seen = move |is_in_sight: bool| {
                let _ = away.try_set(!is_in_sight);
            };
            watched.set_value(InSight::watch(&slot, seen));
        }
    });
    view! {
        <div class="chosen-slot" class:away=away class:any=any node_ref=slot>
            <Show
                when=move || any.get()
                fallback=move || view! { <p class="hint">{move || text::chosen_hint(lang.get())}</p> }
            >
                <Beside id title lang on_close=move || { store.step_back(); }>
                    {content}
                </Beside>
            </Show>
        </div>
    }
}
