//! What is looked up for every record, computed once a dataset.

use super::reach::{Reach, Selection, Stated};
use super::terms::{Gathering, Searchable, Term, terms};
use super::{Filter, PlaceChoice, fold};
use model::{Aspect, Dataset, KindIx, OrganisationIx, Record, RecordIx, SectorIx};
use sorting::Arrange as _;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// Signs of money that readers type, whichever currency is meant.
const SIGNS: [&str; 5] = ["¥", "cn¥", "$", "€", "£"];

/// So many records are made ready for a search at once: a few milliseconds of work.
const TOGETHER: usize = 128;

/// Answers filters on one dataset.
#[derive(Clone, Debug)]
pub struct Index {
    entries: Vec<Entry>,
    /// What each record offers to the search, so many together: most readers never
    /// search, and gathering it is most of the work.
    words: Vec<OnceLock<Vec<Searchable>>>,
    /// What it is gathered from, where that is left for later.
    later: Option<Later>,
    /// What may stand before an amount of money, folded.
    currencies: Vec<String>,
}

#[derive(Clone, Copy, Debug)]
struct Later {
    dataset: &'static Dataset,
    said: fn(&Dataset, &Record) -> Said,
}

#[derive(Clone, Debug)]
struct Entry {
    places: Vec<PlaceChoice>,
    sector: SectorIx,
    kind: KindIx,
    organisations: Vec<OrganisationIx>,
    lacks: Vec<Aspect>,
    stated: Option<Stated>,
}

/// How many records a choice would leave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// That lie within the period.
    pub within: usize,
    /// That only reach into it.
    pub reaching: usize,
}

impl Count {
    fn add(&mut self, reach: Reach) {
        match reach {
            Reach::Within => self.within += 1,
            Reach::Reaching => self.reaching += 1,
        }
    }

    /// Of both.
    #[must_use]
    pub const fn all(self) -> usize {
        self.within + self.reaching
    }
}

/// How many records each choice would leave, were it the only one of its list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// By place.
    pub places: BTreeMap<PlaceChoice, Count>,
    /// By sector.
    pub sectors: BTreeMap<SectorIx, Count>,
    /// By kind.
    pub kinds: BTreeMap<KindIx, Count>,
    /// By organisation.
    pub organisations: BTreeMap<OrganisationIx, Count>,
    /// By what is not stated.
    pub lacks: BTreeMap<Aspect, Count>,
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

/// The lists of a filter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Places,
    Sectors,
    Kinds,
    Organisations,
    Lacks,
}

impl Index {
    /// Reads all records once. `said` gives the words in which the page says a
    /// record's time and figures.
    #[must_use]
    pub fn new(dataset: &Dataset, said: impl Fn(&Record) -> Said) -> Self {
        let ready = |records: &[Record]| OnceLock::from(gathered(dataset, records, &said));
        let words = dataset.records.chunks(TOGETHER).map(ready).collect();
        Self::of(dataset, words, None)
    }

    /// The same, but what the search needs is gathered when it is asked for, or before
    /// that by [`Self::prepare`].
    #[must_use]
    pub fn later(dataset: &'static Dataset, said: fn(&Dataset, &Record) -> Said) -> Self {
        let chunks = dataset.records.len().div_ceil(TOGETHER);
        let words = (0..chunks).map(|_| OnceLock::new()).collect();
        Self::of(dataset, words, Some(Later { dataset, said }))
    }

    /// Makes some more records ready for a search; whether there are others left.
    #[must_use]
    pub fn prepare(&self) -> bool {
        if let Some(next) = self.unready(0) {
            self.words_of(next * TOGETHER);
            return self.unready(next).is_some();
        }
        false
    }

    /// Whether a search finds all that it needs at hand.
    #[must_use]
    pub fn is_prepared(&self) -> bool {
        self.unready(0).is_none()
    }

    /// The first records from there on that are not ready.
    fn unready(&self, from: usize) -> Option<usize> {
        let mut words = self.words.iter().skip(from);
        words
            .position(|words| words.get().is_none())
            .map(|at| at + from)
    }

    fn words_of(&self, position: usize) -> Option<&Searchable> {
        let words = self.words.get(position / TOGETHER)?.get_or_init(|| {
            let Some(Later { dataset, said }) = self.later else {
                return Vec::new();
            };
            let records = dataset.records.chunks(TOGETHER).nth(position / TOGETHER);
            let said = |record: &Record| said(dataset, record);
            gathered(dataset, records.unwrap_or_default(), said)
        });
        words.get(position % TOGETHER)
    }

