//! The embedded dataset, through the app's own parser.

use aid_atlas::dataset::{
    Basis, Dataset, EMBEDDED, Formula, Indicator, Level, Qualifier, RecordIx, RelationKind, Target,
    Time, parse,
};
use aid_atlas::lang::Lang;
use aid_atlas::text;

fn dataset() -> Dataset {
    let loaded = parse(EMBEDDED).expect("the embedded dataset");
    assert_eq!(
        loaded.problems,
        [],
        "every record and derived figure is sound"
    );
    loaded.dataset
}

fn record<'a>(dataset: &'a Dataset, id: &str) -> (RecordIx, &'a aid_atlas::dataset::Record) {
    let ix = dataset
        .record_by_id(id)
        .unwrap_or_else(|| panic!("record {id}"));
    (ix, dataset.record(ix))
}

/// Every number in digits of the article, as (record, value key, amount).
/// The wage of a villager (CNY 180 a day) is testimony and left out.
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
    ("heart-disease-children", "people", 100.0, Qualifier::Nearly),
    ("farm-experts", "exchange", 100.0, Qualifier::Nearly),
    (
        "first-in-three-regions-three-prefectures",
        "regions",
        3.0,
        Qualifier::Exact,
    ),
    (
        "first-in-three-regions-three-prefectures",
        "prefectures",
        3.0,
        Qualifier::Exact,
    ),
    (
        "first-of-beijing-supported-regions",
        "rank",
        1.0,
        Qualifier::Exact,
    ),
    ("aim-two-and-three", "assurances", 2.0, Qualifier::Exact),
    ("aim-two-and-three", "guarantees", 3.0, Qualifier::Exact),
    ("housing-and-villages", "districts", 2.0, Qualifier::Exact),
    ("housing-and-villages", "counties", 2.0, Qualifier::Exact),
    ("chengguan-return-rate", "rate", 0.0, Qualifier::Exact),
    ("doilungdeqen-layout", "wings", 2.0, Qualifier::Exact),
    ("appraisal-2017", "provinces", 4.0, Qualifier::Exact),
    ("hongzhi-classes-2018", "before", 1.0, Qualifier::Exact),
    ("hongzhi-rank-2017", "after", 2.0, Qualifier::Exact),
    ("medical-team", "lead", 1.0, Qualifier::Exact),
    ("medical-grade-a", "rank", 1.0, Qualifier::Exact),
    ("pairing", "beijing-districts", 4.0, Qualifier::Exact),
    ("policy-documents", "plan-years", 3.0, Qualifier::Exact),
];

#[test]
fn holds_every_figure_of_the_article() {
    let dataset = dataset();
    let words = IN_WORDS
        .iter()
        .map(|(id, key, amount, _)| (*id, *key, *amount));
    for (id, key, amount) in IN_DIGITS.iter().copied().chain(words) {
        let (_, record) = record(&dataset, id);
        let value = record
            .values
            .iter()
            .find(|v| v.key == key)
            .unwrap_or_else(|| panic!("{id}/{key}"));
        assert!(
            (value.amount - amount).abs() < 1e-6,
            "{id}/{key} is {}",
            value.amount
        );
    }
    for (id, key, _, qualifier) in IN_WORDS {
        let (_, record) = record(&dataset, id);
        let value = record
            .values
            .iter()
            .find(|v| v.key == *key)
            .expect("checked above");
        assert_eq!(value.qualifier, *qualifier, "{id}");
    }
}

#[test]
fn keeps_the_qualifiers_of_the_article() {
    let dataset = dataset();
    for (id, qualifier) in [
        ("funds-since-1994", Qualifier::About),
        ("share-for-targeted-relief", Qualifier::AtLeast),
        ("cleft-children", Qualifier::Over),
        ("yangda-park-jobs", Qualifier::Over),
        ("dairy-plant", Qualifier::Estimated),
        ("agreements", Qualifier::Nearly),
        ("nyemo-household-income", Qualifier::UpTo),
        ("funds-13fyp-planned", Qualifier::Exact),
    ] {
        assert_eq!(
            record(&dataset, id).1.values[0].qualifier,
            qualifier,
            "{id}"
        );
    }
}

