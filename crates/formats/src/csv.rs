//! Comma-separated values after RFC 4180, with a byte order mark, one row a
//! value; a record without values has one row.
//!
//! Text that a spreadsheet might take for a formula has an apostrophe before
//! it, and so has text that begins with an apostrophe itself: who reads the
//! file takes the first apostrophe of a cell away and has the text again.
//! Numbers are never changed.

use super::{Export, language};
use model::{Dataset, Lang, Locator, Record, RelationKind, Target, Text, Time, Value};

/// OECD DAC's purposes of five digits, in IATI's code list SectorVocabulary.
const DAC: &str = "1";

/// The columns' names; texts have a column a language of the dataset. Only with a
/// chosen period there is one that says how records lie to it.
fn columns(export: Export<'_>) -> Vec<String> {
    let dataset = export.dataset;
    let texts = |name: &str| -> Vec<String> {
        let of = |lang: &Lang| format!("{name}_{lang}");
        dataset.languages.iter().map(of).collect()
    };
    let plain = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    [
        plain(&["record", "kind"]),
        texts("title"),
        texts("note"),
        plain(&["sector", "dac_code", "sector_codes", "places"]),
        texts("places"),
        plain(&["organisations", "time_type", "time_from", "time_to"]),
        plain(if export.period.is_all() {
            &[]
        } else {
            &["period"]
        }),
        plain(&[
            "value",
            "indicator",
            "amount",
            "unit",
            "currency",
            "value_date",
            "qualifier",
            "part_of",
            "includes",
            "overlaps",
            "same_as",
            "document",
            "section",
            "paragraph",
            "licence",
            "link",
        ]),
        // Behind all others: what reads columns by their place goes on.
        texts("kind_name"),
        texts("sector_name"),
        texts("organisation_names"),
        texts("indicator_name"),
        texts("unit_name"),
    ]
    .concat()
}

/// The selection as CSV. Lines end in CR LF; lists in a cell are parted by `; `.
#[must_use]
pub fn csv(export: Export<'_>) -> String {
    let mut rows = Vec::new();
    for ix in export.records {
        let record = export.dataset.record(*ix);
        if record.values.is_empty() {
            rows.push(cells(export, record, None));
        }
        rows.extend(
            record
                .values
                .iter()
                .map(|value| cells(export, record, Some(value))),
        );
    }
    table(&columns(export), rows)
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Text, which may have to be guarded.
    Text(String),
    /// Digits with a sign and a point.
    Number(String),
}

