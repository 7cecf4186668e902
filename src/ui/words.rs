//! Words of a dataset, which may be in another language than the page, and text
//! that a browser's translator may put into other languages.

use leptos::prelude::*;
use model::{Lang, Text};
use text::{Part, Phrase};

/// Words, and what an element must say of their language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spoken {
    /// The words.
    pub words: String,
    /// Their language, where they are not in the reader's as the page's own words
    /// are.
    pub lang: Option<String>,
    /// Their direction, where not all runs as they do.
    pub dir: Option<&'static str>,
}

impl Spoken {
    /// A text of the dataset for a reader of `lang`.
    #[must_use]
    pub fn of(text: &Text, lang: Lang) -> Self {
        Self::said(text.get(lang).to_owned(), text.lang(lang), lang)
    }

    /// Words in the language `spoken`, for a reader of `lang`.
    #[must_use]
    pub fn said(words: String, spoken: Lang, lang: Lang) -> Self {
        let own = text::own_language(lang);
        let turns = |other: Lang| spoken.is_right_to_left() != other.is_right_to_left();
        Self {
            words,
            lang: (spoken != own || spoken != lang).then(|| text::tag(spoken)),
            dir: (turns(lang) || turns(own)).then(|| direction(spoken)),
        }
    }
}

/// The value of `dir` for a language; of words in nobody knows which, that of their
/// letters.
fn direction(lang: Lang) -> &'static str {
    if lang == Lang::UNKNOWN {
        "auto"
    } else if lang.is_right_to_left() {
        "rtl"
    } else {
        "ltr"
    }
}

/// Words of the page's own.
impl From<String> for Spoken {
    fn from(words: String) -> Self {
        Self {
            words,
            ..Self::default()
        }
    }
}

/// A part of a phrase, for a reader of the language.
impl From<(&Part, Lang)> for Spoken {
    fn from((part, lang): (&Part, Lang)) -> Self {
        let words = part.words.clone();
        match part.lang {
            Some(spoken) => Self::said(words, spoken, lang),
            None => words.into(),
        }
    }
}

/// A phrase, and the language of its reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    phrase: Phrase,
    lang: Lang,
}

impl Line {
    /// The phrase for a reader of `lang`.
    #[must_use]
    pub const fn new(lang: Lang, phrase: Phrase) -> Self {
        Self { phrase, lang }
    }

    /// The same as a text alone.
    #[must_use]
    pub fn text(&self) -> String {
        self.phrase.text(self.lang)
    }

    /// What stands on the page.
    #[must_use]
    pub fn view(&self) -> AnyView {
        phrase(self.lang, &self.phrase)
    }
}

/// Words of the page's own, which are the same for every reader.
impl From<String> for Line {
    fn from(words: String) -> Self {
        Self::new(Lang::EN, words.into())
    }
}

/// A text of the dataset among other words.
#[component]
pub fn Words(text: &'static Text, #[prop(into)] lang: Signal<Lang>) -> impl IntoView {
    move || phrase(lang.get(), &Phrase::of(lang.get(), text))
}

/// The page's words and the dataset's, one after another: the dataset's stand in
/// elements of their own, which say their language and keep their order, and
/// that of the words beside them, as it is. So does a whole sentence of the
/// page's that runs against the page.
#[must_use]
pub fn phrase(lang: Lang, phrase: &Phrase) -> AnyView {
    let own = text::own_language(lang);
    let turned = own.is_right_to_left() != lang.is_right_to_left();
    if turned && phrase.has_sentence() {
        return view! { <bdi dir=direction(own)>{parts(lang, phrase)}</bdi> }.into_any();
    }
    parts(lang, phrase)
}

fn parts(lang: Lang, phrase: &Phrase) -> AnyView {
    let part = |part: &Part| {
        let Some(spoken) = part.lang else {
            return part.words.clone().into_any();
        };
        let Spoken { words, lang, .. } = Spoken::from((part, lang));
        view! { <bdi lang=lang dir=direction(spoken)>{words}</bdi> }.into_any()
    };
    phrase.parts().iter().map(part).collect_view().into_any()
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
