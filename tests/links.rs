//! Views as links: encode and decode are inverse; what is wrong is named.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod support;

use aid_atlas::PROGRAMME_JSON;
use comparison::{By, Subject, Subjects};
use coverage::{Side, Sides};
use model::{Aspect, Dataset, Date, Lang, Time, UnitIx, parse};
use proptest::prelude::*;
use query::{Column, Filter, Measure, Period, PlaceChoice, Sort, place_choices};
use std::sync::LazyLock;
use text::precision;
use view::{
    Control, Data, Embed, Entry, Focus, Label, Move, Notice, Origin, Panel, Scheme, Telling,
    ViewState, decode, encode, labels, requested_form, requested_origin, split_fragment, step,
};

static DATASET: LazyLock<Dataset> =
    LazyLock::new(|| parse(PROGRAMME_JSON).expect("the embedded dataset").dataset);

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
        subset(DATASET.kind_indices().collect()),
        subset(organisations.into_iter().collect()),
        subset(Aspect::ALL.to_vec()),
        period(),
        ".{0,12}",
    )
        .prop_map(
            |(places, sectors, kinds, organisations, lacks, period, text)| Filter {
                places: places.into_iter().collect(),
                sectors: sectors.into_iter().collect(),
                kinds: kinds.into_iter().collect(),
                organisations: organisations.into_iter().collect(),
                lacks: lacks.into_iter().collect(),
                period,
                text,
            },
        )
}

fn pick<T: Copy + std::fmt::Debug + 'static>(members: &'static [T]) -> impl Strategy<Value = T> {
    proptest::sample::select(members)
}

fn focus() -> impl Strategy<Value = Focus> {
    let one = |of: Vec<Focus>| proptest::sample::select(of);
    prop_oneof![
        proptest::sample::subsequence(place_choices(&DATASET), 1..=4)
            .prop_map(|places| Focus::Places(places.into_iter().collect())),
        proptest::sample::subsequence(DATASET.sector_indices().collect::<Vec<_>>(), 1..=4)
            .prop_map(|sectors| Focus::Sectors(sectors.into_iter().collect())),
        one(DATASET.kind_indices().map(Focus::Kind).collect()),
        one(DATASET
            .organisation_indices()
            .map(Focus::Organisation)
            .collect()),
        one(DATASET
            .derived
            .iter()
            .filter_map(|derived| DATASET.derived_by_id(&derived.id).map(Focus::Derived))
            .collect(),),
        proptest::sample::subsequence(DATASET.record_indices().collect::<Vec<_>>(), 1..=4)
            .prop_map(|records| Focus::Records(records.into_iter().collect())),
    ]
}

/// A step of any story of the dataset.
fn telling() -> impl Strategy<Value = Telling> {
    let steps = |story| {
        let all = 0..DATASET.story(story).steps.len();
        all.map(move |step| Telling { story, step })
    };
    proptest::sample::select(DATASET.story_indices().flat_map(steps).collect::<Vec<_>>())
}

fn data() -> impl Strategy<Value = Data> {
    prop_oneof![
        "[a-z]{1,8}(/[a-z0-9_-]{1,8}){0,2}\\.json".prop_map(Data::Below),
        "/[a-z]{1,8}/[a-zé?&=%;#+]{1,12}".prop_map(Data::Address),
        "https://[a-z]{1,8}\\.example/[a-z?&=%;#+]{0,12}".prop_map(Data::Address),
        "[a-zé&=%;#+ ]{0,12}\\.csv".prop_map(|name| Data::device(&name)),
    ]
}

fn origin() -> impl Strategy<Value = Origin> {
    (
        proptest::option::of(data()),
        proptest::option::of("[a-z0-9=:;|,.é-]{1,20}"),
        proptest::option::of(data()),
        proptest::option::of("[0-9a-f]{7,64}"),
    )
        .prop_map(|(data, columns, places, edition)| Origin {
            data,
            columns,
            places,
            edition,
        })
}

