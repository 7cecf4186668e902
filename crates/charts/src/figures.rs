//! The page's charts, each from the records that are selected.

use super::bars::{self, Bar, Style};
use super::nesting::{self, segment};
use super::{Action, Mark, Segment, Setting};
use model::{Indicator, Kind, Located, RecordIx, SectorIx, Unit};
use query::{Counted, PlaceChoice, Total, by_location, disjoint_total, values_of};
use std::collections::{BTreeMap, BTreeSet};
use view::ChartId;

/// Amounts of money are drawn in units of this many yuan: 亿, or billions.
fn money_unit(lang: model::Lang) -> f64 {
    match text::Locale::of(lang) {
        text::Locale::Zh => 1e8,
        text::Locale::En => 1e9,
    }
}

/// How many amounts that were not added are named.
const NAMED: usize = 12;

/// A chart, ready to draw, with the same figures as a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartView {
    /// Which.
    pub id: ChartId,
    /// Its bars, for a reader who wants the numbers or cannot see the drawing.
    pub bars: Vec<Bar>,
    /// Records that give the bars their context.
    pub context: Vec<RecordIx>,
    /// What ECharts draws.
    pub option: serde_json::Value,
    /// Which mark stands for which records.
    pub marks: Vec<Mark>,
    /// Its height in pixels.
    pub height: usize,
    /// Whether its scale is logarithmic.
    pub logarithmic: bool,
}

/// Builds a chart from the selected records.
#[must_use]
pub fn chart(id: ChartId, setting: Setting<'_>, records: &[RecordIx]) -> ChartView {
    let linear = |divisor| Style {
        logarithmic: false,
        divisor,
    };
    let logarithmic = Style {
        logarithmic: true,
        divisor: 1.0,
    };
    let money = linear(money_unit(setting.lang));
    let (bars, style) = match id {
        ChartId::MoneyNesting => (
            nesting::bars(setting, records, Indicator::Funds, Unit::Yuan),
            money,
        ),
        ChartId::MoneyByPlace => (money_by_place(setting, records), money),
        ChartId::MoneyBySector => (money_by_sector(setting, records), money),
        ChartId::Personnel => (
            nesting::bars(setting, records, Indicator::Personnel, Unit::Persons),
            linear(1.0),
        ),
        ChartId::People => (
            each(setting, records, &[(Indicator::People, Unit::Persons)]),
            logarithmic,
        ),
        ChartId::Income => (income(setting, records), linear(1.0)),
        ChartId::Exchanges => (exchanges(setting, records), logarithmic),
    };
    // No logarithm has a place for zero and what is below it.
    let style = Style {
        logarithmic: style.logarithmic && bars::all_above_zero(&bars),
        ..style
    };
    let context = if id == ChartId::Income {
        income_context(setting, records)
    } else {
        Vec::new()
    };
    let (option, marks, height) = bars::option(setting, &bars, style);
    ChartView {
        id,
        bars,
        context,
        option,
        marks,
        height,
        logarithmic: style.logarithmic,
    }
}

/// One bar a value, the largest first.
fn each(setting: Setting<'_>, records: &[RecordIx], wanted: &[(Indicator, Unit)]) -> Vec<Bar> {
    let mut values: Vec<Counted> = wanted
        .iter()
        .flat_map(|(indicator, unit)| values_of(setting.dataset, records, *indicator, *unit))
        .collect();
    values.sort_by(|a, b| b.amount.total_cmp(&a.amount).then(a.record.cmp(&b.record)));
    values
        .iter()
        .map(|counted| single(setting, counted))
        .collect()
}

fn single(setting: Setting<'_>, counted: &Counted) -> Bar {
    let record = setting.dataset.record(counted.record);
    Bar {
        label: record.title.get(setting.lang).to_owned(),
        depth: 0,
        text: text::qualified(setting.lang, &record.values[counted.value]),
        segments: vec![segment(setting, counted)],
        derived: false,
        second: false,
        remark: None,
    }
}

/// The bar of a total, and one for each amount that is expected where nothing
/// else is stated.
fn total_bars(
    setting: Setting<'_>,
    label: &str,
    candidates: Vec<Counted>,
    action: Option<Action>,
) -> Vec<Bar> {
    let total = disjoint_total(setting.dataset, candidates);
    if !total.counted.is_empty() {
        return vec![total_bar(setting, label.to_owned(), &total, action)];
    }
    let expected = total.expected.iter().map(|counted| Bar {
        label: label.to_owned(),
        ..single(setting, counted)
    });
    expected.collect()
}

