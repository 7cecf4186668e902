//! What the colours stand for: families of sectors, each of which lights its
//! records.

use crate::browser::pointer;
use crate::state::Store;
use crate::ui::Words;
use leptos::prelude::*;
use model::{FamilyIx, RecordIx, SectorIx};
use view::Focus;

/// The key; where sectors have no families, there is none.
#[component]
pub fn Families() -> impl IntoView {
    let store = Store::get();
    let all: Vec<FamilyIx> = store.dataset().family_indices().collect();
    (!all.is_empty()).then(|| {
        view! {
            <ul class="families" aria-label=move || text::sector_families(store.lang().get())>
                {all.into_iter().map(|family| view! { <li><Key family /></li> }).collect_view()}
            </ul>
        }
    })
}

#[component]
fn Key(family: FamilyIx) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let sectors: Vec<SectorIx> = dataset.sectors_of(family).collect();
    let focus = Focus::Sectors(sectors.iter().copied().collect());
    let first = sectors.first().copied();
    let color = move || first.map(|sector| store.setting().theme.sector(sector));
    let is_of =
        move |ix: &RecordIx| dataset.sector(dataset.record(*ix).sector).family == Some(family);
    let records = StoredValue::new(dataset.record_indices().filter(is_of).collect::<Vec<_>>());
    let is_kept = {
        let focus = focus.clone();
        Memo::new(move |_| {
            store
                .view()
                .with(|view| view.focus.as_ref() == Some(&focus))
        })
    };
    view! {
        <button
            type="button"
            class="family"
            style:--mark=color
            aria-pressed=move || is_kept.get().to_string()
            on:click=move |_| store.focus_on(focus.clone())
            on:pointerenter=move |event| {
                if pointer::hovers(&event) {
                    store.point(records.get_value());
                }
            }
            on:pointerleave=move |_| records.with_value(|records| store.leave(records))
        >
            <Words text=&dataset.family(family).name lang />
        </button>
    }
}
