//! Words that stand in more than one place say the same everywhere.

use model::{Lang, Qualifier, Unit};
use text::formula::{Agreement, compare};
use text::{amount, computed, names};

const FALLBACK: &str = include_str!("../public/fallback.js");

/// The fallback page's own table of words is complete and says what the app says.
#[test]
fn the_fallback_knows_every_qualifier_and_unit() {
    for qualifier in Qualifier::ALL.iter().filter(|q| **q != Qualifier::Exact) {
        let [zh, en] = [Lang::ZH, Lang::EN].map(|lang| names::qualifier(lang, *qualifier));
        let line = format!("{}: both(\"{zh}\", \"{en}\")", qualifier.word());
        assert!(FALLBACK.contains(&line), "{line}");
    }
    for unit in Unit::ALL {
        let word = unit.word();
        let key = [format!("{word}: both("), format!("\"{word}\": both(")];
        assert!(key.iter().any(|key| FALLBACK.contains(key)), "{word}");
    }
}

#[test]
fn a_computed_figure_is_compared_by_the_digits_and_the_qualifier_that_are_stated() {
    let exact = |stated, unit, computed| compare(stated, unit, Qualifier::Exact, computed);
    assert_eq!(exact(393.0, Unit::Persons, 393.0), Agreement::Same);
    assert_eq!(exact(393.0, Unit::Persons, 393.4), Agreement::Rounded);
    assert_eq!(exact(120.0, Unit::Persons, 121.0), Agreement::Differs);
    assert_eq!(exact(7.6, Unit::Times, 7.604), Agreement::Rounded);
    assert_eq!(exact(7.6, Unit::Times, 7.66), Agreement::Differs);
    // 18.38 亿 is stated to a hundredth of 亿.
    assert_eq!(exact(18.38e8, Unit::Yuan, 18.3841e8), Agreement::Rounded);
    assert_eq!(exact(18.38e8, Unit::Yuan, 18.39e8), Agreement::Differs);
    assert_eq!(exact(0.0, Unit::Yuan, 0.0), Agreement::Same);
    assert_eq!(exact(0.0, Unit::Percent, 3.0), Agreement::Differs);
    let with = |qualifier, computed| compare(80.0, Unit::Percent, qualifier, computed);
    assert_eq!(with(Qualifier::AtLeast, 85.0), Agreement::Within);
    assert_eq!(with(Qualifier::Over, 75.0), Agreement::Differs);
    assert_eq!(with(Qualifier::UpTo, 75.0), Agreement::Within);
    assert_eq!(with(Qualifier::Nearly, 79.0), Agreement::Within);
    assert_eq!(with(Qualifier::Expected, 85.0), Agreement::Differs);
    let mut seen = std::collections::BTreeSet::new();
    for agreement in [
        Agreement::Same,
        Agreement::Rounded,
        Agreement::Within,
        Agreement::Differs,
    ] {
        assert!(seen.insert(agreement.words(Lang::EN)), "each has its words");
    }
}

#[test]
fn a_computed_figure_says_where_digits_were_cut() {
    let en = |value, unit| computed(Lang::EN, value, unit);
    assert_eq!(en(54.2437, Unit::Percent), "≈ 54.24%");
    assert_eq!(en(50.0, Unit::Percent), "50%");
    assert_eq!(
        en(8_068_592.06, Unit::YuanPerProject),
        "≈ CNY 8.07 million per project"
    );
    assert_eq!(
        en(97_297.297, Unit::YuanPerHousehold),
        "≈ CNY 97,297 per household"
    );
    assert_eq!(en(679.0, Unit::Projects), "679 projects");
    assert_eq!(computed(Lang::ZH, 12.4625e8, Unit::Yuan), "≈ 12.46 亿元");
}

#[test]
fn qualifiers_are_put_together_without_claiming_more() {
    use Qualifier::{About, AtLeast, Estimated, Exact, Expected, Nearly, Over, UpTo};
    for (a, b, both) in [
        (Exact, Over, Over),
        (Over, AtLeast, Over),
        (Over, UpTo, About),
        (Expected, Exact, Expected),
        (Estimated, Expected, Expected),
        (Nearly, UpTo, UpTo),
        (Estimated, About, About),
    ] {
        assert_eq!((a.and(b), b.and(a)), (both, both), "{a:?} and {b:?}");
    }
    assert_eq!(AtLeast.reversed(), UpTo);
    assert_eq!(Expected.reversed(), Expected);
}

#[test]
fn an_amount_below_nothing_is_worded_like_one_above() {
    for (lang, value, unit, words) in [
        (Lang::ZH, -4.47e9, Unit::Yuan, "−44.7 亿元"),
        (Lang::ZH, -4.13e7, Unit::Yuan, "−4,130 万元"),
        (Lang::EN, -4.47e9, Unit::Yuan, "CNY −4.47 billion"),
        (Lang::EN, -1.31e8, Unit::Yuan, "CNY −131 million"),
        (Lang::ZH, -620.0, Unit::Yuan, "−620 元"),
    ] {
        assert_eq!(amount(lang, value, unit), words);
    }
}
