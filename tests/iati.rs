//! IATI activities: what the standard can hold, by its rules, and what not.
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod support;

use formats::{Export, Iati, Reason, iati};
use model::{Lang, parse};
use serde_json::{Value, json as object};
use std::collections::BTreeSet;
use support::{LINK, all, embedded, export, funds, record, with};

#[test]
fn iati_holds_what_it_can_and_lists_what_it_cannot() {
    let dataset = embedded();
    let records = all(&dataset);
    let file = iati(export(&dataset, &records));
    assert!(
        file.xml.contains("<target value=\"1304000000\"/>"),
        "a budget of a plan is too long for IATI's"
    );
    let lists = |record: &str, reason: Reason| {
        file.not_held
            .iter()
            .any(|n| n.record == record && n.reason == reason)
    };
    assert!(
        lists("funds-since-1994", Reason::NoDates),
        "cumulative, without an end"
    );
    assert!(lists("funds-since-1994", Reason::Qualifier));
    assert!(lists("funds-poverty-relief", Reason::Relations));
    assert!(lists("funds-13fyp-planned", Reason::Precision));
    for ix in &records {
        let record = dataset.record(*ix);
        assert!(
            file.xml
                .contains(&record.title.get(Lang::ZH).replace('"', "&quot;"))
                || record.kind == support::kind(&dataset, "budget"),
            "{}",
            record.id
        );
    }
    for item in &file.not_held {
        assert!(
            file.xml.contains(&item.record.replace("--", "- -")),
            "the file itself lists {}",
            item.record
        );
    }
    assert!(file.xml.contains(LINK) && file.xml.contains("Licence: MIT"));
}

/// The file of a dataset made of records, and what it does not hold.
fn iati_of(made: &Value) -> Iati {
    let text = made.to_string();
    let dataset = parse(&text).expect("a dataset").dataset;
    let records = all(&dataset);
    iati(Export {
        text: &text,
        ..export(&dataset, &records)
    })
}

#[test]
fn text_cannot_break_out_of_the_xml() {
    for text in [
        "<b>&\u{1} -->",
        "]]>",
        "\u{fffe}\u{ffff}x",
        "\u{b}x",
        "a--b---c----",
        "\"'><!--",
        "\u{0}",
        "\u{8}\u{c}\u{1f}x",
    ] {
        let name = object!({"zh": "甲", "en": text});
        let mut made = support::dataset(vec![with(
            record("a"),
            object!({"title": {"zh": "甲", "en": format!("{text}.")}}),
        )]);
        for part in ["title", "summary", "licence"] {
            made[part] = if part == "licence" {
                object!(text)
            } else {
                name.clone()
            };
        }
        made["documents"][0]["title"] = name.clone();
        made["sectors"][0]["name"] = name;
        let file = iati_of(&made);
        let dropped = text.chars().any(|c| !(' '..='\u{fffd}').contains(&c));
        for whose in ["a", "made"] {
            let said = file
                .not_held
                .iter()
                .any(|n| n.record == whose && n.reason == Reason::Characters);
            assert_eq!(said, dropped, "{text:?} of {whose}");
        }
        assert!(
            file.xml
                .chars()
                .all(|c| matches!(c, '\n' | ' '..='\u{fffd}')),
            "{text:?}"
        );
        assert_eq!(file.xml.matches("<!--").count(), 1, "{text:?}");
        let (comment, rest) = file.xml.split_once("-->").expect("a comment");
        let inside = comment.split_once("<!--").expect("its start").1;
        assert!(!inside.contains("--") && !inside.ends_with('-'), "{inside}");
        assert!(!rest.contains("-->") && !rest.contains("]]>"), "{text:?}");
        assert!(!file.xml.contains("<narrative></narrative>"), "{text:?}");
    }
}

#[test]
fn iati_has_an_activity_a_sector_and_no_percentages_to_make_up() {
    let dataset = embedded();
    let records = all(&dataset);
    let file = iati(export(&dataset, &records));
    let activities: Vec<&str> = file.xml.split("<iati-activity ").skip(1).collect();
    let purposes: BTreeSet<_> = dataset
        .records
        .iter()
        .map(|r| &dataset.codes(r)[0].code)
        .collect();
    assert_eq!(activities.len(), purposes.len());
    let mut identifiers = BTreeSet::new();
    for activity in activities {
        assert_eq!(activity.matches("<sector ").count(), 1);
        let identifier = activity
            .split("<iati-identifier>")
            .nth(1)
            .and_then(|rest| rest.split('<').next());
        assert!(identifiers.insert(identifier), "{identifier:?} once");
        assert_eq!(activity.matches("<activity-date type=\"2\"").count(), 1);
    }
    assert!(!file.xml.contains("percentage"));
    let nothing = iati(export(&dataset, &[]));
    assert_eq!(nothing.xml.matches("<iati-activity ").count(), 1);
    assert!(nothing.xml.contains("code=\"99810\""));
}

