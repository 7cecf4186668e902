//! Two to four of a kind side by side: what is compared, and the sides.

mod choices;
mod sides;

use super::later;
use super::near::near;
use crate::share::ShareButton;
use crate::state::{Store, Subject};
use crate::ui::PanelHead;
use choices::Choices;
use comparison::{Comparison as Made, Subjects, compare};
use leptos::html::Article;
use leptos::prelude::*;
use sides::sides;
use view::Embed;

/// The panel. What stands in it is made when a reader comes near.
#[component]
pub fn Comparison() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let element = NodeRef::<Article>::new();
    let near = near(store, element);
    let was_near = Memo::new(move |before: Option<&bool>| before == Some(&true) || near.get());
    view! {
        <article class="panel" id="comparison" aria-labelledby="comparison-title" node_ref=element>
            <PanelHead
                id="comparison-title"
                is_target=true
                title=Signal::derive(move || text::comparison_title(lang.get()).to_owned().into())
            >
                <ShareButton subject=Subject::View(Embed::Comparison) />
            </PanelHead>
            <p class="unit">{move || text::comparison_hint(lang.get())}</p>
            {move || was_near.get().then(|| later::compared(near))}
        </article>
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
