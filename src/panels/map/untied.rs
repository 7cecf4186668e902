//! Amounts that are tied to no one division, on the scale of the map's.

use crate::state::Store;
use charts::{Action, Coin, MapView};
use leptos::prelude::*;
use model::RecordIx;
use query::Measure;
use std::sync::Arc;

/// The groups, each of which can be chosen where it is a choice of place.
#[component]
pub fn Untied(drawn: Memo<MapView>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let groups = move || {
        let lang = lang.get();
        let is_count = store.view().with(|v| v.measure == Measure::Records);
        drawn
            .with(|d| d.untied.clone())
            .into_iter()
            .map(|group| {
                let count = (!is_count).then(|| text::records(lang, group.records.len()));
                let coins = group.coins.iter().map(|coin| circle(store, coin)).collect_view();
                let figure = group
                    .coins
                    .is_empty()
                    .then(|| view! { <strong class="figure">{group.figure}</strong> });
                let words = view! {
                    <span class="named">
                        <strong>{group.name}</strong>
                        {count.map(|count| view! { <span class="count">{count}</span> })}
                    </span>
                    <span class="coins">{coins}{figure}</span>
                };
                // A button that is taken away is left too, when its scope is gone.
                let records: Arc<[RecordIx]> = group.records.into();
                let point = Arc::clone(&records);
                let point = move || store.point(point.to_vec());
                let leave = move || store.leave(&records);
                let Some(choice) = group.choice else {
                    return view! {
                        <li class="plain" on:mouseenter=move |_| point() on:mouseleave=move |_| leave()>{words}</li>
                    }
                    .into_any();
                };
                let (focused, blurred) = (point.clone(), leave.clone());
                let pressed = move || store.is_chosen(choice);
                view! {
                    <li>
                        <button
                            type="button"
                            aria-pressed=move || pressed().to_string()
                            on:click=move |_| store.act(Action::Place(choice))
                            on:mouseenter=move |_| point()
                            on:mouseleave=move |_| leave()
                            on:focus=move |_| focused()
                            on:blur=move |_| blurred()
                        >
                            {words}
                        </button>
                    </li>
                }
                .into_any()
            })
            .collect_view()
    };
    view! {
        <div class="untied" id="untied">
            <Show when=move || drawn.with(|d| !d.untied.is_empty())>
                <h3>{move || title(store, drawn)}</h3>
            </Show>
            <ul>{groups}</ul>
        </div>
    }
}

/// What the circles have in common.
pub fn title(store: Store, drawn: Memo<MapView>) -> String {
    drawn.with(|drawn| charts::untied_title(store.lang().get(), store.dataset(), drawn))
}

/// An amount: its circle, and the amount in words.
fn circle(store: Store, coin: &Coin) -> impl IntoView + use<> {
    let size = format!("{}px", coin.diameter.round());
    let look = coin.look.class();
    let records = coin.records.clone();
    let own = records.clone();
    let is_dim = move || store.are_dim(&own);
    let is_lit = move || records.iter().any(|record| store.is_lit(*record));
    view! {
        <span class="coin" class:lit=is_lit class:dim=is_dim title=coin.tip.clone() style:--wide=size.clone()>
            <span class=look style:width=size.clone() style:height=size.clone() style:--circle=coin.color></span>
            <span>{coin.text.clone()}</span>
        </span>
    }
}
