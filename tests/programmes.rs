//! Programmes that are unlike the built-in one: one of points alone, one in two
//! currencies and from right to left, one of 3,000 records.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper of tests fails as tests do"
)]

mod support;

use charts::{Bar, Seen, Setting, Shown, Theme, map, sheet, timeline};
use formats::{Export, Iati, csv, iati};
use model::{
    Dataset, Form, Grouping, Key, Lang, Operand, PlaceIx, Qualifier, Quantity, Time, parse,
};
use query::{Filter, Index, Measure, Period, PlaceChoice, place_choices};
use std::collections::{BTreeMap, BTreeSet};
use support::drawn::chart;
use support::fixtures::{CURRENCIES, POINTS, many, programmes};
use support::{LINK, all, named, walk};
use text::key_figures::Reckoned;
use view::{Embed, Panel, Scheme, ViewState, decode, encode};

const FR: Lang = Lang::of("fr");

fn read(text: &str) -> Dataset {
    let loaded = parse(text).expect("a dataset");
    assert_eq!(loaded.problems, []);
    loaded.dataset
}

fn setting(dataset: &Dataset, lang: Lang) -> Setting<'_> {
    Setting {
        dataset,
        lang,
        theme: &Theme::LIGHT,
        compact: false,
        period: Period::default(),
    }
}

fn export<'a>(dataset: &'a Dataset, text: &'a str, records: &'a [model::RecordIx]) -> Export<'a> {
    Export {
        dataset,
        text,
        records,
        link: LINK,
        period: Period::default(),
    }
}

#[test]
fn each_is_sound_and_everything_can_be_done_with_it() {
    for (name, text) in programmes() {
        let dataset = read(text);
        assert_eq!(dataset.id, name);
        let exported = walk(text).expect(name);
        let again = read(&exported);
        assert_eq!(again.languages, dataset.languages, "{name}");
        assert_eq!(again.charts.len(), dataset.charts.len(), "{name}");
    }
}

#[test]
fn the_large_one_is_as_large_as_it_should_be_and_the_same_each_time() {
    let dataset = read(many());
    assert_eq!(dataset.records.len(), 3000);
    assert_eq!(dataset.sectors.len(), 20);
    assert_eq!(dataset.organisations.len(), 150);
    let has_point = |place: &&model::Place| place.coordinates.is_some();
    assert_eq!(dataset.places.iter().filter(has_point).count(), 300);
    let first = &dataset.records[0];
    assert_eq!(first.title.get(Lang::EN), "Outcome 0: Fishing");
}

/// The codes of currencies that a text names, in code or in the dataset's words.
fn currencies_in(text: &str, dataset: &Dataset) -> BTreeSet<String> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    let is_named = |code: &&str| words.contains(code);
    let codes = dataset.currencies.iter().map(|c| c.code.as_str());
    codes.filter(is_named).map(str::to_owned).collect()
}

/// Whether all parts of the bar are amounts of that quantity.
fn is_of(bar: &Bar, of: Quantity, dataset: &Dataset) -> bool {
    bar.segments.iter().flat_map(|s| &s.records).all(|ix| {
        let values = &dataset.record(*ix).values;
        values.iter().any(|value| value.of == of)
    })
}

