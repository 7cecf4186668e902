//! Sides, their figures and their differences, in words.

use crate::numbers::{computed_parts, cut, with_qualifier};
use crate::{Phrase, qualified_parts};
use comparison::{By, Difference, Figure, Line, On, Row, Subject, Told, Unlike, Why};
use model::{Dataset, Lang, Operand, Qualifier, Quantity};
use query::{Counted, Total};

/// What kind of sides there are.
#[must_use]
pub fn on(lang: Lang, on: On) -> &'static str {
    match on {
        On::Place => crate::place(lang),
        On::Sector => crate::sector(lang),
        On::Kind => crate::kind(lang),
        On::Organisation => crate::organisations(lang),
        On::Time => crate::time_word(lang),
    }
}

/// As what figures are shown.
#[must_use]
pub fn by(lang: Lang, by: By, dataset: &Dataset) -> String {
    match by {
        By::Amount => crate::comparison_amount(lang).to_owned(),
        By::Share => crate::comparison_share(lang).to_owned(),
        By::Per(unit) => crate::comparison_per(lang, &crate::amount(lang, 1.0, unit, dataset)),
    }
}

/// A side's name.
#[must_use]
pub fn subject(lang: Lang, subject: Subject, dataset: &Dataset) -> Phrase {
    match subject {
        Subject::Place(choice) => crate::names::place_choice(lang, choice, dataset),
        Subject::Sector(ix) => Phrase::of(lang, &dataset.sector(ix).name),
        Subject::Kind(ix) => Phrase::of(lang, &dataset.kind(ix).name),
        Subject::Organisation(ix) => Phrase::of(lang, &dataset.organisation(ix).name),
        Subject::Time(period) => {
            let is_that = |plan: &&model::Plan| {
                (Some(plan.from), Some(plan.to)) == (period.from(), period.to())
            };
            match dataset.plans.iter().find(is_that) {
                Some(plan) => Phrase::of(lang, &plan.name),
                None => match (period.from(), period.to()) {
                    (Some(from), Some(to)) if from == to => crate::date(lang, from).into(),
                    _ => crate::period::range(lang, period).into(),
                },
            }
        }
    }
}

/// A quantity: what is measured, and in what unit where that has a name.
#[must_use]
pub fn quantity(lang: Lang, of: Quantity, dataset: &Dataset) -> Phrase {
    let name = Phrase::of(lang, &dataset.indicator(of.indicator).name);
    let unit = crate::axis_unit(lang, of.unit, 1.0, dataset);
    if unit.text(lang).is_empty() {
        return name;
    }
    Phrase::put([unit, name], |[unit, name]| {
        crate::in_brackets(lang, unit, name)
    })
}

/// What the shares of a row are of.
#[must_use]
pub fn whole(lang: Lang, row: &Row, dataset: &Dataset) -> Option<Phrase> {
    let name = match row.whole? {
        Operand::Value(ix, _) => &dataset.record(ix).title,
        Operand::Derived(ix) => &dataset.derived.get(ix.at())?.title,
    };
    let amount = crate::formula::operand(lang, row.whole?, dataset);
    Some(Phrase::put(
        [amount, Phrase::of(lang, name)],
        |[amount, name]| crate::comparison_whole(lang, amount, name),
    ))
}

/// What a line says.
pub struct Said {
    /// The figure, or why there is none.
    pub figure: Phrase,
    /// How it was computed, where it was, or what else it is of.
    pub note: Option<Phrase>,
    /// What is not counted in it, since it may count the same.
    pub left_out: Option<String>,
}

