//! What the map shows of each area, by each of its measures.

use crate::{by_language, once};
use formats::Cell;
use model::{Dataset, PlaceIx, RecordIx};
use query::{Counted, Measure, by_area, measured};

pub fn table(dataset: &Dataset, records: &[RecordIx]) -> String {
    let heads: Vec<String> = [
        once(&["measure", "place"]),
        by_language("place_name", dataset),
        once(&[
            "amount",
            "unit",
            "qualifier",
            "derived",
            "records",
            "not_added",
            "expected_records",
        ]),
    ]
    .concat();
    let mut rows = Vec::new();
    for measure in Measure::all(dataset) {
        let areas = by_area(dataset, records, measure);
        for place in (0..dataset.places.len()).map(PlaceIx::of) {
            let of = areas.get(&place).map_or(&[][..], Vec::as_slice);
            // An area without a figure has a row, and an empty cell in it.
            if of.is_empty() && !dataset.is_area(place) {
                continue;
            }
            rows.push(row(dataset, measure, place, of));
        }
    }
    formats::table(&heads, rows)
}

fn row(dataset: &Dataset, measure: Measure, place: PlaceIx, records: &[RecordIx]) -> Vec<Cell> {
    let total = measured(dataset, records, measure);
    let ids = |counted: &[Counted]| {
        let ids = counted
            .iter()
            .map(|one| dataset.record(one.record).id.as_str());
        Cell::Text(ids.collect::<Vec<_>>().join("; "))
    };
    let quantity = measure.takes(dataset);
    let mut cells = vec![
        Cell::text(measure.word(dataset)),
        Cell::text(&dataset.place(place).id),
    ];
    cells.extend(dataset.languages.iter().map(|lang| {
        let name = &dataset.place(place).name;
        Cell::text(name.exact(*lang).unwrap_or_default())
    }));
    let Some(total) = total else {
        cells.extend((0..7).map(|_| Cell::text("")));
        return cells;
    };
    // What is only expected is no figure of the area: its records are named apart.
    let is_figure = quantity.is_none() || !total.counted.is_empty();
    let qualifier = match total.counted.as_slice() {
        [one] => dataset.record(one.record).values[one.value]
            .qualifier
            .word(),
        _ => "",
    };
    let all = records.iter().map(|ix| dataset.record(*ix).id.as_str());
    cells.extend([
        if is_figure {
            Cell::Number(total.amount.to_string())
        } else {
            Cell::text("")
        },
        Cell::text(quantity.map_or("", |of| &dataset.unit(of.unit).id)),
        Cell::text(qualifier),
        Cell::text(if quantity.is_none() || total.is_derived() {
            "true"
        } else {
            "false"
        }),
        if quantity.is_none() {
            Cell::Text(all.collect::<Vec<_>>().join("; "))
        } else {
            ids(&total.counted)
        },
        ids(&total.left_out),
        ids(&total.expected),
    ]);
    cells
}