#[test]
fn gives_every_text_in_both_languages() {
    let dataset = dataset();
    let has_chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    for record in &dataset.records {
        let value_labels = record.values.iter().filter_map(|v| v.label.as_ref());
        let notes = record.time.note.iter();
        for text in [&record.title, &record.note]
            .into_iter()
            .chain(value_labels)
            .chain(notes)
        {
            assert!(has_chinese(&text.zh), "{}: {}", record.id, text.zh);
            assert!(
                !text.en.trim().is_empty() && !has_chinese(&text.en),
                "{}: {}",
                record.id,
                text.en
            );
        }
    }
    let places = dataset.places.iter().map(|p| &p.name);
    let organisations = dataset.organisations.iter().map(|o| &o.name);
    for name in places
        .chain(organisations)
        .chain(dataset.sectors.iter().map(|s| &s.name))
    {
        assert!(has_chinese(&name.zh) && !has_chinese(&name.en), "{name:?}");
    }
}

#[test]
fn no_part_exceeds_its_total() {
    let dataset = dataset();
    let mut compared = 0;
    for ix in dataset.record_indices() {
        for part in &dataset.record(ix).values {
            for whole in dataset.links().wholes(Target::Record(ix)) {
                let totals: Vec<f64> = match whole {
                    Target::Record(whole) => dataset
                        .record(whole)
                        .values
                        .iter()
                        .filter(|v| v.indicator == part.indicator && v.unit == part.unit)
                        .map(|v| v.amount)
                        .collect(),
                    Target::Derived(whole) => {
                        let whole = &dataset.derived[whole.at()];
                        let same =
                            whole.indicator == Some(part.indicator) && whole.unit == part.unit;
                        whole.amount.into_iter().filter(|_| same).collect()
                    }
                };
                for total in totals {
                    compared += 1;
                    assert!(
                        part.amount <= total,
                        "{}: {} > {total}",
                        dataset.record(ix).id,
                        part.amount
                    );
                }
            }
        }
    }
    assert!(compared >= 10, "only {compared} pairs were compared");
}

#[test]
fn relations_have_no_cycle_and_the_known_ones_are_there() {
    let dataset = dataset();
    assert_eq!(dataset.links().cycle(), None);
    let total = dataset
        .derived
        .iter()
        .position(|d| d.id == "derived-funds-13fyp")
        .expect("the sum");
    let (relief, relief_record) = record(&dataset, "funds-poverty-relief");
    let wholes = dataset.links().wholes(Target::Record(relief));
    assert!(
        wholes
            .iter()
            .any(|w| matches!(w, Target::Derived(ix) if ix.at() == total)),
        "9.97 within 18.38"
    );
    let part_of = relief_record
        .relations
        .iter()
        .find(|r| r.kind == RelationKind::PartOf)
        .expect("a relation");
    assert_eq!(
        part_of.basis,
        Basis::Inferred,
        "the article does not say so itself"
    );
    let (all, _) = record(&dataset, "funds-since-1994");
    for id in [
        "funds-13fyp-planned",
        "funds-13fyp-additional",
        "nyemo-funds",
        "damxung-funds",
        "district-funds",
    ] {
        let (part, _) = record(&dataset, id);
        assert!(
            dataset
                .links()
                .conflict(Target::Record(all), Target::Record(part)),
            "{id} may be in the 4.47 billion"
        );
    }
}

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
    for id in [
        "derived-personnel-13fyp",
        "derived-income-growth",
        "derived-divisions",
    ] {
        let (_, agrees) =
            text::formula::stated(Lang::En, derived(id), &dataset).expect("a stated figure");
        assert!(agrees, "{id}");
    }
    assert!(matches!(&derived("derived-funds-13fyp").formula, Formula::Sum(of) if of.len() == 2));
}

#[test]
fn the_source_is_cut_off_and_says_so() {
    let dataset = dataset();
    assert!(dataset.documents[0].truncated);
    let last = dataset.documents[0].sections.len() - 1;
    let at_the_cut =
        |r: &aid_atlas::dataset::Record| r.source.section == last && r.source.paragraph == 3;
    assert!(
        !dataset.records.iter().any(at_the_cut),
        "the broken paragraph has no figure"
    );
}