#[test]
fn nothing_adds_money_of_one_currency_to_that_of_another() {
    for (name, text) in programmes() {
        let dataset = read(text);
        let records = all(&dataset);
        assert!(dataset.currencies.len() <= 3, "{name}");
        let setting = setting(&dataset, Lang::EN);
        for ix in dataset.chart_indices() {
            let of: Vec<Quantity> = dataset.chart(ix).values.iter().map(|v| v.of).collect();
            let drawn = chart(ix, setting, &records, &[]);
            for bar in &drawn.bars {
                let amount = bar.segments.iter().map(|s| s.amount).sum::<f64>();
                assert!(amount.is_finite());
                let one = of.iter().find(|of| is_of(bar, **of, &dataset));
                let one = one.unwrap_or_else(|| panic!("{name}: {bar:?} is of one quantity"));
                let currency = dataset.unit(one.unit).currency();
                let code: BTreeSet<String> = currency
                    .map(|ix| dataset.currency(ix).code.clone())
                    .into_iter()
                    .collect();
                assert_eq!(currencies_in(&bar.text, &dataset), code, "{}", bar.text);
            }
            let units: BTreeSet<_> = of.iter().map(|of| of.unit).collect();
            assert_eq!(units.len(), 1, "{name}: one axis, one unit");
        }
        for measure in Measure::all(&dataset) {
            let of = measure.takes(&dataset).map(|of| dataset.unit(of.unit));
            let code = of.and_then(model::Unit::currency);
            let code = code.map(|ix| dataset.currency(ix).code.clone());
            let main = dataset.main_map().expect("a map");
            let sheet = sheet(&dataset, main, &[], &[]).map(|(sheet, _)| sheet);
            let seen = Seen {
                reaching: &[],
                sheet: sheet.as_ref(),
                zoom: 1.0,
                wide: false,
            };
            let drawn = map(setting, &records, &Filter::default(), measure, seen);
            let shades = drawn.legend.into_iter().map(|item| item.text);
            let circles = drawn.sizes.into_iter().map(|item| item.text);
            for text in shades.chain(circles) {
                let named = currencies_in(&text, &dataset);
                assert!(named.iter().all(|n| Some(n) == code.as_ref()), "{text}");
            }
        }
    }
}

/// A chart that draws thousands of bars is as tall as a house.
#[test]
fn a_chart_draws_sixty_bars_at_most_says_how_many_more_there_are_and_lists_all() {
    let dataset = read(many());
    let records = all(&dataset);
    let mut cut = BTreeSet::new();
    for ix in dataset.chart_indices() {
        let view = chart(ix, setting(&dataset, Lang::EN), &records, &[]);
        let data = view.option["series"][0]["data"].as_array().cloned();
        let data = data.unwrap_or_default();
        let form = dataset.chart(ix).form;
        if matches!(form, Form::Total | Form::Each) {
            let rows: BTreeSet<_> = data.iter().map(|datum| datum["at"][0].as_u64()).collect();
            assert!(rows.len() <= 60, "{}", rows.len());
            let drawn = rows.len() + view.drawn.more;
            assert_eq!(drawn, view.bars.len(), "the list has all");
        } else {
            assert!(data.len() <= 60, "{}", data.len());
        }
        assert!(view.marks.iter().all(|mark| mark.datum < data.len()));
        let note = |lang| text::chart::note(lang, ix, view.drawn, &dataset).text(lang);
        if view.bars.len() <= 60 {
            assert!(!note(Lang::EN).contains("drawn"), "{}", note(Lang::EN));
            continue;
        }
        let more = view.drawn.more;
        let group = |n: usize| words::grouped(Lang::EN, n);
        let (en, zh) = match form {
            Form::Slope | Form::Table => ("The first 60 are drawn; ", "前 60 项"),
            Form::Nesting => ("The 40 largest are drawn; ", "最大的 40 项"),
            _ => ("The 60 largest are drawn; ", "最大的 60 项"),
        };
        let said = format!("{en}{} more", group(more));
        assert!(
            note(Lang::EN).contains(&said),
            "{said} in {}",
            note(Lang::EN)
        );
        assert!(note(Lang::ZH).contains(zh), "{}", note(Lang::ZH));
        let size = |bar: &Bar| bar.segments.iter().map(|s| s.amount).sum::<f64>().abs();
        let mut sizes: Vec<f64> = view.bars.iter().map(size).collect();
        sizes.sort_by(|a, b| b.total_cmp(a));
        let titles: BTreeSet<&str> = data
            .iter()
            .filter_map(|datum| datum["title"].as_str())
            .collect();
        for bar in view.bars.iter().filter(|bar| size(bar) > sizes[60]) {
            let is_drawn = titles.contains(bar.name.as_str());
            let other = !matches!(form, Form::Total | Form::Each);
            assert!(is_drawn || other, "{}", bar.label);
        }
        cut.insert(format!("{form:?}"));
    }
    let forms = ["Each", "Nesting", "Total"].map(str::to_owned);
    assert_eq!(cut, forms.into(), "each form has such a chart");
}

