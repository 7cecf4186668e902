//! A link's query as a view.

use super::compared;
use super::foreign::{is_foreign, is_word_of_from};
use super::labels::labels;
use super::parameters::{Parameter, parameters};
use super::telling::{Telling, is_shown};
use super::{Control, Data, Embed, Focus, FocusOn, Origin, Panel, Scheme, ViewState};
use coverage::{Side, Sides};
use model::{Aspect, Dataset, Date, Lang, Step, StoryIx, vocabulary};
use query::{Column, Measure, Period, PlaceChoice, Sort};
use std::collections::BTreeSet;
use words::Locale;

/// The main map's place as a whole, and no place of it; a place of the dataset
/// may have the same id, and holds then.
pub(super) const WHOLE: &str = "whole-area";
pub(super) const NOWHERE: &str = "no-place";
/// What links called these two before.
const FORMER: [(&str, &str); 2] = [("city-wide", WHOLE), ("programme-wide", NOWHERE)];
/// In `panel`: source and method, over the part of the page.
pub(super) const ABOUT: &str = "about";
/// No control at all.
pub(super) const NONE: &str = "none";
const MINUS: char = '-';
/// So many faults of a link are named, and so much of each: a link may be as
/// long as an address can be.
const NOTICES: usize = 12;
const LETTERS: usize = 60;

vocabulary! {
    /// The parameters of a link.
    Name {
        /// Another dataset's file, below the app.
        Dataset = "dataset",
        /// The same, wherever it is.
        Data = "data",
        /// How the columns of that file are read, where it is a table.
        Columns = "columns",
        /// The second table, with the points of its places.
        Places = "places",
        /// Which edition of the dataset.
        Edition = "edition",
        /// The story that is told.
        Story = "story",
        /// Its step, from 1.
        Step = "step",
        /// Places.
        Place = "place",
        /// Sectors.
        Sector = "sector",
        /// Kinds.
        Kind = "kind",
        /// Organisations.
        Organisation = "org",
        /// What is not stated.
        Lacks = "lacks",
        /// The first date.
        From = "from",
        /// The last date.
        To = "to",
        /// Words to search for.
        Text = "q",
        /// The map's measure.
        Measure = "measure",
        /// The table's order.
        Sort = "sort",
        /// By what records are parted to see what is not stated.
        Coverage = "coverage",
        /// What stands side by side.
        Compare = "compare",
        /// As what its figures are shown.
        As = "as",
        /// What stays lit.
        Focus = "focus",
        /// The record that is open.
        Record = "record",
        /// The part of the page.
        Panel = "panel",
        /// The language.
        Lang = "lang",
        /// Light or dark.
        Scheme = "scheme",
        /// The embedded view.
        Embed = "embed",
        /// What its reader may change.
        Controls = "controls",
        /// What whoever made the link wrote on timeline and charts.
        Labels = "labels",
    }
}

impl Name {
    /// The parameter of that name, in any letter case.
    pub(super) fn read(name: &str) -> Option<Self> {
        Self::from_word(&name.to_ascii_lowercase())
    }
}

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
    /// So many more, not named one by one.
    Others(usize),
}