#[test]
fn iati_budgets_are_for_a_year_at_most_and_do_not_overlap() {
    let budget = |id: &str, time: Value| {
        with(
            record(id),
            object!({"kind": "budget", "time": time, "values": funds(object!(7))}),
        )
    };
    let interval = |from: &str, to: &str| object!({"type": "interval", "from": from, "to": to});
    let made = support::dataset(vec![
        budget("year", object!({"type": "point", "at": "2016"})),
        budget("same-year", object!({"type": "point", "at": "2016"})),
        budget("month-within", object!({"type": "point", "at": "2016-12"})),
        budget("next-year", interval("2017-01-01", "2017-12-31")),
        budget("year-and-a-day", interval("2018-01-01", "2019-01-01")),
        budget("leap-day", interval("2020-02-29", "2021-02-28")),
        budget("five-years", interval("2030", "2034")),
        budget("last", interval("9999-01-01", "9999-12-31")),
        budget("open", object!({"type": "since", "from": "2000"})),
    ]);
    let file = iati_of(&made);
    let held: Vec<&str> = file
        .xml
        .split("<budget ")
        .skip(1)
        .map(|b| &b.split("iso-date=\"").nth(1).expect("a date")[..10])
        .collect();
    assert_eq!(
        held,
        ["2016-01-01", "2017-01-01", "2020-02-29", "9999-01-01"]
    );
    let reason = |id: &str| -> Vec<Reason> {
        let of = file.not_held.iter().filter(|n| n.record == id);
        of.map(|n| n.reason)
            .filter(|r| *r != Reason::Precision)
            .collect()
    };
    assert_eq!(reason("year"), []);
    assert_eq!(reason("same-year"), [Reason::BudgetsOverlap]);
    assert_eq!(reason("month-within"), [Reason::BudgetsOverlap]);
    assert_eq!(reason("next-year"), []);
    assert_eq!(reason("year-and-a-day"), [Reason::LongBudget]);
    assert_eq!(reason("five-years"), [Reason::LongBudget]);
    assert_eq!(reason("open"), [Reason::NoDates]);
    for id in ["same-year", "five-years", "open"] {
        assert!(
            file.xml
                .contains(&format!("<narrative>Title {id}</narrative>")),
            "{id} is there in words"
        );
    }
}

#[test]
fn iati_transactions_are_past_and_may_be_below_zero() {
    let at = |id: &str, at: &str, amount: Value| {
        with(
            record(id),
            object!({"time": {"type": "point", "at": at}, "values": funds(amount)}),
        )
    };
    let made = support::dataset(vec![
        at("back", "2017-05-03", object!(-12.5)),
        at("later", "2019", object!(1)),
        at("this-year", "2018", object!(2)),
        at("digits", "2017", object!(0.123_456_789_012_345_68)),
    ]);
    let text = made
        .to_string()
        .replace("0.12345678901234568", "1234567890.1234567890");
    let file = iati_of(&serde_json::from_str(&made.to_string()).expect("JSON"));
    assert!(
        file.xml
            .contains("<value value-date=\"2017-05-03\">-12.5</value>")
    );
    assert!(
        file.xml
            .contains("<value value-date=\"2018-12-31\">2</value>")
    );
    let has = |file: &Iati, id: &str, reason| {
        file.not_held
            .iter()
            .any(|n| n.record == id && n.reason == reason)
    };
    assert!(has(&file, "later", Reason::Later));
    let dataset = parse(&text).expect("a dataset").dataset;
    let records = all(&dataset);
    let file = iati(export(&dataset, &records));
    assert!(has(&file, "digits", Reason::Digits));
    assert!(
        file.xml
            .contains("<actual value=\"1234567890.1234567890\"/>"),
        "a result may be as long as it is"
    );
    let mut early = made;
    early["asOf"] = object!("2017-06");
    early["country"] = object!("Nowhere");
    early["id"] = object!("a/b&c|d?e f");
    let file = iati_of(&early);
    assert!(has(&file, "this-year", Reason::Later));
    assert!(
        file.xml.contains("<value value-date=\"2017-06-30\">"),
        "no later than the source"
    );
    assert!(
        file.xml
            .contains("<recipient-region code=\"998\" vocabulary=\"1\"/>")
    );
    assert!(
        file.xml
            .contains("<iati-identifier>XM-AIDATLAS-a-b-c-d-e-f-43010</iati-identifier>")
    );
}
