//! The records that state a time, as the timeline has them.

use crate::{by_language, once};
use charts::moments;
use formats::{Cell, alone};
use model::{Dataset, RecordIx};

pub fn table(dataset: &Dataset, records: &[RecordIx]) -> String {
    let heads: Vec<String> = [
        once(&["record", "sector", "form"]),
        by_language("time", dataset),
        by_language("title", dataset),
        by_language("figure", dataset),
    ]
    .concat();
    let (all, _) = moments(dataset, records, usize::MAX);
    let mut rows = Vec::new();
    for moment in all {
        for ix in &moment.records {
            let record = dataset.record(*ix);
            let languages = || dataset.languages.iter().copied();
            let mut cells = vec![
                Cell::text(&record.id),
                Cell::text(&dataset.sector(record.sector).id),
                Cell::Text(moment.span.form()),
            ];
            cells.extend(
                languages().map(|lang| Cell::Text(alone(&text::time(lang, moment.time, dataset)))),
            );
            cells.extend(
                languages().map(|lang| Cell::text(record.title.exact(lang).unwrap_or_default())),
            );
            cells.extend(languages().map(|lang| {
                let first = record.values.first();
                Cell::Text(first.map_or_else(String::new, |value| {
                    alone(&text::qualified(lang, value, dataset))
                }))
            }));
            rows.push(cells);
        }
    }
    formats::table(&heads, rows)
}
