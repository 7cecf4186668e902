//! Views as links: encode and decode are inverse; what is wrong is named.
#![cfg(not(target_arch = "wasm32"))]

use aid_atlas::charts::ChartId;
use aid_atlas::dataset::{Dataset, Date, EMBEDDED, Kind, parse};
use aid_atlas::lang::Lang;
use aid_atlas::query::{Filter, Period, PlaceChoice, place_choices};
use aid_atlas::view::{
    Column, Control, Embed, Measure, Notice, Panel, Scheme, Sort, ViewState, decode, encode,
    requested_dataset,
};
use proptest::prelude::*;
use std::sync::LazyLock;

static DATASET: LazyLock<Dataset> =
    LazyLock::new(|| parse(EMBEDDED).expect("the embedded dataset").dataset);

fn subset<T: Clone + std::fmt::Debug + 'static>(members: Vec<T>) -> impl Strategy<Value = Vec<T>> {
    let most = members.len().min(4);
    proptest::sample::subsequence(members, 0..=most)
}

fn date() -> impl Strategy<Value = Option<Date>> {
    proptest::option::of(
        (1990..2030_u16, proptest::option::of(1..=12_u8)).prop_filter_map(
            "a date",
            |(year, month)| {
                Date::parse(
                    &month.map_or_else(|| format!("{year}"), |month| format!("{year}-{month:02}")),
                )
            },
        ),
    )
}

fn period() -> impl Strategy<Value = Period> {
    (date(), date()).prop_filter_map("in order", |(from, to)| Period::new(from, to))
}

fn filter() -> impl Strategy<Value = Filter> {
    let sectors = DATASET
        .records
        .iter()
        .map(|r| r.sector)
        .collect::<std::collections::BTreeSet<_>>();
    let organisations = DATASET
        .records
        .iter()
        .flat_map(|r| r.organisations.iter().map(|o| o.organisation))
        .collect::<std::collections::BTreeSet<_>>();
    (
        subset(place_choices(&DATASET)),
        subset(sectors.into_iter().collect()),
        subset(Kind::ALL.to_vec()),
        subset(organisations.into_iter().collect()),
        period(),
        ".{0,12}",
    )
        .prop_map(
            |(places, sectors, kinds, organisations, period, text)| Filter {
                places: places.into_iter().collect(),
                sectors: sectors.into_iter().collect(),
                kinds: kinds.into_iter().collect(),
                organisations: organisations.into_iter().collect(),
                period,
                text,
            },
        )
}

fn pick<T: Copy + std::fmt::Debug + 'static>(members: &'static [T]) -> impl Strategy<Value = T> {
    proptest::sample::select(members)
}

fn view() -> impl Strategy<Value = ViewState> {
    let embed = prop_oneof![
        Just(Embed::All),
        Just(Embed::Map),
        Just(Embed::Timeline),
        pick(ChartId::ALL).prop_map(Embed::Chart),
    ];
    let record = proptest::option::of(0..DATASET.records.len());
    let rest = (
        record,
        proptest::option::of(prop_oneof![Just(Lang::Zh), Just(Lang::En)]),
        pick(Scheme::ALL),
        pick(Panel::ALL),
        proptest::option::of(embed),
        proptest::option::of(subset(Control::ALL.to_vec())),
        proptest::option::of("[a-z]{1,8}(/[a-z0-9_-]{1,8}){0,2}\\.json"),
    );
    (
        filter(),
        pick(Measure::ALL),
        (pick(Column::ALL), any::<bool>()),
        rest,
    )
        .prop_map(
            |(
                filter,
                measure,
                (column, descending),
                (record, lang, scheme, panel, embed, controls, dataset),
            )| ViewState {
                dataset,
                filter,
                measure,
                sort: Sort { column, descending },
                record: record.and_then(|at| DATASET.record_by_id(&DATASET.records[at].id)),
                lang,
                scheme,
                panel,
                embed,
                controls: controls.map(|some| some.into_iter().collect()),
            },
        )
}

proptest! {
    #[test]
    fn decoding_gives_back_what_was_encoded(view in view()) {
        let query = encode(&view, &DATASET);
        let decoded = decode(&query, &DATASET);
        prop_assert_eq!(&decoded.notices, &Vec::<Notice>::new(), "{}", query);
        prop_assert_eq!(decoded.view, view);
    }

    #[test]
    fn any_query_is_read_without_a_panic_and_what_was_read_stands(query in ".{0,80}") {
        let first = decode(&query, &DATASET).view;
        let again = decode(&encode(&first, &DATASET), &DATASET);
        prop_assert_eq!(again.view, first);
    }

    #[test]
    fn a_link_is_plain_ascii_without_spaces(view in view()) {
        let query = encode(&view, &DATASET);
        prop_assert!(query.bytes().all(|b| b.is_ascii_graphic()), "{}", query);
    }
}

#[test]
fn a_link_can_be_read_by_a_person() {
    let nyemo = PlaceChoice::Place(DATASET.place_by_id("nyemo").expect("a place"));
    let view = ViewState {
        filter: Filter {
            places: [nyemo, PlaceChoice::CityWide].into(),
            kinds: [Kind::Result].into(),
            period: Period::new(Date::parse("2016"), Date::parse("2018-06")).expect("a period"),
            ..Filter::default()
        },
        measure: Measure::People,
        sort: Sort {
            column: Column::Time,
            descending: true,
        },
        lang: Some(Lang::En),
        embed: Some(Embed::Chart(ChartId::Income)),
        ..ViewState::default()
    };
    assert_eq!(
        encode(&view, &DATASET),
        "place=nyemo,city-wide&kind=result&from=2016&to=2018-06&measure=people&sort=-time&lang=en&embed=chart:income"
    );
    assert_eq!(encode(&ViewState::default(), &DATASET), "");
}

#[test]
fn what_is_wrong_is_named_and_the_rest_holds() {
    let decoded = decode(
        "?place=nyemo,atlantis&measure=love&colour=red&record=nothing&kind=result&from=soon",
        &DATASET,
    );
    let wrong = |parameter: &str, value: &str| Notice::UnknownValue {
        parameter: parameter.to_owned(),
        value: value.to_owned(),
    };
    assert_eq!(
        decoded.notices,
        [
            wrong("place", "atlantis"),
            wrong("measure", "love"),
            Notice::UnknownParameter("colour".to_owned()),
            wrong("record", "nothing"),
            wrong("from", "soon"),
        ]
    );
    assert_eq!(decoded.view.filter.places.len(), 1);
    assert_eq!(decoded.view.filter.kinds, [Kind::Result].into());
}

#[test]
fn a_period_that_ends_before_it_begins_is_named() {
    let decoded = decode("from=2018&to=2015", &DATASET);
    assert_eq!(decoded.notices.len(), 1);
    assert!(decoded.view.filter.period.is_all());
}

#[test]
fn only_a_dataset_beside_the_app_can_be_asked_for() {
    assert_eq!(
        requested_dataset("?lang=en&dataset=data/other.json").as_deref(),
        Some("data/other.json")
    );
    for foreign in [
        "https://example.org/x.json",
        "//example.org/x.json",
        "/x.json",
        "../x.json",
        "data:,x",
        "",
    ] {
        let query = format!("dataset={foreign}");
        assert_eq!(requested_dataset(&query), None, "{foreign}");
        assert_eq!(
            decode(&query, &DATASET).notices.len(),
            1,
            "{foreign} is named"
        );
    }
}
