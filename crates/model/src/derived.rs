//! Figures computed from records: never typed in, always with their formula.

use super::{DerivedIx, IndicatorIx, Qualifier, RecordIx, Target, UnitIx};
use crate::Text;
use sorting::Arrange as _;

/// A figure that this app computes.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Derived {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: Text,
    /// What to mind when reading it.
    pub note: Option<Text>,
    /// Its unit.
    pub unit: UnitIx,
    /// What it measures, where it measures what records do.
    pub indicator: Option<IndicatorIx>,
    /// How it is computed.
    pub formula: Formula,
    /// The source's own statement of the same figure.
    pub stated: Option<Operand>,
    /// The result; `None` where it cannot be computed (a division by zero).
    pub amount: Option<f64>,
}

/// A number that a formula takes.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operand {
    /// A record's value, by its position.
    Value(RecordIx, usize),
    /// Another derived figure.
    Derived(DerivedIx),
}

impl Operand {
    /// The record or derived figure that the number is from.
    #[must_use]
    pub const fn target(self) -> Target {
        match self {
            Self::Value(record, _) => Target::Record(record),
            Self::Derived(derived) => Target::Derived(derived),
        }
    }
}

/// How a figure is computed.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// a + b + ...
    Sum(Vec<Operand>),
    /// a − b.
    Difference(Operand, Operand),
    /// a × b × ...
    Product(Vec<Operand>),
    /// a ÷ b.
    Ratio(Operand, Operand),
    /// a ÷ b, of which a is a part.
    Share(Operand, Operand),
    /// (b − a) ÷ a, from a to b.
    Growth(Operand, Operand),
}

impl Formula {
    /// The numbers it takes, in order.
    #[must_use]
    pub fn operands(&self) -> Vec<Operand> {
        match self {
            Self::Sum(of) | Self::Product(of) => of.clone(),
            Self::Difference(a, b) | Self::Ratio(a, b) | Self::Share(a, b) | Self::Growth(a, b) => {
                vec![*a, *b]
            }
        }
    }

    /// The result, given the numbers; `None` where it is not a number. A share and
    /// growth are parts of a whole, or `in_hundredths` of it.
    #[must_use]
    pub fn compute(
        &self,
        in_hundredths: bool,
        number: impl Fn(Operand) -> Option<f64>,
    ) -> Option<f64> {
        let all = |of: &[Operand]| of.iter().map(|o| number(*o)).collect::<Option<Vec<f64>>>();
        let whole = if in_hundredths { 100.0 } else { 1.0 };
        let result = match self {
            Self::Sum(of) => all(of)?.iter().sum(),
            Self::Product(of) => all(of)?.iter().product(),
            Self::Difference(a, b) => number(*a)? - number(*b)?,
            Self::Ratio(a, b) => number(*a)? / number(*b)?,
            Self::Share(a, b) => number(*a)? / number(*b)? * whole,
            Self::Growth(a, b) => (number(*b)? - number(*a)?) / number(*a)? * whole,
        };
        result.is_finite().then_some(result)
    }
}

impl Derived {
    /// What it counts within itself, where it does. A sum that measures nothing
    /// that records do is a check, no whole.
    #[must_use]
    pub fn parts(&self) -> Option<&[Operand]> {
        match (&self.formula, self.indicator) {
            (Formula::Sum(of), Some(_)) => Some(of),
            _ => None,
        }
    }
}

impl super::Dataset {
    /// The number and unit that an operand stands for.
    #[must_use]
    pub fn operand(&self, operand: Operand) -> Option<(f64, UnitIx, Qualifier)> {
        match operand {
            Operand::Value(record, position) => {
                let value = self.record(record).values.get(position)?;
                Some((value.amount, value.of.unit, value.qualifier))
            }
            Operand::Derived(derived) => {
                let derived = self.derived.get(derived.at())?;
                Some((derived.amount?, derived.unit, self.qualifier(derived)))
            }
        }
    }

    /// Whether a share or growth is in hundredths: where its unit is a percentage,
    /// and where a share is of one, as what 80% stand for is to the whole.
    #[must_use]
    pub fn in_hundredths(&self, derived: &Derived) -> bool {
        let is_percent = |unit: UnitIx| self.unit(unit).is_percent();
        let of_percent = match derived.formula {
            Formula::Share(_, of) => self
                .operand(of)
                .is_some_and(|(_, unit, _)| is_percent(unit)),
            _ => false,
        };
        is_percent(derived.unit) || of_percent
    }

    /// What the qualifiers of its operands leave of the figure: promised or
    /// possible only, a limit, or an approximation.
    #[must_use]
    pub fn qualifier(&self, derived: &Derived) -> Qualifier {
        // A formula takes only figures that stand before it, so this ends.
        let of = |operand: &Operand| {
            self.operand(*operand)
                .map_or(Qualifier::Exact, |(_, _, qualifier)| qualifier)
        };
        let all: Vec<Qualifier> = match &derived.formula {
            Formula::Sum(operands) | Formula::Product(operands) => {
                operands.iter().map(of).collect()
            }
            // What is taken away or divided by, limits the other way round.
            Formula::Difference(a, b) | Formula::Ratio(a, b) | Formula::Share(a, b) => {
                vec![of(a), of(b).reversed()]
            }
            Formula::Growth(from, to) => vec![of(from).reversed(), of(to)],
        };
        all.into_iter()
            .reduce(Qualifier::and)
            .unwrap_or(Qualifier::Exact)
    }

    /// The records that a derived figure is computed from, also through others,
    /// each once and in the dataset's order.
    #[must_use]
    pub fn records_of(&self, derived: DerivedIx) -> Vec<RecordIx> {
        let (mut open, mut records) = (vec![derived], Vec::new());
        // A formula takes only figures that stand before it, so this ends.
        while let Some(derived) = open.pop().and_then(|ix| self.derived.get(ix.at())) {
            for operand in derived.formula.operands() {
                match operand {
                    Operand::Value(record, _) => records.push(record),
                    Operand::Derived(other) => open.push(other),
                }
            }
        }
        records.arrange();
        records.dedup();
        records
    }

    /// The derived figure of that id.
    #[must_use]
    pub fn derived_by_id(&self, id: &str) -> Option<DerivedIx> {
        let position = self.derived.iter().position(|derived| derived.id == id)?;
        Some(DerivedIx::of(position))
    }

    /// The derived figures whose formula takes a value of the record, or that
    /// are compared with one.
    pub fn derived_from(&self, record: RecordIx) -> impl Iterator<Item = DerivedIx> + '_ {
        let concerns =
            move |operand: &Operand| matches!(operand, Operand::Value(ix, _) if *ix == record);
        self.derived
            .iter()
            .enumerate()
            .filter(move |(_, d)| {
                d.formula.operands().iter().any(concerns) || d.stated.as_ref().is_some_and(concerns)
            })
            .map(|(position, _)| DerivedIx::of(position))
    }
}
