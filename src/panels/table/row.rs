//! A record as a row of the table.

use crate::browser::pointer;
use crate::state::Store;
use crate::ui::{Spoken, phrase};
use leptos::prelude::*;
use model::{Dataset, Lang, Record, RecordIx};
use text::Phrase;

/// The row.
#[component]
pub fn Row(ix: RecordIx) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let record = dataset.record(ix);
    let lit = move || store.is_lit(ix);
    on_cleanup(move || store.leave(&[ix]));
    let enter = move |event: web_sys::PointerEvent| {
        if pointer::hovers(&event) {
            store.point(vec![ix]);
        }
    };
    view! {
        <tr
            data-record=record.id.clone()
            class:lit=lit
            on:pointerenter=enter
            on:pointerleave=move |_| store.leave(&[ix])
        >
            // One reader of the language a row: the page has hundreds of rows.
            {move || cells(store, ix, lang.get())}
        </tr>
    }
}

/// What stands in it, for a reader of `lang`.
fn cells(store: Store, ix: RecordIx, lang: Lang) -> AnyView {
    let dataset = store.dataset();
    let record = dataset.record(ix);
    let said = |what: &Phrase| phrase(lang, what);
    let Spoken {
        words,
        lang: spoken,
        dir,
    } = Spoken::of(&record.title, lang);
    let sector = Phrase::of(lang, &dataset.sector(record.sector).name);
    view! {
        <th scope="row">
            // A translator may translate it: its whole content is set anew.
            <button
                type="button"
                class="as-link"
                translate="yes"
                lang=spoken
                dir=dir
                on:click=move |_| store.open(ix)
                prop:textContent=words
            ></button>
        </th>
        <td>{values(lang, record, dataset)}</td>
        <td>
            {said(&text::time_parts(lang, record.time.time, dataset))}
            {move || store.reaches(ix).then(|| reaches(lang))}
        </td>
        <td>{said(&text::names::places(lang, record, dataset))}</td>
        <td>{said(&sector)}</td>
        <td>{said(&text::names::source_parts(lang, record, dataset))}</td>
    }
    .into_any()
}

fn reaches(lang: Lang) -> impl IntoView {
    view! { " " <span class="reaches" title=text::reaches_only(lang)>{text::reaches_short(lang)}</span> }
}

fn values(lang: Lang, record: &'static Record, dataset: &Dataset) -> AnyView {
    if record.values.is_empty() {
        return view! { <span class="hint" title=text::no_values(lang)>"—"</span> }.into_any();
    }
    record
        .values
        .iter()
        .map(|value| {
            let label = value.label.as_ref().map(|label| {
                view! { <span class="hint">{phrase(lang, &Phrase::of(lang, label))} " "</span> }
            });
            view! { <span class="value">{label} {phrase(lang, &text::qualified_parts(lang, value, dataset))}</span> }
        })
        .collect_view()
        .into_any()
}
