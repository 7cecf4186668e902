//! One activity: what a purpose's records have in common, then their figures.

use super::context::{country, locations, participants, purpose_code};
use super::figures::Figures;
use super::xml::Xml;
use super::{identifier, iso};
use model::{Dataset, Lang, Purpose, RecordIx};

const REPORTER: &str = "XM-AIDATLAS";
/// An activity: the records of one purpose.
pub(super) struct Activity<'a> {
    /// Its position in the file.
    pub position: usize,
    /// The purpose; none where nothing is selected.
    pub purpose: Option<&'a Purpose>,
    /// The records.
    pub records: &'a [RecordIx],
}

impl Activity<'_> {
    /// Writes it with the figures of its records.
    pub(super) fn write(&self, xml: &mut Xml, dataset: &Dataset, figures: &Figures) {
        let Self {
            purpose, records, ..
        } = *self;
        let (vocabulary, code) = purpose_code(purpose.map_or("", |p| &p.code));
        xml.open(
            "iati-activity",
            &[
                ("xml:lang", "en"),
                ("default-currency", &dataset.currency),
                ("humanitarian", "0"),
            ],
        );
        // A code of the dataset's own may hold what identifiers may not.
        let name = match vocabulary {
            "99" => format!("own-{}", self.position),
            _ => code.to_owned(),
        };
        let id = format!("{REPORTER}-{}-{name}", identifier(dataset));
        xml.holds("iati-identifier", &[], &id);
        xml.narratives(
            "reporting-org",
            &[
                ("ref", REPORTER),
                ("type", "90"),
                ("secondary-reporter", "1"),
            ],
            std::iter::once((Lang::EN, "Aid Atlas")),
        );
        let title = dataset.title.map(|lang, title| {
            purpose.map_or_else(
                || title.to_owned(),
                |p| text::labelled(lang, title, p.name.get(lang)),
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
        match purpose {
            Some(purpose) => xml.text("sector", &attributes, &purpose.name),
            None => xml.empty("sector", &attributes),
        }
        for part in [&figures.budgets, &figures.transactions, &figures.results] {
            xml.text_of(part);
        }
        xml.close("iati-activity");
    }
}

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
    xml.narratives(
        "activity-date",
        &[("type", kind), ("iso-date", &iso(first))],
        std::iter::once((
            Lang::EN,
            "first time that a record states; to the day only in form",
        )),
    );
}
