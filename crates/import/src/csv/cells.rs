//! One row to what it states.

use super::columns::Column;
use super::items::{Amount, Item, Measure, Sector, Spot, When};
use super::points::{Wrong, check, degrees, pair};
use super::table::{Degrees, Row};
use super::{dates, number_words, numbers};
use crate::iati::kinds::Flow;
use crate::mapping::Field;
use crate::report::{FindingKind, Findings, Where};
use model::{Date, Decimal, Role};

/// Reads one row.
pub struct Reader<'a> {
    row: &'a Row,
    columns: &'a [Column],
    report: &'a mut Findings,
}

impl<'a> Reader<'a> {
    /// A reader of this row.
    pub const fn new(row: &'a Row, columns: &'a [Column], report: &'a mut Findings) -> Self {
        Self {
            row,
            columns,
            report,
        }
    }

    /// What the row states.
    pub fn item(mut self) -> Item {
        let time = self.time();
        Item {
            id: self.text(Field::Id),
            title: self.text(Field::Title),
            note: self.text(Field::Note),
            kind: self.text(Field::Kind),
            sectors: self.sectors(),
            places: self.places(),
            values: self.values(time),
            time,
            organisations: self.organisations(),
            links: self.links(),
            lines: vec![self.row.line],
        }
    }

    fn of(&self, field: Field) -> impl Iterator<Item = &'a Column> + use<'a> {
        self.columns
            .iter()
            .filter(move |column| column.field == field)
    }

