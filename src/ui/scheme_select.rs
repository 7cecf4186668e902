//! The choice of light or dark.

use super::{Choice, Select};
use leptos::prelude::*;
use model::Lang;
use view::Scheme;

/// Light, dark, or as the system has it.
#[component]
pub fn SchemeSelect(
    id: &'static str,
    #[prop(into)] lang: Signal<Lang>,
    #[prop(into)] value: Signal<Scheme>,
    on_choose: Callback<Scheme>,
    #[prop(optional)] beside: bool,
) -> impl IntoView {
    let choices = move || {
        let choice = |scheme: &Scheme| Choice {
            value: *scheme,
            word: scheme.word().to_owned(),
            name: text::names::scheme(lang.get(), *scheme).to_owned(),
        };
        Scheme::ALL.iter().map(choice).collect::<Vec<_>>()
    };
    view! {
        <Select
            id
            beside
            label=Signal::derive(move || text::scheme_label(lang.get()).to_owned())
            choices=Signal::derive(choices)
            value
            on_choose
        />
    }
}
