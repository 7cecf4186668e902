//! The second reading: every sentence of the article against the records, and
//! every record and every value against the sentences.

use aid_atlas::dataset::{Dataset, EMBEDDED, Qualifier, Unit, parse};
use std::collections::BTreeSet;

fn dataset() -> Dataset {
    parse(EMBEDDED).expect("the embedded dataset").dataset
}

/// What a sentence holds.
enum Holds {
    /// These records, and no other.
    Records(&'static [&'static str]),
    /// Nothing that is recorded, and why.
    Nothing(&'static str),
}
use Holds::{Nothing, Records};

/// Section, paragraph, sentence, what it holds. A sentence that begins in one
/// paragraph and ends in another stands in both.
const READING: &[(&str, u32, u32, Holds)] = &[
    ("opening", 1, 1, Records(&["out-of-poverty-2018"])),
    (
        "opening",
        1,
        2,
        Records(&[
            "first-in-three-regions-three-prefectures",
            "first-of-beijing-supported-regions",
        ]),
    ),
    (
        "opening",
        2,
        1,
        Records(&[
            "aid-since-1994",
            "funds-since-1994",
            "projects-since-1994",
            "personnel-since-1994",
        ]),
    ),
    ("opening", 2, 2, Records(&["appraisal-2017"])),
    ("opening", 3, 1, Records(&["leaders-field-visits"])),
    ("opening", 3, 2, Nothing("quotation of an official")),
    ("opening", 3, 3, Nothing("quotation of an official")),
    ("opening", 3, 4, Records(&["mayor-visit-2018"])),
    ("leadership", 1, 1, Nothing("heading")),
    ("leadership", 1, 2, Records(&["leading-group"])),
    ("leadership", 1, 3, Records(&["leading-group"])),
    ("leadership", 1, 4, Records(&["leading-group-2018"])),
    ("leadership", 1, 5, Records(&["policy-documents"])),
    ("leadership", 2, 1, Nothing("heading")),
    (
        "leadership",
        2,
        2,
        Records(&[
            "personnel-13fyp",
            "personnel-party-government",
            "personnel-doctors",
            "personnel-teachers",
            "personnel-other",
        ]),
    ),
    ("leadership", 2, 3, Records(&["personnel-current"])),
    ("leadership", 3, 1, Nothing("heading")),
    (
        "leadership",
        3,
        2,
        Records(&[
            "state-deployment-2015",
            "aim-two-and-three",
            "funds-tilt",
            "share-for-targeted-relief",
        ]),
    ),
    (
        "overall",
        1,
        1,
        Records(&[
            "aim-two-and-three",
            "funds-tilt",
            "share-for-targeted-relief",
        ]),
    ),
    (
        "overall",
        1,
        2,
        Records(&["funds-13fyp-planned", "funds-13fyp-additional"]),
    ),
    (
        "overall",
        2,
        1,
        Records(&["funds-13fyp-planned", "funds-13fyp-additional"]),
    ),
    (
        "overall",
        2,
        2,
        Records(&[
            "funds-poverty-relief",
            "projects-poverty-relief",
            "people-out-of-poverty",
        ]),
    ),
    (
        "overall",
        2,
        3,
        Records(&[
            "housing-and-villages",
            "facilities-built",
            "school-2014",
            "liuwu-hospital",
            "heart-disease-children",
            "cleft-children",
            "treatment-rate",
            "infrastructure-projects",
        ]),
    ),
    ("industry", 1, 1, Nothing("heading")),
    (
        "industry",
        1,
        2,
        Records(&["nyemo-baseline", "nyemo-economy"]),
    ),
    (
        "industry",
        1,
        3,
        Records(&["nyemo-funds", "nyemo-chain-model", "nyemo-household-income"]),
    ),
    ("industry", 1, 4, Records(&["karru-village"])),
    ("industry", 1, 5, Records(&["karru-tourism"])),
    ("industry", 1, 6, Nothing("quotation of a villager")),
    ("industry", 1, 7, Nothing("quotation of a villager")),
    ("industry", 2, 1, Nothing("heading, broken")),
    ("industry", 3, 1, Nothing("heading, broken")),
    ("industry", 3, 2, Records(&["doilungdeqen-layout"])),
    (
        "industry",
        3,
        3,
        Records(&["doilungdeqen-industries", "doilungdeqen-logistics"]),
    ),
    (
        "industry",
        3,
        4,
        Records(&["yangda-park", "yangda-park-jobs", "yangda-park-training"]),
    ),
    ("industry", 3, 5, Nothing("quotation of a villager")),
    ("industry", 4, 1, Nothing("heading")),
    (
        "industry",
        4,
        2,
        Records(&[
            "damxung-resources",
            "damxung-funds",
            "damxung-pasture",
            "namtso-water",
            "kangma-resort",
            "damxung-participation",
            "damxung-people",
        ]),
    ),
    ("industry", 4, 3, Records(&["kangma-resort", "resort-wage"])),
    ("industry", 5, 1, Nothing("heading")),
    (
        "industry",
        5,
        2,
        Records(&[
            "chengguan-duty-system",
            "chengguan-income-2015",
            "chengguan-income-2018",
            "chengguan-income-growth",
            "chengguan-poverty-rate",
            "chengguan-return-rate",
            "chengguan-satisfaction",
        ]),
    ),
    ("industry", 5, 3, Records(&["chengguan-first-batch-2017"])),
    (
        "industry",
        5,
        4,
        Records(&[
            "dairy-centre-aim",
            "mengniu-cooperation",
            "dairy-breeding-centre",
            "gaba-pasture",
            "dairy-plant",
        ]),
    ),
    (
        "industry",
        5,
        5,
        Records(&[
            "dairy-jobs",
            "dairy-dividend-local",
            "dairy-dividend-other",
            "dairy-dividend-income",
        ]),
    ),
    (
        "industry",
        6,
        1,
        Records(&[
            "dairy-jobs",
            "dairy-dividend-local",
            "dairy-dividend-other",
            "dairy-dividend-income",
        ]),
    ),
    ("health-education", 1, 1, Records(&["medical-team-funds"])),
    ("health-education", 1, 2, Records(&["teacher-teams"])),
    (
        "health-education",
        2,
        1,
        Records(&[
            "medical-team",
            "medical-methods",
            "medical-new-departments",
            "medical-departments",
            "medical-grade-a",
        ]),
    ),
    (
        "health-education",
        2,
        2,
        Nothing("quotation of a hospital director"),
    ),
    (
        "health-education",
        3,
        1,
        Records(&["health-campaign", "screening", "surgery"]),
    ),
    (
        "health-education",
        3,
        2,
        Nothing("story of a child, with a quotation"),
    ),
    (
        "health-education",
        4,
        1,
        Nothing("quotation of an official, and a maxim"),
    ),
    (
        "health-education",
        4,
        2,
        Records(&[
            "school-2014",
            "teacher-teams",
            "gaokao-2017",
            "pupils-to-universities",
        ]),
    ),
    (
        "health-education",
        5,
        1,
        Records(&["pupils-to-universities"]),
    ),
    ("health-education", 5, 2, Records(&["hongzhi-class"])),
    ("health-education", 5, 3, Records(&["hongzhi-rank-2017"])),
    ("health-education", 6, 1, Nothing("maxim")),
    ("health-education", 6, 2, Nothing("quotation of a pupil")),
    (
        "health-education",
        6,
        3,
        Records(&["hongzhi-classes-2018", "hongzhi-pupils-2018"]),
    ),
    ("health-education", 6, 4, Nothing("judgement")),
    (
        "exchange",
        1,
        1,
        Records(&["pairing", "agreements", "district-funds"]),
    ),
    (
        "exchange",
        2,
        1,
        Records(&[
            "exchange-projects",
            "short-term-specialists",
            "experts-to-tibet",
            "training-courses",
            "cadres-trained",
            "visits-inland",
        ]),
    ),
    (
        "exchange",
        2,
        2,
        Records(&["art-tours", "performances", "pen-meetings"]),
    ),
    ("exchange", 2, 3, Records(&["farm-experts"])),
    ("exchange", 3, 1, Nothing("judgement")),
    ("exchange", 3, 2, Records(&["commitment"])),
    ("exchange", 3, 3, Nothing("slogan")),
    ("exchange", 4, 1, Nothing("signature")),
];

