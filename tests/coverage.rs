//! What is stated and what is not: counted by hand, and on datasets of any kind.

#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod support;

use aid_atlas::PROGRAMME_JSON;
use coverage::{Gap, Matrix, Part, Side, Sides, gaps, matrix};
use model::{Dataset, Lang, RecordIx, Time, parse};
use query::PlaceChoice;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::fixtures::{POINTS, many, programmes};
use support::{all, dataset, funds, loaded, record, with};

fn read(text: &str) -> Dataset {
    parse(text).expect("a dataset").dataset
}

fn at(matrix: &Matrix, row: Part, column: Part) -> (usize, usize) {
    let row = matrix
        .rows
        .iter()
        .position(|part| *part == row)
        .expect("a row");
    let column = matrix
        .columns
        .iter()
        .position(|part| *part == column)
        .expect("a column");
    let cell = &matrix.row(row)[column];
    (cell.records.len(), cell.figures)
}

fn records_of(matrix: &Matrix) -> Vec<RecordIx> {
    let rows = 0..matrix.rows.len();
    let cells = rows.flat_map(|row| (0..matrix.columns.len()).map(move |column| (row, column)));
    cells
        .flat_map(|(row, column)| matrix.row(row)[column].records.clone())
        .collect()
}

fn sides(rows: Side, columns: Side) -> Sides {
    Sides::new(rows, columns).expect("two sides")
}

#[test]
fn each_record_stands_in_one_sector_one_kind_and_one_part_of_time() {
    let texts = programmes().map(|(_, text)| text);
    for text in [PROGRAMME_JSON].into_iter().chain(texts) {
        let dataset = read(text);
        let records = all(&dataset);
        for rows in [Side::Sector, Side::Kind, Side::Time] {
            for sides in Side::ALL
                .iter()
                .filter_map(|columns| Sides::new(rows, *columns))
            {
                let made = matrix(&dataset, &records, sides);
                assert!(
                    made.rows.len() <= 42 && made.columns.len() <= 44,
                    "{}",
                    made.columns.len()
                );
                let found = records_of(&made);
                let once: BTreeSet<RecordIx> = found.iter().copied().collect();
                assert_eq!(
                    once.into_iter().collect::<Vec<_>>(),
                    records,
                    "none is lost"
                );
                if sides.columns() != Side::Place {
                    assert_eq!(found.len(), records.len(), "and none is there twice");
                }
            }
        }
    }
}

#[test]
fn the_built_in_programme_by_place_and_year() {
    let dataset = read(PROGRAMME_JSON);
    let records = all(&dataset);
    let made = matrix(&dataset, &records, sides(Side::Place, Side::Time));
    for (row, part) in made.rows.iter().enumerate() {
        let Part::Place(PlaceChoice::Place(place)) = part else {
            continue;
        };
        // Each record of the row names the place, or one within it.
        let of_row: BTreeSet<RecordIx> = (0..made.columns.len())
            .flat_map(|column| made.row(row)[column].records.clone())
            .collect();
        let names = |ix: &RecordIx| {
            let places = dataset.record(*ix).places.iter();
            places
                .flat_map(|at| dataset.lineage(*at))
                .any(|at| at == *place)
        };
        let expected: BTreeSet<RecordIx> = records.iter().copied().filter(names).collect();
        assert_eq!(of_row, expected);
    }
    for (column, part) in made.columns.iter().enumerate() {
        for row in 0..made.rows.len() {
            for ix in &made.row(row)[column].records {
                let time = dataset.record(*ix).time.time;
                match (part, time) {
                    (Part::Years(from, to), Time::Point(at)) => {
                        assert!((*from..=*to).contains(&at.year()));
                    }
                    (Part::Years(..), Time::Since(_) | Time::Until(_) | Time::Unknown) => {
                        panic!("{time:?}")
                    }
                    (Part::NoTime, time) => assert_eq!(time, Time::Unknown),
                    _ => {}
                }
            }
        }
    }
    // Years without a record are columns all the same.
    let years = made
        .columns
        .iter()
        .filter(|part| matches!(part, Part::Years(..)));
    let spans: Vec<&Part> = years.collect();
    for pair in spans.windows(2) {
        let [Part::Years(_, before), Part::Years(after, _)] = pair else {
            panic!("{pair:?}")
        };
        assert_eq!(before + 1, *after);
    }
    // From the first year that is named to the first of which something is stated.
    assert_eq!(spans.first(), Some(&&Part::Years(1994, 2013)));
    assert_eq!(spans.get(1), Some(&&Part::Years(2014, 2014)));
}

