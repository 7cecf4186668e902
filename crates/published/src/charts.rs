//! What each chart shows, as a table and as JSON.

use crate::{Published, by_language, once, setting};
use charts::{Bar, Segment, chart};
use formats::{Cell, alone};
use model::{ChartIx, Dataset, Lang, Qualifier, Quantity, RecordIx};
use serde_json::{Map, Value, json};

/// Both files of a chart. `site` is where the app stands.
pub fn files(
    dataset: &Dataset,
    id: ChartIx,
    records: &[RecordIx],
    (site, edition): (&str, &str),
) -> [Published; 2] {
    let made = Made::new(dataset, id, records);
    let chart = dataset.chart(id);
    let english = text::chart::title(Lang::EN, id, dataset).text(Lang::EN);
    let path = |ending: &str| format!("data/charts/{}.{ending}", chart.id);
    [
        Published::table("chart", &path("csv"), &english, made.table()),
        Published {
            path: path("json"),
            title: english.clone(),
            text: made.json(site, edition).to_string(),
            table: None,
        },
    ]
}

/// A chart in every language of the dataset, whose bars are the same in each.
struct Made<'a> {
    dataset: &'a Dataset,
    id: ChartIx,
    bars: Vec<(Lang, Vec<Bar>)>,
}

impl<'a> Made<'a> {
    fn new(dataset: &'a Dataset, id: ChartIx, records: &[RecordIx]) -> Self {
        let languages = dataset.languages.iter();
        let bars = languages.map(|lang| {
            let setting = setting(dataset, *lang);
            let drawn = chart(id, setting, records, &[]);
            (*lang, drawn.bars(setting, &[]).collect())
        });
        Self {
            dataset,
            id,
            bars: bars.collect(),
        }
    }

    /// The bars, once: what differs by language is asked of [`Self::said`].
    fn bars(&self) -> &[Bar] {
        self.bars.first().map_or(&[], |(_, bars)| bars)
    }

    /// What a bar says in each language.
    fn said(&self, nth: usize, say: impl Fn(&Bar) -> &str) -> Vec<(Lang, String)> {
        let all = self.bars.iter();
        all.map(|(lang, bars)| (*lang, alone(bars.get(nth).map_or("", &say))))
            .collect()
    }

    /// The unit of a part: that of the value which its record states of the chart's
    /// quantities, by its amount where there are several.
    fn unit(&self, part: &Segment) -> &str {
        let of: Vec<Quantity> = self
            .dataset
            .chart(self.id)
            .values
            .iter()
            .map(|v| v.of)
            .collect();
        let records = part.records.iter().map(|ix| self.dataset.record(*ix));
        let values: Vec<&model::Value> = records
            .flat_map(|record| &record.values)
            .filter(|value| of.contains(&value.of))
            .collect();
        let exact = values.iter().find(|value| value.amount == part.amount);
        match (exact, values.as_slice()) {
            (Some(value), _) => &self.dataset.unit(value.of.unit).id,
            (None, [first, others @ ..])
                if others.iter().all(|value| value.of.unit == first.of.unit) =>
            {
                &self.dataset.unit(first.of.unit).id
            }
            // Of different ones none can be told.
            _ => "",
        }
    }

    fn records(&self, part: &Segment) -> Vec<&str> {
        let records = part.records.iter();
        records
            .map(|ix| self.dataset.record(*ix).id.as_str())
            .collect()
    }

