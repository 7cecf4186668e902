//! Units in the plural forms of the language that their words are in.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod support;

use model::{Lang, parse};
use support::fixtures::CURRENCIES;
use support::named;

const AR: Lang = Lang::of("ar");

#[test]
fn units_have_the_plural_forms_of_their_own_language() {
    let dataset = parse(CURRENCIES).expect("a dataset").dataset;
    let pupils = support::unit(&dataset, "pupils");
    for (number, arabic, english) in [
        (0.0, "لا تلاميذ", "0 pupils"),
        (1.0, "تلميذ واحد", "1 pupil"),
        (2.0, "تلميذان", "2 pupils"),
        (3.0, "3 تلاميذ", "3 pupils"),
        (10.0, "10 تلاميذ", "10 pupils"),
        (11.0, "11 تلميذًا", "11 pupils"),
        (99.0, "99 تلميذًا", "99 pupils"),
        (100.0, "100 تلميذ", "100 pupils"),
        (101.0, "101 تلميذ", "101 pupils"),
        (103.0, "103 تلاميذ", "103 pupils"),
        (311.0, "311 تلميذًا", "311 pupils"),
        (1.5, "1.5 تلميذ", "1.5 pupils"),
    ] {
        assert_eq!(text::amount(AR, number, pupils, &dataset), arabic);
        assert_eq!(text::amount(Lang::EN, number, pupils, &dataset), english);
    }
    let (_, class) = named(&dataset, "school-bir");
    assert_eq!(text::qualified(AR, &class.values[0], &dataset), "11 تلميذًا");
    assert_eq!(text::qualified(AR, &class.values[1], &dataset), "معلمان");
    // No form for two is given: the language's other form stands.
    let feddans = support::unit(&dataset, "feddans");
    assert_eq!(text::amount(AR, 2.0, feddans, &dataset), "2 فدان");
}