#[test]
fn a_few_years_without_anything_stand_one_by_one() {
    let point = |id: &str, at: &str| {
        let time = json!({"type": "point", "at": at});
        with(record(id), json!({"values": funds(json!(5)), "time": time}))
    };
    let columns = |years: &[&str]| {
        let records = years.iter().map(|year| point(&format!("r{year}"), year));
        let made = loaded(&dataset(records.collect())).dataset;
        let by_time = matrix(&made, &all(&made), sides(Side::Sector, Side::Time));
        by_time.columns.len()
    };
    assert_eq!(columns(&["2010", "2014"]), 5);
    assert_eq!(columns(&["2009", "2014"]), 3);
    assert_eq!(columns(&["2001", "2009", "2014"]), 5);
}

/// Counted by hand in the dataset's file.
#[test]
fn the_built_in_programme_counted_by_hand() {
    let dataset = read(PROGRAMME_JSON);
    let made = matrix(&dataset, &all(&dataset), sides(Side::Place, Side::Time));
    let place = |id: &str| {
        let ix = dataset.place_by_id(id).expect("a place");
        Part::Place(PlaceChoice::Place(ix))
    };
    let year = |year| Part::Years(year, year);
    for (row, column, expected) in [
        (place("chengguan"), year(2015), 1),
        (place("chengguan"), year(2016), 0),
        (place("chengguan"), year(2018), 3),
        (place("chengguan"), Part::Longer, 4),
        (place("chengguan"), Part::NoTime, 11),
        (place("damxung"), Part::NoTime, 10),
        (place("dagze"), Part::NoTime, 0),
        (Part::Place(PlaceChoice::Whole), year(2018), 6),
        (Part::Place(PlaceChoice::Whole), Part::Longer, 18),
        (Part::Place(PlaceChoice::Nowhere), Part::Longer, 8),
    ] {
        assert_eq!(at(&made, row, column).0, expected, "{row:?} {column:?}");
    }
    assert_eq!(
        at(&made, place("chengguan"), year(2017)),
        (1, 0),
        "without a figure"
    );
    let found = gaps(&dataset, &all(&dataset));
    let counts: Vec<usize> = found
        .iter()
        .map(|gap| match gap {
            Gap::Years(years) => years.len(),
            Gap::Places(places) => places.len(),
            other => other.records().len(),
        })
        .collect();
    // From 1994 to 2018 three years have figures of their own.
    // Of 28 results with a figure three are of Chengguan's income at two times.
    assert_eq!(counts, [22, 4, 25, 2, 25, 3, 41]);
}

/// The ids of the records of a gap, in the built-in programme with some fields changed.
fn ids_of(
    changes: &[(&str, Value)],
    of: fn(&Gap) -> bool,
) -> Result<BTreeSet<String>, serde_json::Error> {
    let mut file: Value = serde_json::from_str(PROGRAMME_JSON)?;
    let records = file["records"].as_array_mut().expect("records");
    for (id, fields) in changes {
        let record = records.iter_mut().find(|record| record["id"] == *id);
        let record = record.expect("a record");
        *record = with(record.clone(), fields.clone());
    }
    let made = loaded(&file);
    assert_eq!(made.problems, [], "{changes:?}");
    let found = gaps(&made.dataset, &all(&made.dataset));
    let gap = found.iter().find(|gap| of(gap));
    let records = gap.map(Gap::records).unwrap_or_default();
    let id = |ix: &RecordIx| made.dataset.record(*ix).id.clone();
    Ok(records.iter().map(id).collect())
}

