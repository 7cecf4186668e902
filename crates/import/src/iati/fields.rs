//! The small parts of an activity: texts, dates, amounts, percentages.

use super::xml::Node;
use crate::draft::{Amount, Words};
use crate::report::Findings;
use crate::{FindingKind, Where};
use model::{Date, Lang};

/// What is being read, for findings, and what holds in it.
pub struct Around<'a> {
    /// The activity's id, as the file writes it.
    pub item: String,
    /// Its language, where it or the file states one.
    pub lang: Option<Lang>,
    /// Where findings go.
    pub findings: &'a mut Findings,
}

/// What texts without a language are taken to be in.
pub const LANG: Lang = Lang::EN;

impl Around<'_> {
    /// One more finding, at an element.
    pub fn add(&mut self, kind: FindingKind, node: &Node, found: &str) {
        let place = Where::line(node.line).of(&self.item).at(&node.name);
        self.findings.add(kind, place.found(found));
    }

    /// The language of an element, which it states or takes from around it.
    fn lang(&mut self, node: &Node, around: Option<Lang>) -> Option<Lang> {
        let Some(tag) = node.attribute("xml:lang") else {
            return around;
        };
        let lang = Lang::parse(tag);
        if lang.is_none() {
            self.add(FindingKind::BadLanguage, node, tag);
        }
        lang.or(around)
    }

    fn put(&mut self, words: &mut Words, lang: Option<Lang>, node: &Node) {
        let Some(text) = node.words() else { return };
        let lang = lang.unwrap_or_else(|| {
            let kind = FindingKind::LanguageGuessed(LANG.tag().to_owned());
            self.add(kind, node, text);
            LANG
        });
        // Line breaks and tabs of the file's own layout are no part of the text.
        let text: Vec<&str> = text.split_whitespace().collect();
        if !words.put(lang, &text.join(" ")) {
            self.add(FindingKind::TextTwice, node, lang.tag());
        }
    }

    /// The narratives of an element, or its own text as up to version 1.05.
    pub fn words(&mut self, node: &Node) -> Words {
        let mut words = Words::default();
        self.add_words(&mut words, node);
        words
    }

    /// The same, to words that are there: up to version 1.05 an element stands
    /// once for each language.
    pub fn add_words(&mut self, words: &mut Words, node: &Node) {
        let lang = self.lang(node, self.lang);
        for narrative in node.all("narrative") {
            let own = self.lang(narrative, lang);
            self.put(words, own, narrative);
        }
        self.put(words, lang, node);
    }

    /// The words of all elements of a name.
    pub fn words_of(&mut self, node: &Node, name: &str) -> Words {
        let mut words = Words::default();
        for child in node.all(name) {
            self.add_words(&mut words, child);
        }
        words
    }

    /// All descriptions of an element, one after the other: objectives and the like
    /// have one of their own.
    pub fn descriptions(&mut self, node: &Node) -> Words {
        let mut all = Words::default();
        for child in node.all("description") {
            for (lang, words) in self.words(child).iter() {
                all.append(lang, words);
            }
        }
        all
    }

    /// A date of an element's attribute, or of its text as up to version 1.05.
    /// One that is empty or wrong is a finding.
    pub fn date(&mut self, node: &Node, attribute: &str) -> Option<Date> {
        let Some(text) = node.attribute(attribute).or_else(|| node.words()) else {
            self.add(FindingKind::NoDate, node, "");
            return None;
        };
        // What stands behind a day is its hour or its zone.
        let day = text.get(..10).filter(|day| Date::parse(day).is_some());
        let date = Date::parse(day.unwrap_or(text));
        if date.is_none() {
            self.add(FindingKind::BadDate, node, text);
        }
        date
    }

    /// The amount of an element.
    pub fn amount(&mut self, node: &Node) -> Option<Amount> {
        let Some(text) = node.words() else {
            self.add(FindingKind::NoAmount, node, "");
            return None;
        };
        let plain = text.strip_prefix('+').unwrap_or(text);
        if let Some(amount) = number(plain) {
            return Some(amount);
        }
        let amount = without_marks(plain).and_then(|digits| number(&digits));
        let kind = if amount.is_some() {
            FindingKind::AmountGuessed
        } else {
            FindingKind::BadAmount
        };
        self.add(kind, node, text);
        amount
    }

    /// A percentage, which may be left out.
    pub fn percent(&mut self, node: &Node) -> Option<f64> {
        let text = node.attribute("percentage")?;
        let bare = text.strip_suffix('%').unwrap_or(text).trim();
        let number = bare.parse().ok().filter(|n| (0.0..=100.0).contains(n));
        if number.is_none() {
            self.add(FindingKind::BadPercent, node, text);
        }
        number
    }
}

/// A number as XML has it: zeros may stand first, the whole may be missing.
fn number(text: &str) -> Option<Amount> {
    let (sign, digits) = text
        .strip_prefix('-')
        .map_or(("", text), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        rest => rest,
    };
    Amount::parse(&match fraction {
        "" => format!("{sign}{whole}"),
        fraction => format!("{sign}{whole}.{fraction}"),
    })
}

/// A number whose digits are in threes, parted by commas or blanks. With a single
/// comma and no point it could be a fraction, so that it is none.
fn without_marks(text: &str) -> Option<String> {
    let text = text.replace(['\u{a0}', '\u{202f}', ' '], " ");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mark = if whole.contains(',') { ',' } else { ' ' };
    let groups: Vec<&str> = whole.split(mark).collect();
    let (first, rest) = groups.split_first()?;
    let first = first.strip_prefix('-').unwrap_or(first);
    let is_grouped = (1..=3).contains(&first.len())
        && !rest.is_empty()
        && rest.iter().all(|group| group.len() == 3)
        && (mark == ' ' || rest.len() > 1 || text.contains('.'));
    is_grouped.then(|| match fraction {
        "" => groups.concat(),
        fraction => format!("{}.{fraction}", groups.concat()),
    })
}
