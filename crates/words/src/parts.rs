//! What the code that `build.rs` makes of the files is put together from.

use crate::direction::put_into;
use crate::number::Number;
use model::{Lang, Plural};

/// Where forms of a word, or members of a list, part.
const BETWEEN: char = '\u{7}';
/// Stands where a count is put in. Lower ones, from 1, stand for texts.
const COUNT: char = '\u{8}';

/// The words of a language.
#[derive(Debug)]
pub struct Words {
    /// The language.
    pub lang: Lang,
    /// The BCP 47 tag.
    pub tag: &'static str,
    /// The language's name in itself.
    pub name: &'static str,
    /// What stands before a fraction.
    pub decimal: &'static str,
    /// What stands between thousands.
    pub group: &'static str,
    /// All texts, one after another.
    pub texts: &'static str,
    /// Where each key's begins, and where the last one ends.
    pub starts: &'static [u32],
    /// The language's plural rules.
    pub rule: fn(&Number) -> Plural,
    /// The categories that it has: a bit each, the first lowest.
    pub categories: u8,
    /// Words for powers of ten, the largest first.
    pub steps: &'static [Step],
    /// What stands between such a word and a unit after it.
    pub after_word: &'static str,
}

/// A word for a power of ten, in place of so many zeros.
#[derive(Debug)]
pub struct Step {
    /// The power of ten.
    pub power: u8,
    /// Numbers from this power of ten on are written with the word.
    pub from: u8,
    /// Its forms; see [`crate::large_word`].
    pub word: &'static str,
}

impl Words {
    /// What a key stands for.
    #[must_use]
    pub fn word(&self, key: usize) -> &'static str {
        let at = |key: usize| self.starts.get(key).map_or(0, |start| *start as usize);
        self.texts.get(at(key)..at(key + 1)).unwrap_or_default()
    }

    /// A sentence with texts put in, for a reader of `lang`.
    #[must_use]
    pub fn filled(&self, lang: Lang, key: usize, texts: &[&str]) -> String {
        self.fill(lang, self.word(key), "", texts)
    }

    /// A sentence with a count, and texts beside it, put in, for a reader of `lang`.
    #[must_use]
    pub fn counted(&self, lang: Lang, key: usize, count: usize, texts: &[&str]) -> String {
        let form = self.form(self.word(key), &Number::count(count));
        self.fill(lang, form, &self.grouped(count), texts)
    }

    /// A list.
    #[must_use]
    pub fn listed<const LENGTH: usize>(&self, key: usize) -> [&'static str; LENGTH] {
        let mut members = self.word(key).split(BETWEEN);
        std::array::from_fn(|_| members.next().unwrap_or_default())
    }

    /// The form of a word beside a number. A word of one form has it always.
    #[must_use]
    pub fn form(&self, word: &'static str, number: &Number) -> &'static str {
        let before = (1 << (self.rule)(number) as u8) - 1;
        let position = (self.categories & before).count_ones() as usize;
        word.split(BETWEEN).nth(position).unwrap_or(word)
    }

    /// A count in digits, in groups of three.
    #[must_use]
    pub fn grouped(&self, count: usize) -> String {
        in_groups(&count.to_string(), self.group)
    }

    fn fill(&self, lang: Lang, template: &str, count: &str, texts: &[&str]) -> String {
        let mut filled = String::new();
        for letter in template.chars() {
            let text = (letter as usize)
                .checked_sub(1)
                .and_then(|at| texts.get(at));
            match text {
                Some(text) => filled.push_str(&put_into(lang, self.lang, text)),
                None if letter == COUNT => filled.push_str(count),
                None => filled.push(letter),
            }
        }
        filled
    }
}

/// Digits in groups of three, with a mark between them.
#[must_use]
pub fn in_groups(digits: &str, mark: &str) -> String {
    let mut text = String::with_capacity(digits.len() * 2);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push_str(mark);
        }
        text.push(digit);
    }
    text
}
