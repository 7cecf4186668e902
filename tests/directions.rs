//! Words of two directions in one line: what is put into sentences, and what
//! stands alone in a page that runs the other way, is kept apart on screen, and
//! plain in files.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod support;

use charts::{Setting, Shown, Theme, timeline};
use formats::{Export, csv, iati, json};
use model::{Dataset, Lang, parse};
use support::drawn::chart;
use support::fixtures::{CURRENCIES, POINTS};
use support::{LINK, all};
use text::Phrase;

const AR: Lang = Lang::of("ar");
const BEGIN: char = '\u{2068}';
const END: char = '\u{2069}';

/// The Arabic programme; what one record and the section that states it are
/// called is in `only` one of its two languages.
fn with_title_in(only: &str) -> Dataset {
    let mut made: serde_json::Value = serde_json::from_str(CURRENCIES).expect("JSON");
    let other = if only == "ar" { "en" } else { "ar" };
    for at in ["/records/0/title", "/documents/0/sections/0/title"] {
        let title = made.pointer_mut(at).expect("a title");
        title.as_object_mut().expect("an object").remove(other);
    }
    let loaded = parse(&made.to_string()).expect("a dataset");
    assert_eq!(loaded.problems, []);
    loaded.dataset
}

fn source(lang: Lang, dataset: &Dataset) -> String {
    text::names::source(lang, &dataset.records[0], dataset)
}

/// Each line of every tooltip, and the labels of bars.
fn drawn(lang: Lang, dataset: &Dataset) -> Vec<String> {
    let records = all(dataset);
    let setting = Setting {
        dataset,
        lang,
        theme: &Theme::LIGHT,
        compact: false,
        period: query::Period::default(),
    };
    let mut lines = Vec::new();
    for ix in dataset.chart_indices() {
        for bar in chart(ix, setting, &records, &[]).bars {
            lines.extend([bar.label, bar.text]);
            let tips = bar.segments.iter().flat_map(|s| s.tip.lines());
            lines.extend(tips.map(str::to_owned));
        }
    }
    let option = timeline(setting, &records, &Shown::default()).option;
    for datum in option["series"][1]["data"].as_array().expect("data") {
        let tip = datum["tip"].as_str().expect("a tooltip");
        lines.extend(tip.lines().map(str::to_owned));
    }
    lines
}

#[test]
fn an_english_title_on_an_arabic_page_is_kept_apart_and_so_the_other_way_round() {
    let english = with_title_in("en");
    assert_eq!(
        source(AR, &english),
        format!("{BEGIN}Money{END}, paragraph 1")
    );
    assert_eq!(source(Lang::EN, &english), "Money, paragraph 1");
    let title = format!("{BEGIN}The whole grant{END}");
    assert!(
        drawn(AR, &english).contains(&title),
        "as the line of a tooltip"
    );
    assert!(drawn(Lang::EN, &english).contains(&"The whole grant".to_owned()));

    let arabic = with_title_in("ar");
    assert_eq!(
        source(Lang::EN, &arabic),
        format!("{BEGIN}الأموال{END}, paragraph 1")
    );
    let title = format!("{BEGIN}إجمالي المنحة{END}");
    assert!(drawn(Lang::EN, &arabic).contains(&title));
    // Alone on its own page it runs as all does.
    assert!(drawn(AR, &arabic).contains(&"إجمالي المنحة".to_owned()));
}

#[test]
fn every_isolate_that_begins_in_a_line_ends_in_it() {
    for dataset in [with_title_in("en"), with_title_in("ar")] {
        for lang in [AR, Lang::EN, Lang::ZH] {
            for line in drawn(lang, &dataset) {
                let mut depth = 0;
                for letter in line.chars() {
                    depth += i32::from(letter == BEGIN) - i32::from(letter == END);
                    assert!((0..8).contains(&depth), "{line}");
                }
                assert_eq!(depth, 0, "{line}");
            }
        }
    }
}

#[test]
fn where_all_runs_one_way_nothing_is_put_in() {
    let french = parse(POINTS).expect("a dataset").dataset;
    let chinese = support::embedded();
    for (dataset, lang) in [
        (&french, Lang::of("fr")),
        (&french, Lang::EN),
        (&chinese, Lang::EN),
        (&chinese, Lang::ZH),
    ] {
        let lines = drawn(lang, dataset);
        assert!(lines.iter().all(|line| !line.contains([BEGIN, END])));
        assert!(!text::source_line(lang, dataset).contains([BEGIN, END]));
    }
}

#[test]
fn files_hold_the_words_alone() {
    for dataset in [with_title_in("en"), with_title_in("ar")] {
        let records = all(&dataset);
        let export = Export {
            dataset: &dataset,
            text: CURRENCIES,
            records: &records,
            link: LINK,
            period: query::Period::default(),
        };
        for file in [csv(export), iati(export).xml, json(export).expect("JSON")] {
            assert!(!file.contains([BEGIN, END]));
        }
        for file in published::files(&dataset, CURRENCIES, LINK) {
            assert!(!file.text.contains([BEGIN, END]), "{}", file.path);
        }
    }
}

#[test]
fn a_search_finds_what_is_kept_apart_on_screen() {
    let dataset = with_title_in("ar");
    let index = query::Index::new(&dataset, |record| text::said(&dataset, record));
    let filter = query::Filter {
        text: "المرحلة الأولى (2015".to_owned(),
        ..query::Filter::default()
    };
    assert!(!index.select(&filter).is_empty());
}

#[test]
fn each_part_of_a_line_says_its_language() {
    let dataset = parse(POINTS).expect("a dataset").dataset;
    let fr = Lang::of("fr");
    let parts = |phrase: Phrase| -> Vec<(String, Option<Lang>)> {
        let parts = phrase.parts().iter();
        parts.map(|part| (part.words.clone(), part.lang)).collect()
    };
    let own = |words: &str| (words.to_owned(), None);
    let said = |words: &str| (words.to_owned(), Some(fr));
    let record = dataset.record_by_id("forages-kassila").expect("a record");
    let record = dataset.record(record);
    assert_eq!(
        parts(text::qualified_parts(Lang::EN, &record.values[1], &dataset)),
        [own("about "), said("4,300 personnes")]
    );
    for lang in [Lang::EN, Lang::ZH, fr] {
        for ix in dataset.chart_indices() {
            let drawn = text::chart::Drawn {
                form: dataset.chart(ix).form,
                per: None,
                signs: text::chart::Signs {
                    expected: true,
                    ..text::chart::Signs::default()
                },
                bars: 1,
                more: 0,
            };
            let note = text::chart::note(lang, ix, drawn, &dataset);
            let expected = text::chart_expected(lang);
            let last = note.parts().last().expect("a part");
            assert!(last.words.ends_with(expected) && last.lang.is_none());
            let named = text::chart::title(lang, ix, &dataset);
            assert!(named.parts().iter().any(|part| part.lang == Some(fr)));
        }
    }
}