/// A bar of a total: its parts are its segments, and what was left out is said.
fn total_bar(setting: Setting<'_>, label: String, total: &Total, action: Option<Action>) -> Bar {
    let Setting { dataset, lang, .. } = setting;
    let amount = match total.counted.as_slice() {
        [one] => text::qualified(lang, &dataset.record(one.record).values[one.value]),
        _ => format!(
            "{} ({})",
            text::amount(lang, total.amount, Unit::Yuan),
            text::derived(lang)
        ),
    };
    let named = |label: &str, these: &[Counted]| {
        let mut names: Vec<String> = these
            .iter()
            .take(NAMED)
            .map(|c| {
                let record = dataset.record(c.record);
                let stated = text::qualified(lang, &record.values[c.value]);
                text::labelled(lang, record.title.get(lang), &stated)
            })
            .collect();
        if these.len() > NAMED {
            names.push(text::and_more(lang, these.len() - NAMED));
        }
        (!names.is_empty()).then(|| text::labelled(lang, label, &text::clauses(lang, &names)))
    };
    let remarks: Vec<String> = [
        named(text::not_added(lang), &total.left_out),
        named(text::expected_not_counted(lang), &total.expected),
    ]
    .into_iter()
    .flatten()
    .collect();
    let remark = (!remarks.is_empty()).then(|| remarks.join("\n"));
    let segments: Vec<Segment> = total
        .counted
        .iter()
        .map(|counted| {
            let plain = segment(setting, counted);
            let tip = remark.as_ref().map_or(plain.tip.clone(), |remark| {
                format!("{}\n{remark}", plain.tip)
            });
            Segment {
                tip,
                action: action.or(plain.action),
                ..plain
            }
        })
        .collect();
    let derived = total.is_derived();
    Bar {
        label,
        depth: 0,
        text: amount,
        segments: bars::parts(setting, segments),
        derived,
        second: false,
        remark,
    }
}

fn money_by_place(setting: Setting<'_>, records: &[RecordIx]) -> Vec<Bar> {
    let Setting { dataset, lang, .. } = setting;
    let mut bars = Vec::new();
    for (located, group) in by_location(dataset, records) {
        let action = PlaceChoice::of(located).map(Action::Place);
        let name = match located {
            Located::Division(place) => dataset.place(place).name.get(lang).to_owned(),
            Located::Several => text::several_divisions(lang).to_owned(),
            Located::CityWide => text::city_wide(lang).to_owned(),
            Located::ProgrammeWide => text::programme_wide(lang).to_owned(),
        };
        for (indicator, second) in [(Indicator::Funds, false), (Indicator::Investment, true)] {
            let candidates = values_of(dataset, &group, indicator, Unit::Yuan);
            let label = if second {
                text::labelled(lang, &name, text::investment_not_aid(lang))
            } else {
                name.clone()
            };
            let made = total_bars(setting, &label, candidates, action);
            bars.extend(made.into_iter().map(|bar| Bar { second, ..bar }));
        }
    }
    bars
}

fn money_by_sector(setting: Setting<'_>, records: &[RecordIx]) -> Vec<Bar> {
    let Setting { dataset, lang, .. } = setting;
    let mut groups: BTreeMap<SectorIx, Vec<RecordIx>> = BTreeMap::new();
    for ix in records {
        groups
            .entry(dataset.record(*ix).sector)
            .or_default()
            .push(*ix);
    }
    let mut bars = Vec::new();
    for (sector, group) in groups {
        for (indicator, second) in [(Indicator::Funds, false), (Indicator::Investment, true)] {
            let candidates = values_of(dataset, &group, indicator, Unit::Yuan);
            let name = dataset.sector(sector).name.get(lang);
            let label = if second {
                text::labelled(lang, name, text::investment_not_aid(lang))
            } else {
                name.to_owned()
            };
            let made = total_bars(setting, &label, candidates, Some(Action::Sector(sector)));
            bars.extend(made.into_iter().map(|bar| Bar { second, ..bar }));
        }
    }
    bars
}

/// Income per head at stated times, the earliest first.
fn income_values(setting: Setting<'_>, records: &[RecordIx]) -> Vec<Counted> {
    let dataset = setting.dataset;
    let mut values = values_of(dataset, records, Indicator::Income, Unit::YuanPerPerson);
    values.retain(|counted| {
        dataset
            .days(dataset.record(counted.record).time.time)
            .is_some()
    });
    values.sort_by_key(|counted| dataset.days(dataset.record(counted.record).time.time));
    values
}

fn income(setting: Setting<'_>, records: &[RecordIx]) -> Vec<Bar> {
    income_values(setting, records)
        .iter()
        .map(|counted| single(setting, counted))
        .collect()
}

/// Results that the same paragraphs state beside the incomes.
fn income_context(setting: Setting<'_>, records: &[RecordIx]) -> Vec<RecordIx> {
    let dataset = setting.dataset;
    let incomes: BTreeSet<RecordIx> = income_values(setting, records)
        .iter()
        .map(|c| c.record)
        .collect();
    records
        .iter()
        .copied()
        .filter(|ix| {
            let record = dataset.record(*ix);
            record.kind == Kind::Result
                && !incomes.contains(ix)
                && incomes
                    .iter()
                    .any(|income| dataset.record(*income).sources == record.sources)
        })
        .collect()
}

fn exchanges(setting: Setting<'_>, records: &[RecordIx]) -> Vec<Bar> {
    let kinds: Vec<RecordIx> = records
        .iter()
        .copied()
        .filter(|ix| setting.dataset.record(*ix).kind == Kind::Exchange)
        .collect();
    each(
        setting,
        &kinds,
        &[
            (Indicator::Projects, Unit::Projects),
            (Indicator::Personnel, Unit::Persons),
            (Indicator::Exchange, Unit::PersonTimes),
            (Indicator::Exchange, Unit::Courses),
            (Indicator::Exchange, Unit::Events),
            (Indicator::Count, Unit::Agreements),
        ],
    )
}
