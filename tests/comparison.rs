//! Two to four of a kind side by side: reckoned by hand, and on datasets of any kind.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper of tests fails as tests do"
)]

mod support;

use aid_atlas::PROGRAMME_JSON;
use comparison::{
    By, Compared, Comparison, Difference, Line, On, Row, Subject, Subjects, Told, Unlike, Why,
    compare, subjects,
};
use formats::sides;
use model::{Dataset, Lang, Qualifier, Target, parse};
use query::{Filter, Index, Said};
use serde_json::{Value, json};
use support::fixtures::programmes;
use support::{dataset, embedded, funds, quantity, record, unit, with};
use text::comparison::{differences, line};
use view::{ViewState, decode};

fn index(dataset: &Dataset) -> Index {
    Index::new(dataset, |_| Said::default())
}

/// What a link puts side by side.
fn shown(dataset: &Dataset, query: &str) -> Comparison {
    let decoded = decode(query, dataset);
    assert_eq!(decoded.notices, [], "{query}");
    made(dataset, &decoded.view).expect("something to compare")
}

fn made(dataset: &Dataset, view: &ViewState) -> Option<Comparison> {
    let index = index(dataset);
    let suggested = || Subjects::suggested(dataset, &index, &view.filter, None);
    let subjects = view.compared.clone().or_else(suggested)?;
    let sides = Compared::sides(&index, &view.filter, &subjects);
    Some(compare(dataset, sides, view.compared_by))
}

fn row_of<'a>(made: &'a Comparison, dataset: &Dataset, indicator: &str, unit: &str) -> &'a Row {
    let of = quantity(dataset, indicator, unit);
    made.rows.iter().find(|row| row.of == of).expect("a row")
}

fn told(row: &Row, at: usize) -> Told {
    match row.differences.get(at).expect("a difference") {
        Difference::Told(told) => *told,
        Difference::Refused(why) => panic!("refused: {why:?}"),
    }
}

