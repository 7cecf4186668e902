//! All derived figures with their formulas, the source's own arithmetic, and what else
//! is worth a look.

use super::derived::DerivedFigure;
use crate::share::ShareButton;
use crate::state::{Store, Subject};
use crate::ui::{Figures, PanelHead, RecordLink};
use checks::Check;
use leptos::prelude::*;
use view::Embed;

/// More are said to be there.
const CHECKS: usize = 50;
const RECORDS: usize = 6;

/// The panel.
#[component]
pub fn Checks() -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let derived = (!dataset.derived.is_empty()).then(|| {
        let all = dataset.derived.iter();
        view! {
            <p class="unit">{move || text::derived_long(lang.get())}</p>
            <p id="verdicts">{move || text::checks::verdicts(lang.get(), dataset)}</p>
            <ul class="derived-list">
                {all.map(|derived| view! { <li><DerivedFigure derived /></li> }).collect_view()}
            </ul>
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

fn list(found: &[Check]) -> AnyView {
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
