//! Terms of a programme, explained from outside of its source; and whom to tell of errors.

use crate::{Text, is_https};

/// A term that readers may not know. What is said of it is added knowledge, not the
/// source's, and has a source of its own.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Term {
    /// Its id.
    pub id: String,
    /// The term, as records word it.
    pub name: Text,
    /// Other wordings.
    pub aliases: Vec<String>,
    /// What it means, in a few neutral sentences.
    pub text: Text,
    /// Where that is from.
    pub source: Text,
    /// Where to read it.
    pub url: Option<String>,
}

impl Term {
    /// Whether some words hold the term, in any letter case.
    #[must_use]
    pub fn is_in(&self, words: &str) -> bool {
        let words = words.to_lowercase();
        let names = self.name.iter().map(|(_, name)| name);
        let mut all = names.chain(self.aliases.iter().map(String::as_str));
        all.any(|name| !name.is_empty() && words.contains(&name.to_lowercase()))
    }
}

/// Whom to tell of an error in a dataset.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub enum Contact {
    /// By mail, to this address.
    Mail(String),
    /// In a form that takes `title` and `body`, as those of issues do; an address that
    /// begins with https.
    Form(String),
}

impl Contact {
    /// Reads an address of mail, or one that begins with https.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        const LONGEST: usize = 300;
        if word.len() > LONGEST {
            return None;
        }
        if is_https(word) {
            return (!word.contains('#')).then(|| Self::Form(word.to_owned()));
        }
        let (name, host) = word.split_once('@')?;
        let is_plain = |part: &str| {
            let is_letter = |c: char| c.is_ascii_alphanumeric() || "._+-".contains(c);
            !part.is_empty() && part.chars().all(is_letter)
        };
        (is_plain(name) && is_plain(host) && host.contains('.'))
            .then(|| Self::Mail(word.to_owned()))
    }
}
