//! Budgets, transactions and results.

use super::activity::default_currency;
use super::xml::Xml;
use super::{Reason, iso, plain};
use model::{Dataset, Days, Element, Lang, Qualifier, Record, Time, Value};
use std::collections::BTreeSet;

/// `xsd:decimal`: what every program that reads XML must be able to hold.
const DIGITS: usize = 18;

/// What an activity's records state, element by element.
pub(super) struct Figures {
    pub budgets: Xml,
    pub transactions: Xml,
    pub results: Xml,
    /// The times of the budgets so far.
    taken: Vec<(Days, Days)>,
}

impl Figures {
    /// None yet; their narratives are in `default` unless they say another.
    pub(super) const fn new(default: Lang) -> Self {
        Self {
            budgets: Xml::new(default),
            transactions: Xml::new(default),
            results: Xml::new(default),
            taken: Vec::new(),
        }
    }

    /// Adds a record. Returns what IATI cannot hold of it.
    pub(super) fn add(&mut self, record: &Record, dataset: &Dataset) -> BTreeSet<Reason> {
        let mut reasons = BTreeSet::new();
        let dates = dates(record, dataset);
        if record
            .values
            .iter()
            .any(|v| v.qualifier != Qualifier::Exact)
        {
            reasons.insert(Reason::Qualifier);
        }
        if !record.relations.is_empty() {
            reasons.insert(Reason::Relations);
        }
        if dates.is_some() && !matches!(record.time.time, Time::Point(at) if at.day().is_some()) {
            reasons.insert(Reason::Precision);
        }
        let mut in_words = record.values.is_empty();
        for value in &record.values {
            // Money of the programme's own, and not for each of something.
            let is_flow = dataset.indicator(value.of.indicator).flow
                && dataset.unit(value.of.unit).is_sum_of_money();
            let element = dataset.kind(record.kind).iati;
            let written = match (dates, element) {
                (None, _) => Err(Some(Reason::NoDates)),
                // What is expected is neither budgeted nor paid.
                (Some(_), _) if value.qualifier == Qualifier::Expected || !is_flow => Err(None),
                (Some(dates), Element::Budget) => self.budget(dataset, value, dates),
                (Some(dates), Element::Transaction) => {
                    self.transaction(dataset, record, value, dates)
                }
                (Some(_), Element::Output | Element::Outcome | Element::Other) => Err(None),
            };
            if let Err(reason) = written {
                in_words = true;
                reasons.extend(reason);
            }
        }
        if in_words {
            result(&mut self.results, dataset, record, dates);
        }
        for part in [&mut self.budgets, &mut self.transactions, &mut self.results] {
            if std::mem::take(&mut part.dropped) {
                reasons.insert(Reason::Characters);
            }
        }
        reasons
    }

    fn budget(
        &mut self,
        dataset: &Dataset,
        value: &Value,
        (first, last): (Days, Days),
    ) -> Result<(), Option<Reason>> {
        if !is_readable(value) {
            return Err(Some(Reason::Digits));
        }
        if !is_a_year_at_most(first, last) {
            return Err(Some(Reason::LongBudget));
        }
        let overlaps = |taken: &(Days, Days)| taken.0 <= last && first <= taken.1;
        if self.taken.iter().any(overlaps) {
            return Err(Some(Reason::BudgetsOverlap));
        }
        self.taken.push((first, last));
        let (first, last) = (iso(first), iso(last));
        let xml = &mut self.budgets;
        xml.open("budget", &[("type", "1"), ("status", "2")]);
        xml.empty("period-start", &[("iso-date", &first)]);
        xml.empty("period-end", &[("iso-date", &last)]);
        money(xml, dataset, value, &first);
        xml.close("budget");
        Ok(())
    }

    fn transaction(
        &mut self,
        dataset: &Dataset,
        record: &Record,
        value: &Value,
        (first, last): (Days, Days),
    ) -> Result<(), Option<Reason>> {
        if !is_readable(value) {
            return Err(Some(Reason::Digits));
        }
        let known = dataset.as_of.last_day();
        if first > known {
            return Err(Some(Reason::Later));
        }
        let date = iso(last.min(known));
        let xml = &mut self.transactions;
        xml.open("transaction", &[("ref", &record.id)]);
        // 4: expenditure, by the programme itself.
        xml.empty("transaction-type", &[("code", "4")]);
        xml.empty("transaction-date", &[("iso-date", &date)]);
        money(xml, dataset, value, &date);
        let told = record.title.map(|lang, title| {
            let time = text::time(lang, record.time.time, dataset);
            format!("{title} ({})", plain(&time))
        });
        xml.text("description", &[], &told);
        xml.close("transaction");
        Ok(())
    }
}

