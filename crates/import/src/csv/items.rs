//! Rows to records: what each row states, and several rows of one id as one.

use super::cells::Reader;
use super::columns::Column;
use super::table::{Degrees, Table};
use crate::mapping::Field;
use crate::report::{FindingKind, Findings, Where};
use model::{Date, Qualifier, Role};
use std::collections::{HashMap, HashSet};

/// A record as rows state it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// The id that the rows have, or nothing.
    pub id: String,
    /// Its title, or nothing.
    pub title: String,
    /// What it is about, or nothing.
    pub note: String,
    /// What kind of record it is, or nothing.
    pub kind: String,
    /// Its sectors, each once.
    pub sectors: Vec<Sector>,
    /// Its places, each once.
    pub places: Vec<Spot>,
    /// When.
    pub time: When,
    /// What it amounts to.
    pub values: Vec<Amount>,
    /// Who takes part.
    pub organisations: Vec<(Role, String)>,
    /// Addresses where to read on.
    pub links: Vec<String>,
    /// The lines of its rows, from 1.
    pub lines: Vec<u64>,
}

impl Item {
    /// Whether nothing was read that could be shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.id.is_empty()
            && self.title.is_empty()
            && self.places.is_empty()
            && self.values.is_empty()
            && self.time == When::Unknown
    }
}

/// A sector: name and code, one of which may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sector {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// A place: at least one of these is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spot {
    /// Its name, or nothing.
    pub name: String,
    /// The country that it is or lies in, or nothing.
    pub country: String,
    /// Where it is.
    pub point: Option<Degrees>,
    /// What the point stands for, in a word of the dataset's form; empty: not stated.
    pub precision: &'static str,
}

/// A time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum When {
    /// Not stated.
    #[default]
    Unknown,
    /// At a date.
    Point(Date),
    /// From a date to another.
    Interval(Date, Date),
    /// From a date on.
    Since(Date),
    /// Up to a date.
    Until(Date),
}

/// What a number is of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Money of this currency.
    Money(String),
    /// Money of a currency that the file does not name.
    Unnamed,
    /// A number of things.
    Number,
    /// Hundredths.
    Percent,
}

/// A number that a row states.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    /// What it measures: the column's name, or what the row says.
    pub indicator: String,
    /// What it is of.
    pub measure: Measure,
    /// Whether its publisher says that it may not be added to others.
    pub is_apart: bool,
    /// Its digits, as a JSON number.
    pub digits: String,
    /// How it is qualified.
    pub qualifier: Qualifier,
    /// At the value of which date.
    pub value_date: Option<Date>,
    /// The time of its row.
    pub time: When,
}

/// What a record holds once, however many rows repeat it. Kept apart from the
/// records: to look through a long list for each row would take for ever.
#[derive(PartialEq, Eq, Hash)]
enum Part {
    Sector(Sector),
    Place(String, String, Option<(u64, u64)>),
    Organisation(Role, String),
    Link(String),
    Amount(Amount),
}

/// Reads all rows.
pub fn read(table: &Table, columns: &[Column], report: &mut Findings) -> Vec<Item> {
    let has_ids = columns.iter().any(|column| column.field == Field::Id);
    let are_payments = are_payments(table);
    let mut items: Vec<Item> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut seen: HashSet<(usize, Part)> = HashSet::new();
    for row in &table.rows {
        let item = Reader::new(row, columns, report).item();
        if item.id.is_empty() && has_ids {
            report.add(FindingKind::NoId, Where::line(row.line));
        }
        let next = items.len();
        let at = match item.id.as_str() {
            "" => next,
            id => *known.entry(id.to_owned()).or_insert(next),
        };
        if at == next {
            items.push(Item {
                id: item.id.clone(),
                ..Item::default()
            });
        } else {
            report.add(FindingKind::RowsMerged, Where::line(row.line));
        }
        if let Some(into) = items.get_mut(at) {
            let is_new = &mut |part| {
                let is_payment = are_payments && matches!(part, Part::Amount(_));
                is_payment || seen.insert((at, part))
            };
            merge(into, item, is_new, row.line, report);
        }
    }
    if !are_payments {
        once_for_all_times(&mut items, report);
    }
    items
}

/// Whether each row is a payment of its own, with an id that no other row has: then
/// two of the same amount are two.
fn are_payments(table: &Table) -> bool {
    const HEADS: [&str; 5] = [
        "transaction id",
        "transactionid",
        "transaction ref",
        "transaction reference",
        "payment id",
    ];
    let of_payments = |head: &String| HEADS.contains(&super::heads::normal(head).as_str());
    let Some(at) = table.heads.iter().position(of_payments) else {
        return false;
    };
    let mut seen = HashSet::new();
    let mut rows = table.rows.iter();
    rows.all(|row| !row.cell(at).is_empty() && seen.insert(row.cell(at)))
}