/// A line in words.
#[must_use]
pub fn line(lang: Lang, line: &Line, row: &Row, dataset: &Dataset) -> Said {
    let total = &line.total;
    let derived = |formula: Phrase| {
        let word = crate::derived(lang);
        Phrase::joined([formula, word.into()], " · ")
    };
    let note = match (row.by, line.figure) {
        (_, Err(Unlike::Together)) => Some(crate::unlike_together(lang).into()),
        (_, Err(_)) => None,
        (By::Amount, Ok(_)) if !total.is_derived() => None,
        (By::Amount, Ok(_)) => Some(derived(sum(lang, total, dataset))),
        (By::Share | By::Per(_), Ok(figure)) => {
            Some(derived(quotient(lang, line, figure, row, dataset)))
        }
    };
    let figure = match line.figure {
        Ok(figure) => said(lang, figure, line, row, dataset),
        Err(Unlike::Together) => {
            let one = total.counted.first().or(total.expected.first());
            one.map(|one| single(lang, one, dataset))
                .unwrap_or_default()
        }
        Err(why) => unlike(lang, why).into(),
    };
    let left_out = total.left_out.len();
    Said {
        figure,
        note,
        left_out: (left_out > 0).then(|| crate::comparison_left_out(lang, left_out)),
    }
}

/// A single figure, as it is stated.
#[must_use]
pub fn single(lang: Lang, counted: &Counted, dataset: &Dataset) -> Phrase {
    let values = &dataset.record(counted.record).values;
    let value = values.get(counted.value);
    value
        .map(|value| qualified_parts(lang, value, dataset))
        .unwrap_or_default()
}

fn said(lang: Lang, figure: Figure, line: &Line, row: &Row, dataset: &Dataset) -> Phrase {
    let of = row.of;
    match (row.by, line.total.counted.as_slice()) {
        (By::Amount, [one]) => single(lang, one, dataset),
        (By::Amount, _) => computed(lang, figure.amount, figure.qualifier, of, dataset),
        (By::Share, _) => {
            with_qualifier(lang, percent(lang, figure.amount).into(), figure.qualifier)
        }
        (By::Per(_), _) => {
            let amount = computed(lang, figure.amount, figure.qualifier, of, dataset);
            Phrase::put([amount], |[amount]| crate::comparison_each(lang, amount))
        }
    }
}

/// A computed amount; "about ≈" would say the same twice.
fn computed(
    lang: Lang,
    amount: f64,
    qualifier: Qualifier,
    of: Quantity,
    dataset: &Dataset,
) -> Phrase {
    let text = match qualifier {
        Qualifier::About | Qualifier::Estimated => cut(lang, amount, of.unit, dataset).0,
        _ => computed_parts(lang, amount, of.unit, dataset),
    };
    with_qualifier(lang, text, qualifier)
}

/// Hundredths, to one digit after the point.
fn percent(lang: Lang, hundredths: f64) -> String {
    crate::percent(
        lang,
        &crate::number(lang, (hundredths * 10.0).round() / 10.0),
    )
}

fn sum(lang: Lang, total: &Total, dataset: &Dataset) -> Phrase {
    let all = total.counted.iter();
    Phrase::joined(all.map(|one| single(lang, one, dataset)), " + ")
}

fn quotient(lang: Lang, line: &Line, figure: Figure, row: &Row, dataset: &Dataset) -> Phrase {
    let upper = match line.total.counted.as_slice() {
        [one] => single(lang, one, dataset),
        _ => computed(lang, line.total.amount, Qualifier::Exact, row.of, dataset),
    };
    let divisor = figure.by.unwrap_or(1.0);
    let lower = match (row.by, row.whole) {
        (By::Share, Some(whole)) => crate::formula::operand(lang, whole, dataset),
        (By::Per(unit), _) => crate::amount(lang, divisor, unit, dataset).into(),
        _ => Phrase::default(),
    };
    Phrase::joined([upper, lower], " ÷ ")
}

fn unlike(lang: Lang, why: Unlike) -> &'static str {
    match why {
        Unlike::Expected => crate::only_expected(lang),
        Unlike::Together => crate::unlike_together(lang),
        Unlike::NoWhole => crate::unlike_no_whole(lang),
        Unlike::OtherWhole => crate::unlike_other_whole(lang),
        Unlike::NoCount => crate::unlike_no_count(lang),
        Unlike::SeveralCounts => crate::unlike_several_counts(lang),
        Unlike::Uncountable => crate::unlike_uncountable(lang),
    }
}

