//! What is looked up for every record, computed once a dataset.

use super::{Filter, PlaceChoice};
use crate::dataset::{Dataset, Days, Kind, OrganisationIx, RecordIx, SectorIx};
use std::collections::BTreeMap;

/// Answers filters on one dataset.
#[derive(Clone, Debug)]
pub struct Index {
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    places: Vec<PlaceChoice>,
    sector: SectorIx,
    kind: Kind,
    organisations: Vec<OrganisationIx>,
    days: Option<(Days, Days)>,
    words: String,
}

/// How many records each choice would leave, were it the only one of its list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// By place.
    pub places: BTreeMap<PlaceChoice, usize>,
    /// By sector.
    pub sectors: BTreeMap<SectorIx, usize>,
    /// By kind.
    pub kinds: BTreeMap<Kind, usize>,
    /// By organisation.
    pub organisations: BTreeMap<OrganisationIx, usize>,
}

/// The lists of a filter, to leave one of them out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Places,
    Sectors,
    Kinds,
    Organisations,
}

impl Index {
    /// Reads all records once.
    #[must_use]
    pub fn new(dataset: &Dataset) -> Self {
        let entries = dataset
            .records
            .iter()
            .map(|record| {
                let mut places: Vec<PlaceChoice> = record
                    .places
                    .iter()
                    .flat_map(|place| dataset.lineage(*place))
                    .map(PlaceChoice::Place)
                    .chain(PlaceChoice::of(dataset.located(record)))
                    .collect();
                places.sort_unstable();
                places.dedup();
                let mut words = String::new();
                let names = record
                    .places
                    .iter()
                    .map(|place| &dataset.place(*place).name);
                for text in [&record.title, &record.note].into_iter().chain(names) {
                    for language in [&text.zh, &text.en] {
                        fold(language, &mut words);
                        words.push('\n');
                    }
                }
                let also = record.places.iter().flat_map(|p| &dataset.place(*p).also);
                for name in also {
                    fold(name, &mut words);
                    words.push('\n');
                }
                Entry {
                    places,
                    sector: record.sector,
                    kind: record.kind,
                    organisations: record
                        .organisations
                        .iter()
                        .map(|o| o.organisation)
                        .collect(),
                    days: dataset.days(record.time.time),
                    words,
                }
            })
            .collect();
        Self { entries }
    }

    /// The records that the filter selects, in the dataset's order.
    #[must_use]
    pub fn select(&self, filter: &Filter) -> Vec<RecordIx> {
        let terms = terms(&filter.text);
        self.matching(filter, &terms, None)
            .map(|(position, _)| RecordIx::of(position))
            .collect()
    }

    /// Counts for every choice of every list.
    #[must_use]
    pub fn facets(&self, filter: &Filter) -> Facets {
        let terms = terms(&filter.text);
        let mut facets = Facets::default();
        for (_, entry) in self.matching(filter, &terms, Some(List::Places)) {
            for place in &entry.places {
                *facets.places.entry(*place).or_default() += 1;
            }
        }
        for (_, entry) in self.matching(filter, &terms, Some(List::Sectors)) {
            *facets.sectors.entry(entry.sector).or_default() += 1;
        }
        for (_, entry) in self.matching(filter, &terms, Some(List::Kinds)) {
            *facets.kinds.entry(entry.kind).or_default() += 1;
        }
        for (_, entry) in self.matching(filter, &terms, Some(List::Organisations)) {
            let mut organisations = entry.organisations.clone();
            organisations.sort_unstable();
            organisations.dedup();
            for organisation in organisations {
                *facets.organisations.entry(organisation).or_default() += 1;
            }
        }
        facets
    }

    fn matching<'a>(
        &'a self,
        filter: &'a Filter,
        terms: &'a [String],
        without: Option<List>,
    ) -> impl Iterator<Item = (usize, &'a Entry)> {
        let asks = move |list: List| without != Some(list);
        self.entries.iter().enumerate().filter(move |(_, entry)| {
            (!asks(List::Places)
                || filter.places.is_empty()
                || entry
                    .places
                    .iter()
                    .any(|place| filter.places.contains(place)))
                && (!asks(List::Sectors)
                    || filter.sectors.is_empty()
                    || filter.sectors.contains(&entry.sector))
                && (!asks(List::Kinds)
                    || filter.kinds.is_empty()
                    || filter.kinds.contains(&entry.kind))
                && (!asks(List::Organisations)
                    || filter.organisations.is_empty()
                    || entry
                        .organisations
                        .iter()
                        .any(|o| filter.organisations.contains(o)))
                && filter.period.admits(entry.days)
                && terms.iter().all(|term| entry.words.contains(term.as_str()))
        })
    }
}

fn terms(text: &str) -> Vec<String> {
    text.split_whitespace()
        .map(|word| {
            let mut term = String::new();
            fold(word, &mut term);
            term
        })
        .collect()
}

/// Small letters without the marks of official romanisation, so that `nyemo`
/// finds Nyêmo.
fn fold(text: &str, into: &mut String) {
    for letter in text.chars().flat_map(char::to_lowercase) {
        into.push(match letter {
            'à' | 'á' | 'â' | 'ä' | 'ã' => 'a',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ò' | 'ó' | 'ô' | 'ö' => 'o',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            'ñ' => 'n',
            'ç' => 'c',
            '’' => '\'',
            other => other,
        });
    }
}
