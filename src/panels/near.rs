//! What is made when a reader comes near it: nobody waits for it.

use crate::browser::in_sight::InSight;
use crate::share::ShareButton;
use crate::state::{Store, Subject};
use crate::ui::PanelHead;
use leptos::html::Article;
use leptos::prelude::*;
use model::Lang;
use view::Embed;

/// A panel whose head stands in the page from the start. What is `inside` is made when a
/// reader comes near, stays from then on, and hears whether somebody is near now.
#[component]
pub fn NearPanel(
    id: &'static str,
    title: fn(Lang) -> &'static str,
    hint: fn(Lang) -> &'static str,
    /// What of it is shared.
    embed: Embed,
    /// Whether a link may lead the focus to its title.
    #[prop(optional)]
    is_target: bool,
    inside: fn(Signal<bool>) -> AnyView,
) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let element = NodeRef::<Article>::new();
    let near = near(store, element);
    let was_near = Memo::new(move |before: Option<&bool>| before == Some(&true) || near.get());
    let heading = format!("{id}-title");
    let labelled_by = heading.clone();
    view! {
        <article class="panel" id=id aria-labelledby=labelled_by node_ref=element>
            <PanelHead
                id=heading
                is_target
                title=Signal::derive(move || title(lang.get()).to_owned().into())
            >
                <ShareButton subject=Subject::View(embed) />
            </PanelHead>
            <p class="unit">{move || hint(lang.get())}</p>
            {move || was_near.get().then(|| inside(near))}
        </article>
    }
}

/// Whether an article is near what is in sight, or on its way to paper.
fn near(store: Store, element: NodeRef<Article>) -> Signal<bool> {
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
