//! The timeline of a phone: its records as a list in the order of time, with
//! their marks on a rail.

use crate::state::Store;
use crate::ui::{Spoken, phrase};
use charts::{Moment, Span, moments};
use leptos::prelude::*;
use model::RecordIx;

/// So many records are shown at first, and so many more each time.
const FIRST: usize = 12;
const MORE: usize = 120;

/// The list.
#[component]
pub fn TimeList() -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let most = RwSignal::new(FIRST);
    let list = Memo::new(move |_| {
        store
            .selection()
            .with(|records| moments(dataset, records, most.get()))
    });
    let hidden = move || list.with(|(_, count)| count.saturating_sub(most.get()));
    let words = move || {
        let (lang, hidden) = (lang.get(), hidden());
        if hidden > MORE {
            text::more_records(lang, MORE)
        } else {
            text::all_records(lang, list.with(|(_, count)| *count))
        }
    };
    view! {
        <div class="time-list">
            <For each=move || list.with(|(moments, _)| moments.clone()) key=|moment| moment.records.clone() let:moment>
                <Group moment />
            </For>
            <Show when=move || { hidden() > 0 }>
                <button type="button" class="button time-more" on:click=move |_| most.update(|most| *most += MORE)>
                    {words}
                </button>
            </Show>
        </div>
    }
}

#[component]
fn Group(moment: Moment) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let Moment {
        time,
        span,
        records,
    } = moment;
    view! {
        <section>
            <h3>{move || phrase(lang.get(), &text::time_parts(lang.get(), time, dataset))}</h3>
            <ul>{records.into_iter().map(|ix| view! { <li><Row ix span /></li> }).collect_view()}</ul>
        </section>
    }
}

/// A record: what it is, where and of what, and its first figure.
#[component]
fn Row(ix: RecordIx, span: Span) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let record = dataset.record(ix);
    let title = Memo::new(move |_| {
        let lang = lang.get();
        let spoken = record.title.lang(lang);
        Spoken::said(record.row_title(lang).to_owned(), spoken, lang)
    });
    let figure = move || {
        let lang = lang.get();
        let value = record.values.first()?;
        Some(phrase(lang, &text::qualified_parts(lang, value, dataset)))
    };
    let about = move || text::names::about(lang.get(), record, dataset);
    view! {
        <button
            type="button"
            class="time-row"
            class:lit=move || store.is_lit(ix)
            class:dim=move || store.is_dim(ix)
            style:--mark=move || store.setting().theme.sector(record.sector)
            on:click=move |_| store.open(ix)
        >
            <span class=format!("time-mark {}", span.form()) aria-hidden="true"></span>
            <span
                class="time-title"
                translate="yes"
                lang=move || title.with(|t| t.lang.clone())
                dir=move || title.with(|t| t.dir)
                prop:textContent=move || title.with(|t| t.words.clone())
            ></span>
            <strong class="time-figure">{figure}</strong>
            <span class="time-about" title=move || about().text(lang.get())>{move || phrase(lang.get(), &about())}</span>
        </button>
    }
}
