//! Which column holds what: as the mapping says, else by its head, else by what
//! stands in it.

use super::table::Table;
use super::{dates, heads, number_words, numbers};
use crate::mapping::{Field, Mapping};
use crate::report::{FindingKind, Findings, Where};

/// A column that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its position, from 0.
    pub at: usize,
    /// Its name: the head, or which column it is.
    pub name: String,
    /// What it holds.
    pub field: Field,
    /// The currency of all its amounts.
    pub currency: Option<String>,
    /// By how many tens its numbers are multiplied.
    pub power: i32,
    /// The sign before its decimals.
    pub point: numbers::Point,
    /// The order of its dates' parts, if it has one.
    pub order: Option<dates::Order>,
    /// Whether it holds codes of countries, of two letters.
    pub has_codes: bool,
}

/// Fields that several columns may hold.
const MANY: [Field; 9] = [
    Field::Amount,
    Field::Number,
    Field::Percent,
    Field::Funding,
    Field::Accountable,
    Field::Extending,
    Field::Implementing,
    Field::Participating,
    Field::Link,
];

/// How many rows are looked at to guess by content.
const LOOK: usize = 500;
/// By how much a column must be fuller than one before it, to be taken in its place.
const FAR_MORE: usize = 2;

/// A column's field before it is settled.
struct Candidate {
    field: Field,
    weight: u8,
    currency: Option<String>,
    is_settled: bool,
}

/// Finds the columns that are read, and reports what was guessed or left out.
pub fn find(table: &Table, mapping: &Mapping, report: &mut Findings) -> Vec<Column> {
    let names = names(table, report);
    let mut candidates: Vec<Option<Candidate>> = (0..names.len())
        .map(|at| candidate(table, at, mapping))
        .collect();
    keep_one_of_each(table, &mut candidates);
    by_content(table, &mut candidates);
    let mut columns = Vec::new();
    for (at, (name, candidate)) in names.into_iter().zip(candidates).enumerate() {
        let Some(candidate) = candidate else {
            report.add(FindingKind::ColumnLeftOut, Where::default().at(&name));
            continue;
        };
        if candidate.field == Field::Ignored {
            continue;
        }
        if !candidate.is_settled {
            let kind = FindingKind::ColumnGuessed(candidate.field);
            report.add(kind, Where::default().at(&name));
        }
        columns.push(column(table, at, name, candidate, report));
    }
    columns
}

/// The columns' names. An empty head is named by its position, and one that
/// stands there already gets it too.
fn names(table: &Table, report: &mut Findings) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(table.heads.len());
    let mut seen = std::collections::HashSet::new();
    for (position, head) in (1..).zip(&table.heads) {
        let mut name = head.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            name = format!("#{position}");
            report.add(FindingKind::HeadEmpty, Where::default().at(&name));
        } else if !seen.insert(name.clone()) {
            name = format!("{name} #{position}");
            report.add(FindingKind::HeadTwice, Where::default().at(&name));
            seen.insert(name.clone());
        }
        names.push(name);
    }
    names
}

fn candidate(table: &Table, at: usize, mapping: &Mapping) -> Option<Candidate> {
    let head = table.heads.get(at).map(String::as_str).unwrap_or_default();
    let position = u32::try_from(at).unwrap_or(u32::MAX).saturating_add(1);
    let guess = heads::guess(head);
    if let Some(column) = mapping.column(position) {
        return Some(Candidate {
            field: column.field,
            weight: u8::MAX,
            currency: column
                .currency
                .clone()
                .or_else(|| guess.and_then(|guess| guess.currency)),
            is_settled: true,
        });
    }
    let guess = guess.filter(|guess| fits(table, at, guess.field))?;
    Some(Candidate {
        field: guess.field,
        weight: guess.weight,
        currency: guess.currency,
        is_settled: false,
    })
}

