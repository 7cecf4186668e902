//! An activity as its file states it, whichever version it is of.

use super::fields::Around;
use super::kinds::Flow;
use super::xml::Node;
use crate::FindingKind;
use crate::draft::{Amount, Words};
use model::{Date, Lang, is_https};

/// What is known of a time.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Span {
    /// Its first date, and whether that is only planned.
    pub from: Option<(Date, bool)>,
    /// Its last date, and whether that is only planned.
    pub to: Option<(Date, bool)>,
}

/// A sector, country or region, and what part of the activity is of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The vocabulary of the code.
    pub vocabulary: String,
    /// The code.
    pub code: String,
    /// The name, where the file has one.
    pub name: Words,
    /// In hundredths, where stated.
    pub percent: Option<f64>,
}

/// A place where something is done.
#[derive(Clone, Debug)]
pub struct Location {
    /// Its name, or nothing.
    pub name: Words,
    /// Degrees north and east.
    pub point: Option<(f64, f64)>,
    /// What the point stands for, in the dataset's word.
    pub precision: &'static str,
}

/// An organisation.
#[derive(Clone, Debug)]
pub struct Party {
    /// Its id in IATI, or nothing.
    pub reference: String,
    /// Its name.
    pub name: Words,
    /// Its role, in the dataset's word.
    pub role: &'static str,
}

/// A statement of money.
#[derive(Debug)]
pub struct Money {
    /// Its line.
    pub line: u64,
    /// What it is.
    pub flow: Flow,
    /// How much; none where that has no currency.
    pub amount: Option<(Amount, String)>,
    /// When.
    pub span: Span,
    /// At which date's value.
    pub value_date: Option<Date>,
    /// What the file says of it.
    pub note: Words,
    /// Its own sectors, where they are not the activity's.
    pub sectors: Vec<Share>,
    /// Its own countries and regions.
    pub countries: Vec<Share>,
    /// Who gives and gets it.
    pub parties: Vec<Party>,
    /// Activities of others that it comes from, and that it goes to.
    pub from: Option<String>,
    /// See `from`.
    pub to: Option<String>,
}

/// An activity.
#[derive(Debug)]
pub struct Activity {
    /// Its line.
    pub line: u64,
    /// Its id as written.
    pub id: String,
    /// Its level, from 1, as stated.
    pub hierarchy: Option<u8>,
    /// Its title.
    pub title: Words,
    /// What it is about.
    pub note: Words,
    /// When it runs.
    pub span: Span,
    /// Who reports it.
    pub reporter: Option<Party>,
    /// Who takes part.
    pub parties: Vec<Party>,
    /// What it is for.
    pub sectors: Vec<Share>,
    /// The countries and regions that it is for.
    pub countries: Vec<Share>,
    /// Where it is.
    pub locations: Vec<Location>,
    /// The activities that it is part of.
    pub parents: Vec<String>,
    /// The activities that are parts of it.
    pub children: Vec<String>,
    /// What money it states.
    pub money: Vec<Money>,
    /// Its own page.
    pub link: Option<String>,
}

/// Reads an activity; `lang` and `currency` are what holds where it states none.
pub fn activity(node: &Node, around: &mut Around<'_>) -> Activity {
    if let Some(tag) = node.attribute("xml:lang") {
        match Lang::parse(tag) {
            Some(lang) => around.lang = Some(lang),
            None => around.add(FindingKind::BadLanguage, node, tag),
        }
    }
    let currency = node.attribute("default-currency").map(str::to_owned);
    let title = around.words_of(node, "title");
    if title.is_empty() {
        around.add(FindingKind::NoTitle, node, "");
    }
    let mut sectors = Vec::new();
    for sector in node.all("sector") {
        sectors.extend(share(sector, "1", around));
    }
    check_vocabularies(&sectors, node, around);
    let countries = countries(node, around);
    let related = |kind: &str, word: &str| -> Vec<String> {
        let all = node.all("related-activity").filter(|related| {
            related
                .attribute("type")
                .is_some_and(|of| of == kind || of.eq_ignore_ascii_case(word))
        });
        all.filter_map(|related| related.attribute("ref").map(str::to_owned))
            .collect()
    };
    let mut money = Vec::new();
    for child in &node.children {
        let flow = match child.name.as_str() {
            "transaction" => transaction_kind(child, around),
            "budget" => Flow::Budget(is_revised(child)),
            "planned-disbursement" => Flow::Planned(is_revised(child)),
            _ => continue,
        };
        money.extend(statement(child, flow, currency.as_deref(), around));
    }
    let link = node
        .all("activity-website")
        .chain(node.all("document-link"));
    let mut link = link.filter_map(|link| link.attribute("url").or_else(|| link.words()));
    let link = link.next().map(str::to_owned).filter(|url| {
        if !is_https(url) {
            around.add(FindingKind::BadAddress, node, url);
        }
        is_https(url)
    });
    Activity {
        line: node.line,
        id: around.item.clone(),
        hierarchy: node
            .attribute("hierarchy")
            .and_then(|level| level.parse().ok()),
        title,
        note: around.descriptions(node),
        span: span(node, around),
        reporter: node
            .one("reporting-org")
            .map(|org| party(org, "participating", around)),
        parties: node
            .all("participating-org")
            .map(|org| party(org, role(org), around))
            .collect(),
        sectors,
        countries,
        locations: node
            .all("location")
            .filter_map(|at| location(at, around))
            .collect(),
        parents: related("1", "parent"),
        children: related("2", "child"),
        money,
        link,
    }
}