/// Reads a link's query (with or without `?`).
///
/// What is unknown or wrong is left out and named in a notice; what other
/// software appends to links is left out in silence. Of a parameter given twice
/// the last holds; only of `from`, which messengers append as well, the last
/// that is a date. Names, ids and words are read in any letter case; an empty
/// value is none.
#[must_use]
pub fn decode(query: &str, dataset: &Dataset) -> Decoded {
    let mut view = ViewState::of(dataset);
    let mut notices = Notices::default();
    let (mut from, mut to) = (None, None);
    let mut given = last_of_each(query);
    view.telling = telling(&given, dataset);
    if let Some(telling) = view.telling {
        given = above(telling.told(dataset), given);
    }
    for given in given {
        let (name, value) = match given {
            Given::Ours(name, value) => (name, value),
            Given::Unknown(name) => {
                notices.add(Notice::UnknownParameter(shown(&name)));
                continue;
            }
        };
        // What a reader typed keeps its spaces and letters, a file's name its letters.
        let exact = value.trim();
        let word = exact.to_ascii_lowercase();
        if exact.is_empty() && name != Name::Text {
            continue;
        }
        let wrong: Vec<String> = match name {
            Name::Dataset | Name::Data => {
                set(&mut view.origin.data, Data::parse(exact).map(Some), exact)
            }
            Name::Columns => set(&mut view.origin.columns, columns(exact).map(Some), exact),
            Name::Places => set(&mut view.origin.places, Data::parse(exact).map(Some), exact),
            Name::Edition => set(&mut view.origin.edition, edition(&word).map(Some), exact),
            Name::Story => wrong_unless(view.telling.is_some(), exact),
            Name::Step => {
                let is_there = |telling: Telling| telling.at(exact, dataset).is_some();
                wrong_unless(view.telling.is_some_and(is_there), exact)
            }
            Name::Place => members(&mut view.filter.places, &word, |word| {
                place_choice(word, dataset)
            }),
            Name::Sector => members(&mut view.filter.sectors, &word, |word| {
                dataset.sector_by_id(word)
            }),
            Name::Kind => members(&mut view.filter.kinds, &word, |word| {
                dataset.kind_by_id(word)
            }),
            Name::Organisation => members(&mut view.filter.organisations, &word, |word| {
                dataset.organisation_by_id(word)
            }),
            Name::Lacks => members(&mut view.filter.lacks, &word, Aspect::from_word),
            Name::From if is_no_date(exact) => Vec::new(),
            Name::From => set(&mut from, Date::parse(exact).map(Some), exact),
            Name::To => set(&mut to, Date::parse(exact).map(Some), exact),
            Name::Text => {
                view.filter.text = value;
                Vec::new()
            }
            Name::Measure => set(&mut view.measure, Measure::from_word(&word, dataset), exact),
            Name::Sort => set(&mut view.sort, sort(&word), exact),
            Name::Coverage => set(&mut view.sides, sides(&word), exact),
            Name::Compare => set(
                &mut view.compared,
                compared::subjects(&word, dataset).map(Some),
                exact,
            ),
            Name::As => set(&mut view.compared_by, compared::by(&word, dataset), exact),
            Name::Focus => set(&mut view.focus, focus(&word, dataset).map(Some), exact),
            Name::Record => set(
                &mut view.record,
                dataset.record_by_id(&word).map(Some),
                exact,
            ),
            Name::Panel => panel(&mut view, &word),
            Name::Lang => set(
                &mut view.lang,
                language(&word, &dataset.languages).map(Some),
                exact,
            ),
            Name::Scheme => set(&mut view.scheme, Scheme::from_word(&word), exact),
            Name::Embed => set(
                &mut view.embed,
                Embed::from_word(&word, dataset).map(Some),
                exact,
            ),
            Name::Controls => {
                let controls = view.controls.get_or_insert_default();
                if word == NONE {
                    Vec::new()
                } else {
                    members(controls, &word, Control::from_word)
                }
            }
            Name::Labels => {
                let (labels, wrong) = labels(exact, dataset);
                view.labels = labels;
                wrong
            }
        };
        for value in wrong {
            notices.add(Notice::UnknownValue {
                parameter: name.word().to_owned(),
                value: shown(&value),
            });
        }
    }
    match Period::new(from, to) {
        Some(period) => view.filter.period = period,
        None => notices.add(Notice::UnknownValue {
            parameter: "from, to".to_owned(),
            value: [from, to]
                .iter()
                .flatten()
                .map(Date::to_string)
                .collect::<Vec<_>>()
                .join(" > "),
        }),
    }
    Decoded {
        view,
        notices: notices.all(),
    }
}

/// The story that a link tells; without a step that is there, its first.
fn telling(given: &[Given], dataset: &Dataset) -> Option<Telling> {
    let story = story(value_of(given, Name::Story)?, dataset)?;
    let first = Telling { story, step: 0 };
    let named = value_of(given, Name::Step).and_then(|word| first.at(word, dataset));
    Some(named.unwrap_or(first))
}

/// What a step shows, with what a link holds above it: a parameter of the link's own
/// takes the place of the step's, an empty one too.
fn above(step: &Step, given: Vec<Given>) -> Vec<Given> {
    // What a messenger appends is no parameter of the link's own.
    let is_word = |given: &&Given| match given {
        Given::Ours(Name::From, value) => is_no_date(value.trim()),
        _ => false,
    };
    let own = given.iter().filter(|given| !is_word(given));
    let own: Vec<Name> = own.filter_map(Given::name).collect();
    let is_left = |given: &Given| match given.name() {
        Some(name) => is_shown(name) && !own.contains(&name),
        None => false,
    };
    let below = last_of_each(&step.view).into_iter().filter(is_left);
    below.chain(given).collect()
}

/// Whether what stands as `from` is a messenger's word.
fn is_no_date(value: &str) -> bool {
    Date::parse(value).is_none() && is_word_of_from(&value.to_ascii_lowercase())
}

fn story(word: &str, dataset: &Dataset) -> Option<StoryIx> {
    let lower = || dataset.story_by_id(&word.to_ascii_lowercase());
    dataset.story_by_id(word).or_else(lower)
}

