//! The embedded dataset, through the app's own parser.

use aid_atlas::dataset::{
    Basis, CopyState, Dataset, EMBEDDED, Formula, Indicator, Level, Participation, Qualifier,
    RecordIx, RelationKind, Role, Target, Time, parse,
};
use aid_atlas::lang::Lang;
use aid_atlas::text;
use aid_atlas::text::formula::Agreement;

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
        ("nyemo-household-income", Qualifier::Expected),
        ("dairy-jobs", Qualifier::Expected),
        ("dairy-dividend-local", Qualifier::Expected),
        ("dairy-dividend-other", Qualifier::Expected),
        ("dairy-dividend-income", Qualifier::Expected),
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
    let document = &dataset.documents[0];
    let figures = dataset.derived.iter();
    let remarks = [&document.title, &document.publisher, &document.published]
        .into_iter()
        .chain([&dataset.title, &dataset.summary])
        .chain(&dataset.left_out)
        .chain(&dataset.naming)
        .chain(figures.flat_map(|d| [Some(&d.title), d.note.as_ref()].into_iter().flatten()));
    for text in remarks {
        assert!(
            has_chinese(&text.zh) && !text.en.trim().is_empty(),
            "{text:?}"
        );
    }
    let purposes = dataset.records.iter().map(|r| &dataset.dac(r).name);
    let sections = document.sections.iter().map(|s| &s.title);
    let places = dataset
        .places
        .iter()
        .map(|p| &p.name)
        .chain(purposes)
        .chain(sections);
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

