//! Statements of one activity that may be of the same money: budgets of
//! overlapping times, and what is planned twice.

use super::activity::Activity;
use super::kinds::Flow;
use super::money::Money;
use super::span::Span;
use crate::report::Findings;
use crate::{FindingKind, Where};
use model::Days;
use sorting::Arrange as _;
use std::collections::{BTreeMap, HashMap};

/// Of how many overlapping ones all pairs are told.
const MOST: usize = 24;

/// Pairs of positions in an activity's money that may count the same, the later
/// one first, and the positions that must be left out.
pub fn same_money(
    activity: &Activity,
    findings: &mut Findings,
) -> (Vec<(usize, usize)>, Vec<usize>) {
    let mut pairs = Vec::new();
    let mut left_out = Vec::new();
    let mut groups: BTreeMap<(Flow, &str), Vec<(usize, &Money)>> = BTreeMap::new();
    for (at, money) in activity.money.iter().enumerate() {
        if let (Flow::Budget(_) | Flow::Planned(_), Some((_, currency))) =
            (money.flow, &money.amount)
        {
            groups
                .entry((money.flow, currency))
                .or_default()
                .push((at, money));
        }
    }
    let place = |money: &Money| Where::line(money.line).of(&activity.id);
    for group in groups.values_mut() {
        group.arrange_by_key(|(at, money)| (days(money.span).0, *at));
        let mut open: Vec<(usize, Days, Days)> = Vec::new();
        for (at, money) in group.iter() {
            let (from, to) = days(money.span);
            // Many publishers end a period on the day on which the next one begins.
            open.retain(|(_, start, end)| *end > from || *start == from);
            if open.len() >= MOST {
                findings.add(FindingKind::TooManyAtOnce, place(money));
                left_out.push(*at);
                continue;
            }
            if !open.is_empty() {
                findings.add(FindingKind::OverlappingTimes, place(money));
            }
            pairs.extend(open.iter().map(|(other, ..)| (*at, *other)));
            open.push((*at, from, to));
        }
    }
    let mut budgets: HashMap<_, usize> = HashMap::new();
    for (at, money) in activity.money.iter().enumerate() {
        let Some((amount, currency)) = &money.amount else {
            continue;
        };
        let key = (plain(amount.digits()), currency, days(money.span));
        match money.flow {
            Flow::Budget(_) => drop(budgets.insert(key, at)),
            Flow::Planned(_) | Flow::Transaction(_) => {}
        }
    }
    for (at, money) in activity.money.iter().enumerate() {
        let (Flow::Planned(_), Some((amount, currency))) = (money.flow, &money.amount) else {
            continue;
        };
        if let Some(budget) = budgets.get(&(plain(amount.digits()), currency, days(money.span))) {
            findings.add(FindingKind::PlannedTwice, place(money));
            pairs.push((at, *budget));
        }
    }
    (pairs, left_out)
}

/// An amount's digits without zeros that end a fraction.
fn plain(digits: &str) -> &str {
    if digits.contains('.') {
        digits.trim_end_matches('0').trim_end_matches('.')
    } else {
        digits
    }
}

/// The days of a time: what has no date may be at any.
fn days(span: Span) -> (Days, Days) {
    let from = span.from.map_or(Days::MIN, |(date, _)| date.first_day());
    let to = span.to.map_or(Days::MAX, |(date, _)| date.last_day());
    (from, to)
}