/// The title, form, grouping and scale of each chart, in English.
fn charts_of(dataset: &Dataset, lang: Lang) -> Vec<String> {
    let of = |ix| {
        let chart = dataset.chart(ix);
        let form = match (chart.form, chart.by) {
            (Form::Nesting, _) => "nesting",
            (Form::Each, _) => "each",
            (Form::Slope, _) => "slope",
            (Form::Units, _) => "units",
            (Form::Table, _) => "table",
            (Form::Total, Grouping::Place) => "by place",
            (Form::Total, Grouping::Sector) => "by sector",
            (Form::Total, Grouping::Kind) => "by kind",
        };
        let title = text::chart::title(lang, ix, dataset).text(lang);
        format!("{title} | {form}")
    };
    dataset.chart_indices().map(of).collect()
}

fn measures_of(dataset: &Dataset, lang: Lang) -> Vec<&str> {
    let names = dataset.measure_indices();
    names
        .map(|ix| text::names::measure(lang, Measure::Of(ix), dataset))
        .collect()
}

#[test]
fn a_dataset_without_charts_gets_those_that_its_figures_allow() {
    let points = read(POINTS);
    assert_eq!(
        charts_of(&points, Lang::EN),
        [
            "Dépenses: what lies within what | nesting",
            "Dépenses: by place | by place",
            "Dépenses: by sector | by sector",
            "Personnes | each",
            "Forages: by place | by place",
            "Étals: by place | by place",
            "Part | each",
        ]
    );
    assert_eq!(
        measures_of(&points, Lang::EN),
        [
            "Dépenses",
            "Recettes par personne",
            "Personnes",
            "Forages",
            "Étals",
            "Part"
        ]
    );
    // Each quantity has its chart before any has a second one.
    let many = read(many());
    let charts = charts_of(&many, Lang::EN);
    assert_eq!(charts.len(), 12);
    for quantity in [
        "Money paid (USD)",
        "Money paid (EUR)",
        "Money paid (PEN)",
        "Money planned (USD)",
        "Money planned (EUR)",
        "Money planned (PEN)",
        "People reached",
    ] {
        let is_of = |title: &&String| title.starts_with(quantity);
        assert!(
            charts.iter().any(|title| is_of(&title)),
            "{quantity} in {charts:?}"
        );
    }
    assert_eq!(
        measures_of(&many, Lang::of("es")),
        [
            "Dinero pagado (USD)",
            "Dinero pagado (EUR)",
            "Dinero pagado (PEN)",
            "Dinero previsto (USD)",
            "Dinero previsto (EUR)",
            "Dinero previsto (PEN)",
            "Personas alcanzadas",
        ]
    );
}

#[test]
fn readers_of_other_languages_read_the_datasets_words_amid_the_pages() {
    let dataset = read(POINTS);
    let tags: Vec<String> = text::languages(Some(&dataset))
        .iter()
        .map(Lang::to_string)
        .collect();
    assert_eq!(tags, ["fr", "en", "zh"]);
    let (_, record) = named(&dataset, "forages-kassila");
    for lang in [Lang::ZH, Lang::EN, FR] {
        assert_eq!(record.title.get(lang), "Forages de Kassila");
        assert_eq!(record.title.lang(lang), FR, "for `lang` attributes");
        let people = text::qualified(lang, &record.values[1], &dataset);
        assert!(people.ends_with("4,300 personnes"), "{people}");
    }
    let about = |lang| text::qualified(lang, &record.values[1], &dataset);
    assert_eq!(about(Lang::ZH), "约 4,300 personnes");
    assert_eq!(about(Lang::EN), "about 4,300 personnes");
    let (_, cost) = named(&dataset, "budget-total");
    let usd = |lang| text::qualified(lang, &cost.values[0], &dataset);
    assert_eq!(usd(Lang::ZH), "USD 125 万");
    assert_eq!(usd(Lang::EN), "USD 1.25 million");
    assert_eq!(text::count_of(Lang::ZH, 2, 19), "19 条记录中的 2 条");
    let (_, taught) = named(&dataset, "formation");
    let one = text::qualified(FR, &taught.values[0], &dataset);
    assert!(one.ends_with("1 personne"), "{one}");
    for lang in [Lang::ZH, Lang::EN] {
        let line = text::source_line(lang, &dataset);
        assert!(
            line.contains("Rapport final du programme inventé"),
            "{line}"
        );
        let view = ViewState::of(&dataset);
        assert!(text::preview::title(lang, &view, &dataset).contains("Eau, marchés"));
    }
    let index = Index::new(&dataset, |record| text::said(&dataset, record));
    for (words, found) in [
        ("halle", 1),
        ("Cassila", 4),
        ("étals", 3),
        ("etals", 3),
        ("148000", 1),
    ] {
        let filter = Filter {
            text: words.to_owned(),
            ..Filter::default()
        };
        assert_eq!(index.select(&filter).len(), found, "{words}");
    }
}

