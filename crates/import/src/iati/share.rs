//! Sectors, countries and regions, and their percentages.

use super::fields::Around;
use super::xml::Node;
use crate::FindingKind;
use crate::draft::Words;
use std::collections::BTreeSet;

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

/// The sectors of an activity or a transaction.
pub fn sectors(node: &Node, around: &mut Around<'_>) -> Vec<Share> {
    let mut all = Vec::new();
    for sector in node.all("sector") {
        all.extend(share(sector, "1", around));
    }
    check_vocabularies(&all, node, around);
    all
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
pub fn countries(node: &Node, around: &mut Around<'_>) -> Vec<Share> {
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
    let vocabularies: BTreeSet<&str> = sectors
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