/// The language that a link asks for, and whether it asks for an embedded view:
/// no dataset is needed to tell.
#[must_use]
pub fn requested_form(query: &str) -> (Option<Lang>, bool) {
    let given = last_of_each(query);
    let word = |wanted: Name| value_of(&given, wanted).map(str::to_ascii_lowercase);
    (
        word(Name::Lang).and_then(|word| language(&word, &[])),
        word(Name::Embed).is_some_and(|word| Embed::is_word(&word)),
    )
}

/// The embedded view that a link asks for, if it is one of the dataset.
pub(super) fn requested_embed(query: &str, dataset: &Dataset) -> Option<Embed> {
    let given = last_of_each(query);
    let word = value_of(&given, Name::Embed)?.to_ascii_lowercase();
    Embed::from_word(&word, dataset)
}

/// The story that a link asks for.
pub(super) fn requested_story(query: &str) -> Option<String> {
    value_of(&last_of_each(query), Name::Story).map(str::to_owned)
}

/// The dataset that a link asks for: it is needed before the rest of the link can
/// be read.
#[must_use]
pub fn requested_origin(query: &str) -> Origin {
    let asked = asked_data(query);
    let given = last_of_each(query);
    let word = |wanted: Name| value_of(&given, wanted);
    Origin {
        data: asked.iter().rev().find_map(|asked| Data::parse(asked)),
        columns: word(Name::Columns).and_then(columns),
        places: word(Name::Places).and_then(Data::parse),
        edition: word(Name::Edition).and_then(|word| edition(&word.to_ascii_lowercase())),
    }
}

/// The name of an edition, or the beginning of one.
fn edition(word: &str) -> Option<String> {
    editions::is_name(word).then(|| word.to_owned())
}

/// What a link asks for as a dataset, shortened, if it may not be fetched.
#[must_use]
pub fn refused_data(query: &str) -> Option<String> {
    let asked = asked_data(query);
    let is_refused = asked.iter().all(|asked| Data::parse(asked).is_none());
    asked
        .last()
        .filter(|_| is_refused)
        .map(|asked| shown(asked))
}

/// What a link asks for as a dataset, by either name.
fn asked_data(query: &str) -> Vec<String> {
    let asked = last_of_each(query)
        .into_iter()
        .filter_map(|given| match given {
            Given::Ours(Name::Dataset | Name::Data, value) => Some(value.trim().to_owned()),
            _ => None,
        });
    asked.filter(|asked| !asked.is_empty()).collect()
}

/// A parameter that holds, or one that nobody knows.
enum Given {
    Ours(Name, String),
    Unknown(String),
}

impl Given {
    fn name(&self) -> Option<Name> {
        match self {
            Self::Ours(name, _) => Some(*name),
            Self::Unknown(_) => None,
        }
    }
}

/// What a parameter says, if it is there.
fn value_of(given: &[Given], wanted: Name) -> Option<&str> {
    given.iter().find_map(|given| match given {
        Given::Ours(name, value) if *name == wanted => Some(value.trim()),
        _ => None,
    })
}

/// Each of our parameters once, and the unknown ones, in the link's order.
fn last_of_each(query: &str) -> Vec<Given> {
    let given: Vec<(Option<Name>, Parameter)> =
        parameters(query, |name| Name::read(name).is_some())
            .map(|parameter| (Name::read(&parameter.name), parameter))
            .filter(|(name, parameter)| {
                name.is_some() || !is_foreign(&parameter.name.to_ascii_lowercase())
            })
            .collect();
    let holds = |wanted: Name| {
        let is_wanted = |(name, _): &(Option<Name>, Parameter)| *name == Some(wanted);
        let is_date =
            |(_, given): &(Option<Name>, Parameter)| Date::parse(given.value.trim()).is_some();
        let date = match wanted {
            Name::From => given.iter().rposition(|it| is_wanted(it) && is_date(it)),
            _ => None,
        };
        date.or_else(|| given.iter().rposition(is_wanted))
    };
    let held: Vec<usize> = Name::ALL.iter().filter_map(|name| holds(*name)).collect();
    given
        .into_iter()
        .enumerate()
        .filter_map(|(position, (name, parameter))| match name {
            None => Some(Given::Unknown(parameter.name)),
            Some(name) => held
                .contains(&position)
                .then_some(Given::Ours(name, parameter.value)),
        })
        .collect()
}

/// Notices, each once, and no more than a reader would read.
#[derive(Default)]
struct Notices {
    named: Vec<Notice>,
    others: usize,
}

impl Notices {
    fn add(&mut self, notice: Notice) {
        if self.named.contains(&notice) {
            return;
        }
        if self.named.len() < NOTICES {
            self.named.push(notice);
        } else {
            self.others += 1;
        }
    }

