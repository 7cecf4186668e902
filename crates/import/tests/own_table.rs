//! The table that this app exports is read back: what it holds stays the same.
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod tabled;

use formats::{Export, csv};
use import::FindingKind;
use model::{Dataset, Lang, RecordIx, RelationKind, Target, Time, parse};
use proptest::prelude::*;
use serde_json::json;
use tabled::{count, dataset, read};

fn export(dataset: &Dataset) -> String {
    let records: Vec<RecordIx> = dataset.record_indices().collect();
    csv(Export {
        dataset,
        text: "",
        records: &records,
        period: query::Period::default(),
        link: "https://atlas.example/?sector=water",
    })
}

fn back(exported: &str) -> Dataset {
    let imported = read("mine.csv", exported.as_bytes()).expect("our own table");
    assert_eq!(count(&imported, &FindingKind::OwnTable), 1);
    dataset(&imported)
}

/// A time as dates: a period is named by its own.
fn time(dataset: &Dataset, time: Time) -> String {
    match time {
        Time::Plan(plan) => {
            let plan = dataset.plans.get(plan.at()).expect("a period");
            format!("period {} {}", plan.from, plan.to)
        }
        other => format!("{other:?}"),
    }
}

/// All that a table holds of the records, in words that do not depend on positions.
fn held(dataset: &Dataset) -> Vec<String> {
    let records = dataset.records.iter().map(|record| {
        let values: Vec<String> = record
            .values
            .iter()
            .map(|value| {
                let unit = dataset.unit(value.of.unit);
                let currency = unit.currency().map(|ix| dataset.currency(ix).code.clone());
                format!(
                    "{} {} {} {} {currency:?} {:?} {:?}",
                    value.key,
                    dataset.indicator(value.of.indicator).id,
                    value.stated,
                    unit.id,
                    value.qualifier,
                    value.value_date,
                )
            })
            .collect();
        let places: Vec<String> = record
            .places
            .iter()
            .map(|ix| dataset.place(*ix))
            .map(|place| format!("{} {:?}", place.id, place.name))
            .collect();
        let organisations: Vec<String> = record
            .organisations
            .iter()
            .map(|part| format!("{:?} {}", part.role, dataset.organisation(part.organisation).id))
            .collect();
        // The table lists relations by their kind.
        let relations: Vec<String> = RelationKind::ALL
            .iter()
            .flat_map(|kind| record.relations.iter().filter(move |one| one.kind == *kind))
            .filter_map(|relation| match relation.target {
                Target::Record(ix) => Some(format!("{:?} {}", relation.kind, dataset.record(ix).id)),
                Target::Derived(_) => None,
            })
            .collect();
        let codes: Vec<String> = dataset
            .codes(record)
            .iter()
            .map(|code| format!("{}:{}", code.vocabulary, code.code))
            .collect();
        let sources: Vec<String> = record
            .sources
            .iter()
            .map(|at| {
                let document = dataset.documents.get(at.document.at()).expect("a document");
                let section = document.sections.get(at.section).expect("a section");
                format!("{} {}", section.id, at.paragraph)
            })
            .collect();
        format!(
            "{} {} {} {:?} {:?} {} {values:?} {places:?} {organisations:?} {relations:?} {codes:?} {sources:?}",
            record.id,
            dataset.kind(record.kind).id,
            dataset.sector(record.sector).id,
            record.title,
            record.note,
            time(dataset, record.time.time),
        )
    });
    records.collect()
}

#[test]
fn the_example_is_the_same_after_a_way_out_and_in() {
    let example = include_str!("../../../public/schema/example.json");
    let example = parse(example).expect("the example").dataset;
    let again = back(&export(&example));
    assert_eq!(held(&again), held(&example));
    assert_eq!(again.licence, example.licence);
    assert_eq!(again.languages, example.languages);
    // What the table does not say is not made up.
    assert!(again.indicators.iter().all(|indicator| !indicator.adds));
    assert!(again.places.iter().all(|place| place.coordinates.is_none()));
    let per_well = again.units.iter().find(|unit| unit.id == "eur-per-well");
    assert!(per_well.is_none_or(|unit| !unit.is_sum_of_money()));
}

#[test]
fn what_was_read_from_another_table_is_the_same_after_a_way_out_and_in() {
    let (first, _) = tabled::table(
        "id,title,sector,place,lat,lon,transaction_type,amount,currency,start,end\n\
         1,Wells,Water,North,10.5,2.5,Commitment,~1.50,EUR,2014,2016\n\
         1,Wells,Water,South,9.5,2.5,Disbursement,(7),EUR,2014,2016\n\
         2,'Quoted' =1+1,,,,,,,,,2015-05\n",
    );
    assert_eq!(held(&back(&export(&first))), held(&first));
}

#[test]
fn a_relation_to_what_was_not_exported_is_named() {
    let text = "record,kind,title_en,sector,sector_codes,places,organisations,time_type,time_from,time_to,value,\
                indicator,amount,unit,currency,value_date,qualifier,part_of,document,section,paragraph,licence\n\
                a,k,A,s,,,,unknown,,,,,,,,,,b,\"Report, X\",one,2,CC0-1.0\n";
    let imported = read("mine.csv", text.as_bytes()).expect("our own table");
    let dataset = dataset(&imported);
    assert!(dataset.records[0].relations.is_empty());
    assert_eq!(count(&imported, &FindingKind::RelationLost), 1);
    assert_eq!(dataset.documents[0].title.get(Lang::EN), "Report");
}

/// Words with everything that tables have trouble with.
fn words() -> impl Strategy<Value = String> {
    "[a-z '=+,;|\"\r\n\u{e9}\u{4e2d}-]{0,12}x"
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_numbers_and_times_stay_the_same(
        records in proptest::collection::vec((words(), words(), -1_000_000_i64..1_000_000, 0..4_usize), 1..6),
    ) {
        let times = [
            json!({ "type": "unknown" }),
            json!({ "type": "point", "at": "2014-02-28" }),
            json!({ "type": "since", "from": "2014" }),
            json!({ "type": "interval", "from": "2014-01", "to": "2015" }),
        ];
        let records: Vec<_> = records.iter().enumerate().map(|(at, (title, note, amount, time))| json!({
            "id": format!("r-{at}"),
            "kind": "k",
            "sector": "s",
            "title": { "en": title, "fr": note },
            "note": { "en": note },
            "time": times.get(*time),
            "values": [{ "indicator": "i", "amount": amount, "unit": "eur", "qualifier": "about" }],
            "source": { "document": "d", "section": "one", "paragraph": at + 1 },
        })).collect();
        let file = json!({
            "schema": "aid-atlas/2",
            "id": "any",
            "languages": ["en", "fr"],
            "title": { "en": "Any" },
            "summary": { "en": "Any" },
            "licence": "CC0-1.0",
            "asOf": "2020",
            "currencies": [{ "code": "EUR" }],
            "units": [{ "id": "eur", "currency": "EUR" }],
            "indicators": [{ "id": "i", "name": { "en": "I" } }],
            "kinds": [{ "id": "k", "name": { "en": "K" } }],
            "documents": [{
                "id": "d",
                "title": { "en": "D" },
                "publisher": { "en": "P" },
                "published": { "en": "-" },
                "sections": [{ "id": "one", "title": { "en": "One" }, "paragraphs": 9 }],
            }],
            "sectors": [{ "id": "s", "name": { "en": "S" } }],
            "records": records,
        });
        let first = parse(&file.to_string()).expect("a dataset").dataset;
        prop_assert_eq!(held(&back(&export(&first))), held(&first));
    }
}