/// An amount of money, at the value of its own date or else of `date`.
fn money(xml: &mut Xml, dataset: &Dataset, value: &Value, date: &str) {
    let own = value.value_date.map(|own| iso(own.first_day()));
    let mut attributes = vec![("value-date", own.as_deref().unwrap_or(date))];
    let currency = dataset.unit(value.of.unit).currency();
    let code = currency.map(|ix| dataset.currency(ix).code.as_str());
    let default = default_currency(dataset);
    attributes.extend(
        code.filter(|code| *code != default)
            .map(|code| ("currency", code)),
    );
    xml.holds("value", &attributes, &value.stated.to_string());
}

/// First and last day, where the source states both.
fn dates(record: &Record, dataset: &Dataset) -> Option<(Days, Days)> {
    match record.time.time {
        time @ (Time::Point(_) | Time::Interval(..) | Time::Plan(_)) => dataset.days(time),
        Time::Since(_) | Time::Until(_) | Time::Unknown => None,
    }
}

/// Whether the last day comes before the first one's next anniversary.
fn is_a_year_at_most(first: Days, last: Days) -> bool {
    let (first, last) = (iso(first), iso(last));
    let (year, day) = first.split_at(4);
    year.parse::<u16>()
        .is_ok_and(|year| last < format!("{:04}{day}", year + 1) || year == 9999)
}

fn is_readable(value: &Value) -> bool {
    let (_, whole, fraction) = value.stated.parts();
    whole.len() + fraction.len() <= DIGITS
}

/// A record as a result: its text, and each value as an indicator. The value
/// stands in a period where the source states one, else in words. What was
/// planned or is expected is a target, not an actual value.
fn result(xml: &mut Xml, dataset: &Dataset, record: &Record, dates: Option<(Days, Days)>) {
    // 1: output, 2: outcome, 9: other.
    let element = dataset.kind(record.kind).iati;
    let kind = match element {
        Element::Output => "1",
        Element::Outcome => "2",
        Element::Transaction | Element::Budget | Element::Other => "9",
    };
    xml.open("result", &[("type", kind)]);
    xml.text("title", &[], &record.title);
    let told = record.note.map(|lang, note| {
        format!(
            "{note} [{}; {}]",
            plain(&text::time(lang, record.time.time, dataset)),
            plain(&text::names::source(lang, record, dataset))
        )
    });
    xml.text("description", &[], &told);
    if record.values.is_empty() {
        // The schema asks for an indicator: a qualitative one holds no number.
        xml.open("indicator", &[("measure", "5")]);
        xml.text("title", &[], &record.title);
        xml.close("indicator");
    }
    for value in &record.values {
        let measure = if dataset.unit(value.of.unit).is_percent() {
            "2"
        } else {
            "1"
        };
        xml.open("indicator", &[("measure", measure)]);
        let name = record.title.map(|lang, _| {
            let what = value.label.as_ref().map_or_else(
                || {
                    let indicator = dataset.indicator(value.of.indicator);
                    indicator.name.get(lang).to_owned()
                },
                |label| label.get(lang).to_owned(),
            );
            let stated = text::qualified(lang, value, dataset);
            plain(&text::labelled(lang, &what, &stated))
        });
        xml.text("title", &[], &name);
        if let Some((first, last)) = dates {
            let stated = value.stated.to_string();
            xml.open("period", &[]);
            xml.empty("period-start", &[("iso-date", &iso(first))]);
            xml.empty("period-end", &[("iso-date", &iso(last))]);
            let planned = element == Element::Budget || value.qualifier == Qualifier::Expected;
            let element = if planned { "target" } else { "actual" };
            xml.empty(element, &[("value", &stated)]);
            xml.close("period");
        }
        xml.close("indicator");
    }
    xml.close("result");
}
