//! What IATI cannot hold, and why.

use model::Lang;

/// Why something is not in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
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
        let (zh, en) = match self {
            Self::NoDates => (
                "数值：原文没有 IATI 所需的起止日期，只写入文字",
                "value: the source gives no dates as IATI needs them; in words only",
            ),
            Self::Precision => (
                "时间精度：IATI 的日期精确到日，原文只到月、年或计划期",
                "precision: IATI’s dates are to the day, the source’s are not",
            ),
            Self::LongBudget => (
                "预算：IATI 的预算不得超过一年，只写入目标值和文字",
                "budget: IATI’s are for a year at most; as a target and in words only",
            ),
            Self::BudgetsOverlap => (
                "预算：IATI 的预算在时间上不得重叠，已有另一项，只写入目标值和文字",
                "budget: IATI’s may not overlap and another one stands for that time; as a target and in words only",
            ),
            Self::Later => (
                "数值：时间晚于原文，不能作为 IATI 的已发生款项，只写入文字",
                "value: its time is later than the source, IATI’s transactions are past; in words only",
            ),
            Self::Digits => (
                "数值：位数超过 IATI 程序能读的位数，只写入文字",
                "value: it has more digits than programs for IATI must read; in words only",
            ),
            Self::Qualifier => (
                "限定词：IATI 没有对应元素，只写入文字",
                "qualifier: IATI has no element for it; in words only",
            ),
            Self::Relations => (
                "与其他数的关系：IATI 没有对应元素，未写入",
                "relations between figures: IATI has no element for them; left out",
            ),
            Self::Characters => (
                "文字：含 XML 不允许的字符，已去掉这些字符",
                "text: it holds characters that XML forbids; these are left out",
            ),
        };
        match text::Locale::of(lang) {
            text::Locale::Zh => zh,
            text::Locale::En => en,
        }
    }
}
