//! The tables that the build publishes: their columns, their codes and their figures.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper of tests fails as tests do"
)]

mod support;

use aid_atlas::PROGRAMME_JSON;
use model::{Dataset, parse};
use published::{COLUMNS, Published, files};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;
use support::fixtures::programmes;

/// A table: its columns, and of each row the cells by column.
struct Table {
    heads: Vec<String>,
    rows: Vec<BTreeMap<String, String>>,
}

fn read(text: &str) -> Table {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads: Vec<String> = reader
        .headers()
        .expect("a head")
        .iter()
        .map(str::to_owned)
        .collect();
    let rows = reader.records().map(|row| {
        let row = row.expect("as many cells as columns");
        heads
            .iter()
            .cloned()
            .zip(row.iter().map(str::to_owned))
            .collect()
    });
    let rows = rows.collect();
    Table { heads, rows }
}

fn all() -> &'static [(Dataset, Vec<Published>)] {
    static ALL: OnceLock<Vec<(Dataset, Vec<Published>)>> = OnceLock::new();
    ALL.get_or_init(|| {
        let texts = programmes().into_iter().map(|(_, text)| text);
        let opened = |text| {
            let dataset = parse(text).expect("a dataset").dataset;
            let files = files(&dataset, text, "https://atlas.test/");
            (dataset, files)
        };
        texts.chain([PROGRAMME_JSON]).map(opened).collect()
    })
}

fn of<'a>(files: &'a [Published], path: &str) -> &'a str {
    let file = files.iter().find(|file| file.path == path);
    &file.unwrap_or_else(|| panic!("{path}")).text
}

#[test]
fn every_column_stands_in_the_dictionary_in_its_order_and_no_other() {
    for (dataset, files) in all() {
        let dictionary = read(of(files, "data/dictionary.csv"));
        for file in files {
            let Some(name) = file.table else { continue };
            let named = dictionary.rows.iter().filter(|row| row["table"] == name);
            let named: Vec<&String> = named.map(|row| &row["column"]).collect();
            let heads = read(&file.text).heads;
            assert_eq!(
                named,
                heads.iter().collect::<Vec<_>>(),
                "{} of {}",
                file.path,
                dataset.id
            );
        }
        let known: BTreeSet<&str> = files.iter().filter_map(|file| file.table).collect();
        let told: BTreeSet<&str> = COLUMNS.iter().map(|column| column.table).collect();
        assert!(told.is_superset(&known));
    }
    for column in COLUMNS {
        assert!(!column.english.is_empty() && !column.chinese.is_empty());
        let is_han = |text: &str| text.chars().any(|c| ('\u{4e00}'..'\u{a000}').contains(&c));
        assert!(is_han(column.chinese), "{} in Chinese", column.name);
        assert!(!is_han(column.english), "{} in English", column.name);
    }
}

#[test]
fn a_column_holds_what_the_dictionary_says() {
    for (_, files) in all() {
        let dictionary = read(of(files, "data/dictionary.csv"));
        for file in files {
            let Some(name) = file.table else { continue };
            let rows = read(&file.text).rows;
            for row in dictionary.rows.iter().filter(|row| row["table"] == name) {
                for cells in &rows {
                    let cell = &cells[&row["column"]];
                    let holds = match row["type"].as_str() {
                        "number" => cell.is_empty() || cell.parse::<f64>().is_ok(),
                        "integer" => cell.is_empty() || cell.parse::<u32>().is_ok(),
                        "boolean" => matches!(cell.as_str(), "" | "true" | "false"),
                        "string" => true,
                        other => panic!("{other} is no type"),
                    };
                    assert!(holds, "{}: {} is `{cell}`", file.path, row["column"]);
                }
            }
        }
    }
}

