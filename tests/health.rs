//! What records state and what they lack.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod support;

use model::{Aspect, Dataset, RecordIx};
use proptest::prelude::*;
use query::{Filter, Index, Said};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::{all, dataset, embedded, funds, loaded, named, record, with};

fn lacks(dataset: &Dataset, ix: RecordIx) -> BTreeSet<Aspect> {
    dataset.lacks(ix).collect()
}

#[test]
fn a_record_lacks_what_it_does_not_state() {
    let dataset = embedded();
    let of = |id| lacks(&dataset, named(&dataset, id).0);
    assert_eq!(of("damxung-funds"), [Aspect::Time].into());
    // What this dataset reads from the context the source does not state.
    assert_eq!(
        of("funds-since-1994"),
        [Aspect::Place, Aspect::Relation].into()
    );
    assert_eq!(of("chengguan-return-rate"), [Aspect::Relation].into());
    // What others state of it is stated.
    assert!(!of("out-of-poverty-2018").contains(&Aspect::Relation));
    assert_eq!(of("out-of-poverty-2018"), [Aspect::Value].into());
}

#[test]
fn a_filter_by_what_is_lacking_selects_what_lacks_any_of_it() {
    let dataset = embedded();
    let index = Index::new(&dataset, |_| Said::default());
    let filter = Filter {
        lacks: [Aspect::Value, Aspect::Place].into(),
        ..Filter::default()
    };
    let selected = index.select(&filter);
    let expected: Vec<RecordIx> = all(&dataset)
        .into_iter()
        .filter(|ix| {
            let record = dataset.record(*ix);
            record.values.is_empty() || record.places.is_empty()
        })
        .collect();
    assert!(!expected.is_empty() && expected.len() < dataset.records.len());
    assert_eq!(selected, expected);
}

/// Fields that a record may have or not.
fn fields() -> [Value; 5] {
    [
        json!({ "time": { "type": "point", "at": "2016" } }),
        json!({ "places": ["here"] }),
        json!({ "values": funds(json!(5)) }),
        json!({ "relations": [{ "type": "overlaps", "target": "other", "basis": "stated" }] }),
        json!({ "links": [{ "url": "https://a.example/", "title": { "zh": "文", "en": "Text" } }] }),
    ]
}

fn read(has: &[bool]) -> BTreeSet<Aspect> {
    let given = fields().into_iter().zip(has).filter(|(_, has)| **has);
    let made = given.fold(record("one"), |record, (fields, _)| with(record, fields));
    let mut file = dataset(vec![made, record("other")]);
    file["places"] =
        json!([{ "id": "here", "level": "county", "name": { "zh": "此", "en": "Here" } }]);
    let dataset = loaded(&file).dataset;
    let ix = dataset.record_by_id("one").expect("a record");
    lacks(&dataset, ix)
}

proptest! {
    #[test]
    fn to_state_more_never_lacks_more(
        has in proptest::collection::vec(any::<bool>(), 5),
        more in 0..5_usize,
    ) {
        let mut richer = has.clone();
        richer[more] = true;
        prop_assert!(read(&richer).is_subset(&read(&has)));
    }
}

#[test]
fn a_record_with_everything_lacks_nothing() {
    assert_eq!(read(&[true; 5]), BTreeSet::new());
    assert_eq!(
        read(&[false; 5]).len(),
        Aspect::ALL.len() - 1,
        "but for its source"
    );
}
