//! The sides by which records are parted, and their parts.

use model::{Dataset, KindIx, Located, PlaceIx, Record, RecordIx, SectorIx, Time, vocabulary};
use query::PlaceChoice;
use sorting::Arrange as _;

/// More rows or columns nobody takes in.
const MOST: usize = 40;

vocabulary! {
    /// A side of records, in the order of lists.
    Side {
        /// Where.
        Place = "place",
        /// In what sector.
        Sector = "sector",
        /// Of what kind.
        Kind = "kind",
        /// When.
        Time = "time",
    }
}

model::packed!(Side);

/// So many columns without anything are one.
const FOLDED: usize = 4;

/// Two sides, by which records are parted: never the same, which would say nothing.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sides {
    rows: Side,
    columns: Side,
}

impl Default for Sides {
    fn default() -> Self {
        Self {
            rows: Side::Place,
            columns: Side::Time,
        }
    }
}

impl Sides {
    /// Two sides; none where they are the same.
    #[must_use]
    pub fn new(rows: Side, columns: Side) -> Option<Self> {
        (rows != columns).then_some(Self { rows, columns })
    }

    /// The side of the rows.
    #[must_use]
    pub const fn rows(self) -> Side {
        self.rows
    }

    /// The side of the columns.
    #[must_use]
    pub const fn columns(self) -> Side {
        self.columns
    }

    /// With another side in the rows; where that is in the columns, they change places.
    #[must_use]
    pub fn with_rows(self, side: Side) -> Self {
        Self::new(side, self.columns).unwrap_or(self.turned())
    }

    /// The same of the columns.
    #[must_use]
    pub fn with_columns(self, side: Side) -> Self {
        Self::new(self.rows, side).unwrap_or(self.turned())
    }

    const fn turned(self) -> Self {
        Self {
            rows: self.columns,
            columns: self.rows,
        }
    }
}

/// A part of a side: a row or a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A place of the map, the whole of it, or none.
    Place(PlaceChoice),
    /// A sector.
    Sector(SectorIx),
    /// A kind.
    Kind(KindIx),
    /// From a year to another, which may be the same.
    Years(u16, u16),
    /// A time of more years than a column has, of an open end, or yet to come.
    Longer,
    /// A time that is not stated.
    NoTime,
    /// All that has no part of its own here.
    Rest,
}

/// The parts of a side, in order, with those that no record names.
pub fn parts(dataset: &Dataset, records: &[RecordIx], side: Side) -> Vec<Part> {
    match side {
        Side::Place => places(dataset, records),
        Side::Sector => capped(dataset.sector_indices().map(Part::Sector).collect()),
        Side::Kind => capped(dataset.kind_indices().map(Part::Kind).collect()),
        Side::Time => times(dataset, records),
    }
}

fn capped(mut parts: Vec<Part>) -> Vec<Part> {
    if parts.len() > MOST {
        parts.truncate(MOST);
        parts.push(Part::Rest);
    }
    parts
}

/// All areas of the map; where it has points alone, those that most records name.
fn places(dataset: &Dataset, records: &[RecordIx]) -> Vec<Part> {
    let mut counts = vec![0_usize; dataset.places.len()];
    let mut others: Vec<Part> = Vec::new();
    for ix in records {
        for part in of_place(dataset, dataset.record(*ix)) {
            match part {
                Part::Place(PlaceChoice::Place(place)) => counts[place.at()] += 1,
                other if !others.contains(&other) => others.push(other),
                _ => {}
            }
        }
    }
    let is_shown = |place: &PlaceIx| dataset.is_area(*place) || counts[place.at()] > 0;
    let mut shown: Vec<PlaceIx> = dataset.parts_of_map().filter(is_shown).collect();
    let is_cut = shown.len() > MOST;
    if is_cut {
        shown.arrange_by(|a, b| counts[b.at()].cmp(&counts[a.at()]));
        shown.truncate(MOST);
    }
    let place = |choice| Part::Place(choice);
    let mut parts: Vec<Part> = shown
        .into_iter()
        .map(|ix| place(PlaceChoice::Place(ix)))
        .collect();
    for last in [place(PlaceChoice::Whole), place(PlaceChoice::Nowhere)] {
        if others.contains(&last) {
            parts.push(last);
        }
    }
    if is_cut || others.contains(&Part::Rest) {
        parts.push(Part::Rest);
    }
    parts
}