#[test]
fn derived_figures_are_right_and_in_one_currency() {
    let dataset = read(CURRENCIES);
    let said: Vec<String> = dataset
        .derived
        .iter()
        .map(|figure| text::formula::result(Lang::EN, figure, &dataset).text(Lang::EN))
        .collect();
    let has = |figure: &str| said.iter().any(|s| s.contains(figure));
    // 4.1 + 3.2 + 1.45; 9.6 less that; 1,750,000 ÷ 18.4; 4.1 ÷ 9.6; 6,240 over 3,900.
    for figure in [
        "EUR 8.75 million",
        "EUR 850,000",
        "EUR 95,109 per kilometre",
        "42.7%",
        "60%",
    ] {
        assert!(has(figure), "{figure} in {said:?}");
    }
    assert!(said.iter().all(|s| !s.contains("EGP")), "{said:?}");
}

/// "1.75 ÷ 18.4" with Arabic units would read as 18.4 ÷ 1.75 otherwise.
#[test]
fn what_is_read_from_right_to_left_keeps_together_amid_other_words() {
    let dataset = read(CURRENCIES);
    let cost = dataset.derived.iter().find(|d| d.id == "canal-cost");
    let said = |lang| {
        let formula = text::formula::formula(lang, cost.expect("a figure"), &dataset);
        formula.text(lang)
    };
    assert_eq!(
        said(Lang::of("ar")),
        "\u{2068}\u{2068}1.75 million\u{2069} يورو\u{2069} ÷ \u{2068}18.4 كم\u{2069}"
    );
    assert_eq!(said(Lang::EN), "EUR 1.75 million ÷ 18.4 km");
    let (_, back) = named(&dataset, "canal-back");
    let amount = |lang| text::qualified(lang, &back.values[0], &dataset);
    assert_eq!(amount(Lang::of("ar")), "\u{200e}−60,000 يورو");
    assert_eq!(amount(Lang::EN), "EUR −60,000");
    let records = all(&dataset);
    for ix in dataset.chart_indices() {
        let view = chart(ix, setting(&dataset, Lang::of("ar")), &records, &[]);
        for datum in view.option["series"][0]["data"].as_array().expect("data") {
            let figure = datum["figure"].as_str().expect("a figure");
            assert!(
                figure.is_empty() || figure.starts_with('\u{2068}'),
                "{figure:?}"
            );
        }
    }
}

#[test]
fn links_hold_every_choice() {
    for (name, text) in programmes() {
        let dataset = read(text);
        let holds = |view: ViewState| {
            let query = encode(&view, &dataset);
            let decoded = decode(&query, &dataset);
            assert_eq!(decoded.notices, [], "{name}: {query}");
            assert_eq!(decoded.view, view, "{name}: {query}");
        };
        let filtered = |filter: Filter| {
            holds(ViewState {
                filter,
                ..ViewState::of(&dataset)
            });
        };
        for place in place_choices(&dataset) {
            filtered(Filter {
                places: [place].into(),
                ..Filter::default()
            });
        }
        filtered(Filter {
            places: dataset.place_indices().map(PlaceChoice::Place).collect(),
            sectors: dataset.sector_indices().collect(),
            kinds: dataset.kind_indices().collect(),
            organisations: dataset.organisation_indices().collect(),
            lacks: model::Aspect::ALL.iter().copied().collect(),
            period: Period::new(model::Date::parse("2016-02"), model::Date::parse("2019"))
                .expect("a period"),
            text: "قناة & étals +1".to_owned(),
        });
        for record in dataset.record_indices() {
            holds(ViewState {
                record: Some(record),
                ..ViewState::of(&dataset)
            });
        }
        for chart in dataset.chart_indices() {
            holds(ViewState {
                embed: Some(Embed::Chart(chart)),
                ..ViewState::of(&dataset)
            });
        }
        for measure in Measure::all(&dataset) {
            holds(ViewState {
                measure,
                panel: Panel::Map,
                scheme: Scheme::Dark,
                origin: view::Origin {
                    data: Some(view::Data::Below(format!("fixtures/{name}.json"))),
                    ..view::Origin::default()
                },
                ..ViewState::of(&dataset)
            });
        }
        for lang in text::languages(Some(&dataset)) {
            holds(ViewState {
                lang: Some(lang),
                ..ViewState::of(&dataset)
            });
        }
    }
}

