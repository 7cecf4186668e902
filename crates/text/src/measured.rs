//! What a measure comes to over some records, in words.

use super::Phrase;
use model::{Dataset, Lang, RecordIx};
use query::Measure;

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
    Some(match (measure.takes(dataset), total.counted.as_slice()) {
        (None, _) => super::records(lang, total.amount as usize).into(),
        (Some(_), []) => super::only_expected(lang).into(),
        (Some(_), [one]) => dataset
            .record(one.record)
            .values
            .get(one.value)
            .map(|value| super::qualified_parts(lang, value, dataset))
            .unwrap_or_default(),
        (Some(of), _) => super::in_brackets(
            lang,
            super::derived(lang),
            &super::amount(lang, total.amount, of.unit, dataset),
        )
        .into(),
    })
}
