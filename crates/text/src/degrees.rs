//! Where a point is, in degrees.

use ::words as fixed;
use model::{Coordinates, Lang};

/// How many digits after the point: some hundred metres.
const DIGITS: usize = 3;

/// "91.141° E, 29.654° N"; "东经 91.141°，北纬 29.654°". Zero is on no side.
#[must_use]
pub fn degrees(lang: Lang, at: &Coordinates) -> String {
    let longitude = side(lang, at.longitude, fixed::degrees_east, fixed::degrees_west);
    let latitude = side(
        lang,
        at.latitude,
        fixed::degrees_north,
        fixed::degrees_south,
    );
    fixed::point(lang, &latitude, &longitude)
}

type Word = fn(Lang, &str) -> String;

fn side(lang: Lang, degrees: f64, above: Word, below: Word) -> String {
    let shown = format!("{:.DIGITS$}", degrees.abs());
    let is_zero = shown.bytes().all(|b| b == b'0' || b == b'.');
    let word = if is_zero {
        fixed::degrees_only
    } else if degrees < 0.0 {
        below
    } else {
        above
    };
    word(lang, &shown.replace('.', fixed::decimal_mark(lang)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(longitude: f64, latitude: f64) -> Coordinates {
        Coordinates {
            longitude,
            latitude,
            precision: "seat".to_owned(),
            origin: String::new(),
        }
    }

    #[test]
    fn names_the_side_and_has_no_minus() {
        for (longitude, latitude, zh, en) in [
            (
                91.1409,
                29.6541,
                "东经 91.141°，北纬 29.654°",
                "91.141° E, 29.654° N",
            ),
            (
                -77.0428,
                -12.0464,
                "西经 77.043°，南纬 12.046°",
                "77.043° W, 12.046° S",
            ),
            (
                -0.1276,
                51.5072,
                "西经 0.128°，北纬 51.507°",
                "0.128° W, 51.507° N",
            ),
            (0.0, -0.0, "0.000°，0.000°", "0.000°, 0.000°"),
            (-0.0004, 0.0004, "0.000°，0.000°", "0.000°, 0.000°"),
            (
                -0.000_500_1,
                0.0006,
                "西经 0.001°，北纬 0.001°",
                "0.001° W, 0.001° N",
            ),
            (
                -180.0,
                90.0,
                "西经 180.000°，北纬 90.000°",
                "180.000° W, 90.000° N",
            ),
            (
                180.0,
                -90.0,
                "东经 180.000°，南纬 90.000°",
                "180.000° E, 90.000° S",
            ),
        ] {
            assert_eq!(degrees(Lang::ZH, &at(longitude, latitude)), zh);
            assert_eq!(degrees(Lang::EN, &at(longitude, latitude)), en);
        }
    }
}
