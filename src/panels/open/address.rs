//! The address of a file that is to be opened.

use super::at;
use crate::state::{Given, Store};
use crate::ui::Failure;
use leptos::prelude::*;
use model::Lang;

/// A field for it, and what else stands beside it. What is no address of a file that
/// may be fetched is named.
#[component]
pub fn Address(
    id: &'static str,
    label: fn(Lang) -> &'static str,
    /// The id of what explains it.
    #[prop(optional)]
    hint: Option<&'static str>,
    on_go: Callback<Given>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let lang = Store::get().lang();
    let address = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<String>);
    let go = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = address.get_untracked();
        match at(&typed) {
            Some(file) => {
                refused.set(None);
                on_go.run(file);
            }
            None => refused.set(Some(typed)),
        }
    };
    view! {
        <form on:submit=go>
            <div class="row">
                {children.map(|children| children())}
                <input
                    type="text"
                    inputmode="url"
                    id=id
                    autocomplete="off"
                    spellcheck="false"
                    placeholder="https://"
                    aria-label=move || label(lang.get())
                    aria-describedby=hint
                    prop:value=move || address.get()
                    on:input=move |event| address.set(event_target_value(&event))
                />
                <button type="submit" class="button">{move || text::open_go(lang.get())}</button>
            </div>
            {move || refused.get().map(|typed| view! { <Failure>{text::dataset_elsewhere(lang.get(), &typed)}</Failure> })}
        </form>
    }
}