/// The rows of a CSV file without breaks in its cells, by column.
fn rows(csv: &str) -> Vec<BTreeMap<String, String>> {
    let cells = |line: &str| {
        let (mut cells, mut quoted) = (vec![String::new()], false);
        for letter in line.chars() {
            match letter {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                letter => cells.last_mut().expect("a cell").push(letter),
            }
        }
        cells
    };
    let mut lines = csv.trim_start_matches('\u{feff}').split_terminator("\r\n");
    let columns = cells(lines.next().expect("columns"));
    lines
        .map(|line| columns.iter().cloned().zip(cells(line)).collect())
        .collect()
}

#[test]
fn csv_has_a_column_a_language_and_the_currency_of_each_amount() {
    for (name, text) in programmes() {
        let dataset = read(text);
        let records = all(&dataset);
        let rows = rows(&csv(export(&dataset, text, &records)));
        let values: usize = dataset.records.iter().map(|r| r.values.len().max(1)).sum();
        assert_eq!(rows.len(), values, "{name}");
        for row in &rows {
            let (_, record) = named(&dataset, &row["record"]);
            for column in ["title", "note"] {
                let said = if column == "title" {
                    &record.title
                } else {
                    &record.note
                };
                for lang in &dataset.languages {
                    assert_eq!(
                        row[&format!("{column}_{lang}")],
                        said.exact(*lang).unwrap_or_default()
                    );
                }
            }
            assert!(
                dataset
                    .languages
                    .iter()
                    .all(|l| row.contains_key(&format!("places_{l}")))
            );
            let in_period = matches!(record.time.time, Time::Plan(_));
            assert_eq!(row["time_type"] == "period", in_period, "{}", record.id);
            assert_ne!(row["time_type"], "plan", "the word of version 1");
            let Some(value) = record.values.iter().find(|v| v.key == row["value"]) else {
                assert_eq!((row["amount"].as_str(), row["currency"].as_str()), ("", ""));
                continue;
            };
            let currency = dataset.unit(value.of.unit).currency();
            let code = currency.map_or("", |ix| dataset.currency(ix).code.as_str());
            assert_eq!(row["currency"], code, "{name}: {}", record.id);
            assert_eq!(
                row["amount"],
                value.stated.to_string(),
                "{name}: {}",
                record.id
            );
            let date = value
                .value_date
                .map_or_else(String::new, |date| date.to_string());
            assert_eq!(row["value_date"], date, "{name}: {}", record.id);
        }
    }
    let dataset = read(POINTS);
    let records = all(&dataset);
    let rows = rows(&csv(export(&dataset, POINTS, &records)));
    assert!(
        rows[0]
            .keys()
            .all(|column| !column.ends_with("_zh") && !column.ends_with("_en"))
    );
    let codes = |id: &str| {
        let row = rows.iter().find(|row| row["record"] == id).expect("a row");
        (row["dac_code"].clone(), row["sector_codes"].clone())
    };
    assert_eq!(
        codes("forages-kassila"),
        (String::new(), "99:EAU-1".to_owned())
    );
    assert_eq!(codes("audit"), (String::new(), String::new()));
}

fn iati_of(dataset: &Dataset, text: &str) -> Iati {
    let records = all(dataset);
    iati(export(dataset, text, &records))
}

