//! What makes two spellings of a text the same to a search.

use super::unicode::{is_accent, nfkd};
use sorting::Arrange as _;
use std::sync::LazyLock;

/// A text as it is compared: compatibility forms, letter case and accents are
/// gone by Unicode's own tables, traditional Chinese letters are simplified,
/// dashes are hyphens, spaces are one (lines stay lines), quotation marks and
/// invisible letters are left out. Folding twice is folding once.
#[must_use]
pub fn fold(text: &str) -> String {
    // Most texts of most files: nothing of the tables concerns them.
    if text.is_ascii() {
        return fold_ascii(text);
    }
    // Small, capital, small: this is what makes ß ss, and ς σ.
    let small: String = nfkd(text)
        .chars()
        .flat_map(char::to_lowercase)
        .flat_map(char::to_uppercase)
        .flat_map(char::to_lowercase)
        .collect();
    let mut folded = String::with_capacity(small.len());
    for letter in nfkd(&small).chars() {
        match letter {
            '\n' => folded.push('\n'),
            space if space.is_whitespace() => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            '\u{2010}'..='\u{2015}' | '\u{2212}' => folded.push('-'),
            mark if is_accent(mark) || is_invisible(mark) || is_quotation(mark) => {}
            letter if is_han(letter) => folded.push(simplified(letter)),
            letter => folded.push(letter),
        }
    }
    folded
}

/// The same of plain letters.
fn fold_ascii(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' => folded.push('\n'),
            space if space.is_whitespace() => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            mark if is_quotation(mark) => {}
            letter => folded.push(letter.to_ascii_lowercase()),
        }
    }
    folded
}

/// Whether a letter is Chinese.
#[must_use]
pub const fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Soft hyphens, joiners, directions, variants: nobody types them.
const fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0100}'..='\u{e01ef}'
    )
}

/// Apostrophes and quotation marks, straight, curly and Chinese: 'xian is Xi’an.
const fn is_quotation(letter: char) -> bool {
    matches!(
        letter,
        '\'' | '"' | '`' | '«' | '»' | '\u{2b9}'..='\u{2bc}' | '\u{2018}'..='\u{201f}'
            | '\u{2032}'..='\u{2036}' | '\u{2039}' | '\u{203a}' | '\u{3008}'..='\u{300f}' | '\u{301d}'..='\u{301f}'
    )
}

/// Simplified letters, and the traditional ones that each stands for, place by
/// place. Made by `xtask/traditional/derive.mjs`, which says what from.
const PAIRS: &str = include_str!("traditional.txt");

/// Traditional letters with their simplified ones, in order.
static SIMPLIFIED: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let mut lines = PAIRS.lines();
    let (simple, traditional) = (lines.next(), lines.next());
    let pairs = traditional.into_iter().zip(simple);
    let mut pairs: Vec<_> = pairs
        .flat_map(|(traditional, simple)| traditional.chars().zip(simple.chars()))
        .collect();
    pairs.arrange();
    pairs
});

fn simplified(letter: char) -> char {
    let at = SIMPLIFIED.binary_search_by_key(&letter, |(traditional, _)| *traditional);
    at.map_or(letter, |at| SIMPLIFIED[at].1)
}
