//! What there is to see, in a sentence that is counted from the data.

use ::words as fixed;
use model::{Dataset, Lang};
use query::named_places;

/// How many areas or places the records name, and how many records state a time.
#[must_use]
pub fn finding(lang: Lang, dataset: &Dataset) -> String {
    let records: Vec<_> = dataset.record_indices().collect();
    let named = named_places(dataset, &records);
    let all: Vec<_> = dataset.parts_of_map().collect();
    let named = all.iter().filter(|part| named.contains(part)).count();
    let dated = dataset
        .records
        .iter()
        .filter(|record| dataset.days(record.time.time).is_some())
        .count();
    let dated = fixed::finding_times(lang, records.len(), &super::number(lang, dated as f64));
    let places = match (dataset.has_areas(), named) {
        (_, 0) => return fixed::finding(lang, &dated),
        (true, _) => fixed::finding_areas(lang, all.len(), &super::number(lang, named as f64)),
        (false, _) => fixed::finding_places(lang, named),
    };
    fixed::finding(lang, &super::clauses(lang, &[places, dated]))
}
