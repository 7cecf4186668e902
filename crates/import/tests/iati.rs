//! Activity files of IATI: each peculiarity with its right reading.

mod support;

use import::{FindingKind, Format, Refused, Where, detect};
use model::{Certainty, Lang, RelationKind, Target, Time};
use support::{dataset, found, read, record, stating, title};

const TWO: &[u8] = include_bytes!("files/iati-2.xml");
const ONE: &[u8] = include_bytes!("files/iati-1.xml");
const LEVELS: &[u8] = include_bytes!("files/iati-levels.xml");
const PASSED_ON: &[u8] = include_bytes!("files/iati-passed-on.xml");
const ENTITIES: &[u8] = include_bytes!("files/iati-entities.xml");
const BROKEN: &[u8] = include_bytes!("files/iati-broken.xml");
const LATIN: &[u8] = include_bytes!("files/iati-latin1.xml");

fn amounts(dataset: &model::Dataset, indicator: &str) -> Vec<String> {
    let records = stating(dataset, indicator);
    records
        .iter()
        .map(|record| record.values[0].stated.to_string())
        .collect()
}

#[test]
fn each_kind_of_money_is_an_indicator_of_its_own() {
    let (dataset, _) = dataset("wells.xml", TWO);
    assert_eq!(amounts(&dataset, "commitments"), ["9000"]);
    assert_eq!(
        amounts(&dataset, "disbursements"),
        ["1250000.75", "-100", "0"]
    );
    assert_eq!(amounts(&dataset, "budgets"), ["5000", "2000.50"]);
    assert_eq!(amounts(&dataset, "revised-budgets"), ["6000"]);
    assert_eq!(amounts(&dataset, "planned-disbursements"), ["5000.00"]);
    assert_eq!(amounts(&dataset, "other-transactions"), ["3"]);
    let adds = |id: &str| {
        let of = dataset
            .indicators
            .iter()
            .find(|indicator| indicator.id == id);
        of.map(|indicator| indicator.adds)
    };
    assert_eq!(adds("disbursements"), Some(true));
    assert_eq!(adds("other-transactions"), Some(false));
}

#[test]
fn a_value_keeps_its_currency_date_and_digits() {
    let (dataset, report) = dataset("wells.xml", TWO);
    let paid = stating(&dataset, "disbursements");
    let unit = |at: usize| dataset.unit(paid[at].values[0].of.unit).id.clone();
    assert_eq!((unit(0).as_str(), unit(1).as_str()), ("usd", "eur"));
    let date = paid[0].values[0].value_date.map(|date| date.to_string());
    assert_eq!(date.as_deref(), Some("2019-03-10"));
    assert_eq!(paid[0].note.get(Lang::EN), "First part");
    assert!(matches!(paid[1].time.time, Time::Point(at) if at.to_string() == "2019-04-10"));
    assert_eq!(found(&report, &FindingKind::AmountGuessed), 1);
    assert_eq!(found(&report, &FindingKind::BadAmount), 1);
    assert_eq!(found(&report, &FindingKind::UnknownTransaction), 1);
}

#[test]
fn what_is_planned_twice_or_at_one_time_is_related() {
    let (dataset, report) = dataset("wells.xml", TWO);
    let overlapping = |of: &model::Record| -> Vec<String> {
        let all = of
            .relations
            .iter()
            .filter(|of| of.kind == RelationKind::Overlaps);
        all.map(|relation| match relation.target {
            Target::Record(ix) => dataset.record(ix).id.clone(),
            Target::Derived(_) => String::new(),
        })
        .collect()
    };
    let budgets = stating(&dataset, "budgets");
    assert_eq!(overlapping(budgets[1]), [budgets[0].id.as_str()]);
    let planned = stating(&dataset, "planned-disbursements");
    assert_eq!(overlapping(planned[0]), [budgets[0].id.as_str()]);
    assert_eq!(found(&report, &FindingKind::OverlappingTimes), 1);
    assert_eq!(found(&report, &FindingKind::PlannedTwice), 1);
}

