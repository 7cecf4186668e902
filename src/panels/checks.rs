//! All derived figures with their formulas, the source's own arithmetic, and what else
//! is worth a look.

use super::derived::DerivedFigure;
use crate::share::ShareButton;
use crate::state::{Store, Subject};
use crate::ui::{Figures, PanelHead, RecordLink};
use checks::{Check, Told};
use leptos::prelude::*;
use model::{Dataset, Derived, RecordIx};
use view::Embed;

/// More are said to be there.
const CHECKS: usize = 50;
const RECORDS: usize = 6;
/// Of so many records all is found while a reader opens one.
const SMALL: usize = 1000;

/// The panel.
#[component]
pub fn Checks() -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    // The verdict of those that are listed, or all.
    let chosen = RwSignal::new(None::<Told>);
    let derived = (!dataset.derived.is_empty()).then(|| {
        let item = move |derived: &'static Derived| {
            let told = checks::verdict(derived, dataset).told();
            let is_other = move || chosen.get().is_some_and(|chosen| chosen != told);
            view! { <li hidden=is_other><DerivedFigure derived with_records=true /></li> }
        };
        view! {
            <p class="unit">{move || text::derived_long(lang.get())}</p>
            <Verdicts chosen />
            <ul class="derived-list">{dataset.derived.iter().map(item).collect_view()}</ul>
        }
    });
    // Looked for when somebody asks: a large file takes its time.
    let found = RwSignal::new(None::<Vec<Check>>);
    let unfold = move |is_open: bool| {
        if is_open && found.with_untracked(Option::is_none) {
            found.set(Some(checks::find(dataset)));
        }
    };
    view! {
        <article class="panel" id="checks" aria-labelledby="checks-title">
            <PanelHead id="checks-title" title=Signal::derive(move || text::checks_title(lang.get()).to_owned().into())>
                <ShareButton subject=Subject::View(Embed::Checks) />
            </PanelHead>
            {derived}
            <Figures title=Signal::derive(move || text::worth_a_look(lang.get()).to_owned()) on_fold=unfold>
                <p class="hint">{move || text::worth_a_look_hint(lang.get())}</p>
                {move || found.with(|found| found.as_deref().map(list))}
            </Figures>
        </article>
    }
}

/// How many figures have which verdict; one that is chosen hides the others.
#[component]
fn Verdicts(chosen: RwSignal<Option<Told>>) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let counts = text::checks::verdicts(dataset).into_iter();
    let counts = counts.map(|(told, count)| (Some(told), count));
    let all = std::iter::once((None, dataset.derived.len()));
    let choice = move |(told, count): (Option<Told>, usize)| {
        let name = move || {
            let lang = lang.get();
            told.map_or_else(
                || text::verdicts_all(lang),
                |told| text::checks::told(lang, told),
            )
        };
        view! {
            <button
                type="button"
                aria-pressed=move || (chosen.get() == told).to_string()
                on:click=move |_| chosen.set(told)
            >
                {name} " " <span class="count">{move || text::number(lang.get(), count as f64)}</span>
            </button>
        }
    };
    view! {
        <div id="verdicts" role="group" aria-label=move || text::verdicts_label(lang.get())>
            {all.chain(counts).map(choice).collect_view()}
        </div>
    }
}

/// What is worth a look of a record, where the dataset is so small that it is looked for
/// in no time.
pub fn found_of(dataset: &Dataset, ix: RecordIx) -> Vec<Check> {
    let mut found = match dataset.records.len() {
        ..=SMALL => checks::of_record(dataset, ix),
        _ => Vec::new(),
    };
    // It is told of beside the record itself.
    for check in &mut found {
        check.records.retain(|other| *other != ix);
    }
    found
}

/// What was found, each with its records.
pub fn list(found: &[Check]) -> AnyView {
    let store = Store::get();
    let lang = store.lang();
    if found.is_empty() {
        return view! { <p>{move || text::worth_nothing(lang.get())}</p> }.into_any();
    }
    let more = found.len().saturating_sub(CHECKS);
    let items = found.iter().take(CHECKS).cloned().map(item).collect_view();
    view! {
            <ul class="worth">{items}</ul>
            {(more > 0).then(|| view! { <p class="hint">{move || text::checks_more(lang.get(), more)}</p> })}
        }
        .into_any()
}

fn item(check: Check) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let more = check.records.len().saturating_sub(RECORDS);
    let links = check.records.iter().take(RECORDS).map(|ix| {
        let (ix, title) = (*ix, &dataset.record(*ix).title);
        view! { <span><RecordLink title lang on_open=move || store.open(ix) /></span> }
    });
    let links = links.collect_view();
    view! {
        <li>
            <p>{move || text::checks::check(lang.get(), &check, dataset)}</p>
            <p class="parts">
                {links}
                {(more > 0).then(|| view! { <span class="hint">{move || text::checks_more(lang.get(), more)}</span> })}
            </p>
        </li>
    }
}