/// Leaves a figure out that only repeats another one of its record at another
/// time, if that is so of all figures of its indicator: a table of years repeats a
/// project's whole cost in each of them. Where some differ, they are payments.
fn once_for_all_times(items: &mut [Item], report: &mut Findings) {
    let mut repeats: HashMap<String, bool> = HashMap::new();
    for item in items.iter() {
        let mut first: HashMap<&str, &Amount> = HashMap::new();
        for value in &item.values {
            let known = *first.entry(&value.indicator).or_insert(value);
            if !std::ptr::eq(known, value) {
                let is_same = known.measure == value.measure && known.digits == value.digits;
                let all = repeats.entry(value.indicator.clone()).or_insert(true);
                *all = *all && is_same;
            }
        }
    }
    repeats.retain(|_, is_same| *is_same);
    for item in items.iter_mut().filter(|item| item.values.len() > 1) {
        let mut seen = HashSet::new();
        let line = item.lines.first().copied().unwrap_or(0);
        let id = &item.id;
        item.values.retain(|value| {
            let is_kept =
                !repeats.contains_key(&value.indicator) || seen.insert(value.indicator.clone());
            if !is_kept {
                let place = Where::line(line)
                    .of(id)
                    .at(&value.indicator)
                    .found(&value.digits);
                report.add(FindingKind::ValueRepeated, place);
            }
            is_kept
        });
    }
}

/// Puts what a row states to what other rows of its id did.
fn merge(
    into: &mut Item,
    from: Item,
    is_new: &mut dyn FnMut(Part) -> bool,
    line: u64,
    report: &mut Findings,
) {
    let mut text = |field: Field, into: &mut String, from: String| {
        if into.is_empty() {
            *into = from;
        } else if !from.is_empty() && *into != from {
            report.add(
                FindingKind::RowsDiffer(field),
                Where::line(line).found(&from),
            );
        }
    };
    text(Field::Title, &mut into.title, from.title);
    text(Field::Note, &mut into.note, from.note);
    text(Field::Kind, &mut into.kind, from.kind);
    let sectors = from.sectors.into_iter();
    into.sectors
        .extend(sectors.filter(|sector| is_new(Part::Sector(sector.clone()))));
    let places = from.places.into_iter().filter(|spot| {
        let point = spot
            .point
            .map(|at| (at.longitude.to_bits(), at.latitude.to_bits()));
        is_new(Part::Place(spot.name.clone(), spot.country.clone(), point))
    });
    into.places.extend(places);
    let organisations = from.organisations.into_iter();
    into.organisations.extend(
        organisations.filter(|(role, name)| is_new(Part::Organisation(*role, name.clone()))),
    );
    let links = from.links.into_iter();
    into.links
        .extend(links.filter(|link| is_new(Part::Link(link.clone()))));
    into.lines.extend(from.lines);
    for value in from.values {
        // The same figure at the same time again: a table repeats it beside each
        // place or sector. To count it twice would be to invent money.
        if is_new(Part::Amount(value.clone())) {
            into.values.push(value);
        } else {
            report.add(FindingKind::ValueRepeated, Where::line(line));
        }
    }
    let time = into.time.and(from.time);
    if time != into.time && into.time != When::Unknown {
        report.add(FindingKind::TimesJoined, Where::line(line));
    }
    into.time = time;
}

impl When {
    /// The time from the first to the last of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        if self == other || other == Self::Unknown {
            return self;
        }
        if self == Self::Unknown {
            return other;
        }
        let begin = |from: Option<Date>, to: Option<Date>| match (from, to) {
            (Some(a), Some(b)) => Some(if b.first_day() < a.first_day() { b } else { a }),
            _ => None,
        };
        let end = |from: Option<Date>, to: Option<Date>| match (from, to) {
            (Some(a), Some(b)) => Some(if b.last_day() > a.last_day() { b } else { a }),
            _ => None,
        };
        let ((a, b), (c, d)) = (self.ends(), other.ends());
        Self::of(begin(a, c), end(b, d))
    }

    /// The time between two dates, either of which may not be known.
    #[must_use]
    pub fn of(from: Option<Date>, to: Option<Date>) -> Self {
        match (from, to) {
            (Some(from), Some(to)) if from == to => Self::Point(from),
            (Some(from), Some(to)) => Self::Interval(from, to),
            (Some(from), None) => Self::Since(from),
            (None, Some(to)) => Self::Until(to),
            (None, None) => Self::Unknown,
        }
    }

    const fn ends(self) -> (Option<Date>, Option<Date>) {
        match self {
            Self::Unknown => (None, None),
            Self::Point(at) => (Some(at), Some(at)),
            Self::Interval(from, to) => (Some(from), Some(to)),
            Self::Since(from) => (Some(from), None),
            Self::Until(to) => (None, Some(to)),
        }
    }
}
