//! Every numeral of the article against the values, and every value against the
//! numerals.

mod support;

use model::Qualifier;
use support::embedded as dataset;

/// Every number in digits of the article, as (record, value key, amount).
const IN_DIGITS: &[(&str, &str, f64)] = &[
    ("funds-since-1994", "funds", 44.7e8),
    ("projects-since-1994", "projects", 554.0),
    ("personnel-since-1994", "personnel", 788.0),
    ("share-for-targeted-relief", "rate", 80.0),
    ("funds-13fyp-planned", "funds", 13.04e8),
    ("funds-13fyp-additional", "funds", 5.34e8),
    ("funds-poverty-relief", "funds", 9.97e8),
    ("projects-poverty-relief", "projects", 151.0),
    ("people-out-of-poverty", "households", 4771.0),
    ("people-out-of-poverty", "people", 18710.0),
    ("cleft-children", "people", 30.0),
    ("treatment-rate", "rate", 100.0),
    ("infrastructure-projects", "projects", 32.0),
    ("nyemo-funds", "funds", 1.31e8),
    ("nyemo-household-income", "income", 1.6e4),
    ("yangda-park-jobs", "people", 130.0),
    ("yangda-park-training", "people", 200.0),
    ("damxung-funds", "funds", 1.8e8),
    ("damxung-funds", "projects", 10.0),
    ("damxung-people", "households", 1850.0),
    ("damxung-people", "people", 8213.0),
    ("resort-wage", "income", 180.0),
    ("chengguan-income-2015", "income", 2153.23),
    ("chengguan-income-2018", "income", 18525.95),
    ("chengguan-income-growth", "growth", 7.6),
    ("chengguan-poverty-rate", "years", 3.0),
    ("chengguan-satisfaction", "rate", 97.8),
    ("gaba-pasture", "investment", 2.97e8),
    ("dairy-plant", "investment", 3.06e8),
    ("dairy-jobs", "people", 330.0),
    ("dairy-dividend-local", "people", 1030.0),
    ("dairy-dividend-other", "people", 2490.0),
    ("dairy-dividend-income", "income", 620.0),
    ("medical-team", "hospitals", 22.0),
    ("medical-new-departments", "count", 12.0),
    ("medical-departments", "count", 31.0),
    ("screening", "people", 758.0),
    ("gaokao-2017", "rate", 100.0),
    ("hongzhi-classes-2018", "after", 3.0),
    ("hongzhi-pupils-2018", "people", 120.0),
    ("agreements", "count", 90.0),
    ("district-funds", "funds", 4130e4),
    ("exchange-projects", "projects", 528.0),
    ("short-term-specialists", "personnel", 766.0),
    ("experts-to-tibet", "exchange", 985.0),
    ("training-courses", "exchange", 180.0),
    ("cadres-trained", "exchange", 9321.0),
    ("visits-inland", "exchange", 2235.0),
    ("art-tours", "years", 7.0),
    ("performances", "exchange", 40.0),
    ("pen-meetings", "exchange", 30.0),
    ("leading-group-2018", "before", 22.0),
    ("leading-group-2018", "after", 46.0),
    ("policy-documents", "documents", 20.0),
    ("personnel-13fyp", "personnel", 393.0),
    ("personnel-party-government", "personnel", 107.0),
    ("personnel-doctors", "personnel", 121.0),
    ("personnel-teachers", "personnel", 120.0),
    ("personnel-other", "personnel", 45.0),
    ("personnel-current", "personnel", 185.0),
];

/// Figures that the article gives in words.
const IN_WORDS: &[(&str, &str, f64, Qualifier)] = &[
    (
        "first-in-three-regions-three-prefectures",
        "rank",
        1.0,
        Qualifier::Exact,
    ),
    (
        "first-of-beijing-supported-regions",
        "rank",
        1.0,
        Qualifier::Exact,
    ),
    ("heart-disease-children", "people", 100.0, Qualifier::Nearly),
    ("nyemo-baseline", "rank", 1.0, Qualifier::Exact),
    ("chengguan-return-rate", "rate", 0.0, Qualifier::Exact),
    ("hongzhi-rank-2017", "before", 1.0, Qualifier::Exact),
    ("hongzhi-rank-2017", "after", 2.0, Qualifier::Exact),
    ("hongzhi-classes-2018", "before", 1.0, Qualifier::Exact),
    ("pairing", "beijing-districts", 4.0, Qualifier::Exact),
    ("farm-experts", "exchange", 100.0, Qualifier::Nearly),
    ("policy-documents", "plan-years", 3.0, Qualifier::Exact),
];

/// Records about something whose name holds numerals: those are no values.
const ONLY_NAMES: &[&str] = &[
    "aim-two-and-three",
    "appraisal-2017",
    "housing-and-villages",
    "doilungdeqen-layout",
    "chengguan-first-batch-2017",
    "medical-grade-a",
];

#[test]
fn every_numeral_is_a_value_and_every_value_a_numeral() {
    let dataset = dataset();
    let words = IN_WORDS
        .iter()
        .map(|(id, key, amount, _)| (*id, *key, *amount));
    let numerals: Vec<(&str, &str, f64)> = IN_DIGITS.iter().copied().chain(words).collect();
    let mut values = 0;
    for record in &dataset.records {
        for value in &record.values {
            values += 1;
            let found: Vec<f64> = numerals
                .iter()
                .filter(|(id, key, _)| *id == record.id && *key == value.key)
                .map(|(.., amount)| *amount)
                .collect();
            assert_eq!(found, [value.amount], "{}/{}", record.id, value.key);
        }
    }
    assert_eq!(values, numerals.len(), "a numeral has no value");
    for (id, key, _, qualifier) in IN_WORDS {
        let ix = dataset.record_by_id(id).unwrap_or_else(|| panic!("{id}"));
        let values = &dataset.record(ix).values;
        let value = values
            .iter()
            .find(|v| v.key == *key)
            .expect("checked above");
        assert_eq!(value.qualifier, *qualifier, "{id}");
    }
}

#[test]
fn numerals_that_spell_a_name_are_no_values() {
    let dataset = dataset();
    for id in ONLY_NAMES {
        let ix = dataset.record_by_id(id).unwrap_or_else(|| panic!("{id}"));
        assert!(dataset.record(ix).values.is_empty(), "{id}");
    }
}

#[test]
fn what_comes_last_is_ranked_from_the_last_alike() {
    let dataset = dataset();
    for (id, key) in [("nyemo-baseline", "rank"), ("hongzhi-rank-2017", "before")] {
        let ix = dataset.record_by_id(id).unwrap_or_else(|| panic!("{id}"));
        let values = &dataset.record(ix).values;
        let value = values.iter().find(|v| v.key == key).expect("a rank");
        assert_eq!(
            (value.amount, dataset.unit(value.of.unit).id.as_str()),
            (1.0, "rank-from-last"),
            "{id}"
        );
    }
}