#[test]
fn every_code_of_a_table_is_in_the_list_of_codes_with_a_name() {
    for (dataset, files) in all() {
        let codes = read(of(files, "data/codes.csv"));
        let known: BTreeSet<(&str, &str)> = codes
            .rows
            .iter()
            .map(|row| (row["list"].as_str(), row["code"].as_str()))
            .collect();
        for row in &codes.rows {
            let names = dataset.languages.iter();
            assert!(
                names
                    .map(|lang| &row[&format!("name_{lang}")])
                    .any(|name| !name.is_empty()),
                "{} {} has no name",
                row["list"],
                row["code"]
            );
        }
        for file in files {
            let Some(_) = file.table else { continue };
            for row in read(&file.text).rows {
                for (list, column) in [
                    ("kind", "kind"),
                    ("sector", "sector"),
                    ("place", "places"),
                    ("place", "place"),
                    ("indicator", "indicator"),
                    ("unit", "unit"),
                    ("qualifier", "qualifier"),
                    ("measure", "measure"),
                ] {
                    let cell = row.get(column).map_or("", String::as_str);
                    for code in cell.split("; ").filter(|code| !code.is_empty()) {
                        assert!(
                            known.contains(&(list, code)),
                            "{}: {list} {code}",
                            file.path
                        );
                    }
                }
                let parts = row.get("organisations").map_or("", String::as_str);
                for part in parts.split("; ").filter(|part| !part.is_empty()) {
                    let (role, who) = part.split_once(": ").expect("a role");
                    assert!(known.contains(&("role", role)), "{role}");
                    assert!(known.contains(&("organisation", who)), "{who}");
                }
            }
        }
    }
}

/// The figures of a record: amount, unit and qualifier.
fn stated(dataset: &Dataset, id: &str) -> Vec<(f64, String, &'static str)> {
    let record = dataset.records.iter().find(|record| record.id == id);
    let values = &record.unwrap_or_else(|| panic!("{id}")).values;
    let figure = |value: &model::Value| {
        let unit = dataset.unit(value.of.unit).id.clone();
        (value.amount, unit, value.qualifier.word())
    };
    values.iter().map(figure).collect()
}

#[test]
fn a_figure_that_is_not_derived_is_stated_by_the_one_record_beside_it() {
    let mut checked = 0;
    for (dataset, files) in all() {
        for file in files {
            if !matches!(file.table, Some("chart" | "map")) {
                continue;
            }
            for row in read(&file.text).rows {
                let is_plain = row["derived"] == "false" && !row["amount"].is_empty();
                if !is_plain {
                    continue;
                }
                // Of a number of records, which has no unit, all are derived.
                assert!(
                    !row["unit"].is_empty() && !row["records"].contains("; "),
                    "{row:?}"
                );
                let amount: f64 = row["amount"].parse().expect("a number");
                let figure = (amount, row["unit"].clone(), row["qualifier"].as_str());
                let all = stated(dataset, &row["records"]);
                assert!(
                    all.iter().any(|(a, unit, how)| *a == figure.0
                        && *unit == figure.1
                        && *how == figure.2),
                    "{}: {figure:?} of {}, which states {all:?}",
                    file.path,
                    row["records"]
                );
                checked += 1;
            }
        }
    }
    assert!(checked > 60, "{checked} figures");
}

