//! What stays lit: its link, its records, and what may be said of them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod support;

use model::Dataset;
use query::{Filter, Index, Measure, PlaceChoice};
use support::embedded;
use view::{Entry, Focus, Move, Notice, ViewState, decode, encode, step};

fn index(dataset: &Dataset) -> Index {
    Index::new(dataset, |record| text::said(dataset, record))
}

#[test]
fn a_focus_is_in_the_link_and_selects_nothing() {
    let dataset = embedded();
    let decoded = decode("focus=place:nyemo&record=funds-since-1994", &dataset);
    assert_eq!(decoded.notices, []);
    let nyemo = dataset.place_by_id("nyemo").expect("a place");
    let place = Focus::place(PlaceChoice::Place(nyemo));
    assert_eq!(decoded.view.focus, Some(place));
    assert_eq!(
        decoded.view.filter,
        Filter::default(),
        "a focus is no filter"
    );
    assert_eq!(
        encode(&decoded.view, &dataset),
        "focus=place:nyemo&record=funds-since-1994"
    );
}

#[test]
fn back_undoes_that_a_focus_became_a_filter() {
    let dataset = embedded();
    let now = decode("focus=place:nyemo", &dataset).view;
    let filtered = decode("place=nyemo", &dataset).view;
    let closed = ViewState::of(&dataset);
    let moved = |next: &ViewState| {
        let queries = (encode(&now, &dataset), encode(next, &dataset));
        let queries = (queries.0.as_str(), queries.1.as_str());
        step(&Entry::default(), (&now, next), queries, true, false)
    };
    assert_eq!(moved(&filtered), Move::Add(Entry::default()));
    // Closed by a button, an opened link is not what Back should show again.
    assert_eq!(moved(&closed), Move::Replace(Entry::default()));
}

#[test]
fn a_focus_on_what_is_unknown_is_named_and_lights_nothing() {
    let dataset = embedded();
    for focus in [
        "nyemo",
        "place:",
        "place:nowhere-at-all",
        "place:nyemo,nowhere-at-all",
        "colour:nyemo",
        "derived:none",
        "kind:nyemo",
    ] {
        let decoded = decode(&format!("focus={focus}"), &dataset);
        assert_eq!(decoded.view, ViewState::of(&dataset), "{focus}");
        let notice = Notice::UnknownValue {
            parameter: "focus".to_owned(),
            value: focus.to_owned(),
        };
        assert_eq!(decoded.notices, [notice], "{focus}");
    }
}

#[test]
fn a_focus_has_the_records_that_its_filter_selects() {
    let dataset = embedded();
    let index = index(&dataset);
    let all = dataset
        .sector_indices()
        .map(Focus::sector)
        .chain(dataset.kind_indices().map(Focus::Kind))
        .chain(dataset.organisation_indices().map(Focus::Organisation))
        .chain(query::place_choices(&dataset).into_iter().map(Focus::place));
    let mut found = 0;
    for focus in all {
        let filter = focus.filter().expect("a filter");
        let records = focus.records(&dataset, &index);
        assert_eq!(records, index.select(&filter), "{focus:?}");
        found += records.len();
    }
    assert!(
        found > dataset.records.len(),
        "places and sectors have records"
    );
}

#[test]
fn a_focus_on_a_computed_figure_has_what_it_is_computed_from() {
    let dataset = embedded();
    let index = index(&dataset);
    for (position, derived) in dataset.derived.iter().enumerate() {
        let ix = dataset.derived_by_id(&derived.id).expect("it is there");
        assert_eq!(ix.at(), position);
        let records = Focus::Derived(ix).records(&dataset, &index);
        assert!(!records.is_empty(), "{}", derived.id);
        for operand in derived.formula.operands() {
            if let model::Operand::Value(record, _) = operand {
                assert!(records.contains(&record), "{}", derived.id);
            }
        }
        assert!(records.is_sorted(), "in the dataset's order");
    }
}

#[test]
fn an_amount_that_a_place_shares_is_not_its_own() {
    let dataset = embedded();
    let index = index(&dataset);
    let nyemo = dataset.place_by_id("nyemo").expect("a place");
    let focus = Focus::place(PlaceChoice::Place(nyemo));
    let records = focus.records(&dataset, &index);
    let own = focus.own(&dataset, &records);
    let shared = dataset
        .record_by_id("district-budget-funds")
        .or_else(|| {
            dataset
                .record_indices()
                .find(|ix| records.contains(ix) && dataset.record(*ix).places.len() > 2)
        })
        .expect("a record of several places");
    assert!(records.contains(&shared) && !own.contains(&shared));
    let funds = Measure::default_of(&dataset);
    let said = |records: &[model::RecordIx]| {
        text::measured(model::Lang::EN, &dataset, records, funds).map(|f| f.text(model::Lang::EN))
    };
    assert_eq!(said(&own).as_deref(), Some("CNY 131 million"));
    assert_eq!(said(&[]), None, "what no record states is not said");
}