/// What lies between the first side of a row and each other one; one sentence, where
/// for none it can be told, for one reason.
#[must_use]
pub fn differences(lang: Lang, row: &Row, names: &[Phrase], dataset: &Dataset) -> Vec<Phrase> {
    let mut whys = row.differences.iter().map(|difference| match difference {
        Difference::Refused(why) => Some(*why),
        Difference::Told(_) => None,
    });
    let first = whys.next().flatten();
    if let Some(why) = first.filter(|_| whys.all(|why| why == first)) {
        return vec![crate::comparison_refused_all(lang, refused(lang, why)).into()];
    }
    let all = row.differences.iter().enumerate();
    all.map(|(at, difference)| {
        let name = |at: usize| names.get(at).cloned().unwrap_or_default();
        let (first, other) = (name(0), name(at + 1));
        match difference {
            Difference::Refused(why) => {
                let why = refused(lang, *why);
                Phrase::put([first, other], |[first, other]| {
                    crate::comparison_refused(lang, first, other, why)
                })
            }
            Difference::Told(told) => {
                let amount = between(lang, *told, row, dataset);
                let made = made(lang, row, at + 1, dataset);
                told_words(lang, *told, [amount, first, made, other])
            }
        }
    })
    .collect()
}

fn told_words(lang: Lang, told: Told, parts: [Phrase; 4]) -> Phrase {
    let more = Phrase::put(parts, |[amount, first, made, other]| {
        if told.amount == 0.0 {
            crate::comparison_same(lang, first, other)
        } else if told.amount > 0.0 {
            crate::comparison_more(lang, amount, first, made, other)
        } else {
            crate::comparison_less(lang, amount, first, made, other)
        }
    });
    let times = told.times.filter(|_| told.amount != 0.0).map(|times| {
        let digits = if times < 10.0 { 100.0 } else { 1.0 };
        let times = crate::number(lang, (times * digits).round() / digits);
        crate::comparison_times(lang, &times).into()
    });
    let time = told
        .other_time
        .then(|| crate::comparison_other_time(lang).into());
    let all = [Some(more), times, time].into_iter().flatten();
    Phrase::joined(all, crate::clause_separator(lang))
}

/// How much lies between, without a sign.
fn between(lang: Lang, told: Told, row: &Row, dataset: &Dataset) -> Phrase {
    let amount = told.amount.abs();
    // A limit of what is less is the other limit of how much less it is.
    let qualifier = if told.amount < 0.0 {
        told.qualifier.reversed()
    } else {
        told.qualifier
    };
    match row.by {
        By::Share => {
            let points = crate::number(lang, (amount * 10.0).round() / 10.0);
            with_qualifier(
                lang,
                crate::percentage_points(lang, &points).into(),
                qualifier,
            )
        }
        By::Amount | By::Per(_) => computed(lang, amount, qualifier, row.of, dataset),
    }
}

/// What a difference is made of: the larger figure less the smaller one.
fn made(lang: Lang, row: &Row, other: usize, dataset: &Dataset) -> Phrase {
    let line_of = |at: usize| row.cells.get(at).and_then(|cell| cell.first());
    let (Some(first), Some(other)) = (line_of(0), line_of(other)) else {
        return Phrase::default();
    };
    let amount = |line: &Line| line.figure.map_or(0.0, |figure| figure.amount);
    let (more, less) = if amount(other) >= amount(first) {
        (other, first)
    } else {
        (first, other)
    };
    let word = |of: &Line| line(lang, of, row, dataset).figure;
    Phrase::joined([word(more), word(less)], " − ")
}

fn refused(lang: Lang, why: Why) -> &'static str {
    match why {
        Why::NotStated => crate::why_not_stated(lang),
        Why::Unlike(why) => unlike(lang, why),
        Why::Several => crate::why_several(lang),
        Why::OtherLabels => crate::why_other_labels(lang),
        Why::Shared => crate::why_shared(lang),
        Why::Limits => crate::why_limits(lang),
    }
}
