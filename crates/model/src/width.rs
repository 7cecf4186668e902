//! How much room words take in a row, before any font is known.

use crate::{Lang, Text};

/// How wide a record's name for rows may be.
pub const ROW: usize = 32;

/// How wide the label of a key figure may be.
pub const LABEL: usize = 40;

/// How wide words are, a Latin letter being 1. Letters of Chinese, Japanese and
/// Korean are 2, and so are in Chinese and Japanese the quotes, dashes and dots
/// that their fonts draw as wide as a letter; marks over and under letters, and
/// what is not seen at all, are 0.
#[must_use]
pub fn width(lang: Lang, words: &str) -> usize {
    let is_wide_language = matches!(lang.primary().tag(), "zh" | "ja");
    words
        .chars()
        .map(|letter| match letter {
            '\u{300}'..='\u{36f}'
            | '\u{591}'..='\u{5bd}'
            | '\u{64b}'..='\u{65f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{20d0}'..='\u{20f0}'
            | '\u{fe00}'..='\u{fe0f}' => 0,
            '\u{1100}'..='\u{115f}'
            | '\u{2e80}'..='\u{303e}'
            | '\u{3041}'..='\u{a4cf}'
            | '\u{ac00}'..='\u{d7a3}'
            | '\u{f900}'..='\u{faff}'
            | '\u{fe30}'..='\u{fe4f}'
            | '\u{ff00}'..='\u{ff60}'
            | '\u{ffe0}'..='\u{ffe6}'
            | '\u{1f300}'..='\u{1faff}'
            | '\u{20000}'..='\u{3fffd}' => 2,
            '“' | '”' | '‘' | '’' | '—' | '…' | '·' if is_wide_language => 2,
            _ => 1,
        })
        .sum()
}

/// The languages in which a text is wider than that.
pub(crate) fn wider_than(text: &Text, most: usize) -> Vec<Lang> {
    text.iter()
        .filter(|(lang, words)| width(*lang, words) > most)
        .map(|(lang, _)| lang)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::width;
    use crate::Lang;

    #[test]
    fn a_chinese_letter_is_as_wide_as_two_latin_ones() {
        for (lang, words, wide) in [
            ("en", "“Hongzhi”", 9),
            ("zh", "“宏志”", 8),
            ("zh", "2018 年", 7),
            ("ko", "한국어", 6),
            ("en", "Nyêmo", 5),
            ("en", "Nye\u{302}mo", 5),
            ("ar", "مَدرسة", 5),
        ] {
            assert_eq!(width(Lang::of(lang), words), wide, "{words}");
        }
    }
}