/// Some of one kind; none where a choice came twice.
fn subjects() -> impl Strategy<Value = Option<Subjects>> {
    let places = place_choices(&DATASET).into_iter().map(Subject::Place);
    let sectors = DATASET.sector_indices().map(Subject::Sector);
    let kinds = DATASET.kind_indices().map(Subject::Kind);
    let organisations = DATASET.organisation_indices().map(Subject::Organisation);
    let some = |all: Vec<Subject>| proptest::collection::vec(proptest::sample::select(all), 2..=4);
    let periods = period().prop_filter("some limit", |period| !period.is_all());
    prop_oneof![
        some(places.collect()),
        some(sectors.collect()),
        some(kinds.collect()),
        some(organisations.collect()),
        proptest::collection::vec(periods.prop_map(Subject::Time), 2..=4),
    ]
    .prop_map(Subjects::new)
}

fn by() -> impl Strategy<Value = By> {
    let counted = |ix: &UnitIx| DATASET.unit(*ix).is_counted();
    let units: Vec<UnitIx> = DATASET.unit_indices().filter(counted).collect();
    prop_oneof![
        Just(By::Amount),
        Just(By::Share),
        proptest::sample::select(units).prop_map(By::Per),
    ]
}

/// Labels, as whoever makes a link writes them.
fn written() -> impl Strategy<Value = Vec<Label>> {
    let records = DATASET.records.iter().map(|record| &record.id);
    let charts = DATASET.charts.iter().filter(|chart| chart.has_scale());
    let charts: Vec<&String> = charts.map(|chart| &chart.id).collect();
    let on = prop_oneof![
        (date(), date()).prop_filter_map("dates", |(from, to)| Some(format!("{}/{}", from?, to?))),
        proptest::sample::select(records.collect::<Vec<_>>()).prop_map(|id| format!("record:{id}")),
        (proptest::sample::select(charts), any::<f64>(), any::<f64>())
            .prop_map(|(id, from, to)| format!("chart:{id}:{from}/{to}")),
    ];
    proptest::collection::vec((on, ".{0,90}"), 0..4).prop_map(|lines| {
        let lines = lines.iter().map(|(on, text)| format!("{on} {text}"));
        labels(&lines.collect::<Vec<_>>().join("|"), &DATASET).0
    })
}

fn view() -> impl Strategy<Value = ViewState> {
    let embed = prop_oneof![
        Just(Embed::All),
        Just(Embed::View),
        Just(Embed::Map),
        Just(Embed::Timeline),
        proptest::sample::select(DATASET.chart_indices().collect::<Vec<_>>())
            .prop_map(Embed::Chart),
        proptest::sample::select(vec![
            Embed::Table,
            Embed::Comparison,
            Embed::Coverage,
            Embed::Checks
        ]),
        proptest::sample::select(DATASET.record_indices().collect::<Vec<_>>())
            .prop_map(Embed::Record),
    ];
    let record = proptest::option::of(0..DATASET.records.len());
    let rest = (
        (
            record,
            proptest::option::of(focus()),
            proptest::option::of(telling()),
        ),
        proptest::option::of(prop_oneof![Just(Lang::ZH), Just(Lang::EN)]),
        pick(Scheme::ALL),
        pick(Panel::ALL),
        proptest::option::of(embed),
        proptest::option::of(subset(Control::ALL.to_vec())),
        (origin(), written()),
    );
    (
        filter(),
        (
            proptest::sample::select(Measure::all(&DATASET)),
            any::<bool>(),
        ),
        (
            (pick(Column::ALL), any::<bool>()),
            (pick(Side::ALL), pick(Side::ALL)),
            (proptest::option::of(subjects()), by()),
        ),
        rest,
    )
        .prop_map(
            |(
                filter,
                (measure, about),
                ((column, descending), (rows, columns), (compared, compared_by)),
                ((record, focus, telling), lang, scheme, panel, embed, controls, (origin, labels)),
            )| ViewState {
                origin,
                telling,
                filter,
                measure,
                sort: Sort { column, descending },
                sides: Sides::new(rows, columns).unwrap_or_default(),
                compared: compared.flatten(),
                compared_by,
                focus,
                record: record.and_then(|at| DATASET.record_by_id(&DATASET.records[at].id)),
                lang,
                scheme,
                panel,
                about,
                embed,
                controls: controls.map(|some| some.into_iter().collect()),
                labels,
            },
        )
}