#[test]
fn a_result_has_a_baseline_where_the_same_is_stated_of_another_time()
-> Result<(), serde_json::Error> {
    let (before, after) = ("chengguan-income-2015", "chengguan-income-2018");
    let growth = "chengguan-income-growth";
    let lacks =
        |changes: &[(&str, Value)]| ids_of(changes, |gap| matches!(gap, Gap::NoBaseline(_)));
    let as_it_is = lacks(&[])?;
    for id in [before, after, growth] {
        assert!(!as_it_is.contains(id), "{id}");
    }
    for changes in [
        json!({"time": {"type": "unknown"}}),
        json!({"time": {"type": "point", "at": "2018-06"}}),
        json!({"places": ["nyemo"]}),
        json!({"sector": "health"}),
        json!({"kind": "activity"}),
        json!({"values": [{"indicator": "income", "amount": 5, "unit": "yuan-per-household", "qualifier": "exact"}]}),
    ] {
        let found = lacks(&[(before, changes.clone())])?;
        assert!(!found.contains(after), "the growth tells: {changes}");
        let alone = (growth, json!({"relations": []}));
        let found = lacks(&[(before, changes.clone()), alone])?;
        assert!(found.contains(after) && found.contains(growth), "{changes}");
    }
    let twice = |unit: &str| {
        let value = |id: &str, unit: &str| json!({"id": id, "indicator": "rate", "amount": 5, "unit": unit, "qualifier": "exact", "label": {"zh": "前", "en": id}});
        json!({"values": [value("before", "percent"), value("after", unit)]})
    };
    let own = "chengguan-satisfaction";
    assert!(as_it_is.contains(own));
    assert!(!lacks(&[(own, twice("percent"))])?.contains(own));
    assert!(lacks(&[(own, twice("times"))])?.contains(own));
    Ok(())
}

#[test]
fn who_goes_with_which_place_is_not_stated_of_several_in_one_role() -> Result<(), serde_json::Error>
{
    let unpaired = |changes: Value| {
        let found = ids_of(&[("pairing", changes)], |gap| {
            matches!(gap, Gap::Unpaired(_))
        });
        found.map(|found| found.contains("pairing"))
    };
    assert!(unpaired(json!({}))?);
    // Places of the map alone count, and one of them needs no pair.
    assert!(!unpaired(
        json!({"places": ["dongcheng", "tongzhou", "nyemo"]})
    )?);
    assert!(!unpaired(json!({"places": ["lhasa", "nyemo"]}))?);
    assert!(unpaired(json!({"places": ["nyemo", "damxung"]}))?);
    let part = |organisation: &str, role: &str| json!({"organisation": organisation, "role": role});
    let (one, other) = ("dongcheng-district", "tongzhou-district");
    for (organisations, expected) in [
        (json!([part(one, "participating")]), false),
        (
            json!([part(one, "participating"), part(other, "funding")]),
            false,
        ),
        (json!([part(one, "funding"), part(other, "funding")]), true),
        (json!([]), false),
    ] {
        let changes = json!({"organisations": organisations});
        assert_eq!(unpaired(changes.clone())?, expected, "{changes}");
    }
    Ok(())
}

#[test]
fn years_together_hold_times_that_lie_within_them_and_what_comes_is_longer() {
    let time = |time: Value| json!({"values": funds(json!(5)), "time": time});
    let between = |from: &str, to: &str| time(json!({"type": "interval", "from": from, "to": to}));
    let mut records = vec![
        with(record("early"), between("1921", "1922")),
        with(record("across"), between("1919", "1922")),
        with(
            record("open"),
            time(json!({"type": "since", "from": "1950"})),
        ),
        with(record("late"), time(json!({"type": "point", "at": "2017"}))),
    ];
    records.push(with(
        record("plan"),
        time(json!({"type": "point", "at": "2090"})),
    ));
    let made = loaded(&dataset(records)).dataset;
    let by_time = matrix(&made, &all(&made), sides(Side::Sector, Side::Time));
    let years: Vec<Part> = by_time
        .columns
        .iter()
        .copied()
        .filter(|part| matches!(part, Part::Years(..)))
        .collect();
    // Five years together, as calendars count; those of which nothing is stated are one.
    let expected = [(1915, 1919), (1920, 1924), (1925, 2014), (2015, 2019)];
    assert_eq!(years, expected.map(|(from, to)| Part::Years(from, to)));
    let Some(Part::Years(_, last)) = years.last() else {
        panic!("{years:?}")
    };
    assert!(*last < 2030, "not until what is planned: {last}");
    let of = |id: &str| {
        let ix = made.record_by_id(id).expect("a record");
        let column = (0..by_time.columns.len()).find(|at| {
            (0..by_time.rows.len()).any(|row| by_time.row(row)[*at].records.contains(&ix))
        });
        by_time.columns[column.expect("a column")]
    };
    assert!(matches!(of("early"), Part::Years(from, to) if from <= 1921 && to >= 1922));
    assert_eq!(of("across"), Part::Longer);
    assert_eq!(of("open"), Part::Longer);
    assert_eq!(of("plan"), Part::Longer);
    assert!(matches!(of("late"), Part::Years(..)));
}