#[test]
fn a_country_that_has_its_code_alone_gets_its_name() {
    let file = r#"<iati-activities version="2.03"><iati-activity default-currency="EUR">
        <iati-identifier>XX-1</iati-identifier><title><narrative xml:lang="en">Wells</narrative></title>
        <recipient-country code="bf" percentage="50"/>
        <recipient-country code="SN" percentage="30"><narrative xml:lang="en">The coast</narrative></recipient-country>
        <recipient-country code="ZZ" percentage="20"/>
        </iati-activity></iati-activities>"#;
    let (dataset, _) = dataset("countries.xml", file.as_bytes());
    let names = |lang| {
        let places = dataset.places.iter().map(|place| place.name.get(lang));
        places.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(names(Lang::EN), ["Burkina Faso", "The coast", "ZZ"]);
    assert_eq!(names(Lang::ZH), ["布基纳法索", "The coast", "ZZ"]);
}

#[test]
fn an_activity_has_its_texts_time_and_places() {
    let (dataset, report) = dataset("wells.xml", TWO);
    assert_eq!(dataset.title.get(Lang::EN), "The Well Fund");
    assert_eq!(dataset.as_of.to_string(), "2024-03-05");
    assert_eq!(dataset.country.as_deref(), None);
    let first = record(&dataset, "xx-1-a");
    assert_eq!(
        title(first),
        "Wells for the \"upper\" valley & its <b>villages</b>"
    );
    assert_eq!(first.title.get(Lang::of("fr")), "Des puits");
    let Time::Interval(from, to) = first.time.time else {
        panic!("an interval")
    };
    assert_eq!(
        (from.to_string().as_str(), to.to_string().as_str()),
        ("2019-02-03", "2022-12-31")
    );
    let note = first.time.note.as_ref().map(|note| note.get(Lang::EN));
    assert_eq!(note, Some("The end as planned"));
    let place = dataset.place(first.places[0]);
    let point = place.coordinates.as_ref().expect("a point");
    assert_eq!((point.latitude, point.longitude), (16.65, -14.95));
    assert_eq!(point.certainty(), Certainty::Exact);
    assert_eq!(
        place.parent.map(|at| dataset.place(at).id.as_str()),
        Some("country-sn")
    );
    assert_eq!(found(&report, &FindingKind::NoDate), 1);
}

#[test]
fn points_that_are_none_are_named_and_left_out() {
    let (dataset, report) = dataset("wells.xml", TWO);
    for kind in [
        FindingKind::PointAtZero,
        FindingKind::OffEarth,
        FindingKind::BadPoint,
    ] {
        assert_eq!(found(&report, &kind), 1, "{kind:?}");
    }
    let place = dataset.places.iter().find(|place| place.id == "somewhere");
    let point = place
        .and_then(|place| place.coordinates.as_ref())
        .expect("a point");
    assert_eq!(point.certainty(), Certainty::Near);
}

#[test]
fn percentages_are_told_and_never_rescaled() {
    let (dataset, report) = dataset("wells.xml", TWO);
    assert_eq!(found(&report, &FindingKind::PercentSum), 1);
    let first = record(&dataset, "xx-1-a");
    let names: Vec<&str> = first
        .codes
        .iter()
        .map(|code| code.name.get(Lang::EN))
        .collect();
    assert_eq!(names, ["14030 (60%)", "14031 (30%)"]);
    let lane = |id: &str| {
        dataset
            .sector(record(&dataset, id).sector)
            .name
            .get(Lang::EN)
            .to_owned()
    };
    assert_eq!(lane("xx-1-a"), "Water and sanitation");
    // No share of money is made up: of two sectors it is in neither.
    assert_eq!(lane("activity"), "Several sectors");
    let note = record(&dataset, "activity").note.get(Lang::EN);
    assert!(note.contains("SN 70% · 289 30%"), "{note}");
}

#[test]
fn what_is_missing_is_named() {
    let (dataset, report) = dataset("wells.xml", TWO);
    assert_eq!(found(&report, &FindingKind::NoId), 1);
    assert_eq!(found(&report, &FindingKind::IdTwice), 1);
    assert_eq!(found(&report, &FindingKind::NoCurrency), 1);
    assert!(found(&report, &FindingKind::LanguageGuessed("en".to_owned())) > 0);
    assert_eq!(found(&report, &FindingKind::Foreign), 1);
    let paid = record(&dataset, "activity-disbursements");
    assert!(paid.values.is_empty());
    assert_eq!(
        paid.note.get(Lang::EN),
        "The file states 40 without a currency."
    );
    let foreign = report
        .findings
        .iter()
        .find(|of| of.kind == FindingKind::Foreign);
    let place = foreign.map(|of| of.places[0].clone());
    let expected = Where {
        line: 21,
        item: "XX-1-A".to_owned(),
        field: "own:secret".to_owned(),
        found: String::new(),
    };
    assert_eq!(place, Some(expected));
}

#[test]
fn version_1_is_read_by_its_own_rules_and_beside_version_2() {
    let (dataset, report) = dataset("books.xml", ONE);
    assert_eq!(dataset.title.get(Lang::EN), "A charity");
    let books = record(&dataset, "gb-9-1");
    assert_eq!(title(books), "School books");
    assert_eq!(books.title.get(Lang::of("es")), "Libros de escuela");
    assert!(matches!(books.time.time, Time::Interval(..)));
    assert_eq!(amounts(&dataset, "disbursements"), ["300"]);
    assert_eq!(amounts(&dataset, "expenditures"), ["20"]);
    assert_eq!(amounts(&dataset, "budgets"), ["900"]);
    let place = dataset.place(books.places[0]);
    let certainty = place
        .coordinates
        .as_ref()
        .map(model::Coordinates::certainty);
    assert_eq!(certainty, Some(Certainty::Near));
    assert_eq!(title(record(&dataset, "gb-9-2")), "More books");
    assert_eq!(found(&report, &FindingKind::MixedVersions), 1);
    assert_eq!(found(&report, &FindingKind::EndsBeforeItBegins), 1);
    assert_eq!(
        found(&report, &FindingKind::DateOfFile("2012-06-01".to_owned())),
        1
    );
}

#[test]
fn money_of_a_whole_and_of_its_parts_is_kept_apart() {
    let (dataset, report) = dataset("levels.xml", LEVELS);
    assert_eq!(amounts(&dataset, "disbursements-level-1"), ["100"]);
    assert_eq!(amounts(&dataset, "disbursements-level-2"), ["60", "40"]);
    assert_eq!(found(&report, &FindingKind::SeveralLevels), 1);
    assert_eq!(found(&report, &FindingKind::NotInFile), 1);
    let part = &record(&dataset, "c1").relations;
    assert_eq!(part.len(), 1);
    assert_eq!(part[0].kind, RelationKind::PartOf);
    // A ring of wholes is none.
    assert_eq!(found(&report, &FindingKind::Circle), 2);
    assert!(record(&dataset, "r1").relations.is_empty());
}

#[test]
fn money_that_is_passed_on_is_kept_apart() {
    let (dataset, _) = dataset("passed-on.xml", PASSED_ON);
    assert_eq!(amounts(&dataset, "disbursements-level-1"), ["100"]);
    assert_eq!(amounts(&dataset, "disbursements-level-2"), ["90"]);
}

#[test]
fn entities_of_the_file_are_never_expanded() {
    let (dataset, report) = dataset("entities.xml", ENTITIES);
    assert_eq!(title(&dataset.records[0]), "One &d; two &outside; three é");
    assert_eq!(found(&report, &FindingKind::Entity), 2);
}

#[test]
fn whole_activities_before_a_break_are_kept() {
    let (dataset, report) = dataset("broken.xml", BROKEN);
    let titles: Vec<&str> = dataset.records.iter().map(title).collect();
    assert_eq!(titles, ["Whole"]);
    let broken = |kind: &FindingKind| matches!(kind, FindingKind::BrokenOff(_));
    assert!(
        report
            .findings
            .iter()
            .any(|of| broken(&of.kind) && of.places[0].line == 4)
    );
    let cut = b"<iati-activities version=\"2.03\">\n<iati-activity><title>";
    let refused = read("cut.xml", cut);
    assert!(
        matches!(refused, Err(Refused::Unreadable { line: 2, .. })),
        "{refused:?}"
    );
    let wrong = b"<iati-activities>\n<iati-activity></iati-activities>";
    let refused = read("wrong.xml", wrong);
    assert!(
        matches!(refused, Err(Refused::Unreadable { line: 2, .. })),
        "{refused:?}"
    );
}

#[test]
fn declared_and_wide_encodings_are_read() {
    let (dataset_of_latin, report) = dataset("latin.xml", LATIN);
    assert_eq!(
        dataset_of_latin.records[0].title.get(Lang::of("fr")),
        "Écoles"
    );
    assert_eq!(report.findings.len(), 1, "{report:?}");
    let text = String::from_utf8_lossy(LEVELS);
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let with_mark = [vec![0xff, 0xfe], little.clone()].concat();
    for bytes in [little, big, with_mark] {
        let (dataset, _) = dataset("wide.xml", &bytes);
        assert_eq!(amounts(&dataset, "disbursements-level-1"), ["100"]);
    }
    let wrong = String::from_utf8_lossy(LATIN).replace("ISO-8859-1", "x-none");
    let (_, report) = dataset("wrong.xml", wrong.as_bytes());
    assert_eq!(
        found(&report, &FindingKind::UnknownEncoding("x-none".to_owned())),
        1
    );
}

#[test]
fn what_is_no_activity_file_is_refused() {
    assert_eq!(read("a.xml", b"  \n"), Err(Refused::Empty));
    assert_eq!(
        read("a.xml", b"<!DOCTYPE html><html></html>"),
        Err(Refused::Html)
    );
    assert_eq!(read("a.xml", b"<rss></rss>"), Err(Refused::UnknownFormat));
    let none = b"<iati-activities version=\"2.03\"></iati-activities>";
    assert_eq!(
        read("a.xml", none),
        Err(Refused::NothingToShow(Format::Iati))
    );
    let file = import::File {
        name: "x.csv",
        encodings: import::Encodings::TABLES,
        read_on: support::today(),
        bytes: TWO,
    };
    assert_eq!(detect(&file), Ok(Format::Iati));
}

#[test]
fn a_made_file_gets_charts_and_measures_of_what_it_states() {
    let (dataset, _) = dataset("books.xml", ONE);
    let measure = dataset
        .default_measure
        .map(|ix| dataset.measure(ix).id.clone());
    assert_eq!(measure.as_deref(), Some("disbursements-gbp"));
    let (wells, _) = support::dataset("wells.xml", TWO);
    let charts: Vec<&str> = wells.charts.iter().map(|chart| chart.id.as_str()).collect();
    assert!(
        charts.contains(&"disbursements-eur-by-sector"),
        "{charts:?}"
    );
}

/// A file of activities, each with an id, a language and a currency.
fn file(activities: &[&str]) -> String {
    let all = activities.iter().enumerate().map(|(at, inner)| {
        format!(
            "<iati-activity xml:lang=\"en\" default-currency=\"EUR\">\
             <iati-identifier>T-{at}</iati-identifier><title><narrative>Number {at}</narrative></title>\
             {inner}</iati-activity>"
        )
    });
    let all: Vec<String> = all.collect();
    format!(
        "<iati-activities version=\"2.03\">{}</iati-activities>",
        all.concat()
    )
}

fn budget(from: &str, to: &str, amount: &str) -> String {
    format!(
        "<budget><period-start iso-date=\"{from}\"/><period-end iso-date=\"{to}\"/>\
         <value>{amount}</value></budget>"
    )
}

#[test]
fn budgets_that_meet_on_a_day_are_added_and_those_of_one_time_are_not() {
    let met = budget("2019-01-01", "2020-01-01", "5") + &budget("2020-01-01", "2021-01-01", "6");
    let same = budget("2019-01-01", "2019-12-31", "5") + &budget("2019-01-01", "2021-12-31", "60");
    let undated = "<budget><value>1</value></budget>".repeat(2);
    let (dataset, report) = dataset("b.xml", file(&[&met, &same, &undated]).as_bytes());
    let ids: Vec<_> = dataset.record_indices().collect();
    let conflicts = |a: usize, b: usize| {
        dataset
            .links()
            .conflict(Target::Record(ids[a]), Target::Record(ids[b]))
    };
    // Each activity stands before its budgets.
    assert_eq!(
        (conflicts(1, 2), conflicts(4, 5), conflicts(7, 8)),
        (false, true, true)
    );
    assert_eq!(found(&report, &FindingKind::OverlappingTimes), 2);
    let many = budget("2019-01-01", "2019-12-31", "1").repeat(30);
    let (_, report) = support::dataset("many.xml", file(&[&many]).as_bytes());
    assert_eq!(found(&report, &FindingKind::TooManyAtOnce), 6);
}

#[test]
fn lanes_are_of_the_vocabulary_that_parts_the_records_best() {
    let of = |at: usize| {
        format!(
            "<sector code=\"11220\"/><sector vocabulary=\"99\" code=\"OWN-{at}\">\
             <narrative>Own sector {at}</narrative></sector>"
        )
    };
    let all: Vec<String> = (0..14).map(of).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).chain([""]).collect();
    let (dataset, report) = dataset("s.xml", file(&all).as_bytes());
    let names: Vec<&str> = dataset
        .sectors
        .iter()
        .map(|of| of.name.get(Lang::EN))
        .collect();
    assert_eq!(names.len(), 13);
    assert_eq!(
        (names[0], names[11], names[12]),
        ("Own sector 0", "Other", "Not stated")
    );
    assert_eq!(found(&report, &FindingKind::OtherSectors), 3);
}

