//! A dot for so many of what is counted: the parts of a total side by side, apart
//! from what may count some of the same.

use super::Setting;
use super::figures::annotation;
use super::laid::Laid;
use super::rows::segment;
use super::{Action, Segment};
use crate::json::json;
use model::{Chart, Qualifier, RecordIx, Taken, Target};
use query::{Counted, values_of};
use sorting::Arrange as _;

/// More dots than these nobody counts.
const DOTS: f64 = 600.0;

/// Draws the values of the chart's first unit, so many at most, and names those
/// of others; with how many stand for a dot, and how many values are left out.
pub fn draw(
    setting: Setting<'_>,
    chart: &Chart,
    records: &[RecordIx],
    most: usize,
) -> (Laid, f64, usize) {
    let dataset = setting.dataset;
    let unit = chart.values.first().map(|value| value.of.unit);
    let (own, others): (Vec<_>, Vec<_>) = chart
        .values
        .iter()
        .partition(|value| Some(value.of.unit) == unit);
    let of = |values: Vec<&model::ChartValue>| {
        let mut all: Vec<Counted> = values
            .into_iter()
            .flat_map(|value| values_of(dataset, records, value.of))
            .collect();
        all.arrange_by(|a, b| b.amount.total_cmp(&a.amount).then(a.record.cmp(&b.record)));
        all
    };
    let (mut values, mut named) = (of(own), of(others));
    let left = (values.len() + named.len()).saturating_sub(most);
    values.truncate(most);
    named.truncate(most - values.len());

    let mut drawing = Drawing {
        setting,
        chart,
        laid: Laid::new("units"),
        per: 1.0,
        wholes: Vec::new(),
    };
    let groups = groups(setting, &values);
    let dots: f64 = groups.iter().map(Group::dots).sum();
    drawing.per = per(dots);
    for group in &groups {
        drawing.group(group);
    }
    for counted in &named {
        drawing.put(
            counted,
            0.0,
            Some(text::chart_other_unit(setting.lang)),
            false,
        );
    }
    drawing.laid.lists = json!({ "wholes": drawing.wholes });
    (drawing.laid, drawing.per, left)
}

/// How many stand for a dot: a round number.
fn per(all: f64) -> f64 {
    let mut step = 1.0;
    while all / step > DOTS {
        let next = [2.0, 5.0, 10.0].map(|times| times * step);
        let fits = next.into_iter().find(|step| all / step <= DOTS);
        match fits {
            Some(fits) => return fits,
            None => step *= 10.0,
        }
    }
    step
}

/// A value, alone or with the parts that it consists of.
struct Group {
    whole: Counted,
    parts: Vec<Counted>,
    /// What the parts do not account for.
    rest: f64,
    /// It may count some of what stands before it.
    overlaps: bool,
}

impl Group {
    fn dots(&self) -> f64 {
        self.whole.amount.max(0.0)
    }
}

/// The values, the largest first, those that overlap others last.
fn groups(setting: Setting<'_>, values: &[Counted]) -> Vec<Group> {
    let links = setting.dataset.links();
    let targets = values
        .iter()
        .map(|counted| (Target::Record(counted.record), *counted));
    let by_target = sorting::map(targets);
    let mut taken = Taken::new(links);
    let mut is_part = Vec::new();
    let mut groups = Vec::new();
    for counted in values {
        let this = Target::Record(counted.record);
        if is_part.contains(&this) {
            continue;
        }
        let mut parts: Vec<Counted> = links
            .parts(this)
            .filter_map(|part| by_target.get(&part).copied())
            .filter(|part| part.amount > 0.0 && part.expected == counted.expected)
            .filter(|part| !is_part.contains(&Target::Record(part.record)))
            .collect();
        parts.arrange_by(|a, b| b.amount.total_cmp(&a.amount).then(a.record.cmp(&b.record)));
        let overlaps = taken.conflicts(this);
        let rest = counted.amount - parts.iter().map(|part| part.amount).sum::<f64>();
        let mut apart = Taken::new(links);
        let disjoint = parts.iter().all(|part| {
            let part = Target::Record(part.record);
            let free = !apart.conflicts(part);
            apart.take(part);
            free
        });
        if overlaps || !disjoint || rest < -1e-9 * counted.amount.abs() {
            parts.clear();
        }
        is_part.extend(parts.iter().map(|part| Target::Record(part.record)));
        taken.take(this);
        groups.push(Group {
            whole: *counted,
            parts,
            rest,
            overlaps,
        });
    }
    groups.arrange_by_key(|group| group.overlaps);
    groups
}

struct Drawing<'a> {
    setting: Setting<'a>,
    chart: &'a Chart,
    laid: Laid,
    per: f64,
    wholes: Vec<serde_json::Value>,
}

impl Drawing<'_> {
    fn group(&mut self, group: &Group) {
        let lang = self.setting.lang;
        if group.parts.is_empty() {
            let among = group.overlaps.then(|| text::chart_among(lang));
            self.put(&group.whole, group.dots(), among, group.overlaps);
            return;
        }
        self.put(&group.whole, 0.0, None, false);
        let first = self.laid.len();
        for part in &group.parts {
            self.put(part, part.amount, None, false);
        }
        if group.rest > 1e-9 * group.whole.amount.abs() {
            self.rest(group);
        }
        self.wholes.push(json!([first, self.laid.len() - 1, ""]));
    }

    /// So many of a whole of whom the records say nothing more.
    fn rest(&mut self, group: &Group) {
        let Setting { dataset, lang, .. } = self.setting;
        let record = dataset.record(group.whole.record);
        let unit = record.values[group.whole.value].of.unit;
        let amount = text::amount(lang, group.rest, unit, dataset);
        let figure = text::in_brackets(lang, text::derived(lang), &amount);
        let of = Segment {
            amount: group.rest,
            qualifier: Qualifier::Exact,
            action: Some(Action::Open(group.whole.record)),
            color: self.setting.theme.muted,
            ..segment(self.setting, &group.whole)
        };
        let at = json!([(group.rest / self.per).ceil()]);
        self.laid
            .put(&of, (&figure, text::chart_rest(lang)), false, at);
    }

    fn put(&mut self, counted: &Counted, amount: f64, more: Option<&str>, hollow: bool) {
        let Setting { dataset, lang, .. } = self.setting;
        let record = dataset.record(counted.record);
        let value = &record.values[counted.value];
        let figure = text::qualified(lang, value, dataset);
        let label = value.label.as_ref().map(|label| label.get(lang));
        let said = annotation(self.setting, self.chart, counted.record);
        let title: Vec<&str> = [
            Some(label.unwrap_or_else(|| record.row_title(lang))),
            said.as_deref().or(more),
        ]
        .into_iter()
        .flatten()
        .collect();
        let of = segment(self.setting, counted);
        self.laid.signs.overlaps |= hollow;
        let at = json!([(amount / self.per).ceil()]);
        self.laid
            .put(&of, (&figure, &title.join(" · ")), hollow, at);
    }
}
