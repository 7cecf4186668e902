//! Sentences of the page's words and of a dataset's, part by part.
//!
//! A page tells a screen reader, and a browser that draws, which language each
//! part is in, and keeps parts of other directions apart. Where there is plain
//! text only (tooltips, labels, titles of windows), [`Phrase::text`] keeps them
//! apart by Unicode's isolates.

use ::words::{isolated, own_language, put_in};
use model::{Lang, Text};

/// Stands where a part is put in: one of the code points that Unicode keeps for
/// a program's own use, and which no text has.
const MARK: u32 = 0xfdd0;

/// Words of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The words.
    pub words: String,
    /// The language of the dataset's words; none of the page's own.
    pub lang: Option<Lang>,
}

/// Words of several languages, one after another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase(Vec<Part>);

impl Phrase {
    /// A text of the dataset, for a reader of `lang`.
    #[must_use]
    pub fn of(lang: Lang, text: &Text) -> Self {
        Self::said(text.get(lang), text.lang(lang))
    }

    /// Words of the dataset, which are in `lang`.
    #[must_use]
    pub fn said(words: impl Into<String>, lang: Lang) -> Self {
        Self(vec![Part {
            words: words.into(),
            lang: Some(lang),
        }])
    }

    /// Its parts.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// Whether there is more of the page's own in it than signs between its parts.
    #[must_use]
    pub fn has_sentence(&self) -> bool {
        let mut own = self.0.iter().filter(|part| part.lang.is_none());
        own.any(|part| part.words.contains(char::is_alphabetic))
    }

    /// A sentence of the page's words, with parts put in. `sentence` gets what
    /// stands for each of them.
    #[must_use]
    pub fn put<const COUNT: usize>(
        parts: [Self; COUNT],
        sentence: impl FnOnce([&str; COUNT]) -> String,
    ) -> Self {
        let marks: [String; COUNT] = std::array::from_fn(|at| {
            let mark = char::from_u32(MARK + at as u32);
            mark.map(String::from).unwrap_or_default()
        });
        let mut phrase = Self::default();
        for letter in sentence(marks.each_ref().map(String::as_str)).chars() {
            let at = u32::from(letter).checked_sub(MARK);
            match at.and_then(|at| parts.get(at as usize)) {
                Some(part) => phrase.extend(part.clone()),
                None => phrase.push(letter.encode_utf8(&mut [0; 4])),
            }
        }
        phrase
    }

    /// Phrases with the page's separator between them.
    #[must_use]
    pub fn joined(phrases: impl IntoIterator<Item = Self>, separator: &str) -> Self {
        let mut all = Self::default();
        for (position, phrase) in phrases.into_iter().enumerate() {
            if position > 0 {
                all.push(separator);
            }
            all.extend(phrase);
        }
        all
    }

    /// As plain text for a reader of `lang`.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match self.0.as_slice() {
            [
                Part {
                    words,
                    lang: Some(_),
                },
            ] => isolated(lang, words).into_owned(),
            parts => parts
                .iter()
                .map(|part| match part.lang {
                    Some(_) => put_in(lang, &part.words),
                    None => part.words.as_str().into(),
                })
                .collect(),
        }
    }

    fn extend(&mut self, other: Self) {
        for part in other.0 {
            match part.lang {
                Some(_) => self.0.push(part),
                None => self.push(&part.words),
            }
        }
    }

    /// Words of the page's own go on.
    fn push(&mut self, words: &str) {
        match self.0.last_mut() {
            Some(Part {
                words: own,
                lang: None,
            }) => own.push_str(words),
            _ => self.0.push(words.to_owned().into()),
        }
    }
}

impl Part {
    /// Its language on a page for a reader of `lang`.
    #[must_use]
    pub fn lang(&self, lang: Lang) -> Lang {
        self.lang.unwrap_or_else(|| own_language(lang))
    }
}

/// Words of the page's own.
impl From<String> for Part {
    fn from(words: String) -> Self {
        Self { words, lang: None }
    }
}

/// Words of the page's own.
impl From<String> for Phrase {
    fn from(words: String) -> Self {
        Self(vec![words.into()])
    }
}

/// Words of the page's own.
impl From<&str> for Phrase {
    fn from(words: &str) -> Self {
        words.to_owned().into()
    }
}

/// A text of the dataset that stands alone as plain text: the label of a bar.
#[must_use]
pub fn of(lang: Lang, text: &Text) -> String {
    isolated(lang, text.get(lang)).into_owned()
}

/// A text of the dataset in a drawing; see [`drawn_words`].
#[must_use]
pub fn drawn(lang: Lang, text: &Text) -> String {
    drawn_words(text.get(lang))
}

/// Words in a drawing. Axes run from left to right in every language, and so does
/// all that stands on them.
#[must_use]
pub fn drawn_words(words: &str) -> String {
    isolated(Lang::EN, words).into_owned()
}