/// Of a field that a record has once, the surest column keeps it; of equals the first,
/// unless another one is filled far more often: a table of transactions may have a
/// column for days that is empty, and one for years.
fn keep_one_of_each(table: &Table, candidates: &mut [Option<Candidate>]) {
    for field in Field::ALL.iter().filter(|field| !MANY.contains(field)) {
        let of_field =
            |candidate: &Option<Candidate>| candidate.as_ref().is_some_and(|c| c.field == *field);
        let mut best: Option<(usize, u8, usize)> = None;
        for (at, candidate) in candidates.iter().enumerate() {
            let Some(weight) = candidate.as_ref().map(|candidate| candidate.weight) else {
                continue;
            };
            if !of_field(candidate) {
                continue;
            }
            let full = filled(table, at);
            let is_better = best.is_none_or(|(_, most, fullest)| {
                weight > most || (weight == most && full > FAR_MORE * fullest)
            });
            if is_better {
                best = Some((at, weight, full));
            }
        }
        for (at, candidate) in candidates.iter_mut().enumerate() {
            let is_other = best.is_some_and(|(kept, ..)| kept != at);
            if is_other && of_field(candidate) && *field != Field::Ignored {
                *candidate = None;
            }
        }
    }
}

/// Gives a field that no head names to the first column whose cells are of it.
fn by_content(table: &Table, candidates: &mut [Option<Candidate>]) {
    let has = |candidates: &[Option<Candidate>], fields: &[Field]| {
        candidates
            .iter()
            .flatten()
            .any(|candidate| fields.contains(&candidate.field))
    };
    let point = [Field::Point, Field::Latitude, Field::Longitude];
    let time = [Field::Time, Field::Start, Field::End];
    for (field, unless) in [
        (Field::Point, &point[..]),
        (Field::Time, &time[..]),
        (Field::Currency, &[Field::Currency]),
        (Field::Country, &[Field::Country]),
        (Field::Link, &[Field::Link]),
    ] {
        if has(candidates, unless) {
            continue;
        }
        let found = (0..candidates.len())
            .find(|at| matches!(candidates.get(*at), Some(None)) && is_full_of(table, *at, field));
        if let Some(candidate) = found.and_then(|at| candidates.get_mut(at)) {
            *candidate = Some(Candidate {
                field,
                weight: 1,
                currency: None,
                is_settled: false,
            });
        }
    }
}

/// The filled cells of a column, as far as they are looked at.
fn cells(table: &Table, at: usize) -> impl Iterator<Item = &str> {
    let cells = table.rows.iter().map(move |row| row.cell(at));
    cells.filter(|cell| !numbers::is_missing(cell)).take(LOOK)
}

/// How many of the rows that are looked at have something in a column.
fn filled(table: &Table, at: usize) -> usize {
    let rows = table.rows.iter().take(LOOK);
    rows.filter(|row| !numbers::is_missing(row.cell(at)))
        .count()
}

/// What part of a column's filled cells are so; `None` without any.
fn part(table: &Table, at: usize, is_so: impl Fn(&str) -> bool) -> Option<f64> {
    let (mut all, mut so) = (0_usize, 0_usize);
    for cell in cells(table, at) {
        all += 1;
        so += usize::from(is_so(cell));
    }
    (all > 0).then(|| so as f64 / all as f64)
}

/// Whether what stands in a column may be what its head says. An empty column may
/// be anything.
fn fits(table: &Table, at: usize, field: Field) -> bool {
    let at_least_half =
        |is_so: &dyn Fn(&str) -> bool| part(table, at, is_so).is_none_or(|part| part >= 0.5);
    match field {
        Field::Latitude | Field::Longitude => {
            at_least_half(&|cell| cell.split('|').all(is_degrees))
        }
        Field::Point => at_least_half(&|cell| super::points::pair(cell).is_some()),
        Field::Amount | Field::Number | Field::Percent => at_least_half(&is_number),
        Field::Time | Field::Start | Field::End | Field::ValueDate => {
            at_least_half(&|cell| is_date(cell) || dates::serial(cell).is_some())
        }
        Field::Currency => at_least_half(&number_words::is_currency),
        Field::Link => at_least_half(&|cell| cell.starts_with("http")),
        // A column of numbers names nothing.
        Field::Title | Field::Sector | Field::Place => {
            !part(table, at, is_number).is_some_and(|part| part > 0.9)
        }
        _ => true,
    }
}

