//! The checked dataset: every reference is an index that exists.

use super::{
    Chart, ChartIx, Contact, Currency, CurrencyIx, Date, Days, Derived, Document, Family, FamilyIx,
    Indicator, IndicatorIx, Key, KeyFigure, Kind, KindIx, Lang, Level, LevelIx, Links, Located,
    Map, MapMeasure, MapRole, MeasureIx, Notes, Operand, Organisation, OrganisationIx, Place,
    PlaceIx, Plan, Purpose, Record, RecordIx, Sector, SectorIx, Story, StoryIx, Term, Text, Time,
    Unit, UnitIx,
};
use std::collections::HashMap;

/// One programme, checked.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Dataset {
    /// The dataset's id, for file names and links.
    pub id: String,
    /// The languages of its texts, the one to fall back on first.
    pub languages: Vec<Lang>,
    /// The programme's name.
    pub title: Text,
    /// A name for narrow places.
    pub short_title: Option<Text>,
    /// What the records are taken from.
    pub summary: Text,
    /// What was left out of the records, and why.
    pub left_out: Option<Text>,
    /// By what rule places are named.
    pub naming: Option<Text>,
    /// What the page says of this source.
    pub notes: Notes,
    /// The licence of the records, as an SPDX identifier.
    pub licence: String,
    /// The recipient country, as an ISO 3166-1 code.
    pub country: Option<String>,
    /// The day up to which an open period is drawn: that of the source.
    pub as_of: Date,
    /// Currencies.
    pub currencies: Vec<Currency>,
    /// Units.
    pub units: Vec<Unit>,
    /// Indicators.
    pub indicators: Vec<Indicator>,
    /// Kinds of records.
    pub kinds: Vec<Kind>,
    /// Levels of places.
    pub levels: Vec<Level>,
    /// What the map can be shaded by, beside the number of records.
    pub measures: Vec<MapMeasure>,
    /// What the map is shaded by until a reader chooses; none: the number of
    /// records.
    pub default_measure: Option<MeasureIx>,
    /// The figures that stand first on the page: the dataset's own, or the
    /// largest that its records state. One of a derived figure may lack a result.
    pub key_figures: Vec<KeyFigure>,
    /// Charts: the dataset's own, or those made from its indicators.
    pub charts: Vec<Chart>,
    /// Tours through views of the programme.
    pub stories: Vec<Story>,
    /// Terms that readers may not know.
    pub glossary: Vec<Term>,
    /// Whom to tell of errors.
    pub contact: Option<Contact>,
    /// The sources.
    pub documents: Vec<Document>,
    /// What the periods are called together.
    pub plans_name: Option<Text>,
    /// Periods that records name, such as plans, in order.
    pub plans: Vec<Plan>,
    /// Maps.
    pub maps: Vec<Map>,
    /// Places; a parent comes before its children.
    pub places: Vec<Place>,
    /// Families of sectors; none where each sector has a colour.
    pub families: Vec<Family>,
    /// Sectors, in the order of the timeline's lanes.
    pub sectors: Vec<Sector>,
    /// Organisations.
    pub organisations: Vec<Organisation>,
    /// Records.
    pub records: Vec<Record>,
    /// Figures computed from records.
    pub derived: Vec<Derived>,
    #[borsh(skip)]
    pub(crate) links: Links,
    /// Where the items that were kept stand in the file.
    pub origins: Origins,
    #[borsh(skip)]
    pub(crate) record_ids: HashMap<String, RecordIx>,
    /// Whether each place is on the main map, and in what area of it: looked at
    /// for every place of every record.
    pub(crate) on_map: Vec<OnMap>,
    /// The first and last day of all known times: looked at for every picture.
    pub(crate) extent: (Days, Days),
}

/// Where a place is on the main map.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OnMap {
    /// In an area, or it is one.
    Area(PlaceIx),
    /// On it, but in no area.
    Whole,
    /// Not on it.
    Not,
}

/// Where in the file's lists the items stand that were kept.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, Default)]
pub struct Origins {
    /// Records.
    pub records: Vec<usize>,
    /// Derived figures.
    pub derived: Vec<usize>,
    /// Maps.
    pub maps: Vec<usize>,
    /// Measures.
    pub measures: Vec<usize>,
    /// Key figures.
    pub key_figures: Vec<usize>,
    /// Charts.
    pub charts: Vec<usize>,
    /// Stories.
    pub stories: Vec<usize>,
    /// Terms.
    pub glossary: Vec<usize>,
}