/// A piece of a link, sound or not.
fn part() -> impl Strategy<Value = String> {
    let names = proptest::sample::select(vec![
        "place", "sector", "kind", "org", "lacks", "from", "to", "q", "measure", "sort", "record",
        "focus", "coverage", "compare", "as", "edition", "story", "step", "panel", "lang",
        "scheme", "embed", "controls", "labels", "dataset", "From", "PLACE", "colour", "",
        "#38;to", "amp;kind", "pl%61ce",
    ]);
    let values = prop_oneof![
        ".{0,10}",
        "[%0-9a-fA-F]{0,9}",
        proptest::sample::select(vec![
            "nyemo",
            "nyemo,damxung",
            "2001/2006 a phase|2016 a day",
            "record:nowhere words|2001",
            "place:nyemo",
            "place:nyemo,",
            "sector:nowhere",
            "kind:",
            "city-wide,",
            ",",
            "2016",
            "2016-05",
            "2016-05-03",
            "timeline",
            "-time",
            "en",
            "EN",
            "none",
            "map",
            "chart:income",
            "tour",
            "3",
            "record:funds-since-1994",
            "sector,time",
            "time:2015,2016/2018",
            "time:2018/2015,2016",
            "place:nyemo,damxung,nyemo",
            "per:projects",
            "per:yuan",
            "share",
            "time,time",
            "a.json",
            "a/b.json",
            "../a.json",
            "%FF%FE",
            "%ED%A0%80",
            "%",
            "%2",
            "result;from=2015",
            "",
        ])
        .prop_map(str::to_owned),
    ];
    (names, values).prop_map(|(name, value)| format!("{name}={value}"))
}

/// What may stand between two of them.
fn joint() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "&",
        "&&",
        "&amp;",
        "&amp;amp;",
        "&#38;",
        ";",
        "#",
        "?",
        "",
        "%26",
        "\u{0}",
    ])
}

fn foreign() -> impl Strategy<Value = String> {
    proptest::sample::select(vec![
        "utm_source=x&utm_medium=y&UTM_Campaign=%E4%B8%AD",
        "fbclid=IwAR0",
        "gclid=1&gbraid=2&wbraid=3&dclid=4&msclkid=5&yclid=6",
        "mc_cid=1&mc_eid=2&igshid=3&si=4&spm=a.b",
        "from=singlemessage&isappinstalled=0",
        "from=groupmessage&isappinstalled=1&scene=1&clicktime=2&enterid=3",
        "from=timeline",
        "from=TimeLine&share_token=x&nsukey=y&sessionid=z&_t=1",
        "from=favorites",
        "share_source=copy_web",
        "_x_tr_sl=zh-CN&_x_tr_tl=en&_x_tr_hl=en&_x_tr_pto=wapp",
        "mibextid=a&rdid=b&__cft__%5B0%5D=c&__tn__=d&fb_action_ids=e",
        "tdsourcetag=s_pctim_aiomsg&_wv=1&weibo_id=2&sudaref=t.cn&vd_source=3&xsec_token=4",
        "from=from_copylink",
        "__hstc=1&__hssc=2&hsCtaTracking=3&elqTrackId=4&_kx=5&trk=6&lipi=7",
    ])
    .prop_map(str::to_owned)
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
    fn any_mangled_link_is_read_without_a_panic(
        parts in proptest::collection::vec(part(), 0..8),
        joints in proptest::collection::vec(joint(), 8),
    ) {
        let query: String = parts.iter().zip(&joints).map(|(p, j)| format!("{p}{j}")).collect();
        let first = decode(&query, &DATASET);
        let again = decode(&encode(&first.view, &DATASET), &DATASET);
        prop_assert_eq!(&again.view, &first.view, "{}", query);
        prop_assert_eq!(again.notices, Vec::<Notice>::new(), "{}", query);
        let (lang, is_embedded) = requested_form(&query);
        prop_assert_eq!(lang, first.view.lang, "{}", query);
        // A chart that the dataset does not have is an embedded view all the same.
        prop_assert!(is_embedded || first.view.embed.is_none(), "{}", query);
        prop_assert_eq!(requested_origin(&query), first.view.origin, "{}", query);
    }

    #[test]
    fn what_others_append_changes_nothing(view in view(), foreign in foreign(), before in any::<bool>()) {
        let own = encode(&view, &DATASET);
        let query = if before { format!("{foreign}&{own}") } else { format!("{own}&{foreign}") };
        let decoded = decode(&query, &DATASET);
        prop_assert_eq!(&decoded.notices, &Vec::<Notice>::new(), "{}", query);
        prop_assert_eq!(decoded.view, view, "{}", query);
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
            places: [nyemo, PlaceChoice::Whole].into(),
            kinds: [support::kind(&DATASET, "result")].into(),
            period: Period::new(Date::parse("2016"), Date::parse("2018-06")).expect("a period"),
            ..Filter::default()
        },
        measure: support::measure(&DATASET, "people"),
        sort: Sort {
            column: Column::Time,
            descending: true,
        },
        lang: Some(Lang::EN),
        embed: Some(Embed::Chart(support::chart_of(&DATASET, "income"))),
        ..ViewState::of(&DATASET)
    };
    assert_eq!(
        encode(&view, &DATASET),
        "place=nyemo,whole-area&kind=result&from=2016&to=2018-06&measure=people&sort=-time&lang=en&embed=chart:income"
    );
    assert_eq!(encode(&ViewState::of(&DATASET), &DATASET), "");
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
    assert_eq!(
        decoded.view.filter.kinds,
        [support::kind(&DATASET, "result")].into()
    );
}