/// The places of the map that a record names, itself or within them; else what stands
/// for them.
pub fn of_place(dataset: &Dataset, record: &Record) -> Vec<Part> {
    let lineages = record.places.iter().flat_map(|ix| dataset.lineage(*ix));
    let mut on_map: Vec<PlaceIx> = lineages.filter(|ix| is_part(dataset, *ix)).collect();
    on_map.arrange();
    on_map.dedup();
    if !on_map.is_empty() {
        let part = |place| Part::Place(PlaceChoice::Place(place));
        return on_map.into_iter().map(part).collect();
    }
    vec![match dataset.located(record) {
        Located::Whole => Part::Place(PlaceChoice::Whole),
        Located::Nowhere => Part::Place(PlaceChoice::Nowhere),
        Located::Area(_) | Located::Several => Part::Rest,
    }]
}

fn is_part(dataset: &Dataset, place: PlaceIx) -> bool {
    dataset.part_of_map(place) == Some(place)
}

/// The first and the last year of a time that has both.
#[must_use]
pub fn years(dataset: &Dataset, time: Time) -> Option<(u16, u16)> {
    let (from, to) = match time {
        Time::Point(at) => (at, at),
        Time::Interval(from, to) => (from, to),
        Time::Plan(ix) => {
            let plan = dataset.plans.get(ix.at())?;
            (plan.from, plan.to)
        }
        Time::Since(_) | Time::Until(_) | Time::Unknown => return None,
    };
    Some((from.year(), to.year()))
}

/// From the first year that records state, also as the begin of a longer time, to the
/// last one, which is not after the year of the source.
pub fn span(dataset: &Dataset, records: &[RecordIx]) -> Option<(u16, u16)> {
    let of = |ix: &RecordIx| match dataset.record(*ix).time.time {
        Time::Since(at) | Time::Until(at) => Some((at.year(), at.year())),
        time => years(dataset, time),
    };
    let all = || records.iter().filter_map(of);
    let first = all().map(|(first, _)| first).min()?;
    let last = all().map(|(_, last)| last).max()?;
    Some((first, last.min(dataset.as_of.year()).max(first)))
}

/// Each year of the span, or as many together as leave few enough; then longer times
/// and unknown ones, where there are some.
fn times(dataset: &Dataset, records: &[RecordIx]) -> Vec<Part> {
    let mut parts = Vec::new();
    if let Some((first, last)) = span(dataset, records) {
        let all = usize::from(last - first) + 1;
        let step = [1, 2, 5, 10, 20, 50, 100, 1000];
        let step = step.into_iter().find(|step| all.div_ceil(*step) < MOST);
        let step = step.unwrap_or(10_000);
        // As calendars count: 1990 to 1994, not 1991 to 1995.
        let step = u16::try_from(step).unwrap_or(u16::MAX);
        let mut from = first - first % step;
        while from <= last {
            let to = from.saturating_add(step - 1);
            parts.push(Part::Years(from, to));
            let Some(next) = to.checked_add(1) else { break };
            from = next;
        }
        parts = folded(dataset, records, &parts);
    }
    let ends: Vec<Part> = records
        .iter()
        .map(|ix| of_time(dataset, dataset.record(*ix).time.time, &parts))
        .collect();
    for last in [Part::Longer, Part::NoTime] {
        if ends.contains(&last) {
            parts.push(last);
        }
    }
    parts
}

/// The same, but years of which nothing is stated stand as one where they are many: what
/// is stated lies beside each other then, and a gap is as wide as any other column.
fn folded(dataset: &Dataset, records: &[RecordIx], parts: &[Part]) -> Vec<Part> {
    let times = records.iter().map(|ix| dataset.record(*ix).time.time);
    let stated: Vec<(u16, u16)> = times.filter_map(|time| years(dataset, time)).collect();
    let is_empty = |from: u16, to: u16| {
        let lies_within = |years: &(u16, u16)| from <= years.0 && years.1 <= to;
        !stated.iter().any(lies_within)
    };
    let mut all = Vec::with_capacity(parts.len());
    let mut rest = parts;
    while let [Part::Years(from, _), ..] = rest {
        // The longest run from here on without a time that lies in it.
        let ends = rest.iter().map_while(|part| match part {
            Part::Years(_, to) if is_empty(*from, *to) => Some(*to),
            _ => None,
        });
        let run: Vec<u16> = ends.collect();
        match run.last() {
            Some(last) if run.len() >= FOLDED => {
                all.push(Part::Years(*from, *last));
                rest = &rest[run.len()..];
            }
            _ => {
                all.extend(rest.first());
                rest = &rest[1..];
            }
        }
    }
    all
}

/// The part of time that a time lies in.
pub fn of_time(dataset: &Dataset, time: Time, parts: &[Part]) -> Part {
    if time == Time::Unknown {
        return Part::NoTime;
    }
    let within = |part: &&Part| match (**part, years(dataset, time)) {
        (Part::Years(from, to), Some((first, last))) => from <= first && last <= to,
        _ => false,
    };
    parts.iter().find(within).copied().unwrap_or(Part::Longer)
}
