//! The lists of a dataset that records name things of: each thing once.

use super::items::{Amount, Measure, Spot};
use crate::countries;
use crate::draft::{self, Ids, Words};
use model::Lang;
use std::collections::HashMap;

/// Things of one sort, by what tells them apart.
pub struct Listed<T> {
    ids: Ids,
    known: HashMap<String, String>,
    /// All of them, in the order in which they were named.
    pub items: Vec<T>,
}

impl<T> Listed<T> {
    /// None yet.
    pub fn new() -> Self {
        Self {
            ids: Ids::default(),
            known: HashMap::new(),
            items: Vec::new(),
        }
    }

    /// Whether a thing was named before, or there is room for one more.
    pub fn has_room(&self, key: &str, most: usize) -> bool {
        self.items.len() < most || self.known.contains_key(key)
    }

    /// The id of a thing, which is made if it was not named before. Its id is
    /// like `wanted`, or begins with `sort`.
    pub fn id(
        &mut self,
        key: &str,
        wanted: &str,
        sort: &str,
        make: impl FnOnce(String) -> T,
    ) -> String {
        if let Some(id) = self.known.get(key) {
            return id.clone();
        }
        let id = self.ids.make(wanted, sort);
        self.known.insert(key.to_owned(), id.clone());
        self.items.push(make(id.clone()));
        id
    }
}

/// How many indicators, and kinds of records, have a name of their own. A column
/// of more is none of them.
pub const MOST: usize = 100;

/// Places and their levels.
pub struct Places {
    all: Listed<draft::Place>,
    has: [bool; 2],
    origin: String,
    lang: Lang,
}

const COUNTRY: &str = "country";
const PLACE: &str = "place";

impl Places {
    /// None yet; points are the file's own.
    pub fn new(origin: &str, lang: Lang) -> Self {
        Self {
            all: Listed::new(),
            has: [false; 2],
            origin: origin.to_owned(),
            lang,
        }
    }

    /// The id of a place; where it has no name, its record's title is one.
    pub fn id(&mut self, spot: &Spot, title: &str) -> String {
        let is_country = spot.name.is_empty() && spot.point.is_none();
        let parent = (!spot.country.is_empty()).then(|| self.country(&spot.country));
        if let Some(country) = parent.clone().filter(|_| is_country) {
            return country;
        }
        let name = if spot.name.is_empty() {
            title
        } else {
            &spot.name
        };
        let point = spot
            .point
            .map(|at| (at.longitude.to_bits(), at.latitude.to_bits()));
        let key = format!("{PLACE}\u{0}{name}\u{0}{}\u{0}{point:?}", spot.country);
        self.has[1] = true;
        let coordinates = spot.point.map(|at| draft::Coordinates {
            longitude: at.longitude,
            latitude: at.latitude,
            precision: spot.precision,
            origin: self.origin.clone(),
        });
        let name_words = Words::of(self.lang, name);
        self.all.id(&key, name, PLACE, |id| draft::Place {
            id,
            name: name_words,
            level: Some(PLACE.to_owned()),
            parent,
            coordinates,
        })
    }

    fn country(&mut self, name: &str) -> String {
        self.has[0] = true;
        let lang = self.lang;
        self.all
            .id(&format!("{COUNTRY}\u{0}{name}"), name, COUNTRY, |id| {
                draft::Place {
                    id,
                    name: countries::named(name).unwrap_or_else(|| Words::of(lang, name)),
                    level: Some(COUNTRY.to_owned()),
                    parent: None,
                    coordinates: None,
                }
            })
    }

    /// The places and the levels that they are of.
    pub fn done(self) -> (Vec<draft::Place>, Vec<draft::Level>) {
        let levels = [
            (COUNTRY, Words::own("Country", "国家")),
            (PLACE, Words::own("Place", "地点")),
        ];
        let levels = levels.into_iter().zip(self.has).filter(|(_, has)| *has);
        let levels = levels.map(|((id, name), _)| draft::Level {
            id: id.to_owned(),
            name,
            whole: None,
        });
        (self.all.items, levels.collect())
    }
}

