//! What the article's own numbers give when they are put together.

mod support;

use checks::Verdict;
use model::{Formula, Lang};
use support::{embedded as dataset, named as record};

#[test]
fn the_articles_own_arithmetic_holds() {
    let dataset = dataset();
    let derived = |id: &str| {
        dataset
            .derived
            .iter()
            .find(|d| d.id == id)
            .unwrap_or_else(|| panic!("{id}"))
    };
    let near = |id: &str, expected: f64| {
        let amount = derived(id)
            .amount
            .unwrap_or_else(|| panic!("{id} has no result"));
        assert!(
            (amount - expected).abs() < 0.005 * expected.max(1.0),
            "{id} is {amount}"
        );
    };
    near("derived-funds-13fyp", 18.38e8);
    near("derived-personnel-13fyp", 393.0);
    near("derived-income-growth", 7.604);
    near("derived-income-ratio", 8.604);
    near("derived-household-size", 18710.0 / 4771.0);
    near("derived-household-size-damxung", 8213.0 / 1850.0);
    near("derived-dividend-total", 3520.0 * 620.0);
    for (id, verdict) in [
        ("derived-personnel-13fyp", Verdict::Same),
        ("derived-income-growth", Verdict::Rounded(0.1)),
    ] {
        assert_eq!(checks::verdict(derived(id), &dataset), verdict, "{id}");
    }
    assert_eq!(
        dataset
            .derived
            .iter()
            .filter(|d| d.stated.is_some())
            .count(),
        2,
        "the source states no other of them itself"
    );
    assert!(matches!(&derived("derived-funds-13fyp").formula, Formula::Sum(of) if of.len() == 2));
}

#[test]
fn checks_of_the_articles_arithmetic_say_what_they_are() {
    let dataset = dataset();
    let result = |id: &str| {
        let derived = dataset.derived.iter().find(|d| d.id == id);
        let derived = derived.unwrap_or_else(|| panic!("{id}"));
        assert!(derived.note.is_some(), "{id} says what to mind");
        text::formula::result(Lang::EN, derived, &dataset).text(Lang::EN)
    };
    for (id, shown) in [
        ("derived-relief-base", "up to ≈ CNY 1.246 billion"),
        ("derived-additional-share", "≈ 29.05%"),
        ("derived-additional-over-required", "≈ 40.95%"),
        ("derived-project-check", "679 projects"),
        ("derived-personnel-check", "1,159 persons"),
        (
            "derived-funds-per-damxung-project",
            "CNY 18 million per project",
        ),
        ("derived-damxung-share-households", "≈ 38.78%"),
        ("derived-damxung-share-people", "≈ 43.9%"),
        ("derived-other-households", "2,921 households"),
        ("derived-other-people", "10,497 persons"),
        (
            "derived-household-size-other",
            "≈ 3.59 persons per household",
        ),
        ("derived-pupils-per-class", "over 40 persons per class"),
        ("derived-relief-of-all-funds", "about 22.3%"),
        (
            "derived-damxung-funds-per-household",
            "≈ CNY 97,297 per household",
        ),
        (
            "derived-damxung-funds-per-person",
            "≈ CNY 21,916 per person",
        ),
        (
            "derived-relief-funds-per-household",
            "≈ CNY 208,971 per household",
        ),
        ("derived-relief-funds-per-person", "≈ CNY 53,287 per person"),
        (
            "derived-investment-per-job",
            "expected ≈ CNY 1.83 million per job",
        ),
        ("derived-dividend-total", "expected CNY 2.1824 million"),
    ] {
        assert_eq!(result(id), shown, "{id}");
    }
    let total = |id: &str| record(&dataset, id).1.values[0].amount;
    assert!(679.0 > total("projects-since-1994"));
    assert!(1159.0 > total("personnel-since-1994"));
}
