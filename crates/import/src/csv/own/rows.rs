//! A row of our own table as parts of a record.

use super::{Amount, Document, Own, list};
use crate::csv::table::Row;
use crate::report::{FindingKind, Findings, Where};
use model::{Date, Decimal, Lang, Qualifier, RelationKind, Role};
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

impl Own<'_> {
    pub(super) fn record(&mut self, row: &Row, id: &str) -> Map<String, Value> {
        let heads = self.heads;
        let [kind, sector] = ["kind", "sector"].map(|name| heads.cell(row, name));
        let kind_item = self.named_in(row, kind, "kind_name");
        let sector_item = self.named_in(row, sector, "sector_name");
        self.kinds.add(kind, || kind_item);
        self.sectors.add(sector, || sector_item);
        let codes = list(heads.cell(row, "sector_codes")).filter_map(|code| {
            let (vocabulary, code) = code.split_once(':')?;
            Some(json!({ "vocabulary": vocabulary, "code": code, "name": self.words(code) }))
        });
        let codes: Vec<Value> = codes.collect();
        let licence = heads.cell(row, "licence");
        if self.licence.is_empty() {
            licence.clone_into(&mut self.licence);
            heads.cell(row, "link").clone_into(&mut self.link);
        }
        let mut record = Map::new();
        let mut put = |name: &str, value: Value| record.insert(name.to_owned(), value);
        put("id", id.into());
        put("kind", kind.into());
        put("sector", sector.into());
        put("codes", codes.into());
        let mut title = heads.text(row, "title");
        if title.as_object().is_none_or(Map::is_empty) {
            title = self.words(id);
        }
        let mut note = heads.text(row, "note");
        if note.as_object().is_none_or(Map::is_empty) {
            note = title.clone();
        }
        put("title", title);
        put("note", note);
        put("places", self.places(row));
        put("organisations", self.organisations(row));
        put("time", self.time(row));
        put("relations", self.relations(row));
        put("source", self.source(row));
        record
    }

    fn places(&mut self, row: &Row) -> Value {
        let ids: Vec<&str> = list(self.heads.cell(row, "places")).collect();
        let languages = &self.heads.languages;
        let names: Vec<(Lang, Vec<&str>)> = languages
            .iter()
            .map(|(lang, tag)| {
                (
                    *lang,
                    self.heads
                        .cell(row, &format!("places_{tag}"))
                        .split("; ")
                        .collect(),
                )
            })
            .collect();
        for (at, id) in ids.iter().enumerate() {
            // A name that holds what parts names cannot be told from two.
            let words = names
                .iter()
                .filter(|(_, all)| all.len() == ids.len())
                .filter_map(|(lang, all)| {
                    let words = all.get(at).filter(|words| !words.trim().is_empty())?;
                    Some((lang.tag().to_owned(), Value::from(*words)))
                });
            let mut words: Map<String, Value> = words.collect();
            if words.is_empty() {
                words.insert(self.language.to_owned(), Value::from(*id));
            }
            self.places.add(id, || json!({ "id": id, "name": words }));
        }
        ids.into()
    }

    fn organisations(&mut self, row: &Row) -> Value {
        let mut parts = Vec::new();
        for part in list(self.heads.cell(row, "organisations")) {
            let Some((role, id)) = part.split_once(": ") else {
                continue;
            };
            let role = Role::from_word(role).unwrap_or(Role::Participating).word();
            let item = self.named(id);
            self.organisations.add(id, || item);
            parts.push(json!({ "organisation": id, "role": role }));
        }
        parts.into()
    }

    fn time(&mut self, row: &Row) -> Value {
        let [sort, from, to] =
            ["time_type", "time_from", "time_to"].map(|name| self.heads.cell(row, name));
        for date in [from, to].into_iter().filter_map(Date::parse) {
            if self
                .latest
                .is_none_or(|latest| date.last_day() > latest.last_day())
            {
                self.latest = Some(date);
            }
        }
        match sort {
            "point" => json!({ "type": "point", "at": from }),
            "interval" => json!({ "type": "interval", "from": from, "to": to }),
            "since" => json!({ "type": "since", "from": from }),
            "until" => json!({ "type": "until", "to": to }),
            "period" => {
                let id = format!("period-{from}-{to}");
                let name = self.words(&format!("{from} \u{2013} {to}"));
                let period = json!({ "id": id, "name": name, "from": from, "to": to });
                self.periods.add(&id, || period);
                json!({ "type": "period", "period": id })
            }
            _ => json!({ "type": "unknown" }),
        }
    }

    fn relations(&self, row: &Row) -> Value {
        let relations = RelationKind::ALL.iter().flat_map(|kind| {
            let targets = list(self.heads.cell(row, kind.word()));
            targets
                .map(|target| json!({ "type": kind.word(), "target": target, "basis": "inferred" }))
        });
        relations.collect()
    }

    /// Where the record stands in its sources. Of a record of several documents
    /// the table does not say which section is of which: they count as one.
    fn source(&mut self, row: &Row) -> Value {
        let title = self.heads.cell(row, "document");
        let next = self.documents.len();
        let at = *self.by_title.entry(title.to_owned()).or_insert(next);
        if at == next {
            self.documents.push(Document {
                title: title.to_owned(),
                ..Document::default()
            });
        }
        let sections = list(self.heads.cell(row, "section"));
        let paragraphs = list(self.heads.cell(row, "paragraph"));
        let pairs: Vec<(&str, u32)> = sections
            .zip(paragraphs)
            .map(|(section, paragraph)| (section, paragraph.parse().unwrap_or(1).max(1)))
            .collect();
        let pairs = if pairs.is_empty() {
            vec![("1", 1)]
        } else {
            pairs
        };
        let mut locators = Vec::new();
        if let Some(document) = self.documents.get_mut(at) {
            for (section, paragraph) in pairs {
                let next = document.sections.len();
                let at = *document.positions.entry(section.to_owned()).or_insert(next);
                if at == next {
                    document.sections.push((section.to_owned(), paragraph));
                }
                if let Some((_, last)) = document.sections.get_mut(at) {
                    *last = (*last).max(paragraph);
                }
                let document = format!("document-{}", at + 1);
                locators.push(
                    json!({ "document": document, "section": section, "paragraph": paragraph }),
                );
            }
        }
        locators.into()
    }

    pub(super) fn value(&mut self, row: &Row, report: &mut Findings) -> Option<Amount> {
        let cell = |name: &str| self.heads.cell(row, name);
        let [key, indicator, amount, unit, currency, value_date] = [
            "value",
            "indicator",
            "amount",
            "unit",
            "currency",
            "value_date",
        ]
        .map(cell);
        if amount.is_empty() {
            return None;
        }
        let digits = Decimal::parse(amount).map(|digits| digits.to_string());
        let Some(digits) = digits.and_then(|digits| RawValue::from_string(digits).ok()) else {
            let place = Where::line(row.line).at("amount").found(amount);
            report.add(FindingKind::BadAmount, place);
            return None;
        };
        let qualifier = Qualifier::from_word(cell("qualifier")).unwrap_or(Qualifier::Exact);
        let item = self.named_in(row, indicator, "indicator_name");
        self.indicators.add(indicator, || item);
        self.currencies
            .add(currency, || json!({ "code": currency }));
        let words = self.words(&format!("{{n}} {unit}"));
        let per = self.words(&format!(" ({unit})"));
        self.units.add(unit, || match (currency, unit) {
            ("", "percent") => json!({ "id": unit, "percent": true }),
            ("", _) => json!({ "id": unit, "words": words }),
            _ if unit.eq_ignore_ascii_case(currency) => json!({ "id": unit, "currency": currency }),
            // Money for each of something, or of a year's value: not plain money.
            _ => json!({ "id": unit, "currency": currency, "per": per }),
        });
        Some(Amount {
            id: key.to_owned(),
            indicator: indicator.to_owned(),
            digits,
            unit: unit.to_owned(),
            qualifier: qualifier.word(),
            value_date: (!value_date.is_empty()).then(|| value_date.to_owned()),
        })
    }
}