/// Who is related to whom, and whether the article says so itself.
#[test]
fn relations_that_the_text_bears_are_there_with_their_basis() {
    use Basis::{Inferred, Stated};
    use RelationKind::{Overlaps, PartOf};
    let dataset = dataset();
    for (kind, basis, id, targets) in [
        (
            Overlaps,
            Stated,
            "people-out-of-poverty",
            &["projects-poverty-relief", "funds-poverty-relief"][..],
        ),
        (
            Overlaps,
            Stated,
            "treatment-rate",
            &["heart-disease-children", "cleft-children"],
        ),
        (Overlaps, Stated, "screening", &["medical-team"]),
        (PartOf, Stated, "screening", &["health-campaign"]),
        (Overlaps, Stated, "medical-grade-a", &["medical-team"]),
        (Overlaps, Stated, "medical-departments", &["medical-team"]),
        (
            PartOf,
            Inferred,
            "medical-new-departments",
            &["medical-departments"],
        ),
        (Overlaps, Inferred, "training-courses", &["cadres-trained"]),
        (
            Overlaps,
            Inferred,
            "exchange-projects",
            &[
                "short-term-specialists",
                "experts-to-tibet",
                "training-courses",
                "cadres-trained",
                "visits-inland",
                "art-tours",
                "projects-since-1994",
            ],
        ),
        (
            Overlaps,
            Inferred,
            "short-term-specialists",
            &[
                "experts-to-tibet",
                "personnel-since-1994",
                "personnel-13fyp",
            ],
        ),
        (Overlaps, Inferred, "personnel-doctors", &["medical-team"]),
        (
            Overlaps,
            Inferred,
            "infrastructure-projects",
            &["projects-poverty-relief"],
        ),
        (
            Overlaps,
            Inferred,
            "damxung-funds",
            &["projects-since-1994", "funds-13fyp-planned"],
        ),
        (Overlaps, Inferred, "nyemo-funds", &["funds-13fyp-planned"]),
        (
            Overlaps,
            Inferred,
            "district-funds",
            &["funds-13fyp-planned"],
        ),
        (PartOf, Inferred, "nyemo-funds", &["funds-since-1994"]),
        (
            PartOf,
            Inferred,
            "personnel-13fyp",
            &["personnel-since-1994"],
        ),
        (Overlaps, Stated, "resort-wage", &["kangma-resort"]),
    ] {
        let (_, from) = record(&dataset, id);
        for target in targets {
            let (to, _) = record(&dataset, target);
            let found: Vec<_> = from
                .relations
                .iter()
                .filter(|r| r.target == Target::Record(to))
                .collect();
            assert_eq!(found.len(), 1, "{id} to {target}");
            assert_eq!(
                (found[0].kind, found[0].basis),
                (kind, basis),
                "{id} to {target}"
            );
        }
    }
    for record in &dataset.records {
        let mut targets: Vec<Target> = record.relations.iter().map(|r| r.target).collect();
        let count = targets.len();
        targets.sort();
        targets.dedup();
        assert_eq!(
            targets.len(),
            count,
            "{} is related twice to the same",
            record.id
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
    for (id, agreement) in [
        ("derived-personnel-13fyp", Agreement::Same),
        ("derived-income-growth", Agreement::Rounded),
    ] {
        let (_, found) =
            text::formula::stated(Lang::En, derived(id), &dataset).expect("a stated figure");
        assert_eq!(found, agreement, "{id}");
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
        text::formula::result(Lang::En, derived, &dataset)
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

#[test]
fn the_copy_is_displaced_and_says_so() {
    let dataset = dataset();
    let document = &dataset.documents[0];
    assert_eq!(document.copy, CopyState::Displaced);
    let order: Vec<&str> = document.sections.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(
        order,
        [
            "opening",
            "leadership",
            "overall",
            "industry",
            "health-education",
            "exchange"
        ],
        "as it was meant"
    );
    assert!(document.heading.is_some());
    let (_, share) = record(&dataset, "share-for-targeted-relief");
    assert_eq!(
        text::names::source(Lang::En, share, &dataset),
        "Leadership and personnel, paragraph 3; Overall, paragraph 1"
    );
    assert_eq!(
        text::time(Lang::En, share.time.time, &dataset),
        "since Dec 2015"
    );
    assert!(
        share
            .time
            .note
            .as_ref()
            .is_some_and(|n| n.en.contains("our reading"))
    );
}

#[test]
fn roles_are_those_that_the_article_names() {
    let dataset = dataset();
    let roles = |id: &str| -> Vec<(String, Role)> {
        let (_, record) = record(&dataset, id);
        let part = |p: &Participation| {
            (
                dataset.organisations[p.organisation.at()].id.clone(),
                p.role,
            )
        };
        record.organisations.iter().map(part).collect()
    };
    for id in [
        "karru-village",
        "state-deployment-2015",
        "hongzhi-classes-2018",
    ] {
        assert_eq!(roles(id), [], "{id}: none is named");
    }
    for (id, organisation, role) in [
        (
            "hongzhi-class",
            "beijing-education-team",
            Role::Implementing,
        ),
        ("screening", "beijing-municipality", Role::Implementing),
        ("medical-team", "beijing-municipality", Role::Funding),
        (
            "leading-group",
            "beijing-support-office",
            Role::Participating,
        ),
        ("damxung-funds", "damxung-government", Role::Implementing),
        (
            "first-of-beijing-supported-regions",
            "beijing-municipality",
            Role::Participating,
        ),
    ] {
        assert!(
            roles(id).contains(&(organisation.to_owned(), role)),
            "{id}: {:?}",
            roles(id)
        );
    }
    let named = roles("exchange-projects");
    assert_eq!(
        named.len(),
        7 + 1 + 1,
        "seven by name, the others, and Lhasa"
    );
}

#[test]
fn a_record_may_have_a_purpose_of_its_own() {
    let dataset = dataset();
    let code = |id: &str| dataset.dac(record(&dataset, id).1).code.clone();
    for (id, expected) in [
        ("school-2014", "11120"),
        ("liuwu-hospital", "12230"),
        ("infrastructure-projects", "43010"),
        ("nyemo-funds", "31163"),
        ("damxung-pasture", "31163"),
        ("doilungdeqen-layout", "43030"),
        ("hongzhi-class", "11321"),
        ("hongzhi-pupils-2018", "11320"),
        ("yangda-park", "31120"),
    ] {
        assert_eq!(code(id), expected, "{id}");
    }
    assert_ne!(
        code("namtso-water"),
        "32161",
        "what the plant makes is not stated"
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
    assert_eq!(word("chengguan-return-rate"), "Jun 2018");
    assert!(matches!(time("chengguan-poverty-rate"), Time::Until(_)));
    assert_eq!(word("agreements"), "up to 2018");
    assert_eq!(time("farm-experts"), Time::Unknown);
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