    fn of(dataset: &Dataset, words: Vec<OnceLock<Vec<Searchable>>>, later: Option<Later>) -> Self {
        let entries = dataset
            .records
            .iter()
            .enumerate()
            .map(|(position, record)| {
                let mut places: Vec<PlaceChoice> = record
                    .places
                    .iter()
                    .flat_map(|place| dataset.lineage(*place))
                    .map(PlaceChoice::Place)
                    .chain(PlaceChoice::of(dataset.located(record)))
                    .collect();
                places.arrange();
                places.dedup();
                let organisations = record.organisations.iter().map(|o| o.organisation);
                let organisations = sorting::set(organisations).into_iter().collect();
                Entry {
                    places,
                    sector: record.sector,
                    kind: record.kind,
                    organisations,
                    lacks: dataset.lacks(RecordIx::of(position)).collect(),
                    stated: Stated::of(dataset, record.time.time),
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
        currencies.arrange_by_key(|name| std::cmp::Reverse(name.len()));
        Self {
            entries,
            words,
            later,
            currencies,
        }
    }

    /// The records that the filter selects, in the dataset's order.
    #[must_use]
    pub fn select(&self, filter: &Filter) -> Vec<RecordIx> {
        self.selection(filter).all().to_vec()
    }

    /// The same, told apart by how they lie to the filter's period.
    #[must_use]
    pub fn selection(&self, filter: &Filter) -> Selection {
        let terms = terms(&filter.text, &self.currencies);
        let period = filter.period;
        let found = self.at_any_time(filter, &terms);
        Selection::new(found.filter_map(|(position, entry)| {
            let reach = period.reach_of(entry.stated);
            let is_left_out = reach.is_none() && entry.stated.is_some();
            (!is_left_out).then(|| (RecordIx::of(position), reach))
        }))
    }

    /// Counts for every choice of every list.
    #[must_use]
    pub fn facets(&self, filter: &Filter) -> Facets {
        let terms = terms(&filter.text, &self.currencies);
        let mut facets = Facets::default();
        for (position, entry) in self.entries.iter().enumerate() {
            let Some(reach) = filter.period.reach_of(entry.stated) else {
                continue;
            };
            let mut failed = entry.fails(filter);
            let (first, second) = (failed.next(), failed.next());
            drop(failed);
            // What two lists keep out no single choice lets in.
            if second.is_some() || !self.has(position, &terms) {
                continue;
            }
            let counts = |list: List| first.is_none_or(|failed| failed == list);
            if counts(List::Places) {
                for place in &entry.places {
                    facets.places.entry(*place).or_default().add(reach);
                }
            }
            if counts(List::Sectors) {
                facets.sectors.entry(entry.sector).or_default().add(reach);
            }
            if counts(List::Kinds) {
                facets.kinds.entry(entry.kind).or_default().add(reach);
            }
            if counts(List::Organisations) {
                for organisation in &entry.organisations {
                    let counts = &mut facets.organisations;
                    counts.entry(*organisation).or_default().add(reach);
                }
            }
            if counts(List::Lacks) {
                for aspect in &entry.lacks {
                    facets.lacks.entry(*aspect).or_default().add(reach);
                }
            }
        }
        facets
    }

    /// What all of the filter but its period selects.
    fn at_any_time<'a>(
        &'a self,
        filter: &'a Filter,
        terms: &'a [Term],
    ) -> impl Iterator<Item = (usize, &'a Entry)> {
        let all = self.entries.iter().enumerate();
        all.filter(move |(position, entry)| {
            entry.fails(filter).next().is_none() && self.has(*position, terms)
        })
    }

    fn has(&self, position: usize, terms: &[Term]) -> bool {
        terms.is_empty()
            || self
                .words_of(position)
                .is_some_and(|words| words.has(terms))
    }
}

impl Entry {
    /// The lists of a filter that do not choose it.
    fn fails(&self, filter: &Filter) -> impl Iterator<Item = List> {
        fn none<T: Ord>(chosen: &BTreeSet<T>, own: &[T]) -> bool {
            !chosen.is_empty() && !own.iter().any(|one| chosen.contains(one))
        }
        let failed = [
            (List::Places, none(&filter.places, &self.places)),
            (List::Sectors, none(&filter.sectors, &[self.sector])),
            (List::Kinds, none(&filter.kinds, &[self.kind])),
            (
                List::Organisations,
                none(&filter.organisations, &self.organisations),
            ),
            (List::Lacks, none(&filter.lacks, &self.lacks)),
        ];
        let failed = failed.into_iter().filter(|(_, is_failed)| *is_failed);
        failed.map(|(list, _)| list)
    }
}

/// What some records offer to the search.
fn gathered(
    dataset: &Dataset,
    records: &[Record],
    said: impl Fn(&Record) -> Said,
) -> Vec<Searchable> {
    let each = |record| searchable(dataset, record, said(record));
    records.iter().map(each).collect()
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
    for place in record.places.iter().map(|ix| dataset.place(*ix)) {
        for other in &place.names {
            words.text(&other.name);
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
