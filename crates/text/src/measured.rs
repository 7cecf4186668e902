//! What a measure comes to over some records, in words.

use super::Phrase;
use model::{Dataset, Lang, Quantity, RecordIx};
use query::{Measure, Total};

/// The figure; none where no record states it. One stated figure is said as it is
/// stated, one that is added up as derived.
#[must_use]
pub fn measured(
    lang: Lang,
    dataset: &Dataset,
    records: &[RecordIx],
    measure: Measure,
) -> Option<Phrase> {
    let total = query::measured(dataset, records, measure)?;
    Some(match measure.takes(dataset) {
        None => super::records(lang, total.amount as usize).into(),
        Some(of) if total.is_derived() => super::in_brackets(
            lang,
            super::derived(lang),
            &super::amount(lang, total.amount, of.unit, dataset),
        )
        .into(),
        Some(of) => summed(lang, dataset, &total, of),
    })
}

/// A total: one stated figure as it is stated.
pub(super) fn summed(lang: Lang, dataset: &Dataset, total: &Total, of: Quantity) -> Phrase {
    match total.counted.as_slice() {
        [] => super::only_expected(lang).into(),
        [one] => dataset
            .record(one.record)
            .values
            .get(one.value)
            .map(|value| super::qualified_parts(lang, value, dataset))
            .unwrap_or_default(),
        _ => super::amount(lang, total.amount, of.unit, dataset).into(),
    }
}
