//! Derived figures.

use super::names::is_id;
use super::{Reader, Unlinked, raw};
use crate::{Derived, DerivedIx, Fault, Formula, List, Operand, UnitIx};
use serde_json::value::RawValue;
use sorting::Arrange as _;

impl Reader<'_> {
    /// Reads all derived figures; one that is wrong is reported and left out.
    pub(super) fn derived(&mut self, raws: &[&RawValue], records: &[Unlinked]) -> Vec<Derived> {
        let mut derived: Vec<Derived> = Vec::new();
        for (position, raw) in raws.iter().enumerate() {
            let read = serde_json::from_str::<raw::Derived>(raw.get())
                .map_err(|error| (String::new(), Fault::unreadable(&error)))
                .and_then(|raw| {
                    let id = raw.id.clone();
                    self.figure(raw, records, &derived)
                        .map_err(|fault| (id, fault))
                });
            match read {
                Ok(figure) => {
                    let ix = DerivedIx::of(derived.len());
                    self.derived_ids.insert(figure.id.clone(), ix);
                    self.origins.derived.push(position);
                    derived.push(figure);
                }
                Err((id, fault)) => self.report(List::Derived, position, &id, fault),
            }
        }
        derived
    }

    fn figure(
        &self,
        raw: raw::Derived,
        records: &[Unlinked],
        before: &[Derived],
    ) -> Result<Derived, Fault> {
        if !is_id(&raw.id) {
            return Err(Fault::BadId(raw.id));
        }
        if self.record_ids.contains_key(&raw.id) || self.derived_ids.contains_key(&raw.id) {
            return Err(Fault::IdTwice);
        }
        let operand = |reference: &String| self.operand(reference, records);
        let list = |of: &[String]| of.iter().map(operand).collect::<Result<Vec<_>, _>>();
        let formula = match &raw.formula {
            raw::Formula::Sum { of } => Formula::Sum(list(of)?),
            raw::Formula::Product { of } => Formula::Product(list(of)?),
            raw::Formula::Difference { of, minus } => {
                Formula::Difference(operand(of)?, operand(minus)?)
            }
            raw::Formula::Ratio { of, to } => Formula::Ratio(operand(of)?, operand(to)?),
            raw::Formula::Share { of, to } => Formula::Share(operand(of)?, operand(to)?),
            raw::Formula::Growth { from, to } => Formula::Growth(operand(from)?, operand(to)?),
        };
        let stated = raw.stated.as_ref().map(operand).transpose()?;
        let unit = self.names.unit(&raw.unit)?;
        let unit_of = |operand: Operand| match operand {
            Operand::Value(ix, position) => records[ix.at()].0.values[position].of.unit,
            Operand::Derived(ix) => before[ix.at()].unit,
        };
        self.one_currency(&formula, unit, stated, unit_of)?;
        let indicator = raw.indicator.as_ref().map(|id| self.names.indicator(id));
        let indicator = indicator.transpose()?;
        let languages = &self.names.languages;
        let title = raw.title.ordered(languages);
        let note = raw.note.map(|note| note.ordered(languages));
        Ok(Derived {
            id: raw.id,
            title,
            note,
            unit,
            indicator,
            formula,
            stated,
            amount: None,
        })
    }

    /// Whether a figure in `unit` is computed from, and compared with, money of
    /// one currency. A ratio or a product may take others: a rate of exchange.
    fn one_currency(
        &self,
        formula: &Formula,
        unit: UnitIx,
        stated: Option<Operand>,
        unit_of: impl Fn(Operand) -> UnitIx,
    ) -> Result<(), Fault> {
        let currency = |unit: UnitIx| self.units[unit.at()].currency();
        let taken: Vec<_> = formula
            .operands()
            .into_iter()
            .filter_map(|operand| currency(unit_of(operand)))
            .collect();
        let own = currency(unit);
        let mut together: Vec<_> = match formula {
            Formula::Sum(_) | Formula::Difference(..) => taken.into_iter().chain(own).collect(),
            Formula::Share(..) | Formula::Growth(..) => taken,
            Formula::Product(_) | Formula::Ratio(..) => match own {
                Some(own) if !taken.contains(&own) => taken.into_iter().chain([own]).collect(),
                _ => Vec::new(),
            },
        };
        together.extend(stated.and_then(|operand| currency(unit_of(operand))));
        together.extend(stated.and(own));
        together.arrange();
        together.dedup();
        if together.len() < 2 {
            return Ok(());
        }
        let codes = together
            .iter()
            .map(|ix| self.currencies[ix.at()].code.clone());
        Err(Fault::Currencies(codes.collect()))
    }

    /// A record's value, or a derived figure that stands before.
    pub(super) fn operand(&self, reference: &str, records: &[Unlinked]) -> Result<Operand, Fault> {
        let Some((id, key)) = reference.split_once('/') else {
            return self
                .derived_ids
                .get(reference)
                .map(|ix| Operand::Derived(*ix))
                .ok_or_else(|| Fault::NoOperand(reference.to_owned()));
        };
        let ix = self
            .record_ids
            .get(id)
            .ok_or_else(|| Fault::NoRecord(id.to_owned()))?;
        let values = &records[ix.at()].0.values;
        values
            .iter()
            .position(|value| value.key == key)
            .map(|position| Operand::Value(*ix, position))
            .ok_or_else(|| Fault::NoValue {
                record: id.to_owned(),
                key: key.to_owned(),
            })
    }
}
