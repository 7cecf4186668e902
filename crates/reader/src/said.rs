//! As what a file was read, in words: here, for the page need not have them.

use borsh::{BorshDeserialize, BorshSerialize};
use import::{Column, Columns, Field, Finding, FindingKind, Format, Imported, Mapping, Refused};
use model::{Lang, Text};
use text::imported;
use words::Locale;

/// As what a file of another kind was read.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// What kind of file it is.
    pub format: Text,
    /// What was left out or guessed.
    pub findings: Vec<Told>,
    /// The same as a table to take away.
    pub report: Text,
    /// What its columns were taken for, where it is a table.
    pub table: Option<Table>,
    /// Whether the points of its places may be in a second file.
    pub takes_places: bool,
}

/// What the columns of a table were taken for, and what they could be.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The columns.
    pub heads: Vec<Head>,
    /// What a column may be, by the word in links.
    pub fields: Vec<(String, Text)>,
    /// As what the file was read.
    taken: Mapping,
}

/// A column.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its head in the file.
    pub name: String,
    /// What it was taken for, by the word in links.
    pub field: String,
    /// The currency of its amounts, if the column has one.
    pub currency: String,
    /// What stands in it first.
    pub samples: Vec<String>,
}

impl Table {
    /// The value of a link's `columns` that says what each column is: its field and,
    /// of an amount, its currency.
    #[must_use]
    pub fn columns(&self, chosen: &[(String, String)]) -> String {
        let columns = self.taken.columns.iter().zip(chosen);
        let columns = columns.map(|(column, (field, currency))| Column {
            position: column.position,
            field: Field::from_word(field).unwrap_or(column.field),
            currency: Some(currency.trim().to_ascii_uppercase()),
        });
        let mapping = Mapping {
            columns: columns.collect(),
            ..self.taken.clone()
        };
        mapping.to_string()
    }
}

/// All that was found of one kind.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What, and how often.
    pub words: Text,
    /// Where the first of them are.
    pub places: Vec<Text>,
}

/// In each of the page's own languages.
fn in_all(words: impl Fn(Lang) -> String) -> Text {
    let all = Locale::ALL.map(|locale| (locale.lang(), words(locale.lang())));
    // There is a language, or nothing would compile.
    Text::new(all.into()).unwrap_or_else(|| Text::of(Lang::EN, String::new()))
}

/// Why nothing of a file is shown.
pub(crate) fn refused(why: &Refused) -> Text {
    in_all(|lang| imported::refused(lang, why))
}

/// As what a file was read.
pub(crate) fn said(imported: &Imported) -> Read {
    let findings = &imported.report.findings;
    Read {
        format: in_all(|lang| imported::format(lang, imported.format).to_owned()),
        // What each column was taken for is told beside the columns.
        findings: findings
            .iter()
            .filter(|finding| !matches!(finding.kind, FindingKind::ColumnGuessed(_)))
            .map(told)
            .collect(),
        report: in_all(|lang| formats::report(lang, findings)),
        table: imported.columns.as_ref().map(table),
        takes_places: imported.format == Format::Csv,
    }
}

fn table(columns: &Columns) -> Table {
    let fields = Field::ALL.iter();
    let heads = columns.columns.iter();
    Table {
        heads: heads
            .map(|shown| Head {
                name: shown.head.clone(),
                field: shown.column.field.word().to_owned(),
                currency: shown.column.currency.clone().unwrap_or_default(),
                samples: shown.samples.clone(),
            })
            .collect(),
        fields: fields
            .map(|field| {
                let name = in_all(|lang| imported::field(lang, *field).to_owned());
                (field.word().to_owned(), name)
            })
            .collect(),
        taken: columns.mapping(),
    }
}

fn told(finding: &Finding) -> Told {
    let places = finding.places.iter();
    Told {
        words: in_all(|lang| imported::finding(lang, finding)),
        // One of the file as a whole has no place.
        places: places
            .map(|place| in_all(|lang| imported::place(lang, place)))
            .filter(|words| !words.is_blank())
            .collect(),
    }
}
