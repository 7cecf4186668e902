//! The maps beside the main one.

use crate::panels::drawing::Drawing;
use crate::state::{Geometry, Store};
use crate::ui::{Handle, Picture, Spoken};
use charts::inset;
use leptos::prelude::*;
use model::Map;

const HEIGHT: usize = 72;

/// Those whose outlines are to be had.
#[component]
pub fn Insets() -> impl IntoView {
    let store = Store::get();
    let all = Memo::new(move |_| {
        store.geometry().with(|geometry| match geometry {
            Geometry::Ready(sheets) => sheets.insets.keys().cloned().collect(),
            Geometry::Loading | Geometry::Failed | Geometry::None => Vec::new(),
        })
    });
    view! {
        <For each=move || all.get() key=Clone::clone let:id>
            {store.dataset().map(&id).map(|map| view! { <Inset map /> })}
        </For>
    }
}

#[component]
fn Inset(map: &'static Map) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let picture = Memo::new(move |_| {
        let (option, marks) = store.geometry().with(|geometry| {
            let sheet = geometry.inset(&map.id);
            store.within().with(|records| {
                store
                    .filter()
                    .with(|filter| inset(map, store.setting(), records, filter, sheet))
            })
        });
        Picture {
            option: option.to_string(),
            marks,
            height: HEIGHT,
        }
    });
    let caption = Memo::new(move |_| {
        let lang = lang.get();
        match (&map.caption, map.place) {
            (Some(caption), _) => Spoken::of(caption, lang),
            (None, Some(place)) => Spoken::of(&store.dataset().place(place).name, lang),
            (None, None) => text::map(lang).to_owned().into(),
        }
    });
    view! {
        <figure class="inset">
            <Drawing
                picture
                label=Signal::derive(move || caption.with(|c| c.words.clone()))
                handle=Handle::empty()
                id=format!("inset-{}", map.id)
            />
            <figcaption
                lang=move || caption.with(|c| c.lang.clone())
                dir=move || caption.with(|c| c.dir)
            >
                {move || caption.with(|c| c.words.clone())}
            </figcaption>
        </figure>
    }
}
