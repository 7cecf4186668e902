//! A reader's words, and whether a record has them.

use super::figures::{self, Figure, Grouping, Unit};
use super::fold::{fold, is_han};

/// In Chinese a per cent is said before its number.
const PERCENT_OF: &str = "百分之";

/// What a record has to have.
#[derive(Clone, Debug, PartialEq)]
pub enum Term {
    /// These letters, anywhere; digits at their ends must be whole numbers.
    Word(String),
    /// This number.
    Figure(Figure),
    /// All of the one or all of the other.
    Either(Vec<Self>, Vec<Self>),
}

/// What a record offers to the search.
#[derive(Clone, Debug, Default)]
pub struct Searchable {
    words: String,
    figures: Vec<Figure>,
}

/// Gathers what a record offers; its texts are folded together.
#[derive(Default)]
pub struct Gathering {
    lines: String,
    kinds: Vec<Line>,
    figures: Vec<Figure>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Text,
    Name,
    Spelling,
}

impl Gathering {
    /// Adds a text with the numbers in it.
    pub fn text(&mut self, text: &str) {
        self.line(text, Line::Text);
    }

    /// Adds a text whose digits are no numbers of their own.
    pub fn name(&mut self, text: &str) {
        self.line(text, Line::Name);
    }

    /// Adds a name that may be written in one word or in several.
    pub fn spelling(&mut self, name: &str) {
        self.line(name, Line::Spelling);
    }

    /// Adds an amount.
    pub fn amount(&mut self, amount: f64, is_percent: bool) {
        self.figures.extend(Figure::forms(amount, is_percent));
    }

    fn line(&mut self, text: &str, kind: Line) {
        self.lines
            .extend(text.chars().map(|c| if c == '\n' { ' ' } else { c }));
        self.lines.push('\n');
        self.kinds.push(kind);
    }

    /// All of it, ready to be searched.
    #[must_use]
    pub fn searchable(self) -> Searchable {
        let mut words = String::with_capacity(self.lines.len());
        let mut figures = self.figures;
        for (line, kind) in fold(&self.lines).lines().zip(self.kinds) {
            let start = words.len();
            join(line, &mut words);
            if kind == Line::Text {
                figures.extend(figures::all(&words[start..]));
            }
            if kind == Line::Spelling {
                words.push('\n');
                words.extend(line.chars().filter(|c| !matches!(c, ' ' | '-')));
            }
            words.push('\n');
        }
        Searchable { words, figures }
    }
}

impl Searchable {
    /// Whether all terms are there.
    #[must_use]
    pub fn has(&self, terms: &[Term]) -> bool {
        terms.iter().all(|term| match term {
            Term::Word(word) => self.has_word(word),
            Term::Figure(figure) => self.figures.iter().any(|there| figure.finds(there)),
            Term::Either(one, other) => self.has(one) || self.has(other),
        })
    }

    fn has_word(&self, word: &str) -> bool {
        let digit = |letter: Option<char>| letter.is_some_and(|l| l.is_ascii_digit());
        let (first, last) = (digit(word.chars().next()), digit(word.chars().next_back()));
        self.words.match_indices(word).any(|(at, _)| {
            let before = self.words[..at].chars().next_back();
            let after = self.words[at + word.len()..].chars().next();
            !(first && digit(before) || last && digit(after))
        })
    }
}

/// The terms of what a reader typed. `currencies` are the names and signs of
/// money, folded, the longest first.
#[must_use]
pub fn terms(text: &str, currencies: &[String]) -> Vec<Term> {
    split(&fold(text), Grouping::Spaces, currencies)
}

fn split(text: &str, grouping: Grouping, currencies: &[String]) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(is_separator);
        if rest.is_empty() {
            return terms;
        }
        let (term, length) = next(rest, grouping, currencies);
        terms.extend(term);
        rest = &rest[length..];
    }
}

/// The term that a text begins with, and how many bytes it takes.
fn next(text: &str, grouping: Grouping, currencies: &[String]) -> (Option<Term>, usize) {
    // "CNY 4.47 billion", "¥18,710": the currency says nothing more.
    for currency in currencies {
        if let Some(rest) = text.strip_prefix(currency.as_str())
            && let amount = rest.trim_start()
            && let Some((figure, length)) = figures::leading(amount, grouping)
        {
            let skipped = text.len() - amount.len();
            return (Some(Term::Figure(figure)), skipped + length);
        }
    }
    if let Some(rest) = text.strip_prefix(PERCENT_OF)
        && let Some((figure, length)) = figures::leading(rest, grouping)
    {
        let figure = Figure {
            unit: Unit::Percent,
            ..figure
        };
        return (Some(Term::Figure(figure)), PERCENT_OF.len() + length);
    }
    let Some((figure, length)) = figures::leading(text, Grouping::Commas) else {
        return plain(text, word(text));
    };
    // 18 710 is one number or two.
    if grouping == Grouping::Spaces
        && let Some((grouped, longer)) = figures::leading(text, grouping)
        && grouped.written != figure.written
    {
        let apart = split(&text[..longer], Grouping::Commas, currencies);
        let either = Term::Either(vec![Term::Figure(grouped)], apart);
        return (Some(either), longer);
    }
    // 2018年6月 is a date as it stands there; 18710人 is a number and a word.
    if is_dated(text) {
        return plain(text, length + word(&text[length..]));
    }
    // 18710余人: some more than 18710 persons.
    let rest = text[length..].trim_start_matches(['余', '多']);
    (Some(Term::Figure(figure)), text.len() - rest.len())
}

/// A word, unless it is only marks.
fn plain(text: &str, length: usize) -> (Option<Term>, usize) {
    let word = text[..length].trim_end_matches('.');
    let says = word.contains(|c: char| c.is_alphanumeric() || matches!(c, '%' | '¥'));
    (says.then(|| Term::Word(word.to_owned())), length)
}

/// Spaces, and marks that part words.
fn is_separator(letter: char) -> bool {
    " ,;:!?()[]{}<>|/~=+*≈≤≥·•、。【】".contains(letter)
}

/// How many bytes of one word a text begins with. A number after a Chinese
/// letter begins a word of its own: 约44.7亿.
fn word(text: &str) -> usize {
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let ends = is_separator(letter)
            || letter.is_ascii_digit() && before.is_some_and(is_han) && !is_dated(&text[at..]);
        if ends {
            return at;
        }
        before = Some(letter);
    }
    text.len()
}

/// Whether a number is a part of a date.
fn is_dated(text: &str) -> bool {
    text.trim_start_matches(|c: char| c.is_ascii_digit())
        .starts_with(['年', '月', '日', '号'])
}

/// Adds a folded text without the spaces beside Chinese letters and the commas
/// within numbers, which some write and others do not.
fn join(text: &str, into: &mut String) {
    let letters: Vec<char> = text.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at));
        let after = letters.get(at + 1);
        let beside = |test: fn(char) -> bool| {
            (
                before.copied().is_some_and(test),
                after.copied().is_some_and(test),
            )
        };
        let left_out = match letter {
            ' ' => beside(is_han) != (false, false),
            ',' => beside(|c| c.is_ascii_digit()) == (true, true),
            _ => false,
        };
        if !left_out {
            into.push(*letter);
        }
    }
}
