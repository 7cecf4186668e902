//! What passes between the two programs comes out as it went in.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod support;

use aid_atlas::{PROGRAMME, PROGRAMME_FILE, PROGRAMME_JSON};
use comparison::By;
use coverage::Sides;
use formats::{Export, TextFile, csv, iati, json};
use model::{Date, Lang, Loaded, RecordIx, pack, parse, unpack};
use query::Period;
use reader::{Asked, Given, Sent, Unread, open, take};
use std::cell::Cell;
use std::fs;
use std::iter;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

fn texts() -> Vec<String> {
    let fixtures = ["points-usd-fr", "two-currencies-ar", "version-1"];
    let fixtures = fixtures
        .map(|name| fs::read_to_string(format!("tests/fixtures/{name}.json")).expect("a fixture"));
    iter::once(PROGRAMME_JSON.to_owned())
        .chain(fixtures)
        .collect()
}

/// All of it, in words: what is made again on the other side is in them too, but
/// for the order of a hash map.
fn told(read: &Loaded) -> String {
    let dataset = &read.dataset;
    for ix in dataset.record_indices() {
        let id = &dataset.record(ix).id;
        assert_eq!(dataset.record_by_id(id), Some(ix), "{id}");
    }
    format!(
        "{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}",
        read.problems,
        dataset.records,
        dataset.places,
        dataset.derived,
        dataset.charts,
        dataset.key_figures,
        dataset.links(),
        dataset.origins,
    )
}

#[test]
fn the_dataset_that_is_compiled_in_is_its_file_read() {
    let packed: Loaded = unpack(PROGRAMME).expect("a packed dataset");
    let packed = packed.complete();
    assert_eq!(
        told(&packed),
        told(&parse(PROGRAMME_JSON).expect("a dataset"))
    );
    let file = fs::read_to_string(format!("public/{PROGRAMME_FILE}")).expect("its file");
    assert_eq!(file, PROGRAMME_JSON);
}

fn given<'a>(file: (&'a [u8], &'a str), places: Option<(&'a [u8], &'a str)>) -> Given<'a> {
    Given {
        file,
        columns: "",
        places,
        encodings: reader::Encodings::TABLES,
        read_on: Date::parse("2026-11-27").expect("a date"),
    }
}

/// What comes of something that waits for nothing.
fn now<T>(work: impl Future<Output = T>) -> Option<T> {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(work).poll(&mut context) {
        Poll::Ready(done) => Some(done),
        Poll::Pending => None,
    }
}

#[test]
fn a_file_is_the_same_on_both_sides() {
    for text in texts() {
        let (opened, kept) =
            open(&given((text.as_bytes(), "a.json"), None), &mut |_| ()).expect("a dataset");
        assert_eq!(kept, text, "exports are cut from the text as it is");
        let sent = Sent::of(opened).expect("bytes");
        let sent = pack(&Ok::<_, Unread>(sent)).expect("bytes");
        let heard: Result<Sent, Unread> = unpack(&sent).expect("what was packed");
        let rest = async || ();
        let heard = now(heard.expect("a dataset").open(rest)).expect("no other rests");
        let heard = heard.expect("what was packed");
        assert_eq!(told(&heard.loaded), told(&parse(&text).expect("a dataset")));
    }
}

#[test]
fn many_records_come_in_parts_and_in_their_order() {
    let lines = (0..4_321).map(|at| format!("p-{at},Wells {at},2014\n"));
    let table: String = iter::once("id,title,year\n".to_owned())
        .chain(lines)
        .collect();
    let (opened, _) =
        open(&given((table.as_bytes(), "a.csv"), None), &mut |_| ()).expect("a table");
    let before = told(&opened.loaded);
    let rests = Cell::new(0);
    let rest = async || rests.set(rests.get() + 1);
    let sent = Sent::of(opened).expect("bytes");
    let heard = now(sent.open(rest)).expect("no other rests");
    assert_eq!(told(&heard.expect("what was sent").loaded), before);
    assert!(rests.get() > 3, "{} rests", rests.get());
}

#[test]
fn a_file_that_is_none_is_refused_with_its_reason() {
    let unread = open(
        &given((b"{\"schema\": \"other\"}", "a.json"), None),
        &mut |_| (),
    )
    .expect_err("no dataset");
    let sent = pack(&Err::<Sent, _>(unread.clone())).expect("bytes");
    let heard: Result<Sent, Unread> = unpack(&sent).expect("what was packed");
    assert_eq!(heard.expect_err("no dataset"), unread);
}

#[test]
fn bytes_of_something_else_are_an_error() {
    let (_, rest) = PROGRAMME.split_at(7);
    let (half, _) = PROGRAMME.split_at(PROGRAMME.len() / 2);
    for bytes in [&[] as &[u8], b"{}", &[255; 64], rest, half] {
        assert!(unpack::<Loaded>(bytes).is_err(), "{} bytes", bytes.len());
    }
}

#[test]
fn a_file_to_take_away_is_that_of_the_formats() {
    let dataset = support::embedded();
    let records: Vec<RecordIx> = dataset.record_indices().step_by(3).collect();
    let period = Period::default();
    let export = Export {
        dataset: &dataset,
        text: PROGRAMME_JSON,
        records: &records,
        period,
        link: support::LINK,
    };
    let told = iati(export);
    for (file, text, not_held) in [
        (TextFile::Csv, csv(export), 0),
        (TextFile::Json, json(export).expect("JSON"), 0),
        (TextFile::Iati, told.xml, told.not_held.len()),
    ] {
        let asked = Asked {
            file,
            records: records.clone(),
            period,
            link: support::LINK.to_owned(),
            sides: Sides::default(),
            compared: Vec::new(),
            compared_by: By::default(),
            lang: Lang::EN,
        };
        let asked: Asked = unpack(&pack(&asked).expect("bytes")).expect("what was packed");
        let taken = take(PROGRAMME_JSON, &asked).expect("a file");
        assert_eq!(taken.text, text, "{file:?}");
        assert_eq!(taken.not_held.len(), not_held, "{file:?}");
    }
}

#[test]
fn a_file_that_is_another_one_by_now_is_no_source_of_exports() {
    let asked = Asked {
        file: TextFile::Csv,
        records: vec![RecordIx::of(90_000)],
        period: Period::default(),
        link: String::new(),
        sides: Sides::default(),
        compared: Vec::new(),
        compared_by: By::default(),
        lang: Lang::EN,
    };
    assert!(take(PROGRAMME_JSON, &asked).is_err());
    assert!(take("{}", &asked).is_err());
}

#[test]
fn a_second_table_gives_the_points_and_only_a_table_has_one() {
    let sums = b"id,title,year\np-1,Wells,2014\n";
    let sites: (&[u8], &str) = (b"id,place_name,lat,lon\np-1,Podor,16.65,-14.95\n", "b.csv");
    let (opened, _) = open(&given((sums, "a.csv"), Some(sites)), &mut |_| ()).expect("a table");
    let [place] = opened.loaded.dataset.places.as_slice() else {
        panic!("{:?}", opened.loaded.dataset.places);
    };
    assert!(place.coordinates.is_some());
    assert!(opened.read.expect("of another kind").takes_places);
    let text = PROGRAMME_JSON.as_bytes();
    let (opened, _) = open(&given((text, "a.json"), Some(sites)), &mut |_| ()).expect("a dataset");
    assert!(opened.loaded.dataset.place_by_id("podor").is_none());
}