impl Cell {
    /// Text, which may have to be guarded.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// Words without the signs that part directions on screen: a file holds the words alone.
#[must_use]
pub fn alone(words: &str) -> String {
    words.replace(|c| matches!(c, '\u{2066}'..='\u{2069}'), "")
}

/// A table of the same form as [`csv`]: its columns' names, and a list of cells a row.
#[must_use]
pub fn table(heads: &[String], rows: Vec<Vec<Cell>>) -> String {
    let mut out = String::from("\u{feff}");
    row(&mut out, heads.iter().cloned().map(Cell::Text));
    for cells in rows {
        row(&mut out, cells.into_iter());
    }
    out
}

fn cells(export: Export<'_>, record: &Record, value: Option<&Value>) -> Vec<Cell> {
    let dataset = export.dataset;
    let places = record.places.iter().map(|ix| dataset.place(*ix));
    let mut documents: Vec<_> = record.sources.iter().map(|at| at.document).collect();
    documents.dedup();
    let documents = documents.into_iter().map(|at| {
        let document = &dataset.documents[at.at()];
        let [title, publisher] =
            [&document.title, &document.publisher].map(|text| text.get(language(dataset)));
        format!("{title}, {publisher}")
    });
    let section = |at: Locator| {
        dataset.documents[at.document.at()].sections[at.section]
            .id
            .clone()
    };
    let organisations = record.organisations.iter().map(|part| {
        format!(
            "{}: {}",
            part.role.word(),
            dataset.organisation(part.organisation).id
        )
    });
    let (time_type, from, to) = time(record, dataset);
    let related = |kind: RelationKind| {
        let targets = record
            .relations
            .iter()
            .filter(|r| r.kind == kind)
            .map(|r| target(r.target, dataset));
        join(targets)
    };
    let dac = dataset.codes(record).iter().find(|c| c.vocabulary == DAC);
    let dac = dac.map(|purpose| purpose.code.clone());
    let codes = dataset.codes(record).iter();
    let codes = codes.map(|c| format!("{}:{}", c.vocabulary, c.code));
    let of_value = |read: &dyn Fn(&Value) -> String| value.map(read).unwrap_or_default();
    // A language that the record lacks has an empty cell, not another's words.
    let exact = |text: &Text, lang: Lang| text.exact(lang).unwrap_or_default().to_owned();
    let texts = |of: &Text| -> Vec<Cell> {
        let languages = dataset.languages.iter();
        languages.map(|lang| Cell::Text(exact(of, *lang))).collect()
    };
    let mut cells = vec![
        Cell::Text(record.id.clone()),
        Cell::Text(dataset.kind(record.kind).id.clone()),
    ];
    cells.extend(texts(&record.title));
    cells.extend(texts(&record.note));
    cells.extend([
        Cell::Text(dataset.sector(record.sector).id.clone()),
        Cell::Text(dac.unwrap_or_default()),
        Cell::Text(join(codes)),
        Cell::Text(join(places.clone().map(|p| p.id.clone()))),
    ]);
    cells.extend(dataset.languages.iter().map(|lang| {
        let names = places.clone().map(|p| exact(&p.name, *lang));
        Cell::Text(join(names))
    }));
    cells.extend([
        Cell::Text(join(organisations)),
        Cell::Text(time_type.to_owned()),
        Cell::Text(from),
        Cell::Text(to),
    ]);
    cells.extend(export.reach(record).map(|word| Cell::Text(word.to_owned())));
    cells.extend([
        Cell::Text(of_value(&|v| v.key.clone())),
        Cell::Text(of_value(&|v| dataset.indicator(v.of.indicator).id.clone())),
        Cell::Number(of_value(&|v| v.stated.to_string())),
        Cell::Text(of_value(&|v| dataset.unit(v.of.unit).id.clone())),
        Cell::Text(of_value(&|v| {
            let currency = dataset.unit(v.of.unit).currency();
            currency.map_or_else(String::new, |ix| dataset.currency(ix).code.clone())
        })),
        Cell::Text(of_value(&|v| {
            v.value_date
                .map_or_else(String::new, |date| date.to_string())
        })),
        Cell::Text(of_value(&|v| v.qualifier.word().to_owned())),
        Cell::Text(related(RelationKind::PartOf)),
        Cell::Text(related(RelationKind::Includes)),
        Cell::Text(related(RelationKind::Overlaps)),
        Cell::Text(related(RelationKind::SameAs)),
        Cell::Text(join(documents)),
        Cell::Text(join(record.sources.iter().map(section))),
        Cell::Text(join(
            record.sources.iter().map(|at| at.paragraph.to_string()),
        )),
        Cell::Text(dataset.licence.clone()),
        Cell::Text(export.link.to_owned()),
    ]);
    cells.extend(texts(&dataset.kind(record.kind).name));
    cells.extend(texts(&dataset.sector(record.sector).name));
    cells.extend(dataset.languages.iter().map(|lang| {
        let named = record.organisations.iter().filter_map(|part| {
            let role = text::names::role(*lang, part.role);
            let name = dataset.organisation(part.organisation).name.exact(*lang)?;
            Some(alone(&text::labelled(*lang, role, name)))
        });
        Cell::Text(join(named))
    }));
    cells.extend(dataset.languages.iter().map(|lang| {
        Cell::Text(of_value(&|v| {
            exact(&dataset.indicator(v.of.indicator).name, *lang)
        }))
    }));
    cells.extend(dataset.languages.iter().map(|lang| {
        Cell::Text(of_value(&|v| {
            alone(&text::axis_unit(*lang, v.of.unit, 1.0, dataset).text(*lang))
        }))
    }));
    cells
}

fn time(record: &Record, dataset: &Dataset) -> (&'static str, String, String) {
    let none = String::new;
    match record.time.time {
        Time::Point(at) => ("point", at.to_string(), at.to_string()),
        Time::Interval(from, to) => ("interval", from.to_string(), to.to_string()),
        Time::Plan(plan) => {
            let plan = &dataset.plans[plan.at()];
            ("period", plan.from.to_string(), plan.to.to_string())
        }
        Time::Since(from) => ("since", from.to_string(), none()),
        Time::Until(to) => ("until", none(), to.to_string()),
        Time::Unknown => ("unknown", none(), none()),
    }
}

fn target(target: Target, dataset: &Dataset) -> String {
    match target {
        Target::Record(ix) => dataset.record(ix).id.clone(),
        Target::Derived(ix) => dataset.derived[ix.at()].id.clone(),
    }
}

fn join(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("; ")
}

pub(crate) fn row(out: &mut String, cells: impl Iterator<Item = Cell>) {
    for (position, cell) in cells.enumerate() {
        if position > 0 {
            out.push(',');
        }
        let cell = match cell {
            Cell::Text(text) => guarded(text),
            Cell::Number(digits) => digits,
        };
        if cell.contains([',', '"', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

/// Signs with which formulas begin, in all their widths.
const SIGNS: [char; 12] = [
    '=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫',
];

/// Text that a spreadsheet takes for text. Some drop blanks and characters
/// without a width before they look for a sign, and some take a tab or a line
/// break for the start of one.
fn guarded(text: String) -> String {
    let is_blank = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
            || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let is_formula = text.trim_start_matches(is_blank).starts_with(SIGNS)
        || text.starts_with(['\t', '\r', '\n']);
    if is_formula || text.starts_with('\'') {
        format!("'{text}")
    } else {
        text
    }
}
