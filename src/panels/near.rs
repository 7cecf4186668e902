//! What is made when a reader comes near it: nobody waits for it.

use crate::browser::in_sight::InSight;
use crate::state::Store;
use leptos::html::Article;
use leptos::prelude::*;

/// Whether an article is near what is in sight, or on its way to paper.
pub fn near(store: Store, element: NodeRef<Article>) -> Signal<bool> {
    let near = RwSignal::new(false);
    let watch = StoredValue::new_local(None::<InSight>);
    Effect::new(move |_| {
        let Some(article) = element.get() else { return };
        let seen = move |is_near: bool| {
            let _ = near.try_set(is_near);
        };
        let watching = InSight::watch_near(&article, seen);
        // A browser that cannot tell shows it at once.
        near.update(|near| *near |= watching.is_none());
        watch.set_value(watching);
    });
    Signal::derive(move || near.get() || store.printing().get())
}