#[test]
fn a_period_that_ends_before_it_begins_is_named() {
    let decoded = decode("from=2018&to=2015", &DATASET);
    assert_eq!(decoded.notices.len(), 1);
    assert!(decoded.view.filter.period.is_all());
}

#[test]
fn a_dataset_is_asked_for_below_the_app_on_its_host_or_by_https() {
    for (query, data) in [
        (
            "?lang=en&dataset=data/other.json",
            Data::Below("data/other.json".to_owned()),
        ),
        (
            "data=data/other.json",
            Data::Below("data/other.json".to_owned()),
        ),
        (
            "data=/files/a.csv%3Fv=2",
            Data::Address("/files/a.csv?v=2".to_owned()),
        ),
        (
            "data=https://a.example/b.xml",
            Data::Address("https://a.example/b.xml".to_owned()),
        ),
        (
            "dataset=https://a.example/b.xml",
            Data::Address("https://a.example/b.xml".to_owned()),
        ),
        (
            "data=device:my file.csv",
            Data::Device("my file.csv".to_owned()),
        ),
        (
            "dataset=a.json&data=b.json",
            Data::Below("b.json".to_owned()),
        ),
        (
            "data=a.json&dataset=b.json&data=",
            Data::Below("b.json".to_owned()),
        ),
    ] {
        assert_eq!(requested_origin(query).data, Some(data.clone()), "{query}");
        assert_eq!(read(query).origin.data, Some(data), "{query}");
    }
    for (data, name) in [
        ("data/other.json", "other.json"),
        ("/files/a.csv?v=2/3", "a.csv"),
        ("https://a.example/b/c.xml#d", "c.xml"),
        ("https://a.example/", "a.example"),
        ("device:my file.csv", "my file.csv"),
    ] {
        assert_eq!(Data::parse(data).expect("an address").name(), name);
    }
    let long = format!("https://a.example/{}", "a".repeat(4000));
    for foreign in [
        "http://example.org/x.json",
        "//example.org/x.json",
        "/\\example.org/x.json",
        "https://user@example.org/x.json",
        "../x.json",
        "data:,x",
        "javascript:x",
        "device:",
        &long,
    ] {
        let query = format!("data={foreign}");
        assert_eq!(requested_origin(&query).data, None, "{foreign}");
        assert_eq!(
            decode(&query, &DATASET).notices.len(),
            1,
            "{foreign} is named"
        );
    }
}

fn read(query: &str) -> ViewState {
    let decoded = decode(query, &DATASET);
    assert_eq!(decoded.notices, [], "{query}");
    decoded.view
}

#[test]
fn a_word_of_a_messenger_in_from_gives_way_to_a_date() {
    for query in [
        "from=2016&from=singlemessage",
        "from=singlemessage&from=2016",
        "from=2016&from=anything-else",
        "from=anything-else&from=2016",
        "from=2016&from=",
        "from=1990&from=2016&from=timeline&isappinstalled=0",
    ] {
        assert_eq!(
            read(query).filter.period.from(),
            Date::parse("2016"),
            "{query}"
        );
    }
    let alone = decode("from=anything-else", &DATASET);
    assert_eq!(alone.notices.len(), 1, "no date and no messenger: a slip");
    assert_eq!(
        decode("to=timeline", &DATASET).notices.len(),
        1,
        "only from is shared"
    );
}

