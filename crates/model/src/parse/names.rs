//! Ids and dates, and the positions of everything that has an id.

use super::raw;
use crate::{Date, Fault, IndicatorIx, Lang, List, Problem, Quantity, Spot, UnitIx};
use std::collections::HashMap;

/// Positions by id.
pub(super) type Positions = HashMap<String, usize>;

/// The positions of everything that has an id.
pub(super) struct Names {
    pub languages: Vec<Lang>,
    pub units: Positions,
    pub indicators: Positions,
    pub kinds: Positions,
    pub levels: Positions,
    pub periods: Positions,
    pub places: Positions,
    pub families: Positions,
    pub sectors: Positions,
    pub organisations: Positions,
    /// The documents, each with its sections.
    pub documents: HashMap<String, (usize, Positions)>,
}

impl Names {
    pub(super) fn new(file: &raw::File<'_>) -> Result<Self, Problem> {
        let documents = unique(List::Documents, file.documents.iter().map(|x| &x.id))?;
        let sections = |position: usize| {
            let sections = file.documents[position].sections.iter().enumerate();
            // Of two sections of one id the first holds.
            sections
                .rev()
                .map(|(position, section)| (section.id.clone(), position))
                .collect()
        };
        let mut languages = file.languages.clone();
        if languages.is_empty() {
            languages.extend(file.title.iter().map(|(lang, _)| lang));
        }
        Ok(Self {
            languages,
            units: unique(List::Units, file.units.iter().map(|x| &x.id))?,
            indicators: unique(List::Indicators, file.indicators.iter().map(|x| &x.id))?,
            kinds: unique(List::Kinds, file.kinds.iter().map(|x| &x.id))?,
            levels: unique(List::Levels, file.levels.iter().map(|x| &x.id))?,
            periods: unique(List::Periods, file.periods.iter().map(|x| &x.id))?,
            places: unique(List::Places, file.places.iter().map(|x| &x.id))?,
            families: unique(List::Families, file.families.iter().map(|x| &x.id))?,
            sectors: unique(List::Sectors, file.sectors.iter().map(|x| &x.id))?,
            organisations: unique(
                List::Organisations,
                file.organisations.iter().map(|x| &x.id),
            )?,
            documents: documents
                .into_iter()
                .map(|(id, position)| (id, (position, sections(position))))
                .collect(),
        })
    }

    /// An indicator in a unit.
    pub(super) fn quantity(&self, indicator: &str, unit: &str) -> Result<Quantity, Fault> {
        Ok(Quantity {
            indicator: self.indicator(indicator)?,
            unit: self.unit(unit)?,
        })
    }

    pub(super) fn indicator(&self, id: &str) -> Result<IndicatorIx, Fault> {
        find(List::Indicators, &self.indicators, id).map(IndicatorIx::of)
    }

    pub(super) fn unit(&self, id: &str) -> Result<UnitIx, Fault> {
        find(List::Units, &self.units, id).map(UnitIx::of)
    }
}

pub(super) fn unique<'a>(
    list: List,
    ids: impl Iterator<Item = &'a String>,
) -> Result<Positions, Problem> {
    let mut positions = HashMap::new();
    for (position, id) in ids.enumerate() {
        let fault = match () {
            () if !is_id(id) => Fault::BadId(id.clone()),
            () if positions.insert(id.clone(), position).is_some() => Fault::IdTwice,
            () => continue,
        };
        return Err(Problem::of(list, position, id, fault));
    }
    Ok(positions)
}

/// Ids stand in links, in lists parted by commas.
pub(super) fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

pub(super) fn find(list: List, positions: &Positions, id: &str) -> Result<usize, Fault> {
    positions.get(id).copied().ok_or_else(|| Fault::NotThere {
        list,
        id: id.to_owned(),
    })
}

pub(super) fn date(text: &str) -> Result<Date, Fault> {
    Date::parse(text).ok_or_else(|| Fault::BadDate(text.to_owned()))
}

pub(super) fn date_of_field(field: &'static str, text: &str) -> Result<Date, Problem> {
    date(text).map_err(|fault| Problem {
        at: Spot::Field(field.to_owned()),
        fault,
    })
}