#[test]
fn iati_names_currencies_value_dates_and_vocabularies() {
    let dataset = read(CURRENCIES);
    let xml = iati_of(&dataset, CURRENCIES).xml;
    assert_eq!(
        xml.matches("default-currency=\"EUR\"").count(),
        4,
        "an activity a sector"
    );
    for value in [
        // Euros are the default; pounds are named.
        "<value value-date=\"2017-08-31\">1750000</value>",
        "<value value-date=\"2018-05-15\">1200000.75</value>",
        "<value value-date=\"2019-02-11\">-60000</value>",
        "<value value-date=\"2018-07-01\" currency=\"EGP\">3100000</value>",
        "<value value-date=\"2020-12-15\" currency=\"EGP\">12400000</value>",
    ] {
        assert!(xml.contains(value), "{value}");
    }
    assert!(
        !xml.contains("currency=\"EUR\">"),
        "the default is not repeated"
    );
    for sector in [
        "<sector vocabulary=\"1\" code=\"31140\">",
        "<sector vocabulary=\"2\" code=\"122\">",
        "<sector vocabulary=\"99\" code=\"MGT\">",
    ] {
        assert!(xml.contains(sector), "{sector}");
    }
    assert!(xml.contains("<narrative xml:lang=\"ar\">قناة بئر الريحان</narrative>"));
    assert!(xml.contains("<recipient-country code=\"EG\"/>"));

    let points = read(POINTS);
    let xml = iati_of(&points, POINTS).xml;
    assert!(xml.contains("default-currency=\"USD\""));
    assert!(xml.contains("<value value-date=\"2017-05-12\">148000</value>"));
    // No value date is given: the end of the record's own time stands.
    assert!(xml.contains("<value value-date=\"2019-12-31\">22700</value>"));
    assert!(
        xml.contains("<sector vocabulary=\"99\" code=\"gestion\">"),
        "of no vocabulary"
    );
    // The file is in French: what is in it says so only where it is not.
    assert!(xml.contains("<iati-activity xml:lang=\"fr\""));
    assert!(xml.contains("<narrative>Forages de Kassila</narrative>"));
    assert!(xml.contains("<narrative xml:lang=\"en\">first time that a record states"));
    assert!(xml.contains("Source: Rapport final du programme inventé"));
    assert!(!xml.contains("CNY"));

    let large = read(many());
    let xml = iati_of(&large, many()).xml;
    assert_eq!(xml.matches("<iati-activity ").count(), 20);
    assert!(xml.contains("currency=\"EUR\">") && xml.contains("currency=\"PEN\">"));
}

#[test]
fn places_of_points_alone_are_each_their_own_and_parents_are_wholes() {
    let dataset = read(POINTS);
    let records = all(&dataset);
    let groups = query::by_location(&dataset, &records);
    let at = |id: &str| model::Located::Area(dataset.place_by_id(id).expect("a place"));
    assert_eq!(groups[&at("kassila")].len(), 2);
    assert_eq!(groups[&model::Located::Several].len(), 4);
    assert_eq!(groups[&model::Located::Nowhere].len(), 2);
    let large = read(many());
    let records = all(&large);
    let located: BTreeSet<PlaceIx> = query::by_location(&large, &records)
        .into_keys()
        .filter_map(|at| match at {
            model::Located::Area(place) => Some(place),
            _ => None,
        })
        .collect();
    assert!(located.len() > 250, "{}", located.len());
    let drawn = timeline(setting(&large, Lang::EN), &records, &Shown::default());
    assert!(!drawn.undated.is_empty());
}

