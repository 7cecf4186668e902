//! Languages, and texts in as many of them as a dataset has.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use sorting::Arrange as _;
use std::fmt;

/// How long a language's tag may be.
const LONGEST: usize = 12;

/// A language, by its BCP 47 tag in small letters: `zh`, `en`, `pt-br`.
#[derive(
    borsh::BorshDeserialize,
    borsh::BorshSerialize,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
)]
pub struct Lang([u8; LONGEST]);

impl Lang {
    /// Chinese.
    pub const ZH: Self = Self::of("zh");
    /// English.
    pub const EN: Self = Self::of("en");
    /// That of words of which nobody says in which language they are.
    pub const UNKNOWN: Self = Self::of("und");

    /// The language of a tag that is known to be one.
    #[must_use]
    pub const fn of(tag: &str) -> Self {
        let (tag, mut bytes, mut at) = (tag.as_bytes(), [0; LONGEST], 0);
        while at < tag.len() && at < LONGEST {
            bytes[at] = tag[at];
            at += 1;
        }
        Self(bytes)
    }

    /// The language of a tag in any letter case, with `-` or `_`: `zh_CN`. Of a
    /// longer one only so many parts count as find room.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let tag = tag.trim().to_ascii_lowercase().replace('_', "-");
        let mut parts = tag.split('-');
        let first = parts.next()?;
        if !(2..=8).contains(&first.len()) || !first.bytes().all(|b| b.is_ascii_lowercase()) {
            return None;
        }
        let mut kept = first.to_owned();
        for part in parts {
            let is_part =
                (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
            if !is_part {
                return None;
            }
            if kept.len() + 1 + part.len() > LONGEST {
                break;
            }
            kept.push('-');
            kept.push_str(part);
        }
        Some(Self::of(&kept))
    }

    /// The tag, as it stands in links and in attributes.
    #[must_use]
    pub fn tag(&self) -> &str {
        let end = self.0.iter().position(|b| *b == 0).unwrap_or(LONGEST);
        // Only ASCII letters, digits and hyphens are ever put in.
        std::str::from_utf8(&self.0[..end]).unwrap_or_default()
    }

    /// The language without its script and country.
    #[must_use]
    pub fn primary(self) -> Self {
        self.tag().split('-').next().map_or(self, Self::of)
    }

    /// The best of some languages for a reader who wants this one: itself, one
    /// of which it is a kind, or the first that differs in script or country.
    #[must_use]
    pub fn best_of(self, some: impl IntoIterator<Item = Self> + Clone) -> Option<Self> {
        let find =
            |wanted: &dyn Fn(Self) -> bool| some.clone().into_iter().find(|one| wanted(*one));
        find(&|one| one == self)
            .or_else(|| find(&|one| self.tag().starts_with(&format!("{}-", one.tag()))))
            .or_else(|| find(&|one| one.primary() == self.primary()))
    }

    /// Whether it is written from right to left.
    #[must_use]
    pub fn is_right_to_left(self) -> bool {
        const PRIMARY: [&str; 13] = [
            "ar", "arc", "ckb", "dv", "fa", "he", "khw", "ks", "ps", "sd", "ug", "ur", "yi",
        ];
        const SCRIPTS: [&str; 4] = ["arab", "hebr", "thaa", "nkoo"];
        let mut parts = self.tag().split('-');
        let primary = parts.next().unwrap_or_default();
        match parts.find(|part| part.len() == 4) {
            Some(script) => SCRIPTS.contains(&script),
            None => PRIMARY.contains(&primary),
        }
    }
}

/// Puts what is in some languages in the order of `languages`, others last.
pub(crate) fn put_in_order<T>(all: &mut [(Lang, T)], languages: &[Lang]) {
    let place = |lang: &Lang| languages.iter().position(|of| of == lang);
    all.arrange_by_key(|(lang, _)| place(lang).unwrap_or(usize::MAX));
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// A text in one language or more, in the dataset's order of languages: what is
/// missing in one is given in the first that there is.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Text {
    first: (Lang, String),
    others: Vec<(Lang, String)>,
}

impl Text {
    /// A text of some languages; the first is the one to fall back on. `None` of
    /// an empty list.
    #[must_use]
    pub fn new(words: Vec<(Lang, String)>) -> Option<Self> {
        let mut words = words.into_iter();
        Some(Self {
            first: words.next()?,
            others: words.collect(),
        })
    }

    /// A text of one language.
    #[must_use]
    pub const fn of(lang: Lang, words: String) -> Self {
        Self {
            first: (lang, words),
            others: Vec::new(),
        }
    }

