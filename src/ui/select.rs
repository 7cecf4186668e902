//! A list to choose one of, which always shows what holds.

use leptos::html::Select as SelectElement;
use leptos::prelude::*;

/// A choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice<T> {
    /// What is chosen.
    pub value: T,
    /// The word for it, as in links.
    pub word: String,
    /// What it is called on screen.
    pub name: String,
}

/// The label, and a list in which `value` is chosen.
#[component]
pub fn Select<T>(
    id: &'static str,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] choices: Signal<Vec<Choice<T>>>,
    #[prop(into)] value: Signal<T>,
    on_choose: Callback<T>,
    /// Whether the label stands beside the list, not above it.
    #[prop(optional)]
    beside: bool,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    // Made anew only where others are to choose from.
    let options = Memo::new(move |_| {
        let all = choices.get().into_iter();
        all.map(|choice| (choice.word, choice.name)).collect()
    });
    let word = Memo::new(move |_| {
        value.with(|value| {
            choices.with(|all| {
                let chosen = all.iter().find(|choice| choice.value == *value);
                chosen.map(|choice| choice.word.clone()).unwrap_or_default()
            })
        })
    });
    let on_word = Callback::new(move |word: String| {
        let chosen = choices.with_untracked(|all| {
            let choice = all.iter().find(|choice| choice.word == word);
            choice.map(|choice| choice.value.clone())
        });
        if let Some(value) = chosen {
            on_choose.run(value);
        }
    });
    view! {
        <label class=if beside { "select" } else { "field" }>
            <span>{label}</span>
            <List id options word on_word disabled />
        </label>
    }
}

/// A `<select>` whose choice follows `word` even while its options come and
/// go. An `<option selected>` is the start only: once a reader has chosen, a
/// browser no longer looks at it, and an option that leaves takes the value with
/// it. So the value is set anew after each change of either.
#[component]
fn List(
    id: &'static str,
    /// The word and the name of each.
    options: Memo<Vec<(String, String)>>,
    word: Memo<String>,
    on_word: Callback<String>,
    disabled: Signal<bool>,
) -> impl IntoView {
    let element = NodeRef::<SelectElement>::new();
    let show = move || {
        // By the next picture the list may be gone.
        let now = element.try_get_untracked().flatten();
        if let Some((select, word)) = now.zip(word.try_get_untracked()) {
            select.set_value(&word);
        }
    };
    Effect::new(move |_| {
        options.track();
        word.track();
        element.track();
        // Before the next picture, but after the options of this change are there.
        request_animation_frame(show);
    });
    view! {
        <select
            id=id
            node_ref=element
            disabled=move || disabled.get()
            on:change=move |event| {
                on_word.run(event_target_value(&event));
                // A choice that was refused leaves the value as it was.
                request_animation_frame(show);
            }
        >
            {move || {
                let now = word.get_untracked();
                options
                    .get()
                    .into_iter()
                    .map(|(word, name)| {
                        let chosen = word == now;
                        view! { <option value=word selected=chosen>{name}</option> }
                    })
                    .collect_view()
            }}
        </select>
    }
}
