//! Numbers with the digits that were written, where a float would round them.

/// A number as a dataset writes it, without an exponent: `-1304000000.50`.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Decimal(String);

/// Numbers of more digits than this are refused: no page could show them.
const LONGEST: usize = 100;

impl Decimal {
    /// Reads a JSON number. Digits stay as they are, a final zero too; only an
    /// exponent is resolved (`1.5e3` is `1500`) and zero has no sign.
    ///
    /// `None` for what is no number, or has more than 100 digits.
    #[must_use]
    pub fn parse(json: &str) -> Option<Self> {
        let (sign, unsigned) = json
            .strip_prefix('-')
            .map_or(("", json), |rest| ("-", rest));
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (unsigned, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let written = whole.len() + fraction.len();
        let is_number = !whole.is_empty()
            && [whole, fraction]
                .iter()
                .all(|part| part.bytes().all(|b| b.is_ascii_digit()));
        if !is_number || written > LONGEST {
            return None;
        }
        let mut digits = format!("{whole}{fraction}");
        if digits.bytes().all(|b| b == b'0') {
            return Some(Self(if exponent == 0 { mantissa } else { "0" }.to_owned()));
        }
        // Where the point stands among the digits, counted from their start.
        let point = i32::try_from(whole.len()).ok()?.checked_add(exponent)?;
        let before = usize::try_from(point.max(1)).ok()?;
        let zeros = usize::try_from(1_i32.checked_sub(point)?.max(0)).ok()?;
        if before > LONGEST || zeros > LONGEST {
            return None;
        }
        digits.insert_str(0, &"0".repeat(zeros));
        while digits.len() < before {
            digits.push('0');
        }
        let (whole, fraction) = digits.split_at(before);
        let whole = match whole.trim_start_matches('0') {
            "" => "0",
            trimmed => trimmed,
        };
        Some(Self(if fraction.is_empty() {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{fraction}")
        }))
    }

    /// The nearest float.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        // It was checked to be digits.
        self.0.parse().unwrap_or(f64::NAN)
    }

    /// Sign, digits before the point and digits after it.
    #[must_use]
    pub fn parts(&self) -> (bool, &str, &str) {
        let (negative, unsigned) = match self.0.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, self.0.as_str()),
        };
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        (negative, whole, fraction)
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_digits_that_were_written() {
        for (written, read) in [
            ("1", "1"),
            ("-1", "-1"),
            ("1.10", "1.10"),
            ("0.005", "0.005"),
            ("9007199254740993", "9007199254740993"),
            (
                "0.1000000000000000055511151231257827",
                "0.1000000000000000055511151231257827",
            ),
            ("1e3", "1000"),
            ("1.5E+3", "1500"),
            ("1.2345e2", "123.45"),
            ("25e-4", "0.0025"),
            ("-1.5e-2", "-0.015"),
            ("0", "0"),
            ("-0", "0"),
            ("0.00", "0.00"),
            ("0e999999", "0"),
            ("1e99", &format!("1{}", "0".repeat(99))),
        ] {
            let decimal = Decimal::parse(written).map(|d| d.to_string());
            assert_eq!(decimal.as_deref(), Some(read), "{written}");
        }
    }

    #[test]
    fn refuses_what_is_no_number_or_has_no_end() {
        let long = "1".repeat(101);
        for written in [
            "",
            "-",
            "x",
            "\"1\"",
            "null",
            "1e999",
            "-1e999",
            "1e-999",
            "1e99999999999",
            "1e-2147483648",
            "1e2147483647",
            "[1]",
            "1.2.3",
            &long,
        ] {
            assert_eq!(Decimal::parse(written), None, "{written}");
        }
    }
}