#[test]
fn long_texts_second_texts_and_bad_addresses_are_named() {
    let long = format!(
        "<title><narrative>Again</narrative></title>\
         <description><narrative>{}</narrative></description>\
         <description type=\"2\"><narrative>Its aim.</narrative></description>\
         <activity-website>javascript:alert(1)</activity-website>",
        "word ".repeat(6_000)
    );
    let aim = "<description><narrative>What it is.</narrative></description>\
               <description type=\"2\"><narrative>Its aim.</narrative></description>";
    let (dataset, report) = dataset("t.xml", file(&[&long, aim]).as_bytes());
    for kind in [
        FindingKind::TextCut,
        FindingKind::TextTwice,
        FindingKind::BadAddress,
    ] {
        assert_eq!(found(&report, &kind), 1, "{kind:?}");
    }
    assert!(dataset.records[0].links.is_empty());
    assert_eq!(
        dataset.records[1].note.get(Lang::EN),
        "What it is. Its aim."
    );
}

#[test]
fn more_records_than_can_be_shown_are_refused() {
    let one = "<transaction><value>1</value></transaction>".repeat(70_000);
    let refused = read("large.xml", file(&[&one, &one, &one]).as_bytes());
    assert_eq!(refused, Err(Refused::TooMany { most: 200_000 }));
}

#[test]
fn a_file_without_any_date_is_of_the_day_on_which_it_was_read() {
    let text = b"<iati-activities version=\"2.03\"><iati-activity><iati-identifier>X</iati-identifier></iati-activity></iati-activities>";
    let (undated, report) = dataset("a.xml", text);
    assert_eq!(undated.as_of, support::today());
    let kind = FindingKind::DateUnknown("2026-11-27".to_owned());
    assert_eq!(found(&report, &kind), 1);
}
