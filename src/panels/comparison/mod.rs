//! Two to four of a kind side by side: what is compared, and the sides.

mod choices;
mod sides;

use super::later;
use super::near::NearPanel;
use crate::state::Store;
use choices::Choices;
use comparison::{Comparison as Made, Subjects, compare};
use leptos::prelude::*;
use sides::sides;
use view::Embed;

/// The panel.
#[component]
pub fn Comparison() -> impl IntoView {
    view! {
        <NearPanel
            id="comparison"
            title=text::comparison_title
            hint=text::comparison_hint
            embed=Embed::Comparison
            is_target=true
            inside=later::compared
        />
    }
}

/// What stands in the panel, as long as somebody is `near` it.
#[component]
pub fn Compared(near: Signal<bool>) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let by = Memo::new(move |_| store.view().with(|view| view.compared_by));
    let compared = Memo::new(move |before: Option<&Option<Subjects>>| {
        if !near.get() {
            return before.cloned().flatten();
        }
        store.compared()
    });
    let made: Memo<Option<Made>> = Memo::new(move |before: Option<&Option<Made>>| {
        if !near.get() {
            return before.cloned().flatten();
        }
        let by = by.get();
        compared.with(|subjects| {
            let subjects = subjects.as_ref()?;
            Some(compare(dataset, store.sides(subjects), by))
        })
    });
    // What was made stays while it is out of sight, so that nothing moves.
    let shown = move || {
        made.with(|made| match made {
            Some(made) => sides(store, made),
            None => {
                let none = move || near.get().then(|| text::comparison_none(lang.get()));
                view! { <p class="hint">{none}</p> }.into_any()
            }
        })
    };
    view! {
        <Choices compared made />
        {shown}
    }
}
