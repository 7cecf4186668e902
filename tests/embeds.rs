//! What embeds and codes need of a view: changed in part, and shortened.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

use aid_atlas::PROGRAMME_JSON;
use model::{Dataset, parse};
use std::sync::LazyLock;
use view::{LeftOut, ViewState, decode, encode, refused_data, replaced, shorten};

static DATASET: LazyLock<Dataset> =
    LazyLock::new(|| parse(PROGRAMME_JSON).expect("the embedded dataset").dataset);

fn view(query: &str) -> ViewState {
    let decoded = decode(query, &DATASET);
    assert_eq!(decoded.notices, [], "{query}");
    decoded.view
}

#[test]
fn only_the_named_parameters_are_replaced() {
    let now = "place=nyemo&q=school&measure=money&lang=en&embed=map";
    for (asked, names, wanted) in [
        (
            "lang=zh&place=damxung",
            vec!["lang"],
            "place=nyemo&q=school&measure=money&embed=map&lang=zh",
        ),
        (
            "place=damxung",
            vec!["filters"],
            "measure=money&lang=en&embed=map&place=damxung",
        ),
        ("", vec!["filters"], "measure=money&lang=en&embed=map"),
        (
            "measure=people",
            vec!["measure", "lang"],
            "place=nyemo&q=school&embed=map&measure=people",
        ),
        ("lang=zh", vec![], now),
        (
            "?lang=zh&&",
            vec!["lang", "nonsense"],
            "place=nyemo&q=school&measure=money&embed=map&lang=zh",
        ),
        (
            "bare&lang=zh",
            vec!["bare"],
            "place=nyemo&q=school&measure=money&lang=en&embed=map&bare",
        ),
    ] {
        assert_eq!(replaced(now, asked, &names), wanted, "{asked} {names:?}");
    }
    assert_eq!(replaced("", "lang=zh", &["lang"]), "lang=zh");
}

#[test]
fn what_an_editor_writes_is_read_as_in_a_link() {
    let now = "place=nyemo&q=school&measure=money&lang=en&embed=map";
    let wanted = view("place=damxung&kind=result&measure=money&lang=en&embed=map");
    for asked in [
        "place=damxung&amp;kind=result",
        "?Place=damxung&KIND=result",
        "pl%61ce=damxung&kind%3Dresult",
        "place=damxung;kind=result",
        "place=damxung&#38;kind=result#records",
        "place=nyemo&place=damxung&kind=result&lang=zh",
    ] {
        assert_eq!(view(&replaced(now, asked, &["filters"])), wanted, "{asked}");
    }
    let asked = "q=a%26b%3Dc+d&from=2016&from=singlemessage&isappinstalled=0";
    let read = view(&replaced(now, asked, &["filters"]));
    assert_eq!(
        read,
        view(&format!("{asked}&measure=money&lang=en&embed=map"))
    );
    assert_eq!(
        replaced(now, "LANG=zh&amp;kind=result", &[" Lang", "amp;kind"]),
        "place=nyemo&q=school&measure=money&embed=map&LANG=zh&kind=result"
    );
}

#[test]
fn what_replaces_is_read_as_links_are() {
    let now = "place=nyemo&q=a%20%26%20b&lang=en";
    for (asked, names) in [
        ("Place=damxung&LANG=zh", "filters,lang"),
        ("x=1&amp%3Bplace=damxung&amp;lang=zh", "filters,amp;lang"),
        ("place%3Ddamxung;lang=zh", "filters, Lang "),
    ] {
        let names: Vec<&str> = names.split(',').collect();
        assert_eq!(
            view(&replaced(now, asked, &names)),
            view("place=damxung&lang=zh"),
            "{asked}"
        );
    }
    assert_eq!(
        view(&replaced(now, "q=1%2B1%3D2&lang=zh", &["lang"])),
        view("place=nyemo&q=a%20%26%20b&lang=zh")
    );
    assert_eq!(
        view(&replaced(now, "q=1%2B1%3D2", &["q"])),
        view("place=nyemo&q=1%2B1%3D2&lang=en")
    );
}

#[test]
fn a_dataset_that_may_not_be_fetched_is_known_from_the_link_alone() {
    for refused in [
        "http://example.org/x.json",
        "../x.json",
        "//x.json",
        "数据.json",
    ] {
        let query = format!("embed=map&Dataset={refused}");
        assert_eq!(refused_data(&query).as_deref(), Some(refused));
    }
    for held in [
        "",
        "dataset=",
        "dataset=x.json",
        "dataset=../x.json&dataset=x.json",
    ] {
        assert_eq!(refused_data(held), None, "{held}");
    }
}

#[test]
fn filters_stand_for_every_part_of_a_filter() {
    let all = "place=nyemo&sector=education&kind=result&org=beijing-municipality&from=2010&to=2016&q=school";
    let now = encode(&view(&format!("{all}&sort=-value&lang=en")), &DATASET);
    let after = view(&replaced(&now, "", &["filters"]));
    assert_eq!(after, view("sort=-value&lang=en"));
}

#[test]
fn a_view_is_shortened_by_as_little_as_will_do() {
    let long = view(
        "place=nyemo&q=school&measure=people&sort=-value&record=school-2014&panel=map&lang=en&scheme=dark",
    );
    let length = |view: &ViewState| encode(view, &DATASET).len();
    let within = |most: usize| shorten(&long, &DATASET, |view| length(view) <= most);

    let (without_search, left_out) = within(length(&long) - 1).expect("shorter");
    assert_eq!(left_out, LeftOut::Search);
    assert_eq!(
        without_search,
        view(
            "place=nyemo&measure=people&sort=-value&record=school-2014&panel=map&lang=en&scheme=dark"
        )
    );

    let (without_filters, left_out) = within(length(&without_search) - 1).expect("shorter");
    assert_eq!(left_out, LeftOut::Filters);
    assert_eq!(
        without_filters,
        view("measure=people&sort=-value&record=school-2014&panel=map&lang=en&scheme=dark")
    );

    let (bare, left_out) = within(length(&without_filters) - 1).expect("shorter");
    assert_eq!(left_out, LeftOut::Settings);
    assert_eq!(bare, view("record=school-2014&panel=map&lang=en"));

    assert_eq!(within(length(&bare) - 1), None);
}

#[test]
fn a_form_that_leaves_nothing_out_is_no_shorter_one() {
    let no_search = view("place=nyemo");
    let (_, left_out) = shorten(&no_search, &DATASET, |_| true).expect("shorter");
    assert_eq!(left_out, LeftOut::Filters);
    assert_eq!(
        shorten(&view("record=school-2014"), &DATASET, |_| true),
        None
    );
}

#[test]
fn another_dataset_stays_in_every_form() {
    let other = view("dataset=other/programme.json&q=school");
    let (bare, _) = shorten(&other, &DATASET, |view| view.filter.text.is_empty()).expect("shorter");
    assert_eq!(bare.origin.data, view::Data::parse("other/programme.json"));
}
