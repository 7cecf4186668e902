//! Which column of a table is which field: guessed, shown, changed, and kept in
//! a link.

use model::{packed, vocabulary};
use std::fmt;

vocabulary! {
    /// What a column may hold.
    Field {
        /// The id of the record: rows of the same one are one record.
        Id = "id",
        /// Its title.
        Title = "title",
        /// What it is about.
        Note = "note",
        /// What kind of record it is.
        Kind = "kind",
        /// Its sector, by name.
        Sector = "sector",
        /// Its sector's code.
        SectorCode = "sector-code",
        /// The places, by name.
        Place = "place",
        /// The country, by name or code.
        Country = "country",
        /// The place's latitude, in degrees.
        Latitude = "lat",
        /// The place's longitude, in degrees.
        Longitude = "lon",
        /// Latitude and longitude in one cell.
        Point = "point",
        /// How exact the point is.
        Precision = "precision",
        /// The date, or the year.
        Time = "time",
        /// When it began.
        Start = "start",
        /// When it ended.
        End = "end",
        /// An amount of money.
        Amount = "amount",
        /// A number of something that is counted.
        Number = "number",
        /// A part of a hundred.
        Percent = "percent",
        /// Whether the row's amounts may be added to others: "no" where its
        /// publisher says that they count elsewhere too.
        Adds = "adds",
        /// The currency of the row's amounts.
        Currency = "currency",
        /// What the row's amounts measure, such as commitments.
        Indicator = "indicator",
        /// The date at whose value the row's amounts are stated.
        ValueDate = "value-date",
        /// Who gives the money.
        Funding = "funding",
        /// Who answers for it.
        Accountable = "accountable",
        /// Who passes it on.
        Extending = "extending",
        /// Who does the work.
        Implementing = "implementing",
        /// Who takes part in another way.
        Participating = "participating",
        /// An address where to read on.
        Link = "link",
        /// Nothing that is shown.
        Ignored = "none",
    }
}

vocabulary! {
    /// What parts the cells of a line.
    Delimiter {
        /// `,`
        Comma = "comma",
        /// `;`
        Semicolon = "semicolon",
        /// A tab.
        Tab = "tab",
        /// `|`
        Bar = "bar",
    }
}

packed!(Field, Delimiter);

impl Delimiter {
    /// The sign itself.
    #[must_use]
    pub const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
        }
    }
}

/// What one column holds.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its position, from 1.
    pub position: u32,
    /// The field.
    pub field: Field,
    /// Of an amount: the ISO 4217 code of its currency, where the column has one
    /// for all its rows.
    pub currency: Option<String>,
}

/// How a table is to be read. What it does not say is guessed; empty, all is.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// What parts the cells.
    pub delimiter: Option<Delimiter>,
    /// The line of the heads, from 1 for the first line that is not empty.
    pub head: Option<u32>,
    /// The columns that are settled. Those it does not name are guessed.
    pub columns: Vec<Column>,
}

impl Mapping {
    /// The field that is settled for a column, by its position from 1.
    #[must_use]
    pub fn column(&self, position: u32) -> Option<&Column> {
        self.columns
            .iter()
            .find(|column| column.position == position)
    }

    /// Reads the form of links: `semicolon~head.3~1.id~2.title~5.amount.EUR`.
    ///
    /// `None` for what is no such text. Of a column named twice the last one counts.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut mapping = Self::default();
        for part in text.split('~').filter(|part| !part.is_empty()) {
            if let Some(delimiter) = Delimiter::from_word(part) {
                mapping.delimiter = Some(delimiter);
                continue;
            }
            let mut words = part.split('.');
            let first = words.next()?;
            if first == "head" {
                mapping.head = Some(words.next()?.parse().ok().filter(|line| *line > 0)?);
            } else {
                let position = first.parse().ok().filter(|position| *position > 0)?;
                let field = Field::from_word(words.next()?)?;
                let currency = match words.next() {
                    Some(code) if is_code(code) && field == Field::Amount => Some(code.to_owned()),
                    Some(_) => return None,
                    None => None,
                };
                mapping.columns.retain(|column| column.position != position);
                mapping.columns.push(Column {
                    position,
                    field,
                    currency,
                });
            }
            if words.next().is_some() {
                return None;
            }
        }
        Some(mapping)
    }
}

fn is_code(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

impl fmt::Display for Mapping {
    /// The form of links: only letters, digits, points, hyphens and tildes, which
    /// need no escape there.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts: Vec<String> = Vec::new();
        parts.extend(self.delimiter.map(|delimiter| delimiter.word().to_owned()));
        parts.extend(self.head.map(|line| format!("head.{line}")));
        parts.extend(self.columns.iter().map(|column| {
            let Column {
                position,
                field,
                currency,
            } = column;
            let currency = currency.as_deref().filter(|code| is_code(code));
            match currency {
                Some(code) if *field == Field::Amount => {
                    format!("{position}.{}.{code}", field.word())
                }
                _ => format!("{position}.{}", field.word()),
            }
        }));
        f.write_str(&parts.join("~"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, Delimiter, Field, Mapping};

    #[test]
    fn what_is_written_reads_back_the_same() {
        let columns = (1..).zip(Field::ALL).map(|(position, field)| Column {
            position,
            field: *field,
            currency: (*field == Field::Amount).then(|| "EUR".to_owned()),
        });
        let mapping = Mapping {
            delimiter: Some(Delimiter::Semicolon),
            head: Some(3),
            columns: columns.collect(),
        };
        let text = mapping.to_string();
        assert!(text.starts_with("semicolon~head.3~1.id~2.title~"), "{text}");
        assert_eq!(Mapping::parse(&text), Some(mapping));
        assert_eq!(Mapping::parse(""), Some(Mapping::default()));
        assert_eq!(Mapping::default().to_string(), "");
    }

    #[test]
    fn what_is_no_mapping_is_none() {
        for text in [
            "0.id",
            "1",
            "1.nothing",
            "head.0",
            "head",
            "1.title.EUR",
            "1.amount.eur",
            "1.id.x.y",
            "x",
        ] {
            assert_eq!(Mapping::parse(text), None, "{text}");
        }
    }
}