    fn all(self) -> Vec<Notice> {
        let others = (self.others > 0).then_some(Notice::Others(self.others));
        self.named.into_iter().chain(others).collect()
    }
}

/// As much of a wrong name or value as tells which one it is.
fn shown(text: &str) -> String {
    match text.char_indices().nth(LETTERS) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
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

/// The value, where it is wrong.
fn wrong_unless(is_right: bool, value: &str) -> Vec<String> {
    (!is_right).then(|| value.to_owned()).into_iter().collect()
}

/// The words of a list; a comma too many parts nothing.
pub(super) fn words(list: &str) -> impl Iterator<Item = &str> {
    words_apart(list, |letter| letter == ',')
}

/// The same, parted by others.
pub(super) fn words_apart(list: &str, parts: fn(char) -> bool) -> impl Iterator<Item = &str> {
    list.split(parts)
        .map(str::trim)
        .filter(|word| !word.is_empty())
}

/// Puts all known words into `set` and returns the others.
fn members<T: Ord>(
    set: &mut BTreeSet<T>,
    value: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Vec<String> {
    let mut wrong = Vec::new();
    for word in words(value) {
        match read(word) {
            Some(member) => {
                set.insert(member);
            }
            None => wrong.push(word.to_owned()),
        }
    }
    wrong
}

/// Reads a part of the page, or [`ABOUT`], or both.
fn panel(view: &mut ViewState, value: &str) -> Vec<String> {
    let (mut part, mut about) = (None, false);
    for word in words(value) {
        match Panel::from_word(word) {
            Some(panel) if part.is_none() => part = Some(panel),
            None if word == ABOUT && !about => about = true,
            _ => return vec![value.to_owned()],
        }
    }
    view.panel = part.unwrap_or(Panel::All);
    view.about = about;
    Vec::new()
}

/// What stays lit: what the ids are of, then the ids. One that is unknown spoils
/// it: half a focus would be another one.
fn focus(value: &str, dataset: &Dataset) -> Option<Focus> {
    let (on, ids) = value.split_once(':')?;
    let id = ids.trim();
    match FocusOn::from_word(on.trim())? {
        FocusOn::Place => all(ids, |word| place_choice(word, dataset)).map(Focus::Places),
        FocusOn::Sector => all(ids, |word| dataset.sector_by_id(word)).map(Focus::Sectors),
        FocusOn::Kind => dataset.kind_by_id(id).map(Focus::Kind),
        FocusOn::Organisation => dataset.organisation_by_id(id).map(Focus::Organisation),
        FocusOn::Derived => dataset.derived_by_id(id).map(Focus::Derived),
        FocusOn::Record => all(ids, |word| dataset.record_by_id(word)).map(Focus::Records),
    }
}

/// All words, of which there is one at least, each known.
fn all<T: Ord>(ids: &str, read: impl Fn(&str) -> Option<T>) -> Option<BTreeSet<T>> {
    let all = sorting::set(words(ids).map(read).collect::<Option<Vec<T>>>()?);
    (!all.is_empty()).then_some(all)
}

/// Words of the importers, which know what they mean.
fn columns(value: &str) -> Option<String> {
    const LONGEST: usize = 2000;
    (!value.is_empty() && value.len() <= LONGEST).then(|| value.to_owned())
}

pub(super) fn place_choice(word: &str, dataset: &Dataset) -> Option<PlaceChoice> {
    if let Some(place) = dataset.place_by_id(word) {
        return Some(PlaceChoice::Place(place));
    }
    let former = FORMER.iter().find(|(former, _)| *former == word);
    match former.map_or(word, |(_, now)| now) {
        WHOLE => Some(PlaceChoice::Whole),
        NOWHERE => Some(PlaceChoice::Nowhere),
        _ => None,
    }
}

/// The language for a tag, of those that the dataset or the page itself speaks.
fn language(tag: &str, of_dataset: &[Lang]) -> Option<Lang> {
    let spoken = of_dataset.iter().copied();
    Lang::parse(tag)?.best_of(spoken.chain(Locale::ALL.map(Locale::lang)))
}

/// The side of the rows and that of the columns.
fn sides(value: &str) -> Option<Sides> {
    let (rows, columns) = value.split_once(',')?;
    Sides::new(
        Side::from_word(rows.trim())?,
        Side::from_word(columns.trim())?,
    )
}

fn sort(value: &str) -> Option<Sort> {
    let column = Column::from_word(value.strip_prefix(MINUS).unwrap_or(value))?;
    Some(Sort {
        column,
        descending: value.starts_with(MINUS),
    })
}
