//! The first and last year or month.

use crate::state::Store;
use crate::ui::{Choice, Select};
use leptos::prelude::*;
use model::{Date, Lang};
use query::Period;
use std::ops::RangeInclusive;

/// Choices that follow each other in one field. Keys pass through the years on
/// their way to the one that is meant (2000 before 2018): the other end must not
/// give way to those, nor may each be a step of Back.
#[derive(Clone, Copy)]
struct Run {
    /// The period before the first of them.
    base: Period,
    /// The period after the last.
    last: Period,
}

/// An end of the period.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    From,
    To,
}

/// The two fields.
#[component]
pub fn PeriodFields() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    view! {
        <fieldset class="period">
            <legend>{move || text::period(lang.get())}</legend>
            <PeriodField end=End::From />
            <PeriodField end=End::To />
            <p class="hint">{move || text::period_note(lang.get())}</p>
        </fieldset>
    }
}

#[component]
fn PeriodField(end: End) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let current = Signal::derive(move || {
        let period = store.filter().with(|filter| filter.period);
        match end {
            End::From => period.from(),
            End::To => period.to(),
        }
    });
    let run = StoredValue::new(None::<Run>);
    let choose = move |date: Option<Date>| {
        let now = store.filter().with_untracked(|filter| filter.period);
        let going_on = run.get_value().filter(|run| run.last == now);
        let base = going_on.map_or(now, |run| run.base);
        let last = match end {
            End::From => base.with_from(date),
            End::To => base.with_to(date),
        };
        run.set_value(Some(Run { base, last }));
        if going_on.is_some() {
            store.adjust_period(last);
        } else {
            store.set_period(last);
        }
    };
    let (first, last) = store.dataset().extent();
    let years = Date::month_of(first).year()..=Date::month_of(last).year();
    let label = move || match end {
        End::From => text::from(lang.get()).to_owned(),
        End::To => text::to(lang.get()).to_owned(),
    };
    view! {
        <Select
            id=match end {
                End::From => "from",
                End::To => "to",
            }
            label=Signal::derive(label)
            choices=Signal::derive(move || choices(lang.get(), years.clone(), current.get()))
            value=current
            on_choose=Callback::new(choose)
            on:pointerdown=move |_| run.set_value(None)
            on:focusout=move |_| run.set_value(None)
        />
    }
}

/// Any time, the years, and the date that holds now: one from the timeline or a
/// link may be no year of the list.
fn choices(
    lang: Lang,
    years: RangeInclusive<u16>,
    current: Option<Date>,
) -> Vec<Choice<Option<Date>>> {
    let mut choices = vec![Choice {
        value: None,
        word: String::new(),
        name: text::any_time(lang).to_owned(),
    }];
    let listed = |date: Date| date.month().is_none() && years.contains(&date.year());
    choices.extend(current.filter(|date| !listed(*date)).map(|date| Choice {
        value: Some(date),
        word: date.to_string(),
        name: text::date(lang, date),
    }));
    choices.extend(years.map(|year| {
        let word = format!("{year:04}");
        Choice {
            value: Date::parse(&word),
            name: word.clone(),
            word,
        }
    }));
    choices
}
