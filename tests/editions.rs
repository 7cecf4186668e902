//! A published figure does not change under a link: editions, what changed between two,
//! and every kind of link that was ever published.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod support;

use aid_atlas::{EDITIONS, EDITIONS_FOLDER, PROGRAMME_EDITION, PROGRAMME_JSON};
use comparison::By;
use coverage::Sides;
use editions::{Changes, Edition, Entry, What, changes, is_name, name, names};
use formats::TextFile;
use model::{Contact, Lang, List, parse, unpack};
use proptest::prelude::*;
use query::Period;
use reader::{Asked, take};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use support::{all, dataset, loaded, record, with};
use view::{decode, encode};

/// The links, and what each is written as now.
const LINKS: &str = include_str!("golden/links.tsv");
/// Exports of kept editions: edition, format, and the hash of what was written.
const EXPORTS: &str = include_str!("golden/exports.tsv");

fn kept() -> Vec<Edition> {
    unpack(EDITIONS).expect("what the build packed")
}

fn text_of(edition: &Edition) -> String {
    let file = format!("public/{EDITIONS_FOLDER}/{}.json", edition.short());
    fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(file)).expect("a kept file")
}

#[test]
fn an_edition_is_named_by_its_text_and_known_by_the_beginning_of_its_name() {
    assert_eq!(name(PROGRAMME_JSON), PROGRAMME_EDITION);
    assert!(names(PROGRAMME_EDITION, &PROGRAMME_EDITION[..12]));
    assert!(!names(PROGRAMME_EDITION, &name("another")[..12]));
    for word in [
        "",
        "abc",
        "123456",
        "ABCDEF01",
        "12345678g",
        &"a".repeat(65),
    ] {
        assert!(!is_name(word), "{word}");
    }
    assert!(is_name("1234567") && is_name(PROGRAMME_EDITION));
}

#[test]
fn every_kept_edition_is_whole_and_tells_what_the_next_one_changed() {
    let list = format!("public/{EDITIONS_FOLDER}/editions.json");
    let list = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(list);
    let entries: Vec<Entry> =
        serde_json::from_str(&fs::read_to_string(list).expect("a list")).expect("entries");
    let kept = kept();
    assert_eq!(kept.len(), entries.len());
    assert!(!kept.is_empty());
    let mut later = PROGRAMME_JSON.to_owned();
    for (edition, entry) in kept.iter().zip(&entries) {
        assert_eq!(edition.name, entry.edition);
        let text = text_of(edition);
        assert_eq!(name(&text), edition.name);
        assert_eq!(parse(&text).expect("a dataset").problems, []);
        assert_eq!(
            edition.changes,
            changes(&text, &later).expect("two datasets")
        );
        assert_ne!(edition.changes, Changes::default());
        later = text;
    }
}

#[test]
fn exports_of_a_kept_edition_stay_what_they_were_to_the_byte() {
    let mut made = String::new();
    for edition in kept() {
        let text = text_of(&edition);
        let dataset = parse(&text).expect("a dataset").dataset;
        for file in [TextFile::Csv, TextFile::Json, TextFile::Iati] {
            let asked = Asked {
                file,
                records: all(&dataset),
                period: Period::default(),
                link: format!("https://a.example/?edition={}", edition.short()),
                sides: Sides::default(),
                compared: Vec::new(),
                compared_by: By::Amount,
                lang: Lang::EN,
            };
            let taken = take(&text, &asked).expect("a file");
            let (short, hash) = (edition.short(), name(&taken.text));
            let _ = writeln!(made, "{short}\t{file:?}\t{hash}");
        }
    }
    assert_eq!(made, EXPORTS);
}

/// Its name by the last run of `cargo xtask edition`.
const PRESENT: &str = include_str!("golden/edition.txt");

#[test]
fn a_changed_dataset_is_not_committed_before_the_former_one_is_kept() {
    assert_eq!(
        name(PROGRAMME_JSON),
        PRESENT.trim(),
        "the dataset is another one: run `cargo xtask edition` before the commit, or the \
         edition that links and citations name is lost"
    );
}

#[test]
fn every_published_link_is_read_as_ever() {
    let dataset = parse(PROGRAMME_JSON).expect("a dataset").dataset;
    let mut count = 0;
    for line in LINKS.lines() {
        let (link, now) = line.split_once('\t').expect("two columns");
        let decoded = decode(link, &dataset);
        assert_eq!(decoded.notices, [], "{link}");
        assert_eq!(encode(&decoded.view, &dataset), now, "{link}");
        assert_eq!(decode(now, &dataset), decoded, "{link}");
        count += 1;
    }
    assert!(count > 100);
}

fn file(records: Vec<Value>) -> Value {
    dataset(records)
}

fn between(earlier: &Value, later: &Value) -> Changes {
    changes(&earlier.to_string(), &later.to_string()).expect("two files")
}

