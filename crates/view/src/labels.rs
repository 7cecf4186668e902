//! What whoever made a link wrote on its timeline and its charts.

use super::Embed;
use super::link::words_apart;
use model::{ChartIx, Dataset, Date, RecordIx};
use std::fmt;

/// Parts two labels: no text holds one.
const BAR: char = '|';
/// So many labels there may be, each of so many letters.
const MOST: usize = 12;
const LETTERS: usize = 80;

/// Words of an editor, which no source states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What they are on.
    pub on: On,
    /// The words: text, of one line.
    pub text: String,
}

/// What a label is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// A time, from the first day of a date to the last of another, which may be the same.
    Time(Date, Date),
    /// A record, wherever it is drawn.
    Record(RecordIx),
    /// Figures of a chart that draws them along a scale, in its unit, from one to
    /// another, which may be the same.
    Figures(ChartIx, Figure, Figure),
}

/// A figure of a scale: finite, so that any two can be told apart.
#[derive(Clone, Copy, Debug)]
pub struct Figure(f64);

impl Figure {
    /// Nothing.
    pub const ZERO: Self = Self(0.0);

    /// Reads digits, with a point before decimals.
    fn parse(word: &str) -> Option<Self> {
        let figure: f64 = word.trim().parse().ok()?;
        // Negative zero is zero.
        figure.is_finite().then_some(Self(figure + 0.0))
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }
}

impl PartialEq for Figure {
    fn eq(&self, other: &Self) -> bool {
        self.0.total_cmp(&other.0).is_eq()
    }
}

impl Eq for Figure {}

impl fmt::Display for Figure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Label {
    /// Reads `2001/2006 words`, `record:id words` or `chart:id:100/200 words`.
    fn parse(word: &str, dataset: &Dataset) -> Option<Self> {
        let (on, text) = word.trim().split_once(char::is_whitespace)?;
        let on = On::parse(&on.to_ascii_lowercase(), dataset)?;
        let text = line(text);
        let fits = !text.is_empty() && text.chars().count() <= LETTERS;
        fits.then_some(Self { on, text })
    }

    /// The label as a link says it.
    #[must_use]
    pub fn word(&self, dataset: &Dataset) -> String {
        format!("{} {}", self.on.word(dataset), self.text)
    }
}

impl On {
    fn parse(word: &str, dataset: &Dataset) -> Option<Self> {
        if let Some(id) = word.strip_prefix(Embed::RECORD) {
            return dataset.record_by_id(id).map(Self::Record);
        }
        if let Some(of) = word.strip_prefix(Embed::CHART) {
            let (id, figures) = of.rsplit_once(':')?;
            let chart = dataset.chart_by_id(id)?;
            let (from, to) = ends(figures);
            let (from, to) = (Figure::parse(from)?, Figure::parse(to)?);
            let is_right = dataset.chart(chart).has_scale() && from.get() <= to.get();
            return is_right.then_some(Self::Figures(chart, from, to));
        }
        let (from, to) = ends(word);
        let (from, to) = (Date::parse(from)?, Date::parse(to)?);
        (from.first_day() <= to.last_day()).then_some(Self::Time(from, to))
    }

    fn word(self, dataset: &Dataset) -> String {
        match self {
            Self::Time(from, to) if from == to => from.to_string(),
            Self::Time(from, to) => format!("{from}/{to}"),
            Self::Record(record) => Embed::Record(record).word(dataset),
            Self::Figures(chart, from, to) => {
                let chart = Embed::Chart(chart).word(dataset);
                if from == to {
                    format!("{chart}:{from}")
                } else {
                    format!("{chart}:{from}/{to}")
                }
            }
        }
    }
}

/// The labels that a link or a reader says, one a line or parted by bars, and those
/// that say nothing that can be shown.
#[must_use]
pub fn labels(value: &str, dataset: &Dataset) -> (Vec<Label>, Vec<String>) {
    let mut labels: Vec<Label> = Vec::new();
    let mut wrong = Vec::new();
    for word in words_apart(value, |letter| letter == BAR || letter == '\n') {
        match Label::parse(word, dataset) {
            Some(label) if labels.contains(&label) => {}
            Some(label) if labels.len() < MOST => labels.push(label),
            _ => wrong.push(word.to_owned()),
        }
    }
    (labels, wrong)
}

/// A link's word for them.
#[must_use]
pub fn labels_word(labels: &[Label], dataset: &Dataset) -> String {
    let words: Vec<String> = labels.iter().map(|label| label.word(dataset)).collect();
    words.join(&BAR.to_string())
}

/// From where to where; one alone is both.
fn ends(word: &str) -> (&str, &str) {
    word.split_once('/').unwrap_or((word, word))
}

/// Text of one line, of which nothing turns round what stands beside it.
fn line(text: &str) -> String {
    let is_shown = |letter: &char| {
        let turns = matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        letter.is_whitespace() || !(letter.is_control() || turns)
    };
    let shown: String = text.chars().filter(is_shown).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}
