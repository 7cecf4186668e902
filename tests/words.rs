//! Words that stand in more than one place say the same everywhere.

mod support;

use model::{Lang, Qualifier};
use support::unit;
use text::formula::{Agreement, compare};
use text::{amount, computed};

#[test]
fn a_computed_figure_is_compared_by_the_digits_and_the_qualifier_that_are_stated() {
    let exact = |stated, is_money, computed| compare(stated, is_money, Qualifier::Exact, computed);
    assert_eq!(exact(393.0, false, 393.0), Agreement::Same);
    assert_eq!(exact(393.0, false, 393.4), Agreement::Rounded);
    assert_eq!(exact(120.0, false, 121.0), Agreement::Differs);
    assert_eq!(exact(7.6, false, 7.604), Agreement::Rounded);
    assert_eq!(exact(7.6, false, 7.66), Agreement::Differs);
    // 18.38 亿 is stated to a hundredth of 亿.
    assert_eq!(exact(18.38e8, true, 18.3841e8), Agreement::Rounded);
    assert_eq!(exact(18.38e8, true, 18.39e8), Agreement::Differs);
    assert_eq!(exact(0.0, true, 0.0), Agreement::Same);
    assert_eq!(exact(0.0, false, 3.0), Agreement::Differs);
    let with = |qualifier, computed| compare(80.0, false, qualifier, computed);
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
    let dataset = support::version_1();
    let en = |value, id: &str| computed(Lang::EN, value, unit(&dataset, id), &dataset);
    assert_eq!(en(54.2437, "percent"), "≈ 54.24%");
    assert_eq!(en(50.0, "percent"), "50%");
    assert_eq!(
        en(8_068_592.06, "yuan-per-project"),
        "≈ CNY 8.07 million per project"
    );
    assert_eq!(
        en(97_297.297, "yuan-per-household"),
        "≈ CNY 97,297 per household"
    );
    assert_eq!(en(679.0, "projects"), "679 projects");
    assert_eq!(
        computed(Lang::ZH, 12.4625e8, unit(&dataset, "yuan"), &dataset),
        "≈ 12.46 亿元"
    );
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
    let dataset = support::version_1();
    for (lang, value, unit, words) in [
        (Lang::ZH, -4.47e9, "yuan", "−44.7 亿元"),
        (Lang::ZH, -4.13e7, "yuan", "−4,130 万元"),
        (Lang::EN, -4.47e9, "yuan", "CNY −4.47 billion"),
        (Lang::EN, -1.31e8, "yuan", "CNY −131 million"),
        (Lang::ZH, -620.0, "yuan", "−620 元"),
    ] {
        assert_eq!(
            amount(lang, value, support::unit(&dataset, unit), &dataset),
            words
        );
    }
}

/// Of others the browser is asked, whatever country they name as well.
#[test]
fn only_languages_with_words_of_the_page_are_named_by_it() {
    let name = |tag: &str| text::endonym(Lang::parse(tag).expect("a tag"));
    assert_eq!(name("zh-Hans-CN"), Some("中文"));
    assert_eq!(name("en_GB"), Some("English"));
    for tag in ["fr", "pt-BR", "ar-EG"] {
        assert_eq!(name(tag), None, "{tag}");
    }
}
