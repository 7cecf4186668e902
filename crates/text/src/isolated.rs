//! Words from right to left amid others.

/// Begins what has a direction of its own, that of its first letter.
const BEGIN: char = '\u{2068}';
/// Ends it.
const END: char = '\u{2069}';

/// Whether a letter is of a script from right to left, by Unicode's blocks.
const fn is_from_the_right(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Whether any word is read from right to left.
pub fn has_words_from_the_right(text: &str) -> bool {
    text.chars().any(is_from_the_right)
}

/// Keeps words that are read from right to left together where they are put
/// into others: without it, "1.75 ÷ 18.4" with Arabic units would be drawn with
/// its sides exchanged. Other words stay as they are.
#[must_use]
pub fn isolated(text: &str) -> String {
    if has_words_from_the_right(text) {
        format!("{BEGIN}{text}{END}")
    } else {
        text.to_owned()
    }
}
