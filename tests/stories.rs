//! Stories: what a step shows, what a link to it holds, and that what the built-in
//! one says stands in the dataset.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a helper of tests fails as tests do")]

mod support;

use model::{Dataset, Lang, Step, parse};
use support::embedded;
use view::{Entry, Focus, Move, Notice, Telling, ViewState, decode, encode, step, step_of};

fn steps(dataset: &Dataset) -> Vec<(Telling, &Step)> {
    let of = |story| {
        let steps = dataset.story(story).steps.iter().enumerate();
        steps.map(move |(step, told)| (Telling { story, step }, told))
    };
    dataset.story_indices().flat_map(of).collect()
}

#[test]
fn every_step_of_the_programme_shows_records_and_speaks_both_languages() {
    let dataset = embedded();
    let all = steps(&dataset);
    assert!((8..=12).contains(&all.len()), "{} steps", all.len());
    for (telling, step) in all {
        let link = format!("story=tour&step={}", telling.step + 1);
        let read = decode(&link, &dataset);
        assert_eq!(read.notices, [], "{link}");
        assert_eq!(read.view.telling, Some(telling));
        assert!(read.view.focus.is_some(), "{link} keeps something lit");
        assert_eq!(encode(&read.view, &dataset), link);
        for text in [Some(&step.title), step.text.as_ref()] {
            let text = text.expect("words");
            assert_eq!(text.lang(Lang::ZH), Lang::ZH);
            assert_eq!(text.lang(Lang::EN), Lang::EN);
        }
    }
}

/// The numbers of a text, with the word for a power of ten after each; but for months.
fn numbers(text: &str) -> Vec<f64> {
    let is_part = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let mut all = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let from = &rest[start..];
        let end = from.find(|c| !is_part(c)).unwrap_or(from.len());
        let digits: String = from[..end].chars().filter(|c| *c != ',').collect();
        rest = &from[end..];
        let word = rest.trim_start();
        let times = match word {
            _ if word.starts_with("billion") => 1e9,
            _ if word.starts_with("million") => 1e6,
            _ if word.starts_with('亿') => 1e8,
            _ => 1.0,
        };
        let number: f64 = digits.trim_end_matches('.').parse().expect("a number");
        if !word.starts_with('月') {
            all.push(number * times);
        }
    }
    all
}

#[test]
fn every_number_that_a_step_says_stands_in_the_dataset() {
    let dataset = embedded();
    let stated = dataset.records.iter().flat_map(|record| &record.values);
    let mut known: Vec<f64> = stated.map(|value| value.amount).collect();
    // What is computed, as it is said: with one digit after the point.
    let computed = dataset.derived.iter().filter_map(|figure| figure.amount);
    known.extend(computed.map(|amount| (amount * 10.0).round() / 10.0));
    // Years, and the plan.
    known.extend((1994..=2020).map(f64::from));
    known.push(13.0);
    for (_, step) in steps(&dataset) {
        for lang in [Lang::ZH, Lang::EN] {
            let text = step.text.as_ref().expect("words").get(lang);
            for number in numbers(text) {
                let is_known = known.iter().any(|it| (it - number).abs() < 1e-6 * number);
                assert!(is_known, "{number} in: {text}");
            }
        }
    }
}

#[test]
fn a_link_of_a_step_holds_only_what_differs_from_it() {
    let dataset = embedded();
    let shown = decode("story=tour&step=4", &dataset).view;
    let record = |id: &str| dataset.record_by_id(id).expect("a record");
    let two = [record("damxung-funds"), record("nyemo-funds")];
    assert_eq!(shown.focus, Some(Focus::Records(sorting::set(two))));
    let opened = ViewState {
        record: Some(record("nyemo-funds")),
        ..shown.clone()
    };
    let link = encode(&opened, &dataset);
    assert_eq!(link, "story=tour&step=4&record=nyemo-funds");
    assert_eq!(decode(&link, &dataset).view, opened);
    let dark = ViewState {
        focus: None,
        ..shown
    };
    let link = encode(&dark, &dataset);
    assert_eq!(link, "focus=&story=tour&step=4");
    assert_eq!(
        decode(&link, &dataset).view,
        dark,
        "an empty one is no focus"
    );
}

