//! Whatever a file holds, reading it ends, and what comes out is a dataset.

mod tabled;

use import::{Field, File, Mapping, import, import_with_places};
use model::parse;
use proptest::prelude::*;

fn opens(name: &str, bytes: &[u8], mapping: &Mapping) {
    let file = File {
        name,
        encodings: import::Encodings::TABLES,
        read_on: tabled::today(),
        bytes,
    };
    if let Ok(imported) = import(&file, mapping, &mut |_| {}) {
        let loaded = parse(&imported.json);
        assert!(
            loaded.is_ok_and(|loaded| loaded.problems.is_empty()),
            "{}",
            imported.json
        );
    }
}

/// Text that looks like a table, with what tables have trouble with.
fn cells() -> impl Strategy<Value = String> {
    let cell = prop_oneof![
        "[0-9.,|/ -]{0,10}",
        "[a-z\"'\u{4e2d}\u{e9}|]{0,8}",
        Just("NaN".to_owned()),
        Just("2014-05-01".to_owned()),
        Just("about 3.2 million".to_owned()),
        Just("-12.5".to_owned()),
        Just("EUR".to_owned()),
    ];
    let parting = prop_oneof![
        Just(","),
        Just(";"),
        Just("\n"),
        Just("\r"),
        Just("\r\n"),
        Just("\t")
    ];
    let text = proptest::collection::vec((cell, parting), 0..60);
    text.prop_map(|cells| {
        cells
            .into_iter()
            .map(|(cell, parting)| cell + parting)
            .collect()
    })
}

const HEADS: &str =
    "id,title,sector,place,latitude,longitude,date,start,end,amount,currency,donor,link\n";

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        for name in ["x.csv", "x.geojson"] {
            opens(name, &bytes, &Mapping::default());
        }
    }

    #[test]
    fn any_table(text in cells()) {
        opens("x.csv", text.as_bytes(), &Mapping::default());
        opens("x.csv", format!("{HEADS}{text}").as_bytes(), &Mapping::default());
        let own = "record,kind,title_en,sector,sector_codes,places,organisations,time_type,time_from,time_to,\
                   value,indicator,amount,unit,currency,value_date,qualifier,document,section,paragraph,licence\n";
        let file = |bytes| File { name: "x.csv", encodings: import::Encodings::TABLES, bytes, read_on: tabled::today() };
        // Cells of our own table that were changed may be what the model refuses.
        let own = format!("{own}{text}");
        let _ = import(&file(own.as_bytes()), &Mapping::default(), &mut |_| {});
        let (one, two) = (format!("{HEADS}{text}"), format!("name,latitude,longitude\n{text}"));
        let _ = import_with_places(&file(one.as_bytes()), &file(two.as_bytes()), &Mapping::default(), &mut |_| {});
    }

    #[test]
    fn any_mapping(text in cells(), fields in proptest::collection::vec(0..Field::ALL.len(), 0..12)) {
        let columns = (1..).zip(&fields).map(|(at, field)| format!("{at}.{}", Field::ALL[*field].word()));
        let mapping = Mapping::parse(&columns.collect::<Vec<_>>().join("~")).expect("a mapping");
        opens("x.csv", text.as_bytes(), &mapping);
        prop_assert_eq!(Mapping::parse(&mapping.to_string()), Some(mapping));
    }

    #[test]
    fn any_words_as_a_mapping(text in "[a-z0-9.~A-Z]{0,30}") {
        if let Some(mapping) = Mapping::parse(&text) {
            prop_assert_eq!(Mapping::parse(&mapping.to_string()), Some(mapping));
        }
    }

    #[test]
    fn any_feature(
        lon in prop_oneof![Just("NaN".to_owned()), "-?[0-9]{1,3}(\\.[0-9]{1,3})?"],
        kind in prop_oneof![Just("Point"), Just("MultiPoint"), Just("Polygon"), Just("None")],
        name in "[a-zN\\\\\u{4e2d}]{0,6}",
        value in prop_oneof![Just("{}".to_owned()), Just("[1,\"a\"]".to_owned()), "[0-9]{1,4}"],
    ) {
        let name = serde_json::to_string(&name).expect("a string");
        let text = format!(
            "{{\"type\":\"FeatureCollection\",\"features\":[{{\"type\":\"Feature\",\"id\":1,\"geometry\":\
             {{\"type\":\"{kind}\",\"coordinates\":[{lon},5]}},\"properties\":{{{name}:{value},\"title\":{name}}}}}]}}"
        );
        opens("x.geojson", text.as_bytes(), &Mapping::default());
    }
}

#[test]
fn a_row_of_many_cells_costs_those_below_it_nothing() {
    let text = format!("id,title{}\n{}", ",".repeat(50_000), "a,b\n".repeat(20_000));
    opens("x.csv", text.as_bytes(), &Mapping::default());
}
