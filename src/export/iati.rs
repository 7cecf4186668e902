//! The selection as IATI 2.03: one activity for the programme, with what the
//! standard can hold of each record. What it cannot hold is listed.

use super::Export;
use crate::dataset::{
    Dataset, Date, Days, Indicator, Kind, Qualifier, Record, RecordIx, Role, Time, Unit, Value,
};
use crate::lang::{Bilingual, Lang};
use crate::text;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The file, and what is not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Iati {
    /// The XML.
    pub xml: String,
    /// What it does not hold, which a comment in it names too.
    pub not_held: Vec<NotHeld>,
}

/// Why something is not in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A transaction, a budget or a period needs dates that the source does not give.
    NoDates,
    /// Dates are to the day; the source gives a month, a year or a plan.
    Precision,
    /// The qualifier (about, over, ...) has no element; it stands in the text.
    Qualifier,
    /// Relations between figures have no element.
    Relations,
}

/// A part of a record that IATI has no element for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotHeld {
    /// The record's id.
    pub record: String,
    /// Why.
    pub reason: Reason,
}

impl Reason {
    /// In words.
    #[must_use]
    pub const fn words(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::NoDates, Lang::Zh) => "数值：原文没有 IATI 所需的起止日期，只写入文字",
            (Self::NoDates, Lang::En) => {
                "value: the source gives no dates as IATI needs them; in words only"
            }
            (Self::Precision, Lang::Zh) => "时间精度：IATI 的日期精确到日，原文只到月、年或计划期",
            (Self::Precision, Lang::En) => {
                "precision: IATI's dates are to the day, the source's are not"
            }
            (Self::Qualifier, Lang::Zh) => "限定词：IATI 没有对应元素，只写入文字",
            (Self::Qualifier, Lang::En) => "qualifier: IATI has no element for it; in words only",
            (Self::Relations, Lang::Zh) => "与其他数的关系：IATI 没有对应元素，未写入",
            (Self::Relations, Lang::En) => {
                "relations between figures: IATI has no element for them; left out"
            }
        }
    }
}

struct Xml(String);

impl Xml {
    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, ">");
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, "/>");
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)], end: &str) {
        self.0.push('<');
        self.0.push_str(name);
        for (key, value) in attributes {
            let _ = write!(self.0, " {key}=\"{}\"", escape(value));
        }
        self.0.push_str(end);
        self.0.push('\n');
    }

    fn close(&mut self, name: &str) {
        let _ = writeln!(self.0, "</{name}>");
    }

    /// An element with narratives in both languages. English is the default.
    fn narratives(&mut self, name: &str, attributes: &[(&str, &str)], texts: &[(&str, String)]) {
        self.open(name, attributes);
        for (lang, text) in texts {
            let attribute = if *lang == "en" {
                String::new()
            } else {
                format!(" xml:lang=\"{lang}\"")
            };
            let _ = writeln!(self.0, "<narrative{attribute}>{}</narrative>", escape(text));
        }
        self.close(name);
    }

    fn text(&mut self, name: &str, attributes: &[(&str, &str)], texts: &Bilingual) {
        self.narratives(
            name,
            attributes,
            &[("en", texts.en.clone()), ("zh", texts.zh.clone())],
        );
    }
}

