//! The two languages of everything on screen.

use serde::Deserialize;

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Simplified Chinese.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The BCP 47 tag for the page's `lang` attribute.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-Hans",
            Self::En => "en",
        }
    }

    /// The name in links.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// The language of that name.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Zh, Self::En]
            .into_iter()
            .find(|lang| lang.word() == word)
    }

    /// The language of a tag, whatever country or script it names as well:
    /// `zh`, `zh-Hans-CN`, `en_GB`. In small letters.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::from_word(tag.split(['-', '_']).next()?)
    }

    /// The language that this one is not.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// The language that a browser's preference (`zh-CN`, `en`, ...) asks for.
    #[must_use]
    pub fn preferred(tag: &str) -> Self {
        Self::from_tag(&tag.to_ascii_lowercase()).unwrap_or(Self::En)
    }
}

/// A text in both languages, as the dataset holds it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Bilingual {
    /// The text in `lang`.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}
