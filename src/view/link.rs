//! A view as a link's query, and back.

use super::{Column, Control, Embed, Measure, Panel, Scheme, Sort, ViewState};
use crate::dataset::{Dataset, Date, Kind, OrganisationIx};
use crate::lang::Lang;
use crate::query::{Period, PlaceChoice};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What must be escaped in a value: all but letters, digits and what reads well.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b',')
    .remove(b':')
    .remove(b'/')
    .remove(b'~');

const CITY_WIDE: &str = "city-wide";
const PROGRAMME_WIDE: &str = "programme-wide";
/// No control at all.
const NONE: &str = "none";
const MINUS: char = '-';

/// A view, and what of the link could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The view that the rest of the link asks for.
    pub view: ViewState,
    /// What was ignored.
    pub notices: Vec<Notice>,
}

/// A part of a link that was ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// There is no such parameter.
    UnknownParameter(String),
    /// The parameter's value, or one of its values, is unknown.
    UnknownValue {
        /// The parameter.
        parameter: String,
        /// The value.
        value: String,
    },
}

/// The query of a link to the view, without `?`; empty for the plain page.
#[must_use]
pub fn encode(view: &ViewState, dataset: &Dataset) -> String {
    let mut query = Query::default();
    let filter = &view.filter;
    if let Some(file) = &view.dataset {
        query.put("dataset", file);
    }
    query.list(
        "place",
        filter
            .places
            .iter()
            .map(|choice| place_word(*choice, dataset)),
    );
    query.list(
        "sector",
        filter
            .sectors
            .iter()
            .map(|ix| dataset.sector(*ix).id.as_str()),
    );
    query.list("kind", filter.kinds.iter().map(|kind| kind.word()));
    query.list(
        "org",
        filter
            .organisations
            .iter()
            .map(|ix| dataset.organisations[ix.at()].id.as_str()),
    );
    if let Some(from) = filter.period.from() {
        query.put("from", &from.to_string());
    }
    if let Some(to) = filter.period.to() {
        query.put("to", &to.to_string());
    }
    if !filter.text.is_empty() {
        query.put("q", &filter.text);
    }
    if view.measure != Measure::Records {
        query.put("measure", view.measure.word());
    }
    if view.sort != Sort::default() {
        let sign = if view.sort.descending { "-" } else { "" };
        query.put("sort", &format!("{sign}{}", view.sort.column.word()));
    }
    if let Some(record) = view.record {
        query.put("record", &dataset.record(record).id);
    }
    if view.panel != Panel::All {
        query.put("panel", view.panel.word());
    }
    if let Some(lang) = view.lang {
        query.put("lang", lang.word());
    }
    if view.scheme != Scheme::System {
        query.put("scheme", view.scheme.word());
    }
    if let Some(embed) = view.embed {
        query.put("embed", &embed.word());
    }
    match &view.controls {
        Some(none) if none.is_empty() => query.put("controls", NONE),
        Some(some) => query.list("controls", some.iter().map(|control| control.word())),
        None => {}
    }
    query.0
}

