//! Names of countries that a file names by their codes alone.

use crate::draft::Words;

/// Code, English and Chinese name, a line each, in the order of codes: those of Unicode
/// CLDR (Unicode License v3), as `xtask/countries/derive.mjs` writes them.
const NAMES: &str = include_str!("countries.tsv");

/// The name of the country of a code of ISO 3166-1, of two capitals.
pub fn named(code: &str) -> Option<Words> {
    let mut lines = NAMES.lines().map(|line| line.split('\t'));
    lines.find_map(|mut line| {
        let of = line.next()?;
        (of == code).then(|| Some(Words::own(line.next()?, line.next()?)))?
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Lang;

    #[test]
    fn codes_have_names_in_both_languages_and_others_have_none() {
        let senegal = named("SN").expect("a country");
        assert_eq!(senegal.get(Lang::EN), Some("Senegal"));
        assert_eq!(senegal.get(Lang::ZH), Some("塞内加尔"));
        for none in ["", "S", "sn", "SNE", "ZZ", "EU", "Senegal"] {
            assert!(named(none).is_none(), "{none}");
        }
        let codes: Vec<&str> = NAMES.lines().filter_map(|line| line.get(..2)).collect();
        assert_eq!(codes.len(), 250);
        assert!(codes.is_sorted(), "each once");
        for code in codes {
            let words = named(code).expect(code);
            assert!(
                words.iter().all(|(_, name)| !name.trim().is_empty()),
                "{code}"
            );
        }
    }
}
