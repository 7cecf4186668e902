//! What is looked up for every record, computed once a dataset.

use super::terms::{Gathering, Searchable, Term, terms};
use super::{Filter, PlaceChoice, fold};
use model::{Dataset, Days, KindIx, OrganisationIx, Record, RecordIx, SectorIx};
use std::collections::BTreeMap;

/// Signs of money that readers type, whichever currency is meant.
const SIGNS: [&str; 5] = ["¥", "cn¥", "$", "€", "£"];

/// Answers filters on one dataset.
#[derive(Clone, Debug)]
pub struct Index {
    entries: Vec<Entry>,
    /// What may stand before an amount of money, folded.
    currencies: Vec<String>,
}

#[derive(Clone, Debug)]
struct Entry {
    places: Vec<PlaceChoice>,
    sector: SectorIx,
    kind: KindIx,
    organisations: Vec<OrganisationIx>,
    days: Option<(Days, Days)>,
    words: Searchable,
}

/// How many records each choice would leave, were it the only one of its list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// By place.
    pub places: BTreeMap<PlaceChoice, usize>,
    /// By sector.
    pub sectors: BTreeMap<SectorIx, usize>,
    /// By kind.
    pub kinds: BTreeMap<KindIx, usize>,
    /// By organisation.
    pub organisations: BTreeMap<OrganisationIx, usize>,
}

/// What the page says of a record beside the dataset's own texts, in every
/// language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Texts, whose numbers can be searched for.
    pub texts: Vec<String>,
    /// Names, and numbers that the dataset holds anyway.
    pub names: Vec<String>,
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
    /// Reads all records once. `said` gives the words in which the page says a
    /// record's time and figures.
    #[must_use]
    pub fn new(dataset: &Dataset, said: impl Fn(&Record) -> Said) -> Self {
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
                    words: searchable(dataset, record, said(record)),
                }
            })
            .collect();
        let currencies = dataset.currencies.iter().flat_map(|currency| {
            let aliases = currency.aliases.iter().map(|alias| fold(alias));
            aliases.chain([fold(&currency.code)])
        });
        let mut currencies: Vec<String> = currencies.collect();
        currencies.extend(SIGNS.map(str::to_owned));
        // Of two of which one begins with the other the longer holds.
        currencies.sort_by_key(|name| std::cmp::Reverse(name.len()));
        Self {
            entries,
            currencies,
        }
    }

    /// The records that the filter selects, in the dataset's order.
    #[must_use]
    pub fn select(&self, filter: &Filter) -> Vec<RecordIx> {
        let terms = terms(&filter.text, &self.currencies);
        self.matching(filter, &terms, None)
            .map(|(position, _)| RecordIx::of(position))
            .collect()
    }

    /// Counts for every choice of every list.
    #[must_use]
    pub fn facets(&self, filter: &Filter) -> Facets {
        let terms = terms(&filter.text, &self.currencies);
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
        terms: &'a [Term],
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
                && entry.words.has(terms)
        })
    }
}

/// All that is on screen in a record's row or when it is open, in every language.
fn searchable(dataset: &Dataset, record: &Record, said: Said) -> Searchable {
    let mut words = Gathering::default();
    words.name(&record.id);
    let sector = dataset.sector(record.sector);
    let codes = dataset.codes(record);
    for purpose in codes {
        words.name(&purpose.code);
    }
    let labels = record
        .values
        .iter()
        .filter_map(|value| value.label.as_ref());
    let texts = [&record.title, &record.note, &sector.name];
    let purposes = codes.iter().map(|purpose| &purpose.name);
    let more = purposes.chain(labels).chain(&record.time.note);
    let names = [&dataset.kind(record.kind).name];
    for text in texts.into_iter().chain(more).chain(names) {
        for (_, text) in text.iter() {
            words.text(text);
        }
    }
    for text in &said.texts {
        words.text(text);
    }
    for name in &said.names {
        words.name(name);
    }
    for value in &record.values {
        let unit = dataset.unit(value.of.unit);
        words.amount(value.amount, unit.is_percent());
        for (_, name) in dataset.indicator(value.of.indicator).name.iter() {
            words.name(name);
        }
        if let Some(currency) = unit.currency() {
            let currency = dataset.currency(currency);
            words.name(&currency.code);
            for alias in &currency.aliases {
                words.name(alias);
            }
        }
    }
    let places = record.places.iter().map(|ix| {
        let place = dataset.place(*ix);
        (&place.name, &place.aliases)
    });
    let organisations = record.organisations.iter().map(|part| {
        let organisation = dataset.organisation(part.organisation);
        (&organisation.name, &organisation.aliases)
    });
    for (name, aliases) in places.chain(organisations) {
        for (_, name) in name.iter() {
            words.text(name);
        }
        for alias in aliases {
            words.spelling(alias);
        }
    }
    words.searchable()
}
