//! A record as a row of the table.

use crate::browser::pointer;
use crate::state::Store;
use crate::ui::{RecordLink, Words, phrase};
use leptos::prelude::*;
use model::{Dataset, Lang, Record, RecordIx};
use text::Phrase;

/// The row.
#[component]
pub fn Row(ix: RecordIx) -> impl IntoView {
    let store = Store::get();
    let (lang, dataset) = (store.lang(), store.dataset());
    let record = dataset.record(ix);
    let sector = dataset.sector(record.sector);
    let shown = move |what: fn(Lang, &Record, &Dataset) -> Phrase| {
        move || phrase(lang.get(), &what(lang.get(), record, dataset))
    };
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
            <th scope="row">
                <RecordLink title=&record.title lang on_open=move || store.open(ix) />
            </th>
            <td data-label=move || text::figure(lang.get())>{move || values(lang.get(), record, dataset)}</td>
            <td data-label=move || text::time_word(lang.get())>
                {shown(|lang, record, dataset| text::time_parts(lang, record.time.time, dataset))}
                {move || store.reaches(ix).then(|| reaches(lang.get()))}
            </td>
            <td data-label=move || text::place(lang.get())>{shown(text::names::places)}</td>
            <td data-label=move || text::sector(lang.get())><Words text=&sector.name lang /></td>
            <td data-label=move || text::source_word(lang.get())>{shown(text::names::source_parts)}</td>
        </tr>
    }
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
                view! { <span class="hint"><Words text=label lang=Signal::stored(lang) /> " "</span> }
            });
            view! { <span class="value">{label} {phrase(lang, &text::qualified_parts(lang, value, dataset))}</span> }
        })
        .collect_view()
        .into_any()
}
