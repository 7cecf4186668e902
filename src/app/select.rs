//! A list to choose one of, which always shows what holds.

use leptos::html::Select as SelectElement;
use leptos::prelude::*;

/// A choice: its value in links, and its words on screen.
pub type Choice = (String, String);

/// A `<select>` whose choice follows `value` even while its choices come and
/// go. An `<option selected>` is the start only: once a reader has chosen, a
/// browser no longer looks at it, and a choice that leaves takes the value with
/// it. So the value is set anew after each change of either.
#[component]
pub fn Select(
    id: &'static str,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    #[prop(into)] value: Signal<String>,
    on_choose: Callback<String>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    let element = NodeRef::<SelectElement>::new();
    let show = move || {
        if let Some(select) = element.get_untracked() {
            select.set_value(&value.get_untracked());
        }
    };
    Effect::new(move |_| {
        choices.track();
        value.track();
        element.track();
        // Before the next picture, but after the choices of this change are there.
        request_animation_frame(show);
    });
    view! {
        <select
            id=id
            node_ref=element
            disabled=move || disabled.get()
            on:change=move |event| {
                on_choose.run(event_target_value(&event));
                // A choice that was refused leaves the value as it was.
                request_animation_frame(show);
            }
        >
            {move || {
                let now = value.get_untracked();
                choices
                    .get()
                    .into_iter()
                    .map(|(word, text)| {
                        let chosen = word == now;
                        view! { <option value=word selected=chosen>{text}</option> }
                    })
                    .collect_view()
            }}
        </select>
    }
}
