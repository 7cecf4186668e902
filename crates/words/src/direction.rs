//! Words that run against those around them.
//!
//! Without a mark, Latin words amid Arabic ones, or the other way round, take the
//! punctuation and numbers beside them along. Unicode's isolates keep them apart.

use model::Lang;
use std::borrow::Cow;

/// Begins words that are in their own direction, that of their first letter.
const BEGIN: char = '\u{2068}';
/// Ends them.
const END: char = '\u{2069}';

/// Words that stand alone where all runs as `lang` does, or among others that
/// do: with isolates around them where they have letters that run against it.
#[must_use]
pub fn isolated(lang: Lang, words: &str) -> Cow<'_, str> {
    let against = !lang.is_right_to_left();
    isolated_if(words, |right_to_left| right_to_left == against)
}

/// Words that are put into a sentence of the page, for a reader of `lang`. Where
/// the page has no words in that language, the sentence itself may run against
/// it: then all words in it are apart.
#[must_use]
pub fn put_in(lang: Lang, words: &str) -> Cow<'_, str> {
    put_into(lang, crate::own_language(lang), words)
}

/// The same for a sentence in a language that is known.
pub(crate) fn put_into(lang: Lang, sentence: Lang, words: &str) -> Cow<'_, str> {
    if sentence.is_right_to_left() == lang.is_right_to_left() {
        isolated(lang, words)
    } else {
        isolated_if(words, |_| true)
    }
}

/// The words without isolates: for files, which other programs read.
#[must_use]
pub fn without_isolates(words: &str) -> String {
    words.replace([BEGIN, END], "")
}

/// With isolates where one of the letters, of which it is told whether it is
/// written from right to left, is such that they are needed.
fn isolated_if(words: &str, needed: impl Fn(bool) -> bool) -> Cow<'_, str> {
    let needed = |letter: char| direction(letter).is_some_and(&needed);
    if words.chars().any(needed) && !is_isolated(words) {
        return format!("{BEGIN}{words}{END}").into();
    }
    words.into()
}

/// Whether one pair of isolates is around all of it.
fn is_isolated(words: &str) -> bool {
    let inner = words.strip_prefix(BEGIN).and_then(|w| w.strip_suffix(END));
    inner.is_some_and(|inner| {
        let mut depth = 0_i32;
        inner.chars().all(|letter| {
            depth += i32::from(letter == BEGIN) - i32::from(letter == END);
            depth >= 0
        })
    })
}

/// Whether a letter is written from right to left; none for what is no letter,
/// and has no direction of its own.
fn direction(letter: char) -> Option<bool> {
    let right_to_left = matches!(
        letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
    );
    letter.is_alphabetic().then_some(right_to_left)
}

#[cfg(test)]
mod tests {
    use super::*;

    const AR: Lang = Lang::of("ar");

    #[test]
    fn only_words_that_run_against_the_page_are_isolated() {
        for (lang, words, wanted) in [
            (Lang::EN, "Wells (phase 1)", "Wells (phase 1)"),
            (Lang::EN, "12,5", "12,5"),
            (Lang::EN, "قناة", "\u{2068}قناة\u{2069}"),
            (Lang::EN, "Canal (قناة)", "\u{2068}Canal (قناة)\u{2069}"),
            (AR, "قناة (2)", "قناة (2)"),
            (AR, "−12.5 ≈", "−12.5 ≈"),
            (AR, "Wells", "\u{2068}Wells\u{2069}"),
            (AR, "水井", "\u{2068}水井\u{2069}"),
        ] {
            assert_eq!(isolated(lang, words), wanted, "{lang}: {words}");
            let twice = isolated(lang, wanted);
            assert_eq!(twice, wanted, "what is apart stays as it is");
        }
        let two = "\u{2068}a\u{2069} b \u{2068}c\u{2069}";
        assert_eq!(isolated(AR, two), format!("\u{2068}{two}\u{2069}"));
        assert_eq!(without_isolates(two), "a b c");
    }

    #[test]
    fn in_a_sentence_that_runs_against_its_reader_all_words_are_apart() {
        // There are no words of the page in Arabic: its sentences are in English.
        assert_eq!(put_in(AR, "قناة"), "\u{2068}قناة\u{2069}");
        assert_eq!(put_in(AR, "Wells"), "\u{2068}Wells\u{2069}");
        assert_eq!(put_in(AR, "12"), "12");
        assert_eq!(put_in(Lang::EN, "Wells"), "Wells");
        assert_eq!(
            crate::labelled(AR, "Place", "قناة"),
            "\u{2068}Place\u{2069}: \u{2068}قناة\u{2069}"
        );
        assert_eq!(crate::labelled(Lang::EN, "Place", "Wells"), "Place: Wells");
    }
}