    fn table(&self) -> String {
        let heads: Vec<String> = [
            once(&["chart", "row", "depth"]),
            by_language("label", self.dataset),
            by_language("figure", self.dataset),
            once(&[
                "row_amount",
                "row_derived",
                "part",
                "amount",
                "unit",
                "qualifier",
                "expected",
                "derived",
                "records",
            ]),
            by_language("remark", self.dataset),
        ]
        .concat();
        let mut rows = Vec::new();
        for (nth, bar) in self.bars().iter().enumerate() {
            let texts = |say: fn(&Bar) -> &str| {
                let said = self.said(nth, say).into_iter();
                said.map(|(_, text)| Cell::Text(text))
            };
            for (part, of) in bar.segments.iter().enumerate() {
                let mut cells = vec![
                    Cell::text(&self.dataset.chart(self.id).id),
                    Cell::Number((nth + 1).to_string()),
                    Cell::Number(bar.depth.to_string()),
                ];
                cells.extend(texts(|bar| &bar.label));
                cells.extend(texts(|bar| &bar.text));
                cells.extend([
                    Cell::Number(whole(bar).to_string()),
                    Cell::text(yes(bar.derived)),
                    Cell::Number((part + 1).to_string()),
                    Cell::Number(of.amount.to_string()),
                    Cell::text(self.unit(of)),
                    Cell::text(qualifier(bar, of)),
                    Cell::text(yes(of.expected)),
                    Cell::text(yes(is_derived(bar, of))),
                    Cell::Text(self.records(of).join("; ")),
                ]);
                cells.extend(texts(|bar| bar.remark.as_deref().unwrap_or_default()));
                rows.push(cells);
            }
        }
        formats::table(&heads, rows)
    }

    fn json(&self, site: &str, edition: &str) -> Value {
        let dataset = self.dataset;
        let chart = dataset.chart(self.id);
        let in_all = |texts: Vec<(Lang, String)>| -> Value {
            let texts = texts.into_iter().filter(|(_, text)| !text.is_empty());
            texts
                .map(|(lang, text)| (lang.to_string(), Value::from(alone(&text))))
                .collect::<Map<String, Value>>()
                .into()
        };
        let rows = self.bars().iter().enumerate().map(|(nth, bar)| {
            let parts = bar.segments.iter().map(|of| {
                json!({
                    "amount": of.amount,
                    "unit": self.unit(of),
                    "qualifier": qualifier(bar, of),
                    "expected": of.expected,
                    "derived": is_derived(bar, of),
                    "records": self.records(of),
                })
            });
            json!({
                "label": in_all(self.said(nth, |bar| &bar.label)),
                "figure": in_all(self.said(nth, |bar| &bar.text)),
                "remark": in_all(self.said(nth, |bar| bar.remark.as_deref().unwrap_or_default())),
                "depth": bar.depth,
                "amount": whole(bar),
                "derived": bar.derived,
                "parts": parts.collect::<Vec<_>>(),
            })
        });
        let languages = || dataset.languages.iter().copied();
        let titles =
            languages().map(|lang| (lang, text::chart::title(lang, self.id, dataset).text(lang)));
        let sources = languages().map(|lang| (lang, text::source_line(lang, dataset)));
        json!({
            "chart": chart.id,
            "dataset": dataset.id,
            "edition": edition,
            "title": in_all(titles.collect()),
            "rows": rows.collect::<Vec<_>>(),
            "source": in_all(sources.collect()),
            "licence": dataset.licence,
            "link": format!("{site}?embed=chart:{}", chart.id),
        })
    }
}

/// A row's amount: its part's, or the sum of its parts, without the digits that adding
/// fractions leaves.
fn whole(bar: &Bar) -> f64 {
    match bar.segments.as_slice() {
        [one] => one.amount,
        parts => (parts.iter().map(|of| of.amount).sum::<f64>() * 1e6).round() / 1e6,
    }
}

/// Whether a part is computed here: the one of a row that is, or several as one.
fn is_derived(bar: &Bar, of: &Segment) -> bool {
    (bar.derived && bar.segments.len() == 1) || of.records.len() > 1
}

/// How the source qualifies a part; of one that is computed it says nothing.
fn qualifier(bar: &Bar, of: &Segment) -> &'static str {
    if is_derived(bar, of) && of.qualifier == Qualifier::Exact {
        ""
    } else {
        of.qualifier.word()
    }
}

/// As tables say it.
const fn yes(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}
