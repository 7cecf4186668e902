//! XML, written element by element.

use model::{Lang, Text};
use std::fmt::Write;

/// What is written, and whether characters were dropped that XML forbids.
pub(super) struct Xml {
    pub text: String,
    pub dropped: bool,
    /// The language that narratives are in unless they say another.
    default: Lang,
}

impl Xml {
    pub(super) const fn new(default: Lang) -> Self {
        Self {
            text: String::new(),
            dropped: false,
            default,
        }
    }

    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, ">");
    }

    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, "/>");
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)], end: &str) {
        self.text.push('<');
        self.text.push_str(name);
        for (key, value) in attributes {
            let _ = write!(self.text, " {key}=\"");
            self.escaped(value, true);
            self.text.push('"');
        }
        self.text.push_str(end);
        self.text.push('\n');
    }

    pub(super) fn close(&mut self, name: &str) {
        let _ = writeln!(self.text, "</{name}>");
    }

    /// An element that holds text.
    pub(super) fn holds(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        // The text belongs to the tags around it, without a break.
        self.text.pop();
        self.escaped(text, false);
        self.close(name);
    }

    /// An element with narratives in every language. The standard asks for one at
    /// least, and none may be empty.
    pub(super) fn narratives<'a>(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        texts: impl Iterator<Item = (Lang, &'a str)>,
    ) {
        let is_told = |text: &str| text.chars().any(|c| is_legal(c) && !c.is_whitespace());
        self.open(name, attributes);
        let mut told = false;
        let default = self.default.primary();
        for (lang, text) in texts {
            if !is_told(text) {
                self.dropped |= !text.chars().all(is_legal);
                continue;
            }
            told = true;
            let lang = lang.primary();
            let other = [("xml:lang", lang.tag())];
            let of = if lang == default { &[][..] } else { &other[..] };
            self.holds("narrative", of, text);
        }
        if !told {
            let (lang, words) = self.own(text::unknown);
            let other = [("xml:lang", lang.tag())];
            let is_default = lang.primary() == default;
            self.holds("narrative", if is_default { &[] } else { &other }, words);
        }
        self.close(name);
    }

    /// An element with a narrative of the page's own words: in the language of
    /// the file, or in English where the page has none in that.
    pub(super) fn own_words(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        words: fn(Lang) -> &'static str,
    ) {
        self.narratives(name, attributes, std::iter::once(self.own(words)));
    }

    fn own(&self, words: fn(Lang) -> &'static str) -> (Lang, &'static str) {
        (text::own_language(self.default), words(self.default))
    }

    pub(super) fn text(&mut self, name: &str, attributes: &[(&str, &str)], texts: &Text) {
        self.narratives(name, attributes, texts.iter());
    }

    /// What was written elsewhere; that something was dropped is known there.
    pub(super) fn text_of(&mut self, part: &Self) {
        self.text.push_str(&part.text);
    }

    /// A comment. Two hyphens would end it.
    pub(super) fn comment(&mut self, text: &str) {
        self.text.push_str("<!--\n");
        let mut before = '\n';
        for c in text.chars().filter(|c| is_legal(*c)) {
            if c == '-' && before == '-' {
                self.text.push(' ');
            }
            self.text.push(c);
            before = c;
        }
        self.text.push_str("\n-->\n");
    }

    fn escaped(&mut self, text: &str, in_attribute: bool) {
        for c in text.chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                // Readers would turn them into other blanks.
                '\r' => self.text.push_str("&#13;"),
                '\n' if in_attribute => self.text.push_str("&#10;"),
                '\t' if in_attribute => self.text.push_str("&#9;"),
                legal if is_legal(legal) => self.text.push(legal),
                _ => self.dropped = true,
            }
        }
    }
}

/// Whether XML 1.0 allows the character, escaped or not.
const fn is_legal(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}
