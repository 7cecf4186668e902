//! Words that stand in more than one place say the same everywhere.

mod support;

use checks::{Reason, Verdict};
use model::{Lang, Qualifier};
use support::unit;
use text::{amount, computed};

#[test]
fn a_computed_figure_is_compared_by_the_digits_and_the_qualifiers_that_are_stated() {
    let compare = |stated, computed| checks::compare(stated, computed, 1.0);
    let exact = |stated: &str, is_money, computed| {
        let number = stated.parse().expect("a number");
        let step = checks::step(stated, is_money);
        let [stated, computed] = [number, computed].map(|number| (number, Qualifier::Exact));
        checks::compare(stated, computed, step)
    };
    assert_eq!(exact("393", false, 393.0), Verdict::Same);
    assert_eq!(exact("393", false, 393.4), Verdict::Rounded(1.0));
    assert_eq!(exact("120", false, 121.0), Verdict::Differs(1.0));
    assert_eq!(exact("7.6", false, 7.604), Verdict::Rounded(0.1));
    assert!(matches!(exact("7.6", false, 7.5), Verdict::Differs(by) if by < 0.0));
    let last_zero = exact("7.60", false, 7.62);
    assert!(
        matches!(last_zero, Verdict::Differs(_)),
        "stated to hundredths"
    );
    assert_eq!(exact("7.60", false, 7.604), Verdict::Rounded(0.01));
    // 18.38 亿 is stated to a hundredth of 亿.
    assert_eq!(exact("1838000000", true, 18.3841e8), Verdict::Rounded(1e6));
    assert!(matches!(
        exact("1838000000", true, 18.39e8),
        Verdict::Differs(_)
    ));
    let per_person = exact("16000", false, 15_600.0);
    assert_eq!(per_person, Verdict::Differs(-400.0), "of each, to the unit");
    assert_eq!(exact("0", true, 0.0), Verdict::Same);
    assert_eq!(exact("0", false, 3.0), Verdict::Differs(3.0));
    // What is stated has a qualifier, or what is computed takes one from its inputs.
    let inexact = Verdict::Cannot(Reason::Inexact);
    for (qualifier, computed, wanted) in [
        (Qualifier::AtLeast, 85.0, Verdict::Within),
        (Qualifier::Over, 75.0, Verdict::Differs(-5.0)),
        (Qualifier::UpTo, 75.0, Verdict::Within),
        (Qualifier::Nearly, 79.0, Verdict::Within),
        (Qualifier::Expected, 85.0, Verdict::Differs(5.0)),
        (Qualifier::About, 85.0, inexact),
        (Qualifier::Estimated, 85.0, inexact),
    ] {
        let stated = compare((80.0, qualifier), (computed, Qualifier::Exact));
        assert_eq!(stated, wanted, "{qualifier:?}");
        let turned = compare((computed, Qualifier::Exact), (80.0, qualifier));
        let wanted = match wanted {
            Verdict::Differs(by) => Verdict::Differs(-by),
            other => other,
        };
        assert_eq!(turned, wanted, "the other way round: {qualifier:?}");
    }
    let over = compare((80.0, Qualifier::Over), (90.0, Qualifier::UpTo));
    assert_eq!(over, Verdict::Within, "both may be 85");
    let apart = compare((80.0, Qualifier::UpTo), (90.0, Qualifier::Over));
    assert_eq!(apart, Verdict::Differs(10.0));
    let below = compare((80.0, Qualifier::Over), (79.6, Qualifier::Exact));
    assert!(
        matches!(below, Verdict::Differs(_)),
        "nothing is rounded to a limit"
    );
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