    /// The cell of a field that has one column; empty where nothing is stated.
    fn cell(&self, field: Field) -> &'a str {
        let cell = self.of(field).next().map(|column| self.row.cell(column.at));
        cell.filter(|cell| !numbers::is_missing(cell))
            .unwrap_or_default()
    }

    /// A cell's text, with its line breaks as blanks.
    fn text(&self, field: Field) -> String {
        plain(self.cell(field))
    }

    fn line(&self) -> Where {
        Where::line(self.row.line).of(self.cell(Field::Id))
    }

    fn sectors(&self) -> Vec<Sector> {
        let names = list(self.cell(Field::Sector));
        let codes = list(self.cell(Field::SectorCode));
        // Which code is of which name is known only where there are as many.
        let codes = if names.is_empty() || codes.len() == names.len() {
            codes
        } else {
            Vec::new()
        };
        let count = names.len().max(codes.len());
        let sector = |at: usize| Sector {
            code: codes.get(at).cloned().unwrap_or_default(),
            name: names.get(at).cloned().unwrap_or_default(),
        };
        (0..count).map(sector).collect()
    }

    fn places(&mut self) -> Vec<Spot> {
        let names = list(self.cell(Field::Place));
        let countries = self.countries();
        let points = self.points();
        let precision = precision(self.cell(Field::Precision));
        let count = names.len().max(points.len());
        // A country beside a place is where it lies, if it is the only one.
        let country = match countries.as_slice() {
            [one] => one.clone(),
            _ => String::new(),
        };
        if names.len() > 1 && points.len() > 1 && names.len() != points.len() {
            self.report.add(FindingKind::PlacesUneven, self.line());
        }
        let are_paired = names.len() == points.len();
        let mut spots: Vec<Spot> = Vec::new();
        if count > 0 {
            // One name with several points is one place at each of them.
            let pairs: Vec<(String, Option<Degrees>)> = match names.as_slice() {
                _ if are_paired => names.into_iter().zip(points).collect(),
                [] => points
                    .into_iter()
                    .map(|point| (String::new(), point))
                    .collect(),
                [name] if !points.is_empty() => {
                    points.iter().map(|point| (name.clone(), *point)).collect()
                }
                _ => names.into_iter().map(|name| (name, None)).collect(),
            };
            spots.extend(pairs.into_iter().map(|(name, point)| Spot {
                name,
                country: country.clone(),
                point,
                precision,
            }));
        }
        if count == 0 || country.is_empty() {
            spots.extend(countries.into_iter().map(|country| Spot {
                country,
                ..Spot::default()
            }));
        }
        // A point that was wrong leaves nothing where it had no name.
        spots.retain(|spot| {
            spot.point.is_some() || !spot.name.is_empty() || !spot.country.is_empty()
        });
        spots
    }

    fn countries(&self) -> Vec<String> {
        // Namibia's code is a word for nothing anywhere else.
        let is_code = |column: &&Column| column.has_codes && self.row.cell(column.at) == "NA";
        if self.of(Field::Country).any(|column| is_code(&column)) {
            return vec!["NA".to_owned()];
        }
        list(self.cell(Field::Country))
    }

    /// The row's points, in the order of its cells; `None` for what is none.
    fn points(&mut self) -> Vec<Option<Degrees>> {
        let mut stated: Vec<Option<Degrees>> = self.row.points.iter().copied().map(Some).collect();
        if stated.is_empty() {
            let latitudes = list(self.cell(Field::Latitude));
            let longitudes = list(self.cell(Field::Longitude));
            if latitudes.len() == longitudes.len() {
                for (latitude, longitude) in latitudes.iter().zip(&longitudes) {
                    stated.push(match (degrees(longitude), degrees(latitude)) {
                        (Some(longitude), Some(latitude)) => Some(Degrees {
                            longitude,
                            latitude,
                        }),
                        _ => self.no_point(FindingKind::BadPoint),
                    });
                }
            } else {
                self.report.add(FindingKind::BadPoint, self.line());
            }
            if stated.is_empty() {
                for cell in list(self.cell(Field::Point)) {
                    let point = pair(&cell);
                    stated.push(point.or_else(|| self.no_point(FindingKind::BadPoint)));
                }
            }
        }
        let checked = stated.into_iter().map(|point| match check(point?) {
            Ok(point) => Some(point),
            Err(Wrong::Swapped) => self.no_point(FindingKind::PointTurned),
            Err(Wrong::OffEarth) => self.no_point(FindingKind::OffEarth),
            Err(Wrong::Zero) => self.no_point(FindingKind::PointAtZero),
        });
        checked.collect()
    }

    fn no_point(&mut self, kind: FindingKind) -> Option<Degrees> {
        self.report.add(kind, self.line());
        None
    }

    fn time(&mut self) -> When {
        let [start, end, at] =
            [Field::Start, Field::End, Field::Time].map(|field| self.date(field));
        let from = start.map(|(from, _)| from);
        let to = end.map(|(_, to)| to);
        if let (Some(from), Some(to)) = (from, to)
            && from.first_day() > to.last_day()
        {
            self.report
                .add(FindingKind::EndsBeforeItBegins, self.line());
            return When::Unknown;
        }
        match (from, to, at) {
            (None, None, Some((from, to))) => When::of(Some(from), Some(to)),
            (from, to, _) => When::of(from, to),
        }
    }

    /// The first and the last date of a cell.
    fn date(&mut self, field: Field) -> Option<(Date, Date)> {
        let column = self.of(field).next()?;
        let cell = self.cell(field);
        if cell.is_empty() {
            return None;
        }
        match dates::date(cell, column.order) {
            Some(dates::Stated::Date(date)) => Some((date, date)),
            Some(dates::Stated::Years(from, to)) => Some((from, to)),
            None => {
                let place = self.line().at(&column.name).found(cell);
                let serial = dates::serial(cell);
                let kind = match serial {
                    Some(_) => FindingKind::SerialDate,
                    None => FindingKind::BadDate,
                };
                self.report.add(kind, place);
                serial.map(|date| (date, date))
            }
        }
    }

    /// What the row's amounts are. Types of transactions may stand there by their codes.
    fn indicator(&self) -> String {
        let said = self.text(Field::Indicator);
        let mut columns = self.of(Field::Indicator);
        let is_of_types =
            columns.any(|column| super::heads::normal(&column.name).contains("transaction"));
        match Flow::transaction(&said).filter(|_| is_of_types) {
            Some(flow) => flow.names()[1].to_owned(),
            None => said,
        }
    }

    fn values(&mut self, time: When) -> Vec<Amount> {
        let currency = self.cell(Field::Currency).to_owned();
        let currency = number_words::is_currency(&currency).then(|| currency.to_ascii_uppercase());
        let said = self.indicator();
        let value_date = self.date(Field::ValueDate).map(|(date, _)| date);
        let several = self.of(Field::Amount).nth(1).is_some();
        let is_apart = ["no", "n", "false", "0", "non", "否"]
            .iter()
            .any(|word| self.cell(Field::Adds).eq_ignore_ascii_case(word));
        let mut values = Vec::new();
        for column in self.columns {
            if !matches!(column.field, Field::Amount | Field::Number | Field::Percent) {
                continue;
            }
            let cell = self.row.cell(column.at);
            let number = match numbers::number(cell, column.point) {
                Ok(number) => number,
                Err(numbers::NotOne::Missing) => continue,
                Err(numbers::NotOne::Unclear) => {
                    let place = self.line().at(&column.name).found(cell);
                    self.report.add(FindingKind::BadAmount, place);
                    continue;
                }
            };
            let is_money = column.field == Field::Amount && !number.percent;
            let measure = match column.field {
                _ if number.percent => Measure::Percent,
                Field::Percent => Measure::Percent,
                Field::Number => Measure::Number,
                _ => {
                    let code = number.currency.or_else(|| column.currency.clone());
                    code.or_else(|| currency.clone())
                        .map_or(Measure::Unnamed, Measure::Money)
                }
            };
            if measure == Measure::Unnamed {
                let place = self.line().at(&column.name).found(cell);
                self.report.add(FindingKind::CurrencyNotStated, place);
            }
            let Some(digits) = Decimal::parse(&format!("{}e{}", number.digits, column.power))
            else {
                continue;
            };
            // What the row says its amount is of: only that keeps commitments and
            // disbursements of one column apart.
            let indicator = match (is_money && !said.is_empty(), several) {
                (true, true) => format!("{said}: {}", column.name),
                (true, false) => said.clone(),
                (false, _) => column.name.clone(),
            };
            values.push(Amount {
                indicator,
                measure,
                is_apart: is_apart && is_money,
                digits: digits.to_string(),
                qualifier: number.qualifier,
                value_date,
                time,
            });
        }
        values
    }

    fn organisations(&self) -> Vec<(Role, String)> {
        let mut found: Vec<(Role, String)> = Vec::new();
        for column in self.columns {
            let role = match column.field {
                Field::Funding => Role::Funding,
                Field::Accountable => Role::Accountable,
                Field::Extending => Role::Extending,
                Field::Implementing => Role::Implementing,
                Field::Participating => Role::Participating,
                _ => continue,
            };
            found.extend(
                list(self.row.cell(column.at))
                    .into_iter()
                    .map(|name| (role, name)),
            );
        }
        found
    }

    fn links(&mut self) -> Vec<String> {
        let mut found = Vec::new();
        for column in self.of(Field::Link) {
            for address in list(self.row.cell(column.at)) {
                if model::is_link(&address) {
                    found.push(address);
                } else {
                    let place = self.line().at(&column.name).found(&address);
                    self.report.add(FindingKind::BadAddress, place);
                }
            }
        }
        found
    }
}

/// A cell's text without line breaks and other blanks in a row.
fn plain(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The items of a list in a cell, which a bar parts.
fn list(cell: &str) -> Vec<String> {
    let items = cell.split('|').map(plain);
    items.filter(|item| !numbers::is_missing(item)).collect()
}

/// What a point stands for, by the codes of IATI and of geocoded tables: 1 is
/// exact, 2 near. Larger numbers are of whole areas, whose point says little.
fn precision(cell: &str) -> &'static str {
    match cell.to_lowercase().as_str() {
        "1" | "exact" => "exact",
        "2" | "approximate" | "near" => "approximate",
        _ => "",
    }
}
