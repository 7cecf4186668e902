//! Words around a number, in the plural forms of each language.

use crate::lang::put_in_order;
use crate::{Lang, Plural};
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;

/// What stands for the number.
pub const NUMBER: &str = "{n}";

/// The words of one language: `{n}` stands for the number.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    other: String,
    special: Vec<(Plural, String)>,
}

impl Counted {
    /// The words for a number of that plural form.
    #[must_use]
    pub fn get(&self, plural: Plural) -> &str {
        let special = self.special.iter().find(|(form, _)| *form == plural);
        special.map_or(&self.other, |(_, words)| words)
    }
}

/// Words around a number in one language or more, in the dataset's order.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Forms(Vec<(Lang, Counted)>);

impl Forms {
    /// The words for a reader of `lang`, and the language that they are in.
    #[must_use]
    pub fn get(&self, lang: Lang) -> Option<(Lang, &Counted)> {
        let best = lang.best_of(self.0.iter().map(|(of, _)| *of));
        let found = best.and_then(|best| self.0.iter().find(|(of, _)| *of == best));
        found.or(self.0.first()).map(|(of, counted)| (*of, counted))
    }

    /// Its languages.
    pub fn languages(&self) -> impl Iterator<Item = Lang> + '_ {
        self.0.iter().map(|(lang, _)| *lang)
    }

    /// The same with its languages in the order of `languages`.
    #[must_use]
    pub fn ordered(mut self, languages: &[Lang]) -> Self {
        put_in_order(&mut self.0, languages);
        self
    }
}

impl<'de> Deserialize<'de> for Counted {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;

        impl<'de> Visitor<'de> for Words {
            type Value = Counted;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("words with {n}, or a map of plural forms to such words")
            }

            fn visit_str<E: Error>(self, words: &str) -> Result<Counted, E> {
                Ok(Counted {
                    other: words.to_owned(),
                    special: Vec::new(),
                })
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Counted, A::Error> {
                let mut special = Vec::new();
                let mut other = None;
                while let Some((form, words)) = map.next_entry::<Plural, String>()? {
                    if form == Plural::Other {
                        other = Some(words);
                    } else {
                        special.push((form, words));
                    }
                }
                let other = other.ok_or_else(|| A::Error::missing_field("other"))?;
                Ok(Counted { other, special })
            }
        }

        deserializer.deserialize_any(Words)
    }
}

impl<'de> Deserialize<'de> for Forms {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let forms = BTreeMap::<Lang, Counted>::deserialize(deserializer)?;
        if forms.is_empty() {
            return Err(D::Error::custom("words in no language"));
        }
        Ok(Self(forms.into_iter().collect()))
    }
}

#[cfg(feature = "schema")]
mod schema {
    use super::Forms;
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
    use std::borrow::Cow;

    impl JsonSchema for Forms {
        fn schema_name() -> Cow<'static, str> {
            "Forms".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "type": "object",
                "description": "Words around a number, by language; `{n}` stands for the number. One text for all numbers, or a map of CLDR's plural forms to texts.",
                "minProperties": 1,
                "additionalProperties": {
                    "anyOf": [
                        { "type": "string" },
                        {
                            "type": "object",
                            "required": ["other"],
                            "properties": { "other": { "type": "string" } },
                            "propertyNames": { "enum": crate::Plural::WORDS },
                            "additionalProperties": { "type": "string" },
                        },
                    ],
                },
            })
        }
    }
}