/// Declares how items of a list are found.
macro_rules! lists {
    ($($list:ident: $of:ident, $by_id:ident, $get:ident, $ix:ident, $item:ident;)+) => {
        impl Dataset {$(
            #[doc = concat!("All indices of ", stringify!($list), ", in order.")]
            pub fn $of(&self) -> impl Iterator<Item = $ix> + use<> {
                (0..self.$list.len()).map($ix::of)
            }

            #[doc = concat!("The one of ", stringify!($list), " that has that id.")]
            #[must_use]
            pub fn $by_id(&self, id: &str) -> Option<$ix> {
                self.$list.iter().position(|item| item.id == id).map($ix::of)
            }

            #[doc = concat!("One of ", stringify!($list), ".")]
            #[must_use]
            pub fn $get(&self, ix: $ix) -> &$item {
                &self.$list[ix.at()]
            }
        )+}
    };
}

lists! {
    units: unit_indices, unit_by_id, unit, UnitIx, Unit;
    indicators: indicator_indices, indicator_by_id, indicator, IndicatorIx, Indicator;
    kinds: kind_indices, kind_by_id, kind, KindIx, Kind;
    levels: level_indices, level_by_id, level, LevelIx, Level;
    measures: measure_indices, measure_by_id, measure, MeasureIx, MapMeasure;
    charts: chart_indices, chart_by_id, chart, ChartIx, Chart;
    stories: story_indices, story_by_id, story, StoryIx, Story;
    places: place_indices, place_by_id, place, PlaceIx, Place;
    families: family_indices, family_by_id, family, FamilyIx, Family;
    sectors: sector_indices, sector_by_id, sector, SectorIx, Sector;
    organisations: organisation_indices, organisation_by_id, organisation, OrganisationIx, Organisation;
}

