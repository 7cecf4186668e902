//! A view as a link's query.

use super::compared;
use super::labels;
use super::link::{ABOUT, NONE, NOWHERE, Name, WHOLE};
use super::{Data, Focus, FocusOn, Origin, Panel, Scheme, Telling, ViewState};
use comparison::By;
use coverage::Sides;
use model::Dataset;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};
use query::{Measure, PlaceChoice, Sort};

/// What must be escaped in a value: all but letters, digits and what reads well.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b',')
    .remove(b':')
    .remove(b'/')
    .remove(b'~');

/// A name or a value as it stands in a link.
pub(super) fn escaped(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, ESCAPED)
}

/// The query of a link to the view, without `?`; empty for the plain page.
#[must_use]
pub fn encode(view: &ViewState, dataset: &Dataset) -> String {
    let own = all(view, dataset);
    let Some(telling) = view.telling else {
        return own.text();
    };
    // What the step shows need not be said, but what of it is not shown any more.
    let step = all(&telling.shown(dataset), dataset).0;
    let is_own = |name: Name| own.0.iter().any(|(other, _)| *other == name);
    let gone = step.iter().filter(|(name, _)| !is_own(*name));
    let gone = gone.map(|(name, _)| (*name, String::new()));
    let kept = own.0.iter().filter(|given| !step.contains(given)).cloned();
    Query(gone.chain(kept).collect()).text()
}

/// All that the view holds, whatever a story shows.
fn all(view: &ViewState, dataset: &Dataset) -> Query {
    let mut query = Query::default();
    let filter = &view.filter;
    let Origin {
        data,
        columns,
        places,
        edition,
    } = &view.origin;
    if let Some(data) = data {
        let name = match data {
            Data::Below(_) => Name::Dataset,
            Data::Address(_) | Data::Device(_) => Name::Data,
        };
        query.put(name, &data.word());
    }
    if let Some(columns) = columns {
        query.put(Name::Columns, columns);
    }
    if let Some(places) = places {
        query.put(Name::Places, &places.word());
    }
    if let Some(edition) = edition {
        query.put(Name::Edition, edition);
    }
    if let Some(Telling { story, step }) = view.telling {
        query.put(Name::Story, &dataset.story(story).id);
        query.put(Name::Step, &(step + 1).to_string());
    }
    query.list(
        Name::Place,
        filter
            .places
            .iter()
            .map(|choice| place_word(*choice, dataset)),
    );
    query.list(
        Name::Sector,
        filter
            .sectors
            .iter()
            .map(|ix| dataset.sector(*ix).id.as_str()),
    );
    query.list(
        Name::Kind,
        filter.kinds.iter().map(|ix| dataset.kind(*ix).id.as_str()),
    );
    query.list(
        Name::Organisation,
        filter
            .organisations
            .iter()
            .map(|ix| dataset.organisation(*ix).id.as_str()),
    );
    query.list(Name::Lacks, filter.lacks.iter().map(|aspect| aspect.word()));
    if let Some(from) = filter.period.from() {
        query.put(Name::From, &from.to_string());
    }
    if let Some(to) = filter.period.to() {
        query.put(Name::To, &to.to_string());
    }
    if !filter.text.is_empty() {
        query.put(Name::Text, &filter.text);
    }
    if view.measure != Measure::default_of(dataset) {
        query.put(Name::Measure, view.measure.word(dataset));
    }
    if view.sort != Sort::default() {
        let sign = if view.sort.descending { "-" } else { "" };
        query.put(Name::Sort, &format!("{sign}{}", view.sort.column.word()));
    }
    if view.sides != Sides::default() {
        let sides = [view.sides.rows(), view.sides.columns()];
        query.list(Name::Coverage, sides.iter().map(|side| side.word()));
    }
    if let Some(subjects) = &view.compared {
        query.put(Name::Compare, &compared::subjects_words(subjects, dataset));
    }
    if view.compared_by != By::default() {
        query.put(Name::As, &compared::by_words(view.compared_by, dataset));
    }
    if let Some(focus) = &view.focus {
        query.put(Name::Focus, &focus_words(focus, dataset));
    }
    if let Some(record) = view.record {
        query.put(Name::Record, &dataset.record(record).id);
    }
    let panel = (view.panel != Panel::All).then(|| view.panel.word());
    query.list(
        Name::Panel,
        panel.into_iter().chain(view.about.then_some(ABOUT)),
    );
    if let Some(lang) = view.lang {
        query.put(Name::Lang, lang.tag());
    }
    if view.scheme != Scheme::System {
        query.put(Name::Scheme, view.scheme.word());
    }
    if let Some(embed) = view.embed {
        query.put(Name::Embed, &embed.word(dataset));
    }
    match &view.controls {
        Some(none) if none.is_empty() => query.put(Name::Controls, NONE),
        Some(some) => query.list(Name::Controls, some.iter().map(|control| control.word())),
        None => {}
    }
    if !view.labels.is_empty() {
        query.put(Name::Labels, &labels::labels_word(&view.labels, dataset));
    }
    query
}

/// Parameters with their values, as yet without escapes.
#[derive(Default)]
struct Query(Vec<(Name, String)>);

impl Query {
    fn put(&mut self, name: Name, value: &str) {
        self.0.push((name, value.to_owned()));
    }

    fn text(&self) -> String {
        let mut text = String::new();
        for (name, value) in &self.0 {
            if !text.is_empty() {
                text.push('&');
            }
            text.push_str(name.word());
            text.push('=');
            text.extend(escaped(value));
        }
        text
    }

    fn list<'a>(&mut self, name: Name, words: impl Iterator<Item = &'a str>) {
        let joined = words.collect::<Vec<_>>().join(",");
        if !joined.is_empty() {
            self.put(name, &joined);
        }
    }
}

pub(super) fn place_word(choice: PlaceChoice, dataset: &Dataset) -> &str {
    match choice {
        PlaceChoice::Place(ix) => &dataset.place(ix).id,
        PlaceChoice::Whole => WHOLE,
        PlaceChoice::Nowhere => NOWHERE,
    }
}

/// What is lit as a link says it, with what it is of: `place:a,b`.
#[must_use]
pub fn focus_words(focus: &Focus, dataset: &Dataset) -> String {
    let of = |on: FocusOn, ids: &str| format!("{}:{ids}", on.word());
    match focus {
        Focus::Places(places) => {
            let words: Vec<&str> = places
                .iter()
                .map(|choice| place_word(*choice, dataset))
                .collect();
            of(FocusOn::Place, &words.join(","))
        }
        Focus::Sectors(sectors) => {
            let words: Vec<&str> = sectors
                .iter()
                .map(|ix| dataset.sector(*ix).id.as_str())
                .collect();
            of(FocusOn::Sector, &words.join(","))
        }
        Focus::Kind(ix) => of(FocusOn::Kind, &dataset.kind(*ix).id),
        Focus::Organisation(ix) => of(FocusOn::Organisation, &dataset.organisation(*ix).id),
        Focus::Derived(ix) => of(FocusOn::Derived, &dataset.derived[ix.at()].id),
        Focus::Records(records) => {
            let words: Vec<&str> = records
                .iter()
                .map(|ix| dataset.record(*ix).id.as_str())
                .collect();
            of(FocusOn::Record, &words.join(","))
        }
    }
}
