//! Records, but for their relations.

use super::lists::codes;
use super::names::{date, find, is_id};
use super::{Reader, Unlinked, raw};
use crate::width::{ROW, wider_than};
use crate::{
    Decimal, DocumentIx, Fault, KindIx, Link, List, Locator, Medium, OrganisationIx, Participation,
    PlaceIx, PlanIx, Qualifier, Record, RecordIx, SectorIx, Sources, Time, TimeSpan, Value,
    below_app, is_https, is_link,
};
use serde_json::value::RawValue;
use std::collections::HashSet;

impl Reader<'_> {
    /// Reads all records; one that is wrong is reported and left out.
    pub(super) fn records(&mut self, raws: &[&RawValue]) -> Vec<Unlinked> {
        let mut records: Vec<Unlinked> = Vec::with_capacity(raws.len());
        for (position, raw) in raws.iter().enumerate() {
            let read = serde_json::from_str::<raw::Record<'_>>(raw.get())
                .map_err(|error| (String::new(), Fault::unreadable(&error)))
                .and_then(|mut raw| {
                    let id = raw.id.clone();
                    if self.record_ids.contains_key(&id) {
                        return Err((id, Fault::IdTwice));
                    }
                    for address in leave_bad_addresses_out(&mut raw) {
                        self.report(List::Records, position, &id, Fault::BadAddress(address));
                    }
                    let record = self.record(raw).map_err(|fault| (id, fault))?;
                    if let Some(fault) = too_wide(&record.0) {
                        self.report(List::Records, position, &record.0.id, fault);
                    }
                    Ok(record)
                });
            match read {
                Ok(record) => {
                    let ix = RecordIx::of(records.len());
                    self.record_ids.insert(record.0.id.clone(), ix);
                    self.origins.records.push(position);
                    records.push(record);
                }
                Err((id, fault)) => self.report(List::Records, position, &id, fault),
            }
        }
        records
    }

    fn record(&self, raw: raw::Record<'_>) -> Result<Unlinked, Fault> {
        if !is_id(&raw.id) {
            return Err(Fault::BadId(raw.id));
        }
        for (name, text) in [("title", &raw.title), ("note", &raw.note)] {
            if text.iter().any(|(_, words)| words.trim().is_empty()) {
                return Err(Fault::NoText(name.to_owned()));
            }
        }
        let places = raw
            .places
            .iter()
            .map(|id| find(List::Places, &self.names.places, id).map(PlaceIx::of))
            .collect::<Result<Vec<_>, _>>()?;
        let organisations = raw
            .organisations
            .iter()
            .map(|o| {
                let list = &self.names.organisations;
                let organisation = find(List::Organisations, list, &o.organisation)?;
                Ok(Participation {
                    organisation: OrganisationIx::of(organisation),
                    role: o.role,
                })
            })
            .collect::<Result<Vec<_>, Fault>>()?;
        let sector = find(List::Sectors, &self.names.sectors, &raw.sector)?;
        let sources = raw
            .source
            .iter()
            .map(|at| self.locator(at))
            .collect::<Result<Vec<_>, _>>()?;
        let kind = find(List::Kinds, &self.names.kinds, &raw.kind)?;
        let languages = &self.names.languages;
        let record = Record {
            sector: SectorIx::of(sector),
            codes: codes(raw.codes, raw.dac, languages),
            id: raw.id,
            kind: KindIx::of(kind),
            title: raw.title.ordered(languages),
            short_title: raw.short_title.map(|short| short.ordered(languages)),
            note: raw.note.ordered(languages),
            places,
            organisations,
            time: self.time(raw.time)?,
            values: self.values(raw.values)?,
            relations: Vec::new(),
            links: raw
                .links
                .into_iter()
                .map(|link| Link {
                    url: link.url,
                    title: link.title.ordered(languages),
                })
                .collect(),
            media: raw
                .media
                .into_iter()
                .map(|medium| Medium {
                    file: medium.file,
                    alt: medium.alt.ordered(languages),
                    credit: medium.credit,
                    licence: medium.licence,
                })
                .collect(),
            sources: Sources::new(sources).ok_or(Fault::NoSource)?,
        };
        Ok((record, raw.relations))
    }

    fn time(&self, raw: raw::Time) -> Result<TimeSpan, Fault> {
        let (time, note) = match raw {
            raw::Time::Point { at, note } => (Time::Point(date(&at)?), note),
            raw::Time::Interval { from, to, note } => {
                let (from, to) = (date(&from)?, date(&to)?);
                if from.first_day() > to.last_day() {
                    return Err(Fault::EndsBeforeItBegins);
                }
                (Time::Interval(from, to), note)
            }
            raw::Time::Period { period, note } => {
                let period = find(List::Periods, &self.names.periods, &period)?;
                (Time::Plan(PlanIx::of(period)), note)
            }
            raw::Time::Since { from, note } => (Time::Since(date(&from)?), note),
            raw::Time::Until { to, note } => (Time::Until(date(&to)?), note),
            raw::Time::Unknown { note } => (Time::Unknown, note),
        };
        let note = note.map(|note| note.ordered(&self.names.languages));
        Ok(TimeSpan { time, note })
    }

    fn locator(&self, raw: &raw::Locator) -> Result<Locator, Fault> {
        let (position, sections) =
            self.names
                .documents
                .get(&raw.document)
                .ok_or_else(|| Fault::NotThere {
                    list: List::Documents,
                    id: raw.document.clone(),
                })?;
        let section = *sections.get(&raw.section).ok_or_else(|| Fault::NoSection {
            document: raw.document.clone(),
            section: raw.section.clone(),
        })?;
        let last = self.documents[*position].sections[section].paragraphs;
        if !(1..=last).contains(&raw.paragraph) {
            return Err(Fault::NoParagraph {
                section: raw.section.clone(),
                last,
                named: raw.paragraph,
            });
        }
        Ok(Locator {
            document: DocumentIx::of(*position),
            section,
            paragraph: raw.paragraph,
        })
    }

    fn values(&self, raws: Vec<raw::Value<'_>>) -> Result<Vec<Value>, Fault> {
        let mut keys = HashSet::with_capacity(raws.len());
        raws.into_iter()
            .map(|raw| {
                let key = raw.id.unwrap_or_else(|| raw.indicator.clone());
                if !keys.insert(key.clone()) {
                    return Err(Fault::ValueTwice(key));
                }
                let written = raw.amount.get();
                let Some(stated) = Decimal::parse(written) else {
                    let written = written.to_owned();
                    return Err(Fault::BadNumber { key, written });
                };
                Ok(Value {
                    key,
                    of: self.names.quantity(&raw.indicator, &raw.unit)?,
                    amount: stated.to_f64(),
                    stated,
                    qualifier: raw.qualifier.unwrap_or(Qualifier::Exact),
                    label: raw.label.map(|l| l.ordered(&self.names.languages)),
                    value_date: raw.value_date.as_deref().map(date).transpose()?,
                })
            })
            .collect()
    }
}

/// Whether a name for rows has no room in one.
fn too_wide(record: &Record) -> Option<Fault> {
    let languages = wider_than(record.short_title.as_ref()?, ROW);
    (!languages.is_empty()).then_some(Fault::TooWide {
        field: "shortTitle".to_owned(),
        most: ROW,
        languages,
    })
}

/// Takes the links and pictures out that no page may load, and returns their
/// addresses.
fn leave_bad_addresses_out(raw: &mut raw::Record<'_>) -> Vec<String> {
    let mut bad = Vec::new();
    raw.links.retain(|link| {
        let is_safe = is_link(&link.url);
        if !is_safe {
            bad.push(link.url.clone());
        }
        is_safe
    });
    raw.media.retain(|medium| {
        let is_safe = is_https(&medium.file) || below_app(&medium.file).is_some();
        if !is_safe {
            bad.push(medium.file.clone());
        }
        is_safe
    });
    bad
}