    /// The text for a reader of `lang`.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        self.entry(lang).1
    }

    /// The language that [`Text::get`] answers in.
    #[must_use]
    pub fn lang(&self, lang: Lang) -> Lang {
        self.entry(lang).0
    }

    /// The text in that very language, where there is one.
    #[must_use]
    pub fn exact(&self, lang: Lang) -> Option<&str> {
        self.iter()
            .find(|(of, _)| *of == lang)
            .map(|(_, words)| words)
    }

    /// Every language with its words.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> + Clone {
        std::iter::once(&self.first)
            .chain(&self.others)
            .map(|(lang, words)| (*lang, words.as_str()))
    }

    /// The same with other words in each language.
    #[must_use]
    pub fn map(&self, words: impl Fn(Lang, &str) -> String) -> Self {
        let of = |(lang, text): &(Lang, String)| (*lang, words(*lang, text));
        Self {
            first: of(&self.first),
            others: self.others.iter().map(of).collect(),
        }
    }

    /// The same with its languages in the order of `languages`, and without those
    /// that have only blanks, where others have more.
    #[must_use]
    pub fn ordered(self, languages: &[Lang]) -> Self {
        let mut all = self.others;
        all.insert(0, self.first);
        let has_words = all.iter().any(|(_, words)| !words.trim().is_empty());
        if has_words {
            all.retain(|(_, words)| !words.trim().is_empty());
        }
        put_in_order(&mut all, languages);
        let first = all.remove(0);
        Self { first, others: all }
    }

    /// Whether no language has more than blanks.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.iter().all(|(_, words)| words.trim().is_empty())
    }

    fn entry(&self, lang: Lang) -> (Lang, &str) {
        let languages = self.iter().map(|(of, _)| of);
        let best = lang.best_of(languages).unwrap_or(self.first.0);
        (best, self.exact(best).unwrap_or(&self.first.1))
    }
}

impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tag = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse(&tag)
            .ok_or_else(|| D::Error::custom(format_args!("`{tag}` is no tag of a language")))
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;

        impl<'de> Visitor<'de> for Words {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text in one language or more, as {\"en\": \"...\"}")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
                let mut words: Vec<(Lang, String)> = Vec::new();
                while let Some((lang, text)) = map.next_entry::<Lang, String>()? {
                    if words.iter().any(|(of, _)| *of == lang) {
                        return Err(A::Error::custom(format_args!("two texts in `{lang}`")));
                    }
                    words.push((lang, text));
                }
                Text::new(words).ok_or_else(|| A::Error::custom("a text in no language"))
            }
        }

        deserializer.deserialize_map(Words)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use super::{Lang, Text};
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
    use std::borrow::Cow;

    impl JsonSchema for Lang {
        fn schema_name() -> Cow<'static, str> {
            "Language".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "type": "string",
                "description": "A language, by its BCP 47 tag.",
                "pattern": "^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$",
            })
        }
    }

    impl JsonSchema for Text {
        fn schema_name() -> Cow<'static, str> {
            "Text".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "type": "object",
                "description": "A text, by language. What is missing in one language is given in the first of the dataset's that there is.",
                "minProperties": 1,
                "propertyNames": { "pattern": "^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$" },
                "additionalProperties": { "type": "string" },
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_in_any_form_and_nothing_else_is() {
        for (tag, read) in [
            ("zh", "zh"),
            ("zh_CN", "zh-cn"),
            ("ZH-Hans-CN", "zh-hans-cn"),
            (" en ", "en"),
            ("de-Latn-DE-1996-x-private", "de-latn-de"),
        ] {
            assert_eq!(
                Lang::parse(tag).map(|l| l.to_string()),
                Some(read.into()),
                "{tag}"
            );
        }
        for tag in ["", "e", "en-", "中文", "12", "en<b>", "english language"] {
            assert_eq!(Lang::parse(tag), None, "{tag}");
        }
    }

    #[test]
    fn a_text_falls_back_on_its_first_language() {
        let words = |tag: &str| (Lang::of(tag), tag.to_owned());
        let text = Text::new(vec![words("fr"), words("pt-br"), words("zh")]).expect("a text");
        for (wanted, given) in [
            ("fr", "fr"),
            ("fr-ca", "fr"),
            ("pt", "pt-br"),
            ("pt-pt", "pt-br"),
            ("zh-hans-cn", "zh"),
            ("ar", "fr"),
        ] {
            let lang = Lang::of(wanted);
            assert_eq!(text.get(lang), given, "{wanted}");
            assert_eq!(text.lang(lang).tag(), given, "{wanted}");
        }
    }

    #[test]
    fn direction_is_that_of_the_script() {
        for tag in ["ar", "ar-eg", "he", "ur-pk", "ku-arab", "uz-arab-af"] {
            assert!(Lang::of(tag).is_right_to_left(), "{tag}");
        }
        for tag in ["en", "zh", "ku", "ug-latn", "az-latn"] {
            assert!(!Lang::of(tag).is_right_to_left(), "{tag}");
        }
    }
}