#[test]
fn without_a_list_the_key_figures_are_totals_that_may_be_made_then_counts() {
    for text in [POINTS, many()] {
        let dataset = read(text);
        let records = all(&dataset);
        let mut indicators = BTreeSet::new();
        let of: Vec<Key> = dataset.key_figures.iter().map(|figure| figure.of).collect();
        for (key, figure) in of.iter().zip(&dataset.key_figures) {
            let quantity = match key {
                Key::Total(of) => {
                    assert!(dataset.indicator(of.indicator).adds);
                    let total = query::total_of(&dataset, &records, *of).expect("figures");
                    assert!(total.counted.len() > 1);
                    assert_eq!(
                        Reckoned::new(figure, &dataset).records(&dataset).len(),
                        total.counted.len()
                    );
                    let words = Reckoned::new(figure, &dataset).meaning(Lang::EN, &dataset);
                    let count = text::number(Lang::EN, total.counted.len() as f64);
                    assert!(
                        words
                            .text(Lang::EN)
                            .contains(&format!("derived: {count} figures")),
                        "{words:?}"
                    );
                    *of
                }
                Key::Figure(Operand::Value(record, position)) => {
                    let value = &dataset.record(*record).values[*position];
                    assert!(value.amount > 0.0 && value.qualifier != Qualifier::Expected);
                    let larger = dataset.records.iter().flat_map(|r| &r.values).find(|v| {
                        v.of == value.of
                            && v.qualifier != Qualifier::Expected
                            && v.amount > value.amount
                    });
                    assert!(larger.is_none(), "{larger:?}");
                    let label = dataset.key_label(figure, Lang::EN).expect("a title").0;
                    assert_eq!(label, dataset.record(*record).row_title(Lang::EN));
                    value.of
                }
                Key::Figure(Operand::Derived(_)) => panic!("{key:?} is computed"),
                Key::Records | Key::Span(_) => continue,
            };
            assert!(indicators.insert(quantity.indicator), "one an indicator");
        }
        assert!((1..=3).contains(&indicators.len()));
        let first = match of[0] {
            Key::Total(of) => of.unit,
            Key::Figure(of) => dataset.operand(of).expect("a figure").1,
            other => panic!("{other:?} is first"),
        };
        assert!(dataset.unit(first).is_sum_of_money(), "money first");
        let [.., Key::Records, Key::Span(Time::Interval(from, to))] = of[..] else {
            panic!("{of:?}");
        };
        let (first, last) = dataset.extent();
        assert!(from.first_day() <= first && to.last_day() >= last.min(to.last_day()));
        assert!(from < to);
    }
}

#[test]
fn an_empty_list_of_key_figures_is_none() {
    let mut file: serde_json::Value = serde_json::from_str(POINTS).expect("JSON");
    file["keyFigures"] = serde_json::json!([]);
    assert!(read(&file.to_string()).key_figures.is_empty());
}

#[test]
fn a_place_that_is_named_with_others_alone_is_on_the_map_and_has_no_figure_of_its_own() {
    let dataset = read(POINTS);
    let of = |measure: &Measure| measure.word(&dataset).contains("depense");
    let measure = Measure::all(&dataset)
        .into_iter()
        .find(of)
        .expect("a measure");
    let main = dataset.main_map().expect("a map");
    let sheet = sheet(&dataset, main, &[], &[]).map(|(sheet, _)| sheet);
    let seen = Seen {
        reaching: &[],
        sheet: sheet.as_ref(),
        zoom: 4000.0,
        wide: false,
    };
    let setting = setting(&dataset, Lang::EN);
    let drawn = map(setting, &all(&dataset), &Filter::default(), measure, seen);
    let points = drawn.option["series"][2]["data"]
        .as_array()
        .expect("points");
    let tip = |name: &str| {
        let named = |datum: &&serde_json::Value| datum["name"].as_str() == Some(name);
        let datum = points
            .iter()
            .find(named)
            .unwrap_or_else(|| panic!("{name}"));
        datum["tip"].as_str().expect("a tip").to_owned()
    };
    let dedome = tip(dataset
        .place(dataset.place_by_id("dedome").expect("a place"))
        .name
        .get(Lang::EN));
    assert!(dedome.contains("No figure"), "{dedome}");
    assert!(
        dedome.contains("1 record names it together with other places"),
        "{dedome}"
    );
    assert!(
        !dedome.contains("310,000"),
        "what is stated of two places is nobody's alone: {dedome}"
    );
    let kassila = tip(dataset
        .place(dataset.place_by_id("kassila").expect("a place"))
        .name
        .get(Lang::EN));
    assert!(
        kassila.contains("148,000") && kassila.contains("2 records name it together"),
        "{kassila}"
    );
    let (piste, _) = named(&dataset, "piste-oukeda");
    let lit = drawn
        .marks
        .iter()
        .filter(|mark| mark.records.contains(&piste));
    assert_eq!(lit.count(), 2, "both places light up with it");
    assert!(
        drawn
            .sizes
            .iter()
            .any(|item| item.text == "No figure of the place alone")
    );
    let dedome = dataset.place_by_id("dedome");
    assert!(
        drawn
            .figures
            .iter()
            .all(|(place, _)| Some(*place) != dedome)
    );
}