impl Dataset {
    /// The sectors of a family.
    pub fn sectors_of(&self, family: FamilyIx) -> impl Iterator<Item = SectorIx> + '_ {
        self.sector_indices()
            .filter(move |ix| self.sector(*ix).family == Some(family))
    }

    /// The record of that id.
    #[must_use]
    pub fn record_by_id(&self, id: &str) -> Option<RecordIx> {
        self.record_ids.get(id).copied()
    }

    /// A record.
    #[must_use]
    pub fn record(&self, ix: RecordIx) -> &Record {
        &self.records[ix.at()]
    }

    /// All record indices, in order.
    pub fn record_indices(&self) -> impl Iterator<Item = RecordIx> + use<> {
        (0..self.records.len()).map(RecordIx::of)
    }

    /// A place and what it lies in, innermost first.
    pub fn lineage(&self, place: PlaceIx) -> impl Iterator<Item = PlaceIx> + '_ {
        std::iter::successors(Some(place), |ix| self.place(*ix).parent)
    }

    /// A currency.
    #[must_use]
    pub fn currency(&self, ix: CurrencyIx) -> &Currency {
        &self.currencies[ix.at()]
    }

    /// A record's codes: its own, or its sector's.
    #[must_use]
    pub fn codes<'a>(&'a self, record: &'a Record) -> &'a [Purpose] {
        if record.codes.is_empty() {
            &self.sector(record.sector).codes
        } else {
            &record.codes
        }
    }

    /// Whether places of this one's level are drawn as areas.
    #[must_use]
    pub fn is_area(&self, place: PlaceIx) -> bool {
        self.place(place)
            .level
            .is_some_and(|level| self.level(level).area)
    }

    /// The area that a place lies in or is.
    #[must_use]
    pub fn area_of(&self, place: PlaceIx) -> Option<PlaceIx> {
        self.lineage(place).find(|ix| self.is_area(*ix))
    }

    /// The map of that id.
    #[must_use]
    pub fn map(&self, id: &str) -> Option<&Map> {
        self.maps.iter().find(|map| map.id == id)
    }

    /// The map that the records are of.
    #[must_use]
    pub fn main_map(&self) -> Option<&Map> {
        self.maps.iter().find(|map| map.role == MapRole::Main)
    }

    /// The maps beside it.
    pub fn insets(&self) -> impl Iterator<Item = &Map> {
        self.maps.iter().filter(|map| map.role == MapRole::Inset)
    }

    /// Whether a place lies in the place that a map is of.
    #[must_use]
    pub fn is_within(&self, place: PlaceIx, map: &Map) -> bool {
        map.place
            .is_some_and(|area| self.lineage(place).any(|ix| ix == area))
    }

    /// Whether a place is on the main map.
    #[must_use]
    pub fn is_on_map(&self, place: PlaceIx) -> bool {
        self.on_map[place.at()] != OnMap::Not
    }

    /// The part of the main map that a place is or lies in, if it is one of them alone.
    #[must_use]
    pub fn part_of_map(&self, place: PlaceIx) -> Option<PlaceIx> {
        match self.on_map[place.at()] {
            OnMap::Area(part) => Some(part),
            OnMap::Whole | OnMap::Not => None,
        }
    }

    /// The areas of the main map, in the order of places; where no level is one
    /// of areas, its places that hold no other.
    pub fn parts_of_map(&self) -> impl Iterator<Item = PlaceIx> + '_ {
        self.place_indices()
            .filter(|place| self.on_map[place.at()] == OnMap::Area(*place))
    }

    /// Whether places of some level are drawn as areas.
    #[must_use]
    pub fn has_areas(&self) -> bool {
        self.levels.iter().any(|level| level.area)
    }

    /// To what part of the main map the record is tied. Where no level is one of
    /// areas, each place is its own.
    #[must_use]
    pub fn located(&self, record: &Record) -> Located {
        let (mut found, mut is_whole) = (None, false);
        for place in &record.places {
            match (self.on_map[place.at()], found) {
                (OnMap::Area(area), Some(other)) if area != other => return Located::Several,
                (OnMap::Area(area), _) => found = Some(area),
                (OnMap::Whole, _) => is_whole = true,
                (OnMap::Not, _) => {}
            }
        }
        match found {
            Some(area) => Located::Area(area),
            None if is_whole => Located::Whole,
            None => Located::Nowhere,
        }
    }

    /// What a record is called that is tied to the main map's place as a whole.
    #[must_use]
    pub fn whole(&self) -> Option<&Text> {
        let place = self.place(self.main_map()?.place?);
        self.level(place.level?).whole.as_ref()
    }

    /// The first and last day of a time, as far as the source and the dataset
    /// know them: an open end reaches to the source's own date, an unknown
    /// start is the end's first day. `None` where nothing is known.
    #[must_use]
    pub fn days(&self, time: Time) -> Option<(Days, Days)> {
        match time {
            Time::Point(at) => Some((at.first_day(), at.last_day())),
            Time::Interval(from, to) => Some((from.first_day(), to.last_day())),
            Time::Plan(plan) => {
                let plan = &self.plans[plan.at()];
                Some((plan.from.first_day(), plan.to.last_day()))
            }
            Time::Since(from) => {
                Some((from.first_day(), self.as_of.last_day().max(from.last_day())))
            }
            Time::Until(to) => Some((to.first_day(), to.last_day())),
            Time::Unknown => None,
        }
    }

    /// The first and last day of all known times, or of the source's year.
    #[must_use]
    pub const fn extent(&self) -> (Days, Days) {
        self.extent
    }

    /// What a key figure means, for a reader of `lang`, and the language in which
    /// that is said; nothing where only the page has words for it.
    #[must_use]
    pub fn key_label<'a>(&'a self, figure: &'a KeyFigure, lang: Lang) -> Option<(&'a str, Lang)> {
        let said = |text: &'a Text| (text.get(lang), text.lang(lang));
        Some(match (&figure.label, figure.of) {
            (Some(label), _) => said(label),
            (None, Key::Figure(Operand::Value(record, _))) => {
                let record = self.record(record);
                (record.row_title(lang), record.title.lang(lang))
            }
            (None, Key::Figure(Operand::Derived(derived))) => {
                said(&self.derived[derived.at()].title)
            }
            (None, Key::Total(of)) => said(&self.indicator(of.indicator).name),
            (None, Key::Records | Key::Span(_)) => return None,
        })
    }

    /// What includes what, and what overlaps.
    #[must_use]
    pub const fn links(&self) -> &Links {
        &self.links
    }
}
