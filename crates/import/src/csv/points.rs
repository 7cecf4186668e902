//! Points on Earth, and what only looks like them.

use super::table::Degrees;

/// What is wrong with a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// There is no such place, but one if latitude and longitude changed places.
    Swapped,
    /// There is no such place.
    OffEarth,
    /// 0° north, 0° east: what programs write for a point that they do not know.
    Zero,
}

/// Whether a point can be taken for a place.
///
/// # Errors
///
/// Why not. Nothing is mended: which of the numbers is which, only the file's
/// author knows.
pub fn check(point: Degrees) -> Result<Degrees, Wrong> {
    let Degrees {
        longitude,
        latitude,
    } = point;
    let is_on_earth =
        |lon: f64, lat: f64| (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat);
    if longitude == 0.0 && latitude == 0.0 {
        Err(Wrong::Zero)
    } else if is_on_earth(longitude, latitude) {
        Ok(point)
    } else if is_on_earth(latitude, longitude) {
        Err(Wrong::Swapped)
    } else {
        Err(Wrong::OffEarth)
    }
}

/// Degrees of one cell: a number with a point or a comma.
#[must_use]
pub fn degrees(cell: &str) -> Option<f64> {
    let cell = cell.trim().trim_end_matches('\u{b0}');
    let number: f64 = match cell.parse() {
        Ok(number) => number,
        // "12,5", but not "1,234.5" nor "12,5,3".
        Err(_) if cell.matches(',').count() == 1 && !cell.contains('.') => {
            cell.replace(',', ".").parse().ok()?
        }
        Err(_) => return None,
    };
    number.is_finite().then_some(number)
}

/// Latitude and longitude in one cell, in this order, as most write them:
/// `12.5, -3.25`, `12.5 -3.25`, `(12.5; -3.25)`; and `POINT(-3.25 12.5)`, where
/// the longitude comes first.
#[must_use]
pub fn pair(cell: &str) -> Option<Degrees> {
    let cell = cell.trim();
    let (cell, is_wkt) = match cell.get(..5) {
        Some(word) if word.eq_ignore_ascii_case("point") => (cell.get(5..)?.trim(), true),
        _ => (cell, false),
    };
    let cell = cell
        .trim_start_matches(['(', '['])
        .trim_end_matches([')', ']']);
    let mut parts = if cell.contains(';') {
        cell.split([';', '\u{ff1b}'])
    } else {
        cell.split([',', ' '])
    }
    .map(str::trim)
    .filter(|part| !part.is_empty());
    let (first, second) = (parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    // Two whole numbers are as likely a number with thousands.
    let is_fraction = |part: &str| part.contains(['.', ',']);
    if !is_wkt && !is_fraction(first) && !is_fraction(second) {
        return None;
    }
    let (first, second) = (degrees(first)?, degrees(second)?);
    let (latitude, longitude) = if is_wkt {
        (second, first)
    } else {
        (first, second)
    };
    Some(Degrees {
        longitude,
        latitude,
    })
}

#[cfg(test)]
mod tests {
    use super::{Wrong, check, degrees, pair};
    use crate::csv::table::Degrees;

    fn at(latitude: f64, longitude: f64) -> Degrees {
        Degrees {
            longitude,
            latitude,
        }
    }

    #[test]
    fn a_pair_has_the_latitude_first_but_in_well_known_text() {
        for cell in [
            "12.5, -3.25",
            "12.5 -3.25",
            "(12.5,-3.25)",
            "12,5; -3,25",
            "POINT(-3.25 12.5)",
            "Point (-3.25 12.5)",
        ] {
            assert_eq!(pair(cell), Some(at(12.5, -3.25)), "{cell}");
        }
        for cell in ["", "12.5", "1,234", "12.5, -3.25, 7", "a, b", "12.5, NaN"] {
            assert_eq!(pair(cell), None, "{cell}");
        }
    }

    #[test]
    fn a_point_that_is_nowhere_is_told_from_one_that_is_turned() {
        assert_eq!(check(at(12.5, -3.25)), Ok(at(12.5, -3.25)));
        assert_eq!(check(at(120.5, 30.0)), Err(Wrong::Swapped));
        assert_eq!(check(at(500.0, 30.0)), Err(Wrong::OffEarth));
        assert_eq!(check(at(0.0, 0.0)), Err(Wrong::Zero));
        assert_eq!(degrees("NaN"), None);
        assert_eq!(degrees("12,5\u{b0}"), Some(12.5));
    }
}