fn is_revised(node: &Node) -> bool {
    let kind = node.attribute("type").unwrap_or_default();
    kind == "2" || kind.eq_ignore_ascii_case("revised")
}

fn transaction_kind(node: &Node, around: &mut Around<'_>) -> Flow {
    let kind = node.one("transaction-type");
    let code = kind.and_then(|kind| kind.attribute("code").or_else(|| kind.words()));
    let code = code.unwrap_or_default();
    Flow::transaction(code).unwrap_or_else(|| {
        around.add(FindingKind::UnknownTransaction, node, code);
        Flow::Transaction(0)
    })
}

/// A transaction, a budget or a planned disbursement; none without an amount.
fn statement(
    node: &Node,
    flow: Flow,
    currency: Option<&str>,
    around: &mut Around<'_>,
) -> Option<Money> {
    let Some(value) = node.one("value") else {
        around.add(FindingKind::NoAmount, node, "");
        return None;
    };
    let amount = around.amount(value)?;
    let code = value.attribute("currency").or(currency);
    let upper = code.map(str::to_ascii_uppercase);
    let is_code = |code: &String| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
    let currency = match upper {
        None => {
            around.add(FindingKind::NoCurrency, value, amount.digits());
            None
        }
        Some(code) if !is_code(&code) => {
            around.add(FindingKind::BadCurrency, value, &code);
            None
        }
        some => some,
    };
    let mut note = around.descriptions(node);
    if currency.is_none() {
        let digits = amount.digits();
        note.append(
            Lang::EN,
            &format!("The file states {digits} without a currency."),
        );
        note.append(Lang::ZH, &format!("文件写有 {digits}，没有写货币。"));
    }
    let span = match node.one("transaction-date") {
        Some(date) => {
            let date = around.date(date, "iso-date").map(|date| (date, false));
            Span {
                from: date,
                to: date,
            }
        }
        None if matches!(flow, Flow::Transaction(_)) => {
            around.add(FindingKind::NoDate, node, "");
            Span::default()
        }
        None => {
            let mut end = |name: &str| {
                let end = node.one(name)?;
                Some((around.date(end, "iso-date")?, false))
            };
            let span = Span {
                from: end("period-start"),
                to: end("period-end"),
            };
            forwards(span, node, around)
        }
    };
    let mut sectors = Vec::new();
    for sector in node.all("sector") {
        sectors.extend(share(sector, "1", around));
    }
    let mut parties = Vec::new();
    for (name, role) in [
        ("provider-org", "funding"),
        ("receiver-org", "participating"),
    ] {
        parties.extend(node.one(name).map(|org| party(org, role, around)));
    }
    let other = |name: &str, attribute: &str| {
        node.one(name)
            .and_then(|org| org.attribute(attribute))
            .map(str::to_owned)
    };
    Some(Money {
        line: node.line,
        flow,
        amount: currency.map(|currency| (amount, currency)),
        span,
        value_date: value
            .attribute("value-date")
            .and_then(|_| around.date(value, "value-date")),
        note,
        sectors,
        countries: countries(node, around),
        parties,
        from: other("provider-org", "provider-activity-id"),
        to: other("receiver-org", "receiver-activity-id"),
    })
}

fn party(node: &Node, role: &'static str, around: &mut Around<'_>) -> Party {
    Party {
        reference: node.attribute("ref").unwrap_or_default().to_owned(),
        name: around.words(node),
        role,
    }
}

fn role(node: &Node) -> &'static str {
    match node
        .attribute("role")
        .unwrap_or_default()
        .to_ascii_lowercase()
        .as_str()
    {
        "1" | "funding" => "funding",
        "2" | "accountable" => "accountable",
        "3" | "extending" => "extending",
        "4" | "implementing" => "implementing",
        _ => "participating",
    }
}

/// A sector, country or region, without a code only where it has a name.
fn share(node: &Node, vocabulary: &str, around: &mut Around<'_>) -> Option<Share> {
    let name = around.words(node);
    let code = node.attribute("code").unwrap_or_default();
    if code.is_empty() && name.is_empty() {
        return None;
    }
    let vocabulary = match node.attribute("vocabulary").unwrap_or(vocabulary) {
        "DAC" => "1",
        "DAC-3" => "2",
        "RO" => "99",
        other => other,
    };
    Some(Share {
        vocabulary: vocabulary.to_owned(),
        code: code.to_owned(),
        name,
        percent: around.percent(node),
    })
}

