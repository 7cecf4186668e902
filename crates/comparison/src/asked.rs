//! What a reader asks to see side by side.

use crate::subject::{On, Subject, counted, most, subjects};
use crate::{Compared, Difference, compare};
use model::{Dataset, UnitIx};
use query::{Facets, Filter, Index, PlaceChoice};
use sorting::Arrange as _;

/// Two to four of one kind, each once, in the order in which they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subjects(Vec<Subject>);

impl Subjects {
    /// The fewest and the most.
    pub const COUNT: std::ops::RangeInclusive<usize> = 2..=4;

    /// Those; none where they are too few, too many, of several kinds, or one twice.
    #[must_use]
    pub fn new(all: Vec<Subject>) -> Option<Self> {
        let on = all.first()?.on();
        let is_new = |(at, subject): (usize, &Subject)| !all[..at].contains(subject);
        let is_right = Self::COUNT.contains(&all.len())
            && all.iter().all(|subject| subject.on() == on)
            && all.iter().enumerate().all(is_new);
        is_right.then_some(Self(all))
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Subject] {
        &self.0
    }

    /// Of what kind they are.
    #[must_use]
    pub fn on(&self) -> On {
        self.0.first().map_or(On::Place, |subject| subject.on())
    }

    /// With one more, where there is room for it.
    #[must_use]
    pub fn with(&self, subject: Subject) -> Option<Self> {
        Self::new(self.0.iter().copied().chain([subject]).collect())
    }

    /// Without one, where enough are left.
    #[must_use]
    pub fn without(&self, subject: Subject) -> Option<Self> {
        let others = self.0.iter().copied().filter(|other| *other != subject);
        Self::new(others.collect())
    }

    /// What is compared where nobody asked for anything: two to four that the filter
    /// chooses of one kind, else the two of a kind between which most can be told.
    #[must_use]
    pub fn suggested(
        dataset: &Dataset,
        index: &Index,
        filter: &Filter,
        on: Option<On>,
    ) -> Option<Self> {
        let kinds: &[On] = on.as_ref().map_or(On::ALL, std::slice::from_ref);
        let ticked = kinds.iter().find_map(|of| Self::chosen(filter, *of));
        ticked.or_else(|| {
            let facets = index.facets(filter);
            let mut all = kinds.iter();
            all.find_map(|of| richest(dataset, index, (filter, &facets), *of))
        })
    }

    /// Two to four of one kind, where the filter chooses some.
    #[must_use]
    pub fn ticked(filter: &Filter) -> Option<Self> {
        On::ALL.iter().find_map(|on| Self::chosen(filter, *on))
    }

    fn chosen(filter: &Filter, on: On) -> Option<Self> {
        Self::new(match on {
            On::Place => filter.places.iter().copied().map(Subject::Place).collect(),
            On::Sector => {
                let all = filter.sectors.iter().copied();
                all.map(Subject::Sector).collect()
            }
            On::Kind => filter.kinds.iter().copied().map(Subject::Kind).collect(),
            On::Organisation => {
                let all = filter.organisations.iter().copied();
                all.map(Subject::Organisation).collect()
            }
            On::Time => Vec::new(),
        })
    }
}

/// Of so many, those with most records, it is looked which state most.
const LOOKED_AT: usize = 12;

/// Of so many, those that state most, it is looked which two have most differences.
const PAIRED: usize = 4;

/// The two between which most differences can be told; of those alike, the two of which
/// most figures are stated.
fn richest(
    dataset: &Dataset,
    index: &Index,
    (filter, facets): (&Filter, &Facets),
    on: On,
) -> Option<Subjects> {
    // The whole and no place at all are no places to hold against others.
    let is_one = |(subject, _): &(Subject, usize)| match subject {
        Subject::Place(PlaceChoice::Place(place)) => dataset.part_of_map(*place) == Some(*place),
        Subject::Place(PlaceChoice::Whole | PlaceChoice::Nowhere) => false,
        _ => true,
    };
    let all = match on {
        On::Time => subjects(dataset, index, (filter, facets), on),
        _ => {
            let mut all = counted(dataset, facets, on);
            all.retain(is_one);
            most(all, LOOKED_AT)
        }
    };
    let figures = |subject: Subject| {
        let selection = index.selection(&subject.alone(filter));
        let records = selection.within();
        let values = records.iter().map(|ix| dataset.record(*ix).values.len());
        (!records.is_empty()).then(|| (subject, values.sum::<usize>()))
    };
    let mut counted: Vec<(Subject, usize)> = all.into_iter().filter_map(figures).collect();
    counted.arrange_by_key(|(_, count)| std::cmp::Reverse(*count));
    counted.truncate(PAIRED);
    let pairs = counted.iter().enumerate().flat_map(|(at, (a, _))| {
        let others = counted[at + 1..].iter();
        others.filter_map(|(b, _)| Subjects::new(vec![*a, *b]))
    });
    let told = |pair: &Subjects| {
        let made = compare(dataset, Compared::sides(index, filter, pair), By::Amount);
        let all = made.rows.iter().flat_map(|row| &row.differences);
        all.filter(|difference| matches!(difference, Difference::Told(_)))
            .count()
    };
    let mut pairs: Vec<(usize, Subjects)> = pairs.map(|pair| (told(&pair), pair)).collect();
    // The first of those alike has most figures.
    pairs.arrange_by_key(|(told, _)| std::cmp::Reverse(*told));
    pairs.into_iter().next().map(|(_, pair)| pair)
}

/// As what figures are shown.
#[derive(
    borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Copy, Debug, Default, PartialEq, Eq,
)]
pub enum By {
    /// As they are stated.
    #[default]
    Amount,
    /// In hundredths of what counts them within itself.
    Share,
    /// For each of what the same record counts in this unit.
    Per(UnitIx),
}