#[test]
fn of_a_parameter_given_twice_the_last_holds() {
    let once = "place=damxung&sector=health&kind=result&org=mengniu&to=2018&q=b&measure=people\
                &sort=time&record=school-2014&panel=map&lang=en&scheme=dark&embed=map\
                &controls=filters&dataset=b.json";
    let before = "place=nyemo,city-wide&sector=education&kind=budget&org=ndrc&to=2017&q=a\
                  &measure=money&sort=title&record=mayor-visit-2018&panel=table&lang=zh\
                  &scheme=light&embed=all&controls=none&dataset=a.json";
    assert_eq!(read(&format!("{before}&{once}")), read(once));
    assert_eq!(
        requested_origin(&format!("{before}&{once}")).data,
        Data::parse("b.json")
    );
    assert!(read("place=nyemo&place=").filter.places.is_empty());
    let wrong = decode("measure=money&measure=love", &DATASET);
    assert_eq!(
        (wrong.view.measure, wrong.notices.len()),
        (Measure::default_of(&DATASET), 1)
    );
}

#[test]
fn links_that_were_mangled_on_the_way_are_read() {
    let wanted = read("place=nyemo,damxung&kind=result&lang=en");
    for query in [
        "?place=nyemo,damxung&amp;kind=result&amp;lang=en",
        "place=nyemo,damxung&amp;amp;kind=result&AMP;lang=en",
        "place=nyemo,damxung&#38;kind=result&#x26;lang=en",
        "place=nyemo,damxung&amp%3Bkind=result&lang=en",
        "place=nyemo%2Cdamxung&kind%3Dresult&%6Cang=en",
        "place=nyemo,damxung;kind=result;lang=en",
        "PLACE=Nyemo, damxung&Kind=RESULT&lang=En",
        "??place=,nyemo,,damxung,&&kind=+result+&lang=en&",
        "place=nyemo%2c%20damxung&kind=result&lang=en#records",
        "place=nyemo,damxung&kind=result&lang=en&q=&from=&to=&record=&measure=&sort=&embed=&controls=&dataset=",
        "&amp;place=nyemo,damxung&kind=result&lang=en&amp;",
    ] {
        assert_eq!(read(query), wanted, "{query}");
    }
    assert_eq!(read("q=a;b;c&lang=en").filter.text, "a;b;c");
    assert_eq!(read("q=a%26amp%3Bb+c%20d%2Be").filter.text, "a&amp;b c d+e");
    assert_eq!(
        requested_origin("?lang=en&amp;Dataset=data%2Fb.json#x").data,
        Data::parse("data/b.json")
    );
}

#[test]
fn broken_escapes_and_very_long_links_are_read() {
    for query in [
        "q=%",
        "q=%zz",
        "q=%E6%8B",
        "q=%FF",
        "q=%ED%A0%80",
        "%=%&%%%",
    ] {
        let view = decode(query, &DATASET).view;
        assert_eq!(read(&encode(&view, &DATASET)), view, "{query}");
    }
    let long: String = (0..20_000).map(|n| format!("&n{n}={n}")).collect();
    let notices = decode(&long, &DATASET).notices;
    assert!(notices.len() <= 13, "{}", notices.len());
    assert_eq!(notices.last(), Some(&Notice::Others(20_000 - 12)));
    let word = "x".repeat(100_000);
    let Some(Notice::UnknownParameter(shown)) = decode(&word, &DATASET).notices.pop() else {
        panic!("a name that nobody knows is named");
    };
    assert!(shown.chars().count() < 100);
}

#[test]
fn a_fragment_is_no_part_of_the_query() {
    assert_eq!(split_fragment("?lang=en#records"), ("?lang=en", "#records"));
    assert_eq!(split_fragment("#records"), ("", "#records"));
    assert_eq!(split_fragment("?a=1&#38;b=2#c"), ("?a=1&#38;b=2", "#c"));
    assert_eq!(split_fragment("?a=1&#38b"), ("?a=1&", "#38b"));
}

