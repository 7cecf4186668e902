//! What lies over the page.

use super::later;
use crate::state::{Overlay, Store, Subject};
use crate::ui::{Dialog, Spoken};
use leptos::prelude::*;
use model::RecordIx;

/// All that lies over the page. What is covered stays where it is, and comes
/// back as it was.
#[component]
pub fn Overlays() -> impl IntoView {
    let store = Store::get();
    let all = store.overlays();
    let find = move |which: fn(Overlay) -> bool| {
        Memo::new(move |_| all.with(|all| all.iter().copied().find(|one| which(*one))))
    };
    let record = find(|one| matches!(one, Overlay::Record(_)));
    let about = find(|one| one == Overlay::About);
    let passing = find(|one| matches!(one, Overlay::Share(_) | Overlay::Keys | Overlay::Open));
    let layer = move |of: Memo<Option<Overlay>>| move || of.get().map(|one| over(store, one));
    view! {
        {layer(record)}
        {layer(about)}
        {layer(passing)}
    }
}

fn over(store: Store, overlay: Overlay) -> AnyView {
    match overlay {
        Overlay::Record(ix) => view! { <RecordOver ix /> }.into_any(),
        Overlay::About => {
            let title = Signal::derive(move || text::about(store.lang().get()).to_owned().into());
            view! { <Over id="about" title>{later::about()}</Over> }.into_any()
        }
        Overlay::Share(subject) => view! { <ShareOver subject /> }.into_any(),
        Overlay::Open => {
            let title =
                Signal::derive(move || text::open_title(store.lang().get()).to_owned().into());
            view! { <Over id="open" title>{later::open()}</Over> }.into_any()
        }
        Overlay::Keys => {
            let title =
                Signal::derive(move || text::key_help(store.lang().get()).to_owned().into());
            view! { <Over id="keys" title>{later::keys()}</Over> }.into_any()
        }
    }
}

#[component]
fn RecordOver(ix: RecordIx) -> impl IntoView {
    let store = Store::get();
    let record = store.dataset().record(ix);
    let title = Signal::derive(move || Spoken::of(&record.title, store.lang().get()));
    view! { <Over id="record" title>{later::detail(ix)}</Over> }
}

#[component]
fn ShareOver(subject: Subject) -> impl IntoView {
    let store = Store::get();
    let title = Signal::derive(move || text::share_title(store.lang().get()).to_owned().into());
    view! { <Over id="share" title>{later::sharing(subject)}</Over> }
}

#[component]
fn Over(id: &'static str, title: Signal<Spoken>, children: Children) -> impl IntoView {
    let store = Store::get();
    view! {
        <Dialog
            id
            title
            lang=store.lang()
            near=store.is_embedded()
            // What lies below is out of reach, and the pointer may rest.
            on_show=move || store.point(Vec::new())
            on_close=move || store.close_overlay()
        >
            {children()}
        </Dialog>
    }
}