fn escape(text: &str) -> String {
    let legal = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(legal) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

/// First and last date, where the source states both.
fn dates(record: &Record, dataset: &Dataset) -> Option<(String, String)> {
    match record.time.time {
        Time::Point(_) | Time::Interval(..) | Time::Plan(_) => dataset
            .days(record.time.time)
            .map(|(first, last)| (iso(first), iso(last))),
        Time::Since(_) | Time::Until(_) | Time::Unknown => None,
    }
}

fn iso(days: Days) -> String {
    let month = Date::month_of(days);
    format!("{month}-{:02}", days - month.first_day() + 1)
}

/// The selection as IATI activity XML.
#[must_use]
pub fn iati(export: Export<'_>) -> Iati {
    let Export {
        dataset, records, ..
    } = export;
    let mut not_held = Vec::new();
    let mut budgets = Xml(String::new());
    let mut transactions = Xml(String::new());
    let mut results = Xml(String::new());
    for ix in records {
        let record = dataset.record(*ix);
        let dates = dates(record, dataset);
        let mut hold = |reason| {
            not_held.push(NotHeld {
                record: record.id.clone(),
                reason,
            })
        };
        if record
            .values
            .iter()
            .any(|v| v.qualifier != Qualifier::Exact)
        {
            hold(Reason::Qualifier);
        }
        if !record.relations.is_empty() {
            hold(Reason::Relations);
        }
        if dates.is_some() && !matches!(record.time.time, Time::Point(at) if at.day().is_some()) {
            hold(Reason::Precision);
        }
        let mut in_words = record.values.is_empty();
        for value in &record.values {
            match (&dates, record.kind, value.indicator) {
                // What is expected is neither budgeted nor paid.
                (Some(_), ..) if value.qualifier == Qualifier::Expected => in_words = true,
                (Some(dates), Kind::Budget, Indicator::Funds) => budget(&mut budgets, value, dates),
                (Some(dates), Kind::Transaction, Indicator::Funds) => {
                    transaction(&mut transactions, dataset, record, value, &dates.1);
                }
                (Some(_), ..) => in_words = true,
                (None, ..) => {
                    in_words = true;
                    hold(Reason::NoDates);
                }
            }
        }
        if in_words {
            result(&mut results, dataset, record, dates.as_ref());
        }
    }
    let xml = document(export, &not_held, [budgets.0, transactions.0, results.0]);
    Iati { xml, not_held }
}

fn document(export: Export<'_>, not_held: &[NotHeld], parts: [String; 3]) -> String {
    let Export {
        dataset,
        records,
        link,
        ..
    } = export;
    let [budgets, transactions, results] = parts;
    let mut xml = Xml(String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
    let source = dataset
        .documents
        .iter()
        .map(|d| format!("{}, {}, {}", d.title.en, d.publisher.en, d.published.en));
    let mut comment = format!(
        "Source: {}. Licence: {}. Link: {link}\n",
        source.collect::<Vec<_>>().join("; "),
        dataset.licence
    );
    comment.push_str("Not held by IATI:\n");
    for item in not_held {
        let _ = writeln!(comment, "{}: {}", item.record, item.reason.words(Lang::En));
    }
    // Two hyphens end a comment.
    let _ = writeln!(xml.0, "<!--\n{}-->", comment.replace("--", "- -"));
    let today = iso(dataset.as_of.last_day());
    xml.open(
        "iati-activities",
        &[
            ("version", "2.03"),
            ("generated-datetime", &format!("{today}T00:00:00Z")),
        ],
    );
    xml.open(
        "iati-activity",
        &[
            ("xml:lang", "en"),
            ("default-currency", &dataset.currency),
            ("humanitarian", "0"),
        ],
    );
    let identifier = format!("XM-AIDATLAS-{}", dataset.id);
    let _ = writeln!(
        xml.0,
        "<iati-identifier>{}</iati-identifier>",
        escape(&identifier)
    );
    xml.narratives(
        "reporting-org",
        &[
            ("ref", "XM-AIDATLAS"),
            ("type", "90"),
            ("secondary-reporter", "1"),
        ],
        &[("en", "Aid Atlas".to_owned())],
    );
    xml.text("title", &[], &dataset.title);
    xml.text("description", &[("type", "1")], &dataset.summary);
    participants(&mut xml, dataset, records);
    xml.empty("activity-status", &[("code", "2")]);
    let (first, _) = dataset.extent();
    xml.narratives(
        "activity-date",
        &[("type", "2"), ("iso-date", &iso(first))],
        &[(
            "en",
            "first time that a record states; to the day only in form".to_owned(),
        )],
    );
    if let Some(country) = &dataset.country {
        xml.empty("recipient-country", &[("code", country)]);
    }
    locations(&mut xml, dataset, records);
    sectors(&mut xml, dataset, records);
    xml.0.push_str(&budgets);
    xml.0.push_str(&transactions);
    xml.0.push_str(&results);
    xml.close("iati-activity");
    xml.close("iati-activities");
    xml.0
}

/// IATI's code of a role; taking part without a named role has none.
const fn role_code(role: Role) -> Option<&'static str> {
    match role {
        Role::Funding => Some("1"),
        Role::Accountable => Some("2"),
        Role::Extending => Some("3"),
        Role::Implementing => Some("4"),
        Role::Participating => None,
    }
}

fn participants(xml: &mut Xml, dataset: &Dataset, records: &[RecordIx]) {
    let mut parts: Vec<_> = records
        .iter()
        .flat_map(|ix| &dataset.record(*ix).organisations)
        .copied()
        .collect();
    parts.sort_by_key(|part| (part.organisation, part.role));
    parts.dedup();
    let mut written = false;
    for part in parts {
        if let Some(code) = role_code(part.role) {
            xml.text(
                "participating-org",
                &[("role", code)],
                &dataset.organisations[part.organisation.at()].name,
            );
            written = true;
        }
    }
    if !written {
        // The schema asks for one; none is stated for this selection.
        xml.narratives(
            "participating-org",
            &[("role", "2")],
            &[("en", "not stated".to_owned())],
        );
    }
}

fn locations(xml: &mut Xml, dataset: &Dataset, records: &[RecordIx]) {
    let mut places: Vec<_> = records
        .iter()
        .flat_map(|ix| &dataset.record(*ix).places)
        .copied()
        .collect();
    places.sort_unstable();
    places.dedup();
    for place in places.iter().map(|ix| dataset.place(*ix)) {
        xml.open("location", &[("ref", &place.id)]);
        xml.text("name", &[], &place.name);
        if let Some(at) = &place.coordinates {
            xml.open(
                "point",
                &[("srsName", "http://www.opengis.net/def/crs/EPSG/0/4326")],
            );
            let _ = writeln!(xml.0, "<pos>{} {}</pos>", at.latitude, at.longitude);
            xml.close("point");
            // 1: exact, 2: approximate; a seat stands for its division.
            xml.empty(
                "exactness",
                &[(
                    "code",
                    if at.precision == "settlement" {
                        "1"
                    } else {
                        "2"
                    },
                )],
            );
        }
        xml.close("location");
    }
}

fn sectors(xml: &mut Xml, dataset: &Dataset, records: &[RecordIx]) {
    let purposes: BTreeMap<&str, &Bilingual> = records
        .iter()
        .map(|ix| dataset.dac(dataset.record(*ix)))
        .map(|purpose| (purpose.code.as_str(), &purpose.name))
        .collect();
    for (code, name) in purposes {
        xml.text("sector", &[("vocabulary", "1"), ("code", code)], name);
    }
}

fn budget(xml: &mut Xml, value: &Value, (first, last): &(String, String)) {
    xml.open("budget", &[("type", "1"), ("status", "2")]);
    xml.empty("period-start", &[("iso-date", first)]);
    xml.empty("period-end", &[("iso-date", last)]);
    let _ = writeln!(
        xml.0,
        "<value value-date=\"{first}\">{}</value>",
        value.amount
    );
    xml.close("budget");
}

fn transaction(xml: &mut Xml, dataset: &Dataset, record: &Record, value: &Value, last: &str) {
    xml.open("transaction", &[("ref", &record.id)]);
    // 4: expenditure, by the programme itself.
    xml.empty("transaction-type", &[("code", "4")]);
    xml.empty("transaction-date", &[("iso-date", last)]);
    let _ = writeln!(
        xml.0,
        "<value value-date=\"{last}\">{}</value>",
        value.amount
    );
    let told = |lang| {
        format!(
            "{} ({})",
            record.title.get(lang),
            text::time(lang, record.time.time, dataset)
        )
    };
    xml.narratives(
        "description",
        &[],
        &[("en", told(Lang::En)), ("zh", told(Lang::Zh))],
    );
    xml.empty(
        "sector",
        &[("vocabulary", "1"), ("code", &dataset.dac(record).code)],
    );
    xml.close("transaction");
}

/// A record as a result: its text, and each value as an indicator. The value
/// stands in a period where the source states one, else in words.
fn result(xml: &mut Xml, dataset: &Dataset, record: &Record, dates: Option<&(String, String)>) {
    // 1: output, 2: outcome, 9: other.
    let kind = match record.kind {
        Kind::Activity | Kind::Exchange | Kind::Personnel => "1",
        Kind::Result => "2",
        Kind::Transaction | Kind::Budget | Kind::Governance => "9",
    };
    xml.open("result", &[("type", kind)]);
    xml.text("title", &[], &record.title);
    let told = |lang| {
        format!(
            "{} [{}; {}]",
            record.note.get(lang),
            text::time(lang, record.time.time, dataset),
            text::names::source(lang, record, dataset)
        )
    };
    xml.narratives(
        "description",
        &[],
        &[("en", told(Lang::En)), ("zh", told(Lang::Zh))],
    );
    if record.values.is_empty() {
        // The schema asks for an indicator: a qualitative one holds no number.
        xml.open("indicator", &[("measure", "5")]);
        xml.text("title", &[], &record.title);
        xml.close("indicator");
    }
    for value in &record.values {
        let measure = if value.unit == Unit::Percent {
            "2"
        } else {
            "1"
        };
        xml.open("indicator", &[("measure", measure)]);
        let name = |lang| {
            let what = value.label.as_ref().map_or_else(
                || text::names::indicator(lang, value.indicator).to_owned(),
                |label| label.get(lang).to_owned(),
            );
            text::labelled(lang, &what, &text::qualified(lang, value))
        };
        xml.narratives(
            "title",
            &[],
            &[("en", name(Lang::En)), ("zh", name(Lang::Zh))],
        );
        if let Some((first, last)) = dates {
            xml.open("period", &[]);
            xml.empty("period-start", &[("iso-date", first)]);
            xml.empty("period-end", &[("iso-date", last)]);
            let reached = if value.qualifier == Qualifier::Expected {
                "target"
            } else {
                "actual"
            };
            xml.empty(reached, &[("value", &value.amount.to_string())]);
            xml.close("period");
        }
        xml.close("indicator");
    }
    xml.close("result");
}
