//! Text to rows of cells: what parts them, and where the heads are.

use crate::mapping::{Delimiter, Mapping};
use csv::{ReaderBuilder, StringRecord, Terminator};
use sorting::Arrange as _;

/// A table as it was found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What parts the cells.
    pub delimiter: Delimiter,
    /// Whether several would have done as well.
    pub is_guess: bool,
    /// The lines of what stands above the heads, from 1.
    pub above: Vec<u64>,
    /// The heads, as written but for blanks around them.
    pub heads: Vec<String>,
    /// The line of the heads, from 1.
    pub head_line: u64,
    /// The rows below the heads, without empty ones.
    pub rows: Vec<Row>,
    /// The lines of rows with fewer or more cells than there are heads.
    pub ragged: Vec<u64>,
    /// Whether its numbers are a program's, with a point before the decimals.
    pub has_plain_numbers: bool,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its line in the file, from 1.
    pub line: u64,
    /// Points that belong to the row beside its cells.
    pub points: Vec<Degrees>,
    cells: StringRecord,
}

/// A place on Earth, or what was meant to be one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Degrees {
    /// Degrees east.
    pub longitude: f64,
    /// Degrees north.
    pub latitude: f64,
}

impl Row {
    /// A row of these cells.
    #[must_use]
    pub fn new(line: u64, cells: &[String], points: Vec<Degrees>) -> Self {
        Self {
            line,
            points,
            cells: StringRecord::from(cells),
        }
    }

    /// The cell of a column, counted from 0, without blanks around it; empty
    /// where there is none.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default().trim()
    }

    /// The cell of a column as it was written by our own export: the apostrophe
    /// that guards it from spreadsheets is no part of it.
    #[must_use]
    pub fn unguarded(&self, column: usize) -> &str {
        let cell = self.cells.get(column).unwrap_or_default();
        cell.strip_prefix('\'').unwrap_or(cell)
    }

    /// How many cells it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    fn filled(&self) -> usize {
        self.cells
            .iter()
            .filter(|cell| !cell.trim().is_empty())
            .count()
    }
}

/// More columns than this are no table; those beyond are not read.
pub const WIDEST: usize = 400;

/// How many rows are looked at to find the delimiter and the heads.
const LOOK: usize = 50;

/// Reads a text as a table. Without a row that is not empty, it has no heads.
#[must_use]
pub fn read(text: &str, mapping: &Mapping, progress: &mut dyn FnMut(f64)) -> Table {
    let (delimiter, is_guess) = match mapping.delimiter {
        Some(delimiter) => (delimiter, false),
        None => delimiter(text),
    };
    let mut rows = rows(text, delimiter, usize::MAX, progress);
    let chosen = mapping.head.and_then(|line| usize::try_from(line).ok());
    let at = match chosen {
        Some(line) => line.saturating_sub(1).min(rows.len().saturating_sub(1)),
        None => head(&rows),
    };
    let body = rows.split_off(rows.len().min(at + 1));
    let head = rows.pop();
    let (heads, head_line) = head.map_or((Vec::new(), 1), |row| {
        let cells = (0..row.len().min(WIDEST)).map(|at| row.cell(at).to_owned());
        (without_tail(cells.collect(), &body), row.line)
    });
    let width = heads.len();
    let is_ragged = |row: &&Row| {
        let beyond = (width..row.len()).any(|at| !row.cell(at).is_empty());
        row.len() < width || beyond
    };
    let ragged = body.iter().filter(is_ragged).map(|row| row.line).collect();
    Table {
        delimiter,
        is_guess,
        above: rows.iter().map(|row| row.line).collect(),
        heads,
        head_line,
        ragged,
        rows: body,
        has_plain_numbers: false,
    }
}

/// Heads without the empty columns that spreadsheets leave at the end.
fn without_tail(mut heads: Vec<String>, body: &[Row]) -> Vec<String> {
    while let Some(last) = heads.last()
        && last.is_empty()
        && body.iter().all(|row| row.cell(heads.len() - 1).is_empty())
    {
        heads.pop();
    }
    heads
}

fn rows(text: &str, delimiter: Delimiter, most: usize, progress: &mut dyn FnMut(f64)) -> Vec<Row> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.byte())
        // CR LF, LF and a CR alone.
        .terminator(Terminator::CRLF)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut cells = StringRecord::new();
    let mut lines = Lines::new(text);
    // A string holds no bad UTF-8 and a slice does not fail to be read.
    while rows.len() < most && reader.read_record(&mut cells).unwrap_or(false) {
        let start = cells.position().map_or(0, |at| at.byte() as usize);
        let row = Row {
            line: lines.at(start),
            points: Vec::new(),
            // Not a clone: it would keep room for the widest row before it.
            cells: cells.iter().take(WIDEST + 1).collect(),
        };
        if !row.is_empty() {
            rows.push(row);
        }
        if rows.len() % 4_096 == 1 {
            progress(start as f64 / text.len().max(1) as f64);
        }
    }
    rows
}

