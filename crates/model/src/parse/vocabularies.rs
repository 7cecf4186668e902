//! What the programme names itself: currencies, units, indicators, kinds and
//! levels. Records are of these, so that a wrong one leaves nothing to show.

use super::names::find;
use super::raw;
use crate::{
    Currency, CurrencyIx, Element, Fault, Indicator, Kind, Lang, Level, List, Problem, Unit,
    UnitMeasure,
};
use std::collections::HashSet;

pub(super) fn currencies(
    raws: Vec<raw::Currency>,
    languages: &[Lang],
) -> Result<Vec<Currency>, Problem> {
    let mut codes = HashSet::new();
    raws.into_iter()
        .enumerate()
        .map(|(position, raw)| {
            let is_code = raw.code.len() == 3 && raw.code.bytes().all(|b| b.is_ascii_uppercase());
            if !is_code {
                let fault = Fault::BadCurrency(raw.code.clone());
                return Err(Problem::of(List::Currencies, position, &raw.code, fault));
            }
            if !codes.insert(raw.code.clone()) {
                let fault = Fault::IdTwice;
                return Err(Problem::of(List::Currencies, position, &raw.code, fault));
            }
            Ok(Currency {
                code: raw.code,
                words: raw.words.map(|words| words.ordered(languages)),
                aliases: raw.aliases,
            })
        })
        .collect()
}

pub(super) fn units(
    raws: Vec<raw::Unit>,
    currencies: &[Currency],
    languages: &[Lang],
) -> Result<Vec<Unit>, Problem> {
    let positions = currencies
        .iter()
        .enumerate()
        .map(|(position, currency)| (currency.code.clone(), position))
        .collect();
    raws.into_iter()
        .enumerate()
        .map(|(position, raw)| {
            let measure = match (raw.words, raw.currency, raw.percent) {
                (Some(words), None, false) if raw.per.is_none() => {
                    Ok(UnitMeasure::Counted(words.ordered(languages)))
                }
                (None, Some(code), false) => find(List::Currencies, &positions, &code).map(|at| {
                    let per = raw.per.map(|per| per.ordered(languages));
                    UnitMeasure::Money(CurrencyIx::of(at), per)
                }),
                (None, None, true) if raw.per.is_none() => Ok(UnitMeasure::Percent),
                _ => Err(Fault::BadUnit),
            };
            match measure {
                Ok(measure) => Ok(Unit {
                    id: raw.id,
                    measure,
                    decimals: raw.decimals,
                }),
                Err(fault) => Err(Problem::of(List::Units, position, &raw.id, fault)),
            }
        })
        .collect()
}

pub(super) fn indicators(raws: Vec<raw::Indicator>, languages: &[Lang]) -> Vec<Indicator> {
    raws.into_iter()
        .map(|raw| Indicator {
            id: raw.id,
            name: raw.name.ordered(languages),
            adds: raw.adds,
            flow: raw.flow,
        })
        .collect()
}

pub(super) fn kinds(raws: Vec<raw::Kind>, languages: &[Lang]) -> Vec<Kind> {
    raws.into_iter()
        .map(|raw| Kind {
            id: raw.id,
            name: raw.name.ordered(languages),
            iati: raw.iati.unwrap_or(Element::Other),
        })
        .collect()
}

pub(super) fn levels(raws: Vec<raw::Level>, languages: &[Lang]) -> Vec<Level> {
    raws.into_iter()
        .map(|raw| Level {
            id: raw.id,
            name: raw.name.ordered(languages),
            area: raw.area,
            whole: raw.whole.map(|whole| whole.ordered(languages)),
        })
        .collect()
}
