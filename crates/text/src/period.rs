//! What lies within the chosen period, and what only reaches into it.

use super::Phrase;
use ::words as fixed;
use model::{Dataset, Date, Lang};
use query::{Beyond, Count, Period, Selection};

/// So many of what is not counted are named in a line without buttons.
const NAMED: usize = 3;

/// "2016 – 2018"; an open side is "…".
#[must_use]
pub fn range(lang: Lang, period: Period) -> String {
    let side = |date: Option<Date>| {
        date.map_or_else(
            || fixed::no_end(lang).to_owned(),
            |date| super::date(lang, date),
        )
    };
    fixed::span(lang, &side(period.from()), &side(period.to()))
}

/// "9 within the period, 6 only reach into it; 57 without a stated time are not
/// counted"; none where the period sets nothing apart.
#[must_use]
pub fn apart(lang: Lang, selection: &Selection) -> Option<String> {
    let (reaching, untimed) = (selection.reaching().len(), selection.untimed().len());
    let split = (reaching > 0).then(|| {
        let within = fixed::within_period(lang, selection.within().len());
        let reaching = fixed::reaching_period(lang, reaching);
        fixed::within_and_reaching(lang, &reaching, &within)
    });
    let left_out = (untimed > 0).then(|| fixed::untimed_left_out(lang, untimed));
    let parts: Vec<String> = split.into_iter().chain(left_out).collect();
    (!parts.is_empty()).then(|| super::clauses(lang, &parts))
}

/// "15 of 104 records (9 within the period, 6 only reach into it)".
#[must_use]
pub fn counted(lang: Lang, selection: &Selection, all: usize) -> String {
    let count = super::count_of(lang, selection.all().len(), all);
    match apart(lang, selection) {
        Some(apart) => fixed::in_brackets(lang, &apart, &count),
        None => count,
    }
}

/// How many records a choice would leave: "9 + 6", those that only reach into the
/// period as the second.
#[must_use]
pub fn facet(lang: Lang, count: Count) -> String {
    let within = fixed::grouped(lang, count.within);
    match count.reaching {
        0 => within,
        reaching => fixed::facet_count(lang, &fixed::grouped(lang, reaching), &within),
    }
}

/// That nothing is drawn, since no figure is of the period alone.
#[must_use]
pub fn none_within(lang: Lang, period: Period) -> String {
    fixed::none_within(lang, &range(lang, period))
}

/// That so much is not counted, since it is of more than the period.
#[must_use]
pub fn not_counted(lang: Lang, beyond: &[Beyond], period: Period) -> String {
    let (count, period) = (beyond.len(), range(lang, period));
    if beyond.iter().any(|of| of.figure.is_some()) {
        fixed::figures_beyond(lang, count, &period)
    } else {
        fixed::records_beyond(lang, count, &period)
    }
}

/// The figure, where one is not counted, and the time that it covers.
#[must_use]
pub fn of_more(lang: Lang, beyond: Beyond, dataset: &Dataset) -> Phrase {
    let record = dataset.record(beyond.record);
    let figure = beyond.figure.and_then(|at| record.values.get(at));
    let figure = figure.map(|value| super::qualified_parts(lang, value, dataset));
    let time = super::time_parts(lang, record.time.time, dataset);
    Phrase::joined(
        figure.into_iter().chain([time]),
        fixed::list_separator(lang),
    )
}

/// All of it in a line, for pictures; none where all is counted.
#[must_use]
pub fn not_counted_line(
    lang: Lang,
    beyond: &[Beyond],
    period: Period,
    dataset: &Dataset,
) -> Option<String> {
    let name = |of: &Beyond| {
        let title = dataset.record(of.record).row_title(lang);
        fixed::labelled(lang, title, &of_more(lang, *of, dataset).text(lang))
    };
    let names: Vec<String> = beyond.iter().take(NAMED).map(name).collect();
    let more = beyond.len().checked_sub(NAMED).filter(|more| *more > 0);
    let more = more.map(|more| fixed::and_more(lang, more));
    let names: Vec<String> = names.into_iter().chain(more).collect();
    (!names.is_empty()).then(|| {
        fixed::labelled(
            lang,
            &not_counted(lang, beyond, period),
            &super::clauses(lang, &names),
        )
    })
}
