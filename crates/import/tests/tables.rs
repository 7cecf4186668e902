//! Tables of others become datasets, and the report says what was guessed.
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod tabled;

use import::{
    Columns, Delimiter, Field, File, FindingKind, Mapping, Refused, import, import_with_places,
};
use model::{Date, Lang, Qualifier, Role, Time};
use tabled::{count, dataset, mapped, points, read, record, table, today, values};

fn date(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

#[test]
fn a_table_of_projects_becomes_records_with_all_that_it_states() {
    let (dataset, imported) = table(
        "project_id,project_title,description,sector_name,recipient_country,location_name,latitude,longitude,\
         start_actual_isodate,end_actual_isodate,commitment_amount,currency,donor,implementing agency,url\n\
         P-1,Deep wells,\"Twelve wells,\nwith pumps\",Water,SN,Podor,16.65,-14.95,2019-03-01,2021,\"1,250,000\",EUR,A fund,An office|A firm,https://a.example/1\n\
         P-2,A school,,Education,SN,,,,2020,,about 40000,EUR,A fund,,ftp://a.example/2\n",
    );
    let wells = record(&dataset, "p-1");
    assert_eq!(wells.title.get(Lang::EN), "Deep wells");
    assert_eq!(wells.note.get(Lang::EN), "Twelve wells, with pumps");
    assert_eq!(dataset.sector(wells.sector).name.get(Lang::EN), "Water");
    assert_eq!(points(&dataset, wells), [(16.65, -14.95)]);
    assert_eq!(
        wells.time.time,
        Time::Interval(date("2019-03-01"), date("2021"))
    );
    assert_eq!(
        values(&dataset, wells),
        [(
            "commitment_amount".to_owned(),
            "1250000".to_owned(),
            "eur".to_owned()
        )]
    );
    let roles: Vec<Role> = wells.organisations.iter().map(|part| part.role).collect();
    assert_eq!(
        roles,
        [Role::Funding, Role::Implementing, Role::Implementing]
    );
    assert_eq!(wells.links[0].url, "https://a.example/1");
    let place = dataset.place(wells.places[0]);
    let parent = dataset.place(place.parent.expect("a country"));
    assert_eq!(
        (place.name.get(Lang::EN), parent.name.get(Lang::EN)),
        ("Podor", "Senegal")
    );

    let school = record(&dataset, "p-2");
    assert_eq!(school.time.time, Time::Since(date("2020")));
    assert_eq!(school.values[0].qualifier, Qualifier::About);
    assert!(school.links.is_empty());
    assert_eq!(count(&imported, &FindingKind::BadAddress), 1);
    assert_eq!(
        count(&imported, &FindingKind::ColumnGuessed(Field::Amount)),
        1
    );
    // What the map begins with is money that may be added and has points.
    assert_eq!(dataset.measures.len(), 1);
    assert!(dataset.default_measure.is_some());
    assert!(dataset.indicators[0].adds);
}

#[test]
fn rows_of_one_id_are_one_record_and_no_money_counts_twice() {
    let (dataset, imported) = table(
        "id,title,place,latitude,longitude,amount (USD),year\n\
         7,Roads,North,10.5,2.5,500,2014\n\
         7,Roads,South,9.5,2.25,500,2014\n\
         7,Rural roads,South,9.5,2.25,300,2015\n\
         8,Bridge,,,,,2015\n",
    );
    assert_eq!(dataset.records.len(), 2);
    let roads = record(&dataset, "7");
    let amounts: Vec<String> = roads
        .values
        .iter()
        .map(|value| value.stated.to_string())
        .collect();
    assert_eq!(amounts, ["500", "300"]);
    assert_eq!(points(&dataset, roads), [(10.5, 2.5), (9.5, 2.25)]);
    assert_eq!(roads.title.get(Lang::EN), "Roads");
    assert_eq!(roads.time.time, Time::Interval(date("2014"), date("2015")));
    for (kind, times) in [
        (FindingKind::RowsMerged, 2),
        (FindingKind::ValueRepeated, 1),
        (FindingKind::RowsDiffer(Field::Title), 1),
        (FindingKind::TimesJoined, 1),
    ] {
        assert_eq!(count(&imported, &kind), times, "{kind:?}");
    }
}

#[test]
fn kinds_of_money_in_one_column_are_indicators_of_their_own() {
    let (dataset, _) = table(
        "id,title,transaction_type,transaction_value,currency,year\n\
         1,x,Commitment,100,USD,2014\n1,x,Disbursement,100,USD,2014\n",
    );
    assert_eq!(
        values(&dataset, record(&dataset, "1")),
        [
            ("Commitment".to_owned(), "100".to_owned(), "usd".to_owned()),
            (
                "Disbursement".to_owned(),
                "100".to_owned(),
                "usd".to_owned()
            ),
        ]
    );
}

#[test]
fn a_western_spreadsheet_has_semicolons_and_decimal_commas() {
    let bytes = include_bytes!("files/western.csv");
    let imported = read("western.csv", bytes).expect("a table");
    let dataset = dataset(&imported);
    let first = &dataset.records[0];
    assert_eq!(
        first.title.get(Lang::of("fr")),
        "\u{c9}cole \u{e0} deux salles"
    );
    assert_eq!(first.values[0].stated.to_string(), "12500.50");
    assert_eq!(first.time.time, Time::Point(date("2018-12-31")));
    assert_eq!(dataset.languages[0], Lang::of("fr"));
    let guess = FindingKind::EncodingGuessed("Windows-1252".to_owned());
    assert_eq!(count(&imported, &guess), 1);
    assert_eq!(count(&imported, &FindingKind::AboveHeads), 1);
}

#[test]
fn a_chinese_table_is_read_with_its_units_of_ten_thousand() {
    let (dataset, imported) = table(
        "项目编号,项目名称,行业,地点,纬度,经度,投资金额(万元人民币),开工日期\n\
         1,农村供水,水利,北村,30.5,101.25,320.5,2014年5月\n",
    );
    let water = record(&dataset, "1");
    let zh = Lang::ZH;
    assert_eq!(water.title.get(zh), "农村供水");
    assert_eq!(water.values[0].stated.to_string(), "3205000");
    assert_eq!(dataset.unit(water.values[0].of.unit).id, "cny");
    assert_eq!(water.time.time, Time::Since(date("2014-05")));
    assert_eq!(count(&imported, &FindingKind::Multiplied(4)), 1);
    assert_eq!(dataset.languages[0], zh);
}

#[test]
fn points_that_are_nowhere_are_named_and_left_out() {
    let (dataset, imported) = table(
        "id,title,latitude,longitude\n1,a,101.5,30.5\n2,b,95,200\n3,c,0,0\n4,d,x,2\n5,e,12.5,2.5\n6,f,,\n7,g,1.5,2.5\n",
    );
    assert_eq!(
        dataset
            .records
            .iter()
            .filter(|r| !r.places.is_empty())
            .count(),
        2
    );
    for kind in [
        FindingKind::PointTurned,
        FindingKind::OffEarth,
        FindingKind::PointAtZero,
        FindingKind::BadPoint,
    ] {
        assert_eq!(count(&imported, &kind), 1, "{kind:?}");
    }
}

#[test]
fn several_places_in_a_cell_are_parted_by_bars() {
    let (dataset, imported) = table(
        "id,title,places,latitude,longitude\n1,a,North|South,10.5|9.5,2.5|2.25\n2,b,North|South|East,10.5|9.5,2.5|2.25\n",
    );
    let names = |id: &str| -> Vec<String> {
        let places = &record(&dataset, id).places;
        places
            .iter()
            .map(|ix| dataset.place(*ix).name.get(Lang::EN).to_owned())
            .collect()
    };
    assert_eq!(names("1"), ["North", "South"]);
    assert_eq!(
        points(&dataset, record(&dataset, "1")),
        [(10.5, 2.5), (9.5, 2.25)]
    );
    assert_eq!(names("2"), ["North", "South", "East"]);
    assert_eq!(count(&imported, &FindingKind::PlacesUneven), 1);
}

#[test]
fn dates_that_may_be_two_are_decided_by_their_column_or_named() {
    let time = |dates: &str| {
        let (dataset, imported) = table(&format!("id,title,date\n{dates}"));
        (dataset.records[0].time.time, imported)
    };
    let (at, sure) = time("1,a,03/04/2020\n2,b,13/04/2020\n");
    assert_eq!(at, Time::Point(date("2020-04-03")));
    assert_eq!(count(&sure, &FindingKind::DayFirstGuessed), 0);
    let (at, guess) = time("1,a,03/04/2020\n");
    assert_eq!(at, Time::Point(date("2020-04-03")));
    assert_eq!(count(&guess, &FindingKind::DayFirstGuessed), 1);
    let (at, mixed) = time("1,a,03/04/2020\n2,b,13/04/2020\n3,c,04/13/2020\n");
    assert_eq!(at, Time::Unknown);
    assert_eq!(count(&mixed, &FindingKind::DateOrderMixed), 1);
    assert_eq!(count(&mixed, &FindingKind::BadDate), 1);
    let (at, serial) = time("1,a,43832\n2,b,2020-01-02\n");
    assert_eq!(at, Time::Point(date("2020-01-02")));
    assert_eq!(count(&serial, &FindingKind::SerialDate), 1);
}

#[test]
fn money_without_a_currency_is_kept_apart() {
    let (dataset, imported) = table("id,title,amount\n1,a,100\n2,b,200 EUR\n3,c,10-20\n");
    assert_eq!(dataset.currencies.len(), 1);
    assert_eq!(
        dataset.unit(dataset.records[0].values[0].of.unit).id,
        "currency-not-stated"
    );
    assert_eq!(count(&imported, &FindingKind::CurrencyNotStated), 1);
    assert_eq!(count(&imported, &FindingKind::BadAmount), 1);
}

#[test]
fn sectors_beyond_the_most_frequent_share_a_lane() {
    let rows = (0..30).map(|at| format!("a{at},x,Sector {}\n", at % 20));
    let rows: String = rows.collect();
    let text = format!("id,title,sector\n{rows}b,y,\nc,z,Sector 1|Sector 2\n");
    let (dataset, imported) = table(&text);
    assert_eq!(dataset.sectors.len(), 14);
    let lane = |id: &str| {
        dataset
            .sector(record(&dataset, id).sector)
            .name
            .get(Lang::EN)
            .to_owned()
    };
    assert_eq!(
        (lane("a0"), lane("a19")),
        ("Sector 0".to_owned(), "Other".to_owned())
    );
    assert_eq!(
        (lane("b"), lane("c")),
        ("Not stated".to_owned(), "Several".to_owned())
    );
    assert_eq!(count(&imported, &FindingKind::OtherSectors), 9);
    assert_eq!(count(&imported, &FindingKind::SeveralSectors), 1);
}

#[test]
fn a_mapping_says_what_the_heads_do_not() {
    let text = "a;b;c;d\n1;x;5,5;2014\n";
    assert_eq!(
        read("t.csv", text.as_bytes()).err(),
        Some(Refused::NothingToShow(import::Format::Csv))
    );
    let mapping = "semicolon~1.id~2.title~3.amount.EUR~4.time";
    let imported = mapped("t.csv", text.as_bytes(), mapping).expect("a table");
    let dataset = dataset(&imported);
    let only = record(&dataset, "1");
    assert_eq!(
        values(&dataset, only),
        [("c".to_owned(), "5.5".to_owned(), "eur".to_owned())]
    );
    assert_eq!(only.time.time, Time::Point(date("2014")));
    let none = mapped("t.csv", text.as_bytes(), "1.id~2.title~3.none~4.none").expect("a table");
    assert!(tabled::dataset(&none).records[0].values.is_empty());
}

#[test]
fn heads_may_be_empty_or_twice_and_rows_ragged() {
    let (dataset, imported) =
        table("id,title,amount USD,amount USD,\n1,a,5,6,note\n2,b,7\n3,c,8,9,x,y\n");
    assert_eq!(dataset.records.len(), 3);
    for (kind, times) in [
        (FindingKind::HeadTwice, 1),
        (FindingKind::HeadEmpty, 1),
        (FindingKind::Ragged, 2),
    ] {
        assert_eq!(count(&imported, &kind), times, "{kind:?}");
    }
    assert_eq!(values(&dataset, record(&dataset, "1")).len(), 2);
}

#[test]
fn a_table_parted_by_tabs_opens_with_commas_quotes_and_empty_cells_in_it() {
    let tabs = "id\ttitle\tplace\tamount\tcurrency\tnote\r\n\
                1\tWells, deep\tPodor\t1,250\tEUR\t\"two\tparts\"\r\n\
                2\tA school\t\t\tEUR\t\r\n";
    for name in ["projects.tsv", "projects.txt", "projects.csv"] {
        let imported = read(name, tabs.as_bytes()).expect("a table");
        let dataset = dataset(&imported);
        assert_eq!(dataset.records.len(), 2, "{name}");
        let wells = record(&dataset, "1");
        assert_eq!(wells.title.get(Lang::EN), "Wells, deep");
        assert_eq!(wells.note.get(Lang::EN), "two parts");
        assert_eq!(dataset.place(wells.places[0]).name.get(Lang::EN), "Podor");
        assert!(record(&dataset, "2").places.is_empty());
        let guessed = FindingKind::DelimiterGuessed(Delimiter::Tab);
        assert_eq!(count(&imported, &guessed), 0, "it is clear");
    }
}

#[test]
fn a_delimiter_that_is_not_clear_is_named() {
    let imported = read("t.csv", b"id,title;id\n1,a;2\n").expect("a table");
    let kind = FindingKind::DelimiterGuessed(Delimiter::Comma);
    assert_eq!(count(&imported, &kind), 1);
}

#[test]
fn a_second_file_gives_points_by_id_and_by_name() {
    let records = b"id,title,place\n1,a,North\n2,b,South\n3,c,South\n";
    let by_name = b"name,latitude,longitude\nsouth,9.5,2.25\nWest,8.5,1.5\n";
    let by_id = b"project_id,name,latitude,longitude\n1,North,10.5,2.5\n1,Far north,11.5,2.5\n";
    let read = |places: &[u8]| {
        let file = |name, bytes| File {
            name,
            encodings: import::Encodings::TABLES,
            read_on: today(),
            bytes,
        };
        let (records, places) = (
            file("records.csv", records.as_slice()),
            file("places.csv", places),
        );
        let imported = import_with_places(&records, &places, &Mapping::default(), &mut |_| {});
        let imported = imported.expect("two tables");
        (dataset(&imported), imported)
    };
    let (named, report) = read(by_name);
    assert_eq!(points(&named, record(&named, "1")), []);
    assert_eq!(points(&named, record(&named, "2")), [(9.5, 2.25)]);
    assert_eq!(record(&named, "2").places, record(&named, "3").places);
    assert_eq!(count(&report, &FindingKind::PlaceUnused), 1);
    let (known, _) = read(by_id);
    assert_eq!(
        points(&known, record(&known, "1")),
        [(10.5, 2.5), (11.5, 2.5)]
    );
}

#[test]
fn what_a_file_says_is_text() {
    let (dataset, _) = table("id,title\n1,<b onclick=x>a</b>\n");
    assert_eq!(dataset.records[0].title.get(Lang::EN), "<b onclick=x>a</b>");
}

#[test]
fn namibia_is_a_country_where_countries_are_codes() {
    let (dataset, _) = table("id,title,country\n1,a,NA\n2,b,SN\n");
    assert_eq!(record(&dataset, "1").places.len(), 1);
    let (dataset, _) = table("id,title,country\n1,a,NA\n2,b,Senegal\n");
    assert!(record(&dataset, "1").places.is_empty());
}

fn columns(file: &File<'_>, how: &Mapping) -> Columns {
    let imported = import(file, how, &mut |_| ()).expect("a table");
    imported.columns.expect("its columns")
}

#[test]
fn what_columns_are_taken_for_can_be_seen_and_changed() {
    let text = b"project_id;Title;foo;Montant (EUR)\n1;a;x;5,5\n2;b;;6,5\n";
    let file = File {
        name: "t.csv",
        encodings: import::Encodings::TABLES,
        read_on: today(),
        bytes: text,
    };
    let shown = columns(&file, &Mapping::default());
    assert_eq!((shown.rows, shown.head_line), (2, 1));
    let mapping = shown.mapping();
    assert_eq!(
        mapping.to_string(),
        "semicolon~1.id~2.title~3.none~4.amount.EUR"
    );
    assert_eq!(shown.columns[2].samples, ["x"]);
    // Saying what was guessed changes nothing but that it is no guess any more.
    let (guessed, settled) = (
        read("t.csv", text),
        mapped("t.csv", text, &mapping.to_string()),
    );
    let (guessed, settled) = (guessed.expect("a table"), settled.expect("a table"));
    assert_eq!(guessed.json, settled.json);
    assert_eq!(count(&guessed, &FindingKind::ColumnGuessed(Field::Id)), 1);
    assert_eq!(count(&settled, &FindingKind::ColumnGuessed(Field::Id)), 0);
}

#[test]
fn a_head_may_say_the_order_of_dates() {
    let (dataset, imported) = table("id,title,start date (MM/DD/YYYY)\n1,a,03/04/2020\n");
    assert_eq!(
        dataset.records[0].time.time,
        Time::Since(date("2020-03-04"))
    );
    assert_eq!(count(&imported, &FindingKind::DayFirstGuessed), 0);
}

#[test]
fn what_its_publisher_would_not_add_is_kept_apart() {
    let (dataset, _) =
        table("id,title,Recommended for aggregates,amount USD\n1,a,Yes,5\n2,b,No,7\n");
    let adds: Vec<bool> = dataset
        .indicators
        .iter()
        .map(|indicator| indicator.adds)
        .collect();
    assert_eq!(adds, [true, false]);
}

#[test]
fn a_whole_cost_beside_each_year_counts_once_and_payments_all() {
    let (dataset, imported) = table(
        "id,title,year,total cost USD,disbursement USD\n1,a,2014,900,10\n1,a,2015,900,10\n1,a,2016,900,20\n",
    );
    let digits: Vec<_> = values(&dataset, record(&dataset, "1"))
        .into_iter()
        .map(|(_, digits, _)| digits)
        .collect();
    assert_eq!(digits, ["900", "10", "10", "20"]);
    assert_eq!(count(&imported, &FindingKind::ValueRepeated), 2);
}

#[test]
fn every_encoding_and_line_break_gives_the_same_records() {
    let text = "编号;项目名称;地点\r\n1;农村供水工程;\"北村\r\n东\"\r\n2;学校;南村\r\n";
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked: Vec<u8> = [&[0xff, 0xfe], utf16.as_slice()].concat();
    let gb18030 = encoding_rs::GB18030.encode(text).0.into_owned();
    let bare = text.replace("\r\n", "\r").into_bytes();
    let utf8: Vec<u8> = ["\u{feff}", text].concat().into_bytes();
    let expected = read("t.csv", text.as_bytes()).expect("a table").json;
    for (bytes, guess) in [
        (utf16, Some("UTF-16LE")),
        (marked, None),
        (gb18030, Some("GB18030")),
        (bare, None),
        (utf8, None),
    ] {
        let imported = read("t.csv", &bytes).expect("a table");
        assert_eq!(imported.json, expected, "{guess:?}");
        if let Some(name) = guess {
            assert_eq!(
                count(&imported, &FindingKind::EncodingGuessed(name.to_owned())),
                1
            );
        }
    }
}

#[test]
fn progress_goes_up_to_the_whole() {
    let mut text = "id,title\n".to_owned();
    text.push_str(&"1,a\n".repeat(20_000));
    let file = File {
        name: "t.csv",
        encodings: import::Encodings::TABLES,
        read_on: today(),
        bytes: text.as_bytes(),
    };
    let mut told = Vec::new();
    import(&file, &Mapping::default(), &mut |part| told.push(part)).expect("a table");
    assert!(told.len() > 2 && told.windows(2).all(|two| two[0] <= two[1]));
    assert_eq!(told.last(), Some(&1.0));
}

#[test]
fn a_column_of_too_many_names_makes_no_indicators_without_end() {
    let rows: String = (0..150)
        .map(|at| format!("{at},a,kind {at},what {at},{at},EUR\n"))
        .collect();
    let (dataset, imported) = table(&format!("id,title,type,indicator,amount,currency\n{rows}"));
    assert_eq!((dataset.indicators.len(), dataset.kinds.len()), (101, 101));
    assert!(!dataset.indicators[100].adds);
    for field in [Field::Indicator, Field::Kind] {
        assert_eq!(count(&imported, &FindingKind::TooManyNames(field)), 50);
    }
}

#[test]
fn a_mapping_may_say_where_the_heads_are() {
    let text = b"A list,of things\nid,title\n1,a\n";
    let file = File {
        name: "t.csv",
        encodings: import::Encodings::TABLES,
        read_on: today(),
        bytes: text,
    };
    let how = Mapping::parse("head.2").expect("a mapping");
    let shown = columns(&file, &how);
    assert_eq!(shown.head_line, 2);
    assert_eq!(shown.mapping().to_string(), "comma~head.2~1.id~2.title");
    let imported = mapped("t.csv", text, "head.2").expect("a table");
    assert_eq!(dataset(&imported).records.len(), 1);
}

#[test]
fn payments_with_ids_of_their_own_all_count_and_kinds_of_money_stay_apart() {
    let (dataset, imported) = table(
        "transaction_id,project_id,transaction_isodate,transaction_year,transaction_value_code,transaction_currency,transaction_value\n\
         a,P-1,,2013,C,USD,100\nb,P-1,,2014,D,USD,40\nc,P-1,,2014,D,USD,40\nd,P-2,,2015,E,USD,7\n",
    );
    let money = |id: &str| values(&dataset, record(&dataset, id));
    let of = |what: &str, amount: &str| (what.to_owned(), amount.to_owned(), "usd".to_owned());
    assert_eq!(
        money("p-1"),
        [
            of("Commitment", "100"),
            of("Disbursement", "40"),
            of("Disbursement", "40")
        ]
    );
    assert_eq!(money("p-2"), [of("Expenditure", "7")]);
    assert_eq!(count(&imported, &FindingKind::ValueRepeated), 0);
    assert_eq!(
        record(&dataset, "p-1").time.time,
        Time::Interval(date("2013"), date("2014")),
        "of two columns of times the one that is filled"
    );
    // A number of another column is no type of a transaction.
    let (other, _) = table("id,indicator,amount,currency\n1,2,100,USD\n");
    assert_eq!(values(&other, record(&other, "1")), [of("2", "100")]);
    // Without ids of their own, rows may repeat what stands beside each place.
    let (_, repeated) =
        table("project_id,transaction_year,transaction_value\nP-1,2014,40\nP-1,2014,40\n");
    assert_eq!(count(&repeated, &FindingKind::ValueRepeated), 1);
}

#[test]
fn an_amount_without_a_currency_has_its_sign_and_its_indicator_says_so() {
    let (dataset, _) = table("id,total amt,even_split_commitments\n1,105,50\n2,30,50\n");
    let indicator = |at: usize| dataset.indicator(record(&dataset, "1").values[at].of.indicator);
    assert_eq!(
        indicator(0).name.get(Lang::EN),
        "total amt (¤: currency not stated)"
    );
    let unit = dataset.unit(record(&dataset, "1").values[0].of.unit);
    assert!(!unit.is_sum_of_money());
    assert!(
        indicator(0).adds && !indicator(1).adds,
        "shares of a split look like one that is repeated"
    );
}

#[test]
fn a_file_is_of_its_last_date_but_not_of_one_to_come() {
    for (years, as_of, kind) in [
        (
            ["2019", "2021"],
            "2021",
            FindingKind::DateOfFile("2021".into()),
        ),
        (
            ["2019", "2031"],
            "2026-11-27",
            FindingKind::DateOfReading("2026-11-27".into()),
        ),
        (
            ["", ""],
            "2026-11-27",
            FindingKind::DateUnknown("2026-11-27".into()),
        ),
    ] {
        let [one, two] = years;
        let (dataset, imported) = table(&format!("id,title,year\n1,a,{one}\n2,b,{two}\n"));
        assert_eq!(dataset.as_of.to_string(), as_of);
        assert_eq!(count(&imported, &kind), 1, "{years:?}");
    }
}
