//! What the columns of a table were taken for, to be changed.

use crate::state::{Opening, Store};
use crate::ui::Button;
use leptos::prelude::*;
use reader::{Head, Table};

/// What an amount of money is called in links.
const AMOUNT: &str = "amount";

/// Each column with what it was taken for.
#[component]
pub fn Columns(table: &'static Table) -> impl IntoView {
    let lang = Store::get().lang();
    let opening = Opening::get();
    let chosen: Vec<(RwSignal<String>, RwSignal<String>)> = table
        .heads
        .iter()
        .map(|head| {
            (
                RwSignal::new(head.field.clone()),
                RwSignal::new(head.currency.clone()),
            )
        })
        .collect();
    let chosen = StoredValue::new(chosen);
    let again = move || {
        let said = chosen.with_value(|all| {
            all.iter()
                .map(|(field, currency)| (field.get_untracked(), currency.get_untracked()))
                .collect::<Vec<_>>()
        });
        opening.read_again(table.columns(&said));
    };
    let rows = table.heads.iter().zip(chosen.get_value());
    let rows = rows.map(|(head, (field, currency))| view! { <Row table head field currency /> });
    view! {
        <h4>{move || text::read_columns(lang.get())}</h4>
        <p class="hint">{move || text::read_columns_hint(lang.get())}</p>
        <table class="columns">
            <tbody>{rows.collect_view()}</tbody>
        </table>
        <p>
            <Button id="read-again" on_click=again>{move || text::read_again(lang.get())}</Button>
        </p>
    }
}

#[component]
fn Row(
    table: &'static Table,
    head: &'static Head,
    field: RwSignal<String>,
    currency: RwSignal<String>,
) -> impl IntoView {
    let lang = Store::get().lang();
    let options = table.fields.iter().map(|(word, name)| {
        let is_chosen = move || field.with(|field| field == word);
        view! { <option value=word.as_str() prop:selected=is_chosen>{move || name.get(lang.get()).to_owned()}</option> }
    });
    let is_amount = Memo::new(move |_| field.with(|field| field == AMOUNT));
    view! {
        <tr>
            <th scope="row">
                {head.name.clone()}
                <span class="hint">{head.samples.join(" · ")}</span>
            </th>
            <td>
                <select
                    aria-label=move || text::read_column_field(lang.get(), &head.name)
                    on:change=move |event| field.set(event_target_value(&event))
                >
                    {options.collect_view()}
                </select>
                <Show when=move || is_amount.get()>
                    <input
                        type="text"
                        maxlength="3"
                        size="4"
                        placeholder="USD"
                        aria-label=move || text::read_column_currency(lang.get(), &head.name)
                        prop:value=move || currency.get()
                        on:input=move |event| currency.set(event_target_value(&event))
                    />
                </Show>
            </td>
        </tr>
    }
}
