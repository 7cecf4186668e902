//! What IATI cannot hold, and why.

use model::Lang;

/// Why something is not in the file.
#[derive(
    borsh::BorshDeserialize,
    borsh::BorshSerialize,
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
)]
pub enum Reason {
    /// A transaction, a budget or a period needs dates that the source does not give.
    NoDates,
    /// Dates are to the day; the source gives a month, a year or a plan.
    Precision,
    /// A budget may not be for longer than a year.
    LongBudget,
    /// Budgets of an activity may not overlap.
    BudgetsOverlap,
    /// A transaction may not be later than the source.
    Later,
    /// The number has more digits than programs must read.
    Digits,
    /// The qualifier (about, over, ...) has no element; it stands in the text.
    Qualifier,
    /// Relations between figures have no element.
    Relations,
    /// XML forbids some characters of the text.
    Characters,
}

/// A part of a record that IATI has no element for.
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct NotHeld {
    /// The record's id; the dataset's where no record is concerned.
    pub record: String,
    /// Why.
    pub reason: Reason,
}

impl Reason {
    /// In words.
    #[must_use]
    pub fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::NoDates => text::iati_no_dates(lang),
            Self::Precision => text::iati_precision(lang),
            Self::LongBudget => text::iati_long_budget(lang),
            Self::BudgetsOverlap => text::iati_budgets_overlap(lang),
            Self::Later => text::iati_later(lang),
            Self::Digits => text::iati_digits(lang),
            Self::Qualifier => text::iati_qualifier(lang),
            Self::Relations => text::iati_relations(lang),
            Self::Characters => text::iati_characters(lang),
        }
    }
}
