//! What a programme names itself: currencies, units, indicators, kinds, levels,
//! measures and charts.

use crate::{
    CurrencyIx, Element, Form, Forms, Grouping, IndicatorIx, KindIx, Operand, Order, Text, Time,
    UnitIx,
};

/// A currency.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Currency {
    /// Its ISO 4217 code.
    pub code: String,
    /// An amount of it in words, with `{n}` for the number.
    pub words: Option<Text>,
    /// Words and signs that a search finds its amounts by.
    pub aliases: Vec<String>,
}

/// A unit of values.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Unit {
    /// Its id.
    pub id: String,
    /// What it is a unit of.
    pub measure: UnitMeasure,
    /// How many digits after the point a computed number of it has at most.
    pub decimals: Option<u8>,
}

/// What a unit is of.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub enum UnitMeasure {
    /// Something that is counted or measured.
    Counted(Forms),
    /// Money, or money for each of something.
    Money(CurrencyIx, Option<Text>),
    /// Hundredths of a whole.
    Percent,
}

impl Unit {
    /// The currency, of money and of money for each of something.
    #[must_use]
    pub const fn currency(&self) -> Option<CurrencyIx> {
        match self.measure {
            UnitMeasure::Money(currency, _) => Some(currency),
            UnitMeasure::Counted(_) | UnitMeasure::Percent => None,
        }
    }

    /// Whether it is money as such, not for each of something.
    #[must_use]
    pub const fn is_sum_of_money(&self) -> bool {
        matches!(self.measure, UnitMeasure::Money(_, None))
    }

    /// Whether it is something that is counted or measured.
    #[must_use]
    pub const fn is_counted(&self) -> bool {
        matches!(self.measure, UnitMeasure::Counted(_))
    }

    /// Whether it is hundredths of a whole.
    #[must_use]
    pub const fn is_percent(&self) -> bool {
        matches!(self.measure, UnitMeasure::Percent)
    }
}

/// What values measure.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Indicator {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Whether values that are not related to each other may be added.
    pub adds: bool,
    /// Whether it is the programme's own money.
    pub flow: bool,
}

/// A kind of record.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Kind {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Where IATI has room for its figures.
    pub iati: Element,
}

/// A level of places.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Level {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Whether its places are drawn as areas.
    pub area: bool,
    /// What a record is called that is tied to such a place as a whole.
    pub whole: Option<Text>,
}

/// What the map can be shaded by, beside the number of records.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct MapMeasure {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// What it measures.
    pub of: Quantity,
    /// Other indicators whose amounts of that unit stand beside it.
    pub beside: Vec<IndicatorIx>,
}

/// What a figure that stands first on the page is.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Copy, Debug, PartialEq)]
pub enum Key {
    /// One that is stated, or derived in the dataset.
    Figure(Operand),
    /// All that the records state of a quantity that may be added.
    Total(Quantity),
    /// How many records there are.
    Records,
    /// From the first year that is stated to the last one.
    Span(Time),
}

/// A figure that stands first on the page.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct KeyFigure {
    /// Which.
    pub of: Key,
    /// What it means, in a few words, where the dataset says so.
    pub label: Option<Text>,
}

/// An indicator in a unit: the only thing that figures are compared within.
#[derive(
    borsh::BorshDeserialize,
    borsh::BorshSerialize,
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
)]
pub struct Quantity {
    /// The indicator.
    pub indicator: IndicatorIx,
    /// The unit.
    pub unit: UnitIx,
}

/// A chart.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Chart {
    /// Its id, which links hold.
    pub id: String,
    /// Its title; none of a chart that the app made from the indicators.
    pub title: Option<Text>,
    /// How to read it.
    pub note: Option<Text>,
    /// Its form.
    pub form: Form,
    /// Which values it draws; one at least.
    pub values: Vec<ChartValue>,
    /// By what totals are grouped.
    pub by: Grouping,
    /// The order of single figures.
    pub order: Order,
    /// Only records of these kinds; of all where there is none.
    pub kinds: Vec<KindIx>,
    /// Records of these kinds that stand at the same place of the source are
    /// named below it.
    pub context: Vec<KindIx>,
    /// What a reader would ask beside a record's figure.
    pub annotations: Vec<Annotation>,
}

impl Chart {
    /// Whether its figures lie along a scale, so that any figure has its place there.
    #[must_use]
    pub const fn has_scale(&self) -> bool {
        matches!(self.form, Form::Total | Form::Each | Form::Slope)
    }
}

/// A remark beside a record's figures in a chart.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct Annotation {
    /// The id of the record that it stands beside.
    pub record: String,
    /// What is said there.
    pub text: Text,
}

/// Values that a chart draws.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug)]
pub struct ChartValue {
    /// What they are.
    pub of: Quantity,
    /// What tells them from the others, where they are of another nature.
    pub apart: Option<Text>,
}