#[test]
fn lhasa_has_eight_divisions_and_four_districts_of_beijing_are_paired_without_saying_how() {
    let dataset = dataset();
    let divisions: Vec<_> = dataset
        .place_indices()
        .filter(|ix| dataset.place(*ix).level.is_division() && dataset.is_recipient(*ix))
        .collect();
    assert_eq!(divisions.len(), 8);
    assert_eq!(
        divisions
            .iter()
            .filter(|ix| dataset.place(**ix).level == Level::District)
            .count(),
        3
    );
    let (_, pairing) = record(&dataset, "pairing");
    assert_eq!(pairing.places.len(), 8, "all four and all four, together");
}

#[test]
fn times_are_as_precise_as_the_article() {
    let dataset = dataset();
    let time = |id: &str| record(&dataset, id).1.time.time;
    let word = |id: &str| text::time(Lang::En, time(id), &dataset);
    assert_eq!(word("funds-since-1994"), "since 1994");
    assert_eq!(
        word("funds-13fyp-planned"),
        "13th five-year plan (2016–2020)"
    );
    assert_eq!(word("chengguan-income-2018"), "Jun 2018");
    assert_eq!(word("school-2014"), "2014");
    assert_eq!(time("nyemo-funds"), Time::Unknown);
    assert!(matches!(time("chengguan-return-rate"), Time::Until(_)));
}

#[test]
fn indicators_and_units_fit_each_other() {
    let dataset = dataset();
    for record in &dataset.records {
        for value in &record.values {
            let money = matches!(
                value.indicator,
                Indicator::Funds | Indicator::Investment | Indicator::Income
            );
            assert_eq!(money, value.unit.is_money(), "{}/{}", record.id, value.key);
        }
    }
}

#[test]
fn every_site_with_coordinates_lies_within_its_division() {
    let dataset = dataset();
    let json = include_str!("../public/geometry/lhasa.json");
    let geometry: serde_json::Value = serde_json::from_str(json).expect("geometry");
    let mut checked = 0;
    for ix in dataset.place_indices() {
        let place = dataset.place(ix);
        let (Some(at), Some(division)) = (&place.coordinates, dataset.division_of(ix)) else {
            continue;
        };
        let id = &dataset.place(division).id;
        let features = geometry["features"].as_array().expect("features");
        let feature = features
            .iter()
            .find(|f| f["properties"]["id"] == **id)
            .unwrap_or_else(|| panic!("outline {id}"));
        let ring = feature["geometry"]["coordinates"][0]
            .as_array()
            .expect("a ring");
        let corner = |i: usize| {
            (
                ring[i][0].as_f64().unwrap_or(0.0),
                ring[i][1].as_f64().unwrap_or(0.0),
            )
        };
        let mut inside = false;
        for i in 1..ring.len() {
            let ((ax, ay), (bx, by)) = (corner(i - 1), corner(i));
            let crosses = (ay > at.latitude) != (by > at.latitude);
            inside ^= crosses && at.longitude < (bx - ax) * (at.latitude - ay) / (by - ay) + ax;
        }
        assert!(inside, "{} lies outside {id}", place.id);
        checked += 1;
    }
    assert!(checked >= 8, "only {checked} places were checked");
}

/// Outlines are keyed by place ids of the dataset.
#[test]
fn every_outline_belongs_to_a_division_or_a_district() {
    let dataset = dataset();
    let lhasa: serde_json::Value =
        serde_json::from_str(include_str!("../public/geometry/lhasa.json")).expect("geometry");
    for feature in lhasa["features"].as_array().expect("features") {
        let id = feature["properties"]["id"].as_str().expect("an id");
        assert!(
            dataset
                .place_by_id(id)
                .is_some_and(|ix| dataset.place(ix).level.is_division()),
            "{id}"
        );
    }
    let beijing: serde_json::Value =
        serde_json::from_str(include_str!("../public/geometry/beijing.json")).expect("geometry");
    let outlines = beijing["features"].as_array().expect("features");
    for id in ["dongcheng", "tongzhou", "shunyi", "mentougou"] {
        assert!(outlines.iter().any(|f| f["properties"]["id"] == id), "{id}");
        assert!(dataset.place_by_id(id).is_some());
    }
}