#[test]
fn what_changed_is_told_record_by_record_and_field_by_field() {
    let before = file(vec![record("kept"), record("gone"), record("other")]);
    let other = with(
        record("other"),
        json!({ "note": { "zh": "另", "en": "Other" }, "places": [] }),
    );
    let mut after = file(vec![record("new"), other, record("kept")]);
    after["licence"] = json!("CC0-1.0");
    let made = between(&before, &after);
    let told: Vec<(&str, &What)> = made
        .items
        .iter()
        .map(|item| (item.id.as_str(), &item.what))
        .collect();
    let in_fields = What::Changed(vec!["note".to_owned(), "places".to_owned()]);
    assert_eq!(
        told,
        [
            ("new", &What::Added),
            ("other", &in_fields),
            ("gone", &What::Removed)
        ]
    );
    assert!(
        made.items
            .iter()
            .all(|item| item.list == List::Records && item.title.is_some())
    );
    assert_eq!(made.fields, ["licence"]);
}

proptest! {
    #[test]
    fn the_same_records_in_any_order_have_not_changed(
        ids in proptest::collection::btree_set("[a-z]{1,6}", 1..8),
        turned in any::<bool>(),
    ) {
        let records: Vec<Value> = ids.iter().map(|id| record(id)).collect();
        let mut others = records.clone();
        if turned {
            others.reverse();
        }
        prop_assert_eq!(between(&file(records), &file(others)), Changes::default());
    }
}

#[test]
fn a_link_names_an_edition_by_digits_alone() {
    let dataset = parse(PROGRAMME_JSON).expect("a dataset").dataset;
    let decoded = decode("edition=63A0AA3E2E5A", &dataset);
    assert_eq!(decoded.view.origin.edition.as_deref(), Some("63a0aa3e2e5a"));
    for wrong in ["edition=latest", "edition=12", "edition=../63a0aa3e2e5a"] {
        let decoded = decode(wrong, &dataset);
        assert_eq!(decoded.notices.len(), 1, "{wrong}");
        assert_eq!(decoded.view.origin.edition, None);
    }
}

#[test]
fn a_contact_is_an_address_of_mail_or_a_form_and_no_other_is_taken() {
    for (word, contact) in [
        (
            "a.b@c.example",
            Some(Contact::Mail("a.b@c.example".to_owned())),
        ),
        (
            "https://git.example/x/issues/new",
            Some(Contact::Form("https://git.example/x/issues/new".to_owned())),
        ),
        ("a@b", None),
        ("a@b.example?bcc=c@d.example", None),
        ("a@b.example,c@d.example", None),
        ("http://git.example/", None),
        ("javascript:alert(1)", None),
        ("https://git.example/#top", None),
        ("", None),
    ] {
        assert_eq!(Contact::parse(word), contact, "{word}");
    }
    let mut bad = file(vec![record("one")]);
    bad["contact"] = json!("nobody");
    let loaded = loaded(&bad);
    assert_eq!(loaded.dataset.contact, None);
    assert_eq!(loaded.problems.len(), 1);
    let said = text::problems::problem(Lang::EN, &loaded.problems[0]);
    assert!(
        said.contains("nobody") && said.contains("contact"),
        "{said}"
    );
}

#[test]
fn a_report_names_record_edition_place_and_link() {
    let mut made = file(vec![record("one")]);
    made["contact"] = json!("https://git.example/x/issues/new?labels=data");
    let dataset = loaded(&made).dataset;
    let contact = dataset.contact.clone().expect("a contact");
    let ix = dataset.record_by_id("one").expect("a record");
    let escape = |text: &str| text.replace([' ', '\r', '\n'], "_").replace('&', "%26");
    let of = (
        Some("abc123"),
        "https://a.example/?record=one&edition=abc123",
    );
    let address = text::glossary::report(Lang::EN, (&contact, ix), &dataset, of, escape);
    assert!(address.starts_with("https://git.example/x/issues/new?labels=data&title=made"));
    for part in [
        "one",
        "abc123",
        "paragraph_1",
        "record=one%26edition=abc123",
    ] {
        assert!(address.contains(part), "{part}: {address}");
    }
    let mail = Contact::Mail("a@b.example".to_owned());
    let address = text::glossary::report(Lang::ZH, (&mail, ix), &dataset, of, escape);
    assert!(
        address.starts_with("mailto:a@b.example?subject="),
        "{address}"
    );
}

#[test]
fn terms_are_found_where_they_occur_and_carry_their_own_source() {
    let dataset = parse(PROGRAMME_JSON).expect("a dataset").dataset;
    let (_, aim) = support::named(&dataset, "aim-two-and-three");
    for lang in [Lang::ZH, Lang::EN] {
        let ids: Vec<&str> = text::glossary::terms(lang, aim, &dataset)
            .iter()
            .map(|term| term.id.as_str())
            .collect();
        assert_eq!(ids, ["two-and-three"], "{lang}");
        // No term is there for nothing.
        for term in &dataset.glossary {
            let is_in = |record: &model::Record| {
                let found = text::glossary::terms(lang, record, &dataset);
                found.iter().any(|other| other.id == term.id)
            };
            assert!(dataset.records.iter().any(is_in), "{lang}: {}", term.id);
        }
    }
    let mut wrong = file(vec![record("one")]);
    let name = json!({ "zh": "名", "en": "Name" });
    wrong["glossary"] = json!([
        { "id": "a", "name": name, "text": name, "source": name },
        { "id": "b", "name": name, "text": name, "source": name, "url": "javascript:1" },
        { "id": "a", "name": name, "text": name, "source": name },
        { "id": "c" },
    ]);
    let loaded = loaded(&wrong);
    assert_eq!(loaded.dataset.glossary.len(), 1);
    assert_eq!(loaded.problems.len(), 3);
}