#[test]
fn what_is_derived_is_the_sum_of_what_stands_beside_it() {
    let (_, files) = all().last().expect("the built-in one");
    // Of a chart: a row that was added up has the stated parts beside it.
    let table = read(of(files, "data/charts/money-by-place.csv"));
    let invested: Vec<_> = table
        .rows
        .iter()
        .filter(|row| row["records"] == "dairy-plant" || row["records"] == "gaba-pasture")
        .collect();
    assert_eq!(invested.len(), 2);
    for part in &invested {
        assert_eq!(part["row_amount"], "603000000");
        assert_eq!(part["row_derived"], "true");
        assert_eq!(part["derived"], "false", "the source states it");
    }
    let parts: Vec<&str> = invested
        .iter()
        .map(|part| part["qualifier"].as_str())
        .collect();
    assert_eq!(parts, ["estimated", "exact"]);
    // Of the map: the sum of the values of the records named.
    let mut checked = 0;
    for (dataset, files) in all() {
        let rows = read(of(files, "data/map.csv")).rows;
        for measure in query::Measure::all(dataset) {
            let Some(quantity) = measure.takes(dataset) else {
                continue;
            };
            let word = measure.word(dataset);
            for row in rows
                .iter()
                .filter(|row| row["measure"] == word && row["derived"] == "true")
            {
                let amounts = row["records"].split("; ").map(|id| {
                    let record = dataset.records.iter().find(|record| record.id == id);
                    let values = record.expect("a record").values.iter();
                    values
                        .filter(|value| value.of == quantity)
                        .map(|value| value.amount)
                        .sum::<f64>()
                });
                let (sum, amount): (f64, f64) =
                    (amounts.sum(), row["amount"].parse().expect("a number"));
                assert!((sum - amount).abs() <= sum.abs() * 1e-12, "{row:?}: {sum}");
                checked += 1;
            }
        }
    }
    assert!(checked > 0);
}

#[test]
fn a_chart_is_the_same_as_a_table_and_as_json() {
    for (dataset, files) in all() {
        for chart in &dataset.charts {
            let table = read(of(files, &format!("data/charts/{}.csv", chart.id)));
            let json: Value =
                serde_json::from_str(of(files, &format!("data/charts/{}.json", chart.id)))
                    .expect("JSON");
            let parts = json["rows"]
                .as_array()
                .expect("rows")
                .iter()
                .flat_map(|row| {
                    let parts = row["parts"].as_array().expect("parts").iter();
                    parts.map(move |part| {
                        let amount = part["amount"].as_f64().expect("a number");
                        (
                            row["label"].clone(),
                            amount,
                            part["unit"].clone(),
                            part["qualifier"].clone(),
                        )
                    })
                });
            let parts: Vec<_> = parts.collect();
            assert_eq!(parts.len(), table.rows.len(), "{}", chart.id);
            for ((label, amount, unit, qualifier), row) in parts.into_iter().zip(&table.rows) {
                for lang in &dataset.languages {
                    let said = label.get(lang.to_string()).and_then(Value::as_str);
                    let cell = row[&format!("label_{lang}")].trim_start_matches('\'');
                    assert_eq!(said.unwrap_or_default().trim_start_matches('\''), cell);
                }
                assert_eq!(amount.to_string(), row["amount"]);
                assert_eq!(unit, row["unit"].as_str());
                assert_eq!(qualifier, row["qualifier"].as_str());
            }
            assert_eq!(json["licence"], dataset.licence.as_str());
            assert!(
                json["link"]
                    .as_str()
                    .expect("a link")
                    .ends_with(&format!("chart:{}", chart.id))
            );
        }
    }
}

#[test]
fn an_area_without_a_figure_has_a_row_and_no_zero() {
    let (dataset, files) = all().last().expect("the built-in one");
    let map = read(of(files, "data/map.csv"));
    let areas: Vec<&str> = dataset
        .places
        .iter()
        .enumerate()
        .filter(|(at, _)| dataset.is_area(model::PlaceIx::of(*at)))
        .map(|(_, place)| place.id.as_str())
        .collect();
    for measure in query::Measure::all(dataset) {
        let word = measure.word(dataset);
        let rows: Vec<_> = map
            .rows
            .iter()
            .filter(|row| row["measure"] == word)
            .collect();
        for area in &areas {
            let of: Vec<_> = rows.iter().filter(|row| row["place"] == *area).collect();
            assert_eq!(of.len(), 1, "{word} of {area}");
            let row = of[0];
            assert_eq!(
                row["amount"].is_empty(),
                row["records"].is_empty(),
                "{word} of {area}"
            );
        }
    }
}