/// Whether a column without a telling head is of a field beyond doubt.
fn is_full_of(table: &Table, at: usize, field: Field) -> bool {
    let nearly_all =
        |is_so: &dyn Fn(&str) -> bool| part(table, at, is_so).is_some_and(|part| part >= 0.95);
    match field {
        Field::Point => nearly_all(&|cell| super::points::pair(cell).is_some()),
        // Years alone may be any number.
        Field::Time => nearly_all(&|cell| {
            cell.len() > 5 && is_date(cell) && !cell.bytes().all(|b| b.is_ascii_digit())
        }),
        Field::Currency => nearly_all(&number_words::is_currency),
        Field::Country => nearly_all(&|cell| is_country_code(cell)),
        Field::Link => nearly_all(&model::is_link),
        _ => false,
    }
}

fn is_number(cell: &str) -> bool {
    [numbers::Point::Point, numbers::Point::Comma]
        .into_iter()
        .any(|point| numbers::number(cell, point).is_ok())
}

fn is_degrees(cell: &str) -> bool {
    let number = cell.trim().replace(',', ".").parse::<f64>();
    number.is_ok_and(f64::is_finite)
}

fn is_date(cell: &str) -> bool {
    dates::date(cell, Some(dates::Order::DayFirst)).is_some()
}

/// Two or three capitals. Whether there is such a country nobody asks: none is
/// drawn by its code.
fn is_country_code(cell: &str) -> bool {
    matches!(cell.len(), 2 | 3) && cell.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Settles how a column's numbers and dates are written.
fn column(
    table: &Table,
    at: usize,
    name: String,
    candidate: Candidate,
    report: &mut Findings,
) -> Column {
    let mut column = Column {
        at,
        field: candidate.field,
        currency: candidate.currency,
        power: 0,
        point: numbers::Point::Point,
        order: None,
        has_codes: candidate.field == Field::Country
            && part(table, at, |cell| cell.len() == 2 && is_country_code(cell))
                .is_none_or(|part| part >= 0.9),
        name,
    };
    match column.field {
        Field::Amount | Field::Number | Field::Percent => {
            let mut habit = numbers::Habit::default();
            table.rows.iter().for_each(|row| habit.see(row.cell(at)));
            let (point, is_guess) = habit.point();
            column.point = point;
            if is_guess && !table.has_plain_numbers {
                let comma = point == numbers::Point::Comma;
                report.add(
                    FindingKind::DecimalsGuessed(comma),
                    Where::default().at(&column.name),
                );
            }
            if column.field != Field::Percent {
                column.power = heads::power(&column.name);
                if column.power > 0 {
                    let power = u32::try_from(column.power).unwrap_or(0);
                    report.add(
                        FindingKind::Multiplied(power),
                        Where::default().at(&column.name),
                    );
                }
            }
        }
        Field::Time | Field::Start | Field::End | Field::ValueDate => {
            let mut habit = dates::Habit::default();
            table.rows.iter().for_each(|row| habit.see(row.cell(at)));
            // Some heads say it: "Start Date (MM/DD/YYYY)".
            let (order, is_guess) = match heads::order(&column.name) {
                Some(order) => (Some(order), false),
                None => habit.order(),
            };
            column.order = order;
            if is_guess {
                report.add(
                    FindingKind::DayFirstGuessed,
                    Where::default().at(&column.name),
                );
            }
            if order.is_none() {
                report.add(
                    FindingKind::DateOrderMixed,
                    Where::default().at(&column.name),
                );
            }
        }
        _ => {}
    }
    column
}
