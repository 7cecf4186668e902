//! Filters: what they select, and the counts beside each choice.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod support;

use aid_atlas::PROGRAMME_JSON;
use model::{Aspect, Dataset, Date, Lang, RecordIx, parse};
use query::{
    Column, Count, Filter, Index, Period, PlaceChoice, Ranks, Sort, fold, in_both, place_choices,
    sort, toggle,
};
use std::sync::LazyLock;
use support::fixtures::many;

fn setup() -> (Dataset, Index) {
    let dataset = parse(PROGRAMME_JSON).expect("the embedded dataset").dataset;
    let index = Index::new(&dataset, |record| text::said(&dataset, record));
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
    let city = select(PlaceChoice::Whole);
    assert!(ids(&dataset, &city).contains(&"funds-poverty-relief"));
    assert!(!ids(&dataset, &city).contains(&"nyemo-funds"));
    let programme = select(PlaceChoice::Nowhere);
    assert!(ids(&dataset, &programme).contains(&"funds-since-1994"));
}

#[test]
fn lists_narrow_each_other_and_widen_themselves() {
    let (dataset, index) = setup();
    let one = Filter {
        kinds: [support::kind(&dataset, "transaction")].into(),
        ..Filter::default()
    };
    let two = Filter {
        kinds: [
            support::kind(&dataset, "transaction"),
            support::kind(&dataset, "budget"),
        ]
        .into(),
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

/// The ids of the records that a search leaves.
fn search(text: &str) -> Vec<String> {
    static SETUP: LazyLock<(Dataset, Index)> = LazyLock::new(setup);
    let (dataset, index) = &*SETUP;
    let found = index.select(&Filter {
        text: text.to_owned(),
        ..Filter::default()
    });
    ids(dataset, &found)
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[track_caller]
fn finds(id: &str, texts: &[&str]) {
    for text in texts {
        assert!(
            search(text).iter().any(|found| found == id),
            "`{text}` finds {id}"
        );
    }
}

#[test]
fn records_are_found_by_their_names_for_rows() {
    finds("medical-new-departments", &["new depts"]);
    finds("hongzhi-rank-2017", &["2017 年秋"]);
}

#[test]
fn figures_are_found_as_people_write_them() {
    finds(
        "people-out-of-poverty",
        &[
            "18710",
            "18,710",
            "18 710",
            "１８７１０",
            "１８，７１０",
            "18'710",
            "18’710",
            "18\u{a0}710",
            "18\u{202f}710",
            "1.871万",
            "1.871 萬",
            "18.71 thousand",
            "18.71k",
            "18710人",
            "18,710 人",
            "18710 persons",
            "18710余人",
            "18,710多人",
            "拉萨 18710",
        ],
    );
    finds(
        "funds-since-1994",
        &[
            "44.7",
            "44.7亿",
            "44.7 亿",
            "44.7 億",
            "44.7亿元",
            "约44.7亿元",
            "约 44.7 亿元",
            "４４．７亿",
            "4.47",
            "4.47 billion",
            "4.47billion",
            "4.47 Billion",
            "4.47bn",
            "4470 million",
            "4,470 million",
            "CNY 4.47 billion",
            "cny4.47bn",
            "RMB 4.47 billion",
            "¥4.47 billion",
            "￥44.7亿",
            "4470000000",
            "4,470,000,000",
            "4 470 000 000",
            "447000万",
            "447,000 万元",
            "44.70亿",
            "4.47 billion yuan",
            "about 4.47 billion",
            "4.47 bn",
            "4,470 mln",
            "CN¥4.47 billion",
            "44亿7000万",
            "44亿7千万元",
            "44億7,000萬",
            "44.7亿元人民币",
            "44.7亿多元",
            "~44.7",
            "≈44.7亿",
            ">44.7",
            "+44.7亿",
            "资金：44.7亿",
            "【44.7亿】",
            "¥",
        ],
    );
    finds(
        "funds-poverty-relief",
        &[
            "9.97亿",
            "9.97",
            "997 million",
            "0.997 billion",
            "99700万",
            "9.97亿元",
        ],
    );
    finds(
        "share-for-targeted-relief",
        &[
            "80%",
            "80 %",
            "80％",
            "８０%",
            "80 percent",
            "80 per cent",
            "80",
            "80.0%",
            "80 pct",
            "百分之80",
        ],
    );
}

#[test]
fn a_figure_is_a_whole_number() {
    assert_eq!(search("18710"), ["people-out-of-poverty"]);
    for (part, id) in [
        ("1871", "people-out-of-poverty"),
        ("8710", "people-out-of-poverty"),
        ("18,71", "people-out-of-poverty"),
        ("8", "people-out-of-poverty"),
        ("8", "share-for-targeted-relief"),
        ("44", "funds-since-1994"),
        ("44.7 million", "funds-since-1994"),
        ("4.4", "funds-since-1994"),
        ("9.97%", "funds-poverty-relief"),
        ("997 billion", "funds-poverty-relief"),
        ("44亿700万", "funds-since-1994"),
        ("44.7亿7000万", "funds-since-1994"),
        ("44亿 7000万", "funds-since-1994"),
        ("百分之9.97", "funds-poverty-relief"),
        ("¥", "people-out-of-poverty"),
    ] {
        assert!(
            !search(part).iter().any(|found| found == id),
            "`{part}` is not in {id}"
        );
    }
    let percent = search("80%");
    assert!(percent.len() <= search("80").len());
}

#[test]
fn dates_and_numbers_in_words_are_found_as_they_stand() {
    finds(
        "mayor-visit-2018",
        &["2018年4月", "2018 年 4 月", "Apr 2018", "2018", "４月"],
    );
    assert!(!search("8年4月").contains(&"mayor-visit-2018".to_owned()));
    finds(
        "funds-13fyp-planned",
        &[
            "13th",
            "十三五",
            "“十三五”",
            "2016–2020",
            "2016-2020",
            "13fyp",
        ],
    );
    assert!(!search("3th").contains(&"funds-13fyp-planned".to_owned()));
    finds(
        "funds-since-1994",
        &["since 1994", "1994年以来", "1994 年以来"],
    );
}

#[test]
fn letters_are_compared_by_the_tables_of_unicode() {
    for (typed, stands) in [
        ("nye\u{302}mo", "Nyêmo"),
        ("NYÊMO", "nyemo"),
        ("ｂｅｉｊｉｎｇ", "Beijing"),
        ("gorkha", "Gorkhā"),
        ("Straße", "STRASSE"),
        ("STRAẞE", "strasse"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("İstanbul", "istanbul"),
        ("ﬁnance", "finance"),
        ("Việt Nam", "viet nam"),
        ("Łódź", "łodz"),
        ("Beijing's", "Beijing’s"),
        ("Xi’an", "xian"),
        ("Beijing–Lhasa", "Beijing-Lhasa"),
        ("soft\u{ad}\u{200b}ly", "softly"),
        ("a\u{3000}b", "a  b"),
        ("⑧ ㎡ ½", "8 m2 1⁄2"),
        (
            "拉薩 當雄 醫療 墨竹工卡縣 堆龍德慶區 達孜 億",
            "拉萨 当雄 医疗 墨竹工卡县 堆龙德庆区 达孜 亿",
        ),
        ("豈\u{f900}", "岂岂"),
    ] {
        assert_eq!(fold(typed), fold(stands), "{typed} and {stands}");
    }
    assert_ne!(fold("ལྷ་ས"), fold("ལྷ་སི"), "vowel signs are no accents");
    assert_ne!(fold("か"), fold("が"));
}

#[test]
fn folding_twice_is_folding_once() {
    // All planes with letters whose forms differ: the rest are Chinese or unassigned.
    let codes = (0..0x2_0000)
        .chain(0x2_F800..0x2_FA20)
        .chain(0xE_0000..0xE_0200);
    let letters: Vec<char> = codes.filter_map(char::from_u32).collect();
    for some in letters.chunks(512) {
        let lines: String = some.iter().flat_map(|letter| [*letter, '\n']).collect();
        let once = fold(&lines);
        assert_eq!(fold(&once), once, "from U+{:04X}", u32::from(some[0]));
    }
}

#[test]
fn plain_letters_fold_alone_as_beside_others() {
    for one in 0..128_u8 {
        for other in 0..128_u8 {
            let text = String::from_utf8(vec![one, other]).expect("plain letters");
            assert_eq!(
                format!("{}中", fold(&text)),
                fold(&format!("{text}中")),
                "{text:?}"
            );
        }
    }
}

#[test]
fn what_is_in_a_row_is_found_in_either_script_and_language() {
    finds(
        "nyemo-funds",
        &[
            "尼木",
            "nye\u{302}mo",
            "ＮＹＥＭＯ",
            "藏雞",
            "藏鷄",
            "chicken",
        ],
    );
    finds("damxung-people", &["當雄", "当雄縣", "Damxung"]);
    finds(
        "out-of-poverty-2018",
        &["國務院", "State Council", "rural development", "貧困名單"],
    );
    assert_eq!(search("  "), search(""));
    assert_eq!(search("拉萨、医院，!"), search("拉萨 医院"));
    assert_eq!(search("\"Lhasa\""), search("lhasa"));
    for text in [
        "拉萨：医院",
        "拉萨/医院",
        "拉萨·医院",
        "拉萨+医院",
        "【拉萨】医院",
    ] {
        assert_eq!(search(text), search("拉萨 医院"), "{text}");
    }
    finds("resort-wage", &["180元/天", "180 元/人·天"]);
    finds("mayor-visit-2018", &["2018/04"]);
}

#[test]
fn names_of_the_dataset_are_found_by_its_aliases_with_or_without_spaces() {
    let mut file: serde_json::Value = serde_json::from_str(PROGRAMME_JSON).expect("JSON");
    let add = |list: &mut serde_json::Value, id: &str, aliases: &[&str]| {
        let items = list.as_array_mut().expect("a list");
        let item = items
            .iter_mut()
            .find(|item| item["id"] == id)
            .expect("an item");
        item["aliases"] = serde_json::json!(aliases);
    };
    add(
        &mut file["places"],
        "damxung",
        &["Dāngxióng Xiàn", "འདམ་གཞུང་རྫོང་།"],
    );
    add(&mut file["organisations"], "mengniu", &["Měngniú"]);
    let dataset = parse(&file.to_string()).expect("a dataset").dataset;
    let index = Index::new(&dataset, |record| text::said(&dataset, record));
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
    for text in [
        "dangxiong",
        "dang xiong",
        "dangxiongxian",
        "DangXiong xian",
        "འདམ་གཞུང",
    ] {
        assert!(
            search(text).contains(&"damxung-people".to_owned()),
            "{text}"
        );
    }
    assert!(!search("mengniu").is_empty());
    assert_eq!(search("měng niú"), search("蒙牛"));
}

#[test]
fn titles_are_in_the_order_of_the_language_and_equal_ones_in_that_of_the_source() {
    let (dataset, index) = setup();
    // The order of the first letters only, so that many titles are equal.
    let compare = |a: &str, b: &str| a.chars().next().cmp(&b.chars().next()).reverse();
    let ranks = Ranks::new(&dataset, Lang::ZH, compare);
    for descending in [false, true] {
        let mut records = index.select(&Filter::default());
        let source = records.clone();
        let order = Sort {
            column: Column::Title,
            descending,
        };
        sort(&dataset, order, &ranks, &mut records);
        let title = |ix: &RecordIx| dataset.record(*ix).title.get(Lang::ZH);
        for pair in records.windows(2) {
            let ordering = compare(title(&pair[0]), title(&pair[1]));
            let ordering = if descending {
                ordering.reverse()
            } else {
                ordering
            };
            let place = |ix: &RecordIx| source.iter().position(|other| other == ix);
            assert!(
                ordering.is_lt() || ordering.is_eq() && place(&pair[0]) < place(&pair[1]),
                "{} then {}",
                title(&pair[0]),
                title(&pair[1])
            );
        }
    }
    let sectors = Ranks::new(&dataset, Lang::EN, |a, b| b.cmp(a));
    let mut records = index.select(&Filter::default());
    let order = Sort {
        column: Column::Sector,
        descending: false,
    };
    sort(&dataset, order, &sectors, &mut records);
    let name = |ix: &RecordIx| {
        dataset
            .sector(dataset.record(*ix).sector)
            .name
            .get(Lang::EN)
    };
    assert!(records.windows(2).all(|w| name(&w[0]) >= name(&w[1])));
}

mod any_text {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn is_searched_without_a_panic(text in "(\\PC|[0-9,.%亿万年 -]){0,24}") {
            let (_, index) = SETUP.with(Clone::clone);
            let found = index.select(&Filter { text, ..Filter::default() });
            prop_assert!(found.windows(2).all(|w| w[0] < w[1]));
        }

        #[test]
        fn is_found_as_it_stands(at in 0..70_usize, start in 0..8_usize, length in 1..9_usize) {
            let (dataset, index) = SETUP.with(Clone::clone);
            let title: Vec<char> = dataset.records[at].title.get(Lang::EN).chars().collect();
            let start = start.min(title.len() - 1);
            // Whole words: a part of a number is another number.
            let words: String = title[start..].split(|c| *c == ' ').skip(1).take(length)
                .map(|word| word.iter().collect::<String>() + " ").collect();
            let found = index.select(&Filter { text: words.clone(), ..Filter::default() });
            prop_assert!(found.iter().any(|ix| ix.at() == at), "{}", words);
        }
    }

    thread_local! {
        static SETUP: (Dataset, Index) = setup();
    }
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
fn another_end_of_a_period_keeps_the_one_that_agrees_with_it() {
    let period =
        |from: &str, to: &str| Period::new(Date::parse(from), Date::parse(to)).expect("a period");
    let some = period("2014", "2016-05");
    assert_eq!(some.with_to(Date::parse("2018")), period("2014", "2018"));
    assert_eq!(some.with_to(Date::parse("2000")), period("", "2000"));
    assert_eq!(some.with_to(None), period("2014", ""));
    assert_eq!(
        some.with_from(Date::parse("2016")),
        period("2016", "2016-05")
    );
    assert_eq!(some.with_from(Date::parse("2018")), period("2018", ""));
    assert_eq!(some.with_from(None), period("", "2016-05"));
}

#[test]
fn each_count_is_what_the_choice_would_leave() {
    let (dataset, index) = setup();
    let base = Filter {
        kinds: [support::kind(&dataset, "result")].into(),
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
            facets.places.get(&choice).map_or(0, |count| count.all()),
            index.select(&alone).len(),
            "{choice:?}"
        );
    }
    for kind in dataset.kind_indices() {
        let alone = Filter {
            kinds: [kind].into(),
            ..base.clone()
        };
        assert_eq!(
            facets.kinds.get(&kind).map_or(0, |count| count.all()),
            index.select(&alone).len(),
            "{kind:?}"
        );
    }
    for (sector, count) in &facets.sectors {
        let alone = Filter {
            sectors: [*sector].into(),
            ..base.clone()
        };
        assert_eq!(count.all(), index.select(&alone).len());
    }
    for (organisation, count) in &facets.organisations {
        let alone = Filter {
            organisations: [*organisation].into(),
            ..base.clone()
        };
        assert_eq!(count.all(), index.select(&alone).len());
    }
    for aspect in Aspect::ALL {
        let alone = Filter {
            lacks: [*aspect].into(),
            ..base.clone()
        };
        let count = facets.lacks.get(aspect).map_or(0, |count| count.all());
        assert_eq!(count, index.select(&alone).len(), "{aspect:?}");
    }
}

#[test]
fn counts_beside_choices_tell_apart_what_only_reaches_into_the_period() {
    let (dataset, index) = setup();
    let filter = Filter {
        period: Period::new(Date::parse("2016"), Date::parse("2018")).expect("a period"),
        ..Filter::default()
    };
    let facets = index.facets(&filter);
    let mut reaching = 0;
    for kind in dataset.kind_indices() {
        let alone = Filter {
            kinds: [kind].into(),
            ..filter.clone()
        };
        let selection = index.selection(&alone);
        let count = facets.kinds.get(&kind).copied().unwrap_or_default();
        assert_eq!(count.within, selection.within().len(), "{kind:?}");
        assert_eq!(count.reaching, selection.reaching().len(), "{kind:?}");
        reaching += count.reaching;
    }
    assert!(reaching > 0);
    let count = |within, reaching| Count { within, reaching };
    assert_eq!(text::period::facet(Lang::EN, count(1200, 6)), "1,200 + 6");
    assert_eq!(text::period::facet(Lang::EN, count(9, 0)), "9");
}

#[test]
fn a_choice_made_twice_is_undone() {
    let (mut filter, dataset) = (Filter::default(), support::embedded());
    toggle(&mut filter.kinds, support::kind(&dataset, "result"));
    assert_ne!(filter, Filter::default());
    toggle(&mut filter.kinds, support::kind(&dataset, "result"));
    assert_eq!(filter, Filter::default());
}

#[test]
fn sorting_puts_what_is_not_stated_last_either_way() {
    let (dataset, index) = setup();
    for descending in [false, true] {
        let mut records = index.select(&Filter::default());
        let order = Sort {
            column: Column::Time,
            descending,
        };
        sort(&dataset, order, &Ranks::default(), &mut records);
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

#[test]
fn what_is_lit_is_selected_too() {
    assert_eq!(in_both(&[7, 2, 5], &[1, 2, 3, 7]), [7, 2]);
    assert_eq!(in_both(&[4], &[1, 2, 3]), [] as [i32; 0]);
    assert_eq!(in_both(&[1], &[]), [] as [i32; 0]);
}

#[test]
fn what_a_search_needs_may_be_gathered_later_and_some_at_once() {
    let text = many();
    let dataset: &'static Dataset = Box::leak(Box::new(parse(text).expect("a dataset").dataset));
    let now = Index::new(dataset, |record| text::said(dataset, record));
    let searched = Filter {
        text: "a".to_owned(),
        ..Filter::default()
    };
    let later = Index::later(dataset, text::said);
    assert_eq!(
        later.select(&searched),
        now.select(&searched),
        "when it is asked for"
    );

    let later = Index::later(dataset, text::said);
    let steps = std::iter::repeat_with(|| later.prepare())
        .take_while(|more| *more)
        .count()
        + 1;
    assert!(
        steps > 1,
        "not all at once: {} records",
        dataset.records.len()
    );
    assert!(steps <= dataset.records.len().div_ceil(100), "{steps}");
    assert!(!later.prepare(), "once");
    assert!(later.is_prepared());
    assert_eq!(later.select(&searched), now.select(&searched));
    assert_eq!(later.facets(&searched), now.facets(&searched));
}