/// Counts lines up to places that only go forward; a CR alone ends one too.
pub struct Lines<'a> {
    bytes: &'a [u8],
    seen: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    /// From the first line on.
    #[must_use]
    pub const fn new(text: &'a str) -> Self {
        Self {
            bytes: text.as_bytes(),
            seen: 0,
            line: 1,
        }
    }

    /// The line of the first letter of a row, at or after a place: empty lines
    /// before it are no part of it.
    pub fn at(&mut self, place: usize) -> u64 {
        while let Some(byte) = self.bytes.get(self.seen) {
            let is_break = matches!(byte, b'\n' | b'\r');
            if self.seen >= place && !is_break {
                break;
            }
            let is_half = *byte == b'\r' && self.bytes.get(self.seen + 1) == Some(&b'\n');
            self.line += u64::from(is_break && !is_half);
            self.seen += 1;
        }
        self.line
    }
}

/// The delimiter by which most rows have the same number of cells, and the most
/// of them; and whether another one would do as well.
fn delimiter(text: &str) -> (Delimiter, bool) {
    let sample = sample(text);
    let mut best = (Delimiter::Comma, 0.0_f64);
    let mut second = 0.0_f64;
    for delimiter in Delimiter::ALL {
        let rows = rows(sample, *delimiter, LOOK, &mut |_| {});
        let score = consistency(&rows);
        if score > best.1 {
            second = best.1;
            best = (*delimiter, score);
        } else {
            second = second.max(score);
        }
    }
    (best.0, best.1 > 0.0 && second > best.1 * 0.9)
}

/// The part of rows that have the most frequent number of cells, with more weight
/// the more cells that are; nothing for one cell only.
fn consistency(rows: &[Row]) -> f64 {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for width in rows.iter().map(Row::len) {
        match counts.iter_mut().find(|(known, _)| *known == width) {
            Some((_, count)) => *count += 1,
            None => counts.push((width, 1)),
        }
    }
    let most = counts.into_iter().filter(|(width, _)| *width > 1);
    let most = most.max_by_key(|(width, count)| (*count, *width));
    most.map_or(0.0, |(width, count)| {
        let part = count as f64 / rows.len().max(1) as f64;
        part * part * (width as f64).ln()
    })
}

/// The start of a text, which ends with a whole letter.
fn sample(text: &str) -> &str {
    let mut end = text.len().min(1 << 17);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

/// The position of the heads: the first row that is about as wide as most are,
/// has hardly an empty cell, and no number in any.
fn head(rows: &[Row]) -> usize {
    let looked = rows.get(..LOOK).unwrap_or(rows);
    let mut widths: Vec<usize> = looked.iter().map(Row::filled).collect();
    widths.arrange();
    let usual = widths.get(widths.len() / 2).copied().unwrap_or(0);
    let is_head = |row: &Row| {
        let is_number = |cell: &str| {
            cell.starts_with(|c: char| c.is_ascii_digit())
                && cell
                    .parse::<f64>()
                    .is_ok_and(|n| !(1900.0..2100.0).contains(&n))
        };
        row.filled() * 4 >= usual * 3
            && row.filled() > usize::from(usual > 1)
            && !(0..row.len()).any(|at| is_number(row.cell(at)))
    };
    let found = looked.iter().position(is_head);
    found.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Table, read};
    use crate::mapping::{Delimiter, Mapping};

    fn table(text: &str) -> Table {
        read(text, &Mapping::default(), &mut |_| {})
    }

    #[test]
    fn the_delimiter_is_the_one_that_makes_rows_of_one_width() {
        for (text, delimiter) in [
            ("a,b,c\n1,2,3\n", Delimiter::Comma),
            ("a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n", Delimiter::Semicolon),
            ("a\tb\nx, y\tz\n", Delimiter::Tab),
            ("a|b|c\n1|2|3\n", Delimiter::Bar),
            ("title,places\nx,A|B|C\ny,A|B\n", Delimiter::Comma),
        ] {
            assert_eq!(table(text).delimiter, delimiter, "{text}");
        }
        assert!(table("a,b;c\n1,2;3\n").is_guess);
        assert!(!table("a,b,c\n1,2,3\n").is_guess);
    }

    #[test]
    fn lines_are_counted_through_breaks_of_every_sort() {
        for text in [
            "a,b\r\n\r\n\"x\r\ny\",1\r\nz,2\r\n",
            "a,b\n\n\"x\ny\",1\nz,2",
            "a,b\r\r\"x\ry\",1\rz,2\r",
        ] {
            let table = table(text);
            let lines: Vec<u64> = table.rows.iter().map(|row| row.line).collect();
            assert_eq!((table.head_line, lines), (1, vec![3, 5]), "{text:?}");
            assert_eq!(table.rows[0].cell(1), "1");
        }
    }

    #[test]
    fn a_preamble_is_no_head_and_a_year_may_be_one() {
        let table = table("Report of the ministry,,\nAs of June,,\n\nid,name,2014\n1,x,7\n2,y,8\n");
        assert_eq!((table.above.as_slice(), table.head_line), (&[1, 2][..], 4));
        assert_eq!(table.heads, ["id", "name", "2014"]);
        assert_eq!(table.rows.len(), 2);
    }

    #[test]
    fn rows_of_another_width_are_kept_and_named() {
        let table = table("a,b,c\n1,2\n1,2,3,4\n1,2,3,\n1,2,3\n,,\n");
        assert_eq!(table.ragged, [2, 3]);
        assert_eq!(table.rows.len(), 4);
        assert_eq!(table.rows[0].cell(2), "");
    }

    #[test]
    fn nothing_is_a_table_without_heads() {
        assert!(table("").heads.is_empty());
        assert!(table("\n,,\n\r\n").heads.is_empty());
    }
}