#[test]
fn an_interval_is_as_precise_as_its_coarser_end() {
    let interval = |from: &str, to: &str| {
        let date = |text: &str| Date::parse(text).expect("a date");
        precision(Lang::EN, Time::Interval(date(from), date(to)), &DATASET).text(Lang::EN)
    };
    assert_eq!(interval("2018-06", "2019"), "year");
    assert_eq!(interval("2016", "2018-06"), "year");
    assert_eq!(interval("2016-01-05", "2018-06"), "month");
    assert_eq!(interval("2016-01", "2018-06-30"), "month");
    assert_eq!(interval("2016", "2018-06-30"), "year");
    assert_eq!(interval("2016-01-05", "2018-06-30"), "day");
}

#[test]
fn a_language_may_be_given_with_its_script_and_country() {
    for (tag, lang) in [
        ("zh", Lang::ZH),
        ("zh_CN", Lang::ZH),
        ("zh-Hans-CN", Lang::ZH),
        ("EN-gb", Lang::EN),
        ("en_US", Lang::EN),
    ] {
        let view = read(&format!("lang={tag}"));
        assert_eq!(view.lang, Some(lang), "{tag}");
        assert_eq!(encode(&view, &DATASET), format!("lang={}", lang.tag()));
    }
    for other in ["fr", "zhx", "-", "english"] {
        assert_eq!(
            decode(&format!("lang={other}"), &DATASET).notices.len(),
            1,
            "{other}"
        );
    }
}

/// A browser's history, as far as the app's moves go.
struct Browser {
    entries: Vec<(ViewState, Entry)>,
    at: usize,
    is_framed: bool,
}

impl Browser {
    fn at(query: &str) -> Self {
        Self {
            entries: vec![(read(query), Entry::default())],
            at: 0,
            is_framed: false,
        }
    }

    fn query(&self) -> String {
        encode(&self.entries[self.at].0, &DATASET)
    }

    fn change(&mut self, change: impl FnOnce(&mut ViewState)) {
        let (now, entry) = self.entries[self.at].clone();
        let mut next = now.clone();
        change(&mut next);
        let queries = (encode(&now, &DATASET), encode(&next, &DATASET));
        match step(
            &entry,
            (&now, &next),
            (&queries.0, &queries.1),
            true,
            self.is_framed,
        ) {
            Move::Add(entry) => {
                self.entries.truncate(self.at + 1);
                self.entries.push((next, entry));
                self.at += 1;
            }
            Move::Replace(entry) => self.entries[self.at] = (next, entry),
            Move::Return(steps, entry) => {
                self.at -= steps;
                self.entries[self.at] = (next, entry);
            }
        }
    }

    fn open(&mut self, id: &str) {
        self.change(|v| v.record = DATASET.record_by_id(id));
    }

    fn close(&mut self) {
        self.change(|v| v.record = None);
    }
}

#[test]
fn back_never_opens_a_closed_record_again() {
    let mut browser = Browser::at("place=nyemo");
    browser.change(|v| v.measure = support::measure(&DATASET, "people"));
    let before = browser.query();
    browser.open("nyemo-funds");
    browser.close();
    assert_eq!(
        (browser.query(), browser.at),
        (before.clone(), 1),
        "closing is the step back"
    );
    browser.open("nyemo-funds");
    browser.open("district-funds");
    assert_eq!(
        browser.at, 3,
        "from record to record, Back returns to the first"
    );
    browser.close();
    assert_eq!((browser.query(), browser.at), (before, 1));
}

#[test]
fn a_record_that_a_link_opened_is_closed_for_good() {
    let mut browser = Browser::at("record=nyemo-funds&lang=en");
    browser.close();
    assert_eq!(
        (browser.query().as_str(), browser.at),
        ("lang=en", 0),
        "Back leaves"
    );
    let mut browser = Browser::at("record=nyemo-funds&lang=en");
    browser.open("district-funds");
    browser.open("school-2014");
    browser.close();
    assert_eq!(
        (browser.query().as_str(), browser.at),
        ("lang=en", 0),
        "Back leaves"
    );
}

#[test]
fn back_to_a_record_and_closing_it_there_returns_to_where_it_was_opened() {
    let mut browser = Browser::at("lang=en");
    browser.open("nyemo-funds");
    browser.open("district-funds");
    browser.at -= 1;
    browser.close();
    assert_eq!((browser.query().as_str(), browser.at), ("lang=en", 0));
}

