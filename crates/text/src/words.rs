//! Sentences with something of the dataset or of a link put in.

use super::Phrase;
use ::words as fixed;
use model::{Dataset, Lang, StoryIx};
use view::Notice;

/// "N of M records".
#[must_use]
pub fn count_of(lang: Lang, shown: usize, all: usize) -> String {
    fixed::records_of(lang, all, &fixed::grouped(lang, shown))
}

/// A file is on its way; `bytes` of it are here.
#[must_use]
pub fn loading(lang: Lang, file: &str, bytes: usize) -> String {
    match bytes {
        0 => fixed::loading_file(lang, file),
        bytes => fixed::loading_size(lang, file, &fixed::grouped(lang, bytes.div_ceil(1000))),
    }
}

/// What of a link was ignored.
#[must_use]
pub fn notice(lang: Lang, notice: &Notice) -> String {
    match notice {
        Notice::UnknownParameter(name) => fixed::unknown_parameter(lang, name),
        Notice::UnknownValue { parameter, value } => fixed::unknown_value(lang, parameter, value),
        Notice::Others(count) => fixed::others_ignored(lang, *count),
    }
}

/// What the way into a story is called: several by their titles.
#[must_use]
pub fn story_name(lang: Lang, story: StoryIx, dataset: &Dataset) -> &str {
    match dataset.stories.as_slice() {
        [_] => fixed::story(lang),
        _ => dataset.story(story).title.get(lang),
    }
}

/// "Section 1: overall, paragraph 2".
#[must_use]
pub fn locator(lang: Lang, section: &str, paragraph: u32) -> String {
    fixed::paragraph_of(lang, &paragraph.to_string(), section)
}

/// Names the sources, and whose account they are.
#[must_use]
pub fn source_line(lang: Lang, dataset: &Dataset) -> String {
    source_line_parts(lang, dataset).text(lang)
}

/// The same, part by part.
#[must_use]
pub fn source_line_parts(lang: Lang, dataset: &Dataset) -> Phrase {
    let documents = dataset.documents.iter().map(|document| {
        let parts = [&document.title, &document.publisher, &document.published];
        let parts = parts.map(|text| Phrase::of(lang, text));
        Phrase::joined(parts, fixed::list_separator(lang))
    });
    let documents = Phrase::joined(documents, fixed::clause_separator(lang));
    let account = dataset.notes.account.as_ref();
    let account = account.map(|account| Phrase::of(lang, account));
    match account {
        Some(account) => Phrase::put([account, documents], |[account, documents]| {
            fixed::source_is(lang, account, documents)
        }),
        None => Phrase::put([documents], |[documents]| {
            fixed::source_is(lang, "", documents).trim_end().to_owned()
        }),
    }
}

/// Joins a list.
#[must_use]
pub fn list(lang: Lang, items: &[String]) -> String {
    items.join(fixed::list_separator(lang))
}

/// Joins the first items of a list, and says how many more there are.
#[must_use]
pub fn first_of(lang: Lang, items: &[String], most: usize) -> String {
    match items.split_at_checked(most) {
        Some((first, more)) if !more.is_empty() => {
            fixed::first_and_more(lang, more.len(), &list(lang, first))
        }
        _ => list(lang, items),
    }
}

/// Joins parts that hold commas themselves.
#[must_use]
pub fn clauses(lang: Lang, parts: &[String]) -> String {
    parts.join(fixed::clause_separator(lang))
}

/// How often the map is enlarged.
#[must_use]
pub fn shown_map(lang: Lang, times: f64) -> String {
    let times = format!("{times:.1}").replace('.', fixed::decimal_mark(lang));
    fixed::map_enlarged(lang, &times)
}
