//! Words of a dataset, which may be in another language than the page, and text
//! that a browser's translator may put into other languages.

use leptos::prelude::*;
use model::{Lang, Text};

/// Words, and what an element must say of their language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spoken {
    /// The words.
    pub words: String,
    /// Their language, where it is not the page's.
    pub lang: Option<String>,
    /// Their direction, where it is not the page's.
    pub dir: Option<&'static str>,
}

impl Spoken {
    /// A text for a reader of `lang`, in which the page is.
    #[must_use]
    pub fn of(text: &Text, lang: Lang) -> Self {
        let spoken = text.lang(lang);
        let turns = spoken.is_right_to_left() != lang.is_right_to_left();
        Self {
            words: text.get(lang).to_owned(),
            lang: (spoken != lang).then(|| text::tag(spoken)),
            dir: turns.then_some(if spoken.is_right_to_left() {
                "rtl"
            } else {
                "ltr"
            }),
        }
    }
}

/// Words in the page's own language.
impl From<String> for Spoken {
    fn from(words: String) -> Self {
        Self {
            words,
            ..Self::default()
        }
    }
}

/// A text of the dataset among other words.
#[component]
pub fn Words(text: &'static Text, #[prop(into)] lang: Signal<Lang>) -> impl IntoView {
    move || {
        let Spoken { words, lang, dir } = Spoken::of(text, lang.get());
        match lang {
            None => words.into_any(),
            Some(lang) => view! { <span lang=lang dir=dir>{words}</span> }.into_any(),
        }
    }
}

/// A paragraph. The page's body says `translate="no"`: a translator replaces
/// text nodes, and numbers and languages that change later would go to nodes
/// that are no longer in the page. This one sets its whole content instead.
#[component]
pub fn Prose(
    #[prop(into)] text: Signal<Spoken>,
    #[prop(default = "")] class: &'static str,
) -> impl IntoView {
    view! {
        <p
            class=class
            translate="yes"
            lang=move || text.with(|t| t.lang.clone())
            dir=move || text.with(|t| t.dir)
            prop:textContent=move || text.with(|t| t.words.clone())
        ></p>
    }
}
