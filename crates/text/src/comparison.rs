//! Sides, their figures and their differences, in words.

use crate::numbers::{computed_parts, cut, with_qualifier};
use crate::{Phrase, qualified_parts};
use comparison::{By, Difference, Figure, Line, On, Row, Subject, Told, Unlike, Why, as_stated};
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
            let share = rounded(lang, figure.amount, figure.qualifier, |lang, number| {
                crate::percent(lang, number)
            });
            with_qualifier(lang, share, figure.qualifier)
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

/// A number that was divided, to one digit after the point, or to two digits where it is
/// smaller: nothing is rounded to nothing. "≈" says that it was cut.
fn rounded(
    lang: Lang,
    number: f64,
    qualifier: Qualifier,
    words: fn(Lang, &str) -> String,
) -> Phrase {
    let size = number.abs();
    let digits = if size >= 1.0 || size == 0.0 {
        1.0
    } else {
        1.0 - size.log10().floor()
    };
    let step = 10_f64.powf(digits);
    let shown = (number * step).round() / step;
    let text = words(lang, &crate::number(lang, shown));
    let is_cut = (shown - number).abs() > 1e-9 * size;
    // "About ≈" would say the same twice.
    let is_said = matches!(qualifier, Qualifier::About | Qualifier::Estimated);
    if is_cut && !is_said {
        crate::rounded(lang, &text).into()
    } else {
        text.into()
    }
}

/// The operands of a sum, as far as a reader reads them.
fn sum(lang: Lang, total: &Total, dataset: &Dataset) -> Phrase {
    const SAID: usize = 6;
    let all = total.counted.iter().take(SAID);
    let said = Phrase::joined(all.map(|one| single(lang, one, dataset)), " + ");
    let more = total.counted.len().saturating_sub(SAID);
    if more == 0 {
        return said;
    }
    Phrase::joined([said, crate::checks_more(lang, more).into()], " ")
}

fn quotient(lang: Lang, line: &Line, figure: Figure, row: &Row, dataset: &Dataset) -> Phrase {
    let upper = match (
        line.total.counted.as_slice(),
        as_stated(dataset, &line.total),
    ) {
        ([one], _) => single(lang, one, dataset),
        (_, Some(sum)) => computed(lang, sum.amount, sum.qualifier, row.of, dataset),
        (_, None) => Phrase::default(),
    };
    let lower = match (row.by, row.whole, figure.by) {
        (By::Share, Some(whole), _) => crate::formula::operand(lang, whole, dataset),
        (By::Per(unit), _, Some((count, qualifier))) => {
            let count = crate::amount(lang, count, unit, dataset);
            with_qualifier(lang, count.into(), qualifier)
        }
        _ => Phrase::default(),
    };
    Phrase::joined([upper, lower], " ÷ ")
}

fn unlike(lang: Lang, why: Unlike) -> &'static str {
    match why {
        Unlike::Expected => crate::only_expected(lang),
        Unlike::Together => crate::unlike_together(lang),
        Unlike::Limits => crate::unlike_limits(lang),
        Unlike::Rate => crate::unlike_rate(lang),
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
        if told.amount == 0.0 && told.qualifier == Qualifier::Exact {
            crate::comparison_same(lang, first, other)
        } else if told.amount == 0.0 {
            crate::comparison_about_same(lang, first, other)
        } else if told.amount > 0.0 {
            crate::comparison_more(lang, amount, first, made, other)
        } else {
            crate::comparison_less(lang, amount, first, made, other)
        }
    });
    let times = told.times.filter(|_| told.amount != 0.0).map(|times| {
        let times = rounded(lang, times, told.qualifier, |_, number| number.to_owned());
        let times = with_qualifier(lang, times, told.qualifier);
        Phrase::put([times], |[times]| crate::comparison_times(lang, times))
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
            let points = rounded(lang, amount, qualifier, |lang, number| {
                crate::percentage_points(lang, number)
            });
            with_qualifier(lang, points, qualifier)
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
    let word = |of: &Line| {
        let figure = of.figure.ok();
        let said = figure.map(|figure| said(lang, figure, of, row, dataset));
        said.unwrap_or_default()
    };
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