fn refused(row: &Row, at: usize) -> Why {
    match row.differences.get(at).expect("a difference") {
        Difference::Refused(why) => *why,
        Difference::Told(told) => panic!("told: {told:?}"),
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

fn sentences(made: &Comparison, row: &Row, lang: Lang, dataset: &Dataset) -> Vec<String> {
    let names: Vec<_> = made
        .sides
        .iter()
        .map(|side| text::comparison::subject(lang, side.subject, dataset))
        .collect();
    let all = differences(lang, row, &names, dataset).into_iter();
    all.map(|words| words.text(lang)).collect()
}

#[test]
fn the_money_of_two_counties_is_told_with_what_the_difference_is_made_of() {
    let dataset = embedded();
    let made = shown(&dataset, "compare=place:nyemo,damxung");
    let row = row_of(&made, &dataset, "funds", "yuan");
    let between = told(row, 0);
    assert!(near(between.amount, 180_000_000.0 - 131_000_000.0));
    assert!(near(between.times.expect("a number"), 180.0 / 131.0));
    assert!(between.other_time, "the source dates neither");
    assert_eq!(
        sentences(&made, row, Lang::EN, &dataset),
        [
            "Damxung: CNY 49 million more than Nyêmo (CNY 180 million − CNY 131 million); \
             ≈ 1.4 times as much; the times differ, or one is not stated"
        ]
    );
    let turned = shown(&dataset, "compare=place:damxung,nyemo");
    let row = row_of(&turned, &dataset, "funds", "yuan");
    assert!(near(told(row, 0).amount, -49_000_000.0));
    assert_eq!(
        sentences(&turned, row, Lang::ZH, &dataset),
        ["尼木县比当雄县少 4,900 万元（1.8 亿元 − 1.31 亿元）；为其 ≈ 0.73 倍；时间不同，或未写明"]
    );
}

#[test]
fn what_several_places_have_together_is_of_none_of_them() {
    let dataset = embedded();
    let made = shown(&dataset, "compare=place:chengguan,nyemo");
    let row = row_of(&made, &dataset, "funds", "yuan");
    let [Line { total, figure }] = row.cells[0].as_slice() else {
        panic!("{:?}", row.cells[0]);
    };
    assert_eq!(*figure, Err(Unlike::Together));
    assert!(near(total.amount, 41_300_000.0));
    assert!(near(row.most, 131_000_000.0), "it is on no scale");
    assert_eq!(refused(row, 0), Why::Unlike(Unlike::Together));
    assert!(!row.is_common());
}

#[test]
fn a_place_and_what_lies_in_it_have_no_difference() {
    let dataset = embedded();
    let made = shown(&dataset, "compare=place:lhasa,nyemo");
    assert_eq!(
        refused(row_of(&made, &dataset, "funds", "yuan"), 0),
        Why::Shared
    );
    assert!(made.shared > 0);
}

#[test]
fn shares_are_of_a_whole_that_the_source_states_and_of_nothing_else() {
    let dataset = embedded();
    let made = shown(
        &dataset,
        "compare=sector:health,education,governance&as=share",
    );
    let row = row_of(&made, &dataset, "personnel", "persons");
    let shares: Vec<f64> = row
        .cells
        .iter()
        .map(|cell| cell[0].figure.expect("a share").amount)
        .collect();
    for (share, part) in shares.iter().zip([121.0, 120.0, 107.0]) {
        assert!(near(*share, part / 393.0 * 100.0));
    }
    assert!(near(told(row, 0).amount, -100.0 / 393.0));
    let said = line(Lang::EN, &row.cells[0][0], row, &dataset);
    assert_eq!(said.figure.text(Lang::EN), "≈ 30.8%");
    let note = said.note.expect("a formula").text(Lang::EN);
    assert_eq!(note, "121 persons ÷ 393 persons · derived");
    let people = row_of(&made, &dataset, "people", "persons");
    let mut lines = people.cells.iter().flatten();
    assert!(lines.all(|line| line.figure == Err(Unlike::NoWhole)));
    assert!(!people.is_common());
}

#[test]
fn for_each_one_counts_what_the_same_record_counts() {
    let dataset = embedded();
    let made = shown(&dataset, "compare=place:damxung,nyemo&as=per:projects");
    let row = row_of(&made, &dataset, "funds", "yuan");
    let figure = row.cells[0][0].figure.expect("for each project");
    assert!(near(figure.amount, 18_000_000.0));
    assert_eq!(figure.by, Some((10.0, Qualifier::Exact)));
    assert_eq!(row.cells[1][0].figure, Err(Unlike::NoCount));
    assert_eq!(refused(row, 0), Why::Unlike(Unlike::NoCount));
    assert!(made.per.contains(&unit(&dataset, "projects")));
}

#[test]
fn periods_are_compared_by_what_lies_within_them() {
    let dataset = embedded();
    let made = shown(&dataset, "place=chengguan&compare=time:2015,2018");
    let row = row_of(&made, &dataset, "income", "yuan-per-person");
    let between = told(row, 0);
    assert!(near(between.amount, 18_525.95 - 2_153.23));
    assert!(!between.other_time, "that is what is compared");
    assert!(made.sides.iter().all(|side| side.untimed > 0));
}

/// Two sectors, each with figures of its own.
fn of_two(first: Vec<Value>, second: Vec<Value>) -> Dataset {
    let mut file = dataset(Vec::new());
    let sector = file["sectors"][0].clone();
    let mut other = sector.clone();
    other["id"] = json!("other");
    let first_id = sector["id"].clone();
    file["sectors"] = json!([sector, other]);
    let records = |values: Vec<Value>, name: &str, sector: Value| -> Vec<Value> {
        let all = values.into_iter().enumerate();
        all.map(|(at, fields)| {
            let record = with(record(&format!("{name}-{at}")), json!({ "sector": sector }));
            with(record, fields)
        })
        .collect()
    };
    let mut all = records(first, "first", first_id);
    all.extend(records(second, "second", json!("other")));
    file["records"] = json!(all);
    parse(&file.to_string()).expect("a dataset").dataset
}

fn stated(amount: u32) -> Value {
    json!({ "values": funds(json!(amount)) })
}

fn qualified(amount: u32, qualifier: &str) -> Value {
    let mut fields = stated(amount);
    fields["values"][0]["qualifier"] = json!(qualifier);
    fields
}

fn of_funds(dataset: &Dataset) -> (Comparison, Row) {
    let made = made(dataset, &decode("", dataset).view).expect("two sectors");
    let row = made
        .rows
        .iter()
        .find(|row| row.is_common())
        .expect("a row")
        .clone();
    (made, row)
}

#[test]
fn sums_count_nothing_twice_and_say_what_they_are_made_of() {
    let part = with(
        stated(40),
        json!({ "relations": [{ "type": "part_of", "target": "first-0", "basis": "stated" }] }),
    );
    let dataset = of_two(vec![stated(100), part, stated(30)], vec![stated(90)]);
    let (_, row) = of_funds(&dataset);
    let first = &row.cells[0][0];
    assert!(near(first.figure.expect("a sum").amount, 130.0));
    assert_eq!(first.total.left_out.len(), 1);
    let said = line(Lang::EN, first, &row, &dataset);
    assert!(said.note.expect("a formula").text(Lang::EN).contains(" + "));
    assert!(said.left_out.is_some());
    assert!(near(told(&row, 0).amount, -40.0));
}

#[test]
fn a_difference_of_two_limits_is_refused_and_of_one_is_a_limit() {
    let limits = of_two(
        vec![qualified(100, "over")],
        vec![qualified(60, "at_least")],
    );
    assert_eq!(refused(&of_funds(&limits).1, 0), Why::Limits);
    // 60 less than "over 100" is less by more than 40.
    let one = of_two(vec![qualified(100, "over")], vec![stated(60)]);
    let (made, row) = of_funds(&one);
    assert_eq!(
        told(&row, 0).qualifier,
        Qualifier::UpTo,
        "of the signed amount, −40"
    );
    let [sentence] = &sentences(&made, &row, Lang::EN, &one)[..] else {
        panic!("one sentence");
    };
    let least = text::names::qualifier(Lang::EN, Qualifier::AtLeast);
    assert!(
        sentence.contains(least) && sentence.contains("less than"),
        "{sentence}"
    );
    let most = text::names::qualifier(Lang::EN, Qualifier::UpTo);
    assert!(sentence.contains(most), "at most so many times: {sentence}");
    let about = of_two(vec![qualified(100, "about")], vec![stated(60)]);
    assert_eq!(told(&of_funds(&about).1, 0).qualifier, Qualifier::About);
}

#[test]
fn limits_that_point_opposite_ways_are_no_figure_and_as_much_is_not_said_of_a_limit() {
    let sum = of_two(
        vec![qualified(100, "at_least"), qualified(50, "up_to")],
        vec![stated(60)],
    );
    let made = made(&sum, &decode("", &sum).view).expect("two sectors");
    let row = &made.rows[0];
    assert_eq!(row.cells[0][0].figure, Err(Unlike::Limits));
    assert_eq!(refused(row, 0), Why::Unlike(Unlike::Limits));
    let table = sides(Lang::EN, &sum, &made);
    let first = table.lines().nth(1).expect("a row");
    assert!(
        first.contains(",,,") && first.contains("opposite"),
        "no figure: {first}"
    );
    let same = of_two(vec![qualified(100, "over")], vec![stated(100)]);
    assert_eq!(refused(&of_funds(&same).1, 0), Why::Limits);
    // Over 100 and at most 60: the one is at least 40 less.
    let apart = of_two(vec![qualified(100, "over")], vec![qualified(60, "up_to")]);
    assert_eq!(told(&of_funds(&apart).1, 0).qualifier, Qualifier::UpTo);
    let about = of_two(vec![qualified(100, "about")], vec![stated(100)]);
    let (made, row) = of_funds(&about);
    let said = sentences(&made, &row, Lang::EN, &about);
    assert!(said[0].contains("about as much"), "{said:?}");
}

#[test]
fn money_that_was_given_back_is_no_multiple() {
    let value = |amount: i32| json!({ "values": funds(json!(amount)) });
    let dataset = of_two(vec![value(-10)], vec![value(-20)]);
    let (_, row) = of_funds(&dataset);
    let between = told(&row, 0);
    assert!(near(between.amount, -10.0));
    assert_eq!(between.times, None);
}

#[test]
fn what_is_only_expected_counts_for_nothing() {
    let dataset = of_two(vec![qualified(100, "expected")], vec![stated(60)]);
    let (_, row) = of_funds(&dataset);
    assert_eq!(row.cells[0][0].figure, Err(Unlike::Expected));
    assert_eq!(refused(&row, 0), Why::Unlike(Unlike::Expected));
    assert!(near(row.most, 100.0), "it is drawn on the same scale");
}

#[test]
fn only_two_to_four_of_a_kind_each_once_stand_side_by_side() {
    let dataset = embedded();
    let all: Vec<Subject> = dataset.sector_indices().map(Subject::Sector).collect();
    for count in 0..7 {
        let some = Subjects::new(all[..count].to_vec());
        assert_eq!(some.is_some(), (2..=4).contains(&count), "{count}");
    }
    assert!(Subjects::new(vec![all[0], all[0]]).is_none());
    let kind = dataset
        .kind_indices()
        .next()
        .map(Subject::Kind)
        .expect("a kind");
    assert!(Subjects::new(vec![all[0], kind]).is_none());
    let four = Subjects::new(all[..4].to_vec()).expect("four");
    assert!(four.with(all[4]).is_none());
    assert_eq!(
        four.without(all[1]).expect("three").all(),
        [all[0], all[2], all[3]]
    );
    let two = Subjects::new(all[..2].to_vec()).expect("two");
    assert!(two.without(all[1]).is_none());
}

#[test]
fn a_wrong_comparison_in_a_link_is_named_and_not_halved() {
    let dataset = embedded();
    for wrong in [
        "compare=place:nyemo",
        "compare=place:nyemo,nowhere-known",
        "compare=place:nyemo,nyemo",
        "compare=nyemo,damxung",
        "compare=time:2018/2015,2016",
        "compare=time:..,2016",
        "compare=sector:health,education,governance,tourism,training",
        "as=per:yuan",
        "as=per:nothing",
        "as=shares",
    ] {
        let decoded = decode(wrong, &dataset);
        assert_eq!(decoded.notices.len(), 1, "{wrong}");
        assert_eq!(decoded.view, ViewState::of(&dataset), "{wrong}");
    }
    let open = decode("compare=time:../2015,2016/..", &dataset);
    assert_eq!(open.notices, []);
    assert_eq!(
        view::encode(&open.view, &dataset),
        "compare=time:../2015,2016/.."
    );
}

#[test]
fn what_filters_choose_suggests_itself() {
    let dataset = embedded();
    let index = index(&dataset);
    let suggested = |query: &str, on| {
        let filter = decode(query, &dataset).view.filter;
        let subjects = Subjects::suggested(&dataset, &index, &filter, on).expect("two");
        view::subjects_words(&subjects, &dataset)
    };
    assert_eq!(
        suggested("sector=health,education", None),
        "sector:health,education"
    );
    assert!(suggested("", None).starts_with("place:"));
    assert!(suggested("", Some(On::Time)).starts_with("time:"));
    let none = Filter {
        text: "nothing has these words".to_owned(),
        ..Filter::default()
    };
    assert_eq!(Subjects::suggested(&dataset, &index, &none, None), None);
}

#[test]
fn nothing_is_counted_twice_in_any_comparison_of_any_dataset() {
    let texts = programmes().map(|(_, text)| text);
    for text in [PROGRAMME_JSON].into_iter().chain(texts) {
        let dataset = parse(text).expect("a dataset").dataset;
        let index = index(&dataset);
        let filter = Filter::default();
        let facets = index.facets(&filter);
        for on in On::ALL {
            let all = subjects(&dataset, &index, (&filter, &facets), *on);
            for four in all
                .chunks(4)
                .take(6)
                .filter_map(|some| Subjects::new(some.to_vec()))
            {
                for by in [By::Amount, By::Share] {
                    let sides = Compared::sides(&index, &Filter::default(), &four);
                    holds(&dataset, &compare(&dataset, sides, by));
                }
            }
        }
    }
}

fn holds(dataset: &Dataset, made: &Comparison) {
    let adds = |row: &Row| dataset.indicator(row.of.indicator).adds;
    let conflict = |a, b| {
        dataset
            .links()
            .conflict(Target::Record(a), Target::Record(b))
    };
    for row in &made.rows {
        assert_eq!(row.cells.len(), made.sides.len());
        for line in row.cells.iter().flatten() {
            let counted = &line.total.counted;
            assert!(
                counted.len() <= 1 || adds(row),
                "single figures are not added"
            );
            for (at, one) in counted.iter().enumerate() {
                let mut others = counted[at + 1..].iter();
                assert!(!others.any(|other| conflict(one.record, other.record)));
            }
            if let Ok(figure) = line.figure {
                assert!(figure.amount.is_finite() && figure.amount.abs() <= row.most);
            }
        }
        for (at, difference) in row.differences.iter().enumerate() {
            if let Difference::Told(_) = difference {
                let (a, b) = (&row.cells[0][0].total, &row.cells[at + 1][0].total);
                let mut pairs = a
                    .counted
                    .iter()
                    .flat_map(|a| b.counted.iter().map(move |b| (a, b)));
                assert!(!pairs.any(|(a, b)| conflict(a.record, b.record)));
            }
        }
    }
    for (side, counts) in made.sides.iter().zip(&made.times.counts) {
        assert_eq!(
            counts.iter().sum::<usize>(),
            side.records.len(),
            "each once in time"
        );
    }
}

#[test]
fn the_table_to_take_away_has_a_row_a_figure_and_says_what_is_not_there() {
    let dataset = embedded();
    let made = shown(&dataset, "compare=place:nyemo,chengguan");
    let text = sides(Lang::EN, &dataset, &made);
    let mut rows = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let all: Vec<csv::StringRecord> = rows.records().map(|row| row.expect("a row")).collect();
    let of = |side: &str, indicator: &str| {
        let is_that = |row: &&csv::StringRecord| &row[0] == side && &row[1] == indicator;
        all.iter().find(is_that).expect("a row").clone()
    };
    let nyemo = of("Nyêmo", "funds");
    assert_eq!(
        (&nyemo[2], &nyemo[4], &nyemo[5], &nyemo[8]),
        ("yuan", "131000000", "exact", "nyemo-funds")
    );
    let together = of("Chengguan", "funds");
    assert_eq!((&together[4], &together[8]), ("41300000", "district-funds"));
    assert!(together[7].contains("together"), "{together:?}");
    let bare = all
        .iter()
        .find(|row| row[4].is_empty())
        .expect("a side without a figure");
    assert_eq!(&bare[7], "not stated");
}
