//! The measure's figure of an area or a place, in words.

use crate::Setting;
use model::{Dataset, Lang, Value};
use query::{Counted, Measure, Total};

/// How many records or places a tooltip names.
pub(super) const NAMED: usize = 12;

/// The measure's figure, every digit of it.
pub(super) fn figure(setting: Setting<'_>, measure: Measure, total: Option<&Total>) -> String {
    said(setting, measure, total, text::qualified)
}

/// The same for a label on the map.
pub(super) fn label(setting: Setting<'_>, measure: Measure, total: Option<&Total>) -> String {
    said(setting, measure, total, text::brief)
}

fn said(
    setting: Setting<'_>,
    measure: Measure,
    total: Option<&Total>,
    one_value: fn(Lang, &Value, &Dataset) -> String,
) -> String {
    let Some(total) = total else {
        return setting.no_figure().to_owned();
    };
    match (measure.takes(setting.dataset), total.counted.as_slice()) {
        (None, _) => text::records(setting.lang, total.amount as usize),
        (Some(_), []) => text::only_expected(setting.lang).to_owned(),
        (Some(_), [one]) => one_value(
            setting.lang,
            &setting.dataset.record(one.record).values[one.value],
            setting.dataset,
        ),
        (Some(of), _) => {
            format!(
                "{} ({})",
                text::amount(setting.lang, total.amount, of.unit, setting.dataset),
                text::derived(setting.lang)
            )
        }
    }
}

/// The amount that is drawn: not one that is expected only.
pub(super) fn drawn_amount(total: Option<&Total>) -> Option<f64> {
    let total = total?;
    (total.expected.is_empty() || !total.counted.is_empty()).then_some(total.amount)
}

/// A tooltip: the name, the figure, how many records, and what is not in the
/// figure.
pub(super) fn tip(
    setting: Setting<'_>,
    name: &str,
    measure: Measure,
    records: usize,
    total: Option<&Total>,
) -> String {
    let (dataset, lang) = (setting.dataset, setting.lang);
    let mut lines = vec![
        name.to_owned(),
        text::labelled(
            lang,
            text::names::measure(lang, measure, dataset),
            &figure(setting, measure, total),
        ),
    ];
    if measure != Measure::Records {
        lines.push(text::records(lang, records));
    }
    let left_out = total.map_or(&[][..], |t| &t.left_out);
    if !left_out.is_empty() {
        let title = |counted: &Counted| dataset.record(counted.record).title.get(lang).to_owned();
        let titles: Vec<String> = left_out.iter().map(title).collect();
        lines.push(text::labelled(
            lang,
            text::not_added(lang),
            &text::first_of(lang, &titles, NAMED),
        ));
    }
    for expected in total.into_iter().flat_map(|t| &t.expected) {
        let record = dataset.record(expected.record);
        let stated = text::qualified(lang, &record.values[expected.value], dataset);
        lines.push(text::labelled(
            lang,
            text::expected_not_counted(lang),
            &text::labelled(lang, record.title.get(lang), &stated),
        ));
    }
    lines.join("\n")
}