/// Reads a link's query (with or without `?`). What is unknown or wrong is
/// left out and named in a notice; of a parameter given twice the last holds.
#[must_use]
pub fn decode(query: &str, dataset: &Dataset) -> Decoded {
    let mut view = ViewState::default();
    let mut notices = Vec::new();
    let (mut from, mut to) = (None, None);
    for part in query
        .trim_start_matches('?')
        .split('&')
        .filter(|part| !part.is_empty())
    {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let (name, value) = (unescape(name), unescape(value));
        let wrong: Vec<String> = match name.as_str() {
            "dataset" => set(&mut view.dataset, dataset_file(&value).map(Some), &value),
            "place" => members(&mut view.filter.places, &value, |word| {
                place_choice(word, dataset)
            }),
            "sector" => members(&mut view.filter.sectors, &value, |word| {
                dataset.sector_by_id(word)
            }),
            "kind" => members(&mut view.filter.kinds, &value, Kind::from_word),
            "org" => members(&mut view.filter.organisations, &value, |word| {
                dataset
                    .organisations
                    .iter()
                    .position(|o| o.id == word)
                    .map(OrganisationIx::of)
            }),
            "from" => set(&mut from, Date::parse(&value).map(Some), &value),
            "to" => set(&mut to, Date::parse(&value).map(Some), &value),
            "q" => set(&mut view.filter.text, Some(value.clone()), &value),
            "measure" => set(&mut view.measure, Measure::from_word(&value), &value),
            "sort" => set(&mut view.sort, sort(&value), &value),
            "record" => set(
                &mut view.record,
                dataset.record_by_id(&value).map(Some),
                &value,
            ),
            "panel" => set(&mut view.panel, Panel::from_word(&value), &value),
            "lang" => set(&mut view.lang, Lang::from_word(&value).map(Some), &value),
            "scheme" => set(&mut view.scheme, Scheme::from_word(&value), &value),
            "controls" => {
                let controls = view.controls.get_or_insert_default();
                if value == NONE {
                    Vec::new()
                } else {
                    members(controls, &value, Control::from_word)
                }
            }
            "embed" => set(&mut view.embed, Embed::from_word(&value).map(Some), &value),
            _ => {
                notices.push(Notice::UnknownParameter(name));
                continue;
            }
        };
        notices.extend(wrong.into_iter().map(|value| Notice::UnknownValue {
            parameter: name.clone(),
            value,
        }));
    }
    match Period::new(from, to) {
        Some(period) => view.filter.period = period,
        None => notices.push(Notice::UnknownValue {
            parameter: "from, to".to_owned(),
            value: [from, to]
                .iter()
                .flatten()
                .map(Date::to_string)
                .collect::<Vec<_>>()
                .join(" > "),
        }),
    }
    Decoded { view, notices }
}

#[derive(Default)]
struct Query(String);

impl Query {
    fn put(&mut self, name: &str, value: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(name);
        self.0.push('=');
        self.0.extend(utf8_percent_encode(value, ESCAPED));
    }

    fn list<'a>(&mut self, name: &str, words: impl Iterator<Item = &'a str>) {
        let joined = words.collect::<Vec<_>>().join(",");
        if !joined.is_empty() {
            self.put(name, &joined);
        }
    }
}

fn unescape(text: &str) -> String {
    percent_decode_str(&text.replace('+', " "))
        .decode_utf8_lossy()
        .into_owned()
}

/// Sets `slot` if there is something to set; else returns the wrong value.
fn set<T>(slot: &mut T, read: Option<T>, value: &str) -> Vec<String> {
    match read {
        Some(read) => {
            *slot = read;
            Vec::new()
        }
        None => vec![value.to_owned()],
    }
}

/// Puts all known words into `set` and returns the others.
fn members<T: Ord>(
    set: &mut std::collections::BTreeSet<T>,
    value: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Vec<String> {
    let mut wrong = Vec::new();
    for word in value.split(',') {
        match read(word) {
            Some(member) => {
                set.insert(member);
            }
            None => wrong.push(word.to_owned()),
        }
    }
    wrong
}

/// A file below the app's folder, never one elsewhere.
fn dataset_file(value: &str) -> Option<String> {
    let below = !value.is_empty()
        && !value.contains("..")
        && !value.contains("//")
        && !value.starts_with('/')
        && value
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-_./".contains(&b));
    below.then(|| value.to_owned())
}

fn place_word(choice: PlaceChoice, dataset: &Dataset) -> &str {
    match choice {
        PlaceChoice::Place(ix) => &dataset.place(ix).id,
        PlaceChoice::CityWide => CITY_WIDE,
        PlaceChoice::ProgrammeWide => PROGRAMME_WIDE,
    }
}

fn place_choice(word: &str, dataset: &Dataset) -> Option<PlaceChoice> {
    match word {
        CITY_WIDE => Some(PlaceChoice::CityWide),
        PROGRAMME_WIDE => Some(PlaceChoice::ProgrammeWide),
        id => dataset.place_by_id(id).map(PlaceChoice::Place),
    }
}

fn sort(value: &str) -> Option<Sort> {
    let column = Column::from_word(value.strip_prefix(MINUS).unwrap_or(value))?;
    Some(Sort {
        column,
        descending: value.starts_with(MINUS),
    })
}

/// The dataset file that a link asks for: it is needed before the rest of the
/// link can be read.
#[must_use]
pub fn requested_dataset(query: &str) -> Option<String> {
    let parts = query.trim_start_matches('?').split('&');
    parts
        .filter_map(|part| part.strip_prefix("dataset="))
        .next_back()
        .and_then(|value| dataset_file(&unescape(value)))
}
