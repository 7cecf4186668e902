//! The embedded dataset, through the app's own parser.
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod support;

use aid_atlas::PROGRAMME_JSON;
use model::{
    CopyState, Dataset, Key, Lang, Participation, Qualifier, ROW, Role, Time, parse, width,
};
use support::named as record;

fn dataset() -> Dataset {
    let loaded = parse(PROGRAMME_JSON).expect("the embedded dataset");
    assert_eq!(
        loaded.problems,
        [],
        "every record and derived figure is sound"
    );
    loaded.dataset
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
            assert!(
                has_chinese(text.get(Lang::ZH)),
                "{}: {}",
                record.id,
                text.get(Lang::ZH)
            );
            assert!(
                !text.get(Lang::EN).trim().is_empty() && !has_chinese(text.get(Lang::EN)),
                "{}: {}",
                record.id,
                text.get(Lang::EN)
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
            has_chinese(text.get(Lang::ZH)) && !text.get(Lang::EN).trim().is_empty(),
            "{text:?}"
        );
    }
    let purposes = dataset.records.iter().map(|r| &dataset.codes(r)[0].name);
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
        assert!(
            has_chinese(name.get(Lang::ZH)) && !has_chinese(name.get(Lang::EN)),
            "{name:?}"
        );
    }
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
        text::names::source(Lang::EN, share, &dataset),
        "Leadership and personnel, paragraph 3; Overall, paragraph 1"
    );
    assert_eq!(
        text::time(Lang::EN, share.time.time, &dataset),
        "since Dec 2015"
    );
    assert!(
        share
            .time
            .note
            .as_ref()
            .is_some_and(|n| n.get(Lang::EN).contains("our reading"))
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
        ("namtso-water", "damxung-government", Role::Implementing),
        (
            "facilities-built",
            "beijing-municipality",
            Role::Participating,
        ),
        (
            "infrastructure-projects",
            "beijing-municipality",
            Role::Accountable,
        ),
        (
            "dairy-breeding-centre",
            "chengguan-government",
            Role::Participating,
        ),
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

/// Departments bear their full names, and can be found by the article's short ones.
#[test]
fn organisations_are_found_by_the_names_that_the_article_uses() {
    let dataset = dataset();
    for short in [
        "国家发展改革委",
        "北京市委组织部",
        "规划国土委",
        "科委",
        "教委",
        "卫计委",
        "农委",
        "人社局",
        "北京文联",
    ] {
        let known = |o: &model::Organisation| o.aliases.iter().any(|a| a == short);
        assert!(dataset.organisations.iter().any(known), "{short}");
    }
}

#[test]
fn a_record_may_have_a_purpose_of_its_own() {
    let dataset = dataset();
    let code = |id: &str| dataset.codes(record(&dataset, id).1)[0].code.clone();
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
fn times_are_as_precise_as_the_article() {
    let dataset = dataset();
    let time = |id: &str| record(&dataset, id).1.time.time;
    let word = |id: &str| text::time(Lang::EN, time(id), &dataset);
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
            let indicator = dataset.indicator(value.of.indicator).id.as_str();
            let money = matches!(indicator, "funds" | "investment" | "income");
            let is_money = dataset.unit(value.of.unit).currency().is_some();
            assert_eq!(money, is_money, "{}/{}", record.id, value.key);
        }
    }
}

#[test]
fn every_record_has_a_name_that_a_row_has_room_for() {
    let dataset = dataset();
    for lang in [Lang::EN, Lang::ZH] {
        let mut names = std::collections::BTreeSet::new();
        for record in &dataset.records {
            let name = record.row_title(lang);
            assert!(
                width(lang, name) <= ROW,
                "{}: {name} is {} wide",
                record.id,
                width(lang, name)
            );
            assert!(
                names.insert((record.places.clone(), record.sector, name)),
                "{name} is the name of two records of one place and sector"
            );
        }
    }
}

#[test]
fn the_map_begins_with_the_money() {
    let dataset = dataset();
    let measure = dataset.default_measure.expect("a measure");
    assert_eq!(dataset.measure(measure).id, "money");
}

#[test]
fn the_key_figures_are_what_the_article_states() {
    let dataset = dataset();
    let figures: Vec<_> = dataset
        .key_figures
        .iter()
        .map(|figure| match figure.of {
            Key::Figure(of) => dataset.operand(of).expect("a figure"),
            other => panic!("{other:?} is made"),
        })
        .map(|(amount, unit, qualifier)| (amount, dataset.unit(unit).id.as_str(), qualifier))
        .collect();
    assert_eq!(
        figures,
        [
            (4_470_000_000.0, "yuan", Qualifier::About),
            (1_838_000_000.0, "yuan", Qualifier::Exact),
            (554.0, "projects", Qualifier::Exact),
            (788.0, "person-times", Qualifier::Exact),
            (18_710.0, "persons", Qualifier::Exact),
        ]
    );
    for figure in &dataset.key_figures {
        for lang in [Lang::EN, Lang::ZH] {
            assert!(
                dataset
                    .key_label(figure, lang)
                    .is_some_and(|(words, _)| !words.is_empty())
            );
        }
    }
}
