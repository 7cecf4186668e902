//! What is drawn of each row.

use super::period::{axis, milliseconds};
use super::rows::Row;
use crate::Setting;
use crate::json::json;
use model::{RecordIx, SectorIx};
use serde_json::Value;

/// In place of a look: a row that folds, and a lane's name.
const FOLD_ROW: i8 = -1;
pub(super) const HEAD: i8 = -2;

/// A row at a place, in rows from the top.
pub(super) fn datum(setting: Setting<'_>, sector: SectorIx, row: &Row, at: f64) -> Value {
    let Setting {
        dataset,
        lang,
        theme,
        ..
    } = setting;
    let color = theme.sector(sector);
    match row {
        Row::Record(ix, span) => {
            let record = dataset.record(*ix);
            json!({
                // By which it is the same row after a change.
                "id": record.id,
                "value": [
                    milliseconds(span.first), milliseconds(span.last + 1), at,
                    u8::from(span.open_start), u8::from(span.open_end), span.look as u8,
                    span.planned_after.map_or_else(|| milliseconds(span.last + 1), |day| milliseconds(day + 1)),
                ],
                "tip": tip(setting, *ix),
                "title": text::drawn_words(record.row_title(lang)),
                "figure": text::drawn_words(&figure(setting, *ix)),
                // Its mark is lighter.
                "reaches": setting.reaches(*ix),
                "itemStyle": { "color": color },
            })
        }
        Row::More(_, count) => words(
            setting,
            sector,
            (at, FOLD_ROW),
            text::and_more(lang, *count),
        ),
        Row::Fewer(_) => words(
            setting,
            sector,
            (at, FOLD_ROW),
            text::show_fewer(lang).to_owned(),
        ),
    }
}

/// A row of words alone.
pub(super) fn words(
    setting: Setting<'_>,
    sector: SectorIx,
    (at, look): (f64, i8),
    words: String,
) -> Value {
    let (first, _) = axis(setting.dataset);
    let first = milliseconds(first);
    json!({
        "id": format!("{look} {}", setting.dataset.sector(sector).id), "value": [first, first, at, 0, 0, look, first], "title": words, "figure": "",
        "itemStyle": { "color": setting.theme.muted },
    })
}

/// A record's first figure, and whether there are more.
fn figure(setting: Setting<'_>, ix: RecordIx) -> String {
    let Setting { dataset, lang, .. } = setting;
    match dataset.record(ix).values.as_slice() {
        [] => String::new(),
        [one] => text::brief(lang, one, dataset),
        [first, ..] => format!("{} …", text::brief(lang, first, dataset)),
    }
}

fn tip(setting: Setting<'_>, ix: RecordIx) -> String {
    let Setting { dataset, lang, .. } = setting;
    let record = dataset.record(ix);
    let title = text::of(lang, &record.title);
    let mut tip = format!("{title}\n{}", text::time(lang, record.time.time, dataset));
    if let Some(note) = &record.time.note {
        tip.push('\n');
        tip.push_str(&text::of(lang, note));
    }
    for value in &record.values {
        tip.push('\n');
        tip.push_str(&text::qualified(lang, value, dataset));
    }
    if setting.reaches(ix) {
        tip.push('\n');
        tip.push_str(text::reaches_only(lang));
    }
    tip
}