/// Countries and regions, of which percentages make 100 together.
fn countries(node: &Node, around: &mut Around<'_>) -> Vec<Share> {
    let mut all = Vec::new();
    for child in &node.children {
        match child.name.as_str() {
            "recipient-country" => all.extend(share(child, "country", around)),
            "recipient-region" => all.extend(share(child, "region", around)),
            _ => {}
        }
    }
    for country in &mut all {
        if country.vocabulary != "country" {
            "region".clone_into(&mut country.vocabulary);
        }
        country.code = country.code.to_ascii_uppercase();
    }
    let all_of: Vec<&Share> = all.iter().collect();
    check_sum(&all_of, node, around);
    all
}

/// The percentages of each vocabulary of sectors make 100 by themselves.
fn check_vocabularies(sectors: &[Share], node: &Node, around: &mut Around<'_>) {
    let vocabularies: std::collections::BTreeSet<&str> = sectors
        .iter()
        .map(|share| share.vocabulary.as_str())
        .collect();
    for vocabulary in vocabularies {
        let of = sectors
            .iter()
            .filter(|share| share.vocabulary == vocabulary);
        check_sum(&of.collect::<Vec<_>>(), node, around);
    }
}

fn check_sum(shares: &[&Share], node: &Node, around: &mut Around<'_>) {
    let percents: Vec<f64> = shares.iter().filter_map(|share| share.percent).collect();
    let sum: f64 = percents.iter().sum();
    if !percents.is_empty() && (sum - 100.0).abs() > 0.01 {
        let parts: Vec<String> = percents.iter().map(f64::to_string).collect();
        around.add(FindingKind::PercentSum, node, &parts.join(" + "));
    }
}

/// Start and end, as they were or else as they are planned.
fn span(node: &Node, around: &mut Around<'_>) -> Span {
    let mut dates: [Option<Date>; 4] = [None; 4];
    for date in node.all("activity-date") {
        let kind = date
            .attribute("type")
            .unwrap_or_default()
            .to_ascii_lowercase();
        let at = match kind.as_str() {
            "1" | "start-planned" => 0,
            "2" | "start-actual" => 1,
            "3" | "end-planned" => 2,
            "4" | "end-actual" => 3,
            _ => continue,
        };
        dates[at] = dates[at].or(around.date(date, "iso-date"));
    }
    let [planned_start, start, planned_end, end] = dates;
    let of = |actual: Option<Date>, planned: Option<Date>| {
        actual
            .map(|date| (date, false))
            .or(planned.map(|date| (date, true)))
    };
    let span = Span {
        from: of(start, planned_start),
        to: of(end, planned_end),
    };
    forwards(span, node, around)
}

/// A time that does not end before it begins.
fn forwards(span: Span, node: &Node, around: &mut Around<'_>) -> Span {
    match (span.from, span.to) {
        (Some((from, _)), Some((to, _))) if from.first_day() > to.last_day() => {
            around.add(
                FindingKind::EndsBeforeItBegins,
                node,
                &format!("{from} – {to}"),
            );
            Span::default()
        }
        _ => span,
    }
}

/// A location with a name or a point.
fn location(node: &Node, around: &mut Around<'_>) -> Option<Location> {
    let name = around.words_of(node, "name");
    let old = node.one("coordinates");
    let new = node.one("point").and_then(|point| point.one("pos"));
    let written = match (new, old) {
        (Some(pos), _) => Some(pos.text.clone()),
        (None, Some(at)) => {
            let of = |name| at.attribute(name).unwrap_or_default();
            Some(format!("{} {}", of("latitude"), of("longitude")))
        }
        (None, None) => None,
    };
    let point = written
        .filter(|text| !text.trim().is_empty())
        .and_then(|text| {
            let numbers: Vec<Option<f64>> = text
                .split([' ', ',', '\t', '\n', '\r'])
                .filter(|part| !part.is_empty())
                .map(|part| part.parse().ok().filter(|n: &f64| n.is_finite()))
                .collect();
            let kind = match numbers[..] {
                [Some(north), Some(east)] if north == 0.0 && east == 0.0 => {
                    FindingKind::PointAtZero
                }
                [Some(north), Some(east)] if north.abs() > 90.0 || east.abs() > 180.0 => {
                    FindingKind::OffEarth
                }
                [Some(north), Some(east)] => return Some((north, east)),
                _ => FindingKind::BadPoint,
            };
            around.add(kind, node, &text);
            None
        });
    let exactness = node.one("exactness").and_then(|of| of.attribute("code"));
    let precision = old.and_then(|of| of.attribute("precision"));
    let precision = match (exactness, precision) {
        (Some("1"), _) | (None, Some("1")) => "exact",
        (Some("2"), _) | (None, Some("2" | "3" | "4" | "5" | "6")) => "approximate",
        (None, Some("8")) => "seat",
        _ => "",
    };
    (point.is_some() || !name.is_empty()).then_some(Location {
        name,
        point,
        precision,
    })
}