#[test]
fn what_is_missing_is_named() {
    let time = |year: &str| json!({"type": "point", "at": year});
    let paid = |id: &str, changes: Value| with(record(id), changes);
    let made = loaded(&dataset(vec![
        paid(
            "a",
            json!({"values": funds(json!(5)), "time": time("2014")}),
        ),
        paid(
            "b",
            json!({"values": funds(json!(5)), "time": time("2017"), "organisations": []}),
        ),
        paid(
            "c",
            json!({"values": funds(json!(5)), "time": {"type": "unknown"}}),
        ),
        paid("d", json!({"values": [], "time": time("2015")})),
        paid(
            "e",
            json!({"values": funds(json!(5)), "time": {"type": "interval", "from": "2015", "to": "2016"}}),
        ),
    ]));
    assert_eq!(made.problems, []);
    let (dataset, records) = (&made.dataset, all(&made.dataset));
    let found = gaps(dataset, &records);
    let ix = |id: &str| dataset.record_by_id(id).expect("a record");
    assert!(found.contains(&Gap::Years(vec![2015, 2016])), "{found:?}");
    assert!(found.contains(&Gap::Undated(vec![ix("c")])), "{found:?}");
    assert!(found.contains(&Gap::Bare(vec![ix("d")])), "{found:?}");
    let unfunded = found.iter().find_map(|gap| match gap {
        Gap::Unfunded(records) => Some(records.len()),
        _ => None,
    });
    assert_eq!(unfunded, Some(4), "none of them names who gives the money");
    let words: Vec<String> = found
        .iter()
        .map(|gap| text::coverage::gap(Lang::EN, gap, dataset).text(Lang::EN))
        .collect();
    assert!(
        words[0].starts_with("2 years of the span have no figure of their own: 2015–2016"),
        "{words:?}"
    );
    assert!(
        gaps(dataset, &[])
            .iter()
            .all(|gap| matches!(gap, Gap::Places(_)))
    );
    let by_time = matrix(dataset, &records, sides(Side::Kind, Side::Time));
    let kind = Part::Kind(dataset.record(ix("d")).kind);
    assert_eq!(at(&by_time, kind, Part::Years(2015, 2015)), (1, 0));
    assert_eq!(at(&by_time, kind, Part::Years(2016, 2016)), (0, 0));
    assert_eq!(at(&by_time, kind, Part::Longer), (1, 1));
    assert_eq!(at(&by_time, kind, Part::NoTime), (1, 1));
}

#[test]
fn cells_are_said_with_their_heads() {
    let dataset = read(POINTS);
    let made = matrix(&dataset, &all(&dataset), sides(Side::Place, Side::Kind));
    let row = text::coverage::part(Lang::EN, made.rows[0], &dataset).text(Lang::EN);
    let column = text::coverage::part(Lang::EN, made.columns[0], &dataset).text(Lang::EN);
    let mut seen = BTreeSet::new();
    for at in 0..made.columns.len() {
        let cell = &made.row(0)[at];
        let words = text::coverage::cell(Lang::EN, (&row, &column), cell, false);
        assert!(words.starts_with(&format!("{row}, {column}: ")), "{words}");
        seen.insert(words.ends_with("nothing stated"));
        assert_eq!(words.ends_with("nothing stated"), cell.records.is_empty());
    }
    assert_eq!(seen.len(), 2, "some are empty and some are not");
    let many = read(many());
    let made = matrix(&many, &all(&many), sides(Side::Place, Side::Time));
    assert!(
        made.rows.len() <= 43 && made.rows.contains(&Part::Rest),
        "the rest is counted"
    );
}

#[test]
fn the_matrix_as_a_table_has_every_cell_with_its_records() {
    let dataset = read(PROGRAMME_JSON);
    let records = all(&dataset);
    let sides = sides(Side::Sector, Side::Kind);
    let made = matrix(&dataset, &records, sides);
    let table = formats::cells(Lang::EN, &dataset, &records, sides);
    let lines: Vec<&str> = table.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "Sector,Kind,records,with_figure,record_ids");
    assert_eq!(lines.len() - 1, made.rows.len() * made.columns.len());
    // In these two sides each record stands once.
    let ids = lines[1..].iter().filter_map(|line| line.rsplit(',').next());
    let ids: BTreeSet<&str> = ids
        .flat_map(|ids| ids.split("; "))
        .filter(|id| !id.is_empty())
        .collect();
    assert_eq!(ids.len(), records.len());
    assert!(lines.iter().any(|line| line.ends_with(",0,0,")), "{table}");
}
