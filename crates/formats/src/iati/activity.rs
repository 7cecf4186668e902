//! One activity: what a purpose's records have in common, then their figures.

use super::context::{country, locations, participants};
use super::figures::Figures;
use super::xml::Xml;
use super::{identifier, iso, plain};
use crate::language;
use model::{Dataset, Record, RecordIx, Text};

const REPORTER: &str = "XM-AIDATLAS";
/// OECD DAC's code for "sectors not specified".
const NOT_SPECIFIED: &str = "99810";
/// A vocabulary of the reporting organisation's own.
const OWN: &str = "99";

/// A sector as IATI has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Sector<'a> {
    vocabulary: &'a str,
    code: &'a str,
}

impl<'a> Sector<'a> {
    /// A record's: its main code, or the dataset's own sector.
    pub(super) fn of(dataset: &'a Dataset, record: &'a Record) -> Self {
        let own = Self {
            vocabulary: OWN,
            code: &dataset.sector(record.sector).id,
        };
        dataset.codes(record).first().map_or(own, |main| Self {
            vocabulary: &main.vocabulary,
            code: main.code.trim(),
        })
    }
}

/// An activity: the records of one sector.
pub(super) struct Activity<'a> {
    /// Its position in the file.
    pub position: usize,
    /// The sector; none where nothing is selected.
    pub sector: Option<Sector<'a>>,
    /// The records.
    pub records: &'a [RecordIx],
}

impl<'a> Activity<'a> {
    /// Writes it with the figures of its records.
    pub(super) fn write(&self, xml: &mut Xml, dataset: &'a Dataset, figures: &Figures) {
        let Self {
            sector, records, ..
        } = *self;
        let (vocabulary, code) = match sector {
            Some(of) if !of.code.is_empty() => (of.vocabulary, of.code),
            _ => ("1", NOT_SPECIFIED),
        };
        let name = self.name(dataset);
        xml.open(
            "iati-activity",
            &[
                ("xml:lang", language(dataset).primary().tag()),
                ("default-currency", default_currency(dataset)),
                ("humanitarian", "0"),
            ],
        );
        // A code of the dataset's own may hold what identifiers may not.
        let short = match vocabulary {
            "1" | "2" => code.to_owned(),
            _ => format!("own-{}", self.position),
        };
        let id = format!("{REPORTER}-{}-{short}", identifier(dataset));
        xml.holds("iati-identifier", &[], &id);
        xml.narratives(
            "reporting-org",
            &[
                ("ref", REPORTER),
                ("type", "90"),
                ("secondary-reporter", "1"),
            ],
            // A name, and the same in every language.
            std::iter::once((language(dataset), "Aid Atlas")),
        );
        let title = dataset.title.map(|lang, title| {
            name.map_or_else(
                || title.to_owned(),
                |name| plain(&text::labelled(lang, title, name.get(lang))),
            )
        });
        xml.text("title", &[], &title);
        xml.text("description", &[("type", "1")], &dataset.summary);
        participants(xml, dataset, records);
        xml.empty("activity-status", &[("code", "2")]);
        start(xml, dataset, records);
        country(xml, dataset);
        locations(xml, dataset, records);
        let attributes = [("vocabulary", vocabulary), ("code", code)];
        match name {
            Some(name) => xml.text("sector", &attributes, name),
            None => xml.empty("sector", &attributes),
        }
        for part in [&figures.budgets, &figures.transactions, &figures.results] {
            xml.text_of(part);
        }
        xml.close("iati-activity");
    }

    /// The name of its sector.
    fn name(&self, dataset: &'a Dataset) -> Option<&'a Text> {
        let first = dataset.record(*self.records.first()?);
        let main = dataset.codes(first).first();
        Some(main.map_or(&dataset.sector(first.sector).name, |main| &main.name))
    }
}

/// The currency of values that name none: the dataset's first.
pub(super) fn default_currency(dataset: &Dataset) -> &str {
    dataset
        .currencies
        .first()
        .map_or(NO_CURRENCY, |currency| &currency.code)
}

/// ISO 4217's code for transactions without a currency.
const NO_CURRENCY: &str = "XXX";

/// The first time that a record of it states: past, or planned if it is later
/// than the source.
fn start(xml: &mut Xml, dataset: &Dataset, records: &[RecordIx]) {
    let first = records
        .iter()
        .filter_map(|ix| dataset.days(dataset.record(*ix).time.time))
        .map(|(first, _)| first)
        .min()
        .unwrap_or_else(|| dataset.as_of.first_day());
    let kind = if first > dataset.as_of.last_day() {
        "1"
    } else {
        "2"
    };
    let attributes = [("type", kind), ("iso-date", &iso(first))];
    xml.own_words("activity-date", &attributes, text::iati_first_time);
}
