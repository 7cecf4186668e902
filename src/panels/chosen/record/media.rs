//! A record's pictures, and where to read on.

use crate::ui::Words;
use leptos::prelude::*;
use model::{Lang, Link, Medium};

/// Where to read on: other sites, which learn nothing of the page.
pub fn links(lang: Lang, links: &'static [Link]) -> AnyView {
    let items = links
        .iter()
        .map(|link| {
            view! {
                <li>
                    <a href=link.url.as_str() target="_blank" rel="noopener noreferrer">
                        <Words text=&link.title lang=Signal::stored(lang) />
                    </a>
                </li>
            }
        })
        .collect_view();
    view! { <ul>{items}</ul> }.into_any()
}

/// A picture, loaded when it comes into view, with whose it is. One that does
/// not load leaves its words.
#[component]
pub fn Picture(medium: &'static Medium, lang: Lang) -> impl IntoView {
    let failed = RwSignal::new(false);
    let alt = medium.alt.get(lang);
    view! {
        <figure class="picture">
            <Show when=move || !failed.get()>
                <img
                    src=medium.file.as_str()
                    alt=alt
                    lang=text::tag(medium.alt.lang(lang))
                    loading="lazy"
                    decoding="async"
                    referrerpolicy="no-referrer"
                    on:error=move |_| failed.set(true)
                />
            </Show>
            <Show when=move || failed.get()>
                <p class="hint">
                    {text::labelled(lang, text::picture_failed(lang), "")}
                    <Words text=&medium.alt lang=Signal::stored(lang) />
                </p>
            </Show>
            <figcaption class="hint">{medium.credit.as_str()} " · " {medium.licence.as_str()}</figcaption>
        </figure>
    }
}
