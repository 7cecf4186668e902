//! The languages that the page's own words are in.

use model::Lang;

/// A language of the page's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locale {
    /// Chinese.
    Zh,
    /// English, and for readers of all that has no words of its own.
    En,
}

impl Locale {
    /// Every one, in the order in which the page offers them.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The language itself.
    #[must_use]
    pub const fn lang(self) -> Lang {
        match self {
            Self::Zh => Lang::ZH,
            Self::En => Lang::EN,
        }
    }

    /// The one for a reader of `lang`.
    #[must_use]
    pub fn of(lang: Lang) -> Self {
        if lang.primary() == Lang::ZH {
            Self::Zh
        } else {
            Self::En
        }
    }
}
