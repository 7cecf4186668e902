//! Plural forms, as CLDR's rules give them.

use model::Lang;
use model::Plural::{self, Few, Many, One, Other, Two, Zero};
use words::{Number, plural};

fn of(tag: &str, digits: &str) -> Plural {
    plural(Lang::of(tag), &Number::of(digits))
}

#[test]
fn forms_are_those_that_cldr_gives() {
    const NUMBERS: [&str; 10] = ["0", "1", "2", "3", "5", "11", "21", "100", "1.0", "1.5"];
    for (tag, forms) in [
        (
            "en",
            [
                Other, One, Other, Other, Other, Other, Other, Other, Other, Other,
            ],
        ),
        ("zh", [Other; 10]),
        (
            "fr",
            [One, One, Other, Other, Other, Other, Other, Other, One, One],
        ),
        (
            "ru",
            [Many, One, Few, Few, Many, Many, One, Many, Other, Other],
        ),
        (
            "ar",
            [Zero, One, Two, Few, Few, Many, Many, Other, One, Other],
        ),
        (
            "es",
            [
                Other, One, Other, Other, Other, Other, Other, Other, One, Other,
            ],
        ),
        (
            "hi",
            [
                One, One, Other, Other, Other, Other, Other, Other, One, Other,
            ],
        ),
        (
            "pl",
            [Many, One, Few, Few, Many, Many, Many, Many, Other, Other],
        ),
        (
            "da",
            [
                Other, One, Other, Other, Other, Other, Other, Other, One, One,
            ],
        ),
        (
            "he",
            [
                Other, One, Two, Other, Other, Other, Other, Other, Other, Other,
            ],
        ),
    ] {
        let given = NUMBERS.map(|digits| of(tag, digits));
        assert_eq!(given, forms, "{tag}");
    }
}

#[test]
fn large_numbers_keep_their_form() {
    for (tag, digits, form) in [
        ("fr", "1000000", Many),
        ("fr", "1000001", Other),
        ("fr", "30000000000000000000000", Many),
        ("ru", "100000000000000000001", One),
        ("ar", "1000000000000000000003", Few),
        ("en", "100000000000000000001", Other),
        ("en", "100000001", Other),
        ("hi", "0.00000000000000000001", One),
        ("es", "1.00000000000000000000", One),
        ("ar", "200000000", Other),
    ] {
        assert_eq!(of(tag, digits), form, "{tag} {digits}");
    }
}

#[test]
fn a_number_of_millions_is_one() {
    let millions = |tag: &str, digits: &str| plural(Lang::of(tag), &Number::large(digits, 6));
    assert_eq!(millions("fr", "1.5"), Many);
    assert_eq!(millions("fr", "0.5"), Many);
    assert_eq!(millions("ru", "1.000001"), One);
    assert_eq!(millions("ru", "1.5"), Many);
    assert_eq!(millions("en", "0.000001"), One);
    assert_eq!(Number::large("1.2345678", 6).v, 1);
}

#[test]
fn marks_and_signs_do_not_matter_and_countries_have_their_languages_rules() {
    assert_eq!(of("ru", "−1,021"), One);
    assert_eq!(of("en", "-1"), One);
    assert_eq!(of("ar-eg", "2"), Two);
    assert_eq!((of("pt-br", "0"), of("pt-pt", "0")), (One, Other));
    assert_eq!(of("tlh", "1"), Other);
    assert_eq!(plural(Lang::EN, &Number::count(1)), One);
}
