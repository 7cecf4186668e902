//! Transactions, budgets and planned disbursements.

use super::fields::Around;
use super::kinds::Flow;
use super::party::{Party, party};
use super::share::{Share, countries, sectors};
use super::span::{Span, forwards};
use super::xml::Node;
use crate::FindingKind;
use crate::draft::{Amount, Words};
use model::{Date, Lang};

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

/// The statement of money that an element is, if it is one and has an amount;
/// `currency` is that of its activity.
pub fn money(node: &Node, currency: Option<&str>, around: &mut Around<'_>) -> Option<Money> {
    let flow = match node.name.as_str() {
        "transaction" => transaction_kind(node, around),
        "budget" => Flow::Budget(is_revised(node)),
        "planned-disbursement" => Flow::Planned(is_revised(node)),
        _ => return None,
    };
    statement(node, flow, currency, around)
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
        sectors: sectors(node, around),
        countries: countries(node, around),
        parties,
        from: other("provider-org", "provider-activity-id"),
        to: other("receiver-org", "receiver-activity-id"),
    })
}
