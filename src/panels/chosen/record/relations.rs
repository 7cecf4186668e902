//! What other records and derived figures a record stands in relation to.

use crate::panels::derived::DerivedFigure;
use crate::state::Store;
use crate::ui::RecordLink;
use charts::related;
use leptos::prelude::*;
use model::{Basis, Lang, RecordIx, RelationKind, Target};

/// The relations that the record states and those that others state of it.
#[component]
pub fn Relations(ix: RecordIx, #[prop(into)] lang: Signal<Lang>) -> impl IntoView {
    let store = Store::get();
    let dataset = store.dataset();
    let all = related(dataset, ix);
    if all.is_empty() {
        return view! { <span>"—"</span> }.into_any();
    }
    // Each kind of relation is named once, with whose reading it is.
    let mut kinds: Vec<(RelationKind, Basis, Vec<Target>)> = Vec::new();
    for relation in all {
        let same = |(kind, basis, _): &&mut (RelationKind, Basis, _)| {
            (*kind, *basis) == (relation.kind, relation.basis)
        };
        match kinds.iter_mut().find(same) {
            Some((_, _, targets)) => targets.push(relation.target),
            None => kinds.push((relation.kind, relation.basis, vec![relation.target])),
        }
    }
    let target = move |target: Target| {
        let other = match target {
            Target::Record(other) => {
                let title = &dataset.record(other).title;
                view! { <RecordLink title lang on_open=move || store.open(other) /> }.into_any()
            }
            Target::Derived(derived) => {
                view! { <DerivedFigure derived=&dataset.derived[derived.at()] /> }.into_any()
            }
        };
        view! { <li>{other}</li> }
    };
    let items = kinds.into_iter().map(|(kind, basis, targets)| {
        let name = move || text::names::relation(lang.get(), kind);
        view! {
            <p>
                {name}
                <span class="hint">" · " {move || text::names::basis(lang.get(), basis)}</span>
            </p>
            <ul>{targets.into_iter().map(target).collect_view()}</ul>
        }
    });
    view! { <div class="relations">{items.collect_view()}</div> }.into_any()
}