#[test]
fn the_page_on_the_source_closes_like_a_record() {
    let mut browser = Browser::at("panel=map");
    browser.change(|v| v.about = true);
    browser.open("nyemo-funds");
    browser.close();
    assert_eq!(
        (browser.query().as_str(), browser.at),
        ("panel=map,about", 1)
    );
    browser.change(|v| v.about = false);
    assert_eq!((browser.query().as_str(), browser.at), ("panel=map", 0));
}

#[test]
fn choices_are_steps_and_letters_typed_are_none() {
    let mut browser = Browser::at("");
    browser.change(|v| v.measure = support::measure(&DATASET, "people"));
    browser.change(|v| v.scheme = Scheme::Dark);
    assert_eq!(browser.at, 2);
    let (now, next) = (ViewState::of(&DATASET), read("q=a"));
    let entry = Entry {
        below: vec!["x".to_owned()],
    };
    assert_eq!(
        step(&entry, (&now, &next), ("", "q=a"), false, false),
        Move::Replace(entry.clone())
    );
}

#[test]
fn in_a_frame_no_entry_is_added_and_none_is_gone_back() {
    let mut browser = Browser::at("embed=map");
    browser.is_framed = true;
    browser.change(|v| v.measure = support::measure(&DATASET, "people"));
    browser.open("nyemo-funds");
    browser.open("district-funds");
    browser.close();
    browser.change(|v| v.filter.kinds = [support::kind(&DATASET, "result")].into());
    assert_eq!((browser.entries.len(), browser.at), (1, 0));
}

#[test]
fn source_and_method_lie_over_a_part_of_the_page() {
    for (query, panel, about) in [
        ("panel=about", Panel::All, true),
        ("panel=map,about", Panel::Map, true),
        ("panel=table", Panel::Table, false),
        ("", Panel::All, false),
    ] {
        let decoded = decode(query, &DATASET);
        assert_eq!(decoded.notices, [], "{query}");
        assert_eq!((decoded.view.panel, decoded.view.about), (panel, about));
        assert_eq!(encode(&decoded.view, &DATASET), query);
        let mut closed = decoded.view;
        closed.about = false;
        assert_eq!(closed.panel, panel, "what was below stays");
    }
    let view = decode("panel=about,timeline", &DATASET).view;
    assert_eq!((view.panel, view.about), (Panel::Timeline, true));
    let view = decode("panel=all,about", &DATASET).view;
    assert_eq!(encode(&view, &DATASET), "panel=about");
    let view = decode("panel=map,about&panel=table", &DATASET).view;
    assert_eq!(
        (view.panel, view.about),
        (Panel::Table, false),
        "the last holds"
    );
    for wrong in ["panel=map,table", "panel=about,about", "panel=abouts"] {
        let decoded = decode(wrong, &DATASET);
        assert_eq!(decoded.notices.len(), 1, "{wrong}");
        assert_eq!(
            (decoded.view.panel, decoded.view.about),
            (Panel::All, false)
        );
    }
}

#[test]
fn a_link_without_a_measure_means_the_one_that_the_dataset_names() {
    let mut file: serde_json::Value = serde_json::from_str(PROGRAMME_JSON).expect("JSON");
    for (named, own, other) in [
        ("people", "people", "records"),
        ("records", "records", "people"),
    ] {
        file["defaultMeasure"] = named.into();
        let dataset = parse(&file.to_string()).expect("a dataset").dataset;
        let measure = |query: &str| decode(query, &dataset).view.measure;
        assert_eq!(measure(""), support::measure(&dataset, own));
        assert_eq!(measure("measure=love"), support::measure(&dataset, own));
        for word in ["records", "money", "people"] {
            let view = decode(&format!("measure={word}"), &dataset).view;
            assert_eq!(view.measure, support::measure(&dataset, word), "{word}");
            assert_eq!(decode(&encode(&view, &dataset), &dataset).view, view);
        }
        assert_eq!(encode(&ViewState::of(&dataset), &dataset), "");
        let chosen = ViewState {
            measure: support::measure(&dataset, other),
            ..ViewState::of(&dataset)
        };
        assert_eq!(encode(&chosen, &dataset), format!("measure={other}"));
        assert_eq!(chosen.only_filter(&dataset), ViewState::of(&dataset));
    }
}
