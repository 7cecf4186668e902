//! An activity as its file states it, whichever version it is of.

use super::fields::Around;
use super::location::{Location, location};
use super::money::{Money, money};
use super::party::{Party, party, role};
use super::share::{Share, countries, sectors};
use super::span::{Span, span};
use super::xml::Node;
use crate::FindingKind;
use crate::draft::Words;
use model::{Lang, is_link};

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
    let sectors = sectors(node, around);
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
    let all = node.children.iter();
    let money = all.filter_map(|child| money(child, currency.as_deref(), around));
    let money = money.collect();
    let link = node
        .all("activity-website")
        .chain(node.all("document-link"));
    let mut link = link.filter_map(|link| link.attribute("url").or_else(|| link.words()));
    let link = link.next().map(str::to_owned).filter(|url| {
        if !is_link(url) {
            around.add(FindingKind::BadAddress, node, url);
        }
        is_link(url)
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