#[test]
fn a_step_may_show_a_chart_which_is_no_part_of_what_it_sets() {
    let mut dataset = embedded();
    let tour = dataset.story_by_id("tour").expect("the story");
    let told = |dataset: &Dataset, step| Telling { story: tour, step }.chart(dataset);
    let charts: Vec<_> = (0..dataset.story(tour).steps.len())
        .filter_map(|step| told(&dataset, step))
        .map(|chart| dataset.chart(chart).id.as_str())
        .collect();
    assert_eq!(
        charts,
        ["money-nesting", "income", "personnel", "people-reached"]
    );
    let view = decode("story=tour&step=6", &dataset).view;
    assert_eq!(view.embed, None, "the page is no embedded view");

    // A story of a reader's keeps the chart that it was collected from, and no other view.
    let chart = dataset.chart_by_id("income");
    let words = step_of(&view, chart, &dataset);
    assert!(words.ends_with("embed=chart:income"), "{words}");
    dataset.stories[tour.at()].steps[0].view = words;
    assert_eq!(told(&dataset, 0), chart);
    for none in [
        "embed=map",
        "embed=chart:nowhere",
        "",
        "embed=record:funds-since-1994",
    ] {
        dataset.stories[tour.at()].steps[0].view = none.to_owned();
        assert_eq!(told(&dataset, 0), None, "{none}");
    }
}

#[test]
fn the_order_of_a_link_is_no_matter_and_what_is_wrong_is_named() {
    let dataset = embedded();
    let of = |link: &str| decode(link, &dataset);
    assert_eq!(of("step=4&story=TOUR"), of("story=tour&step=4"));
    let unknown = |parameter: &str, value: &str| Notice::UnknownValue {
        parameter: parameter.to_owned(),
        value: value.to_owned(),
    };
    for wrong in ["0", "99", "-1", "x", "1.5"] {
        let read = of(&format!("story=tour&step={wrong}"));
        assert_eq!(read.notices, [unknown("step", wrong)]);
        assert_eq!(read.view, of("story=tour").view, "the first step");
    }
    let read = of("story=other&step=2&place=nyemo");
    let both = [unknown("story", "other"), unknown("step", "2")];
    assert_eq!(read.notices, both);
    assert_eq!(read.view, of("place=nyemo").view);
}

#[test]
fn a_messengers_word_takes_no_date_from_a_step() {
    let mut dataset = embedded();
    let story = dataset.story_by_id("tour").expect("the story");
    dataset.stories[story.at()].steps[0].view = "from=2016&to=2017".to_owned();
    let plain = decode("story=tour", &dataset);
    assert!(plain.view.filter.period.from().is_some());
    assert_eq!(decode("story=tour&from=timeline", &dataset), plain);
    let own = decode("story=tour&from=2015", &dataset).view.filter.period;
    assert_eq!(own.from(), model::Date::parse("2015"));
}

#[test]
fn back_from_a_story_leads_to_what_was_before_it() {
    let dataset = embedded();
    let of = |link: &str| decode(link, &dataset).view;
    let moved = |now: &str, next: &str, below: &[&str]| {
        let below = below.iter().map(|link| (*link).to_owned()).collect();
        let views = (of(now), of(next));
        let both = (&views.0, &views.1);
        step(&Entry { below }, both, (now, next), true, false)
    };
    let added = Move::Add(Entry::default());
    assert_eq!(moved("sector=health", "story=tour&step=1", &[]), added);
    assert_eq!(
        moved("focus=place:nyemo", "story=tour&step=1", &[""]),
        added
    );
    assert_eq!(moved("story=tour&step=4", "", &[]), added);
    let dark = "focus=&story=tour&step=4";
    let written_over = Move::Replace(Entry::default());
    assert_eq!(moved("story=tour&step=4", dark, &[]), written_over);
}

#[test]
fn a_step_sets_nothing_that_is_the_readers() {
    let mut dataset = embedded();
    let story = dataset.story_by_id("tour").expect("the story");
    let step = &mut dataset.stories[story.at()].steps[0];
    step.view = "lang=zh&scheme=dark&embed=map&story=tour&place=nyemo".to_owned();
    let read = decode("story=tour&lang=en", &dataset);
    assert_eq!(read.notices, []);
    let shown = decode("place=nyemo&lang=en", &dataset).view;
    let told = ViewState {
        telling: Some(Telling { story, step: 0 }),
        ..shown
    };
    assert_eq!(read.view, told);
}

#[test]
fn a_story_that_cannot_be_told_costs_itself_only() {
    let text = aid_atlas::PROGRAMME_JSON;
    let (before, after) = text.split_once("\"stories\": [").expect("the list");
    let more = r#"{"id": "none", "title": {"en": "x"}, "steps": []},
        {"id": "no id", "title": {"en": "x"}, "steps": [{"title": {"en": "x"}}]},
        {"id": "plain", "title": {"en": "x"}, "steps": [{"title": {"en": "x"}}]}, 5,"#;
    let read = parse(&format!("{before}\"stories\": [{more}{after}")).expect("a dataset");
    let ids = read.dataset.stories.iter().map(|story| story.id.as_str());
    assert_eq!(ids.collect::<Vec<_>>(), ["plain", "tour"]);
    assert_eq!(read.problems.len(), 3, "{:?}", read.problems);
    assert_eq!(read.dataset.origins.stories, [2, 4]);
}
