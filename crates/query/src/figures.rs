//! Numbers as people write them.
//!
//! A number is found as a whole: `8` finds 8, 8 亿 and 8 million, not 80 or 18.
//! A bare number is the one on screen, with or without the unit beside it there:
//! `44.7` finds 44.7 亿, which `4.47` finds as well, being 4.47 billion. With a
//! unit (`4470 million`, `9.97亿`, `80%`) the whole amount has to be right.
//! Thousands may be grouped by commas and, in what a reader types, by spaces.

/// Words after a number, with what they make of it; longer ones first.
const SCALES: [(&str, f64); 22] = [
    ("万亿", 1e12),
    ("千万", 1e7),
    ("百万", 1e6),
    ("亿", 1e8),
    ("万", 1e4),
    ("千", 1e3),
    ("百", 1e2),
    ("trillions", 1e12),
    ("trillion", 1e12),
    ("billions", 1e9),
    ("billion", 1e9),
    ("millions", 1e6),
    ("million", 1e6),
    ("thousand", 1e3),
    ("hundred", 1e2),
    ("mln", 1e6),
    ("bn", 1e9),
    ("mn", 1e6),
    ("tn", 1e12),
    ("k", 1e3),
    ("m", 1e6),
    ("b", 1e9),
];
const PERCENT: [&str; 4] = ["%", "per cent", "percent", "pct"];
/// By what an amount is divided where it is written with a unit.
const WRITTEN: [f64; 5] = [1.0, 1e4, 1e6, 1e8, 1e9];

/// A number that a reader asks for, or that a text holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The number before its unit.
    pub written: f64,
    /// The whole amount.
    pub amount: f64,
    /// What stands beside it.
    pub unit: Unit,
    /// Whether it was written with a sign.
    pub signed: bool,
}

/// What stands beside a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Nothing that changes it.
    None,
    /// 万, million and the like.
    Scale,
    /// A per cent sign or word.
    Percent,
}

impl Figure {
    /// An amount in each form that people write.
    pub fn forms(amount: f64, is_percent: bool) -> impl Iterator<Item = Self> {
        WRITTEN
            .into_iter()
            .filter(move |scale| *scale == 1.0 || amount.abs() >= *scale)
            .map(move |scale| Self {
                written: amount / scale,
                amount,
                unit: if is_percent {
                    Unit::Percent
                } else {
                    Unit::None
                },
                signed: true,
            })
    }

    /// Whether this, which a reader asks for, is what stands there.
    #[must_use]
    pub fn finds(&self, there: &Self) -> bool {
        let same = |a: f64, b: f64| {
            let (a, b) = if self.signed {
                (a, b)
            } else {
                (a.abs(), b.abs())
            };
            (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
        };
        match self.unit {
            Unit::None => same(self.written, there.written) || same(self.amount, there.amount),
            Unit::Scale => same(self.amount, there.amount),
            Unit::Percent => there.unit == Unit::Percent && same(self.amount, there.amount),
        }
    }
}

/// By what a text's thousands may be grouped.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// By commas.
    Commas,
    /// By commas or spaces.
    Spaces,
}

/// The number that a folded text begins with, and how many bytes it takes with
/// its unit. `None` where digits are part of a word or of a date (`13th`,
/// `2018-06`, `1.2.3`).
#[must_use]
pub fn leading(text: &str, grouping: Grouping) -> Option<(Figure, usize)> {
    let sign = usize::from(text.starts_with('-'));
    let (mut written, digits) = number(&text[sign..], grouping)?;
    if sign == 1 {
        written = -written;
    }
    let end = sign + digits;
    let rest = &text[end..];
    let figure = |amount: f64, unit: Unit| Figure {
        written,
        amount,
        unit,
        signed: sign == 1,
    };
    if let Some(length) = unit(rest, PERCENT.into_iter().map(|word| (word, 1.0))).map(|(_, l)| l) {
        return Some((figure(written, Unit::Percent), end + length));
    }
    if let Some((scale, length)) = unit(rest, SCALES.into_iter()) {
        let (mut amount, mut end, mut last) = (written * scale, end + length, scale);
        // 44亿7000万 is one amount.
        while written.fract() == 0.0
            && text[..end].ends_with(super::fold::is_han)
            && let Some((number, digits)) = number(&text[end..], grouping)
            && let Some((scale, length)) = unit(&text[end + digits..], SCALES.into_iter())
            && scale < last
        {
            amount += (number * scale).copysign(written);
            end += digits + length;
            last = scale;
        }
        return Some((figure(amount, Unit::Scale), end));
    }
    let joins = |letter: char| letter.is_alphabetic() && !super::fold::is_han(letter);
    let mut next = rest.chars();
    let in_word = match (next.next(), next.next()) {
        (Some(letter), _) if joins(letter) => true,
        (Some('.' | ',' | '-' | '/' | ':' | '_'), Some(after)) => after.is_alphanumeric(),
        _ => false,
    };
    (!in_word).then(|| (figure(written, Unit::None), end))
}

/// All numbers of a folded text, whatever words they are part of.
#[must_use]
pub fn all(text: &str) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()) {
        at += start;
        let rest = &text[at..];
        let length = match leading(rest, Grouping::Commas) {
            Some((figure, length)) => {
                figures.push(figure);
                length
            }
            None => {
                let length = rest
                    .find(|c: char| !c.is_ascii_digit())
                    .unwrap_or(rest.len());
                figures.extend(rest[..length].parse().ok().map(|number| Figure {
                    written: number,
                    amount: number,
                    unit: Unit::None,
                    signed: false,
                }));
                length
            }
        };
        at += length;
    }
    figures
}

/// The number that a text begins with, and how many bytes it takes.
fn number(text: &str, grouping: Grouping) -> Option<(f64, usize)> {
    let length = digits(text, grouping)?;
    let number = text[..length].replace([',', ' '], "").parse().ok()?;
    Some((number, length))
}

/// How many bytes of a number a text begins with, its groups and its fraction.
fn digits(text: &str, grouping: Grouping) -> Option<usize> {
    let run = |from: usize| {
        let rest = text.get(from..).unwrap_or_default();
        rest.find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len())
    };
    let mut end = run(0);
    if end == 0 {
        return None;
    }
    if end <= 3 {
        let separator = text[end..].chars().next();
        let groups = match separator {
            Some(',') => true,
            Some(' ') => grouping == Grouping::Spaces,
            _ => false,
        };
        while groups && text[end..].chars().next() == separator && run(end + 1) == 3 {
            end += 4;
        }
    }
    if text[end..].starts_with('.') && run(end + 1) > 0 {
        end += 1 + run(end + 1);
    }
    Some(end)
}

/// The unit that a text begins with: a word of its own, after a space or none,
/// but single letters only right behind the number.
fn unit(text: &str, words: impl Iterator<Item = (&'static str, f64)>) -> Option<(f64, usize)> {
    let trimmed = text.trim_start_matches(' ');
    let space = text.len() - trimmed.len();
    words
        .filter(|(word, _)| space == 0 || !word.is_ascii() || word.len() > 1 || *word == "%")
        .find(|(word, _)| {
            trimmed.strip_prefix(word).is_some_and(|rest| {
                !word.ends_with(|c: char| c.is_ascii_alphabetic())
                    || !rest.starts_with(|c: char| c.is_ascii_alphanumeric())
            })
        })
        .map(|(word, scale)| (scale, space + word.len()))
}
