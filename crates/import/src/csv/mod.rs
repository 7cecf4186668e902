//! Tables of separated values.

mod build;
mod cells;
mod columns;
mod dates;
mod heads;
mod items;
mod join;
mod lanes;
mod lists;
mod number_words;
mod numbers;
mod own;
mod points;
pub(crate) mod shown;
pub(crate) mod table;

use crate::draft::{Ids, Words};
use crate::mapping::{Delimiter, Mapping};
use crate::report::{FindingKind, Findings, Where};
use crate::text::decode;
use crate::{File, Format, Imported, Refused};
use items::Item;
use table::Table;

/// More records than this no page can show.
const MOST: usize = 200_000;

/// Reads a table, and points of its places from a second one where there is one.
pub(crate) fn import(
    file: &File<'_>,
    places: Option<&File<'_>>,
    how: &Mapping,
    progress: &mut dyn FnMut(f64),
) -> Result<Imported, Refused> {
    let mut findings = Findings::default();
    let table = read(file, how, &mut findings, progress);
    if own::is_own(&table) {
        let id = Ids::default().make(stem(file.name), "table");
        let json = own::read(&table, (&id, &name(file.name)), file.read_on, &mut findings);
        let json = json.map_err(|error| unreadable(&error))?;
        return Ok(Imported {
            format: Format::Csv,
            json,
            report: findings.done(),
            columns: Some(shown::of_table(&table, how)),
        });
    }
    let second = places.map(|file| {
        let how = Mapping::default();
        let table = read(file, &how, &mut findings, &mut |_| {});
        let columns = columns::find(&table, &how, &mut findings);
        items::read(&table, &columns, &mut findings)
    });
    records(file, Format::Csv, &table, how, second, findings)
}

/// Makes a dataset of a table's rows.
pub(crate) fn records(
    file: &File<'_>,
    format: Format,
    table: &Table,
    how: &Mapping,
    places: Option<Vec<Item>>,
    mut findings: Findings,
) -> Result<Imported, Refused> {
    if table.rows.len() > MOST {
        return Err(Refused::TooMany { most: MOST });
    }
    let columns = columns::find(table, how, &mut findings);
    let mut items = items::read(table, &columns, &mut findings);
    if let Some(places) = places {
        join::places(&mut items, places, &mut findings);
    }
    if items.iter().all(Item::is_empty) {
        return Err(Refused::NothingToShow(format));
    }
    let source = build::Source {
        name: file.name,
        title: name(file.name),
        language: heads::language(&table.heads),
        last_line: table.rows.last().map_or(table.head_line, |row| row.line),
        read_on: file.read_on,
    };
    let draft = build::dataset(&source, items, &mut findings);
    let json = draft.json().ok_or(Refused::NothingToShow(format))?;
    Ok(Imported {
        format,
        json,
        report: findings.done(),
        columns: Some(shown::of_table(table, how)),
    })
}

/// Reads a file's text as a table and reports what was found of its form.
fn read(
    file: &File<'_>,
    how: &Mapping,
    findings: &mut Findings,
    progress: &mut dyn FnMut(f64),
) -> Table {
    let text = text(file, findings);
    let mut how = how.clone();
    if text.starts_with(own::BEGINS) {
        how.delimiter = Some(Delimiter::Comma);
        how.head = Some(1);
    }
    let table = table::read(&text, &how, progress);
    progress(1.0);
    if table.is_guess {
        findings.add(
            FindingKind::DelimiterGuessed(table.delimiter),
            Where::line(table.head_line),
        );
    }
    for line in &table.above {
        findings.add(FindingKind::AboveHeads, Where::line(*line));
    }
    for line in &table.ragged {
        findings.add(FindingKind::Ragged, Where::line(*line));
    }
    table
}

/// A file's text; what is guessed of its encoding or no text in it is reported.
pub(crate) fn text(file: &File<'_>, findings: &mut Findings) -> String {
    let decoded = decode(file.bytes, file.encodings);
    let encoding = decoded.encoding.name().to_owned();
    if decoded.guessed {
        findings.add(
            FindingKind::EncodingGuessed(encoding.clone()),
            Where::default(),
        );
    }
    for line in decoded.broken {
        findings.add(
            FindingKind::NotInEncoding(encoding.clone()),
            Where::line(line),
        );
    }
    decoded.text
}

/// A file's name without what follows the last point.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// A title of a file's name.
fn name(name: &str) -> String {
    let words: Vec<&str> = stem(name)
        .split(['_', ' '])
        .filter(|word| !word.is_empty())
        .collect();
    match words.join(" ") {
        title if title.is_empty() => Words::own("Table", "表格").first().to_owned(),
        title => title,
    }
}

/// A refusal in the words of the reader of JSON.
pub(crate) fn unreadable(error: &serde_json::Error) -> Refused {
    Refused::Unreadable {
        line: error.line() as u64,
        column: error.column() as u64,
        why: error.to_string(),
    }
}
