//! Numbers as CLDR's plural rules see them: by the digits that are written.

/// Counting beyond this goes round, as rules ask for last digits only.
const LIMIT: u32 = 100_000_000;

/// A number by what rules ask of it, under CLDR's names. Of many digits the last
/// eight are kept, plus 10⁸ so that they are not taken for a small number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// The digits before the point.
    pub i: u32,
    /// How many digits are written after the point.
    pub v: u32,
    /// The same without zeros at the end.
    pub w: u32,
    /// The digits after the point.
    pub f: u32,
    /// The same without zeros at the end.
    pub t: u32,
    /// The power of ten that a word such as “million” stands for.
    pub e: u32,
}

impl Number {
    /// A count.
    #[must_use]
    pub fn count(count: usize) -> Self {
        Self::of(&count.to_string())
    }

    /// A number in digits with a point: `1.0` is not `1`. Sign and marks between
    /// groups do not matter.
    #[must_use]
    pub fn of(digits: &str) -> Self {
        Self::large(digits, 0)
    }

    /// A number of millions and the like: `1.5` with a power of 6.
    #[must_use]
    pub fn large(digits: &str, power: u8) -> Self {
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let power = usize::from(power);
        let moved = digits_of(fraction).chain(std::iter::repeat(0)).take(power);
        let rest = digits_of(fraction).skip(power);
        let zeros = rest.clone().fold(0, |zeros, digit| match digit {
            0 => zeros + 1,
            _ => 0,
        });
        let v = u32::try_from(rest.clone().count()).unwrap_or(LIMIT);
        let w = v.saturating_sub(zeros);
        Self {
            i: joined(digits_of(whole).chain(moved)),
            v,
            w,
            f: joined(rest.clone()),
            t: joined(rest.take(usize::try_from(w).unwrap_or(usize::MAX))),
            e: u32::try_from(power).unwrap_or(LIMIT),
        }
    }

    /// CLDR's `n`, or its remainder; `u32::MAX`, which no rule names, where there
    /// is a fraction.
    #[must_use]
    pub fn whole(&self, modulus: u32) -> u32 {
        match self.t {
            0 => self.i % modulus,
            _ => u32::MAX,
        }
    }
}

fn digits_of(text: &str) -> impl Iterator<Item = u32> + Clone + '_ {
    text.bytes()
        .filter(u8::is_ascii_digit)
        .map(|digit| u32::from(digit - b'0'))
}

fn joined(digits: impl Iterator<Item = u32>) -> u32 {
    digits.fold(0, |number, digit| match number * 10 + digit {
        number if number >= LIMIT => number % LIMIT + LIMIT,
        number => number,
    })
}