#[test]
fn every_sentence_has_its_records_and_every_record_its_sentences() {
    let dataset = dataset();
    let document = &dataset.documents[0];
    let mut wanted = BTreeSet::new();
    for (section, paragraph, sentence, holds) in READING {
        match holds {
            Records(ids) => {
                assert!(!ids.is_empty(), "{section} {paragraph}.{sentence}");
                wanted.extend(ids.iter().map(|id| (*section, *paragraph, *id)));
            }
            Nothing(why) => assert!(!why.is_empty()),
        }
    }
    let cited: BTreeSet<(&str, u32, &str)> = dataset
        .records
        .iter()
        .flat_map(|record| {
            record.sources.iter().map(|at| {
                let section = document.sections[at.section].id.as_str();
                (section, at.paragraph, record.id.as_str())
            })
        })
        .collect();
    let missing: Vec<_> = wanted.difference(&cited).collect();
    let unread: Vec<_> = cited.difference(&wanted).collect();
    assert!(missing.is_empty(), "in the reading, not cited: {missing:?}");
    assert!(unread.is_empty(), "cited, not in the reading: {unread:?}");
}

#[test]
fn every_paragraph_was_read_and_its_sentences_counted_without_a_gap() {
    let dataset = dataset();
    for section in &dataset.documents[0].sections {
        for paragraph in 1..=section.paragraphs {
            let sentences: Vec<u32> = READING
                .iter()
                .filter(|(s, p, ..)| *s == section.id && *p == paragraph)
                .map(|(_, _, sentence, _)| *sentence)
                .collect();
            let all: Vec<u32> = (1..).take(sentences.len()).collect();
            assert!(
                !sentences.is_empty(),
                "{} {paragraph} was not read",
                section.id
            );
            assert_eq!(sentences, all, "{} {paragraph}", section.id);
        }
    }
}

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
            (value.amount, value.unit),
            (1.0, Unit::RankFromLast),
            "{id}"
        );
    }
}

/// The programme is told without the people in it, and without praise.
#[test]
fn no_private_person_is_named_and_no_judgement_is_passed() {
    let out = [
        "扎西",
        "罗布",
        "次多",
        "其美次仁",
        "卓嘎",
        "措吉",
        "邓明卓",
        "蔡奇",
        "陈吉宁",
        "习近平",
        "首善",
        "斩断",
        "穷根",
        "硕果",
        "名列前茅",
        "极大改善",
        "强烈反响",
        "广泛欢迎",
    ];
    let file: serde_json::Value = serde_json::from_str(EMBEDDED).expect("JSON");
    for list in ["records", "derived"] {
        let text = file[list].to_string();
        for word in out {
            assert!(!text.contains(word), "{word} in {list}");
        }
    }
}