/// Indicators, units and currencies.
pub struct Quantities {
    /// What values measure.
    pub indicators: Listed<draft::Indicator>,
    /// In what.
    pub units: Listed<draft::Unit>,
    /// Of what money.
    pub currencies: Listed<draft::Currency>,
    /// How many values there are of each indicator in each unit.
    pub counts: Vec<((String, String), usize)>,
    positions: HashMap<(String, String), usize>,
}

impl Quantities {
    /// None yet.
    pub fn new() -> Self {
        Self {
            indicators: Listed::new(),
            units: Listed::new(),
            currencies: Listed::new(),
            counts: Vec::new(),
            positions: HashMap::new(),
        }
    }

    /// The ids of an amount's indicator and unit.
    pub fn of(&mut self, amount: &Amount, lang: Lang) -> (String, String) {
        let is_money = matches!(amount.measure, Measure::Money(_) | Measure::Unnamed);
        // A column of money may hold a percentage: never the same indicator.
        let key = format!("{is_money} {} {}", amount.is_apart, amount.indicator);
        let own = &amount.indicator;
        let mut name = Words::of(lang, own);
        if amount.measure == Measure::Unnamed {
            name = Words::own(
                format!("{own} (¤: currency not stated)"),
                format!("{own}（¤：未注明币种）"),
            );
        }
        if amount.is_apart {
            name = Words::own(
                format!("{own} (not for totals, by its publisher)"),
                format!("{own}（发布者注明不宜相加）"),
            );
        }
        let adds = is_money && !amount.is_apart && may_add(&amount.indicator);
        if !self.indicators.has_room(&key, MOST) {
            let make = |id| draft::Indicator {
                id,
                name: Words::own("Other", "其他"),
                adds: false,
                flow: false,
            };
            let other = self.indicators.id("", "other", "other", make);
            let unit = self.unit(&amount.measure);
            return self.count((other, unit));
        }
        let indicator = self
            .indicators
            .id(&key, &amount.indicator, "indicator", |id| {
                draft::Indicator {
                    id,
                    name,
                    adds,
                    flow: false,
                }
            });
        let unit = self.unit(&amount.measure);
        self.count((indicator, unit))
    }

    fn count(&mut self, both: (String, String)) -> (String, String) {
        let next = self.counts.len();
        let at = *self.positions.entry(both.clone()).or_insert(next);
        if at == next {
            self.counts.push((both.clone(), 0));
        }
        if let Some((_, count)) = self.counts.get_mut(at) {
            *count += 1;
        }
        both
    }

    fn unit(&mut self, measure: &Measure) -> String {
        let (id, words, percent) = match measure {
            Measure::Money(code) => {
                let of_code = |_| draft::Currency { code: code.clone() };
                self.currencies.id(code, code, "currency", of_code);
                let make = |id| draft::Unit {
                    id,
                    currency: Some(code.clone()),
                    ..draft::Unit::default()
                };
                return self.units.id(code, code, "money", make);
            }
            Measure::Unnamed => (
                "currency-not-stated",
                // The sign for a currency that is not named.
                Some(Words::own("¤ {n}", "¤ {n}")),
                false,
            ),
            Measure::Number => ("number", Some(Words::own("{n}", "{n}")), false),
            Measure::Percent => ("percent", None, true),
        };
        self.units.id(id, id, id, |id| draft::Unit {
            id,
            words,
            currency: None,
            percent,
        })
    }
}

/// Whether money of this name may be added up: not what is an average, a price
/// for each, a running total that holds earlier rows already, or what somebody has
/// split among places, whose equal shares look like one that is repeated.
fn may_add(name: &str) -> bool {
    const NOT: [&str; 11] = [
        "per",
        "average",
        "mean",
        "median",
        "rate",
        "cumulative",
        "balance",
        "outstanding",
        "price",
        "cumul",
        "split",
    ];
    let words = super::heads::normal(name);
    !words.split(' ').any(|word| NOT.contains(&word)) && !words.contains("累计")
}
