//! What stands side by side, as a link says it: `place:a,b`, `time:2016,2017/2018`.

use super::encode::place_word;
use super::link::{place_choice, words};
use comparison::{By, On, Subject, Subjects};
use model::{Dataset, Date, UnitIx};
use query::Period;

/// Between the first and the last date of a period, as in ISO 8601.
const TO: char = '/';
/// In place of an end that is open, as there.
const OPEN: &str = "..";
const SHARE: &str = "share";
const PER: &str = "per";

/// Reads what stands side by side. One that is unknown spoils it, and so do too few or
/// too many: half a comparison would be another one.
pub(super) fn subjects(value: &str, dataset: &Dataset) -> Option<Subjects> {
    let (on, ids) = value.split_once(':')?;
    let on = On::from_word(on.trim())?;
    let read = |word| match on {
        On::Place => place_choice(word, dataset).map(Subject::Place),
        On::Sector => dataset.sector_by_id(word).map(Subject::Sector),
        On::Kind => dataset.kind_by_id(word).map(Subject::Kind),
        On::Organisation => dataset.organisation_by_id(word).map(Subject::Organisation),
        On::Time => period(word).map(Subject::Time),
    };
    Subjects::new(words(ids).map(read).collect::<Option<Vec<Subject>>>()?)
}

/// The same in words.
#[must_use]
pub fn subjects_words(subjects: &Subjects, dataset: &Dataset) -> String {
    let all = subjects.all().iter();
    let ids: Vec<String> = all.map(|subject| subject_word(*subject, dataset)).collect();
    format!("{}:{}", subjects.on().word(), ids.join(","))
}

/// One of them, without what kind it is of.
#[must_use]
pub fn subject_word(subject: Subject, dataset: &Dataset) -> String {
    match subject {
        Subject::Place(choice) => place_word(choice, dataset).to_owned(),
        Subject::Sector(ix) => dataset.sector(ix).id.clone(),
        Subject::Kind(ix) => dataset.kind(ix).id.clone(),
        Subject::Organisation(ix) => dataset.organisation(ix).id.clone(),
        Subject::Time(period) => match (period.from(), period.to()) {
            (Some(from), Some(to)) if from == to => from.to_string(),
            (from, to) => {
                let end =
                    |date: Option<Date>| date.map_or(OPEN.to_owned(), |date| date.to_string());
                format!("{}{TO}{}", end(from), end(to))
            }
        },
    }
}

fn period(word: &str) -> Option<Period> {
    let end = |word: &str| match word.trim() {
        OPEN => Some(None),
        date => Date::parse(date).map(Some),
    };
    let (from, to) = match word.split_once(TO) {
        Some((from, to)) => (end(from)?, end(to)?),
        None => (Date::parse(word), Date::parse(word)),
    };
    Period::new(from, to).filter(|period| !period.is_all())
}

/// Reads as what figures are shown.
pub(super) fn by(value: &str, dataset: &Dataset) -> Option<By> {
    match value.split_once(':') {
        None => (value == SHARE).then_some(By::Share),
        Some((per, unit)) if per.trim() == PER => {
            let is_that = |other: &model::Unit| other.id.eq_ignore_ascii_case(unit.trim());
            let at = dataset.units.iter().position(is_that)?;
            dataset.units[at]
                .is_counted()
                .then(|| By::Per(UnitIx::of(at)))
        }
        Some(_) => None,
    }
}

/// The same in words; none for figures as they are stated, which a link need not say.
#[must_use]
pub fn by_words(by: By, dataset: &Dataset) -> String {
    match by {
        By::Amount => String::new(),
        By::Share => SHARE.to_owned(),
        By::Per(unit) => format!("{PER}:{}", dataset.unit(unit).id),
    }
}
