//! What the forms of the timeline's marks mean.

use crate::state::Store;
use charts::{Sign, TimelineView};
use leptos::prelude::*;

/// The signs that are on it, with their meanings.
#[component]
pub fn Signs(drawn: Memo<TimelineView>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let signs = Memo::new(move |_| drawn.with(|d| d.signs.clone()));
    let items = move || {
        let lang = lang.get();
        let item = |sign: Sign| {
            let (class, words) = match sign {
                Sign::Open => ("sign open", text::sign_open(lang)),
                Sign::Year => ("sign year", text::sign_year(lang)),
                Sign::Moment => ("sign moment", text::sign_moment(lang)),
                Sign::Planned => ("sign planned", text::sign_planned(lang)),
                Sign::Reaches => ("sign reaches", text::sign_reaches(lang)),
                Sign::Source => ("sign source", text::sign_source(lang)),
                Sign::Folded => ("sign folded", text::sign_folded(lang)),
            };
            view! { <li><span class=class aria-hidden="true"></span> {words}</li> }
        };
        signs.with(|signs| signs.iter().copied().map(item).collect_view())
    };
    view! { <ul class="signs">{items}</ul> }
}
