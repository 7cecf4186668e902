//! What whoever made the link wrote on drawings, told apart from what a source states
//! by square brackets.

use crate::Setting;
use crate::json::json;
use crate::laid::Laid;
use model::{Chart, ChartIx, Form, RecordIx};
use serde_json::Value;
use view::{Label, On};

/// Which labels a chart of these records has.
#[must_use]
pub fn labels_of_chart(
    labels: &[Label],
    (id, chart): (ChartIx, &Chart),
    records: &[RecordIx],
) -> Vec<Label> {
    let is_here = |label: &&Label| match label.on {
        On::Time(..) => chart.form == Form::Slope,
        On::Record(record) => records.contains(&record),
        On::Figures(of, ..) => of == id,
    };
    labels.iter().filter(is_here).cloned().collect()
}

/// Which labels the timeline of these records has.
#[must_use]
pub fn labels_of_timeline(labels: &[Label], records: &[RecordIx]) -> Vec<Label> {
    let is_here = |label: &&Label| match label.on {
        On::Time(..) => true,
        On::Record(record) => records.contains(&record),
        On::Figures(..) => false,
    };
    labels.iter().filter(is_here).cloned().collect()
}

/// What a drawing says at a record.
pub fn on_record(setting: Setting<'_>, labels: &[Label], record: RecordIx) -> Option<String> {
    let of = labels.iter().filter(|label| label.on == On::Record(record));
    let words: Vec<String> = of.map(|label| said(setting, label)).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// A label's words in a drawing.
pub fn said(setting: Setting<'_>, label: &Label) -> String {
    text::drawn_words(&text::labels::said(setting.lang, &label.text))
}

/// Writes labels into a chart: at the records that are drawn one by one, at figures of
/// its scale, and at times where they have an axis.
pub fn write(setting: Setting<'_>, labels: &[Label], id: ChartIx, laid: &mut Laid) {
    laid.say(|record| on_record(setting, labels, record));
    // Other forms have lists of these names, of their own.
    let chart = setting.dataset.chart(id);
    let here = labels_of_chart(labels, (id, chart), &[]);
    let list = |of: fn(On) -> Option<(f64, f64)>| -> Vec<Value> {
        let ends = here.iter().filter_map(|label| Some((of(label.on)?, label)));
        ends.map(|((from, to), label)| json!([from, to, said(setting, label)]))
            .collect()
    };
    let ranges = list(|on| match on {
        On::Figures(_, from, to) => Some((from.get(), to.get())),
        On::Time(..) | On::Record(_) => None,
    });
    let spans = list(|on| match on {
        On::Time(from, to) => Some((from.first_day().into(), to.last_day().into())),
        On::Figures(..) | On::Record(_) => None,
    });
    for (name, list) in [("ranges", ranges), ("spans", spans)] {
        if !list.is_empty() {
            laid.lists[name] = Value::Array(list);
        }
    }
}
