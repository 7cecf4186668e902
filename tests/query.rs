//! Filters: what they select, and the counts beside each choice.

use aid_atlas::dataset::{Dataset, Date, EMBEDDED, Kind, RecordIx, parse};
use aid_atlas::lang::Lang;
use aid_atlas::query::{Filter, Index, Period, PlaceChoice, place_choices, sort, toggle};
use aid_atlas::view::{Column, Sort};

fn setup() -> (Dataset, Index) {
    let dataset = parse(EMBEDDED).expect("the embedded dataset").dataset;
    let index = Index::new(&dataset);
    (dataset, index)
}

fn ids<'a>(dataset: &'a Dataset, records: &[RecordIx]) -> Vec<&'a str> {
    records
        .iter()
        .map(|ix| dataset.record(*ix).id.as_str())
        .collect()
}

fn place(dataset: &Dataset, id: &str) -> PlaceChoice {
    PlaceChoice::Place(dataset.place_by_id(id).expect("a place"))
}

#[test]
fn no_filter_selects_everything() {
    let (dataset, index) = setup();
    assert_eq!(
        index.select(&Filter::default()).len(),
        dataset.records.len()
    );
}

#[test]
fn a_place_brings_what_lies_in_it() {
    let (dataset, index) = setup();
    let filter = Filter {
        places: [place(&dataset, "nyemo")].into(),
        ..Filter::default()
    };
    let found = index.select(&filter);
    assert!(
        ids(&dataset, &found).contains(&"karru-village"),
        "a site in a township in Nyêmo"
    );
    assert!(!ids(&dataset, &found).contains(&"damxung-funds"));
}

#[test]
fn city_wide_and_programme_wide_records_are_no_divisions() {
    let (dataset, index) = setup();
    let select = |choice| {
        index.select(&Filter {
            places: [choice].into(),
            ..Filter::default()
        })
    };
    let city = select(PlaceChoice::CityWide);
    assert!(ids(&dataset, &city).contains(&"funds-poverty-relief"));
    assert!(!ids(&dataset, &city).contains(&"nyemo-funds"));
    let programme = select(PlaceChoice::ProgrammeWide);
    assert!(ids(&dataset, &programme).contains(&"funds-since-1994"));
}

#[test]
fn lists_narrow_each_other_and_widen_themselves() {
    let (dataset, index) = setup();
    let one = Filter {
        kinds: [Kind::Transaction].into(),
        ..Filter::default()
    };
    let two = Filter {
        kinds: [Kind::Transaction, Kind::Budget].into(),
        ..Filter::default()
    };
    assert!(index.select(&two).len() > index.select(&one).len());
    let both = Filter {
        places: [place(&dataset, "nyemo")].into(),
        ..one
    };
    assert_eq!(
        ids(&dataset, &index.select(&both)),
        ["nyemo-funds", "district-funds"]
    );
}

#[test]
fn text_finds_both_languages_place_names_and_plain_letters() {
    let (dataset, index) = setup();
    let search = |text: &str| {
        let found = index.select(&Filter {
            text: text.to_owned(),
            ..Filter::default()
        });
        ids(&dataset, &found)
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    assert!(search("藏鸡").contains(&"nyemo-funds".to_owned()));
    assert!(
        search("CHICKEN tibetan").contains(&"nyemo-funds".to_owned()),
        "every word, in any order and case"
    );
    assert!(
        search("nyemo").contains(&"nyemo-baseline".to_owned()),
        "without the circumflex"
    );
    assert_eq!(search("Nyêmo"), search("nyemo"));
    assert!(
        search("当雄县").contains(&"damxung-people".to_owned()),
        "a place name"
    );
    for other in ["nimu", "康玛药泉", "拉萨北京实验中学"] {
        assert!(!search(other).is_empty(), "a place's other name: {other}");
    }
    assert!(search("no such words").is_empty());
}

#[test]
fn a_period_leaves_unknown_times_out() {
    let (dataset, index) = setup();
    let period = Period::new(Date::parse("2014"), Date::parse("2014")).expect("a period");
    let found = index.select(&Filter {
        period,
        ..Filter::default()
    });
    let found = ids(&dataset, &found);
    assert!(found.contains(&"school-2014"));
    assert!(
        found.contains(&"funds-since-1994"),
        "since 1994 covers 2014"
    );
    assert!(!found.contains(&"nyemo-funds"), "its time is unknown");
    assert!(!found.contains(&"mayor-visit-2018"));
    assert!(
        !found.contains(&"chengguan-poverty-rate"),
        "up to 2018: its start is not guessed"
    );
    assert_eq!(Period::new(Date::parse("2018"), Date::parse("2016")), None);
}

#[test]
fn each_count_is_what_the_choice_would_leave() {
    let (dataset, index) = setup();
    let base = Filter {
        kinds: [Kind::Result].into(),
        text: "a".to_owned(),
        ..Filter::default()
    };
    let facets = index.facets(&base);
    for choice in place_choices(&dataset) {
        let alone = Filter {
            places: [choice].into(),
            ..base.clone()
        };
        assert_eq!(
            facets.places.get(&choice).copied().unwrap_or(0),
            index.select(&alone).len(),
            "{choice:?}"
        );
    }
    for kind in Kind::ALL {
        let alone = Filter {
            kinds: [*kind].into(),
            ..base.clone()
        };
        assert_eq!(
            facets.kinds.get(kind).copied().unwrap_or(0),
            index.select(&alone).len(),
            "{kind:?}"
        );
    }
    for (sector, count) in &facets.sectors {
        let alone = Filter {
            sectors: [*sector].into(),
            ..base.clone()
        };
        assert_eq!(*count, index.select(&alone).len());
    }
    for (organisation, count) in &facets.organisations {
        let alone = Filter {
            organisations: [*organisation].into(),
            ..base.clone()
        };
        assert_eq!(*count, index.select(&alone).len());
    }
}

#[test]
fn a_choice_made_twice_is_undone() {
    let mut filter = Filter::default();
    toggle(&mut filter.kinds, Kind::Result);
    assert_ne!(filter, Filter::default());
    toggle(&mut filter.kinds, Kind::Result);
    assert_eq!(filter, Filter::default());
}

#[test]
fn sorting_puts_what_is_not_stated_last_either_way() {
    let (dataset, index) = setup();
    for descending in [false, true] {
        let mut records = index.select(&Filter::default());
        sort(
            &dataset,
            Lang::En,
            Sort {
                column: Column::Time,
                descending,
            },
            &mut records,
        );
        let unknown = |ix: &RecordIx| dataset.days(dataset.record(*ix).time.time).is_none();
        let first_unknown = records.iter().position(unknown).expect("some are unknown");
        assert!(records[first_unknown..].iter().all(unknown));
        let known: Vec<_> = records[..first_unknown]
            .iter()
            .map(|ix| dataset.days(dataset.record(*ix).time.time))
            .collect();
        assert!(known.windows(2).all(|w| if descending {
            w[0] >= w[1]
        } else {
            w[0] <= w[1]
        }));
    }
}
