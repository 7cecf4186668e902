//! What is cited says what it is, of which edition, whose statement, and when it was
//! looked at; in words, as BibTeX and as CSL-JSON.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod support;

use aid_atlas::PROGRAMME_JSON;
use editions::name;
use formats::{Citation, Cited, Citing, cite};
use model::{Date, Lang, parse};
use serde_json::Value;
use support::fixtures::programmes;

fn cited(cited: &Cited, lang: Lang) -> Citation {
    let dataset = support::embedded();
    cite(Citing {
        dataset: &dataset,
        text: PROGRAMME_JSON,
        cited,
        link: "https://example.org/?record=a_b&lang=en",
        accessed: Date::parse("2026-11-27").expect("a day"),
        lang,
    })
}

fn record(id: &str) -> Cited {
    Cited::Record(support::embedded().record_by_id(id).expect("a record"))
}

#[test]
fn an_edition_is_the_hash_of_the_text() {
    // As the standard gives it for these three letters.
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(name("abc"), abc);
    assert_ne!(name("abc "), abc);
}

#[test]
fn a_record_is_cited_with_its_place_in_the_source_and_the_edition() {
    let made = cited(&record("funds-since-1994"), Lang::EN);
    let short = &name(PROGRAMME_JSON)[..12];
    for part in [
        "(funds-since-1994)",
        "Beijing’s paired assistance to Lhasa",
        short,
        "As stated in: Publicity department",
        "published: Between late September and December 2018",
        "paragraph",
        "https://example.org/?record=a_b&lang=en (accessed 27 Nov 2026)",
    ] {
        assert!(made.plain.contains(part), "{part} in {}", made.plain);
    }
    let chinese = cited(&record("funds-since-1994"), Lang::ZH);
    assert!(chinese.plain.contains("所据："), "{}", chinese.plain);
    assert!(!chinese.plain.contains("As stated"), "{}", chinese.plain);
}

#[test]
fn bibtex_is_one_entry_whose_signs_are_no_commands() {
    let made = cited(&Cited::View("100 % of {a} & b_c".to_owned()), Lang::EN).bibtex;
    assert!(made.starts_with("@misc{beijing-lhasa-view-"), "{made}");
    let title = "title = {{100 \\% of \\{a\\} \\& b\\_c}},";
    assert!(made.contains(title), "{made}");
    assert!(made.contains("urldate = {2026-11-27}"), "{made}");
    assert!(made.contains("origdate = {2018}"), "{made}");
    // An address goes through as it is.
    assert!(made.contains("{https://example.org/?record=a_b&lang=en}"));
    let depth = made.replace("\\{", "").replace("\\}", "");
    let depth = depth.chars().fold(0_i32, |depth, letter| match letter {
        '{' => depth + 1,
        '}' => depth - 1,
        _ => depth,
    });
    assert_eq!(depth, 0, "{made}");
}

#[test]
fn csl_json_has_the_dates_as_precise_as_they_are_stated() {
    let made = cited(&record("funds-since-1994"), Lang::EN).csl;
    let items: Value = serde_json::from_str(&made).expect("JSON");
    let item = &items[0];
    assert_eq!(item["type"], "dataset");
    assert_eq!(item["number"], "funds-since-1994");
    assert_eq!(
        item["original-date"]["date-parts"],
        serde_json::json!([[2018]])
    );
    assert_eq!(
        item["accessed"]["date-parts"],
        serde_json::json!([[2026, 11, 27]])
    );
    assert_eq!(
        item["container-title"],
        "Beijing’s paired assistance to Lhasa"
    );
    let whole: Value = serde_json::from_str(&cited(&Cited::Dataset, Lang::EN).csl).expect("JSON");
    assert_eq!(whole[0]["container-title"], Value::Null);
    assert_eq!(whole[0]["title"], "Beijing’s paired assistance to Lhasa");
    assert_eq!(whole[0]["version"], item["version"]);
}

#[test]
fn any_dataset_can_be_cited() {
    for (name, text) in programmes() {
        let dataset = parse(text).expect("a dataset").dataset;
        for lang in dataset.languages.clone() {
            for ix in dataset.record_indices().take(3) {
                let made = cite(Citing {
                    dataset: &dataset,
                    text,
                    cited: &Cited::Record(ix),
                    link: "https://example.org/",
                    accessed: Date::parse("2026-11-27").expect("a day"),
                    lang,
                });
                let csl: Value = serde_json::from_str(&made.csl).expect("JSON");
                let key = csl[0]["id"].as_str().unwrap_or_default();
                assert!(
                    key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'),
                    "{name}: {key}"
                );
            }
        }
    }
}
