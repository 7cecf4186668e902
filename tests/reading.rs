//! The second reading: every sentence of the article against the records, and
//! every record against the sentences.

mod support;

use aid_atlas::PROGRAMME_JSON;
use model::Lang;
use std::collections::BTreeSet;

/// What a sentence holds.
enum Holds {
    /// These records, and no other.
    Records(&'static [&'static str]),
    /// Nothing that is recorded, and why.
    Nothing(&'static str),
}
use Holds::{Nothing, Records};
use support::embedded as dataset;

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
            "chengguan-centre",
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
    (
        "health-education",
        1,
        1,
        Records(&["medical-team-funds", "medical-team"]),
    ),
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

/// In a list, a title stands without the records around it.
#[test]
fn titles_can_be_read_alone() {
    let dataset = dataset();
    let figures = dataset.derived.iter().map(|d| (&d.id, &d.title));
    let records = dataset.records.iter().map(|r| (&r.id, &r.title));
    for (id, title) in records.chain(figures) {
        for word in ["上述", "该校", "这些"] {
            assert!(
                !title.get(Lang::ZH).contains(word),
                "{id}: {}",
                title.get(Lang::ZH)
            );
        }
        for word in ["these", "those", "that", "this"] {
            let words = title.get(Lang::EN).split(|c: char| !c.is_alphabetic());
            assert!(
                words.clone().all(|w| w != word),
                "{id}: {}",
                title.get(Lang::EN)
            );
        }
        // The article is of 2018: its "now" is not the reader's.
        assert!(
            !title.get(Lang::ZH).contains("目前"),
            "{id}: {}",
            title.get(Lang::ZH)
        );
        for word in ["so far", "at present"] {
            assert!(
                !title.get(Lang::EN).contains(word),
                "{id}: {}",
                title.get(Lang::EN)
            );
        }
        let letters = title.get(Lang::EN).chars().count();
        assert!(letters <= 60, "{id}: {letters} letters");
    }
}

/// Households on the poverty list are not everyone who lives there.
#[test]
fn figures_of_registered_households_say_so_in_their_titles() {
    let dataset = dataset();
    let figures = dataset.derived.iter().map(|d| (&d.id, &d.title));
    let records = dataset.records.iter().map(|r| (&r.id, &r.title));
    let titles: Vec<_> = records.chain(figures).collect();
    for id in [
        "chengguan-income-growth",
        "derived-income-growth",
        "derived-income-ratio",
        "derived-household-size-damxung",
    ] {
        let found = titles.iter().find(|(of, _)| *of == id);
        let (_, title) = found.unwrap_or_else(|| panic!("{id}"));
        assert!(
            title.get(Lang::ZH).contains("建档立卡"),
            "{id}: {}",
            title.get(Lang::ZH)
        );
        assert!(
            title.get(Lang::EN).contains("registered"),
            "{id}: {}",
            title.get(Lang::EN)
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
    let file: serde_json::Value = serde_json::from_str(PROGRAMME_JSON).expect("JSON");
    for list in ["records", "derived"] {
        let text = file[list].to_string();
        for word in out {
            assert!(!text.contains(word), "{word} in {list}");
        }
    }
}
